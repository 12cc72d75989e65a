import { CARDINALS, ORDINALS, numberOf } from '../speech/numbers.ts'
import { findPlace, paragraphsAt } from '../speech/references.ts'
import { paragraphAt, paragraphsOf, topSections } from '../speech/speech.ts'
import type { Speech } from '../speech/speech.ts'
import { tokenise } from './analysis.ts'
import type { Token } from './analysis.ts'
import { end, lead } from './hit.ts'
import type { Hit } from './hit.ts'
import { lazy } from './lazy.ts'
import { HE_OR_IT, THE_SPEECH, WORK } from './patterns.ts'

/** What a question, folded (see `buildFoldQuestion` in about.ts), asks for of the speech's structure; undefined where it asks for something else. */
export type Structure = (question: string) => Found | undefined

export interface Found {
  /** best first; none where the speech has not the place that is asked for */
  readonly passages: readonly Hit[]
  /** the question is about the outline as a whole */
  readonly outline: boolean
  /** what is asked of the place, where it is asked for something in it: "in paragraph 14, |what of Taiwan|" */
  readonly inside?: string
}

type Groups = Readonly<Record<string, string | undefined>>
/** A way to ask, as a pattern, and what it finds in the named groups of the match. */
type Rule = readonly [
  string,
  (groups: Groups) => readonly Hit[] | 'outline' | 'nowhere' | undefined,
]

const SHOWN = 4
/** Words that paragraphs of a series have in common at their beginning. */
const OPENING = 5

// pieces of the patterns below; beyond twenty, people write figures
const ORDINAL = ORDINALS.slice(0, 20).join('|')
const CARDINAL = CARDINALS.slice(0, 20).join('|')
const NTH = String.raw`(?:(?<beforeLast>second[ -](?:to[ -])?last|next[ -]to[ -]last|last but one|penultimate)|(?<nth>${ORDINAL}|\d+(?:st|nd|rd|th))|(?<last>last|final))`
const NUMBER = String.raw`(?:\d{1,2}|${CARDINAL})`
const POINT = String.raw`(?:(?:key|main|major|big|numbered) )?(?:points?|proposals?|suggestions?|items?|demands?|principles?|recommendations?|asks?|areas?|thing on (?:the|his) list|things? (?:that )?(?:he|it) (?:calls|says (?:is|are)) important|(?:one )?(?:on|of|in) (?:the|his) list|part of (?:the|his) (?:list|plan|proposal))`
const SECTION = String.raw`(?:sections?|chapters?|parts?)`

/**
 * Answers questions on structure from the outline and from how paragraphs begin: "the second
 * point", "how does it end", "what is section 3 about", "how many sections", "the third 'China is a
 * country that'".
 * @param isKnown whether the speech or its readers have a word: "the first sentence of the Bible" is no
 *   question about this speech
 */
export function buildStructure(speech: Speech, isKnown: (token: Token) => boolean): Structure {
  const rules = lazy(() =>
    rulesFor(speech).map(([pattern, find]) => ({ pattern: new RegExp(pattern, 'u'), find })),
  )
  return (question) => {
    for (const { pattern, find } of rules()) {
      const match = pattern.exec(question)
      if (!match || !isAboutThis(question, match, isKnown)) continue
      const found = find(match.groups ?? {})
      if (found === 'outline') return { passages: leadsOfParts(speech), outline: true }
      if (found === 'nowhere') return { passages: [], outline: false }
      if (found && found.length > 0)
        return { passages: found.slice(0, SHOWN), outline: false, ...insideOf(question, match) }
    }
    return undefined
  }
}

/** Whether all that stands around what a rule matched is known here, or no content. */
function isAboutThis(
  text: string,
  { 0: matched, index }: RegExpExecArray,
  isKnown: (token: Token) => boolean,
): boolean {
  return tokenise(`${text.slice(0, index)} | ${text.slice(index + matched.length)}`).every(isKnown)
}

/** What a question asks inside the place that a rule matched; nothing where it asks for the place itself. */
function insideOf(text: string, { 0: matched, groups }: RegExpExecArray): Pick<Found, 'inside'> {
  const place = groups?.['where'] ?? matched
  const start = text.indexOf(place)
  const before = text.slice(0, start)
  const within = /\b(?:in|within|under|according to)(?: (?:the|his))? $/u.exec(before)
  if (!within) return {}
  return { inside: `${before.slice(0, within.index)} ${text.slice(start + place.length)}` }
}

function rulesFor(speech: Speech): readonly Rule[] {
  return [
    ...seriesOf(speech).flatMap(([opening, numbers]) => seriesRules(speech, opening, numbers)),
    [OUTLINE, () => 'outline'],
    ...placeRules(speech),
    ...pointRules(speech),
    [
      edge('begin|start|open|kick off', 'opening|first', 'beginning|opening|start'),
      () => [lead(1)],
    ],
    [
      `${edge('end|close|finish|conclude|wrap up', 'closing|last|final|concluding', 'end|ending|conclusion|closing')}|${AT_END}`,
      () => [end(speech, speech.paragraphs.length)],
    ],
  ]
}

