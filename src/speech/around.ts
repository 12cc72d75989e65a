/** What people put around a quotation: who said it, a reference, quotation marks, their own words. */
import type { Speech } from './speech.ts'
import { countWords, isWord, unitsOf } from './units.ts'

export interface QuotationReader {
  /** What of a text may be meant as the quotation: all of it first, then without what stands around one. */
  readonly readings: (text: string) => readonly string[]
  /**
   * What a message quotes: its block quotes, and what else it has in quotation marks; none where nothing
   * of that has three words.
   */
  readonly quotations: (message: string) => readonly string[]
}

/** Characters in which who said it may stand, before a quotation or after it. */
const ATTRIBUTION = 220
/** Fewer words than these are no quotation. */
const FEWEST = 3

// words that people write around a quotation beside names and dates
const SAYING = new Set(
  `according added adding argued asserted called claimed concluded continued declared emphasised emphasized explained
  insisted noted observed pointed quote quoted quoting remarked said saying says stated stating stressed tells told
  underlined warned wrote`.split(/\s+/u),
)
const AROUND = new Set(
  `a also an and as at by chinese for further going he his in it minister of official officially on out p page pages
  para paragraph paragraphs paras pars par pp reporters sec section sect she speaker speech state talk the then they to
  transcript`.split(/\s+/u),
)
const SAID_THAT =
  /\b(?:said|says|stated|insisted|argued|claimed|noted|stressed|declared|added|warned|told \p{L}+) that\s/u
const QUOTED =
  /“[^“”]+”|"[^"]+"|«[^«»]+»|「[^「」]+」|‘[^‘’]+(?:’(?=\p{L})[^‘’]*)*’|(?<![\p{L}\p{N}])'[^'\n]+(?:'(?=\p{L})[^'\n]*)*'(?![\p{L}\p{N}])/gu

