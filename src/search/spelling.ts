import SearchableMap from 'minisearch/SearchableMap'
import { FRAMING, STOP_WORDS, stem } from './analysis.ts'
import { isEnglish } from './dictionary.ts'

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

/** A known word of fewer letters has too many neighbours to be meant by one of them. */
const SHORTEST = 5
/** Unknown words that are remembered with their correction. */
const KEPT = 5_000

/** Takes words folded. */
export interface Spelling {
  /** Whether a word is known in any form, stop words included. */
  readonly knows: (word: string) => boolean
  /** The known word nearest to an unknown one that is no English; undefined where none is near enough. */
  readonly correct: (word: string) => string | undefined
  /**
   * The known word that an unknown one, English or not, is one letter too many, too few or in another
   * order from ("mange" for "manage"): only the other words of the question can tell a slip from another word.
   */
  readonly oneLetterFrom: (word: string) => string | undefined
}

/**
 * Corrects words against a vocabulary. Words of 4 letters may lack one, words from 5 letters may
 * have one slip and words from 7 letters two; letters in another order count as one slip (Damerau
 * 1964). A word that is English as it stands is no slip. The first letter is taken to be right, for
 * that is where people slip least. Of words equally near, the one used most is meant; failing them,
 * an English word that is another form of one of them, or a word of asking ("gatherd", "geting").
 * @param counts how often each known (folded, unstemmed) word is used
 * @param others words that are known too, as if used once
 */
export function buildSpelling(
  counts: ReadonlyMap<string, number>,
  others: ReadonlySet<string>,
): Spelling {
  // by first letter; made when the first unknown word comes, so that the start does not wait
  let built: ReadonlyMap<string, SearchableMap<number>> | undefined
  let stems: ReadonlySet<string> | undefined
  const knows = (word: string): boolean => {
    stems ??= new Set([...STOP_WORDS, ...FRAMING, ...[...counts.keys(), ...others].map(stem)])
    return stems.has(stem(word))
  }

  const formNear = (word: string): { known: string } | undefined => {
    const known = oneSlipFrom(word).find((form) => knows(form) && isEnglish(form))
    return known === undefined ? undefined : { known }
  }

  const correct = (word: string): string | undefined => {
    if (!/^\p{L}{4,30}$/u.test(word) || isEnglish(word)) return undefined
    const [first = ''] = word
    built ??= byFirstLetter([...[...others].map((other) => [other, 1] as const), ...counts])
    const near = [...(built.get(first)?.fuzzyGet(word.slice(first.length), 2) ?? [])]
      .map(([rest, [count, distance]]) => ({ known: first + rest, count, distance }))
      .sort((a, b) => b.count - a.count)
    const letters = sorted(word)
    return (
      near.find(({ known }) => sorted(known) === letters) ??
      near.find(
        ({ known, distance }) => distance === 1 && (word.length >= 5 || known.length > word.length),
      ) ??
      formNear(word) ??
      (word.length >= 7 ? near[0] : undefined)
    )?.known
  }

  const isUsed = (word: string): boolean => counts.has(word) || others.has(word)
  const oneLetterFrom = (word: string): string | undefined =>
    /^\p{L}{5,30}$/u.test(word)
      ? oneSlipFrom(word)
          .filter((form) => form.length >= SHORTEST && counts.has(form))
          .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0]
      : undefined
  return {
    knows: (word) => isUsed(word) || knows(word),
    correct: remembering(correct, isUsed),
    oneLetterFrom: remembering(oneLetterFrom, knows),
  }
}

/** People slip alike: remembers what became of the latest words, a bounded number of them. */
function remembering(
  find: Spelling['correct'],
  isKnown: (word: string) => boolean,
): Spelling['correct'] {
  const found = new Map<string, string | undefined>()
  return (word) => {
    if (isKnown(word)) return undefined
    if (found.has(word)) return found.get(word)
    const known = find(word)
    if (found.size < KEPT) found.set(word, known)
    return known
  }
}

function byFirstLetter(
  counts: readonly (readonly [string, number])[],
): Map<string, SearchableMap<number>> {
  const maps = new Map<string, SearchableMap<number>>()
  for (const [word, count] of counts) {
    if (!/^\p{L}{4,}$/u.test(word)) continue
    const [first = ''] = word
    const map = maps.get(first) ?? new SearchableMap<number>()
    maps.set(first, map.set(word.slice(first.length), count))
  }
  return maps
}

// two letters changed over, then a letter missing, then one too many; the first letter stays
function oneSlipFrom(word: string): string[] {
  const places = Array.from(word, (_, at) => at).slice(1)
  return [
    ...places.map(
      (at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    ),
    ...[...places, word.length].flatMap((at) =>
      LETTERS.map((letter) => word.slice(0, at) + letter + word.slice(at)),
    ),
    ...(word.length < 5 ? [] : places.map((at) => word.slice(0, at) + word.slice(at + 1))),
  ]
}

function sorted(word: string): string {
  return Array.from(word).sort().join('')
}
