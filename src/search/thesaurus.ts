import { readTextIfThere } from '../files.ts'
import { problemIn } from '../problem.ts'
import { STOP_WORDS, tokenise } from './analysis.ts'

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
}

export const noThesaurus: Thesaurus = { at: () => undefined, words: new Set() }

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
  const rules = new Map<string, { length: number; alternatives: string[][]; shown: string[] }>()
  const words = new Set<string>()
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
    const read = (phrase: string) => ({ phrase, tokens: tokenise(phrase) })
    const from = left.map(read)
    const to = right === left ? from : right.map(read)
    const others = to.map(({ phrase, tokens }) => ({
      phrase,
      terms: tokens.map((token) => token.term),
    }))
    for (const { tokens } of from) {
      for (const token of tokens) words.add(token.word)
      const first = tokens[0]?.term ?? ''
      longest.set(first, Math.max(longest.get(first) ?? 0, tokens.length))
      const key = tokens.map((token) => token.term).join(' ')
      const known = rules.get(key) ?? { length: tokens.length, alternatives: [], shown: [] }
      for (const { phrase, terms } of others) {
        if (terms.join(' ') === key) continue
        known.alternatives.push(terms.filter((term) => !STOP_WORDS.has(term)))
        known.shown.push(phrase)
      }
      rules.set(key, known)
    }
  }
  return {
    words,
    at: (terms, at) => {
      const most = Math.min(longest.get(terms[at] ?? '') ?? 0, terms.length - at)
      for (let length = most; length > 0; length--) {
        const rule = rules.get(terms.slice(at, at + length).join(' '))
        if (rule) return rule
      }
      return undefined
    },
  }
}
