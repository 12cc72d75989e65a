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

/** Fewer words than these are no quotation, and no piece of one. */
export const FEWEST_WORDS = 3

// words that turn what a sentence says
const TURNING = new Set(
  `no not never nor neither none nobody nothing without cannot avoid avoiding stop stopping rather instead less hardly
  refuse oppose prevent against except unless denied denies`.split(/\s+/u),
)

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

/** Whether leaving a word out, or putting it in, may turn what is said into its opposite. */
export function turns({ key }: QuotedWord): boolean {
  return TURNING.has(key) || key.endsWith("n't")
}

/** The number of words in a text. */
export function countWords(text: string): number {
  return unitsOf(text).filter(isWord).length
}
