import { readTextIfThere } from '../files.ts'
import { failIn, type Fail } from '../problem.ts'
import { terms, tokenise } from './analysis.ts'
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
    const sides = rule.split('=>').map(phrasesIn)
    const [left = [], right = left] = sides
    const isRule = sides.length === 1 ? left.length > 1 : sides.every((side) => side.length > 0)
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
    at: (terms, at) =>
      read()
        .beginning.get(terms[at] ?? '')
        ?.find(({ key }) => key.every((term, index) => terms[at + index] === term)),
  }
}

function phrasesIn(side: string): readonly string[] {
  return side
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
}

/** The phrases on the two sides of a rule, which for equals are the same. */
interface Rule {
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** What a phrase leads to. */
interface Phrase extends Expansion {
  /** all its terms */
  readonly key: readonly string[]
}

interface Rules extends Known {
  /** by its first term, the longest phrases first */
  readonly beginning: ReadonlyMap<string, readonly Phrase[]>
}

function readRules(rules: readonly Rule[]): Rules {
  const words = new Set<string>()
  const phrases = new Map<string, Phrase>()
  for (const { left, right } of rules) {
    const leadsTo = right.map((phrase) => ({
      phrase,
      key: keyOf(phrase).join(' '),
      terms: terms(phrase),
    }))
    for (const phrase of left) {
      for (const { word } of tokenise(phrase)) words.add(word)
      const key = keyOf(phrase)
      const name = key.join(' ')
      // stop words alone lead nowhere
      const others = leadsTo.filter((other) => other.key !== name && other.terms.length > 0)
      const { alternatives = [], shown = [] } = phrases.get(name) ?? {}
      phrases.set(name, {
        key,
        length: key.length,
        alternatives: [...alternatives, ...others.map((other) => other.terms)],
        shown: [...shown, ...others.map((other) => other.phrase)],
      })
    }
  }
  const beginning = new Map<string, Phrase[]>()
  for (const phrase of [...phrases.values()].sort((a, b) => b.length - a.length)) {
    const [first = ''] = phrase.key
    beginning.set(first, [...(beginning.get(first) ?? []), phrase])
  }
  return { words, terms: new Set([...phrases.values()].flatMap(({ key }) => key)), beginning }
}

/** All terms of a phrase, stop words included. */
function keyOf(phrase: string): string[] {
  return tokenise(phrase).map(({ term }) => term)
}
