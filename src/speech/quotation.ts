import { inOrder, nearestAlteration } from './alteration.ts'
import { QUOTATIONS, buildQuotationReader, cleaned, unbroken } from './around.ts'
import { clauseStart, endsClauseAt, negationsIn, sentenceEnd, sentenceStart } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import { spokenLines } from './speech.ts'
import type { Speech } from './speech.ts'
import { FEWEST_WORDS, countWords, isSign, isWord, unitsOf } from './units.ts'
import type { QuotedWord, Run } from './units.ts'
import { everyPlace, verbatim } from './verbatim.ts'
import type { SpokenWords, Verbatim } from './verbatim.ts'

/** What became of a quotation, with the places that it is from or nearest to. */
export type Judgement =
  | Verbatim
  | { readonly verdict: 'absent' }
  /** `run` where the speech has these words nevertheless */
  | { readonly verdict: 'too short'; readonly run?: Run }

/** A quotation and what became of it. */
export interface Judged {
  readonly quotation: string
  readonly judgement: Judgement
}

const LEFT_OUT = /[[(]?\s{0,9}(?:…|\.{3,4}|\.\s\.\s\.(?:\s\.)?)\s{0,9}[\])]?/gu

export interface Checked {
  /** at least one */
  readonly quotations: readonly Judged[]
  /** they are the parts of one quotation, which stand in different places of the speech or not there at all */
  readonly apart: boolean
  /** only what stood in quotation marks was compared */
  readonly partly: boolean
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
  const judged = (quotation: string): Judged => {
    const readings = reader
      .readings(quotation)
      .map((reading) => ({ quotation: reading, pieces: piecesOf(reading) }))
      .filter(({ pieces }) => pieces.flat().filter(isWord).length >= FEWEST_WORDS)
    for (const reading of readings) {
      const judgement = verbatim(spoken, reading.pieces)
      if (judgement) return { quotation: reading.quotation, judgement }
    }
    // the fewer differences, the likelier that reading is what was meant as the quotation
    const [altered] = readings
      .flatMap((reading) => {
        const alteration = nearestAlteration(words, at, reading.pieces.flat(), isContent)
        if (!alteration) return []
        const { from, to, differences } = alteration
        const run: Run = [from, to]
        const judgement = {
          verdict: 'altered',
          places: everyPlace(spoken, run),
          run,
          differences,
        } as const
        return [{ quotation: reading.quotation, judgement }]
      })
      .sort((a, b) => a.judgement.differences.length - b.judgement.differences.length)
    if (altered) return altered
    if (readings.length > 0) return { quotation, judgement: { verdict: 'absent' } }
    const run = verbatim(spoken, [piecesOf(quotation).flat()])?.run
    return { quotation, judgement: { verdict: 'too short', ...(run && { run }) } }
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
    const wholes = bounded(reader.quotations(typed, isOne))
    const isQuoted = wholes.length > 0
    const whole = isMessage && isQuoted ? undefined : judge(typed)
    if (whole && isVerbatim(whole)) return { quotations: [whole], apart: false, partly: false }
    const parts = (isQuoted ? wholes : [typed]).flatMap((one) => apart(one, judge, spoken))
    const isApart = parts.length > Math.max(1, wholes.length)
    const quotations = bounded(parts).map(judge)
    if (!whole) return { quotations, apart: isApart, partly: false }
    const { quotations: marked, around } = reader.marked(typed, isOne)
    const own = marked.length <= QUOTATIONS ? marked.map(judge) : []
    // what is altered cannot come out better: only its own differences are shown
    const isReport =
      own.some(({ judgement }) => judgement.verdict === 'altered') && around.some(reader.reports)
    // nor what is altered only together with a quotation that is not there
    const between = around.join(' ')
    const isSeveral =
      whole.judgement.verdict === 'altered' &&
      !marked.every((one) => isIn(one, whole, words)) &&
      (countWords(between) < FEWEST_WORDS || !isIn(between, whole, words))
    // of words too short to be told the whole may tell more
    const isTold = own.some(isFound) || whole.judgement.verdict === 'absent'
    const others = around.map((one) => (reader.leadsOn(one) ? 'and' : one))
    if (!isApart && isTold && areOwnWords(others, own, words, isReport, isSeveral))
      return { quotations: own, apart: false, partly: true }
    const isPartly = isQuoted && countWords(between) > 0
    // a part in marks is not all that was meant as the quotation
    const isMost =
      around.some(reader.reports) || countWords(between) <= countWords(marked.join(' '))
    return isApart ||
      (whole.judgement.verdict === 'absent' && ((isQuoted && isMost) || quotations.some(isFound)))
      ? { quotations, apart: isApart, partly: isPartly }
      : { quotations: [whole], apart: false, partly: false }
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
  const parts = bounded(partsIn(reading))
  const isApart =
    judgement.verdict === 'absent'
      ? parts.some((part) => isFound(judge(part)))
      : judgement.verdict === 'altered' &&
        judgement.differences.some(({ said }) => said !== '') &&
        // looking for the words is quick, judging is not
        parts.every((part) => verbatim(spoken, piecesOf(part))) &&
        parts.every((part) => isVerbatim(judge(part)))
  return isApart && parts.length > 1 ? parts : [quotation]
}

function isFound({ judgement }: Judged): boolean {
  return 'places' in judgement
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
  const own = around.map((text) => unitsOf(text).filter(isWord))
  if (quotations.length === 0 || own.some((text) => negationsIn(text).length > 0)) return false
  let previous: Run | undefined
  for (const [index, { judgement }] of quotations.entries()) {
    if (!('run' in judgement) && isSeveral) continue
    if (!('run' in judgement) || isTurned(judgement, words)) return false
    if (judgement.verdict === 'altered' && !isReport && !isSeveral) return false
    const { run } = judgement
    const [before, after] = [own[index] ?? [], own[index + 1] ?? []]
    if (
      (!isReport && leadsAsSpeech(before, run, words)) ||
      goesOnAsSpeech(before, after, run, words) ||
      (previous && joinsAsSpeech(previous, before, run, words))
    )
      return false
    previous = run
  }
  return true
}

/** Whether a text has most of its words where a quotation was found; a word or two may be anything. */
function isIn(text: string, { judgement }: Judged, words: readonly QuotedWord[]): boolean {
  const own = unitsOf(text).filter(isWord)
  if (own.length < FEWEST_WORDS) return true
  return 'places' in judgement && isMostlyIn(own, words.slice(...judgement.run))
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
  return !isAnd(before) && isMostlyIn(before, words.slice(sentenceStart(words, from), from))
}

// "Canada" after "We have no intention to challenge or replace"
function goesOnAsSpeech(
  before: readonly QuotedWord[],
  after: readonly QuotedWord[],
  [from, to]: Run,
  words: readonly QuotedWord[],
): boolean {
  if (after.length === 0 || isAnd(after)) return false
  // what breaks off is not to be ended in other words, unless it is a part of somebody's own sentence
  const isPart = before.length > 0 && from > sentenceStart(words, from)
  if (!isPart && !endsClauseAt(words, to)) return true
  const [next] = after
  return (
    (next?.key === words[to]?.key && next?.key !== 'and') ||
    isMostlyIn(after, words.slice(to, Math.min(sentenceEnd(words, to), to + reach(after))))
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

/** At most so many quotations; what goes beyond them is one with the last, so that nothing is passed over. */
function bounded(quotations: readonly string[]): string[] {
  const rest = quotations.slice(QUOTATIONS - 1)
  return rest.length > 1
    ? [...quotations.slice(0, QUOTATIONS - 1), rest.join(' ')]
    : [...quotations]
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
