/** Questions for what stands beside a passage, or at the beginning or end of it. */
import { findPlace, paragraphsAt } from '../speech/references.ts'
import { paragraphAt } from '../speech/speech.ts'
import type { Speech } from '../speech/speech.ts'
import { foldText } from './analysis.ts'
import { end, lead } from './hit.ts'
import type { Hit } from './hit.ts'
import { HE_OR_IT } from './patterns.ts'

/** What a question asks for by where it stands: before or after a passage, at its beginning or end. */
interface Beside {
  readonly where: 'after' | 'before' | 'begin' | 'end'
  /** whether the whole section of that passage is meant */
  readonly ofSection: boolean
  /** what finds the passage: a question of its own */
  readonly topic: string
  /** the same as it was asked, which may be words of the speech */
  readonly words: string
}

const SECTION = '(?:section|part|chapter|topic|subject|theme|one)'
const UNIT = `(?:${SECTION}|bit|passage|paragraph)`
const NUMBERED = String.raw`(?:§|¶|(?:section|chapter|part|paragraph) )\d`
const RIGHT = '(?:right|just|immediately|directly|straight)'
const GETS = '(?:gets|comes|turns|moves|goes|speaks|talks)(?: on)? (?:to|into|of|about)'
const DONE = String.raw`(?:he )?(?:(?:is |has )?(?:done|finished)(?: with)?|(?:finish|discuss|cover|talk|speak)\w*(?: about| of)?)`
// what, or which section
const WHICH = String.raw`^(?:what|(?:what|which|the)\b.*? (?<unit>${UNIT}))`
// "section 3", "the section on democracy", "the democracy part", "the second point", "point two"
const PLACE = String.raw`(?<topic>${NUMBERED}\S*|(?:the|his) (?:${UNIT} .+?|.+? ${UNIT}|\S+ (?:point|proposal)|opening|introduction|conclusion|ending)|(?:his )?(?:point|proposal) .+?)`
const EDGE = String.raw`(?<edge>(?:begin|start|open|introduc|kick|end|clos|finish|conclud|round|wrap)\w*)`
const STOPS = '(?:,|$)'

const PATTERNS = [
  // "what does he say just before he gets to Kissinger", "what does he go on to after talking about peace"
  String.raw`^what (?:is said|(?:does|did) ${HE_OR_IT} (?:say|talk|speak|discuss|mention|do|take|go|move|turn|come|get))\b.*? (?<where>(?<=${RIGHT} )(?:after|before)|(?:after|before)(?= (?:the )?${UNIT}\b| ${NUMBERED}| (?:he|it) ${GETS}| ${DONE}\b)) (?:${DONE} )?(?<topic>.+)`,
  // "what hope does he voice right before he turns to the key points"
  String.raw`\b${RIGHT} (?<where>after|before) (?:he|it) ${GETS} (?<topic>.+)`,
  // "once the greetings are over, what does he turn to"
  String.raw`^(?<where>once|after) (?:${DONE} )?(?<topic>.+?)(?: (?:is|are) (?:over|done|finished))?, (?:what|which)\b.*? (?:does|did) ${HE_OR_IT} (?:turn|move|go|come|get) (?:on )?to\b`,
  // "what comes after democracy", "which section comes right before the one on peace", "what precedes section 3"
  String.raw`${WHICH} (?:that )?(?:(?:comes|follows|stands|is) )?(?:${RIGHT} )?(?<where>after|before|follows|precedes) (?!from\b)(?<topic>.+)`,
  // "what is between human rights and multilateralism"
  String.raw`${WHICH} (?:that )?(?:sits|stands|comes|lies|falls|is) (?<where>between) (?<topic>.+?) and .+`,
  // "the last sentence of section 3"; "second to last" is no edge
  String.raw`(?<!\b(?:to|second)[ -])\b(?<edge>first|opening|last|closing|final) (?:sentences?|lines?|words?|paragraph) (?:of|in) ${PLACE}${STOPS}`,
  // "what does he conclude at the end of the democracy part"
  String.raw`\b(?<edge>beginning|start|opening|end|ending|close) of ${PLACE}${STOPS}`,
  // "the last thing he says under point one"
  String.raw`\b(?<edge>first|last|final) thing ${HE_OR_IT} (?:says|mentions|raises) (?:under|in|on|about) ${PLACE}${STOPS}`,
  // "how does the second point begin", "on what note does the democracy part come to an end"
  String.raw`\b(?:how|(?:on|with|in) (?:what|which) \w+) (?:does|did|is|was) ${PLACE}(?:, [^,]+,)? (?:(?:come|brought|drawn?) to an? )?${EDGE}`,
  // "what does he finish the human rights section with"
  String.raw`\b(?:how|what) (?:does|did) ${HE_OR_IT} ${EDGE} (?:up |off )?${PLACE}(?: with)?${STOPS}`,
  // "which words begin the closing section"
  String.raw`^(?:what|which) (?:words?|sentences?|lines?) (?<edge>begin|start|open|end|close)s? ${PLACE}${STOPS}`,
].map((pattern) => new RegExp(pattern, 'u'))

