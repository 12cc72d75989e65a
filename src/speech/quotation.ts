import { inOrder, nearestAlteration } from './alteration.ts'
import { QUOTATIONS, buildQuotationReader, cleaned, unbroken } from './around.ts'
import { clauseStart, endsClauseAt, negationsIn, sentenceEnd, sentenceStart } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import { spokenLines } from './speech.ts'
import type { Speech } from './speech.ts'
import { FEWEST_WORDS, countWords, isSign, isWord, unitsOf } from './units.ts'
import type { QuotedWord, Run } from './units.ts'
import { everyPlace, verbatim } from './verbatim.ts'
import type { QuotedPlace, SpokenWords, Verbatim } from './verbatim.ts'

/** What became of a quotation, with the places that it is from or nearest to. */
export type Judgement =
  | Verbatim
  | { readonly verdict: 'absent' }
  /** with places where the speech has these words nevertheless */
  | {
      readonly verdict: 'too short'
      readonly places?: readonly QuotedPlace[]
      readonly run?: Run
    }

/** A quotation and what became of it. */
export interface Judged {
  readonly quotation: string
  readonly judgement: Judgement
  /** what stands in it in square brackets and was not compared: words of whoever quotes */
  readonly bracketed?: readonly string[]
}

const LEFT_OUT = /[[(]?\s{0,9}(?:…|\.{3,4}|\.\s\.\s\.(?:\s\.)?)\s{0,9}[\])]?/gu

// "[China has]": but a figure or a "not" in brackets is compared
const BRACKETED = /\[(?!sic\])([^[\]\p{N}…]{0,160}\p{L}{2}[^[\]\p{N}…]{0,160})\]/giu

export interface Checked {
  /** at least one */
  readonly quotations: readonly Judged[]
  /** they are the parts of one quotation, which stand in different places of the speech or not there at all */
  readonly apart: boolean
  /** only what stood in quotation marks was compared */
  readonly partly: boolean
  /** so many more quotations stand after these, which were not judged */
  readonly unchecked: number
}

/**
 * Judges what is typed as one quotation; where it is none, and what a message quotes, piece by piece: by
 * its quotation marks, or else by its sentences and what stands between "…". Words around quotation marks
 * that are clearly somebody's own are not compared.
 * @param isMessage whether the text is somebody's message, in which there may be quotations
 */
export type QuotationCheck = (text: string, isMessage: boolean) => Checked

/**
 * Compares quotations with the speech, word for word. Kinds of quote and dash, case and white
 * space do not count, nor the marks that open or close a piece; "…" and "[…]" stand for words
 * left out within a paragraph, none of which may be a "not" of what is quoted. What people put around a
 * quotation (see around.ts) is set aside where the rest is the speech's. It judges words, never whether
 * a statement is true.
 * @param isContent whether a folded word carries content: small words alone are no likeness
 */
