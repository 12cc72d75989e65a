/** What a text has in quotation marks and block quotes, and what of it may be meant as the quotation. */
import type { Attributions } from './around.ts'
import { FEWEST_WORDS, countWords, keysOf } from './units.ts'

/** What a text has in quotation marks, and its other words. */
export interface Marked {
  readonly quotations: readonly string[]
  /** what stands before, between and after them: one more than of those, '' where nothing does */
  readonly around: readonly string[]
}

/** Whether parts that who said it stands between are one quotation. */
type IsOne = (parts: readonly string[]) => boolean

export interface QuotationReader {
  /** What of a text may be meant as the quotation: all of it first, then without what stands around one. */
  readonly readings: (text: string) => readonly string[]
  /**
   * What a message quotes: its block quotes, and what else it has in quotation marks; none where nothing of
   * that has three words.
   */
  readonly quotations: (message: string, isOne: IsOne) => readonly string[]
  readonly marked: (text: string, isOne: IsOne) => Marked
}

/** Quotations of one text that are judged; how many more there are is said. */
export const QUOTATIONS = 12

// pairs of quotation marks of many languages; one that is never closed goes on to the end
const QUOTED =
  /“(?:[^“”]|(?<!\n\s{0,9})“[^“”\n]*”)+(?:”|(?=\n\s{0,9}“)|$)|"[^"]+(?:"|$)|[„‚][^„‚“”‘’"]+[“”‘’"]|«[^«»]+»|»[^«»]+«|‹[^‹›]+›|「[^「」]+」|『[^『』]+』|`[^`\n]+`|‘[^‘’]+(?:’(?=\p{L})[^‘’]*)*’|(?<![\p{L}\p{N}])'[^'\n]+(?:'(?=\p{L})[^'\n]*)*'(?![\p{L}\p{N}])/gu
const MARKS = /^[“"„‚«»‹「『`‘']\s{0,9}|\s{0,9}[”"“’‘»«›」』`']$/gu

/** Text as it was written, without what pages, PDFs and messages put into it; what is struck out is not there. */
export function cleaned(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/~~[^~\n]{0,400}~~/gu, ' ')
    .replace(/(?<=[\p{L}.!?,;”"’'])[¹²³⁰-⁹]+/gu, '')
    .replace(/[！-～]/gu, (character) => character.normalize('NFKC'))
    .replace(/。/gu, '.')
    .replace(/\[(\p{L})\]/gu, '$1')
    .replace(/([$€£¥])\s(?=\p{N})/gu, '$1')
    .replace(/(?<=\p{L})[`´‘′](?=\p{L})/gu, '’')
}

/** A text with the words that a line break parts put together again ("inten-⏎tion"). */
export function unbroken(text: string): string {
  return text.replace(/(\p{L})[-‐]\r?\n?\s{1,9}(?=\p{Ll})/gu, '$1')
}

/** @param title of the speech, which in quotation marks is no quotation */
export function buildQuotationReader(
  title: string,
  { setAside, isAttribution, isWithin }: Attributions,
): QuotationReader {
  const titleWords = keysOf(title).join(' ')
  const marked = (text: string, isOne: IsOne): Marked => {
    const { quotations: pieces, around } = inMarks(text, titleWords)
    const quotations: string[] = []
    const others: string[] = []
    for (let from = 0, to = 1; from < pieces.length; from = to++) {
      while (to < pieces.length && isWithin(around[to] ?? '')) to++
      const parts = pieces.slice(from, to)
      // those after the last that is judged are only counted
      const isWhole = parts.length === 1 || (quotations.length < QUOTATIONS && isOne(parts))
      quotations.push(...(isWhole ? [parts.join(' … ')] : parts))
      others.push(...around.slice(from, isWhole ? from + 1 : to))
    }
    return { quotations, around: [...others, around.at(-1) ?? ''] }
  }
  return {
    readings: (text) => {
      const bare = setAside(text)
      const { quotations, around } = inMarks(bare, titleWords)
      // what else stands there is a part of the quotation, or says who said it
      const isAll =
        quotations.length > 0 &&
        around.every(isAttribution) &&
        around.slice(1, -1).every((between) => isWithin(between) || countWords(between) === 0)
      return [...new Set([text, bare, ...(isAll ? [quotations.join(' … ')] : [])])]
    },
    quotations: (message, isOne) => {
      const { blocks, rest } = blockQuotes(message)
      const all = [...blocks, ...marked(rest, isOne).quotations]
      return all.some((quotation) => countWords(quotation) >= FEWEST_WORDS) ? all : []
    },
    marked,
  }
}

/** Each pair of quotation marks for itself. */
function inMarks(text: string, titleWords: string): Marked {
  const quotations: string[] = []
  const around: string[] = []
  let outside = ''
  let end = 0
  for (const { 0: marked, index } of text.matchAll(QUOTED)) {
    outside += text.slice(end, index)
    end = index + marked.length
    // the comma before "he said" is not the speaker's
    const inside = marked.replace(MARKS, '').replace(/[,;:]\s*$/u, '')
    const words = keysOf(inside)
    const isApostrophe = /^['‘`]/u.test(marked) && words.length < FEWEST_WORDS
    if (isApostrophe || words.join(' ') === titleWords) {
      outside += /^['‘`]/u.test(marked) ? marked : ''
      continue
    }
    quotations.push(inside)
    around.push(outside)
    outside = ''
  }
  return { quotations, around: [...around, outside + text.slice(end)] }
}

/** The block quotes of a message: lines after ">", and all that follows ">>>". */
function blockQuotes(message: string): { blocks: readonly string[]; rest: string } {
  const lines = message
    .replace(/^>>>\s+([^]*)$/mu, (_, quoted: string) => quoted.replace(/^/gmu, '> '))
    .split('\n')
  const blocks: string[] = []
  const rest: string[] = []
  let isOpen = false
  for (const line of lines) {
    const block = /^>+\s+(.*)$/u.exec(line)?.[1]
    if (block === undefined) rest.push(line)
    else if (isOpen) blocks.push(`${blocks.pop()} ${block}`)
    else blocks.push(block)
    isOpen = block !== undefined
  }
  return { blocks, rest: rest.join('\n') }
}
