import { CARDINALS, ORDINALS } from '../speech/references.ts'
import { STOP_WORDS, foldText, tokenise } from './analysis.ts'
import type { Token } from './analysis.ts'

/** A line of the speech, with its words in order. */
interface Line {
  readonly text: string
  readonly tokens: readonly Token[]
}

/**
 * What may be meant by words that are not in the speech: at most three words or phrases that are, the
 * nearest first.
 * @param isThere whether words are found in the speech
 */
export type Near = (words: string, isThere: (words: string) => boolean) => readonly string[]

const SHOWN = 3
/** Letters from which the beginning of a word says enough of it. */
const BEGINNING = 4
/** A word of fewer letters has too many neighbours to be meant by one of them. */
const SHORTEST = 5
/** Letters from which a word may have two slips. */
const LONG = 7
/** A phrase that lacks so many words is another. */
const OTHER = 3

/** What is made once of the speech. */
interface Known {
  readonly lines: readonly SpelledLine[]
  /** the folded words, each as it stands in the speech, in small letters if it ever does */
  readonly words: ReadonlyMap<string, string>
}

/** A line with the letters of its words (see `lettersOf`). */
interface SpelledLine extends Line {
  readonly letters: readonly string[]
}

/**
 * Near is what is the same without spaces, hyphens and apostrophes ("policymakers", "winwin", "didnt"), a
 * number in figures for one in words and the other way round ("fourteenth"), a word that begins with what
 * was typed or with its stem ("dialog", "dialogs"), and one that is a slip or two away ("Kissenger",
 * "tarrifs"). Of a phrase, one word may be so. Failing all these, it is what is there of the phrase
 * ("Biden" of "Joseph Biden").
 */
export function buildNear(lines: readonly Line[]): Near {
  // made when words are first not found: nothing else waits for it
  let known: Known | undefined
  return (words, isThere) => {
    known ??= { lines: lines.map(spelled), words: wordsIn(lines) }
    const tokens = tokenise(words)
    const unknown = unknownIn(words, tokens, isThere)
    const near = [
      ...partedOtherwise(words, tokens, known.lines),
      ...otherNumbers(words),
      ...mended(words, unknown, known.words),
    ].filter(isThere)
    const found = near.length > 0 ? near : restOf(words, tokens, unknown, isThere).filter(isThere)
    const terms = found.map(termsOf)
    return found.filter((_, at) => terms.indexOf(terms[at] ?? '') === at).slice(0, SHOWN)
  }
}

/** The words that are not in the speech, as far as `OTHER`. */
function unknownIn(
  words: string,
  tokens: readonly Token[],
  isThere: (words: string) => boolean,
): Token[] {
  const unknown: Token[] = []
  for (const token of tokens) {
    if (unknown.length === OTHER) break
    if (!isThere(pieceOf(words, [token]))) unknown.push(token)
  }
  return unknown
}

/** The words with the only one that is not in the speech replaced by one near to it; none where there are more. */
function mended(
  words: string,
  [unknown, ...others]: readonly Token[],
  known: ReadonlyMap<string, string>,
): string[] {
  if (!unknown || others.length > 0) return []
  return wordsNear(unknown, known).map(
    (word) => words.slice(0, unknown.start) + word + words.slice(unknown.end),
  )
}

/** The runs of words between those that are not in the speech; where no run is there, its words. */
function restOf(
  words: string,
  tokens: readonly Token[],
  unknown: readonly Token[],
  isThere: (words: string) => boolean,
): string[] {
  if (unknown.length === OTHER) return []
  const runs: Token[][] = [[]]
  for (const token of tokens) {
    if (unknown.includes(token)) runs.push([])
    else runs.at(-1)?.push(token)
  }
  const pieces = runs.filter(hasContent).map((run) => pieceOf(words, run))
  const there = pieces.filter(isThere)
  return there.length > 0
    ? there
    : tokens.filter((token) => hasContent([token])).map((token) => pieceOf(words, [token]))
}

function hasContent(tokens: readonly Token[]): boolean {
  return tokens.some(({ term }) => !STOP_WORDS.has(term))
}

/** A text from the first of some of its words to the last. */
function pieceOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start, tokens.at(-1)?.end)
}

/** Words with each number in figures for one in words, or in words for one in figures. */
function otherNumbers(words: string): string[] {
  const others = words.replace(/\p{L}+(?:-\p{L}+)?|\d+(?:st|nd|rd|th)?/giu, otherNumber)
  return others === words ? [] : [others]
}

