import { spokenLines } from '../speech/speech.ts'
import type { Speech, SpokenLine } from '../speech/speech.ts'
import { STOP_WORDS, tokenise } from './analysis.ts'
import type { Token } from './analysis.ts'

/** A piece of a spoken line, as offsets into it. */
type Span = Pick<Token, 'start' | 'end'>

/** A place where words stand. */
export interface Match {
  readonly line: SpokenLine
  readonly match: Span
  /** the words with those around them */
  readonly around: Span
}

/** The places, and where there are none, whether every word for itself is there. */
export interface Findings {
  readonly matches: readonly Match[]
  readonly apart: boolean
}

const AROUND = 50
/** Letters of a stem below which it says too little of the word. */
const SMALL = 3

/** Without its end, as words are compared, "don't" would be its opposite: it is looked for as it is. */
const CONTRACTED = /n['’ʼ]t\b/iu

/** A spoken line as it is searched. */
interface SearchedLine extends SpokenLine {
  readonly tokens: readonly Token[]
  /** letter for letter as `text`, see `alike` */
  readonly folded: string
}

/**
 * Finds every place where words stand one after the other, in order, in all that was spoken. `exact` is
 * only these letters (case, kinds of apostrophe and dash, and space aside); else all forms of the words.
 */
export function buildFind(speech: Speech): (words: string, exact: boolean) => Findings {
  // made when somebody first looks for words: nothing else waits for it
  let made: readonly SearchedLine[] | undefined
  const lines = (): readonly SearchedLine[] =>
    (made ??= spokenLines(speech).map((line) => ({
      ...line,
      tokens: tokenise(line.text),
      folded: alike(line.text),
    })))
  return (words, exact) => {
    const places = (wanted: string): ((line: SearchedLine) => Span[]) =>
      exact || CONTRACTED.test(wanted) ? exactly(wanted) : inAllForms(wanted)
    const find = places(words)
    const matches = lines().flatMap((line) =>
      find(line).map((place) => ({ line, match: place, around: around(line.text, place) })),
    )
    const each = [...new Set(words.split(/\s+/u))].filter((word) => tokenise(word).length > 0)
    const apart =
      matches.length === 0 &&
      each.length > 1 &&
      each.every((word) => {
        const findOne = places(word)
        return lines().some((line) => findOne(line).length > 0)
      })
    return { matches, apart }
  }
}

function around(text: string, { start, end }: Span): Span {
  const from = start <= AROUND ? 0 : text.indexOf(' ', start - AROUND) + 1
  const to = text.length - end <= AROUND ? text.length : text.lastIndexOf(' ', end + AROUND)
  return { start: Math.min(from, start), end: Math.max(to, end) }
}

function inAllForms(words: string): (line: SearchedLine) => Span[] {
  const wanted = tokenise(words)
  // forms of one word have one stem; of small words, a stem may be another ("one" and "on", "hi" and "his")
  const isSame = (one: Token | undefined, other: Token | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    one.term === other.term &&
    (one.word === other.word || !(STOP_WORDS.has(one.term) || one.term.length < SMALL))
  // "$30" is not the 30 of "from 30 to 72"
  const sign = /[$€£¥](?=\p{N})/u.exec(words)?.[0]
  return ({ text, tokens }) => {
    if (wanted.length === 0) return []
    const found: Span[] = []
    for (let at = 0; at + wanted.length <= tokens.length; at++) {
      if (!wanted.every((token, index) => isSame(token, tokens[at + index]))) continue
      const start = tokens[at]?.start ?? 0
      const end = tokens[at + wanted.length - 1]?.end ?? start
      if (sign !== undefined && !text.slice(Math.max(0, start - 1), end).includes(sign)) continue
      found.push({ start, end })
      at += wanted.length - 1
    }
    return found
  }
}

function exactly(words: string): (line: SearchedLine) => Span[] {
  const wanted = alike(words.trim().replace(/\s+/gu, ' '))
  const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character)
  return ({ folded }) => {
    if (!isLetter(wanted)) return []
    const found: Span[] = []
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const end = at + wanted.length
      const isWhole =
        !(isLetter(wanted.charAt(0)) && isLetter(folded.charAt(at - 1))) &&
        !(isLetter(wanted.charAt(wanted.length - 1)) && isLetter(folded.charAt(end)))
      if (isWhole) found.push({ start: at, end })
    }
    return found
  }
}

// letter for letter, so that offsets stay: small letters, one kind of apostrophe, quote and dash
function alike(text: string): string {
  return Array.from(text, (character) => {
    const small = character.toLowerCase()
    return small.length === character.length ? small : character
  })
    .join('')
    .replace(/[’ʼ`´‘]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐-―−]/gu, '-')
}
