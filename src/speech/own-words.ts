/** Whether the words around quotations are somebody's own, so that only the quotations are to be compared. */
import type { Attributions } from './around.ts'
import { endsClauseAt, negationsIn, sentenceEnd, sentenceStart } from './clauses.ts'
import { isFound } from './judge.ts'
import type { Judged } from './judge.ts'
import type { Marked } from './marked.ts'
import { splitSentences } from './sentences.ts'
import { FEWEST_WORDS, folded, isWord, unitsOf } from './units.ts'
import type { QuotedWord, Run } from './units.ts'

/**
 * Whether only the quotations are to be compared: nothing negates them, and the text does not read as the speech
 * with some of its words moved out of the quotation marks. Where one of them is wrong nothing can be called right
 * by that, and one that is found is enough.
 * @param judged what became of the quotations, of many only of the first
 * @param words the speech
 */
export function areOwnWords(
  { around }: Marked,
  judged: readonly Judged[],
  words: readonly QuotedWord[],
  { saysWho, isWithin }: Attributions,
): boolean {
  const isWrong = judged.some(({ verdict }) => verdict === 'altered' || verdict === 'absent')
  if (isWrong) return judged.some(isFound)
  // who said it ends a sentence, and who says what comes next begins one; "Wang called on the US to" is a part of it
  const others = around.map((text, index) =>
    saysWho(text) && (index === judged.length || !isWithin(text)) ? '. ' : text,
  )
  return judged.every(({ quotation, run, leftOut }, index) => {
    const { before, after, isFirst } = besides(others, quotation, index)
    if (!run || negationsIn([...before, ...after]).length > 0) return false
    // a negation is left out of it, or right before it
    const isTurned = leftOut.some(({ negations }) => negations !== '')
    if (isTurned && before.length > 0 && !saysWho(around[index] ?? '')) return false
    const previous = judged[index - 1]?.run
    return !(
      leadsAsSpeech(before, run, words) ||
      goesOnAsSpeech(before, after, run, words) ||
      (previous && !isFirst && joinsAsSpeech(previous, before, run, words))
    )
  })
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
