import { readTextIfThere } from '../files.ts'
import { failIn, type Fail } from '../problem.ts'
import { STOP_WORDS, wordsOf } from './analysis.ts'
import { lazy } from './lazy.ts'

/** Other words for a run of query words. */
export interface Expansion {
  /** how many tokens of the query it stands for, from 1 */
  readonly length: number
  /** each a list of terms, stop words left out */
  readonly alternatives: readonly (readonly string[])[]
  /** the same as people read them */
  readonly shown: readonly string[]
}

export interface Thesaurus {
  /** The longest rule that begins at `terms[at]` (stop words included), or undefined. */
  readonly at: (terms: readonly string[], at: number) => Expansion | undefined
  /** Every word of a left-hand side: words that need no correction. */
  readonly known: () => Known
}

interface Known {
  /** folded */
  readonly words: ReadonlySet<string>
  readonly terms: ReadonlySet<string>
}

const NOTHING: Known = { words: new Set(), terms: new Set() }
export const noThesaurus: Thesaurus = { at: () => undefined, known: () => NOTHING }

/**
 * Reads synonyms in Solr's format: `a, b, c` are equivalent, `a, b => c, d` leads one way,
 * `#` begins a comment. Terms may be of several words. No such file is no thesaurus.
 * @throws Problem with file, line and what to do, for a rule that is not of that form
 */
export function openThesaurus(file: string): Thesaurus {
  const text = readTextIfThere(file)
  return text === undefined ? noThesaurus : parseThesaurus(text, file)
}

/** As `openThesaurus`, from a text; `file` is its name in messages. */
export function parseThesaurus(text: string, file: string): Thesaurus {
  const fail: Fail = failIn(file)
  const rules: Rule[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const rule = (line.split('#', 1)[0] ?? '').trim()
    if (rule === '') continue
    const sides = rule.split('=>')
    const [left = '', right = left] = sides
    const isRule = sides.length === 1 ? SEVERAL.test(rule) : sides.every((side) => ANY.test(side))
    if (sides.length > 2 || !isRule) {
      fail(
        index + 1,
        `"${rule}" is not a synonym rule. Write "a, b, c" for equals or "a, b => c" for one way.`,
      )
    }
    rules.push({ left, right })
  }
  const read = lazy(() => readRules(rules))
  return {
    known: read,
    at: (all, at) => {
      const { longest, byKey } = read()
      const end = Math.min(all.length, at + (longest.get(all[at] ?? '') ?? 0))
      let found: (() => Expansion) | undefined
      let key = ''
      for (let next = at; next < end; next++) {
        key += next === at ? all[next] : ` ${all[next]}`
        found = byKey.get(key) ?? found
      }
      return found?.()
    },
  }
}

/** The two sides of a rule as written, which for equals are the same. */
interface Rule {
  readonly left: string
  readonly right: string
}

/** At least one phrase, and at least two. */
const ANY = /[^,\s]/u
const SEVERAL = /^[,\s]*[^,\s][^,]*,[,\s]*[^,\s]/u

function phrasesIn(side: string): readonly string[] {
  return side
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
}

interface Rules extends Known {
  /** the number of terms of the longest phrase that begins with a term */
  readonly longest: ReadonlyMap<string, number>
  /** what a phrase leads to, by all its terms; most is never asked for, and is read when it is */
  readonly byKey: ReadonlyMap<string, () => Expansion>
}

function readRules(rules: readonly Rule[]): Rules {
  const [words, terms] = [new Set<string>(), new Set<string>()]
  const longest = new Map<string, number>()
  const all = new Map<string, { length: number; to: string[] }>()
  const phrases = rules.flatMap(({ left, right }) => {
    const to = phrasesIn(right)
    return phrasesIn(left).map((phrase) => ({ phrase, to }))
  })
  for (const { phrase, to } of phrases) {
    const own = wordsOf(phrase)
    for (const { word, term } of own) {
      words.add(word)
      terms.add(term)
    }
    const [first = ''] = own.map(({ term }) => term)
    const key = own.map(({ term }) => term).join(' ')
    longest.set(first, Math.max(longest.get(first) ?? 0, own.length))
    const known = all.get(key)
    if (known) known.to.push(...to)
    else all.set(key, { length: own.length, to: [...to] })
  }
  const byKey = new Map(
    Array.from(all, ([key, { length, to }]) => [key, lazy(() => expand(key, length, to))]),
  )
  return { words, terms, longest, byKey }
}

/** The phrases that a rule leads to, without the one it leads from. */
function expand(key: string, length: number, phrases: readonly string[]): Expansion {
  const others = phrases
    .map((phrase) => ({ phrase, all: wordsOf(phrase).map(({ term }) => term) }))
    .filter(({ all }) => all.join(' ') !== key)
    .map(({ phrase, all }) => ({ phrase, terms: all.filter((term) => !STOP_WORDS.has(term)) }))
    // stop words alone lead nowhere
    .filter(({ terms }) => terms.length > 0)
  return {
    length,
    alternatives: others.map(({ terms }) => terms),
    shown: others.map(({ phrase }) => phrase),
  }
}
