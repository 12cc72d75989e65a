/** Questions on the structure of the speech, answered from its outline. */
import { CARDINALS, ORDINALS } from '../speech/numbers.ts'
import { paragraphAt, paragraphsOf, topSections } from '../speech/speech.ts'
import type { Speech } from '../speech/speech.ts'
import { foldText, tokenise } from './analysis.ts'
import type { Token } from './analysis.ts'
import { end, lead } from './hit.ts'
import type { Hit } from './hit.ts'
import { lazy } from './lazy.ts'
import { HE_OR_IT, THE_SPEECH, WORK } from './patterns.ts'
import {
  BEGINS,
  ENDS,
  NTH,
  PLACE,
  SENTENCE,
  UNIT,
  buildPlaces,
  nthOf,
  searched,
  sectionFrom,
  sectionOf,
  titled,
} from './places.ts'
import type { Find, Placed } from './places.ts'

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
type Answer = readonly Hit[] | 'outline' | 'nowhere' | undefined
/** A way to ask, as a pattern of a question whose places are marked, and what it finds in the named groups. */
type Rule = readonly [string, (groups: Groups, placeAt: Placed['placeAt']) => Answer]

const SHOWN = 4
/** Words that paragraphs of a series have in common at their beginning. */
const OPENING = 5
/** Fewer words may stand anywhere. */
const QUOTED = 4

/**
 * Answers questions on structure: "how does the second point begin", "the last sentence of section 3", "what comes
 * after the part on peace", "what is section 3 about", "how many sections", "the third 'China is a country that'",
 * "how does it end".
 * @param isKnown whether the speech or its readers have a word: "the first sentence of the Bible" is no
 *   question about this speech
 * @param find the paragraphs that a question finds, best first
 */
