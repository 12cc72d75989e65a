import { readTextIfThere } from '../files.ts'
import { failIn } from '../problem.ts'
import type { Fail } from '../problem.ts'
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
  // the left-hand sides by the term that they begin with, each with the phrases that it leads to
  const byFirst = new Map<string, Rule[]>()
  const terms = new Map<string, string>()
  for (const [index, line] of text.split('\n').entries()) {
    const rule = (line.split('#', 1)[0] ?? '').trim()
    if (rule === '') continue
    const sides = rule.split('=>')
    const phrases = sides.map((side) =>
      side
        .split(',')
        .map((phrase) => phrase.trim())
        .filter(Boolean),
    )
    const [left = [], right = left] = phrases
    if (
      sides.length > 2 ||
      left.length === 0 ||
      right.length === 0 ||
      (sides.length === 1 && left.length < 2)
    ) {
      fail(
        index + 1,
        `"${rule}" is not a synonym rule. Write "a, b, c" for equals or "a, b => c" for one way.`,
      )
    }
    for (const phrase of left) {
      const first = firstTerm(phrase, terms)
      const known = byFirst.get(first)
      if (known) known.push({ phrase, to: right })
      else byFirst.set(first, [{ phrase, to: right }])
    }
  }
  // most rules are never asked for: they are read when a question has the term that they begin with
  const read = new Map<string, Rules>()
  const rulesFrom = (first: string): Rules | undefined => {
    const rules = byFirst.get(first)
    if (!rules) return undefined
    const known = read.get(first) ?? readRules(rules)
    read.set(first, known)
    return known
  }
  return {
    known: lazy(() => readKnown([...byFirst.values()].flat())),
    at: (all, at) => {
      const rules = rulesFrom(all[at] ?? '')
      if (!rules) return undefined
      let longest: Expansion | undefined
      let key = ''
      for (let end = at; end < Math.min(all.length, at + rules.longest); end++) {
        key += end === at ? all[end] : ` ${all[end]}`
        longest = rules.byKey.get(key) ?? longest
      }
      return longest
    },
  }
}

/** The term that a phrase begins with. @param known by the word, for three rules begin with the same */
function firstTerm(phrase: string, known: Map<string, string>): string {
  const [word = ''] = phrase.split(' ', 1)
  const term = known.get(word) ?? wordsOf(word)[0]?.term ?? ''
  known.set(word, term)
  return term
}

/** A phrase as written, and those that it leads to. */
interface Rule {
  readonly phrase: string
  readonly to: readonly string[]
}

/** The rules that begin with one term, by all their terms. */
interface Rules {
  /** the number of terms of the longest */
  readonly longest: number
  readonly byKey: ReadonlyMap<string, Expansion>
}

function readRules(rules: readonly Rule[]): Rules {
  const all = new Map<string, { length: number; to: string[] }>()
  for (const { phrase, to } of rules) {
    const terms = wordsOf(phrase).map(({ term }) => term)
    const known = all.get(terms.join(' '))
    if (known) known.to.push(...to)
    else all.set(terms.join(' '), { length: terms.length, to: [...to] })
  }
  return {
    longest: Math.max(...Array.from(all.values(), ({ length }) => length)),
    byKey: new Map(Array.from(all, ([key, { length, to }]) => [key, expand(key, length, to)])),
  }
}

function readKnown(rules: readonly Rule[]): Known {
  const all = rules.flatMap(({ phrase }) => wordsOf(phrase))
  return {
    words: new Set(all.map(({ word }) => word)),
    terms: new Set(all.map(({ term }) => term)),
  }
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
