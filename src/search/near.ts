/** What may be meant by words that stand nowhere in the speech. */
import SearchableMap from 'minisearch/SearchableMap'
import { wordsNear } from '../speech/slips.ts'
import { tokenise, type Token } from './analysis.ts'
import { lazy } from './lazy.ts'

/** A line of the speech, with its words in order. */
interface Line {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** Words or phrases that may be meant, the nearest first. @param isThere whether the speech has words */
type Near = (words: string, isThere: (words: string) => boolean) => readonly string[]

/** Letters from which the beginning of a word says enough of it. */
const BEGINNING = 4
/** A word of fewer letters has too many neighbours to be meant by one of them. */
const SHORTEST = 5
/** Letters from which a word may have two slips. */
const LONG = 7

/**
 * Near is what is the same without spaces and hyphens ("policymakers", "winwin"), a word that begins with
 * what was typed ("dialog"), and one that is a slip or two away ("Kissenger"). Of a phrase, one word may be so.
 */
export function buildNear(lines: readonly Line[]): Near {
  const known = lazy(() => ({ words: wordsIn(lines), pairs: pairsIn(lines) }))
  return (words, isThere) => {
    const tokens = tokenise(words)
    const unknown = tokens.find(({ start, end }) => !isThere(words.slice(start, end)))
    const mended = unknown
      ? [known().pairs.get(unknown.word) ?? [], wordsLike(unknown.word, known().words)]
          .flat()
          .map((word) => words.slice(0, unknown.start) + word + words.slice(unknown.end))
      : []
    // "multi-lateralism"
    const together = tokens.length > 1 ? tokens.map(({ word }) => word).join('') : ''
    return [known().words.get(together) ?? [], mended].flat().filter(isThere)
  }
}

/** The folded words of the speech, each as it stands there, in small letters if it ever does. */
function wordsIn(lines: readonly Line[]): SearchableMap<string> {
  const words = new SearchableMap<string>()
  for (const { text, tokens } of lines) {
    for (const { word, start, end } of tokens) {
      const written = text.slice(start, end)
      if (!words.has(word) || written === word) words.set(word, written)
    }
  }
  return words
}

/** Each two words in a row that no mark parts but a hyphen, by their letters: 'winwin' is "win-win". */
function pairsIn(lines: readonly Line[]): ReadonlyMap<string, string> {
  const pairs = lines.flatMap(({ text, tokens }) =>
    tokens.slice(1).flatMap(({ word, end }, before) => {
      const { word: first = '', start = 0 } = tokens[before] ?? {}
      const pair = text.slice(start, end)
      return /^[\p{L}\p{M}\p{N}\s'’‐-―-]+$/u.test(pair) ? [[first + word, pair] as const] : []
    }),
  )
  return new Map(pairs)
}

/** The words that begin with a word, then those a slip or two from it, as they stand in the speech. */
function wordsLike(word: string, known: SearchableMap<string>): string[] {
  const begun = word.length >= BEGINNING ? [...known.atPrefix(word)] : []
  const slips = word.length < SHORTEST ? 0 : word.length < LONG ? 1 : 2
  return [
    ...begun.sort(([one], [other]) => one.length - other.length).map(([, written]) => written),
    ...wordsNear(known, word, slips)
      .filter(([, , distance]) => distance > 0)
      .map(([, written]) => written),
  ]
}
