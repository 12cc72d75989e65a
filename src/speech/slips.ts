/** Which known words a misspelt one may be meant to be. */
import type SearchableMap from 'minisearch/SearchableMap'

/** A known word, what is known of it, and how many slips it is away. */
type NearWord<T> = readonly [word: string, value: T, slips: number]

/**
 * The known words that are at most so many slips (letters too many, too few or other) from a folded one, the
 * nearest first. The first letter is taken to be right, for that is where people slip least.
 */
export function wordsNear<T>(known: SearchableMap<T>, word: string, slips: number): NearWord<T>[] {
  const [first = ''] = word
  return Array.from(
    known.atPrefix(first).fuzzyGet(word.slice(first.length), slips),
    ([rest, [value, distance]]): NearWord<T> => [first + rest, value, distance],
  ).sort(([, , one], [, , other]) => one - other)
}
