/** What a text has in quotation marks and block quotes, apart from its other words. */
import { FEWEST_WORDS, keysOf } from './units.ts'

/** What a text quotes, and its other words. */
export interface Marked {
  readonly quotations: readonly string[]
  /** what stands before, between and after them: one more than of those, '' where nothing does */
  readonly around: readonly string[]
}

// block quotes, and pairs of quotation marks of many languages; one that is never closed goes on to the end
const QUOTED =
  /(?<![^\n])>>>\s[^]+|(?<![^\n])>+\s[^\n]*(?:\n>+\s[^\n]*)*|“(?:[^“”]|(?<!\n\s{0,9})“[^“”\n]*”)+(?:”|(?=\n\s{0,9}“)|$)|"[^"]+(?:"|$)|[„‚][^„‚“”‘’"]+[“”‘’"]|«[^«»]+»|»[^«»]+«|‹[^‹›]+›|「[^「」]+」|『[^『』]+』|`[^`\n]+`|‘[^‘’]+(?:’(?=\p{L})[^‘’]*)*’|(?<![\p{L}\p{N}])'[^'\n]+(?:'(?=\p{L})[^'\n]*)*'(?![\p{L}\p{N}])/gu
const MARKS = /^[“"„‚«»‹「『`‘']\s{0,9}|\s{0,9}[”"“’‘»«›」』`']$|(?<![^\n])>+\s/gu

// what Discord writes for a mention, an emoji of a server, a time or a command
const TOKENS =
  /@(?:everyone|here)\b|<(?:@[!&]?|#|a?:\w{1,32}:)\d{1,20}>|<t:-?\d{1,15}(?::\w)?>|<\/[^<>:\n]{1,100}:\d{1,20}>/gu
const MASKED_LINKS = /\[([^[\]\n]{1,400})\]\(<?https?:\/\/[^\s()<>]{1,400}>?\)/giu
// what whoever quotes or took it down puts into it
const REMARKS =
  /\s?[[(]\s?(?:sic|(?:my )?emphasis(?: (?:added|mine))?|italics (?:added|mine)|applause|laughter)[.!]?\s?[\])]/giu
const ADDRESSES = /[(<]?https?:\/\/[^\s()<>"“”]{1,400}[)>]?/giu

/** A message without mentions, emoji of a server, times and addresses; of a masked link its words stay. */
export function withoutTokens(text: string): string {
  return text.replace(TOKENS, ' ').replace(MASKED_LINKS, '$1').replace(ADDRESSES, ' ')
}

/** Text as it was written, without what pages, PDFs and messages put into it; what is struck out is not there. */
export function cleaned(text: string): string {
  return withoutTokens(text)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/~~[^~\n]{0,400}~~/gu, ' ')
    .replace(REMARKS, '')
    .replace(/(?<=[\p{L}.!?,;”"’'])[¹²³⁰-⁹]+/gu, '')
    .replace(/[！-～]/gu, (character) => character.normalize('NFKC'))
    .replace(/。/gu, '.')
    .replace(/\[(\p{L})\]/gu, '$1')
    .replace(/([$€£¥])\s(?=\p{N})/gu, '$1')
    .replace(/(?<=\p{L})[`´‘′](?=\p{L})/gu, '’')
}

/**
 * What a text quotes. A word or two between apostrophes are no quotation, nor is the title.
 * @param title of the speech
 */
export function markedIn(text: string, title: string): Marked {
  const titleWords = keysOf(title).join(' ')
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
    const fewest = /^['‘`]/u.test(marked) ? FEWEST_WORDS : 1
    if (words.length < fewest || words.join(' ') === titleWords) {
      outside += marked
      continue
    }
    quotations.push(inside)
    around.push(outside)
    outside = ''
  }
  return { quotations, around: [...around, outside + text.slice(end)] }
}
