/** Questions on how often the speaker says words: "how many times does he mention Taiwan?" */
import { findPlace } from '../speech/references.ts'
import type { NoPlace, Place } from '../speech/references.ts'
import type { Speech } from '../speech/speech.ts'
import { buildFoldQuestion } from './about.ts'
import { STOP_WORDS, foldText, tokenise } from './analysis.ts'

/** What a question asks to be counted. */
export interface Counting {
  readonly kind: 'counting'
  /** as typed, without the article before them and the quotation marks around them */
  readonly words: string
  /** the very words are asked for ("the word X", or X in quotation marks): their other forms are apart */
  readonly exact: boolean
  /** what is counted: every place where they stand, or the paragraphs or sections that have them */
  readonly unit: 'times' | 'paragraphs' | 'sections'
  /** where alone they are counted; undefined for the whole speech */
  readonly place: Place | undefined
  /** nothing else than these words can be meant: that they are nowhere is an answer too */
  readonly isCertain: boolean
}

/** The pieces of a question, by the names of groups in the patterns below. */
interface Asked {
  readonly words?: string
  /** who says them; without one, the speech */
  readonly by?: string
  readonly place?: string
  /** the verb or noun is said of words alone ("mention", but not "use") */
  readonly sure?: string
}

/** More words than these may be said in others. */
const MOST_WORDS = 3

// pieces of the patterns below
const AUXILIARY = '(?:does|do|did|is|are|was|were|has|have|had)'
const SAY = String.raw`(?:mention(?:s|ed)?|says?|said|us(?:e|es|ed)|nam(?:e|es|ed)|repeat(?:s|ed)?|utter(?:s|ed)?|refer(?:s|red)? to|br(?:ing|ings|ought) up|talk(?:s|ed)? (?:of|about)|(?:speaks?|spoke|spoken) (?:of|about))`
const ADVERB = String.raw`(?:\p{L}+ly|ever|even)`
const SAID_OF_WORDS = String.raw`mentioned|referred to|brought up|talked (?:of|about)|spoken (?:of|about)|(?:comes?|came) up`
const SAID_OF_ALL = String.raw`used|named|said|repeated|uttered|found|appear(?:s|ed)?|occur(?:s|red)?`
const WITHIN = '(?:in|at|within|throughout|during|across)'
const PLACE = String.raw`(?: ${WITHIN} (?<place>[^"“”«»]+))`

/** What every question that asks for a count has. */
const HOW_MANY = /\b(?:how (?:many|often|frequently)|number of)\b/iu
/** What may stand after all. */
const CLOSE = /(?:[\s,?!]|(?<!\.\p{L})\.|\b(?:in total|in all|altogether|overall|please)){1,20}$/iu
/** 'how many times …', 'the number of times …' */
const TIMES =
  /\b(?:how (?:many times?|often|frequently)|number of times(?: that)?) (?<clause>.+)$/iu
/** 'in how many paragraphs …' */
const PLACES =
  /\bhow many (?:(?<paragraphs>paragraphs)|sections|chapters|parts) (?<clause>.+?)(?: in)?$/iu
/** 'how many mentions of Taiwan are there in section 3' */
const MENTIONS = new RegExp(
  String.raw`\b(?:how many|number of) (?:(?<sure>mentions|references)|occurrences|instances|uses) (?:of|to) (?<words>.{1,200}?)(?: (?:is|are) there)?${PLACE}?$`,
  'iu',
)
/** '[how many times] in section 3 [does he say peace]' */
const PLACE_FIRST = new RegExp(
  String.raw`^(?:of|${WITHIN}) (?<place>.{1,80}?) (?=(?:${AUXILIARY}|${SAY}) )`,
  'iu',
)
/** '[how many times] does he mention Taiwan in section 3' */
const HE_SAYS = new RegExp(
  String.raw`^(?:${AUXILIARY} )?(?<by>.{1,80}?)(?: ${ADVERB})? (?<sure>${SAY}) (?<words>.{1,200})$`,
  'iu',
)
/** '[how many paragraphs] mention Taiwan' */
const THEY_SAY = new RegExp(`^(?:that )?(?<sure>${SAY}|contain|include) (?<words>.{1,200})$`, 'iu')
/** '[how many times] is Taiwan mentioned by the speaker in section 3', '[how often] does the word peace occur' */
const IT_IS_SAID = new RegExp(
  String.raw`^(?:${AUXILIARY} )?(?<words>.{1,200}?)(?: (?:is|are|was|were|been|being))? (?:(?<sure>${SAID_OF_WORDS})|${SAID_OF_ALL})(?: by (?<by>.{1,80}?))?${PLACE}?$`,
  'iu',
)
/** 'Taiwan | in section 3' */
const WORDS_AND_PLACE = new RegExp(`^(?<words>.+)${PLACE}$`, 'iu')

