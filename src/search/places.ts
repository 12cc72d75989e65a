/** The places of the speech that a question names: sections, paragraphs and points. */
import { CARDINALS, ORDINALS, countOf, numberOf } from '../speech/numbers.ts'
import {
  PARAGRAPH_MARK,
  SECTION_MARK,
  findPlace,
  paragraphsAt,
  ranges,
} from '../speech/references.ts'
import { paragraphAt, type Speech } from '../speech/speech.ts'
import type { Hit } from './hit.ts'
import { lazy } from './lazy.ts'
import { THE_SPEECH } from './patterns.ts'

/** A place that a question names. */
interface NamedPlace {
  /** in order; none where the speech has no such place */
  readonly paragraphs: readonly number[]
  /** shown also where nothing is asked but the place: not what words of a title only may name */
  readonly isAlone: boolean
  /** the words that name it, where they are those of a subject: 'tariffs' of "the one on tariffs" */
  readonly topic?: string
}

/** A question with a mark for each place that it names: "how does ⟦0⟧ begin". */
export interface Placed {
  readonly text: string
  /** by the number of its mark; undefined where what is named is not found */
  readonly placeAt: (mark: string | undefined) => NamedPlace | undefined
}

/** The passages that a question finds, best first. */
export type Find = (question: string) => readonly Hit[]

/** The named groups of a pattern. */
export type Groups = Readonly<Record<string, string | undefined>>

/** The mark of a place: a piece of patterns. */
export const PLACE = String.raw`⟦(?<place>\d+)⟧`

// beyond twenty, people write figures
const ORDINAL = ORDINALS.slice(0, 20).join('|')
const CARDINAL = CARDINALS.slice(0, 20).join('|')
/** '4', 'four': a piece of patterns, as those below */
export const NUMBER = String.raw`(?:\d{1,2}|${CARDINAL})`
/** 'third', 'closing', 'second to last', which `countOf` reads */
const WHICH_ONE = String.raw`(?:(?:next|${ORDINAL})[ -](?:to[ -])?last|last but one|${ORDINAL}|\d+(?:st|nd|rd|th)|opening|introductory|last|final|closing|concluding|penultimate)`
/** Which one of several, such as 'third' or 'last': a piece of patterns, for `nthOf`. */
export const NTH = `(?<nth>${WHICH_ONE})`
/** 'line', 'words': a piece of patterns, as those below */
export const SENTENCE = '(?:sentences?|lines?|words?|thing|remarks?)'
export const BEGINS = String.raw`(?:begin\w*|began|start\w*|open\w*|introduc\w*|kick\w*|leads? into)`
export const ENDS = String.raw`(?:end(?:s|ed|ing)?|clos(?:es?|ed|ing)|finish\w*|conclu\w+|round(?:s|ed)?|wrap(?:s|ped)?)`

const SECTION = '(?:sub)?section|chapter|part|topic|point|proposal|statement|one'
/** What has a name that is no number: 'bit' of "the bit about the phone call" */
export const UNIT = `(?:${SECTION}|bit|passage|paragraph)`
const OF_SECTION = new RegExp(`^(?:${SECTION})$`, 'u')

/** '3.1', '13 to 15', '14, 16 and 18' */
const FIGURES = String.raw`\d{1,2}(?:\.\d+)*(?:(?:,| and| to|-|–) ?\d{1,2}(?:\.\d+)*)*`
/** 'section two', 'points 2 and 3', 'p14' (the P5 are five states), '§3.1 First: mutual respect · ¶14' */
const MARKED = String.raw`(?<![\p{L}\p{N}'])(?!p5\b)(?:§[\d.]+ [^§¶⟦]+¶[\d–-]+|(?:${SECTION_MARK}|${PARAGRAPH_MARK}|(?:points?|proposals?)\b) ?(?:${FIGURES}|(?:${CARDINAL})\b))`
/** 'last two', 'first and second' */
const NTHS = String.raw`${WHICH_ONE}(?: ${NUMBER}|(?:,|,? and) (?:the )?${WHICH_ONE})*`
const COUNTED = '(?:section|chapter|part|paragraph|para|point|proposal)s?'
/** "section 2 of the Taiwan Relations Act" is no place of the speech */
const OF_NO_OTHER = String.raw`(?![\d.]* (?:of|in) (?!${THE_SPEECH})|\d)`
const BY_NUMBER = `${MARKED}${OF_NO_OTHER}`
const PART = String.raw`(?:${MARKED}|\b${NTHS} ${COUNTED}\b|\b\d+(?:\.\d+)+)`
/** 'section 3.1, second paragraph', 'paragraph 2 of 3.1', 'point 2 of section 3' */
const BY_PARTS = String.raw`(?:\bthe )?${PART}(?:(?:[,:]|,? (?:of|in|and))? (?:the )?${PART}){1,3}${OF_NO_OTHER}`
/** 'the first two points', 'the second and third proposals' */
const BY_POINTS = String.raw`\b${NTHS} (?:points|proposals)\b${OF_NO_OTHER}`

