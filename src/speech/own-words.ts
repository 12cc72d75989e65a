/** Whether the words around quotations are somebody's own, so that only the quotations are to be compared. */
import type { Attributions } from './around.ts'
import { clauseStart, endsClauseAt, negationsIn, sentenceEnd, sentenceStart } from './clauses.ts'
import { isFound } from './judge.ts'
import type { Judged, Judgement } from './judge.ts'
import type { Marked } from './marked.ts'
import { splitSentences } from './sentences.ts'
import { FEWEST_WORDS, countWords, folded, isWord, unitsOf } from './units.ts'
import type { QuotedWord, Run } from './units.ts'

/**
 * Whether only the quotations are to be compared: they are the speech's, nothing negates them, and the text does not read as the
 * speech with some of its words moved out of the quotation marks.
 * @param judged what became of the quotations, of many only of the first
 * @param whole what became of all the text as one quotation
 * @param words the speech
 */
export function areOwnWords(
  { quotations, around }: Marked,
  judged: readonly Judged[],
  whole: Judged,
  words: readonly QuotedWord[],
  { leadsOn, reports }: Attributions,
): boolean {
  const isAbsent = whole.judgement.verdict === 'absent'
  // of words too short to be told the whole may tell more
  if (judged.length === 0 || !(isAbsent || judged.some(isFound))) return false
  const between = around.join(' ')
  // they are surely no one quotation: then each may be altered, or absent
  const isSeveral =
    whole.judgement.verdict === 'altered' &&
    (areSentences(quotations) ||
      (!quotations.every((quotation) => isIn(quotation, whole, words)) &&
        (countWords(between) < FEWEST_WORDS || !isIn(between, whole, words))))
  // what somebody is said to have said may be altered, and the words before it be like the speech's
  const isReport =
    judged.some(({ judgement }) => judgement.verdict === 'altered') && around.some(reports)
  // who says what comes next begins as it were a sentence
  const others = around.map((text) => (leadsOn(text) ? '. ' : text))
  let previous: Run | undefined
  for (const [index, { quotation, judgement }] of judged.entries()) {
    const { before, after, isFirst } = besides(others, quotation, index)
    if (negationsIn([...before, ...after]).length > 0) return false
    if (!('run' in judgement)) {
      if (isSeveral) continue
      return false
    }
    if (isTurned(judgement, words)) return false
    if (judgement.verdict === 'altered' && !isReport && !isSeveral) return false
    const { run } = judgement
    const next = judged[index + 1]?.judgement
    // what joins two as the speech does alters nothing
    const isJoined = previous !== undefined && isSpokenBetween(previous, before, run, words)
    const isJoining = next && 'run' in next && isSpokenBetween(run, after, next.run, words)
    if (
      (!isReport && !isJoined && leadsAsSpeech(before, run, words)) ||
      (!isJoining && goesOnAsSpeech(before, after, run, words)) ||
      (previous && !isFirst && joinsAsSpeech(previous, before, run, words))
    )
      return false
    previous = run
  }
  return true
}

/**
 * The words around a quotation that are of one sentence with it: others have nothing to do with it.
 * @param index its number
 * @returns `isFirst` where no other quotation stands before it in that sentence
 */
function besides(
  around: readonly string[],
  quotation: string,
  index: number,
): { before: readonly QuotedWord[]; after: readonly QuotedWord[]; isFirst: boolean } {
  // "X" stands for the quotation, with the stop that it ends with
  const upTo = splitSentences(`${around[index] ?? ''}X`)
  const end = /[.!?]?$/u.exec(quotation.trim())?.[0] ?? ''
  const [from = ''] = splitSentences(`X${end}${around[index + 1] ?? ''}`)
  return {
    before: unitsOf(upTo.at(-1)?.slice(0, -1) ?? '').filter(isWord),
    after: unitsOf(from.slice(1)).filter(isWord),
    isFirst: upTo.length > 1,
  }
}

