/** Where words stand in all that was spoken, for /find. */
import { inLetters } from '../speech/numbers.ts'
import { spokenLines, type Speech, type SpokenLine } from '../speech/speech.ts'
import { STOP_WORDS, isAcronym, tokenise, type Token } from './analysis.ts'
import { lazy } from './lazy.ts'
import { buildNear } from './near.ts'
import type { Thesaurus } from './thesaurus.ts'

/** A piece of a spoken line, as offsets into it. */
type Span = Pick<Token, 'start' | 'end'>

/** A place where words stand. */
interface Match {
  readonly line: SpokenLine
  readonly match: Span
  /** the words with those around them */
  readonly around: Span
}

/** A place where words stand apart from each other, each with its own place. */
interface Apart extends Pick<Match, 'line' | 'around'> {
  readonly matches: readonly Span[]
}

/** The places, and where there are none, what else may be meant. */
export interface Findings {
  readonly matches: readonly Match[]
  /** there are none, but each of these words is there for itself */
  readonly apart: readonly string[]
  /** where all of them stand nearest to each other, at most one place a line, the nearest first */
  readonly nearest: readonly Apart[]
  /** there are none, but these are there: the nearest first (see `Near`), then synonyms */
  readonly near: readonly string[]
  /** there are some, and these are the same name in full or in short: "U.S." of "United States" */
  readonly same: readonly string[]
}

/** Characters shown before a match and after it: about a line with it. */
const AROUND = 50
/** Places shown of words that stand apart: those after them are farther from being what was meant. */
const NEAREST = 3
/** Letters of a stem below which it says too little of the word. */
const SMALL = 3

/** Without its end, as words are compared, "don't" would be its opposite: it is looked for as it is. */
export const CONTRACTED = /n['’ʼ]t\b/iu

/** A word as it is compared, of the speech or typed. */
interface Compared extends Token {
  /** of a number in figures, the same in letters */
  readonly letters: string | undefined
  /** whether `*` stands behind it, so that it is a beginning of words */
  readonly isBeginning: boolean
}

/** A spoken line as it is searched. */
interface SearchedLine extends SpokenLine {
  readonly tokens: readonly Compared[]
  /** letter for letter as `text`, see `alike` */
  readonly folded: string
}

/** Where something stands on a line. */
type Finder = (line: SearchedLine) => Span[]

/**
 * Finds every place where words stand one after the other, in order, in all that was spoken. `exact` is
 * only these letters (case, kinds of apostrophe and dash, space, and marks around them aside, and `US` is
 * "U.S." too); else all forms of the words. `*` after a word stands for whatever end it has. Where there are
 * none, the thesaurus has what may be meant.
 */
export function buildFind(
  speech: Speech,
  thesaurus: Thesaurus,
): (words: string, exact: boolean) => Findings {
  const prepared = lazy(() => {
    const lines = spokenLines(speech).map((line): SearchedLine => ({
      ...line,
      tokens: comparedWords(line.text),
      folded: alike(line.text),
    }))
    return { lines, near: buildNear(lines) }
  })
  return (typed, exact) => {
    const { lines, near } = prepared()
    const words = withoutMarks(typed)
    const find = finderOf(words, exact)
    const matches = lines.flatMap((line) =>
      find(line).map((match) => ({ line, match, around: around(line.text, match) })),
    )
    // other forms of a beginning are among what it finds
    const synonyms = words.includes('*') ? [] : synonymsOf(words, thesaurus, lines)
    if (matches.length > 0) {
      const same = synonyms.filter((other) => isShortFor(words, other) || isShortFor(other, words))
      return { matches, apart: [], nearest: [], near: [], same }
    }
    const apart = wordsApart(words, exact, lines)
    const nearest = nearestTo(apart, exact, lines)
    const mended = near(words, (other) => isThere(other, exact, lines)).flatMap(
      (other) => asSpoken(other, true, lines) ?? asSpoken(other, false, lines) ?? [],
    )
    // in other forms they are nearer than synonyms
    const isNear = isThere(words, false, lines)
    return { matches, apart, nearest, near: isNear ? mended : [...mended, ...synonyms], same: [] }
  }
}

/** '"cooperation"' and '*cooperation*' => 'cooperation'; '$30', '30%', 'U.S.', 'coop*' and '*operation' stay. */
function withoutMarks(words: string): string {
  return words
    .replace(/(?<![\p{L}\p{N}*])(\*{1,3})(?!\*)([^*]+)\1/gu, '$2')
    .replace(/^(?:(?!\*\p{L})[^\p{L}\p{N}\p{Sc}])+|(?<!\.\p{L})[^\p{L}\p{M}\p{N}%*]+$/gu, '')
}

function comparedWords(text: string): Compared[] {
  // written out, for what is spread takes ten times as long to compare
  return tokenise(text).map(({ term, word, start, end }) => ({
    term,
    word,
    start,
    end,
    letters: inLetters(word),
    isBeginning: /^\*(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)),
  }))
}

