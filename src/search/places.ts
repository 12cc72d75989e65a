/** The places of the speech that a question names: sections, paragraphs and points. */
import { CARDINALS, ORDINALS, countOf, numberOf } from '../speech/numbers.ts'
import { findPlace, paragraphsAt } from '../speech/references.ts'
import { paragraphAt, topSections } from '../speech/speech.ts'
import type { Speech } from '../speech/speech.ts'
import { lazy } from './lazy.ts'
import { THE_SPEECH } from './patterns.ts'

/** A place that a question names. */
export interface NamedPlace {
  /** in order; none where the speech has no such place */
  readonly paragraphs: readonly number[]
  readonly isPoint: boolean
  /** shown also where nothing is asked but the place: not what words of a title only may name */
  readonly isAlone: boolean
}

/** A question with a mark for each place that it names: "how does ⟦0⟧ begin". */
export interface Placed {
  readonly text: string
  /** by the number of its mark; undefined where what is named is not found */
  readonly placeAt: (mark: string | undefined) => NamedPlace | undefined
}

/** The paragraphs that a question finds, best first. */
export type Find = (question: string) => readonly number[]

type Groups = Readonly<Record<string, string | undefined>>

/** The mark of a place: a piece of patterns. */
export const PLACE = String.raw`⟦(?<place>\d+)⟧`

// beyond twenty, people write figures
const ORDINAL = ORDINALS.slice(0, 20).join('|')
const CARDINAL = CARDINALS.slice(0, 20).join('|')
const NUMBER = String.raw`(?:\d{1,2}|${CARDINAL})`
const WHICH_ONE = String.raw`(?:${ORDINAL}|\d+(?:st|nd|rd|th)|opening|introductory|last|final|closing|concluding|penultimate)`
/** Which one of several: a piece of patterns, for `nthOf`. */
export const NTH = `(?<nth>${WHICH_ONE})`
/** What is counted as one of the speech's points. */
export const POINT = String.raw`(?:(?:key|main|major|big|numbered) )?(?:points?|proposals?|suggestions?|items?|demands?|principles?|recommendations?|asks?|areas?|thing on (?:the|his) list|things? (?:that )?(?:he|it) (?:calls|says (?:is|are)) important|(?:one )?(?:on|of|in) (?:the|his) list(?! of (?!(?:the |his |china's |key |main |${NUMBER} )*(?:points|proposals|demands|recommendations|suggestions|positions)\b))|part of (?:the|his) (?:list|plan|proposal))`
export const SENTENCE = '(?:sentences?|lines?|words?|thing|remarks?)'
export const BEGINS =
  '(?:begin(?:s|ning)?|began|start(?:s|ed|ing)?|open(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|kick(?:s|ed)?|leads? into)'
export const ENDS =
  '(?:end(?:s|ed|ing)?|clos(?:e|es|ed|ing)|finish(?:es|ed|ing)?|conclu(?:de|des|ded|ding|sion)|round(?:s|ed)?|wrap(?:s|ped)?)'

const SECTION = '(?:sub)?section|chapter|part|topic|subject|theme|point|proposal|statement|one'
/** What has a name that is no number. */
export const UNIT = `(?:${SECTION}|bit|passage|paragraph)`
const OF_SECTION = new RegExp(`^(?:${SECTION})$`, 'u')

