/**
 * The stretch of a speech that a quotation altered: where most of its words stand in their order, and
 * what differs there. Whether a quotation is word for word is told in quotation.ts.
 */
import { clauseEnd, clauseStart, endsSentence, sentenceEnd } from './clauses.ts'
import { FEWEST_WORDS, isSign, isWord, joined } from './units.ts'
import type { QuotedWord, Run } from './units.ts'

/** What the quotation has where the speech has something else; '' where one of them has nothing. */
export interface Difference {
  readonly said: string
  readonly speech: string
}

/** The words of the speech from `from` up to `to`, and what differs there. */
export interface Alteration {
  readonly from: number
  readonly to: number
  readonly differences: readonly Difference[]
}

/** From this share of its words in the right order a quotation is an alteration of the speech; so of its words of content. */
const ALIKE = 0.6
/** Where only one word differs it is one from this share on, whatever that word is; so is a part of a long sentence. */
const NEARLY_ALL = 0.8
/** Where so many words in a row are the speech's, it is one from this share on. */
const IN_A_ROW = 6
const WITH_A_ROW = 0.4
/** So many words of content in common make a likeness; fewer do where they are all, or one word is another. */
const LIKENESS = 3
/** What a word in common is worth, of content and small, and what others cost, see `alignment`. */
const CONTENT = 12
const SMALL = 10
const OTHER = 3
const MARK = 1
/** The end of a sentence that the quotation does not have. */
const SENTENCE = 12
/** What one word in the place of another costs, see `Compared`. */
const ONE_WORD = 1.5
/** Places that are looked at more closely, and how closely they are known beforehand, in words. */
const CANDIDATES = 3
const STEP = 4
/** How many more words than the quotation the speech may have there. */
const SLACK = 20
/** A quotation of more words than this is placed by its rarer words, and to a few words. */
const LONG = 50
/** Words that the speech has no oftener are rare. */
const RARE = 16

/**
 * The stretch of the speech that is most alike, and what differs.
 * @param words the speech
 * @param at where each word stands in it
 * @param pieces what the quotation has between its marks of omission
 * @param isContent whether a folded word carries content: small words alone are no likeness
 * @returns undefined where nothing is alike
 */
export function nearestAlteration(
  words: readonly QuotedWord[],
  at: ReadonlyMap<string, readonly number[]>,
  pieces: readonly (readonly QuotedWord[])[],
  isContent: (word: string) => boolean,
): Alteration | undefined {
  const said = pieces.flat()
  // several sentences or pieces are told each for itself
  const isOne = pieces.length === 1 && !said.some(endsSentence)
  const near = stretchesNear(said, at)
  return (
    likest(said, words, near, ALIKE, isContent) ??
    likest(said, words, longSentences(said, words), NEARLY_ALL, isContent) ??
    (isOne ? likest(said, words, near, WITH_A_ROW, isContent) : undefined)
  )
}

/** Where most words of the quotation vote for its beginning: stretches a little longer than itself. */
function stretchesNear(
  said: readonly QuotedWord[],
  at: ReadonlyMap<string, readonly number[]>,
): Run[] {
  // each word of the quotation votes for the place where the quotation would begin; rare words more
  const votes = new Map<number, number>()
  for (const [index, { key }] of said.entries()) {
    const places = at.get(key) ?? []
    if (said.length > LONG && places.length > RARE) continue
    for (const place of places) {
      const bucket = Math.round((place - index) / STEP)
      for (const near of [bucket, bucket - 1, bucket + 1])
        votes.set(near, (votes.get(near) ?? 0) + 1 / places.length)
    }
  }
  const buckets: number[] = []
  // a word votes for three in a row: those beside one that is chosen are its place too
  for (const [bucket] of [...votes].sort((a, b) => b[1] - a[1])) {
    if (buckets.every((other) => Math.abs(other - bucket) > 1)) buckets.push(bucket)
    if (buckets.length === CANDIDATES) break
  }
  return buckets.map((bucket) => {
    const from = Math.max(0, (bucket - 1) * STEP)
    return [from, from + said.length + SLACK]
  })
}

/** Sentences that are so long that a stretch near does not hold all that is quoted of them. */
function longSentences(said: readonly QuotedWord[], words: readonly QuotedWord[]): Run[] {
  const sentences: Run[] = []
  if (said.length > LONG) return sentences
  for (let from = 0; from < words.length;) {
    const to = sentenceEnd(words, from + 1)
    if (to - from > said.length + SLACK) sentences.push([from, to])
    from = to
  }
  return sentences
}

/**
 * Of these stretches the one that is most alike.
 * @param share of the quotation's words that must be there in order
 * @returns undefined where none is alike enough
 */
function likest(
  said: readonly QuotedWord[],
  words: readonly QuotedWord[],
  stretches: readonly Run[],
  share: number,
  isContent: (word: string) => boolean,
): Alteration | undefined {
  const wordCount = said.filter(isWord).length
  const fewest = share * wordCount
  const windows = stretches
    // what ends in the midst of a clause would cut off a word that both have
    .map(([from, to]) => ({ from, to: clauseEnd(words, to) }))
    .map(({ from, to }) => ({ from, to, same: inOrder(said, words.slice(from, to)) }))
    // counting the words in common is quick, telling the differences is not
    .filter(({ same }) => same >= fewest)
    // of the same the earlier, which has more of what stands before the first word in common
    .sort((a, b) => b.same - a.same || a.from - b.from)
    .slice(0, said.length > LONG ? 1 : undefined)
  let best: Compared | undefined
  for (const { from, to, same } of windows) {
    // no other comes nearer
    if (best && wordCount - same >= best.cost) break
    const compared = compare(said, words, [from, to], isContent)
    if (compared.matched.length >= fewest && (!best || compared.cost < best.cost)) best = compared
  }
  if (!best) return undefined
  const { matched, cost, inARow } = best
  const content = said.filter((unit) => isWord(unit) && isContent(unit.key)).length
  const alike = matched.filter(({ key }) => isContent(key)).length
  // all but a word, and many words: whatever the one word is
  if (cost <= ONE_WORD && matched.length >= NEARLY_ALL * wordCount) return best
  if (share < ALIKE) return inARow >= IN_A_ROW && alike >= LIKENESS ? best : undefined
  const isLike = alike >= Math.min(content, LIKENESS) || cost <= ONE_WORD
  return alike >= ALIKE * content && cost <= matched.length && isLike ? best : undefined
}

