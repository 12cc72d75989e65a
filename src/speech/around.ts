/** What people put around a quotation: who said it, a reference, quotation marks, their own words. */
import { negationsIn } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import type { Speech } from './speech.ts'
import { FEWEST_WORDS, countWords, isCapital, isWord, keysOf, unitsOf } from './units.ts'
import type { QuotedWord } from './units.ts'

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
  /** Whether a text says who said one quotation, and leads to another: "he said, and", "Wang added that" */
  readonly leadsOn: (between: string) => boolean
  /** Whether a text begins with somebody who says something: "He said the US must", "Ms Smith added". */
  readonly reports: (text: string) => boolean
}

/** Quotations of one text that are judged; how many more there are is said. */
export const QUOTATIONS = 12
/** Characters in which who said it may stand, before a quotation or after it. */
const ATTRIBUTION = 220

// words that people write around a quotation beside names and dates
const SAYING = new Set(
  `according added adding argued asserted called claimed concluded continued declared emphasised emphasized explained
  insisted noted observed pointed quote quoted quoting remarked said saying says stated stating stressed tells told
  underlined warned wrote`.split(/\s+/u),
)
const AROUND = new Set(
  `a also an and as at by chinese councillor for further going he his in it minister mr of official officially on out p
  page pages para paragraph paragraphs paras pars par pp reporters sec section sect she speaker speech state talk that the
  then they to transcript via monday tuesday wednesday thursday friday saturday sunday today yesterday week top diplomat fm ap
  afp reuters xinhua cited qtd`.split(/\s+/u),
)
/** Words that nobody knows in what still only says who speaks ("Wang boasted, according to …"). */
const UNKNOWN = 2
const SAID_THAT =
  /\b(?:said|says|stated|insisted|argued|claimed|noted|stressed|declared|added|warned|told(?: \p{L}+){1,4}) that\s/u
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

/**
 * Whether a text gives its words from `start` up to `end` as somebody else's: in quotation marks of their own, or
 * after "as he put it".
 */
export function isReported(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start)
  const isQuoted =
    before.lastIndexOf('“') > before.lastIndexOf('”') && !text.slice(start, end).includes('”')
  const lead = splitSentences(`${before}X`).at(-1) ?? ''
  return isQuoted || /\b(?:put it|according to)\b/iu.test(lead) || SAID_THAT.test(lead)
}

/** The words of a text up to the first verb of saying; none where it has none, or nothing before it. */
function untilSaying(text: string): readonly QuotedWord[] {
  const words = unitsOf(text.slice(0, ATTRIBUTION)).filter(isWord)
  const verb = words.findIndex(({ key }) => SAYING.has(key))
  return verb > 0 ? words.slice(0, verb + 1) : []
}

// "Wang Yi never said that …"
function isDenial(text: string): boolean {
  return negationsIn(unitsOf(text)).length > 0
}