/** '§3.1', 'section two', 'paragraphs 13 to 15', 'p14' (the P5 are five states), of no other text ("section 2 of the Taiwan Relations Act") */
const BY_NUMBER = String.raw`(?:§|¶|\b(?:(?:section|chapter|part|paragraph|para)s?|sect?\.?|p(?= ?(?!5\b)\d))) ?(?:\d{1,2}(?:\.\d+)*(?:(?:,| and| to|-|–) ?\d{1,2}(?:\.\d+)*)*|(?:${CARDINAL})\b)(?![\d.]* of (?!${THE_SPEECH})|\d)`
/** '2.4', which may be another figure */
const BY_FIGURE = String.raw`(?:(?<=\b(?:in|of|about|is|whats|from|title) )|^)\d+(?:\.\d+)+\b(?! ?(?:%|per ?cent|million|billion|trillion|times|years?|degrees|points?)\b)`
// what a name of a place ends before
const STOP = String.raw`(?=\W*$|[,;:.?!]| (?:${BEGINS}|${ENDS}|comes?|came|draws?|brought|is|are|was|were|has|have|does|did|before|after|right|just|with|set|and (?:what|how|which|the))\b)`
/** 'the part on world peace', 'the section knowing china as it is' */
const BY_TOPIC = String.raw`\b(?:(?:the |his )?(?<unit>${UNIT}) (?:on|about|concerning|dealing with|covering|headed|titled|entitled|called|named)|(?:the|his) (?:section|chapter|part)(?= )(?! (?:of|in|where|that|which|when|with)\b)) (?<topic>\p{L}.*?)${STOP}`
// no words of a name
const OTHERS = String.raw`(?:the|his|an?|of|in|on|at|to|from|by|for|with|and|or|that|this|these|those|what|which|how|who|when|where|why|does|did|do|is|was|are|he|it|say|says|about|between|under|right|after|before|next|other|whole|numbered|key|main|each|every|any|very|${WHICH_ONE}|${SENTENCE}|${BEGINS}|${ENDS})`
/** 'the human rights section', 'win-win part' */
const BY_NAME = String.raw`(?:\b(?:the|his) |^|(?<=\b${SENTENCE} ))(?<topic>(?:(?!${OTHERS} )[\p{L}\p{N}'-]+ ){1,4})(?<unit>${UNIT})\b(?! of)`
/** 'the second paragraph of ⟦0⟧', 'closing section' */
const BY_PLACE = String.raw`\b(?:the )?(?:very )?${NTH} (?<unit>section|chapter|part|paragraph)\b(?: (?:of|in) (?:${PLACE}|(?:the )?(?:entire|whole) ${THE_SPEECH}|${THE_SPEECH}\b))?(?! (?:of|in) )`
/** '⟦0⟧, second paragraph' */
const BY_PLACE_BEFORE = String.raw`${PLACE}[^⟦]{0,20}?[,:] (?:the )?${NTH} (?<unit>paragraph)\b`
/** 'the conclusion', 'the opening' */
const BY_ROLE = String.raw`\b(?:the|his) (?<role>opening|introduction|intro|conclusion|ending)\b(?! (?:of|${SENTENCE}|${UNIT}))`

// without one of these a question names no place, as most do not
const HINT = new RegExp(
  String.raw`[§¶\d]|\b(?:${UNIT}|${POINT}|para|sect?|number|intro\w*|opening|conclusion|ending)\b`,
  'u',
)

/**
 * Marks the places that a question names.
 * @param points the paragraphs with which the speech's points begin
 * @param find the paragraphs that a question finds, best first
 * @returns a function of a folded question (see `buildFoldQuestion` in about.ts)
 */
export function buildPlaces(
  speech: Speech,
  points: readonly number[],
  find: Find,
): (question: string) => Placed {
  const patterns = lazy(() => patternsFor(speech, points, find))
  return (question) => {
    if (!HINT.test(question)) return { text: question, placeAt: () => undefined }
    const places: (() => NamedPlace | undefined)[] = []
    const placeAt: Placed['placeAt'] = (mark) =>
      mark === undefined ? undefined : places[Number(mark)]?.()
    let text = inOrdinals(question.replace(/[⟦⟧]/gu, ' '))
    for (const { pattern, read } of patterns()) {
      text = text.replace(pattern, (...match) => {
        const groups = match.at(-1) as Groups
        const place = read(String(match[0]), groups, placeAt)
        if (place === undefined) return String(match[0])
        return `⟦${places.push(place) - 1}⟧`
      })
    }
    return { text, placeAt }
  }
}

// no figure, and of nothing else: "point 3.1", "number 5 of France"
const ALONE = String.raw`(?![.\d])(?! (?:of (?!the |his |these |those |chinas? )|per ?cent|million|billion))`
const UNIT_NUMBER = new RegExp(
  String.raw`\b(point|proposal|item|sentence|statement)(?: number| no\.?)? ?#?(${NUMBER})\b${ALONE}`,
  'gu',
)
const BARE_NUMBER = new RegExp(String.raw`\b(?:number|no\.?) (${NUMBER})\b${ALONE}`, 'gu')

/** 'point two' => 'second point', 'sentence no. 2' => 'second sentence', 'number three' => 'third', 'last but one' => 'penultimate' */
function inOrdinals(text: string): string {
  const ordinal = (number: string): string => ORDINALS[numberOf(number) - 1] ?? number
  return text
    .replace(/\b(?:second[ -](?:to[ -])?last|next[ -]to[ -]last|last but one)\b/gu, 'penultimate')
    .replace(/\b(sentence|line|paragraph) before the last(?: one)?\b/gu, 'penultimate $1')
    .replace(UNIT_NUMBER, (_, unit: string, number: string) => `${ordinal(number)} ${unit}`)
    .replace(BARE_NUMBER, (_, number: string) => ordinal(number))
}