export function buildQuotationCheck(
  speech: Speech,
  isContent: (word: string) => boolean,
): QuotationCheck {
  const lines = spokenLines(speech)
  const words = lines.flatMap(({ text }, line) => unitsOf(text, line))
  const at = new Map<string, number[]>()
  for (const [index, { key }] of words.entries()) {
    const known = at.get(key)
    if (known) known.push(index)
    else at.set(key, [index])
  }
  const spoken: SpokenWords = { lines, words, at }

  const reader = buildQuotationReader(speech)
  // small words here and there prove nothing, however many they are
  const isEnough = (pieces: readonly (readonly QuotedWord[])[]): boolean =>
    pieces.flat().filter(isWord).length >= FEWEST_WORDS &&
    (pieces.length === 1 || pieces.flat().some(({ key }) => isContent(key)))
  const judged = (quotation: string): Judged => {
    const readings = reader
      .readings(quotation)
      .map((reading) => {
        const { text, bracketed } = withoutBracketed(reading)
        const said = { quotation: reading, ...(bracketed.length > 0 && { bracketed }) }
        return { said, pieces: piecesOf(text) }
      })
      .filter(({ pieces }) => isEnough(pieces))
    for (const reading of readings) {
      const judgement = verbatim(spoken, reading.pieces)
      if (judgement) return { ...reading.said, judgement }
    }
    // the fewer differences, the likelier that reading is what was meant as the quotation
    const different = new Map(
      readings.map((reading) => [asText(reading.pieces.flat().filter(isWord)), reading]),
    )
    const [altered] = [...different.values()]
      .flatMap((reading) => {
        const alteration = nearestAlteration(words, at, reading.pieces, isContent)
        if (!alteration) return []
        const { from, to, differences } = alteration
        const run: Run = [from, to]
        const judgement = {
          verdict: 'altered',
          places: everyPlace(spoken, run),
          run,
          differences,
        } as const
        return [{ ...reading.said, judgement }]
      })
      .sort((a, b) => a.judgement.differences.length - b.judgement.differences.length)
    if (altered) return altered
    if (readings.length > 0) return { quotation, judgement: { verdict: 'absent' } }
    const found = verbatim(spoken, [piecesOf(quotation).flat()])
    const where = found && { places: found.places, run: found.run }
    return { quotation, judgement: { verdict: 'too short', ...where } }
  }

  // a hyphen at the end of a line may belong to the word, or to the line
  const either = (quotation: string): Judged => {
    const asIs = judged(quotation)
    const together = unbroken(quotation)
    return isVerbatim(asIs) || together === quotation ? asIs : preferred(asIs, judged(together))
  }

  return (text, isMessage) => {
    // what is judged as a whole may be judged again as a part: each only once, for the time it takes
    const judgements = new Map<string, Judged>()
    const judge = (quotation: string): Judged => {
      const judgement = judgements.get(quotation) ?? either(quotation)
      judgements.set(quotation, judgement)
      return judgement
    }
    const isOne = (parts: readonly string[]): boolean => {
      const one = judge(parts.join(' … '))
      return isFound(one) && parts.every((part) => isIn(part, one, words))
    }
    const typed = cleaned(text)
    const wholes = reader.quotations(typed, isOne)
    const isQuoted = wholes.length > 0
    const whole = isMessage && isQuoted ? undefined : judge(typed)
    const one = { apart: false, partly: false, unchecked: 0 }
    if (whole && isVerbatim(whole)) return { ...one, quotations: [whole] }
    const parts = (isQuoted ? wholes : [typed]).flatMap((quotation, index) =>
      index < QUOTATIONS ? apart(quotation, judge, spoken) : [quotation],
    )
    const isApart = parts.length > Math.max(1, wholes.length)
    const quotations = parts.slice(0, QUOTATIONS).map(judge)
    const unchecked = parts.length - quotations.length
    if (!whole) return { quotations, apart: isApart, partly: false, unchecked }
    const { quotations: marked, around } = reader.marked(typed, isOne)
    const own = marked.slice(0, QUOTATIONS).map(judge)
    // what is altered cannot come out better: only its own differences are shown
    const isReport =
      own.some(({ judgement }) => judgement.verdict === 'altered') && around.some(reader.reports)
    // nor what is altered only together with a quotation that is not there
    const between = around.join(' ')
    const isSeveral =
      whole.judgement.verdict === 'altered' &&
      (areSentences(marked) ||
        (!marked.every((quotation) => isIn(quotation, whole, words)) &&
          (countWords(between) < FEWEST_WORDS || !isIn(between, whole, words))))
    // of words too short to be told the whole may tell more
    const isTold = own.some(isFound) || whole.judgement.verdict === 'absent'
    // who says what comes next begins as it were a sentence
    const others = around.map((text) => (reader.leadsOn(text) ? '. ' : text))
    if (!isApart && isTold && areOwnWords(others, own, words, isReport, isSeveral))
      return { quotations: own, apart: false, partly: true, unchecked: marked.length - own.length }
    const isPartly = isQuoted && countWords(between) > 0
    // a part in marks is not all that was meant as the quotation
    const isMost =
      around.some(reader.reports) || countWords(between) <= countWords(marked.join(' '))
    return isApart ||
      (whole.judgement.verdict === 'absent' && ((isQuoted && isMost) || quotations.some(isFound)))
      ? { quotations, apart: isApart, partly: isPartly, unchecked }
      : { ...one, quotations: [whole] }
  }
}

/**
 * A quotation in its parts where it is no one quotation: as a whole it is not there and some of them are, or it
 * was taken for a place that says something else and each of them stands somewhere word for word.
 */
function apart(
  quotation: string,
  judge: (quotation: string) => Judged,
  spoken: SpokenWords,
): readonly string[] {
  const { quotation: reading, judgement } = judge(quotation)
  const parts = partsIn(reading)
  const isApart =
    judgement.verdict === 'absent'
      ? parts.slice(0, QUOTATIONS).some((part) => isFound(judge(part)))
      : judgement.verdict === 'altered' &&
        judgement.differences.some(({ said }) => said !== '') &&
        // looking for the words is quick, judging is not
        parts.every((part) => verbatim(spoken, piecesOf(part))) &&
        parts.every((part) => isVerbatim(judge(part)))
  return isApart && parts.length > 1 ? parts : [quotation]
}

