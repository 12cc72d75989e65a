/**
 * The stretch of a speech that a quotation altered: where most of its words stand in their order, and
 * what differs there. Whether a quotation is word for word is told in quotation.ts.
 */
import { endsSentence, sentenceEnd } from './clauses.ts'
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
/** So many words of content in common make a likeness; fewer do where they are all, or one word is another. */
const LIKENESS = 3
/** What one word in the place of another costs, see `Compared`. */
const ONE_WORD = 1.5
/** Places that are looked at more closely, and how closely they are known beforehand, in words. */
const CANDIDATES = 3
const STEP = 4
/** How many more words than the quotation the speech may have there. */
const SLACK = 12
/** A quotation of more words than this is placed by its rarer words, and to a few words. */
const LONG = 50
/** Words that the speech has no oftener are rare. */
const RARE = 16

/**
 * The stretch of the speech that is most alike, and what differs.
 * @param words the speech
 * @param at where each word stands in it
 * @param said the quotation
 * @param isContent whether a folded word carries content: small words alone are no likeness
 * @returns undefined where nothing is alike
 */
export function nearestAlteration(
  words: readonly QuotedWord[],
  at: ReadonlyMap<string, readonly number[]>,
  said: readonly QuotedWord[],
  isContent: (word: string) => boolean,
): Alteration | undefined {
  return (
    likest(said, words, stretchesNear(said, at), ALIKE, isContent) ??
    likest(said, words, longSentences(said, words), NEARLY_ALL, isContent)
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
  return buckets
    .map((bucket) => bucket * STEP)
    .flatMap((start) =>
      Array.from({ length: said.length > LONG ? 1 : 2 * STEP + 1 }, (_, index) =>
        Math.max(0, start - STEP + index),
      ),
    )
    .map((from) => [from, from + said.length + SLACK])
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
    .map(([from, to]) => {
      const window = words.slice(from, to)
      return { from, window, same: inOrder(said, window) }
    })
    // counting the words in common is quick, telling the differences is not
    .filter(({ same }) => same >= fewest)
    // of the same the earlier, which has more of what stands before the first word in common
    .sort((a, b) => b.same - a.same || a.from - b.from)
    .slice(0, said.length > LONG ? 1 : undefined)
  let best: Compared | undefined
  for (const { from, window, same } of windows) {
    // no other comes nearer
    if (best && wordCount - same >= best.cost) break
    const compared = compare(said, window, fewest)
    if (compared && (!best || compared.cost < best.cost)) {
      best = { ...compared, from: from + compared.from, to: from + compared.to }
    }
  }
  if (!best) return undefined
  const content = said.filter((unit) => isWord(unit) && isContent(unit.key)).length
  const alike = best.matched.filter(({ key }) => isContent(key)).length
  // all but a word, and many words: whatever the one word is
  if (best.cost <= ONE_WORD && best.matched.length >= NEARLY_ALL * wordCount) return best
  const isLike = alike >= Math.min(content, LIKENESS) || best.cost <= ONE_WORD
  return alike >= ALIKE * content && isLike ? best : undefined
}

interface Compared extends Alteration {
  /** words in common */
  readonly matched: readonly QuotedWord[]
  /**
   * 1 for each word that only the quotation has, and a half for each that only the speech has between
   * the first word in common and the last
   */
  readonly cost: number
}

/** How many words both have in the same order: the length of their longest common subsequence. */
export function inOrder(said: readonly QuotedWord[], window: readonly QuotedWord[]): number {
  const words = said.filter(isWord)
  const row = commonRows(words, window).at(-1)
  return row === undefined ? 0 : words.length - row.toString(2).replaceAll('0', '').length
}

/**
 * The table of the longest common subsequence, a row for each of the others: bit n is 0 where the first n + 1
 * of `units` have one more in common with the others so far than the first n. A row is the bits of one
 * number, so that long texts take little time. Source: Hyyrö, "Bit-Parallel LCS-length Computation
 * Revisited" (2004).
 */
function commonRows(
  units: readonly QuotedWord[],
  others: readonly QuotedWord[],
): readonly bigint[] {
  const places = new Map<string, bigint>()
  for (const [index, { key }] of units.entries()) {
    places.set(key, (places.get(key) ?? 0n) | (1n << BigInt(index)))
  }
  const all = (1n << BigInt(units.length)) - 1n
  let row = all
  return others.map(({ key }) => {
    const matches = row & (places.get(key) ?? 0n)
    row = ((row + matches) | (row - matches)) & all
    return row
  })
}

/** Unit by unit, what both have, and what only one of them. */
function stepsBetween(
  said: readonly QuotedWord[],
  window: readonly QuotedWord[],
): readonly ('both' | 'said' | 'speech')[] {
  const rows = commonRows(window, said)
  const isMore = (unit: number, place: number): boolean =>
    unit >= 0 && (((rows[unit] ?? 0n) >> BigInt(place)) & 1n) === 0n
  const steps: ('both' | 'said' | 'speech')[] = []
  // back from the end of both
  let [unit, place] = [said.length - 1, window.length - 1]
  while (unit >= 0 || place >= 0) {
    if (place >= 0 && !isMore(unit, place)) {
      steps.push('speech')
      place--
    } else if (place < 0 || isMore(unit - 1, place)) {
      steps.push('said')
      unit--
    } else {
      steps.push('both')
      unit--
      place--
    }
  }
  return steps.reverse()
}

/**
 * What a quotation and a window of the speech have in common, and what differs; places count from the
 * window's start.
 * @param fewest words that both must have in order
 * @returns undefined where they have not
 */
function compare(
  said: readonly QuotedWord[],
  window: readonly QuotedWord[],
  fewest: number,
): Compared | undefined {
  let [left, right] = [0, 0]
  const matched: QuotedWord[] = []
  // the stretch from the first word in common to the last
  let [first, last] = [-1, -1]
  const hunks: { said: QuotedWord[]; speech: QuotedWord[]; place: number }[] = []
  let open: (typeof hunks)[number] | undefined
  for (const step of stepsBetween(said, window)) {
    if (step === 'both') {
      matched.push(...said.slice(left, ++left).filter(isWord))
      if (first < 0) first = right
      last = ++right
      open = undefined
    } else {
      open ??= hunks[hunks.push({ said: [], speech: [], place: right }) - 1]
      if (step === 'said') open?.said.push(...said.slice(left, ++left))
      else open?.speech.push(...window.slice(right, ++right))
    }
  }
  if (matched.length < fewest) return undefined
  let [from, to] = [first, last]
  let cost = said.filter(isWord).length - matched.length
  const differences: Difference[] = []
  for (const hunk of hunks) {
    // before the first and after the last word in common the window is only context: as many words
    // as were said there, within the sentence
    const leads = hunk.place < first
    const isOutside = leads || hunk.place >= last
    if (!isOutside) {
      cost += hunk.speech.filter(isWord).length / 2
      differences.push({ said: joined(hunk.said), speech: joined(hunk.speech) })
    } else if (hunk.said.some((unit) => isWord(unit) || isSign(unit))) {
      const speech = context(hunk.speech, Math.max(hunk.said.length, FEWEST_WORDS), leads)
      if (leads) from -= speech.length
      else to += speech.length
      differences.push({ said: joined(hunk.said), speech: joined(speech) })
    }
  }
  return { matched, from, to, cost, differences }
}

function context(
  words: readonly QuotedWord[],
  count: number,
  before: boolean,
): readonly QuotedWord[] {
  if (before) return words.slice(words.findLastIndex(endsSentence) + 1).slice(-count)
  const stop = words.findIndex(endsSentence)
  return words.slice(0, stop < 0 ? undefined : stop).slice(0, count)
}