/** Reads texts for quotations of a speech. Nothing that could be a part of one is ever set aside. */
export function buildQuotationReader(speech: Speech): QuotationReader {
  const { speaker, office, occasion, title, source, date } = speech
  const day = new Date(`${date}T00:00:00Z`)
  const months = (['long', 'short'] as const).map((month) =>
    new Intl.DateTimeFormat('en', { month, timeZone: 'UTC' }).format(day),
  )
  const names = new Set(keysOf(speaker))
  const titleWords = keysOf(title).join(' ')
  const known = new Set([
    ...AROUND,
    ...SAYING,
    ...keysOf([speaker, office, occasion, title, source, ...months].join(' ')),
  ])
  // only who, when and where, and of the speaker: "in 1950" may be a part of what is quoted
  const isOfSpeaker = (text: string): boolean => keysOf(text).some((key) => names.has(key))
  const isAround = (text: string): boolean =>
    keysOf(text).every((key) => known.has(key) || /^\d[\d.,]*(?:st|nd|rd|th)?$/u.test(key))
  // "he said" of the speaker
  const isWho = (text: string): boolean =>
    isAround(text) && (isOfSpeaker(text) || /\bs?he\b/iu.test(text))
  const isCitation = (text: string): boolean =>
    /^(?:emphasis|italics) (?:added|mine)$/iu.test(text.trim()) ||
    (isAround(text) && (isOfSpeaker(text) || /[§¶]|\b(?:sec|section|paras?|pp?)\b/iu.test(text)))

  const withoutAround = (quotation: string): string => {
    const quote = quotation
      .replace(/\s{0,9}[[(]\s{0,9}sic\s{0,9}[\])]/giu, '')
      // footnotes stand behind a sentence, numbers of paragraphs before it, addresses at the end
      .replace(/(?<=[.!?,;”"’'])\s?\[\d{1,3}\]|\s?\[\d{1,3}\](?=[\s.”"’']{0,9}$)/gu, ' ')
      .replace(/(?<=\p{L}[.!?][”"’]?)\d{1,3}(?=\s|$)/gu, '')
      .replace(/^\s{0,9}(?:\[\d{1,3}\]|¶\s?\d{1,3}|\d{1,2}\.)\s/u, '')
      .replace(/\s\(?https?:\/\/\S{1,300}$/u, '')
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
      // a name after the last sentence: "(Xi Jinping)"
      .replace(/(?<=[.!?][”"’']?)\s\((?:\p{Lu}[\p{L}.’'-]*\s?){1,4}\)$/u, '')
    // "— Wang Yi, …", ", said Wang Yi", ", he said"
    const end = Math.max(0, quote.length - ATTRIBUTION)
    const tails = Array.from(
      quote.slice(end).matchAll(/\s(?:--|[-–—―])|[—―](?=\p{Lu})|\n|,\s/gu),
      ({ index }) => end + index,
    )
    const tail = tails.find((at) => isWho(quote.slice(at)))
    return quote.slice(leadOf(quote), tail)
  }

  // "Wang Yi told reporters on Monday: …", "According to Wang Yi, …", "Wang Yi said (that) …"
  const leadOf = (quote: string): number => {
    const beginning = quote.slice(0, ATTRIBUTION)
    const colon = beginning.search(/:\s|\n/u)
    const comma = beginning.search(/,\s/u)
    const that = SAID_THAT.exec(beginning)
    const said = untilSaying(beginning).at(-1)?.end ?? 0
    const ends = [
      ...[colon, comma, said]
        .filter((at) => at > 0 && isAround(beginning.slice(0, at)))
        .map((at) => at + 1),
      ...(that ? [that.index + that[0].length] : []),
    ]
    return Math.max(
      0,
      ...ends.filter((at) => {
        const lead = quote.slice(0, at)
        return (isOfSpeaker(lead) || isWho(lead)) && !/[“"«]/u.test(lead) && !isDenial(lead)
      }),
    )
  }

  // says who speaks, though some word of it be unknown
  const isAttribution = (text: string): boolean =>
    isAround(text) ||
    (isOfSpeaker(text) &&
      !isDenial(text) &&
      keysOf(text).filter((key) => !isAround(key)).length <= UNKNOWN)

  /** What is in quotation marks, and what is around it: one more than of those, '' where nothing is. */
  const partsOf = (text: string): { quoted: string[]; around: string[] } => {
    const quoted: string[] = []
    const around = ['']
    let end = 0
    for (const { 0: marked, index } of text.matchAll(QUOTED)) {
      // the comma before "he said" is not the speaker's
      const part = marked.replace(MARKS, '').replace(/[,;:]\s*$/u, '')
      around[around.length - 1] += text.slice(end, index)
      end = index + marked.length
      const words = keysOf(part)
      // an apostrophe opens no quotation of a word or two, and the title of the speech is none
      if ((/^['‘`]/u.test(marked) && words.length < FEWEST_WORDS) || words.join(' ') === titleWords)
        around[around.length - 1] += /^['‘`]/u.test(marked) ? marked : ''
      else {
        quoted.push(part)
        around.push('')
      }
    }
    around[around.length - 1] += text.slice(end)
    return { quoted, around }
  }

  // "he said, and", "Wang added that", ". He added:", "he said. The US should"
  const leadsOn = (between: string): boolean =>
    isSaid(between) &&
    (/^\s*[.;]|(?:\b(?:and|but|that)|[.:])\s*$/u.test(between) ||
      splitSentences(between).length > 1)

  // says who says it in the midst of one quotation
  const isWithin = (between: string): boolean => isSaid(between) && !leadsOn(between)

  // nothing but who says it
  const isSaid = (between: string): boolean =>
    isAttribution(between) && keysOf(between).some((key) => SAYING.has(key) || names.has(key))

  const marked = (text: string, isOne: IsOne): Marked => {
    const { quoted, around } = partsOf(text)
    const quotations: string[] = []
    const others: string[] = []
    for (let from = 0, to = 1; from < quoted.length; from = to++) {
      while (to < quoted.length && isWithin(around[to] ?? '')) to++
      const parts = quoted.slice(from, to)
      const isWhole = parts.length === 1 || (quotations.length < QUOTATIONS && isOne(parts))
      quotations.push(...(isWhole ? [parts.join(' … ')] : parts))
      others.push(...around.slice(from, isWhole ? from + 1 : to))
    }
    return { quotations, around: [...others, around.at(-1) ?? ''] }
  }

  return {
    readings: (text) => {
      const bare = withoutAround(text)
      const { quoted, around } = partsOf(bare)
      // what else stands there is a part of the quotation, or says who said it
      const isAll =
        quoted.length > 0 &&
        around.every(isAttribution) &&
        around.slice(1, -1).every((between) => isWithin(between) || keysOf(between).length === 0)
      return [...new Set([text, bare, ...(isAll ? [quoted.join(' … ')] : [])])]
    },
    quotations: (message, isOne) => {
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
      const all = [...blocks, ...marked(others.join('\n'), isOne).quotations]
      return all.some((quotation) => countWords(quotation) >= FEWEST_WORDS) ? all : []
    },
    marked,
    leadsOn,
    reports: (text) => {
      const saying = untilSaying(text)
      return saying.length > 0 && saying.every((word) => known.has(word.key) || isCapital(word))
    },
  }
}