/** Whether they are sentences of their own, so that they are no parts of one. */
function areSentences(quotations: readonly string[]): boolean {
  return quotations.length > 1 && quotations.every((quotation) => /^\s*\p{Lu}/u.test(quotation))
}

/** Whether a text has most of its words where a quotation was found; a word or two may be anything. */
export function isIn(text: string, { judgement }: Judged, words: readonly QuotedWord[]): boolean {
  const own = unitsOf(text).filter(isWord)
  if (own.length < FEWEST_WORDS) return true
  return 'run' in judgement && isMostlyIn(own, words.slice(...judgement.run))
}

// a negation is left out of it, or right before it
function isTurned(judgement: Judgement, words: readonly QuotedWord[]): boolean {
  if (judgement.verdict === 'altered') {
    const [from] = judgement.run
    return negationsIn(words, clauseStart(words, from), from).length > 0
  }
  return (
    judgement.verdict === 'abridged' && judgement.leftOut.some(({ negations }) => negations !== '')
  )
}

// "We have every intention to" before "replace the United States"
function leadsAsSpeech(
  before: readonly QuotedWord[],
  [from]: Run,
  words: readonly QuotedWord[],
): boolean {
  const spoken = words.slice(sentenceStart(words, from), from)
  return !isAnd(before) && isMostlyIn(before, spoken)
}

// "Canada" after "We have no intention to challenge or replace"
function goesOnAsSpeech(
  before: readonly QuotedWord[],
  after: readonly QuotedWord[],
  [from, to]: Run,
  words: readonly QuotedWord[],
): boolean {
  if (after.length === 0 || isAnd(after)) return false
  const spoken = words.slice(to, sentenceEnd(words, to))
  // what breaks off is not to be ended in other words, unless it is a part of somebody's own sentence
  const isPart = before.length > 0 && from > sentenceStart(words, from)
  if (!isPart && !endsClauseAt(words, to)) return true
  const [next] = after
  return (
    (next?.key === words[to]?.key && next?.key !== 'and') ||
    isMostlyIn(after, spoken.slice(0, reach(after)))
  )
}

// "500" between "There are 50 pairs of sister provinces/states and" and "pairs of sister cities"
function joinsAsSpeech(
  [, end]: Run,
  between: readonly QuotedWord[],
  [from]: Run,
  words: readonly QuotedWord[],
): boolean {
  if (end > from || end <= sentenceStart(words, from)) return false
  const spoken = words.slice(end, from).filter(isWord)
  if (spoken.length === 0 && isAnd(between)) return false
  return folded(spoken) !== folded(between) && spoken.length <= reach(between)
}

/** Whether the speech has just these words between two quotations: "which" */
function isSpokenBetween(
  [, end]: Run,
  between: readonly QuotedWord[],
  [from]: Run,
  words: readonly QuotedWord[],
): boolean {
  return end <= from && folded(words.slice(end, from).filter(isWord)) === folded(between)
}

function isAnd(own: readonly QuotedWord[]): boolean {
  return folded(own) === 'and'
}

// how far so many words go in the speech: "and to" is somewhere in every long sentence
function reach(own: readonly QuotedWord[]): number {
  return own.length + FEWEST_WORDS
}

function isMostlyIn(own: readonly QuotedWord[], spoken: readonly QuotedWord[]): boolean {
  return 2 * inOrder(own, spoken) > own.length
}

/** How many words both have in the same order: the length of their longest common subsequence. */
function inOrder(own: readonly QuotedWord[], spoken: readonly QuotedWord[]): number {
  let lengths = spoken.map(() => 0)
  for (const { key } of own) {
    let [longest, before] = [0, 0]
    lengths = lengths.map((above, index) => {
      longest = spoken[index]?.key === key ? before + 1 : Math.max(longest, above)
      before = above
      return longest
    })
  }
  return lengths.at(-1) ?? 0
}