interface Compared extends Alteration {
  /** words in common */
  readonly matched: readonly QuotedWord[]
  /**
   * 1 for each word that only the quotation has, and a half for each that only the speech has between
   * the first word in common and the last
   */
  readonly cost: number
  /** most words in common in a row */
  readonly inARow: number
}

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
interface Step {
  readonly own?: QuotedWord | undefined
  readonly spoken?: QuotedWord | undefined
}

/**
 * Where most is in common and least differs, unit by unit: before and after it more differs than is the same.
 * This is the local alignment of Smith and Waterman, "Identification of Common Molecular Subsequences" (1981).
 * @returns the numbers of its first units, and its steps
 */
function alignment(
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
  // the best from a unit and a place on, and its first step, a row for each unit
  const width = window.length + 1
  const scores = new Int32Array((said.length + 1) * width)
  const moves = new Uint8Array(scores.length)
  let [most, unit, place] = [0, 0, 0]
  for (let row = said.length - 1; row >= 0; row--) {
    const [key, gain, cost] = [numbers.get(said[row]?.key ?? ''), gains[row] ?? 0, costs[row] ?? 0]
    for (let column = window.length - 1; column >= 0; column--) {
      const here = row * width + column
      const both = keys[column] === key ? gain + (scores[here + width + 1] ?? 0) : 0
      const own = (scores[here + width] ?? 0) - cost
      const spoken = (scores[here + 1] ?? 0) - (others[column] ?? 0)
      const score = Math.max(both, own, spoken)
      if (score <= 0) continue
      scores[here] = score
      moves[here] = score === both ? BOTH : score === own ? ONLY_OWN : ONLY_SPOKEN
      if (score >= most) [most, unit, place] = [score, row, column]
    }
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

/**
 * What a quotation and a window of the speech have in common, and what differs.
 * @param words the speech
 * @param window where in it
 */
function compare(
  said: readonly QuotedWord[],
  words: readonly QuotedWord[],
  [start, stop]: Run,
  isContent: (word: string) => boolean,
): Compared {
  const { unit, place, steps } = alignment(said, words.slice(start, stop), isContent)
  const matched: QuotedWord[] = []
  const hunks: { said: QuotedWord[]; speech: QuotedWord[] }[] = []
  let open: (typeof hunks)[number] | undefined
  let [row, inARow] = [0, 0]
  for (const { own, spoken } of steps) {
    if (own && spoken) {
      if (open) row = 0
      open = undefined
      if (isWord(own)) row = matched.push(own) && row + 1
      inARow = Math.max(inARow, row)
    } else {
      open ??= hunks[hunks.push({ said: [], speech: [] }) - 1]
      if (own) open?.said.push(own)
      if (spoken) open?.speech.push(spoken)
    }
  }
  const cost =
    said.filter(isWord).length -
    matched.length +
    hunks.flatMap(({ speech }) => speech.filter(isWord)).length / 2
  // before and after that the window is only context: what the speech has there in its clause
  const before = withWords(said.slice(0, unit))
  let after = withWords(said.slice(unit + steps.filter(({ own }) => own).length))
  const first = start + place
  let last = first + steps.filter(({ spoken }) => spoken).length
  // both go on after the same mark
  const [next] = after
  if (next && !endsSentence(next) && next.key === words[last]?.key) {
    after = after.slice(1)
    last++
  }
  const from = before.length > 0 ? first - leadOf(words, first, before.length) : first
  const to = after.length > 0 ? last + tailOf(words, last, after.length) : last
  return {
    matched,
    cost,
    inARow,
    from,
    to,
    differences: [
      { said: before, speech: words.slice(from, first) },
      ...hunks,
      { said: after, speech: words.slice(last, to) },
    ]
      .filter(({ said: own, speech }) => own.length + speech.length > 0)
      .map(({ said: own, speech }) => ({ said: joined(own), speech: joined(speech) })),
  }
}

// marks alone at the ends of a quotation are nothing
function withWords(units: readonly QuotedWord[]): readonly QuotedWord[] {
  return units.some((unit) => isWord(unit) || isSign(unit)) ? units : []
}

/** How many words the speech has there for so many, in its clause: before `first`, where a "no" may stand … */
function leadOf(words: readonly QuotedWord[], first: number, count: number): number {
  return Math.min(first - clauseStart(words, first), Math.max(count, FEWEST_WORDS))
}

/** … and from `last` on; of a word or two more the clause is shown whole. */
function tailOf(words: readonly QuotedWord[], last: number, count: number): number {
  // the mark before it is no end
  const isAfterMark = !words.slice(last - 1, last).every(isWord)
  const length = clauseEnd(words, isAfterMark ? last + 1 : last) - last
  return length <= FEWEST_WORDS ? length : Math.min(count, length)
}