/** "*operation", "co*tion": what stands for any letters before others; more than two take long to compare. */
const INNER = /^[^*]*\*[\p{L}\p{N}][^*]*(?:\*[^*]*)?$/u

function finderOf(words: string, exact: boolean): Finder {
  return exact || CONTRACTED.test(words) || INNER.test(words) ? exactly(words) : inAllForms(words)
}

function isThere(words: string, exact: boolean, lines: readonly SearchedLine[]): boolean {
  return asSpoken(words, exact, lines) !== undefined
}

/** What the thesaurus has for words, each as the speech writes it; of "COVID" and "COVID-19" the longer. */
function synonymsOf(words: string, thesaurus: Thesaurus, lines: readonly SearchedLine[]): string[] {
  const typed = tokenise(words)
  if (typed.some(({ start, end }) => isAcronym(words.slice(start, end)))) return []
  const terms = typed.map(({ term }) => term)
  const rule = thesaurus.at(terms, 0)
  const synonyms = rule?.length === terms.length ? rule.shown : []
  const spoken = synonyms.flatMap((synonym) => asSpoken(synonym, true, lines) ?? [])
  return [...new Set(spoken)].filter(
    (one) => !spoken.some((other) => other !== one && other.includes(one)),
  )
}

/** Words as the speech first has them. */
function asSpoken(
  words: string,
  exact: boolean,
  lines: readonly SearchedLine[],
): string | undefined {
  const find = finderOf(words, exact)
  for (const line of lines) {
    const [place] = find(line)
    if (place) return line.text.slice(place.start, place.end)
  }
  return undefined
}

/** Whether it is the first letters of words: "CPC" of "Communist Party of China" */
function isShortFor(short: string, words: string): boolean {
  const first = tokenise(words)
    .filter(({ term }) => !STOP_WORDS.has(term))
    .map(({ word }) => word.charAt(0))
  return first.length > 1 && first.join('') === short.replace(/\P{L}/gu, '').toLowerCase()
}

/** The words of several that all stand in the speech; none where one does not, or they stand together. */
function wordsApart(words: string, exact: boolean, lines: readonly SearchedLine[]): string[] {
  // with other marks between them, or in other forms
  if (exact && isThere(words, false, lines)) return []
  const typed = comparedWords(words).map(({ start, end, isBeginning }) =>
    words.slice(start, isBeginning ? end + 1 : end),
  )
  const each = [...new Set(typed)]
  return each.length > 1 && each.every((word) => isThere(word, exact, lines)) ? each : []
}

function nearestTo(
  words: readonly string[],
  exact: boolean,
  lines: readonly SearchedLine[],
): Apart[] {
  const finders = words.map((word) => finderOf(word, exact))
  return lines
    .flatMap((line) => {
      const matches = nearestOf(finders.map((find) => find(line)))
      return matches ? [{ line, matches, around: around(line.text, extent(matches)) }] : []
    })
    .sort((one, other) => length(one.matches) - length(other.matches))
    .slice(0, NEAREST)
}

