/** All that was spoken in words, as quotations are compared with it, and where words of it stand. */
import { stemmer } from 'stemmer'
import { sentenceStart } from './clauses.ts'
import { spokenLines, type Speech, type SpokenLine } from './speech.ts'
import { unitsOf, type QuotedWord, type Run } from './units.ts'

/** All that was spoken, in lines and in words. */
export interface SpokenWords {
  readonly lines: readonly SpokenLine[]
  readonly words: readonly QuotedWord[]
  /** the numbers of a word's places, by its key */
  readonly at: ReadonlyMap<string, readonly number[]>
  /** how often it has a word of a stem */
  readonly stems: ReadonlyMap<string, number>
  /** for each word the number of the first word of its sentence */
  readonly starts: readonly number[]
}

/** A piece of a spoken line, as offsets into its text. */
export interface QuotedPlace {
  readonly line: SpokenLine
  readonly start: number
  readonly end: number
}

/** Places of one quotation that are named. */
export const PLACES = 4

export function spokenWords(speech: Speech): SpokenWords {
  const lines = spokenLines(speech)
  const words = lines.flatMap(({ text }, line) => unitsOf(text, line))
  const at = new Map<string, number[]>()
  for (const [index, { key }] of words.entries()) {
    const known = at.get(key)
    if (known) known.push(index)
    else at.set(key, [index])
  }
  const stems = new Map<string, number>()
  for (const [key, { length }] of at) {
    const stem = stemmer(key)
    stems.set(stem, (stems.get(stem) ?? 0) + length)
  }
  return { lines, words, at, stems, starts: words.map((_, index) => sentenceStart(words, index)) }
}

/** Where stretches of the speech stand, a place for each line of each. */
export function placesOf(spoken: SpokenWords, runs: readonly Run[]): QuotedPlace[] {
  return runs.flatMap((run) => linesOf(spoken, run))
}

function linesOf({ lines, words }: SpokenWords, run: Run): QuotedPlace[] {
  const places: QuotedPlace[] = []
  for (const word of words.slice(...run)) {
    const last = places.at(-1)
    const line = lines[word.line]
    if (last && last.line === line) places[places.length - 1] = { ...last, end: word.end }
    else if (line) places.push({ line, start: word.start, end: word.end })
  }
  return places
}

/** The stretches of the speech that have just these words in a row. */
export function runsOf({ words, at }: SpokenWords, piece: readonly QuotedWord[]): Run[] {
  return (at.get(piece[0]?.key ?? '') ?? [])
    .filter((from) => piece.every(({ key }, index) => words[from + index]?.key === key))
    .map((from) => [from, from + piece.length])
}
