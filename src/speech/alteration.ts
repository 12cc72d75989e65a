/**
 * The stretch of a speech that a quotation altered: where most of its words stand in their order, and
 * what differs there. What is word for word is found in verbatim.ts.
 */
import { alignment, inOrder } from './alignment.ts'
import type { Step } from './alignment.ts'
import { clauseEnd, clauseStart, endsSentence, sentenceEnd } from './clauses.ts'
import type { SpokenWords } from './spoken.ts'
import { FEWEST_WORDS, isWord, joined } from './units.ts'
import type { QuotedWord, Run } from './units.ts'

/** What the quotation has where the speech has something else; '' where one of them has nothing. */
export interface Difference {
  readonly said: string
  readonly speech: string
}

/** Words of the speech, and what differs there. */
export interface Alteration {
  readonly run: Run
  readonly differences: readonly Difference[]
}

/** A quotation is an alteration where the speech has this share of its words in their order, and of its words of content. */
const ALIKE = 0.6
/** With this share it is one whatever the one word is that differs; a part of a long sentence needs so much. */
const NEARLY_ALL = 0.8
/** Where so many words in a row are the speech's … */
const IN_A_ROW = 6
/** … this share is enough. */
const WITH_A_ROW = 0.4
/** So many words of content in common make a likeness; fewer do where they are all, or one word is another. */
const LIKENESS = 3
/** What one word in the place of another costs, see `Compared`. */
const ONE_WORD = 1.5
/** Places that are looked at more closely. */
const CANDIDATES = 3
/** How closely these are known beforehand, in words. */
const STEP = 4
/** How many more words than the quotation the speech may have there. */
const SLACK = 20
/** A quotation of more words than this is placed by its rarer words, and compared at one place only: it takes time. */
const LONG = 50
/** Words and marks that 4,000 letters of prose have at most; to compare more would take too long. */
const LONGEST = 800
/** Words that the speech has at most so often are rare. */
const RARE = 16

/**
 * The stretch of the speech that is most alike, and what differs.
 * @param pieces what the quotation has between its marks of omission
 * @param isContent whether a folded word carries content: small words alone are no likeness
 * @returns undefined where nothing is alike
 */
export function nearestAlteration(
  { words, at }: SpokenWords,
  pieces: readonly (readonly QuotedWord[])[],
  isContent: (word: string) => boolean,
): Alteration | undefined {
  const said = pieces.flat()
  if (said.length > LONGEST) return undefined
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
function stretchesNear(said: readonly QuotedWord[], at: SpokenWords['at']): Run[] {
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
    .map(([from, to]): Run => [from, clauseEnd(words, to)])
    .map((window) => ({ window, same: inOrder(said, words.slice(...window)) }))
    // counting the words in common is quick, telling the differences is not
    .filter(({ same }) => same >= fewest)
    // of the same the earlier, which has more of what stands before the first word in common
    .sort((a, b) => b.same - a.same || a.window[0] - b.window[0])
    .slice(0, said.length > LONG ? 1 : undefined)
  let best: Compared | undefined
  for (const { window, same } of windows) {
    // no other comes nearer
    if (best && wordCount - same >= best.cost) break
    const compared = compare(said, words, window, isContent)
    if (compared.matched.length >= fewest && (!best || compared.cost < best.cost)) best = compared
  }
  return best && isAlike(best, said, share, isContent) ? best : undefined
}

/** Whether what is in common is enough, and enough of it content. */
function isAlike(
  { matched, cost, inARow }: Compared,
  said: readonly QuotedWord[],
  share: number,
  isContent: (word: string) => boolean,
): boolean {
  const words = said.filter(isWord)
  const isAllButOne = cost <= ONE_WORD
  if (isAllButOne && matched.length >= NEARLY_ALL * words.length) return true
  const content = words.filter(({ key }) => isContent(key)).length
  const alike = matched.filter(({ key }) => isContent(key)).length
  if (share < ALIKE) return inARow >= IN_A_ROW && alike >= LIKENESS
  return (
    alike >= ALIKE * content &&
    cost <= matched.length &&
    (isAllButOne || alike >= Math.min(content, LIKENESS))
  )
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
  const { matched, inARow, hunks } = hunksOf(steps)
  const cost =
    said.filter(isWord).length -
    matched.length +
    hunks.flatMap(({ speech }) => speech.filter(isWord)).length / 2
  // before and after that the window is only context: what the speech has there in its clause
  const before = said.slice(0, unit)
  let after = said.slice(unit + steps.filter(({ own }) => own).length)
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
  const differences = [
    { said: before, speech: words.slice(from, first) },
    ...hunks,
    { said: after, speech: words.slice(last, to) },
  ]
    .filter((one) => one.said.length + one.speech.length > 0)
    .map((one) => ({ said: joined(one.said), speech: joined(one.speech) }))
  return { matched, cost, inARow, run: [from, to], differences }
}

/** The words that both have, how many of them at most in a row, and what differs between them. */
function hunksOf(steps: readonly Step[]): {
  matched: QuotedWord[]
  inARow: number
  hunks: { said: QuotedWord[]; speech: QuotedWord[] }[]
} {
  const matched: QuotedWord[] = []
  const hunks: { said: QuotedWord[]; speech: QuotedWord[] }[] = []
  let isOpen = false
  let [row, inARow] = [0, 0]
  for (const { own, spoken } of steps) {
    if (own && spoken) {
      isOpen = false
      if (!isWord(own)) continue
      matched.push(own)
      row++
      inARow = Math.max(inARow, row)
      continue
    }
    if (!isOpen) hunks.push({ said: [], speech: [] })
    isOpen = true
    row = 0
    if (own) hunks.at(-1)?.said.push(own)
    if (spoken) hunks.at(-1)?.speech.push(spoken)
  }
  return { matched, inARow, hunks }
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
