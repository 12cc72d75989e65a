/** Who speaks, by the names and dates in what people write around a quotation. */
import type { Speech } from './speech.ts'
import { keysOf } from './units.ts'

/** What is known of the words around quotations, as keys (see units.ts). */
export interface Who {
  /** whether a key is one of who, when and where the speaker spoke, or of saying so */
  readonly isKnown: (key: string) => boolean
  /** whether a text has a name of the speaker */
  readonly isOfSpeaker: (text: string) => boolean
  /**
   * Whether a text tells only who, when and where, of the speaker or of him that "said": "in 1950" may be a part of
   * what is quoted.
   * @param hint what may stand for the speaker's name
   */
  readonly isWho: (text: string, hint?: RegExp) => boolean
  /** whether a text before a quotation says its words of another than the speaker's "we": "Wang said China |…" */
  readonly isSaidOfOther: (before: string) => boolean
  /**
   * Whether a text before a quotation leads to it in the words of the speaker, or of somebody whom the sentences
   * that are quoted name, and of no other year.
   */
  readonly leadsTo: (before: string, quoted: string) => boolean
  /** whom a text before a quotation names as the one who says it, as typed; undefined for one as above */
  readonly otherIn: (before: string, quoted: string) => string | undefined
}

// words that people write around a quotation beside names and dates
export const SAYING = new Set(
  `according added adding agreed argued asserted called claimed concluded continued declared emphasised emphasized explained
  insisted noted observed pointed posted quote quoted quoting remarked replied responded said saying says stated stating stressed tells told tweeted
  underlined underscored warned wrote`.split(/\s+/u),
)
/** A part of patterns. */
export const VERB = `(?:${[...SAYING].join('|')})`
const AROUND = new Set(
  `a also an and as at by chinese councillor for further going he his in it minister mr of official officially on out p
  audience page pages para paragraph paragraphs paras pars par pp reporters sec section sect she speaker speech state talk that the
  then they to transcript via monday tuesday wednesday thursday friday saturday sunday today yesterday week top diplomat fm ap
  afp reuters xinhua bloomberg guardian al jazeera new york times post daily global news agency embassy ministry affairs cited qtd emphasis italics mine`.split(
    /\s+/u,
  ),
)
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
export function buildWho(speech: Speech, isCommon: (word: string) => boolean): Who {
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
  const isWho = (text: string, hint = /\bs?he\b/iu): boolean =>
    keysOf(text).every(isKnown) && (isOfSpeaker(text) || hint.test(text))

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
  const namedIn = (text: string): readonly string[] => {
    const { role, name = '' } = LABEL.exec(text)?.groups ?? {}
    const isName = role !== undefined || !namesIn(name).every(isCommon)
    return [...(text.match(NAMED_SAYING) ?? []), ...(isName ? [name] : [])]
  }
  const otherIn = (before: string, quoted: string): string | undefined => {
    const heard = new Set(namesIn(quoted))
    return namedIn(before).find((name) => {
      // of "Wang Wenbin" the family name is the speaker's, too
      const others = namesIn(name).filter((key) => !isKnown(key) && !TITLES.has(key))
      return others.length > 0 && !others.some((key) => heard.has(key))
    })
  }

  return {
    isKnown,
    isOfSpeaker,
    isWho,
    isSaidOfOther: (before) => {
      const saidOf = keysOf(SAID_OF.exec(before)?.[1] ?? '')
      return saidOf.some((key) => !when.has(key)) && !saidOf.some((key) => names.has(key))
    },
    leadsTo: (before, quoted) =>
      LEADS_TO.test(before) && !isDatedOtherwise(before) && otherIn(before, quoted) === undefined,
    otherIn: (before, quoted) => (LEADS_TO.test(before) ? otherIn(before, quoted) : undefined),
  }
}