/** 'the word peace', 'the words "peace and development"' */
const AS_WORDS = /^(?:the )?(?:exact )?(?:word|term|phrase|name|expression)s? (?<named>.+)$/iu
const QUOTED = /^["“«‘'](?<quoted>[^"“”«»]+)["”»’']$/u

const THE_WHOLE =
  /^(?:(?:the|this|that|his|he's|whole|entire|full) )*(?:speech|talk|address|remarks|text|transcript)$/u
/** A place by its number. */
const NUMBERED = /^(?:§|¶|(?:section|chapter|paragraph|para)\b)\s*\d[\d.]*$/iu
/** What a place by another name has: "in the world" is not in the section on world peace. */
const NAMED =
  /[§¶]|\b(?:sections?|chapters?|parts?|paragraphs?|paras?|points?|proposals?)\b|^(?:the )?(?:opening|introduction|beginning|start|closing|conclusion|end|ending)$/iu

/**
 * What a question asks to be counted; undefined where it asks for no count of words, or of another's words
 * or in another place than this speech: "how often do the two sides meet?", "how many times did Biden say so?"
 * A place by a number that there is not is said to be unknown.
 */
export function readCounting(question: string, speech: Speech): Counting | NoPlace | undefined {
  if (!HOW_MANY.test(question)) return undefined
  const asked = question.replace(/\s+/gu, ' ').replace(CLOSE, '')
  const mentions: Asked | undefined = MENTIONS.exec(asked)?.groups
  if (mentions) return counting(mentions, 'times', speech)
  const times = TIMES.exec(asked)?.groups?.['clause']
  if (times !== undefined) return ofClause(times, [HE_SAYS, IT_IS_SAID], 'times', speech)
  const { paragraphs, clause } = PLACES.exec(asked)?.groups ?? {}
  return clause === undefined
    ? undefined
    : ofClause(
        clause,
        [THEY_SAY, HE_SAYS, IT_IS_SAID],
        paragraphs === undefined ? 'sections' : 'paragraphs',
        speech,
      )
}

/** What is counted by the first of some patterns that reads a clause as one on the words of the speech. */
function ofClause(
  clause: string,
  patterns: readonly RegExp[],
  unit: Counting['unit'],
  speech: Speech,
): Counting | NoPlace | undefined {
  const first = PLACE_FIRST.exec(clause)
  const rest = clause.slice(first?.[0].length ?? 0)
  for (const pattern of patterns) {
    const asked: Asked | undefined = pattern.exec(rest)?.groups
    const found =
      asked && counting({ ...asked, ...(first?.groups ?? withoutPlace(asked)) }, unit, speech)
    if (found) return found
  }
  return undefined
}

/** The words parted from the place after them, which the patterns do not part where they end with the words. */
function withoutPlace({ words = '', place }: Asked): Asked {
  return place === undefined ? (WORDS_AND_PLACE.exec(words)?.groups ?? {}) : {}
}

function counting(
  { words: typed = '', by, place: where, sure }: Asked,
  unit: Counting['unit'],
  speech: Speech,
): Counting | NoPlace | undefined {
  const fold = buildFoldQuestion(speech)
  if (by !== undefined && !isSpeaker(fold(by), speech)) return undefined
  const isWhole = where !== undefined && THE_WHOLE.test(fold(where))
  const place = where === undefined || isWhole ? undefined : readPlace(where, speech)
  if (where !== undefined && !isWhole && !place) return undefined
  if (place?.kind === 'unknown') return place
  // a section is not counted in sections
  if (unit === 'sections' && place) return undefined
  const { named } = AS_WORDS.exec(typed)?.groups ?? {}
  // "words like freedom" are others
  if (named !== undefined && /^(?:of|for|like|such) /iu.test(named)) return undefined
  const { quoted } = QUOTED.exec(named ?? typed)?.groups ?? {}
  const exact = named !== undefined || quoted !== undefined
  // "how often are sanctions used?" asks for no word, unless it says so
  if (!exact && sure === undefined && where === undefined) return undefined
  const words = quoted?.replace(/[\s.,;:?!]+$/u, '') ?? named ?? withoutArticle(typed)
  if (/["“”«»?!]/u.test(words)) return undefined
  const tokens = tokenise(words)
  const content = tokens.filter(({ term }) => !STOP_WORDS.has(term))
  // "how often does he say that?"
  if (tokens.length === 0 || (!exact && content.length === 0)) return undefined
  const isPlain =
    content.length === tokens.length && tokens.length <= MOST_WORDS && !words.includes(',')
  return { kind: 'counting', words, exact, unit, place, isCertain: quoted !== undefined || isPlain }
}

/** 'the CPC' => 'CPC', 'the us' => 'US': after an article it is the country */
function withoutArticle(words: string): string {
  return words.replace(/^(?:the|an?) +(?:us$)?/iu, (article) => (/us$/iu.test(article) ? 'US' : ''))
}

/** Whether a name, folded (see `buildFoldQuestion`), is the speaker's, an office of his, or the speech itself. */
function isSpeaker(name: string, { office }: Speech): boolean {
  const [offices = ''] = foldText(office).split(' of ')
  const words = offices.match(/\p{L}+/gu) ?? []
  // "minister" of "foreign minister"
  const heads = offices.split(/ and |, /u).flatMap((title) => title.match(/\p{L}+$/u) ?? [])
  const speaker = new RegExp(
    String.raw`^(?:the |this )?(?:(?:${words.join('|')}) )*(?:${['he', 'him', 'it', 'speaker', 'author', ...heads].join('|')})$`,
    'u',
  )
  return THE_WHOLE.test(name) || speaker.test(name)
}

/** A section or paragraph, or a number that names none; undefined for anything else. */
function readPlace(typed: string, speech: Speech): Place | NoPlace | undefined {
  if (!NAMED.test(typed) && !NUMBERED.test(typed)) return undefined
  const place = findPlace(speech, typed)
  return place.kind !== 'unknown' || NUMBERED.test(typed) ? place : undefined
}
