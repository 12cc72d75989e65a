import { tokenise } from './analysis.ts'
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

/**
 * Near is what is the same without spaces and hyphens ("policymakers", "winwin"), a word that begins with
 * what was typed ("dialog"), and one that is one slip away ("Kissenger"). Of a phrase, one word may be so.
 */
export function buildNear(lines: readonly Line[]): Near {
  // made when words are first not found: nothing else waits for it
  let known: ReadonlyMap<string, string> | undefined
  return (words, isThere) => {
    known ??= wordsIn(lines)
    const tokens = tokenise(words)
    const unknown = onlyUnknown(words, tokens, isThere)
    const mended = unknown
      ? wordsNear(unknown.word, known).map(
          (word) => words.slice(0, unknown.start) + word + words.slice(unknown.end),
        )
      : []
    const near = [...partedOtherwise(tokens, lines), ...mended].filter(isThere)
    const terms = near.map(termsOf)
    return near.filter((_, at) => terms.indexOf(terms[at] ?? '') === at).slice(0, SHOWN)
  }
}

/** The one word that is not in the speech; undefined where there are more. */
function onlyUnknown(
  words: string,
  tokens: readonly Token[],
  isThere: (words: string) => boolean,
): Token | undefined {
  let unknown: Token | undefined
  for (const token of tokens) {
    if (isThere(words.slice(token.start, token.end))) continue
    if (unknown) return undefined
    unknown = token
  }
  return unknown
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

/** The pieces of the speech that are these words with spaces and hyphens elsewhere. */
function partedOtherwise(tokens: readonly Token[], lines: readonly Line[]): string[] {
  const letters = tokens.map(({ word }) => word).join('')
  if (letters.length < BEGINNING) return []
  return lines.flatMap(({ text, tokens: own }) =>
    own.flatMap(({ start }, first) => {
      const end = endOf(letters, own, first)
      const piece = end === undefined ? '' : text.slice(start, end)
      // not over the end of a sentence
      return /^[\p{L}\p{M}\p{N}\s'’‐-―-]+$/u.test(piece) ? [piece] : []
    }),
  )
}

/** Where the words from one on end that have these letters together; undefined where they have others. */
function endOf(letters: string, tokens: readonly Token[], first: number): number | undefined {
  let rest = letters
  for (let at = first; at < tokens.length; at++) {
    const { word = '', end = 0 } = tokens[at] ?? {}
    if (!rest.startsWith(word)) return undefined
    rest = rest.slice(word.length)
    if (rest === '') return end
  }
  return undefined
}

/** The words that begin with a word, or are one slip from it, as they stand in the speech; the nearest first. */
function wordsNear(word: string, known: ReadonlyMap<string, string>): string[] {
  return [...known]
    .filter(
      ([other]) =>
        (word.length >= BEGINNING && other.startsWith(word)) ||
        (word.length >= SHORTEST && isOneSlipFrom(word, other)),
    )
    .sort(([one], [other]) => distance(word, one) - distance(word, other))
    .map(([, written]) => written)
}

function distance(word: string, other: string): number {
  return Math.abs(other.length - word.length)
}

/**
 * Whether a word has one letter more, less or another, or two changed over (Damerau 1964). The first
 * letter is taken to be right, for that is where people slip least.
 */
function isOneSlipFrom(word: string, other: string): boolean {
  let [from, end, otherEnd] = [0, word.length, other.length]
  while (from < end && word[from] === other[from]) from++
  while (end > from && otherEnd > from && word[end - 1] === other[otherEnd - 1]) {
    end--
    otherEnd--
  }
  const [typed, meant] = [word.slice(from, end), other.slice(from, otherEnd)]
  const isChangedOver = typed.length === 2 && typed === `${meant.charAt(1)}${meant.charAt(0)}`
  return from > 0 && ((typed.length <= 1 && meant.length <= 1) || isChangedOver)
}
