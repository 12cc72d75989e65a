/** What people put before, between and after quotations: who said it, a reference, a footnote. */
import { negationsIn } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import type { Speech } from './speech.ts'
import type { QuotedPlace } from './spoken.ts'
import { keysOf, unitsOf } from './units.ts'
import { SAYING, VERB, buildWho } from './who.ts'

/** What texts say of who speaks, where it is the speaker. Nothing that could be a part of a quotation is. */
interface Attributions {
  /** A quotation without who said it, references and footnotes. */
  readonly setAside: (quotation: string) => string
  /**
   * Whether a text in the midst of a quotation says who said it (", he said,") and leads to no other ("he said,
   * and"); a word or two of it may be unknown.
   */
  readonly isWithin: (between: string) => boolean
  /**
   * Whether a text beside a quotation only says who said it.
   * @param quoted where it stands before all of it, the sentences that are quoted: it may name anybody whom they
   *   name, but nobody else as the one who "said" it, and no other year
   */
  readonly isAttribution: (beside: string, quoted?: string) => boolean
  /** Whom a text before a quotation names as the one who says it, where that is another (see who.ts). */
  readonly otherIn: (before: string, quoted: string) => string | undefined
}

/** Characters in which who said it may stand, before a quotation or after it. */
const ATTRIBUTION = 220

/** Words that nobody knows in what still only says who speaks ("Wang boasted, according to …"). */
const UNKNOWN = 2
/** What leads to a quotation: "Wang Yi said (that) …", "According to Wang Yi, …", "Wang Yi told reporters on Monday: …" */
const LEADS = [
  /^[^,]*,\s/u,
  /^[^:]*:\s/u,
  /^[^\n]*\n/u,
  /^.*?\bthat\s/su,
  new RegExp(`^.*?\\b${VERB}\\b`, 'isu'),
]
/** What leads from one quotation to another: "he said, and", "and warned", ". He added:" */
const LEADS_ON =
  /^\s*[.;]|^\W*(?:and|but|while|whereas|though|although)\b|(?:\b(?:and|but|that|adding)|[.:])\s*$/iu
/** A mention, a hashtag that denies nothing ("#not"), and the number of a post in a thread: "@name", "#China", "1/3", "(2/)" */
const TAG = String.raw`(?:(?!#(?:not|no|nope|never|lies?|liar|fake|false|wrong|joke|sarcasm)\b)[@#][\p{L}\p{N}_]{1,100}:?|[(\[]?\d{1,3}\/\d{0,3}[)\]]?)`
const TAGS_AFTER = new RegExp(
  String.raw`(?<=[.!?”"’)\n]\s{0,9})${TAG}(?:\s+${TAG}){0,20}\s*$`,
  'iu',
)
const TAGS = new RegExp(String.raw`^(?:\s*${TAG}\s){1,20}|(?:\s+${TAG}){1,20}\s*$`, 'giu')
/** What tells a reference in brackets from a remark. */
const CITES = /[§¶]|\b(?:sec|section|paras?|pp?|emphasis|italics)\b/iu
/** "the rumour that", "some fear that", but not "we believe that" */
const HELD_THAT =
  /\b(?:rumou?rs?|myths?|allegations?|accusations?|(?<!\b(?:i|we) (?:\p{L}+ )?)(?:fear|believe|think|assume|allege|suspect)s?|heard) that\s/iu
const SAID_THAT = new RegExp(`\\b${VERB}(?: [^\\s,;:.]+){0,4} that\\s`, 'iu')

/** Whether the speaker gives words as somebody else's wherever they stand. */
export function areReported(places: readonly QuotedPlace[]): boolean {
  return places.every(({ line, start, end }) => isReported(line.text, start, end))
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
  // the words themselves may begin in the midst of it: "… that he | said that it is willing"
  const said = SAID_THAT.exec(lead.slice(0, -1) + text.slice(start, end))
  return (
    isQuoted ||
    /\b(?:put it|according to)\b/iu.test(lead) ||
    HELD_THAT.test(lead) ||
    (said !== null && said.index < lead.length - 1)
  )
}

/** A text without mentions, hashtags and numbers of posts at its edges, which may be words of its sentence too. */
export function withoutTags(text: string): string {
  return text.replace(TAGS, '')
}

/**
 * @param speech whose speaker, title, occasion and month are named where it is quoted
 * @param isCommon whether English writes a folded word in small letters: no name
 */
export function buildAttributions(
  speech: Speech,
  isCommon: (word: string) => boolean,
): Attributions {
  const { isKnown, isOfSpeaker, isWho, isSaidOfOther, leadsTo, otherIn } = buildWho(
    speech,
    isCommon,
  )

  const withoutReferences = (quotation: string): string =>
    quotation
      // footnotes stand behind a sentence, numbers of paragraphs before it
      .replace(/(?<=[.!?,;”"’'])\s?\[\d{1,3}\]|\s?\[\d{1,3}\](?=[\s.”"’']{0,9}$)/gu, ' ')
      .replace(/(?<=\p{L}[.!?][”"’]?)\d{1,3}(?=\s|$)/gu, '')
      .replace(/^\s{0,9}(?:\[\d{1,3}\]|¶\s?\d{1,3}|\d{1,2}[.)])\s/u, '')
      .replace(/^\s{0,9}(?:RT\s@[\p{L}\p{N}_]{1,100}:?|@[\p{L}\p{N}_]{1,100}:)\s/u, '')
      // words that end a sentence may be hashtags too
      .replace(TAGS_AFTER, '')
      // the bot's own references
      .replace(
        /§([\d.]{1,9}) ([^\n§]{0,120}?) ·\s?¶\d{1,4}/gu,
        (whole, number: string, name: string) =>
          speech.sections.some((section) => section.number === number && section.title === name)
            ? ' '
            : whole,
      )
      .replace(/\(([^()]{0,160})\)(?=[\s.”"’']{0,9}$)/u, (whole, inside: string) =>
        isWho(inside, CITES) ? ' ' : whole,
      )

  const leadEnd = (quote: string): number => {
    const beginning = quote.slice(0, ATTRIBUTION)
    const ends = LEADS.map((lead) => lead.exec(beginning)?.[0].length ?? 0)
    // what is quoted before ", he said," is no lead
    return /^\s*["“„«]/u.test(beginning)
      ? 0
      : Math.max(0, ...ends.filter((end) => isWho(quote.slice(0, end))))
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

  // ", Trump said,"
  const namesAnother = (text: string): boolean =>
    keysOf((text.match(/\p{Lu}\p{L}+/gu) ?? []).join(' ')).some((key) => !isKnown(key))
  const saysWho = (text: string): boolean => {
    const keys = keysOf(text)
    return (
      (isOfSpeaker(text) || keys.some((key) => SAYING.has(key))) &&
      keys.filter((key) => !isKnown(key)).length <= UNKNOWN &&
      (isOfSpeaker(text) || !namesAnother(text)) &&
      // "Wang Yi never said that …"
      negationsIn(unitsOf(text)).length === 0
    )
  }

  return {
    isAttribution: (beside, quoted) =>
      quoted === undefined
        ? isWho(beside)
        : !isSaidOfOther(beside) && (isWho(beside) || leadsTo(beside, quoted)),
    otherIn,
    setAside: (quotation) => {
      const quote = withoutReferences(quotation)
      return quote.slice(leadEnd(quote), tailStart(quote))
    },
    isWithin: (between) =>
      saysWho(between) && !LEADS_ON.test(between) && splitSentences(between).length === 1,
  }
}