/** 'fourteenth' => '14th', '14th' => 'fourteenth', 'fourteen' => '14', '14' => 'fourteen'; other words stay. */
function otherNumber(word: string): string {
  const small = word.toLowerCase()
  const [ordinal, cardinal] = [ORDINALS.indexOf(small) + 1, CARDINALS.indexOf(small) + 1]
  if (ordinal > 0) return `${ordinal}${endingOf(ordinal)}`
  if (cardinal > 0) return String(cardinal)
  const list = /\d$/u.test(word) ? CARDINALS : ORDINALS
  return list[Number.parseInt(word, 10) - 1] ?? word
}

/** 1 => 'st', 14 => 'th' */
function endingOf(number: number): string {
  const isTeen = number > 10 && number < 14
  return (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'
}

/** Forms of one word have the same: only one of them is offered. */
function termsOf(words: string): string {
  return tokenise(words)
    .map(({ term }) => term)
    .join(' ')
}

/** The folded words of the speech, each as it stands there, in small letters if it ever does. */
function wordsIn(lines: readonly Line[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { text, tokens } of lines) {
    for (const { word, start, end } of tokens) {
      const written = text.slice(start, end)
      if (!words.has(word) || written === word) words.set(word, written)
    }
  }
  return words
}

function spelled(line: Line): SpelledLine {
  return { ...line, letters: line.tokens.map((token) => lettersOf(line.text, token)) }
}

/** A word without its apostrophes: "didn't" is "didnt". */
function lettersOf(text: string, { start, end }: Token): string {
  return foldText(text.slice(start, end)).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The pieces of the speech that are these words with spaces, hyphens and apostrophes elsewhere. */
function partedOtherwise(
  words: string,
  typed: readonly Token[],
  lines: readonly SpelledLine[],
): string[] {
  const wanted = typed.map((token) => lettersOf(words, token)).join('')
  if (wanted.length < BEGINNING) return []
  return lines.flatMap(({ text, tokens, letters }) =>
    tokens.flatMap(({ start }, first) => {
      const last = lastOf(wanted, letters, first)
      const piece = last === undefined ? '' : text.slice(start, tokens[last]?.end)
      // not over the end of a sentence
      return /^[\p{L}\p{M}\p{N}\s'’‐-―-]+$/u.test(piece) ? [piece] : []
    }),
  )
}

/** The last of the words from one on that have these letters together; undefined where they have others. */
function lastOf(wanted: string, letters: readonly string[], first: number): number | undefined {
  let rest = wanted
  for (let at = first; at < letters.length; at++) {
    const own = letters[at] ?? ''
    if (!rest.startsWith(own)) return undefined
    rest = rest.slice(own.length)
    if (rest === '') return at
  }
  return undefined
}

/** A word of the speech that may be meant, and how far it is from what was typed. */
interface Neighbour {
  readonly written: string
  readonly slips: number
  /** letters more or less */
  readonly longer: number
}

/** The words that begin with a word, or are a slip or two from it, as they stand in the speech; the nearest first. */
function wordsNear(typed: Token, known: ReadonlyMap<string, string>): string[] {
  const neighbours: Neighbour[] = []
  for (const [word, written] of known) {
    const slips = slipsTo(typed, word)
    if (slips <= allowed(typed.word))
      neighbours.push({ written, slips, longer: Math.abs(word.length - typed.word.length) })
  }
  const fewest = Math.min(...neighbours.map(({ slips }) => slips))
  return (
    neighbours
      // two slips only where nothing is nearer
      .filter(({ slips }) => slips <= Math.max(1, fewest))
      .sort((one, other) => one.longer - other.longer)
      .map(({ written }) => written)
  )
}

/** How many slips a word may have. */
function allowed({ length }: string): number {
  return length < SHORTEST ? 0 : length < LONG ? 1 : 2
}

/** The slips from a word to another; none where the other begins with it or with its stem ("dialogs", "dialogue"). */
function slipsTo({ word, term }: Token, other: string): number {
  const begins = [word, term].some((one) => one.length >= BEGINNING && other.startsWith(one))
  return begins ? 0 : slipsBetween(word, other)
}

/**
 * How many letters are too many, too few, others, or changed over with the next (the optimal string alignment
 * distance, Damerau 1964). The first letter is taken to be right, for that is where people slip least.
 */
function slipsBetween(word: string, other: string): number {
  if (word[0] !== other[0] || Math.abs(word.length - other.length) > 2) return Infinity
  // the slips from the first letters of the word to the first letters of the other: a row a letter of the word
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= word.length; row++) {
    const next = [row]
    for (let at = 1; at <= other.length; at++) {
      const isSame = word[row - 1] === other[at - 1]
      const isChangedOver = word[row - 1] === other[at - 2] && word[row - 2] === other[at - 1]
      next.push(
        Math.min(
          (last[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
          (last[at - 1] ?? 0) + (isSame ? 0 : 1),
          isChangedOver ? (beforeLast[at - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    beforeLast = last
    last = next
  }
  return last[other.length] ?? Infinity
}