/** '2.4', which may be another figure: "2.3 million" */
const BY_FIGURE = String.raw`(?<![\p{N}\p{S}.])\d+(?:\.\d+)+\b(?! ?(?:%|per ?cent|[mb]illion|trillion|times|years|points))`

/** 'third on his list', of no other list: "the last in the list of internal affairs" */
const ON_LIST = String.raw`(?:on|in) (?:the|his) list(?! of (?!(?:\w+ ){0,3}(?:points|proposals)\b))`
/** What is counted as one of the speech's points. */
const POINT = `(?:points?|proposals?|items?|areas?|suggestions?|recommendations?|demands?|principles?|pieces? of advice|asks?|things? he calls important|${ON_LIST})`
/** 'the second point', 'fourth and last of the four key points' */
const BY_POINT = String.raw`(?:\b(?:the|his) )?\b${NTH}(?: (?!and )\w+){0,2}? (?:of (?:the|his|\p{L}+'s) )?(?:${NUMBER} )?(?:key |main |numbered )?${POINT}\b`

// what the name of a place ends before
const STOP = String.raw`(?=\W*$|[,;:.?!]| (?:${BEGINS}|${ENDS}|is|are|was|has|does|did|right|just|before|after|and the)\b)`
/** 'the part on world peace', 'the section knowing china as it is' */
const BY_TOPIC = String.raw`\b(?:(?:the |his )?(?<unit>${UNIT}) (?:on|about|dealing with|headed|(?:en)?titled|called)|(?:the|his) (?:section|chapter|part)) (?<topic>\p{L}.*?)${STOP}`
// no words of a name
const OTHERS = `(?:the|his|an?|this|that|next|other|key|main|numbered|of|in|on|to|for|and|or|what|which|how|does|did|is|he|it|right|${WHICH_ONE}|${SENTENCE}|${BEGINS}|${ENDS})`
/** 'the human rights section', 'last line win-win part' */
const BY_NAME = String.raw`(?:\b(?:the|his) |^|(?<=\b${SENTENCE} ))(?<topic>(?:(?!${OTHERS} )[\p{L}\p{N}'-]+ ){1,4})(?<unit>${UNIT})\b(?! of)`

/** 'the last two paragraphs of ⟦0⟧', 'closing section' */
const BY_PLACE = String.raw`\b(?:the )?(?:very )?(?<nth>${NTHS}) (?<unit>${COUNTED})\b(?: (?:of|in) (?:${PLACE}|${THE_SPEECH}\b))?(?! (?:of|in) )`
/** '⟦0⟧, second paragraph' */
const BY_PLACE_BEFORE = String.raw`${PLACE}[^⟦]{0,20}?[,:] (?:what (?:is|are|does|do) )?(?:the )?(?<nth>${NTHS}) (?<unit>paragraph)s?\b`
/** 'the conclusion', 'the opening' */
const BY_ROLE = String.raw`\b(?:the|his) (?<role>opening|introduction|intro|conclusion|ending)\b(?! (?:of|${SENTENCE}|${UNIT}))`

// most questions have none of these, and name no place
const HINT = new RegExp(
  String.raw`[§¶\d]|\b(?:${UNIT}s?|${POINT}|paras?|sect?|chap|ch|number|last|opening|intro\w*|conclusion|ending)\b`,
  'u',
)