/** The outline as a whole. */
const OUTLINE = [
  String.raw`\bhow many (?:${SECTION}|paragraphs)\b(?! (?:does|do|has|have|did|are in|are there in) (?!${HE_OR_IT}))`,
  String.raw`\b(?:what|which|list)(?: (?:are|of|all|the|its|his))* sections\b`,
  String.raw`\btable of contents\b|\b(?:outline|structure)(?: of)? ${THE_SPEECH}`,
  String.raw`\bhow (?:is ${HE_OR_IT} (?:structured|organi[sz]ed|divided)|(?:long is|many words (?:does|are (?:there )?in|has)) ${HE_OR_IT})\b`,
  String.raw`\b(?:summary|summari[sz]e|overview|gist|main (?:ideas?|arguments?|messages?|themes?)|(?:key|main) takeaways)(?: \w+){0,5} ${THE_SPEECH}\b`,
  String.raw`^(?:(?:give|write|show)(?: me)? |what is )?(?:an? |the )?(?:short |brief )?(?:outline|summary|overview|gist|tl;?dr|main (?:argument|claim|idea|message|point|theme|thesis)s?)\W*$`,
  String.raw`^what is ${HE_OR_IT} about\W*$`,
].join('|')

/** Places by their number or title. */
function placeRules(speech: Speech): Rule[] {
  return [
    [
      // "the second paragraph of the human rights section", "third sentence of paragraph 14"
      String.raw`\b${NTH} (?<unit>paragraph|sentence) (?:of|in) (?<where>.+?)\W*$`,
      ({ unit, where = '', ...groups }) => {
        const own = placeOf(speech, where.replace(/^the | (?:section|chapter|part)$/gu, ''))
        if (own.length === 0) return undefined
        const units = unit === 'sentence' ? own.flatMap((hit) => sentencesOf(speech, hit)) : own
        const hit = nthOf(units, groups)
        return hit ? [hit] : 'nowhere'
      },
    ],
    [
      String.raw`(?:§|\b${SECTION} |\b(?:in|of|about|is|whats) |^)(?<section>\d+(?:\.\d+)+)\b(?! ?(?:%|per ?cent|million|billion|trillion|times|years?|degrees|points?)\b)`,
      ({ section = '' }) => placeOf(speech, `§${section}`),
    ],
    [
      // of no other text: "section 2 of the Taiwan Relations Act"
      String.raw`^(?!.*\bhow many\b).*?(?<where>(?:§|¶|\b(?:section|sec\.|chapter|paragraph|para)s?) ?(?:\d{1,2}(?:\.\d+)*(?:(?:,| and| to|-|–) ?\d{1,2}(?:\.\d+)*)*|(?:${CARDINAL})\b))(?![\d.]* of (?!${THE_SPEECH})|\d)`,
      ({ where = '' }) => {
        const hits = placeOf(speech, where)
        return hits.length > 0 ? hits : 'nowhere'
      },
    ],
    [
      String.raw`\b(?:section|chapter) (?:on|about|titled|called) (?<title>[^\d,-].*)$`,
      ({ title = '' }) => placeOf(speech, title),
    ],
    [
      String.raw`\b${NTH} (?:section|chapter)\b`,
      (groups) => {
        const part = nthOf(topSections(speech), groups)
        return part && placeOf(speech, `§${part.number}`)
      },
    ],
    [
      // the last one is the end of the speech
      String.raw`\b(?!(?:last|final) paragraph)${NTH} paragraph\b`,
      (groups) => {
        const found = nthOf(speech.paragraphs, groups)
        return found && [lead(found.number)]
      },
    ],
  ]
}

/** The points of the speech, one or all. */
function pointRules(speech: Speech): Rule[] {
  const points = pointsOf(speech)
  const [first = 1] = points
  const one = (groups: Groups): Hit[] => nthLead(speech, points, groups)
  return [
    [
      String.raw`${NTH}(?: and (?:last|final))?(?: (?!and )\w+){0,2}? (?:of (?:the|his|these|those|\p{L}+'s) )?(?:four |4 )?${POINT}\b`,
      one,
    ],
    [
      String.raw`^(?!.*\b(?:how many|${SECTION}|paragraphs?)\b).*(?:\b(?:point|item|proposal)(?: number| no\.?)? ?#?(?<nth>${NUMBER})\b)`,
      one,
    ],
    [
      String.raw`\bnumber (?<nth>${NUMBER}) (?:(?:on|of|in) (?:the |his |these |those )?(?:four |4 |key )?(?:list|points|proposals|plan)|point)`,
      one,
    ],
    [
      String.raw`(?:before|introduc\w*|lead\w* (?:in|up )to|announc\w*)[^.?!]{0,40}\b(?:points|list|first)\b`,
      () => (points.length > 1 && first > 1 ? [end(speech, first - 1), lead(first)] : []),
    ],
    [
      String.raw`\b(?:the|his|all|what are|which|list|name|how many)(?: \w+){0,2}? (?:(?:(?:four|4|key|main) )+points|(?:four|4) (?:main )?(?:things|proposals|suggestions|areas))\b(?! (?:on|about|regarding|concerning)\b)|\bhow many (?:key |main )?points\b|^(?:key|main) points\W*$`,
      () => (points.length > 1 ? points.map(lead) : []),
    ],
  ]
}

