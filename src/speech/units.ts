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

// "U.S." as one, words, numbers, and the marks that count: quotes and dashes of any kind do not, signs do
const UNIT =
  /\bU\.\s?S\.(?:\s?A\.)?|\bU\.\s?N\.|[$€£¥]?\p{N}+(?:[.,]\p{N}+)*%?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ](?=\p{L})[\p{L}\p{M}]+)*|[.,;:!?()/&±+=<>]|(?<=^|\s)[-−](?=[$€£¥]?\p{N})/gu

/** The words and marks of a text in order. @param line the number of its line, for the speech's own */
export function unitsOf(text: string, line = 0): QuotedWord[] {
  return [...text.matchAll(UNIT)].map((match) => ({
    key: match[0]
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’ʼ]/gu, "'")
      .replace(/^u\.\s?(s|n)\.(?:\s?(a)\.)?$/u, 'u$1$2'),
    source: text,
    start: match.index,
    end: match.index + match[0].length,
    line,
  }))
}

export function isWord({ key }: QuotedWord): boolean {
  return /[\p{L}\p{N}]/u.test(key)
}

/** The number of words in a text. */
export function countWords(text: string): number {
  return unitsOf(text).filter(isWord).length
}