/** So much at most of a question is tried as a place: it takes time, and nobody names so many. */
const MOST = 8

/**
 * Marks the places that a question names.
 * @param points the paragraphs with which the speech's points begin
 * @param find the passages that a question finds, best first
 * @returns a function of a folded question in ordinals (see `buildFoldQuestion` in question.ts, `inOrdinals`)
 */
export function buildPlaces(
  speech: Speech,
  points: readonly number[],
  find: Find,
): (question: string) => Placed {
  const patterns = lazy(() =>
    patternsFor(speech, points, find).map(
      ([pattern, read]) => [new RegExp(pattern, 'gu'), read] as const,
    ),
  )
  return (question) => {
    if (!HINT.test(question)) return { text: question, placeAt: () => undefined }
    const places: (() => NamedPlace | undefined)[] = []
    const placeAt: Placed['placeAt'] = (mark) =>
      mark === undefined ? undefined : places[Number(mark)]?.()
    let tried = 0
    let text = question.replace(/[⟦⟧]/gu, ' ')
    for (const [pattern, read] of patterns()) {
      text = text.replace(pattern, (matched: string, ...rest) => {
        if (tried++ >= MOST) return matched
        const place = read(rest.at(-1) as Groups, matched, placeAt)
        return place === undefined ? matched : `⟦${places.push(place) - 1}⟧`
      })
    }
    return { text, placeAt }
  }
}

// no figure, and of no other thing: "point 3.1", "number 5 of France"
const ALONE = String.raw`(?![.\d])(?! of (?!(?:the|his|\p{L}+'?s) |${PARAGRAPH_MARK}|${SECTION_MARK}|\d))`
/** 'point two', 'sentence no. 2' */
const UNIT_NUMBER = new RegExp(
  String.raw`\b(point|proposal|item|sentence)(?: number| no\.?)? ?#?(${NUMBER})\b${ALONE}`,
  'gu',
)
/** 'number three' */
const BARE_NUMBER = new RegExp(String.raw`\b(?:number|no\.?) (${NUMBER})\b${ALONE}`, 'gu')

/** 'which demand closes', 'which of his points is last' */
const POINT_AT_EDGE = new RegExp(
  String.raw`\bwhich (?:(?:one )?of (?:the|his) )?(?:${NUMBER} )?(${POINT}) (?:(?:stands |comes |is )?(?:(last|at the end)|first)|(${ENDS})|${BEGINS})\b`,
  'gu',
)

/** 'two last points' */
const TWO_LAST = new RegExp(String.raw`\b(${NUMBER}) (first|last)(?= \p{L}+s\b)`, 'gu')

/** 'point two' => 'second point', 'sentence no. 2' => 'second sentence', 'number three' => 'third', 'line before the last' => 'penultimate line' */
export function inOrdinals(text: string): string {
  const ordinal = (number: string): string => ORDINALS[numberOf(number) - 1] ?? number
  return text
    .replace(/\b(\p{L}+) before (?:the )?last(?: one)?\b/gu, 'penultimate $1')
    .replace(/\blast (\p{L}+) but one\b/gu, 'penultimate $1')
    .replace(TWO_LAST, '$2 $1')
    .replace(UNIT_NUMBER, (_, unit: string, number: string) => `${ordinal(number)} ${unit}`)
    .replace(BARE_NUMBER, (_, number: string) => ordinal(number))
    .replace(
      POINT_AT_EDGE,
      (_, point: string, last?: string, ends?: string) =>
        `${(last ?? ends) ? 'last' : 'first'} ${point}`,
    )
}

type LazyPlace = (() => NamedPlace | undefined) | undefined
/** Reads what a pattern matched; undefined where it names no place. What takes long waits until the place is used. */
type Read = (groups: Groups, matched: string, placeAt: Placed['placeAt']) => LazyPlace

