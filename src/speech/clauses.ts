/** Where the clauses and sentences of a text end, and what negates them: from its words and marks, without grammar. */
import { isCapital } from './units.ts'
import type { QuotedWord, Run } from './units.ts'

// words that say no, and words that work like one
const NEGATIONS = new Set(
  `no not never nor neither none nobody nothing without cannot avoid avoids avoided avoiding stop stops stopped stopping
  less hardly barely scarcely refuse refuses refused refusing oppose opposes opposed opposing prevent prevents prevented
  preventing fail fails failed failing except unless deny denies denied denying`.split(/\s+/u),
)
// these do so only before another word ("rather than", but "it is rather for us")
const NEGATIONS_OF_TWO = new Map([
  ['rather', 'than'],
  ['instead', 'of'],
])
// what they govern is ended, made less or refused: without them it may seem to be wanted
const REVERSALS = new Set(
  `abandon abandons abandoned abandoning abolish abolishes abolished abolishing ban bans banned banning combat combats
  combating combatting condemn condemns condemned condemning contain contains contained containing counter counters
  countered countering curb curbs curbed curbing cut cuts cutting decrease decreases decreased decreasing defeat defeats
  defeated defeating destroy destroys destroyed destroying eliminate eliminates eliminated eliminating end ends ended
  ending fight fights fighting fought halt halts halted halting lack lacks lacked lacking lift lifts lifted lifting lose
  loses lost losing lower lowers lowered lowering overcome overcomes overcame overcoming quit quits quitting reduce
  reduces reduced reducing reject rejects rejected rejecting remove removes removed removing resist resists resisted
  resisting restrict restricts restricted restricting reverse reverses reversed reversing suppress suppresses suppressed
  suppressing withdraw withdraws withdrew withdrawing`.split(/\s+/u),
)
const REVERSALS_OF_TWO = new Map([
  ['give', 'up'],
  ['gives', 'up'],
  ['gave', 'up'],
  ['giving', 'up'],
  ['ward', 'off'],
  ['get', 'rid'],
])
// how much, how many or which of them; numbers do so too
const QUANTITIES = new Set(
  `second third fourth fifth sixth seventh eighth ninth tenth half quarter less fewer few least nearly almost about around
  under below over above more most many some several partly part only one two three four five six seven eight nine ten
  dozen hundred thousand`.split(/\s+/u),
)
// they may stand between these and what they are said of: "less than", "part of"
const QUANTITY_LINKS = new Set(['a', 'an', 'most', 'of', 'than', 'the'])
// these stand for what was said before them, as the subject of what follows
const RELATIVES = new Set(['which', 'who'])
// with these a clause begins before its subject
const COORDINATORS = new Set(['and', 'but', 'nor', 'or'])
// what begins with one of these goes on about nobody else: it has a subject of its own, or needs none
const NO_PREDICATE = new Set(
  `a about above after all an any around as at because before below between both by during each every for from her his i
  if in into its it like many my of on onto our over per she since some than that the their there these they this those
  through to toward towards under until we when where whether which while who whom whose with within you your he`.split(
    /\s+/u,
  ),
)
// what is said after one of these stands for itself
const CONJUNCTIONS = new Set(['although', 'because', 'but', 'though', 'whereas', 'while'])
// what ends a clause
const MARK = /^[.,;:!?]$/u

/**
 * Where the negations among `words` from `from` up to `to` stand: leaving one out, or putting one in, may
 * turn what is said into its opposite.
 */
export function negationsIn(
  words: readonly QuotedWord[],
  from = 0,
  to = words.length,
): readonly Run[] {
  const found: Run[] = []
  for (let index = from; index < to; index++) {
    const key = words[index]?.key ?? ''
    if (NEGATIONS.has(key) || key.endsWith("n't")) found.push([index, index + 1])
    else if (isPairAt(words, index, NEGATIONS_OF_TWO)) found.push([index, index + 2])
  }
  return found
}

/**
 * Whether a word in a gap changes nothing, since it leads an item of a list and the word next to the gap is the
 * same: "stop … undermining" of "stop smearing the CPC, and stop undermining". A "not" within "not … that
 * they are not" is a second one.
 * @param gap the words left out, from the first up to the last
 * @param at the number of the word
 */
export function isSaidBeside(words: readonly QuotedWord[], [from, to]: Run, at: number): boolean {
  const key = words[at]?.key
  const before = words[at - 1]?.key ?? ''
  const next = words[to]?.key ?? ''
  const beside = [words[from - 1]?.key, COORDINATORS.has(next) ? words[to + 1]?.key : next]
  return (MARK.test(before) || COORDINATORS.has(before)) && beside.includes(key)
}

/**
 * The words in a gap that govern what goes on after it and may give it another meaning, from the first of
 * them up to the end of the gap: what ends or lessens it ("abandon"), how much of it there is ("second"),
 * what it is said of ("which"), or the beginning of a clause, or of another sentence, in the midst of which
 * it goes on. Undefined where there are none.
 */
export function governingIn(words: readonly QuotedWord[], [from, to]: Run): Run | undefined {
  const start = Math.max(from, clauseStart(words, to))
  for (let index = to - 1; index >= start; index--) {
    if (isGoverning(words, index, [from, to])) return [index, to]
  }
  const sentence = sentenceStart(words, to)
  if (sentence > from && goesOnWithPredicate(words, [from, to])) return [sentence, to]
  // "stop … and stop undermining", or one item of a list after another
  const isSaid = words[to - 1]?.key === words[from - 1]?.key
  return start > from && !isSaid && !isItemAt(words, to) ? beforeSubject(words, to) : undefined
}

