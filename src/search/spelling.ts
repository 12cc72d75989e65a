import MiniSearch from 'minisearch'
import { fold } from './analysis.ts'
import { isEnglish } from './dictionary.ts'

/** The known word nearest to an unknown one, or undefined where none is near enough. */
export type Spelling = (word: string) => string | undefined

/**
 * Corrects words against a vocabulary. Words of 4 letters may lack one, words from 5 letters may
 * have one slip and words from 7 letters two; letters in another order count as one slip (Damerau
 * 1964). A word that is English as it stands is no slip. The first letter is taken to be right, for that is where people slip least.
 * @param counts how often each known (folded, unstemmed) word is used
 */
export function buildSpelling(counts: ReadonlyMap<string, number>): Spelling {
  // built when the first unknown word comes: the start does not wait for it
  let built: MiniSearch<{ id: string }> | undefined
  const vocabulary = (): MiniSearch<{ id: string }> => {
    built ??= indexWords([...counts.keys()].filter((word) => /^\p{L}{4,}$/u.test(word)))
    return built
  }
  const sameLetters = (a: string, b: string): boolean =>
    Array.from(a).sort().join('') === Array.from(b).sort().join('')

  return (typed) => {
    const word = fold(typed)
    if (!/^\p{L}{4,30}$/u.test(word) || counts.has(word) || isEnglish(word)) return undefined
    const near = (distance: number): string[] =>
      vocabulary()
        .search(word, { fuzzy: distance, maxFuzzy: distance })
        .map((hit) => String(hit.id))
        .filter((known) => known[0] === word[0] && known !== word)
        .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    const swapped = near(2).find((known) => sameLetters(known, word))
    if (swapped) return swapped
    const [nearest] = near(1).filter((known) => word.length >= 5 || known.length > word.length)
    return nearest ?? (word.length >= 7 ? near(2)[0] : undefined)
  }
}

function indexWords(words: readonly string[]): MiniSearch<{ id: string }> {
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  })
  index.addAll(words.map((id) => ({ id })))
  return index
}