/** A pattern for one end of the speech, by the words for it. */
function edge(verbs: string, adjectives: string, nouns: string): string {
  const does = `(?:does|did|do) ${HE_OR_IT} (?:${verbs})`
  return [
    String.raw`\b(?:how ${does}(?= (?:off )?${THE_SPEECH}\b|\W*$|,| and\b)|what ${does} with\b)`,
    String.raw`\b(?:very )?(?:${adjectives}) (?:words?|sentence|lines?|paragraph|remarks|thing he says)\b(?! (?:of|in) (?!${THE_SPEECH}))`,
    String.raw`\b(?:${nouns}) of the (?:${WORK})\b`,
    String.raw`^(?:the )?(?:${nouns})\W*$`,
  ].join('|')
}

const AT_END = String.raw`\bat the (?:very )?end\W*$`

/** The one of a list that `NTH` named. */
function nthOf<T>(list: readonly T[], { beforeLast, nth, last }: Groups): T | undefined {
  if (beforeLast !== undefined) return list.at(-2)
  return last !== undefined ? list.at(-1) : list[numberOf(nth) - 1]
}

/** A paragraph of a list by its place there, and the rest of its section. */
function nthLead(speech: Speech, list: readonly number[], groups: Groups): Hit[] {
  const paragraph = nthOf(list, groups)
  return paragraph === undefined ? [] : [lead(paragraph), ...restOfSection(speech, paragraph)]
}

/** The paragraphs of a place; none where there is no such place. */
function placeOf(speech: Speech, reference: string): Hit[] {
  const found = findPlace(speech, reference)
  return found.kind === 'unknown' ? [] : paragraphsAt(speech, found).map(lead)
}

/** Paragraphs that begin alike are a series: all of it, or one of it by its place. */
function seriesRules(speech: Speech, opening: string, numbers: readonly number[]): Rule[] {
  const [subject = '', verb = ''] = opening.split(' ')
  const said = `(?:${opening}|${subject} (?:always )?${verb}|${subject} always does)`
  const one = (groups: Groups): Hit[] => nthLead(speech, numbers, groups)
  return [
    [String.raw`${NTH}[^.?!]{0,40}\b${said}`, one],
    [
      // the question may go on in a sentence of its own
      String.raw`${said}.{0,60}\b(?:which (?:one )?(?:is|was|comes)|what is) (?:the )?${NTH}\b`,
      one,
    ],
    [
      String.raw`(?:statements?|sentences|times|list|how many|which|all|what are)[^.?!]{0,40}\b${opening}|\b${opening}\W{0,3} (?:statements?|sentences|series|claims)`,
      () => numbers.map(lead),
    ],
  ]
}

/** Every sentence of a paragraph. */
function sentencesOf(speech: Speech, { paragraph }: Hit): Hit[] {
  return paragraphAt(speech, paragraph).sentences.map((_, sentence) => ({
    paragraph,
    sentences: [sentence],
  }))
}

/** The paragraphs that begin "First, …", "Second, …", as far as the row goes. */
function pointsOf(speech: Speech): number[] {
  const points: number[] = []
  for (const { text, number } of speech.paragraphs) {
    const [, ordinal = ''] = /^(\p{L}+?)(?:ly)?[,:]/u.exec(text) ?? []
    if (ordinal.toLowerCase() === ORDINALS[points.length]) points.push(number)
  }
  return points
}

/** The first words that three paragraphs or more have in common, with those paragraphs. */
function seriesOf(speech: Speech): (readonly [string, readonly number[]])[] {
  const openings = new Map<string, number[]>()
  for (const { text, number } of speech.paragraphs) {
    const words = tokenise(text.slice(0, 80)).slice(0, OPENING)
    // "(Applause.)" opens no series
    if (words.length < OPENING) continue
    const opening = words.map(({ word }) => word).join(' ')
    openings.set(opening, [...(openings.get(opening) ?? []), number])
  }
  return [...openings].filter(([, numbers]) => numbers.length >= 3)
}

/** The other paragraphs of the same section, after the one that leads it. */
function restOfSection(speech: Speech, paragraph: number): Hit[] {
  const section = speech.paragraphs[paragraph - 1]?.section
  return speech.paragraphs
    .filter((other) => other.section === section && other.number > paragraph)
    .map(({ number }) => lead(number))
}

/** The first paragraph of every section that is under no other. */
function leadsOfParts(speech: Speech): Hit[] {
  return topSections(speech)
    .flatMap(({ number }) => paragraphsOf(speech, number).slice(0, 1))
    .map(lead)
    .slice(0, SHOWN)
}