// "or", "or even" before it
function isItemAt(words: readonly QuotedWord[], index: number): boolean {
  const isEven = /^(?:also|even)$/u.test(words[index - 1]?.key ?? '')
  const before = words[isEven ? index - 2 : index - 1]
  return COORDINATORS.has(before?.key ?? '') || COORDINATORS.has(words[index]?.key ?? '')
}

function isGoverning(words: readonly QuotedWord[], index: number, [from, to]: Run): boolean {
  const key = words[index]?.key ?? ''
  if (REVERSALS.has(key) || isPairAt(words, index, REVERSALS_OF_TWO)) {
    // "suppressing or even … defeating"
    return !REVERSALS.has(words[to]?.key ?? '') && !isSaidBeside(words, [from, to], index)
  }
  if (RELATIVES.has(key)) return index === to - 1
  const isQuantity = QUANTITIES.has(key) || /^\p{Sc}?\p{N}/u.test(key)
  const next = index === to - 2 ? (words[index + 1]?.key ?? '') : ''
  return isQuantity && (index === to - 1 || QUANTITY_LINKS.has(next))
}

function isPairAt(
  words: readonly QuotedWord[],
  index: number,
  pairs: ReadonlyMap<string, string>,
): boolean {
  const second = pairs.get(words[index]?.key ?? '')
  return second !== undefined && words[index + 1]?.key === second
}

/**
 * The words between the beginning of a clause and word number `index`, without which that may be taken for
 * its subject: "welcomed the growth of" before "the United States". Undefined where that begins the clause.
 */
export function beforeSubject(words: readonly QuotedWord[], index: number): Run | undefined {
  const start = nameStart(words, index)
  const before = words[start - 1]?.key ?? ''
  const isSubject =
    isClauseBetween(words, start) ||
    before === 'that' ||
    (COORDINATORS.has(before) && isClauseBetween(words, start - 1))
  return isSubject ? undefined : [clauseStart(words, index), index]
}

/**
 * Whether words go on with what is said of a subject that stands before a gap, in a new clause or with a
 * verb joined to it, so that they may seem to be said of what stands right before the gap.
 * @param gap the words left out, from the first up to the last
 */
export function goesOnWithPredicate(words: readonly QuotedWord[], [from, to]: Run): boolean {
  const next = COORDINATORS.has(words[to]?.key ?? '') ? to + 1 : to
  const last = words[next - 1]?.key ?? ''
  const isJoined = clauseStart(words, next) >= from || COORDINATORS.has(last) || RELATIVES.has(last)
  const word = words[next]
  return isJoined && word !== undefined && !NO_PREDICATE.has(word.key) && !isCapital(word)
}

/** The number of the first word of a name and its titles: of "The" in "The late Professor Ezra Vogel". */
export function nameStart(words: readonly QuotedWord[], index: number): number {
  if (!isCapital(words[index])) return index
  let start = index
  // a capital says nothing of the first word of a sentence
  while (!isClauseBetween(words, start) && isTitle(words, start - 1)) start--
  const article = start - 2
  const isAfterArticle =
    /^(?:a|an|the)$/u.test(words[article]?.key ?? '') && isClauseBetween(words, article)
  return isAfterArticle && !isClauseBetween(words, start) ? article : start
}

function isTitle(words: readonly QuotedWord[], index: number): boolean {
  return isCapital(words[index]) && !isSentenceBetween(words, index)
}

/** The number of the first word of the clause in which word number `index` stands. */
export function clauseStart(words: readonly QuotedWord[], index: number): number {
  let start = index
  while (!isClauseBetween(words, start)) start--
  return start
}

/** Whether one clause ends and another begins before word number `index`. */
export function isClauseBetween(words: readonly QuotedWord[], index: number): boolean {
  const [before, after] = [words[index - 1], words[index]]
  if (!before || !after || before.line !== after.line) return true
  // a list goes on after its comma: "did not start a war, or join one"
  if (MARK.test(before.key)) return !(before.key === ',' && after.key === 'or')
  // dashes are no words of their own
  return (
    CONJUNCTIONS.has(after.key) || /[—–]|\s--?\s/u.test(after.source.slice(before.end, after.start))
  )
}

/** Whether a clause ends with the word before number `index`, or with the mark that follows it. */
export function endsClauseAt(words: readonly QuotedWord[], index: number): boolean {
  return isClauseBetween(words, index) || MARK.test(words[index]?.key ?? '')
}

/** The number of the first word of the sentence in which word number `index` stands. */
export function sentenceStart(words: readonly QuotedWord[], index: number): number {
  let start = index
  while (!isSentenceBetween(words, start)) start--
  return start
}

/** The number of the first word after the sentence in which the word before number `index` stands. */
export function sentenceEnd(words: readonly QuotedWord[], index: number): number {
  let end = index
  while (!isSentenceBetween(words, end)) end++
  return end
}

function isSentenceBetween(words: readonly QuotedWord[], index: number): boolean {
  const [before, after] = [words[index - 1], words[index]]
  return !before || !after || before.line !== after.line || endsSentence(before)
}

/** Whether it is a mark at the end of a sentence; so is the stop of an abbreviation. */
export function endsSentence({ key }: QuotedWord): boolean {
  return /^[.!?]$/u.test(key)
}
