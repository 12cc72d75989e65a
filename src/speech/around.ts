/** What people put before, between and after quotations: who said it, a reference, a footnote. */
import { negationsIn } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import type { Speech } from './speech.ts'
import { isCapital, isWord, keysOf, unitsOf } from './units.ts'
import type { QuotedWord } from './units.ts'

/** What texts say of who speaks, where it is the speaker. Nothing that could be a part of a quotation is. */
export interface Attributions {
  /** A quotation without who said it, references and footnotes. */
  readonly setAside: (quotation: string) => string
  /** Whether a text only says who speaks, and when and where; so does one of no words. */
  readonly isAttribution: (text: string) => boolean
  /** Whether a text says who says it in the midst of one quotation: ", he said," */
  readonly isWithin: (between: string) => boolean
  /** Whether a text says who said one quotation, and leads to another: "he said, and", "Wang added that" */
  readonly leadsOn: (between: string) => boolean
  /** Whether a text begins with somebody who says something: "He said the US must", "Ms Smith added". */
  readonly reports: (text: string) => boolean
}

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

/** @param speech whose speaker, title, occasion and month are named where it is quoted */
export function buildAttributions(speech: Speech): Attributions {
  const { speaker, office, occasion, title, source, date } = speech
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
  // "he said" of the speaker
  const isWho = (text: string): boolean =>
    isAround(text) && (isOfSpeaker(text) || /\bs?he\b/iu.test(text))
  const isCitation = (text: string): boolean =>
    /^(?:emphasis|italics) (?:added|mine)$/iu.test(text.trim()) ||
    (isAround(text) && (isOfSpeaker(text) || /[§¶]|\b(?:sec|section|paras?|pp?)\b/iu.test(text)))

  const withoutReferences = (quotation: string): string =>
    quotation
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

  // where "Wang Yi told reporters on Monday: …", "According to Wang Yi, …", "Wang Yi said (that) …" leads to
  const leadEnd = (quote: string): number => {
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

  // where "— Wang Yi, …", ", said Wang Yi" or ", he said" begins
  const tailStart = (quote: string): number | undefined => {
    const end = Math.max(0, quote.length - ATTRIBUTION)
    const tails = Array.from(
      quote.slice(end).matchAll(/\s(?:--|[-–—―])|[—―](?=\p{Lu})|\n|,\s/gu),
      ({ index }) => end + index,
    )
    return tails.find((at) => isWho(quote.slice(at)))
  }

  // some words of it may be unknown
  const isAttribution = (text: string): boolean =>
    isAround(text) ||
    (isOfSpeaker(text) &&
      !isDenial(text) &&
      keysOf(text).filter((key) => !isAround(key)).length <= UNKNOWN)

  const saysWho = (between: string): boolean =>
    isAttribution(between) && keysOf(between).some((key) => SAYING.has(key) || names.has(key))

  // "he said, and", "Wang added that", ". He added:", "he said. The US should"
  const leadsOn = (between: string): boolean =>
    saysWho(between) &&
    (/^\s*[.;]|(?:\b(?:and|but|that)|[.:])\s*$/u.test(between) ||
      splitSentences(between).length > 1)

  return {
    setAside: (quotation) => {
      const quote = withoutReferences(quotation)
      return quote.slice(leadEnd(quote), tailStart(quote))
    },
    isAttribution,
    isWithin: (between) => saysWho(between) && !leadsOn(between),
    leadsOn,
    reports: (text) => {
      const saying = untilSaying(text)
      return saying.length > 0 && saying.every((word) => known.has(word.key) || isCapital(word))
    },
  }
}
