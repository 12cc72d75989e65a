/** What people put before, between and after quotations: who said it, a reference, a footnote. */
import { negationsIn } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import type { Speech } from './speech.ts'
import { keysOf, unitsOf } from './units.ts'

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
}

/** Characters in which who said it may stand, before a quotation or after it. */
const ATTRIBUTION = 220

// words that people write around a quotation beside names and dates
const SAYING = new Set(
  `according added adding agreed argued asserted called claimed concluded continued declared emphasised emphasized explained
  insisted noted observed pointed posted quote quoted quoting remarked replied responded said saying says stated stating stressed tells told tweeted
  underlined underscored warned wrote`.split(/\s+/u),
)
const VERB = `(?:${[...SAYING].join('|')})`
const AROUND = new Set(
  `a also an and as at by chinese councillor for further going he his in it minister mr of official officially on out p
  audience page pages para paragraph paragraphs paras pars par pp reporters sec section sect she speaker speech state talk that the
  then they to transcript via monday tuesday wednesday thursday friday saturday sunday today yesterday week top diplomat fm ap
  afp reuters xinhua bloomberg guardian al jazeera new york times post daily global news agency embassy ministry affairs cited qtd emphasis italics mine`.split(
    /\s+/u,
  ),
)
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
/** What leads to a quotation, whoever said it. */
const LEADS_TO = new RegExp(`(?::|\\b${VERB}(?: that)?,?)\\s*$`, 'iu')
const NAME = "(?:\\p{Lu}[\\p{L}.’'-]+\\s){0,3}\\p{Lu}[\\p{L}’'-]+"
/** "Biden said", "President Trump once wrote", "according to Biden" */
const NAMED_SAYING = new RegExp(
  `${NAME}(?=\\s(?:\\p{L}+\\s)?${VERB}\\b)|(?<=\\b[Aa]ccording to )${NAME}`,
  'gu',
)
/** What people are, before their names: with it, a word like others is a name ("President Trump"). */
const ROLE = String.raw`(?:[\p{L}-]+\s){0,4}(?:[Pp]resident|[Pp]remier|[Cc]hancellor|[Ss]ecretary(?: of State|[ -][Gg]eneral)?|[Mm]inister|[Ss]pokes\p{L}+|[Aa]mbassador|[Ss]enator|[Pp]rofessor)\s`
/** "Biden:", "Secretary of State Blinken (2021):", but not "On Taiwan:" */
const LABEL = new RegExp(
  `^\\W*(?!(?:On|About|Regarding|Re|From|In)\\s)(?<role>${ROLE})?(?<name>${NAME})(?:\\s\\(\\d{4}\\))?\\s?:\\s*$`,
  'u',
)
/** "Wang said China", "… that the United States", but no audience: what the words that are quoted are said of */
const SAID_OF = new RegExp(
  `\\b(?:(?!told|tells)${VERB}|that)\\s(?:the\\s)?(\\p{Lu}[\\p{L}.’'-]*(?:\\s\\p{Lu}[\\p{L}.’'-]*){0,2})\\s*$`,
  'u',
)
/** What stands before many names, and tells nobody from another. */
const TITLES = new Set(
  `amb ambassador chairman comrade dr former general premier president prof professor secretary senator`.split(
    ' ',
  ),
)
const MONTHS = new Set(
  `january february march april may june july august september october november december`.split(
    ' ',
  ),
)
const YEAR = /^(?:19|20)\d\d$/u
/** "the rumour that", "some fear that", but not "we believe that" */
const HELD_THAT =
  /\b(?:rumou?rs?|myths?|allegations?|accusations?|(?<!\b(?:i|we) (?:\p{L}+ )?)(?:fear|believe|think|assume|allege|suspect)s?|heard) that\s/iu
const SAID_THAT = new RegExp(`\\b${VERB}(?: [^\\s,;:.]+){0,4} that\\s`, 'iu')

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

