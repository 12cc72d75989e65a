/** Quotations that are in a speech word for word, whole or with words left out that are shown. */
import type { Difference } from './alteration.ts'
import {
  clauseStart,
  endsSentence,
  isClauseBetween,
  negationsIn,
  sentenceEnd,
  sentenceStart,
  turnsBeside,
} from './clauses.ts'
import { numberOf } from './numbers.ts'
import { PLACES, placesOf, runsOf, type QuotedPlace, type SpokenWords } from './spoken.ts'
import { FEWEST_WORDS, isJoined, isWord, joined, trimMarks } from './units.ts'
import type { QuotedWord, Run } from './units.ts'

/** So many words at most may be taken for the subject of what follows a cut. */
const SUBJECT = 5

/** What a quotation leaves out. */
export interface LeftOut {
  readonly words: string
  /** negations among them, without which the quotation may say the opposite; '' where there are none */
  readonly negations: string
  /** they stand right beside the quotation, not between its pieces */
  readonly isBeside: boolean
  /** what follows them may be said of another than what stands before them */
  readonly isCrossing: boolean
}

/** Where a quotation is, with the places of its pieces, and what it lacks there. */
export interface Verbatim {
  /** altered where a negation is among what is left out, which is a difference then */
  readonly verdict: 'exact' | 'abridged' | 'altered'
  readonly places: readonly QuotedPlace[]
  /** from its first word to its last, at the first of its places */
  readonly run: Run
  readonly differences: readonly Difference[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Looks for a quotation word for word.
 * @param pieces what it has between its marks of omission, at least one
 * @returns undefined where the pieces are not there, in this order and near enough to be one quotation
 */
export function verbatim(
  spoken: SpokenWords,
  pieces: readonly (readonly QuotedWord[])[],
): Verbatim | undefined {
  const { words } = spoken
  const all = runsOf(spoken, pieces.flat())
  // "the future of China" is not what "the future of China-U.S. relations" says
  const whole = all.filter((run) => compoundsCut(words, run).length === 0)
  // one place where nothing beside it turns it is enough
  const plain = whole.filter((run) => turnsBeside(words, run).length === 0)
  const [run] = plain
  if (run) {
    const places = placesOf(spoken, plain.slice(0, PLACES))
    return { verdict: 'exact', places, run, differences: [], leftOut: [] }
  }
  const [cut] = all
  if (cut && whole.length === 0) return inCompounds(spoken, cut)
  const runs = whole[0] ? [whole[0]] : runsOfPieces(spoken, pieces)
  return runs && inPieces(spoken, runs)
}

/** A quotation that begins or ends in the midst of words joined by hyphens: these are differences. */
function inCompounds(spoken: SpokenWords, cut: Run): Verbatim {
  const { words } = spoken
  const compounds = compoundsCut(words, cut)
  const run: Run = [
    Math.min(cut[0], ...compounds.map(([from]) => from)),
    Math.max(cut[1], ...compounds.map(([, to]) => to)),
  ]
  const differences = compounds.map(([from, to]) => ({
    said: joined(words.slice(Math.max(from, cut[0]), Math.min(to, cut[1]))),
    speech: joined(words.slice(from, to)),
  }))
  return { verdict: 'altered', places: placesOf(spoken, [run]), run, differences, leftOut: [] }
}

/** Where pieces stand that may be read as one quotation. */
function runsOfPieces(
  spoken: SpokenWords,
  pieces: readonly (readonly QuotedWord[])[],
): readonly Run[] | undefined {
  // pieces of a word or two alone prove nothing, and may stand in any number of places
  if (pieces.every(isShort)) return undefined
  const { words } = spoken
  const found = findRuns(spoken, pieces).filter((runs) => isOneQuotation(words, runs))
  return found.find(([first]) => first && !isNoSubject(words, first)) ?? found[0]
}

/** A quotation in one piece or several, with what is left out between them and beside them. */
function inPieces(spoken: SpokenWords, runs: readonly Run[]): Verbatim {
  const { words } = spoken
  const places = placesOf(spoken, runs)
  const run = stretchOf(runs)
  const gaps = gapsOf(runs).filter((gap) => words.slice(...gap).some(isWord))
  // "we do … attack": the negation belongs to the clause that goes on after the gap; "stop … undermining" has it
  const turned = gaps
    .map(([from, to]): Run => [Math.max(from, clauseStart(words, to)), to])
    .filter(([from, to], index) => {
      const before = words[(gaps[index]?.[0] ?? from) - 1]?.key
      return negationsIn(words, from, to).some(([at]) => words[at]?.key !== before)
    })
  if (turned.length > 0) {
    const differences = turned.map((own) => ({ said: '', speech: joined(words.slice(...own)) }))
    return { verdict: 'altered', places, run, differences, leftOut: [] }
  }
  const leftOut = [
    ...besideOf(words, run),
    ...gaps.map((gap, index) => ({
      ...leftOutAt(words, gap),
      isBeside: false,
      isCrossing:
        isCrossing(words, gap) ||
        isGoverning(words, gap) ||
        (index === 0 && isNoSubject(words, [run[0], gap[0]])),
    })),
  ]
  return {
    verdict: leftOut.length > 0 ? 'abridged' : 'exact',
    places,
    run,
    differences: [],
    leftOut,
  }
}

/** The words joined by hyphens that a run begins or ends in the midst of. */
function compoundsCut(words: readonly QuotedWord[], run: Run): Run[] {
  const compounds = run
    .filter((edge) => isJoined(words[edge - 1], words[edge]))
    .map((edge): Run => {
      let [from, to] = [edge - 1, edge + 1]
      while (isJoined(words[from - 1], words[from])) from--
      while (isJoined(words[to - 1], words[to])) to++
      return [from, to]
    })
  // both edges may be in one
  return compounds.filter(([from], at) => compounds.findIndex(([other]) => other === from) === at)
}

/** The words right beside a run that turn its meaning. */
export function besideOf(words: readonly QuotedWord[], run: Run): LeftOut[] {
  return turnsBeside(words, run).map((beside) => ({
    ...leftOutAt(words, beside),
    isBeside: true,
    isCrossing: false,
  }))
}

function leftOutAt(words: readonly QuotedWord[], [from, to]: Run) {
  // what negates a sentence between those of the pieces has nothing to do with them, and "stop …, stop" is not lacking
  const next = words.slice(to, to + 2).map(({ key }) => key)
  const negations = negationsIn(words, from, to)
    .filter(([at]) => at < sentenceEnd(words, from) || at >= sentenceStart(words, to))
    .filter(([at]) => !next.includes(words[at]?.key ?? ''))
    .map((negation) => joined(words.slice(...negation)))
  return {
    words: joined(trimMarks(words.slice(from, to))),
    negations: [...new Set(negations)].join(', '),
  }
}

/**
 * Whether pieces may be read as one quotation. A piece of a word or two proves little by itself: it must be in
 * the sentence of a piece beside it.
 */
function isOneQuotation(words: readonly QuotedWord[], runs: readonly Run[]): boolean {
  const isBroken = gapsOf(runs).map((gap) => words.slice(...gap).some(endsSentence))
  return runs.every(
    (run, index) =>
      !isShort(words.slice(...run)) || isBroken[index] === false || isBroken[index - 1] === false,
  )
}

/** What is left out between pieces. */
function gapsOf(runs: readonly Run[]): Run[] {
  return runs.slice(1).map(([to], index) => [runs[index]?.[1] ?? to, to])
}

/**
 * Whether the beginning of the clause that goes on after a gap is in the gap, or of the sentence where that is
 * another: it may speak of another ("…, and investment | topped").
 */
function isCrossing(words: readonly QuotedWord[], [from, to]: Run): boolean {
  const isInOther = words.slice(from, to).some(endsSentence)
  const beginning = isInOther ? sentenceStart(words, to) : beginningOf(words, to)
  return from <= beginning && beginning < to
}

const AND = /^(?:and|or)$/u
const OF = /^(?:of|to|for|from|with|against|on|in|by)$/u

/**
 * Whether a gap inside a clause may hold what governs the words after it: another verb or noun ("raise the rate and
 * | lower | the other"), what something is of ("abandon | suppression of | progress"), or a figure.
 */
function isGoverning(words: readonly QuotedWord[], [from, to]: Run): boolean {
  if (isClauseBetween(words, to)) return false
  const gap = words.slice(from, to).filter(isWord)
  return (
    gap.some(({ key }) => AND.test(key) || !Number.isNaN(numberOf(key)) || /\p{N}/u.test(key)) ||
    AND.test(words[from - 1]?.key ?? '') ||
    OF.test(gap.at(-1)?.key ?? '')
  )
}

/** Whether a few words before a gap lack the beginning of their clause, and may be taken for a subject. */
function isNoSubject(words: readonly QuotedWord[], [from, to]: Run): boolean {
  return words.slice(from, to).filter(isWord).length <= SUBJECT && beginningOf(words, from) < from
}

/** What goes on after a clause, and has its subject before it: "…, which inflicted", "…, and never interfered" */
const PREDICATE =
  /^(?:which|who|whose|will|would|has|have|had|is|are|was|were|never|also|\p{L}{3,}ed)$/u

/** Whether words begin with the end of a clause, a few words that may be taken for the subject of what goes on after it. */
export function takesSubject(words: readonly QuotedWord[], [from, to]: Run): boolean {
  const clauses = Array.from({ length: to - from }, (_, at) => from + at).filter(
    (at) => at > from && isClauseBetween(words, at),
  )
  const [next] = clauses
  if (next === undefined || !isNoSubject(words, [from, next])) return false
  // the first may be a phrase set in between: "the United States, either … or …, had plummeted"
  return clauses.slice(0, 2).some((at) => {
    const isJoined = AND.test(words[at]?.key ?? '')
    return PREDICATE.test(words[isJoined ? at + 1 : at]?.key ?? '')
  })
}

/** The number of the first word of the clause in which word number `index` stands, but for the "and" that joins it on. */
function beginningOf(words: readonly QuotedWord[], index: number): number {
  const start = clauseStart(words, index)
  return start < index && words[start]?.key === 'and' ? start + 1 : start
}

function isShort(piece: readonly QuotedWord[]): boolean {
  return piece.filter(isWord).length < FEWEST_WORDS
}

/** Where the pieces stand one after another in one line, the shortest stretches that hold all of them first. */
function findRuns(spoken: SpokenWords, pieces: readonly (readonly QuotedWord[])[]): Run[][] {
  const [starts = [], ...later] = pieces.map((piece) =>
    runsOf(spoken, piece).filter((run) => compoundsCut(spoken.words, run).length === 0),
  )
  const found: Run[][] = []
  for (const start of starts) {
    const runs = [start]
    const line = spoken.words[start[0]]?.line
    for (const candidates of later) {
      const end = runs.at(-1)?.[1] ?? 0
      const next = candidates.find(([from]) => from >= end)
      if (!next || spoken.words[next[1] - 1]?.line !== line) break
      runs.push(next)
    }
    if (runs.length === pieces.length) found.push(tightened(runs, later))
  }
  const lengthOf = (runs: readonly Run[]): number => stretchOf(runs)[1] - stretchOf(runs)[0]
  return found.sort((a, b) => lengthOf(a) - lengthOf(b))
}

/** The same runs but for the first, each as near as can be to the one after it: there a piece of one word belongs. */
function tightened(runs: readonly Run[], candidates: readonly (readonly Run[])[]): Run[] {
  const near = [...runs]
  for (let at = near.length - 2; at > 0; at--) {
    const next = near[at + 1]?.[0] ?? 0
    near[at] = candidates[at - 1]?.findLast(([, to]) => to <= next) ?? runs[at] ?? [0, 0]
  }
  return near
}

/** From the first of some runs to the end of the last. */
function stretchOf(runs: readonly Run[]): Run {
  return [runs[0]?.[0] ?? 0, runs.at(-1)?.[1] ?? 0]
}