interface Pattern {
  readonly pattern: RegExp
  /** reads what matched; undefined where it names no place. What takes long waits until the place is used. */
  readonly read: (
    matched: string,
    groups: Groups,
    placeAt: Placed['placeAt'],
  ) => (() => NamedPlace | undefined) | undefined
}

function patternsFor(speech: Speech, points: readonly number[], find: Find): readonly Pattern[] {
  const all = (pattern: string, read: Pattern['read']): Pattern => ({
    pattern: new RegExp(pattern, 'gu'),
    read,
  })
  const numbered = (reference: string): readonly number[] => {
    const place = findPlace(speech, reference)
    return place.kind === 'unknown' ? [] : paragraphsAt(speech, place)
  }
  const alone =
    (paragraphs: readonly number[], isPoint = false) =>
    () => ({
      paragraphs,
      isPoint,
      isAlone: true,
    })
  /** A place by its subject: a title, or, of a unit that is named, what the search finds for it. */
  const named = (topic: string, unit: string | undefined): (() => NamedPlace | undefined) =>
    lazy(() => {
      const own = titled(speech, topic)
      const paragraphs =
        own.length > 0 || unit === undefined ? own : searched(speech, find, topic, unit)
      if (paragraphs.length === 0) return undefined
      return {
        paragraphs,
        isPoint: unit === 'point' || unit === 'proposal',
        isAlone: own.length > 0 && (unit === 'section' || unit === 'chapter'),
      }
    })

  return [
    all(BY_NUMBER, (matched) => alone(numbered(matched))),
    all(BY_FIGURE, (matched) => {
      const own = numbered(`§${matched}`)
      return own.length > 0 ? alone(own) : undefined
    }),
    all(
      String.raw`(?:\b(?:the|his) )?\b${NTH}(?: and (?:last|final))?(?: (?!and )\w+){0,2}? (?:of (?:the|his|these|those|\p{L}+'s) )?(?:${NUMBER} )?${POINT}\b`,
      (matched, groups) => {
        const paragraph = nthOf(points, groups)
        if (paragraph !== undefined) return alone(sectionFrom(speech, paragraph), true)
        // other things may be counted, too: "the fifth area"
        return points.length > 0 && /(?:point|proposal)$/u.test(matched) ? alone([]) : undefined
      },
    ),
    all(BY_TOPIC, (_, { topic = '', unit }) => named(topic, unit)),
    all(BY_NAME, (_, { topic = '', unit }) => named(topic.trim(), unit)),
    ...[BY_PLACE_BEFORE, BY_PLACE].map((pattern) =>
      all(pattern, (_, { unit = '', place, ...groups }, placeAt) => {
        if (unit !== 'paragraph') {
          const part = nthOf(topSections(speech), groups)
          return alone(part ? numbered(`§${part.number}`) : [])
        }
        const whole = place === undefined ? undefined : placeAt(place)
        if (place !== undefined && !whole) return undefined
        const own = whole ? whole.paragraphs : speech.paragraphs.map(({ number }) => number)
        const paragraph = nthOf(own, groups)
        return alone(paragraph === undefined ? [] : [paragraph])
      }),
    ),
    all(BY_ROLE, (_, { role = '' }) => {
      const own = numbered(role)
      return own.length > 0
        ? () => ({ paragraphs: own, isPoint: false, isAlone: false })
        : undefined
    }),
  ]
}

/** The one of a list that `NTH` named. */
export function nthOf<T>(list: readonly T[], { nth = '' }: Groups): T | undefined {
  return list[countOf(nth, list.length) - 1]
}

/** The paragraphs of the section with this title; none where there is no such section. */
export function titled(speech: Speech, title: string): readonly number[] {
  const place = findPlace(speech, title)
  return place.kind === 'section' ? paragraphsAt(speech, place) : []
}

/** The paragraph that the search finds for a topic, with all of its section where the unit that is asked for is one. */
export function searched(
  speech: Speech,
  find: Find,
  topic: string,
  unit: string,
): readonly number[] {
  const found = find(topic).slice(0, 1)
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