function isFound({ judgement: { verdict } }: Judged): boolean {
  return verdict !== 'absent' && verdict !== 'too short'
}

function isVerbatim({ judgement: { verdict } }: Judged): boolean {
  return verdict === 'exact' || verdict === 'abridged'
}

function preferred(one: Judged, other: Judged): Judged {
  return isVerbatim(other) || one.judgement.verdict === 'absent' ? other : one
}

/**
 * Whether the words around quotations are somebody's own, so that only the quotations are to be compared:
 * these are the speech's, nothing negates them, and the text does not read as the speech with some of its
 * words moved out of the quotation marks.
 * @param around what stands before, between and after the quotations
 * @param isReport whether quotations that somebody is said to have said may be altered; then the words before
 * one may be like the speech's
 * @param isSeveral whether they are surely no one quotation: then each may be altered, or absent
 */
function areOwnWords(
  around: readonly string[],
  quotations: readonly Judged[],
  words: readonly QuotedWord[],
  isReport: boolean,
  isSeveral: boolean,
): boolean {
  if (quotations.length === 0) return false
  let previous: Run | undefined
  for (const [index, { quotation, judgement }] of quotations.entries()) {
    const { before, after, isFirst } = besides(around, quotation, index)
    if (negationsIn([...before, ...after]).length > 0) return false
    if (!('run' in judgement) && isSeveral) continue
    if (!('run' in judgement) || isTurned(judgement, words)) return false
    if (judgement.verdict === 'altered' && !isReport && !isSeveral) return false
    const { run } = judgement
    const next = quotations[index + 1]?.judgement
    // what joins two as the speech does alters nothing
    const isJoined = previous !== undefined && isSpoken(previous, before, run, words)
    const isJoining = next && 'run' in next && isSpoken(run, after, next.run, words)
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
function isIn(text: string, { judgement }: Judged, words: readonly QuotedWord[]): boolean {
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
  return asText(spoken) !== asText(between) && spoken.length <= reach(between)
}

/** Whether the speech has just these words between two quotations: "which" */
function isSpoken(
  [, end]: Run,
  between: readonly QuotedWord[],
  [from]: Run,
  words: readonly QuotedWord[],
): boolean {
  return end <= from && asText(words.slice(end, from).filter(isWord)) === asText(between)
}

function isAnd(own: readonly QuotedWord[]): boolean {
  return asText(own) === 'and'
}

// how far so many words go in the speech: "and to" is somewhere in every long sentence
function reach(own: readonly QuotedWord[]): number {
  return own.length + FEWEST_WORDS
}

function isMostlyIn(own: readonly QuotedWord[], spoken: readonly QuotedWord[]): boolean {
  return 2 * inOrder(own, spoken) > own.length
}

function asText(words: readonly QuotedWord[]): string {
  return words.map(({ key }) => key).join(' ')
}

/**
 * What a text says in sentences, and between "…". Parts of a word or two that follow one another are one:
 * none is passed over, and together they may be long enough to be compared.
 * @returns none where there is only one, which is the whole
 */
function partsIn(text: string): string[] {
  const parts: string[] = []
  let isOpen = false
  for (const piece of text.split(LEFT_OUT)) {
    for (const [index, part] of splitSentences(piece).entries()) {
      const count = countWords(part)
      if (count === 0) continue
      const isShort = count < FEWEST_WORDS
      if (isShort && isOpen) parts.push(`${parts.pop()}${index === 0 ? ' … ' : ' '}${part}`)
      else parts.push(part)
      isOpen = isShort
    }
  }
  return parts.length > 1 ? parts : []
}

/** A quotation with "…" for each of the words that stand in brackets, and these. */
function withoutBracketed(quotation: string): { text: string; bracketed: readonly string[] } {
  const bracketed: string[] = []
  const text = quotation.replace(BRACKETED, (whole, inside: string) => {
    if (negationsIn(unitsOf(inside)).length > 0) return whole
    bracketed.push(inside)
    return ' … '
  })
  return { text, bracketed }
}

function piecesOf(quotation: string): QuotedWord[][] {
  return quotation
    .split(LEFT_OUT)
    .map((piece) => trimMarks(unitsOf(piece, 0)))
    .filter((piece) => piece.length > 0)
}

function trimMarks(units: readonly QuotedWord[]): QuotedWord[] {
  const first = units.findIndex(isWord)
  const last = units.findLastIndex(isWord)
  // a question is no statement, and per cent are no number
  const signs = units.slice(last + 1).filter(isSign)
  return first < 0 ? [] : [...units.slice(first, last + 1), ...signs]
}
