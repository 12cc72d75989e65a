import { readTextIfThere } from '../files.ts'
import { problemIn } from '../problem.ts'
import { STOP_WORDS, wordsOf } from './analysis.ts'

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
  /** every word of a left-hand side, folded: words that need no correction */
  readonly words: ReadonlySet<string>
  /** the same as terms */
  readonly terms: ReadonlySet<string>
}

export const noThesaurus: Thesaurus = { at: () => undefined, words: new Set(), terms: new Set() }

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
  // by its left-hand side: how many tokens that has, and the phrases it leads to
  const rules = new Map<string, { readonly length: number; to: readonly string[] }>()
  const [words, terms] = [new Set<string>(), new Set<string>()]
  // how long the longest rule is that begins with a term
  const longest = new Map<string, number>()
  for (const [index, line] of text.split('\n').entries()) {
    const rule = line.replace(/#.*$/u, '').trim()
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
      throw problemIn(
        file,
        index + 1,
        `"${rule}" is not a synonym rule. Write "a, b, c" for equals or "a, b => c" for one way.`,
      )
    }
    for (const phrase of left) {
      const tokens = wordsOf(phrase)
      const first = tokens[0]?.term ?? ''
      for (const { word, term } of tokens) {
        words.add(word)
        terms.add(term)
      }
      const key = tokens.map(({ term }) => term).join(' ')
      if ((longest.get(first) ?? 0) < tokens.length) longest.set(first, tokens.length)
      const known = rules.get(key)
      if (known) known.to = [...known.to, ...right]
      else rules.set(key, { length: tokens.length, to: right })
    }
  }
  // most rules are never asked for: where they lead is read when they are
  const read = new Map<string, Expansion>()
  const expansionOf = (key: string): Expansion | undefined => {
    const rule = rules.get(key)
    if (!rule) return undefined
    const known = read.get(key) ?? expand(key, rule.length, rule.to)
    read.set(key, known)
    return known
  }
  return {
    words,
    terms,
    at: (all, at) => {
      const most = Math.min(longest.get(all[at] ?? '') ?? 0, all.length - at)
      for (let length = most; length > 0; length--) {
        const expansion = expansionOf(all.slice(at, at + length).join(' '))
        if (expansion) return expansion
      }
      return undefined
    },
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