/** The words of a name, folded; without "'s" and what is all in capitals, which is nobody ("PRC", "CNN"). */
function namesIn(text: string): readonly string[] {
  return keysOf(
    text.replace(/['’]s(?!\p{L})/gu, '').replace(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu, ' '),
  )
}

/**
 * @param speech whose speaker, title, occasion and month are named where it is quoted
 * @param isCommon whether English writes a folded word in small letters: no name
 */
export function buildAttributions(
  speech: Speech,
  isCommon: (word: string) => boolean,
): Attributions {
  const { speaker, office, occasion, title, source, date } = speech
  const day = new Date(`${date}T00:00:00Z`)
  const months = (['long', 'short'] as const).map((month) =>
    new Intl.DateTimeFormat('en', { month, timeZone: 'UTC' }).format(day),
  )
  const names = new Set(keysOf(speaker))
  const when = new Set([...AROUND, ...keysOf(months.join(' '))])
  const known = new Set([
    ...when,
    ...SAYING,
    ...keysOf([speaker, office, occasion, title, source].join(' ')),
  ])
  const isOtherYear = (key: string): boolean => YEAR.test(key) && !date.startsWith(key)
  const isKnown = (key: string): boolean =>
    known.has(key) || (/^\d[\d.,]*(?:st|nd|rd|th)?$/u.test(key) && !isOtherYear(key))
  const isOfSpeaker = (text: string): boolean => keysOf(text).some((key) => names.has(key))
  // only who, when and where, of the speaker or of him that "said": "in 1950" may be a part of what is quoted
  const isWho = (text: string, hint = /\bs?he\b/iu): boolean =>
    keysOf(text).every(isKnown) && (isOfSpeaker(text) || hint.test(text))

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
      keys.some((key) => SAYING.has(key) || names.has(key)) &&
      keys.filter((key) => !isKnown(key)).length <= UNKNOWN &&
      (isOfSpeaker(text) || !namesAnother(text)) &&
      // "Wang Yi never said that …"
      negationsIn(unitsOf(text)).length === 0
    )
  }

  // "in 2019, Wang Yi said", but not "in the wake of the 2020 election, …"
  const isDatedOtherwise = (text: string): boolean => {
    const keys = keysOf(text)
    return (
      // years of life or of an office
      !/\d{4}\s?[–—-]/u.test(text) &&
      keys.some(isOtherYear) &&
      keys.every((key) => isKnown(key) || isOtherYear(key) || MONTHS.has(key))
    )
  }
  // whom a text before a quotation names as the one who said it
  const namedIn = (text: string): readonly (readonly string[])[] => {
    const { role, name = '' } = LABEL.exec(text)?.groups ?? {}
    const label = namesIn(name)
    const isName = role !== undefined || !label.every(isCommon)
    return [...(text.match(NAMED_SAYING) ?? []).map(namesIn), ...(isName ? [label] : [])]
  }

  return {
    isAttribution: (beside, quoted) => {
      if (quoted === undefined) return isWho(beside)
      const saidOf = keysOf(SAID_OF.exec(beside)?.[1] ?? '')
      if (saidOf.some((key) => !when.has(key)) && !saidOf.some((key) => names.has(key)))
        return false
      if (isWho(beside)) return true
      if (!LEADS_TO.test(beside) || isDatedOtherwise(beside)) return false
      const heard = new Set(namesIn(quoted))
      return namedIn(beside).every((name) => {
        // of "Wang Wenbin" the family name is the speaker's, too
        const others = name.filter((key) => !isKnown(key) && !TITLES.has(key))
        return others.length === 0 || others.some((key) => heard.has(key))
      })
    },
    setAside: (quotation) => {
      const quote = withoutReferences(quotation)
      return quote.slice(leadEnd(quote), tailStart(quote))
    },
    isWithin: (between) =>
      saysWho(between) && !LEADS_ON.test(between) && splitSentences(between).length === 1,
  }
}