export function buildStructure(
  speech: Speech,
  isKnown: (token: Token) => boolean,
  find: Find,
): Structure {
  const points = pointsOf(speech)
  const mark = buildPlaces(speech, points, find)
  const compiled = (rules: readonly Rule[]) =>
    rules.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'u'), read }))
  const inPlaces = lazy(() => compiled(placeRules(speech, points, find)))
  const ofSpeech = lazy(() => compiled(speechRules(speech, points)))

  const answer = (found: Answer): Found | undefined => {
    if (found === 'outline') return { passages: leadsOfParts(speech), outline: true }
    if (found === 'nowhere') return { passages: [], outline: false }
    return found && found.length > 0 ? { passages: found, outline: false } : undefined
  }
  return (question) => {
    const { text, placeAt } = mark(question)
    for (const { pattern, read } of inPlaces()) {
      const match = pattern.exec(text)
      const found = match && answer(read(match.groups ?? {}, placeAt))
      if (found) return found
    }
    for (const { pattern, read } of ofSpeech()) {
      const match = pattern.exec(text)
      if (!match || !isAboutThis(text, match, isKnown)) continue
      const found = answer(read(match.groups ?? {}, placeAt))
      if (found) return { ...found, ...insideOf(text, match) }
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
  return tokenise(
    `${text.slice(0, index)} | ${text.slice(index + matched.length)}`.replace(/⟦\d+⟧/gu, ' '),
  ).every(isKnown)
}

/** What a question asks inside the place that a rule matched; nothing where it asks for the place itself. */
function insideOf(text: string, { 0: matched, index }: RegExpExecArray): Pick<Found, 'inside'> {
  if (!matched.startsWith('⟦')) return {}
  const before = /\b(?:in|within|under|according to)(?: (?:the|his))? $/u.exec(text.slice(0, index))
  if (!before) return {}
  return { inside: `${text.slice(0, before.index)} ${text.slice(index + matched.length)}` }
}

const RIGHT = '(?:right|just|immediately|directly|straight)'
const GETS =
  '(?:(?:gets|comes|turns|moves|goes|speaks|talks)(?: on)? (?:to|into|of|about)|starts on)'
const DONE = String.raw`(?:he )?(?:(?:is |has )?(?:done|finished)(?: with)?|(?:finish|discuss|cover|talk|speak|turn|mov)\w*(?: about| of| on)?(?: to)?)`
const WHERE = String.raw`(?<where>after|before|follow(?:s|ing)|preced(?:es|ing)|ahead of)`
// what, or which section
const WHICH = `^(?:what|(?:what|which)\\b.*? (?<unit>${UNIT}))`
const EDGE = `(?<edge>${BEGINS}|${ENDS})`

/** What is asked of places, and what stands beside a passage. */
function placeRules(speech: Speech, points: readonly number[], find: Find): readonly Rule[] {
  const nth: Rule[1] = ({ place, ...groups }, placeAt) => {
    const paragraphs =
      place === undefined
        ? speech.paragraphs.map(({ number }) => number)
        : placeAt(place)?.paragraphs
    const hit = nthOf(
      (paragraphs ?? []).flatMap((paragraph) => sentencesOf(speech, paragraph)),
      groups,
    )
    return hit ? [hit] : paragraphs && 'nowhere'
  }
  const edge: Rule[1] = ({ place, edge: word = '' }, placeAt) => {
    const paragraphs = placeAt(place)?.paragraphs ?? []
    const [first, last] = [paragraphs[0], paragraphs.at(-1)]
    if (first === undefined || last === undefined) return undefined
    return new RegExp(`^${BEGINS}$`, 'u').test(word) ? [lead(first)] : [end(speech, last)]
  }
  const beside: Rule[1] = ({ where = '', unit = '', topic: words = '' }, placeAt) => {
    const isAfter = /^(?:after|once|follow|between)/u.test(where)
    const quoted = besideQuotation(speech, words, isAfter)
    if (quoted) return quoted
    // "the section on human rights, and how does it begin"
    const [topic = ''] = words.split(', ')
    const place = placeAt(/^⟦(\d+)⟧/u.exec(topic)?.[1])
    if (place) return besidePlace(speech, place.paragraphs, isAfter, place.isPoint)
    const own = titled(speech, topic)
    return besidePlace(
      speech,
      own.length > 0 ? own : searched(speech, find, topic, unit),
      isAfter,
      false,
    )
  }
  return [
    // "the third 'China is a country that'"
    ...seriesOf(speech).flatMap((series) => oneOfSeries(speech, series)),
    // "what is between human rights and multilateralism"
    [
      String.raw`${WHICH} (?:that )?(?:is )?(?:sits|stands|comes|lies|falls|is|sandwiched) (?<where>between) (?<topic>.+?) and .+`,
      beside,
    ],
    // "under which of his points does the phone call come"
    [
      String.raw`^(?<before>.*?)\bwhich (?:(?:one )?of (?:the|his|these|those) )?(?:(?!of\b)\w+ ){0,2}?(?:points?|proposals?)\b(?<after>.*)$`,
      ({ before = '', after = '' }) => {
        const ofPoints = find(`${before} ${after}`).flatMap((paragraph) => {
          const [first = 0] = sectionOf(speech, paragraph)
          return points.includes(first) ? [first, paragraph] : []
        })
        return [...new Set(ofPoints)].map(lead)
      },
    ],
    // "the last sentence of section 3", "the closing line of his second point", "last line win-win section"
    [
      String.raw`${NTH} (?:\w+ )?${SENTENCE}(?: ${HE_OR_IT} (?:says|mentions|raises))?(?: (?:of|in|from|under|on|about|for))? (?:${PLACE}|(?:the )?(?:(?:entire|whole) )?${THE_SPEECH}\b)`,
      nth,
    ],
    // "3.2, second paragraph, first sentence"
    [String.raw`^\W*${PLACE}.*?\b${NTH} ${SENTENCE}\b`, nth],
    [String.raw`\bin ${PLACE}.*?\b${NTH} ${SENTENCE}\b`, nth],
    // "how does the second point begin", "on what note does the second part, knowing china, come to an end"
    [
      String.raw`(?:^|[,;:.(] ?|\b(?:does|did|do|is|was|which|what|how)(?: \w+)? )${PLACE}(?:, [^,]+,|,(?= (?:and )?how does it))?[^,⟦]{0,40}?\b${EDGE}(?: (?:off|up|out|with|by|on))*(?=\W*$|[,;:.?!]| (?:and|before|after|just|right)\b)`,
      edge,
    ],
    // "what does he say right after the part on peace", "which statement is between the first and the third"
    [String.raw`\b${WHERE} (?:${DONE} |(?:he|it) ${GETS} )?(?<topic>${PLACE})`, beside],
    // "at the end of the democracy part", "how does he finish the human rights section"
    [
      String.raw`\b${EDGE}(?: (?:off|up|out))?(?: (?:of|with|by))? (?:the (?:[\p{L}-]+ ){1,5})?${PLACE}`,
      edge,
    ],
    // "what does he say just before he gets to Kissinger", "what does he go on to after talking about peace"
    [
      String.raw`^what (?:is said|(?:does|did) ${HE_OR_IT} (?:say|talk|speak|discuss|mention|do|take|go|move|turn|come|get))\b.*? (?<where>(?<=${RIGHT} )(?:after|before)|(?:after|before)(?= (?:he|it) ${GETS}| ${DONE}\b)) (?:(?:he|it) ${GETS} |${DONE} )?(?<topic>[^?!]+)`,
      beside,
    ],
    // "what hope does he voice right before he turns to the key points"
    [
      String.raw`\b${RIGHT} (?<where>after|before) (?:(?:he|it) ${GETS}|${DONE}) (?<topic>[^?!]+)`,
      beside,
    ],
    // "once the greetings are over, what does he turn to"
    [
      String.raw`^(?<where>once|after) (?:${DONE} )?(?<topic>.+?)(?: (?:is|are) (?:over|done|finished))?, (?:what|which)\b.*? (?:does|did) ${HE_OR_IT} (?:turn|move|go|come|get) (?:on )?to\b`,
      beside,
    ],
    // "what does he take up once he's finished with human rights"
    [
      String.raw`\b(?<where>once|after) (?:he(?: is| has|'s) )?(?:done|finished|through) with (?<topic>[^?!]+)`,
      beside,
    ],
    // "what comes after democracy", "which section comes right before the one on peace"
    [
      String.raw`${WHICH} (?:that )?(?:(?:comes|follows|stands|is) )?(?:${RIGHT} )?(?<where>after|before|follows|precedes) (?!from\b)(?<topic>[^?!]+)`,
      beside,
    ],
  ]
}

/** The sentence before or after one that has these words one after the other. */
function besideQuotation(speech: Speech, words: string, isAfter: boolean): Hit[] | undefined {
  const wanted = bare(words)
  if (wanted.split(' ').length < QUOTED) return undefined
  for (const { number, sentences } of speech.paragraphs) {
    const at = sentences.findIndex((text) => bare(foldText(text)).includes(wanted))
    const sentence = at + (isAfter ? 1 : -1)
    if (at >= 0 && sentences[sentence] !== undefined)
      return [{ paragraph: number, sentences: [sentence] }]
  }
  return undefined
}

/** The paragraph before or after a place, and that place. */
function besidePlace(
  speech: Speech,
  paragraphs: readonly number[],
  isAfter: boolean,
  isPoint: boolean,
): Answer {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const beside = isAfter ? (isPoint ? first : last) + 1 : first - 1
  if (!speech.paragraphs[beside - 1]) return 'nowhere'
  return [isAfter ? lead(beside) : end(speech, beside), lead(first)]
}

/** Letters and single spaces alone, to compare words with those of the speech. */
function bare(text: string): string {
  return text
    .replace(/['.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What is asked of the speech as a whole, its series and points, and places alone. */
function speechRules(speech: Speech, points: readonly number[]): readonly Rule[] {
  const [first = 1] = points
  const count = `(?:${points.length}|${CARDINALS[points.length - 1]})`
  return [
    ...seriesOf(speech).map(allOfSeries),
    [OUTLINE, () => 'outline'],
    [
      String.raw`(?:before|introduc\w*|lead\w* (?:in|up )to|announc\w*|switch\w*)[^.?!]{0,60}(?:\b(?:points|list|first)\b|⟦)`,
      () => (points.length > 1 && first > 1 ? [end(speech, first - 1), lead(first)] : []),
    ],
    [
      PLACE,
      ({ place }, placeAt) => {
        const named = placeAt(place)
        if (!named?.isAlone) return undefined
        return named.paragraphs.length > 0 ? named.paragraphs.map(lead) : 'nowhere'
      },
    ],
    [
      String.raw`\b(?:the|his|all|what are|which|list|name|how many)(?: \w+){0,2}? (?:(?:(?:${count}|key|main) )+points|${count} (?:main )?(?:things|proposals|suggestions|areas))\b(?! (?:on|about|regarding|concerning)\b)|\bhow many (?:key |main )?points\b|^(?:key|main) points\W*$`,
      () => (points.length > 1 ? points.map(lead) : []),
    ],
    [
      edgeOfSpeech('begin|start|open|kick off', 'opening|first', 'beginning|opening|start'),
      () => [lead(1)],
    ],
    [
      `${edgeOfSpeech('end|close|finish|conclude|wrap up', 'closing|last|final|concluding', 'end|ending|conclusion|closing')}|${AT_END}`,
      () => [end(speech, speech.paragraphs.length)],
    ],
  ]
}

const SECTIONS = '(?:sections?|chapters?|parts?)'

/** The outline as a whole. */
const OUTLINE = [
  String.raw`\bhow many (?:${SECTIONS}|paragraphs)\b(?! (?:does|do|has|have|did|are in|are there in) (?!${HE_OR_IT}))`,
  String.raw`\b(?:what|which|list)(?: (?:are|of|all|the|its|his))* sections\b(?=\W*$| (?:are (?:there|in)|make up|${HE_OR_IT}|(?:does|do|did) ${HE_OR_IT}))`,
  String.raw`\btable of contents\b|\b(?:outline|structure)(?: of)? ${THE_SPEECH}`,
  String.raw`\bhow (?:is ${HE_OR_IT} (?:structured|organi[sz]ed|divided)|(?:long is|many words (?:does|is|are (?:there )?in|has)) ${HE_OR_IT})\b`,
  String.raw`\b(?:summary|summari[sz]e|overview|gist|main (?:ideas?|arguments?|messages?|themes?)|(?:key|main) takeaways)(?: \w+){0,5} ${THE_SPEECH}\b`,
  String.raw`^(?:(?:give|write|show)(?: me)? |what is )?(?:an? |the )?(?:short |brief )?(?:outline|summary|overview|gist|tl;?dr|main (?:argument|claim|idea|message|point|theme|thesis)s?)\W*$`,
  String.raw`^what is ${HE_OR_IT} about\W*$`,
].join('|')

/** A pattern for one end of the speech, by the words for it. */
function edgeOfSpeech(verbs: string, adjectives: string, nouns: string): string {
  const does = `(?:does|did|do) ${HE_OR_IT} (?:${verbs})`
  return [
    String.raw`\b(?:how ${does}(?= (?:off )?${THE_SPEECH}\b|\W*$|,| and\b)|what ${does} with\b)`,
    String.raw`\b(?:very )?(?:${adjectives}) (?:words?|sentence|lines?|paragraph|remarks|thing he says)\b(?! (?:of|in) (?!${THE_SPEECH}))`,
    String.raw`\b(?:${nouns}) of the (?:${WORK})\b`,
    String.raw`^(?:the )?(?:${nouns})\W*$`,
  ].join('|')
}

const AT_END = String.raw`\bat the (?:very )?end\W*$`

/** A paragraph of a list by its place there, and the rest of its section. */
function nthLead(speech: Speech, list: readonly number[], groups: Groups): Hit[] {
  const paragraph = nthOf(list, groups)
  return paragraph === undefined ? [] : sectionFrom(speech, paragraph).map(lead)
}

/** Paragraphs that begin alike are a series: one of it by its place. */
function oneOfSeries(speech: Speech, { opening, numbers }: Series): Rule[] {
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
  ]
}

/** All of a series. */
function allOfSeries({ opening, numbers }: Series): Rule {
  return [
    String.raw`(?:statements?|sentences|times|list|how many|which|all|what are)[^.?!]{0,40}\b${opening}|\b${opening}\W{0,3} (?:statements?|sentences|series|claims)`,
    () => numbers.map(lead),
  ]
}

/** Every sentence of a paragraph. */
function sentencesOf(speech: Speech, paragraph: number): Hit[] {
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

/** Paragraphs that begin alike, and how. */
interface Series {
  readonly opening: string
  readonly numbers: readonly number[]
}

/** The first words that three paragraphs or more have in common, with those paragraphs. */
function seriesOf(speech: Speech): readonly Series[] {
  const openings = new Map<string, number[]>()
  for (const { text, number } of speech.paragraphs) {
    const words = tokenise(text.slice(0, 80)).slice(0, OPENING)
    // "(Applause.)" opens no series
    if (words.length < OPENING) continue
    const opening = words.map(({ word }) => word).join(' ')
    openings.set(opening, [...(openings.get(opening) ?? []), number])
  }
  return Array.from(openings, ([opening, numbers]) => ({ opening, numbers })).filter(
    ({ numbers }) => numbers.length >= 3,
  )
}

/** The first paragraph of every section that is under no other. */
function leadsOfParts(speech: Speech): Hit[] {
  return topSections(speech)
    .flatMap(({ number }) => paragraphsOf(speech, number).slice(0, 1))
    .map(lead)
    .slice(0, SHOWN)
}