function patternsFor(
  speech: Speech,
  points: readonly number[],
  find: Find,
): readonly (readonly [string, Read])[] {
  const numbered = (reference: string): readonly number[] => referredTo(speech, reference)
  const alone = (paragraphs: readonly number[]): LazyPlace => {
    return () => ({ paragraphs, isAlone: true })
  }
  const byFigure: Read = (_, figure) => {
    const paragraphs = numbered(`§${figure}`)
    return paragraphs.length > 0 ? alone(paragraphs) : undefined
  }
  const byPoint: Read = ({ nth }, matched) => {
    const paragraph = nthOf(points, nth)
    if (paragraph !== undefined) return alone(sectionFrom(speech, paragraph))
    // other things may be counted, too: "the fifth demand"
    return points.length > 0 && /(?:point|proposal)$/u.test(matched) ? alone([]) : undefined
  }
  // without a unit, only a title names a place
  const bySubject: Read = ({ topic = '', unit }) => {
    const isTitle = titled(speech, topic).length > 0
    if (!isTitle && unit === undefined) return undefined
    return lazy(() => {
      const paragraphs = subject(speech, find, topic, unit)
      const isAlone = isTitle && (unit === 'section' || unit === 'chapter')
      return paragraphs.length > 0 ? { paragraphs, isAlone, topic } : undefined
    })
  }
  const byParts: Read = (_, reference) => {
    const paragraphs = numbered(reference)
    return paragraphs.length > 0 ? alone(paragraphs) : undefined
  }
  const byPlace: Read = ({ nth, unit, place }, _, placeAt) => {
    if (place === undefined) return alone(numbered(`${nth} ${unit}`))
    const whole = placeAt(place)?.paragraphs
    return whole && alone(numbered(`${nth} ${unit} of p${ranges(whole)}`))
  }
  const byRole: Read = ({ role = '' }) => {
    return () => ({ paragraphs: numbered(role), isAlone: false })
  }
  return [
    [BY_PARTS, byParts],
    [BY_NUMBER, (_, reference) => alone(numbered(reference))],
    [BY_FIGURE, byFigure],
    [BY_POINTS, byParts],
    [BY_POINT, byPoint],
    [BY_TOPIC, bySubject],
    [BY_NAME, bySubject],
    [BY_PLACE_BEFORE, byPlace],
    [BY_PLACE, byPlace],
    [BY_ROLE, byRole],
  ]
}

/** The one of a list that `NTH` named. */
export function nthOf<T>(list: readonly T[], nth = ''): T | undefined {
  return list[countOf(nth, list.length) - 1]
}

/** The paragraphs of a reference as /section reads it; none where there is no such place. */
function referredTo(speech: Speech, reference: string): readonly number[] {
  const place = findPlace(speech, reference)
  return place.kind === 'unknown' ? [] : paragraphsAt(speech, place)
}

/** The paragraphs of the section with this title; none where there is no such section. */
function titled(speech: Speech, title: string): readonly number[] {
  const place = findPlace(speech, title)
  // "democracy and human rights" are two
  const isTitle = place.kind === 'section' || (place.kind === 'paragraphs' && !/\d/u.test(title))
  return isTitle ? paragraphsAt(speech, place) : []
}

/**
 * The paragraphs on a subject: of the section with that title, or what the search finds for it, with all of its
 * section where the unit that is asked for is one.
 */
export function subject(speech: Speech, find: Find, topic: string, unit = ''): readonly number[] {
  const own = /^\d+$/u.test(topic) ? referredTo(speech, `${unit} ${topic}`) : titled(speech, topic)
  if (own.length > 0) return own
  const found = find(topic)
    .slice(0, 1)
    .map(({ paragraph }) => paragraph)
  return OF_SECTION.test(unit) ? found.flatMap((paragraph) => sectionOf(speech, paragraph)) : found
}

/** The paragraphs of the section in which a paragraph stands. */
export function sectionOf(speech: Speech, paragraph: number): readonly number[] {
  const { section } = paragraphAt(speech, paragraph)
  return speech.paragraphs.filter((other) => other.section === section).map(({ number }) => number)
}

/** A paragraph and what follows it in its section. */
export function sectionFrom(speech: Speech, paragraph: number): readonly number[] {
  return sectionOf(speech, paragraph).filter((number) => number >= paragraph)
}
