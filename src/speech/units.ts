/** Texts taken apart to compare them word for word; for search they are tokenised in `search/analysis.ts`. */

/** A word, number or mark that counts where words are compared. */
export interface QuotedWord {
  /** folded, for comparing */
  readonly key: string
  /** what it was taken from, and its offsets there */
  readonly source: string
  readonly start: number
  readonly end: number
  /** number of its line in the speech, from 0 */
  readonly line: number
}

/** From one word of a list up to another, by their numbers. */
export type Run = readonly [from: number, to: number]

/** Fewer words than these are no quotation, and no piece of one. */
export const FEWEST_WORDS = 3

// "U.S." as one, words, numbers, and the marks that count: quotes and dashes of any kind do not, signs do
const UNIT =
  /\bU\.\s?S\.(?:\s?A\.)?|\bU\.\s?N\.|\p{Sc}?\p{N}+(?:[.,]\p{N}+)*%?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ](?=\p{L})[\p{L}\p{M}]+)*|[.,;:!?()/&±+=<>%‰²³]|\p{Sc}|(?<=^|\s)[-−–~](?=\p{Sc}?\p{N})/gu

/** The words and marks of a text in order. @param line the number of its line, for the speech's own */
export function unitsOf(text: string, line = 0): QuotedWord[] {
  const shouts = !/\p{Ll}/u.test(text)
  return [...text.matchAll(UNIT)].map((match) => ({
    key: keyOf(match[0], shouts),
    source: text,
    start: match.index,
    end: match.index + match[0].length,
    line,
  }))
}

function keyOf(raw: string, shouts: boolean): string {
  const small = raw.toLowerCase()
  // nearly every word, and quick
  if (/^[a-tv-z][a-z]*$/u.test(small)) return small
  // "US" in capitals is the country and "us" is not, unless all is in capitals
  if (/^U(?:\.\s?S\.|S)(?:\s?A\.?)?$/u.test(raw) && !(shouts && raw === 'US'))
    return raw.replace(/[.\s]/gu, '')
  return raw
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/^u\.\s?n\.$/u, 'un')
}

export function isWord({ key }: QuotedWord): boolean {
  return /[\p{L}\p{N}]/u.test(key)
}

/** Whether it is a mark that changes what is said: a question is no statement, and per cent are no number. */
export function isSign({ key }: QuotedWord): boolean {
  return /^[?%‰²³±+=<>\p{Sc}]$/u.test(key)
}

/** Whether a hyphen joins two words that stand one after another: "COVID-19". */
export function isJoined(before: QuotedWord | undefined, word: QuotedWord | undefined): boolean {
  if (!before || !word || before.source !== word.source) return false
  return /^[-‐‑]$/u.test(word.source.slice(before.end, word.start))
}

/** Words without the marks before and after them, but for signs. */
export function trimMarks(units: readonly QuotedWord[]): QuotedWord[] {
  const first = units.findIndex(isWord)
  const last = units.findLastIndex(isWord)
  const signs = units.slice(last + 1).filter(isSign)
  return first < 0 ? [] : [...units.slice(first, last + 1), ...signs]
}

/** Words as they stand in what they were taken from, with all that is between them there. */
export function joined(words: readonly QuotedWord[]): string {
  const stretches: { source: string; start: number; end: number }[] = []
  for (const { source, start, end } of words) {
    const last = stretches.at(-1)
    if (last && last.source === source && start >= last.end) last.end = end
    else stretches.push({ source, start, end })
  }
  return stretches
    .map(({ source, start, end }) => source.slice(start, end).replace(/\s+/gu, ' '))
    .join(' ')
}

/** Words as one text, folded: to compare them whole. */
export function folded(words: readonly QuotedWord[]): string {
  return words.map(({ key }) => key).join(' ')
}

/** The words of a text, folded. */
export function keysOf(text: string): string[] {
  return unitsOf(text)
    .filter(isWord)
    .map(({ key }) => key)
}

/** The number of words in a text. */
export function countWords(text: string): number {
  return keysOf(text).length
}
