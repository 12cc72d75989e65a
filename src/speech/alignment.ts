/** How far a quotation and a piece of the speech go together, word by word. */
import { endsSentence } from './clauses.ts'
import { isWord } from './units.ts'
import type { QuotedWord } from './units.ts'

/** What a word in common is worth, of content and small, and what others cost, see `alignment`. */
const CONTENT = 12
const SMALL = 10
const OTHER = 3
const MARK = 1
/** The end of a sentence that the quotation does not have. */
const SENTENCE = 12

/**
 * How many words both have in the same order: the length of their longest common subsequence, with a row of
 * bits for each word of the window, so that long texts take little time: bit n is 0 where the first n + 1 words
 * have one more in common with it so far than the first n. Source: Hyyrö, "Bit-Parallel LCS-length Computation
 * Revisited" (2004).
 */
export function inOrder(said: readonly QuotedWord[], window: readonly QuotedWord[]): number {
  const words = said.filter(isWord)
  const places = new Map<string, bigint>()
  for (const [index, { key }] of words.entries()) {
    places.set(key, (places.get(key) ?? 0n) | (1n << BigInt(index)))
  }
  const all = (1n << BigInt(words.length)) - 1n
  let row = all
  for (const { key } of window) {
    const matches = row & (places.get(key) ?? 0n)
    row = ((row + matches) | (row - matches)) & all
  }
  return words.length - row.toString(2).replaceAll('0', '').length
}

/** How an alignment goes on: with a unit that both have, or only one of them. */
const BOTH = 1
const ONLY_OWN = 2
const ONLY_SPOKEN = 3

/** A unit of the quotation, one of the speech, or one that both have. */
export interface Step {
  readonly own?: QuotedWord | undefined
  readonly spoken?: QuotedWord | undefined
}

/**
 * Where most is in common and least differs, unit by unit: before and after it more differs than is the same.
 * This is the local alignment of Smith and Waterman, "Identification of Common Molecular Subsequences" (1981).
 * @returns the numbers of its first units, and its steps
 */
export function alignment(
  said: readonly QuotedWord[],
  window: readonly QuotedWord[],
  isContent: (word: string) => boolean,
): { unit: number; place: number; steps: readonly Step[] } {
  const gains = said.map((one) => (!isWord(one) ? 0 : isContent(one.key) ? CONTENT : SMALL))
  const costs = said.map((one) => (isWord(one) ? OTHER : MARK))
  const others = Int32Array.from(window, (one) =>
    isWord(one) ? OTHER : endsSentence(one) ? SENTENCE : MARK,
  )
  // numbers are compared quicker than words
  const numbers = new Map(window.map(({ key }, index) => [key, index]))
  const keys = Int32Array.from(window, ({ key }) => numbers.get(key) ?? 0)
  // the best from a unit and a place on, for this unit and for the one after it; its first step, for all
  const width = window.length + 1
  let scores = new Int32Array(width)
  let after = new Int32Array(width)
  const moves = new Uint8Array((said.length + 1) * width)
  let most = 0
  let unit = 0
  let place = 0
  for (let row = said.length - 1; row >= 0; row--) {
    const key = numbers.get(said[row]?.key ?? '') ?? -1
    const [gain, cost, start] = [gains[row] ?? 0, costs[row] ?? 0, row * width]
    // the score of the place after this one, for this unit and for the one after it
    let [right, diagonal] = [0, 0]
    for (let column = window.length - 1; column >= 0; column--) {
      const below = after[column] ?? 0
      let score = right - (others[column] ?? 0)
      let move = ONLY_SPOKEN
      if (below - cost >= score) {
        score = below - cost
        move = ONLY_OWN
      }
      const both = keys[column] === key ? gain + diagonal : 0
      if (both >= score) {
        score = both
        move = BOTH
      }
      diagonal = below
      right = score > 0 ? score : 0
      scores[column] = right
      if (right === 0) continue
      moves[start + column] = move
      if (right >= most) {
        most = right
        unit = row
        place = column
      }
    }
    ;[scores, after] = [after, scores]
  }
  const steps: Step[] = []
  let [row, column] = [unit, place]
  for (;;) {
    const move = moves[row * width + column]
    if (!move) return { unit, place, steps }
    steps.push({
      own: move === ONLY_SPOKEN ? undefined : said[row],
      spoken: move === ONLY_OWN ? undefined : window[column],
    })
    if (move !== ONLY_SPOKEN) row++
    if (move !== ONLY_OWN) column++
  }
}