const AFTER = /^(?:after|once|follows|between)$/u
const BEGINS = /^(?:first|opening|begin|start|open|introduc)/u
const OF_SECTION = new RegExp(
  String.raw`^(?:(?:the|his) )?${SECTION}\b|^§|\b${SECTION}$|^the (?:conclusion|ending)$`,
  'u',
)

/**
 * Answers questions for what stands beside a passage: "what does he say right after the part on peace", "the
 * first sentence of the bit about multilateralism".
 * @param find the paragraph that a question finds, undefined for none
 * @returns a function of a folded question (see `buildFoldQuestion` in about.ts): the paragraph beside what is
 *   asked about, and that one; the sentence beside one that is quoted. Undefined for every other question and
 *   where there is no such passage, empty where the speech begins or ends there.
 */
export function buildBeside(
  speech: Speech,
  find: (question: string) => number | undefined,
): (question: string) => readonly Hit[] | undefined {
  return (question) => {
    const beside = readBeside(question)
    return beside && hitsBeside(speech, beside, find)
  }
}

function readBeside(question: string): Beside | undefined {
  // a stop inside a number stays: "section 2.1"
  const text = question.replace(/[?!]|\.(?!\d)/gu, '')
  for (const pattern of PATTERNS) {
    const { where, edge = '', unit = '', ...groups } = pattern.exec(text)?.groups ?? {}
    const words = groups['topic'] ?? ''
    // "the section on human rights, and how does it begin"
    const [topic = ''] = words.split(', ')
    if (topic === '') continue
    const ofSection = OF_SECTION.test(unit) || OF_SECTION.test(topic)
    if (where === undefined)
      return { where: BEGINS.test(edge) ? 'begin' : 'end', ofSection, topic, words }
    return { where: AFTER.test(where) ? 'after' : 'before', ofSection, topic, words }
  }
  return undefined
}

function hitsBeside(
  speech: Speech,
  { where, ofSection, topic, words }: Beside,
  find: (question: string) => number | undefined,
): readonly Hit[] | undefined {
  const quoted = where === 'after' || where === 'before' ? sentenceWith(speech, words) : undefined
  if (quoted) {
    const sentence = quoted.sentence + (where === 'after' ? 1 : -1)
    if (paragraphAt(speech, quoted.paragraph).sentences[sentence] !== undefined)
      return [{ paragraph: quoted.paragraph, sentences: [sentence] }]
  }
  const isEdge = where === 'begin' || where === 'end'
  // what comes right after "the second point" may stand in its own section
  const isWhole = ofSection || isEdge || !/point/u.test(topic)
  const place = findPlace(speech, topic)
  const together =
    isWhole && place.kind === 'section'
      ? paragraphsAt(speech, place)
      : around(speech, find(topic), ofSection)
  const [first, last] = [together[0], together.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (where === 'begin') return [lead(first)]
  if (where === 'end') return [end(speech, last)]
  const beside = where === 'after' ? last + 1 : first - 1
  if (!speech.paragraphs[beside - 1]) return []
  return [where === 'after' ? lead(beside) : end(speech, beside), lead(first)]
}

/** Fewer words may stand anywhere. */
const QUOTED = 4

/** The sentence that has these words one after the other. */
function sentenceWith(
  { paragraphs }: Speech,
  words: string,
): { paragraph: number; sentence: number } | undefined {
  const wanted = bare(words)
  if (wanted.split(' ').length < QUOTED) return undefined
  for (const { number, sentences } of paragraphs) {
    const sentence = sentences.findIndex((text) => bare(foldText(text)).includes(wanted))
    if (sentence >= 0) return { paragraph: number, sentence }
  }
  return undefined
}

/** A paragraph alone, or all of its section. */
function around(
  speech: Speech,
  paragraph: number | undefined,
  ofSection: boolean,
): readonly number[] {
  if (paragraph === undefined) return []
  if (!ofSection) return [paragraph]
  const { section } = paragraphAt(speech, paragraph)
  return speech.paragraphs.filter((other) => other.section === section).map(({ number }) => number)
}

/** Letters and single spaces alone, to compare words with those of the speech. */
function bare(text: string): string {
  return text
    .replace(/['.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