/** Text as it was written, without what pages, PDFs and messages put into it; what is struck out is not there. */
export function cleaned(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/~~[^~\n]{0,400}~~/gu, ' ')
    .replace(/[¹²³⁰-⁹]/gu, '')
    .replace(/\[(\p{L})\]/gu, '$1')
    .replace(/(\p{L})-\n\s{0,9}(?=\p{Ll})/gu, '$1')
    .replace(/([$€£¥])\s(?=\p{N})/gu, '$1')
    .replace(/(?<=\p{L})[`´](?=\p{L})/gu, '’')
}

/** Reads texts for quotations of a speech. Nothing that could be a part of one is ever set aside. */
export function buildQuotationReader(speech: Speech): QuotationReader {
  const { speaker, office, occasion, title, source, date } = speech
  const keysOf = (text: string): string[] =>
    unitsOf(text)
      .filter(isWord)
      .map(({ key }) => key)
  const day = new Date(`${date}T00:00:00Z`)
  const months = (['long', 'short'] as const).map((month) =>
    new Intl.DateTimeFormat('en', { month, timeZone: 'UTC' }).format(day),
  )
  const names = new Set(keysOf(speaker))
  const known = new Set([
    ...AROUND,
    ...SAYING,
    ...keysOf([speaker, office, occasion, title, source, ...months].join(' ')),
  ])
  // only who, when and where, and of the speaker: "in 1950" may be a part of what is quoted
  const isOfSpeaker = (text: string): boolean => keysOf(text).some((key) => names.has(key))
  const isAround = (text: string): boolean =>
    keysOf(text).every((key) => known.has(key) || /^\d[\d.,]*(?:st|nd|rd|th)?$/u.test(key))
  const isCitation = (text: string): boolean =>
    /^(?:emphasis|italics) (?:added|mine)$/iu.test(text.trim()) ||
    (isAround(text) && (isOfSpeaker(text) || /[§¶]|\b(?:sec|section|paras?|pp?)\b/iu.test(text)))

  const withoutAround = (quotation: string): string => {
    const quote = quotation
      .replace(/[[(]\s{0,9}sic\s{0,9}[\])]/giu, ' ')
      // footnotes stand behind a sentence
      .replace(/(?<=[.!?,;”"’'])\s?\[\d{1,3}\]|\s?\[\d{1,3}\](?=[\s.”"’']{0,9}$)/gu, ' ')
      // the bot's own references
      .replace(
        /§([\d.]{1,9}) ([^\n§]{0,120}?) ·\s?¶\d{1,4}/gu,
        (whole, number: string, name: string) =>
          speech.sections.some((section) => section.number === number && section.title === name)
            ? ' '
            : whole,
      )
      .replace(/\(([^()]{0,160})\)(?=[\s.”"’']{0,9}$)/u, (whole, inside: string) =>
        isCitation(inside) ? ' ' : whole,
      )
    // "— Wang Yi, …"
    const end = Math.max(0, quote.length - ATTRIBUTION)
    const tails = Array.from(
      quote.slice(end).matchAll(/\s(?:--|[-–—―])/gu),
      ({ index }) => end + index,
    )
    const tail = tails.find((at) => isAround(quote.slice(at)) && isOfSpeaker(quote.slice(at)))
    return quote.slice(leadOf(quote), tail)
  }

  // "Wang Yi told reporters on Monday: …", "According to Wang Yi, …", "Wang Yi said that …"
  const leadOf = (quote: string): number => {
    const beginning = quote.slice(0, ATTRIBUTION)
    const colon = beginning.search(/:\s/u)
    const comma = beginning.search(/,\s/u)
    const that = SAID_THAT.exec(beginning)
    const ends = [
      ...(colon > 0 ? [colon + 1] : []),
      ...(that ? [that.index + that[0].length] : []),
      ...(comma > 0 && isAround(beginning.slice(0, comma)) ? [comma + 1] : []),
    ]
    return Math.max(
      0,
      ...ends.filter((at) => isOfSpeaker(quote.slice(0, at)) && !/[“"«]/u.test(quote.slice(0, at))),
    )
  }

  // the parts in quotation marks, as one where nothing but who says it stands between them
  const quotedRuns = (text: string): string[] => {
    const runs: string[] = []
    let end = 0
    for (const { 0: marked, index } of text.matchAll(QUOTED)) {
      // the comma before "he said" is not the speaker's
      const part = marked.slice(1, -1).replace(/[,.;:]\s*$/u, '')
      // an apostrophe opens no quotation of a word or two
      if (/^['‘]/u.test(marked) && countWords(part) < FEWEST) continue
      const between = text.slice(end, index)
      const isSaying = keysOf(between).some((key) => SAYING.has(key))
      if (runs.length > 0 && isSaying && isAround(between))
        runs[runs.length - 1] = `${runs.at(-1)} … ${part}`
      else runs.push(part)
      end = index + marked.length
    }
    return runs
  }

  return {
    readings: (text) => {
      const bare = withoutAround(text)
      const [run, ...others] = quotedRuns(bare)
      // what else stands there is a part of the quotation, or says who said it
      const isAll = run !== undefined && others.length === 0 && isAround(bare.replace(QUOTED, ' '))
      return [...new Set([text, bare, ...(isAll ? [run] : [])])]
    },
    quotations: (message) => {
      const [, rest] = /^>>>\s+([^]*)$/mu.exec(message) ?? []
      const lines = (
        rest === undefined ? message : message.replace(/^>>>\s+[^]*$/mu, rest.replace(/^/gmu, '> '))
      ).split('\n')
      const blocks: string[] = []
      const others: string[] = []
      let isOpen = false
      for (const line of lines) {
        const block = /^>+\s+(.*)$/u.exec(line)?.[1]
        if (block === undefined) others.push(line)
        else if (isOpen) blocks[blocks.length - 1] = `${blocks.at(-1)} ${block}`
        else blocks.push(block)
        isOpen = block !== undefined
      }
      const all = [...blocks, ...quotedRuns(others.join('\n'))]
      return all.some((quotation) => countWords(quotation) >= FEWEST) ? all : []
    },
  }
}