/** One place of each word, as near to each other as they are, in order; undefined where a word has none. */
function nearestOf(places: readonly (readonly Span[])[]): Span[] | undefined {
  // from each place of a word on, the next one of every other: the nearest are among these
  const [nearest] = places
    .flat()
    .map(({ start }) => places.flatMap((own) => own.find((place) => place.start >= start) ?? []))
    .filter((spans) => spans.length === places.length)
    .sort((one, other) => length(one) - length(other))
  // two forms of one word have one place
  return nearest
    ?.filter(({ start }, at) => nearest.findIndex((other) => other.start === start) === at)
    .sort((one, other) => one.start - other.start)
}

/** From the first of some places to the end of the last. */
function extent(places: readonly Span[]): Span {
  return {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
  }
}

function length(places: readonly Span[]): number {
  const { start, end } = extent(places)
  return end - start
}

function around(text: string, { start, end }: Span): Span {
  const from = start <= AROUND ? 0 : text.indexOf(' ', start - AROUND) + 1
  const to = text.length - end <= AROUND ? text.length : text.lastIndexOf(' ', end + AROUND)
  return { start: Math.min(from, start), end: Math.max(to, end) }
}

function inAllForms(words: string): Finder {
  const wanted = comparedWords(words)
  // "$30" is not the 30 of "from 30 to 72"
  const sign = /[$€£¥](?=\p{N})/u.exec(words)?.[0]
  const isShare = /\p{N}\s?%$/u.test(words)
  return ({ text, tokens }) => {
    if (wanted.length === 0) return []
    const found: Span[] = []
    for (let at = 0; at + wanted.length <= tokens.length; at++) {
      if (!wanted.every((token, index) => isSame(token, tokens[at + index]))) continue
      const start = tokens[at]?.start ?? 0
      const end = tokens[at + wanted.length - 1]?.end ?? start
      if (sign !== undefined && !text.slice(Math.max(0, start - 1), end).includes(sign)) continue
      if (isShare && text.charAt(end) !== '%') continue
      found.push({ start, end })
      at += wanted.length - 1
    }
    return found
  }
}

/** Whether a word is a form of the one typed: then they have one stem. */
function isSame(one: Compared, other: Compared | undefined): boolean {
  if (other === undefined) return false
  if (one.isBeginning) return other.word.startsWith(one.word)
  // "1" and "one", "4th" and "fourth" have no stem in common
  if (one.term !== other.term) return one.letters === other.word || other.letters === one.word
  // of small words, a stem may be another ("one" and "on", "hi" and "his"); a number's is its own ("14th")
  const isSmall = STOP_WORDS.has(one.term) || one.term.length < SMALL
  return one.word === other.word || !isSmall || /^\p{N}/u.test(one.term)
}

/** In capitals it is the country, which may be written "U.S.". */
const COUNTRY = /\bUS\b/gu
/** A place that has no letter or figure on both sides. */
const NOT_IN_WORD = String.raw`(?<![\p{L}\p{M}\p{N}](?=[\p{L}\p{M}\p{N}]))`

function exactly(words: string): Finder {
  const wanted = alike(words.replace(/\s+/gu, ' '))
  if (!/[\p{L}\p{M}\p{N}]/u.test(wanted)) return () => []
  const letters = wanted
    .replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
    .replace(
      INNER.test(words) ? /\\\*/gu : /(?<=[\p{L}\p{N}])\\\*(?![\p{L}\p{N}])/gu,
      String.raw`[\p{L}\p{M}\p{N}]*`,
    )
    .replace(COUNTRY, String.raw`(?:US|u\.s\.)`)
  const pattern = new RegExp(NOT_IN_WORD + letters + NOT_IN_WORD, 'gu')
  return ({ folded }) =>
    [...folded.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    }))
}

// letter for letter, so that offsets stay: small letters, one kind of apostrophe, quote and dash; "US" is no "us"
function alike(text: string): string {
  return text
    .replace(/\bUS\b|./gsu, (piece) => {
      const small = piece.toLowerCase()
      return piece === 'US' || small.length !== piece.length ? piece : small
    })
    .replace(/[’ʼ`´‘]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐-―−]/gu, '-')
}
