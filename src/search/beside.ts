/** Questions for what stands beside a passage, or at the beginning or end of it. */
import { findPlace, paragraphsAt } from '../speech/references.ts'
import { paragraphAt } from '../speech/speech.ts'
import type { Speech } from '../speech/speech.ts'
import { foldText } from './analysis.ts'
import { end, lead } from './hit.ts'
import type { Hit } from './hit.ts'
import { HE_OR_IT } from './patterns.ts'

/** What a question asks for by where it stands: before or after a passage, at its beginning or end. */
export interface Beside {
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
const SAYS = String.raw`what (?:comes|follows|stands|is said|(?:does|did) ${HE_OR_IT} (?:say|talk about|speak of|speak about|discuss|mention|do|(?:go|move) on to|(?:turn|come|get) to))`
const GETS =
  '(?:(?:gets|comes|turns|moves|goes) (?:on )?(?:to|into)|(?:speaks|talks|starts talking) (?:of|about))'
const DONE =
  '(?:(?:he )?(?:(?:is |has )?(?:done|finished)|(?:finish|discuss|cover)(?:es|s|ing)|(?:talk|speak)(?:s|ing) (?:about|of))(?: with)?)'
// "second to last" is no edge
const EDGE = String.raw`(?<!\b(?:to|second)[ -])\b(?<edge>first|opening|last|closing|final)`
const ABOUT = '(?:on|about|with|where he (?:talks|speaks) (?:about|of))'

const PATTERNS = [
  // "what comes after the part on peace", "what does he say just before he gets to Kissinger"
  String.raw`^${SAYS}\b.*?\b(?:${RIGHT} (?<where>after|before)|(?<loose>after|before)(?= (?:the )?${UNIT}\b| ${NUMBERED}| (?:he|it) ${GETS}| ${DONE}\b)) (?:${DONE} )?(?<topic>.+)`,
  // "what hope does he voice right before he turns to the key points"
  String.raw`\b${RIGHT} (?<where>after|before) (?:he|it) ${GETS} (?<topic>.+)`,
  // "once the greetings are over, what does he turn to"
  String.raw`^(?<where>once|after) (?:${DONE} )?(?<topic>.+?)(?: (?:is|are) (?:over|done|finished))?, (?:what|which)\b.*? (?:does|did) ${HE_OR_IT} (?:turn|move|go|come|get) (?:on )?to\b`,
  // "what comes after democracy"
  String.raw`^what (?:comes|follows|stands) (?<where>after|before) (?<topic>.+)`,
  // "what is between human rights and multilateralism"
  String.raw`^what (?:is|comes|lies|stands) (?<where>between) (?<topic>.+?) and .+`,
  // "what is the section after the one on democracy about"
  String.raw`^(?:what|which)\b.*?\b(?<unit>${UNIT}) (?:(?:that )?(?:comes|follows|stands|is) )?(?:${RIGHT} )?(?<where>after|before) (?<topic>.+)`,
  // "which topic follows human rights", "what precedes the part on peace"
  String.raw`^(?:what|which) (?:(?<unit>${UNIT}) )?(?:${RIGHT} )?(?<where>follows|precedes) (?!from\b)(?<topic>.+)`,
  // "which section sits between cooperation and the centenary"
  String.raw`^(?:what|which)\b.*?\b(?<unit>${UNIT}) (?:that )?(?:sits|stands|comes|lies|falls|is) (?<where>between) (?<topic>.+?) and .+`,
  // "first sentence of the bit about multilateralism"
  String.raw`${EDGE} (?:sentences?|lines?|words?) (?:of|in) (?:the|his) (?<unit>${UNIT}) ${ABOUT} (?<topic>.+)`,
  // "last sentence of section 3"
  String.raw`${EDGE} (?:sentences?|lines?|words?|paragraph) (?:of|in) (?<topic>${NUMBERED}.*)`,
  // "how does section 3 end", "how does the second point begin"
  String.raw`\bhow (?:does|did) (?<topic>${NUMBERED}\S*|the \S+ (?:point|proposal)) (?<edge>begin|start|open|end|close|finish|conclude)\b`,
  // "the end of section 2"
  String.raw`\b(?<edge>beginning|start|opening|end|ending|close) of (?<topic>${NUMBERED}.*)`,
  // "what does he conclude at the end of the democracy part"
  String.raw`\b(?:at|in) the (?:very )?(?<edge>beginning|start|opening|end|ending|close) of the (?<topic>.+?) (?<unit>${UNIT})\b`,
  // "opening sentence of the human rights section"
  String.raw`${EDGE} (?:sentences?|lines?|words?) (?:of|in) (?:the|his) (?<topic>.+?) (?<unit>${UNIT})$`,
  // "how does the part on democracy end"
  String.raw`\bhow (?:does|did) (?:the|his) (?<unit>${UNIT}) (?:${ABOUT} )?(?<topic>.+?) (?<edge>begin|start|open|end|close|finish|conclude)\b`,
  // "how is the section on mutual respect rounded off"
  String.raw`\bhow (?:is|was) (?:the|his) (?<unit>${UNIT}) ${ABOUT} (?<topic>.+?) (?<edge>opened|introduced|started|ended|closed|finished|concluded|rounded off|wrapped up)\b`,
].map((pattern) => new RegExp(pattern, 'u'))

const AFTER = /^(?:after|once|follows|between)$/u
const BEGINS = /^(?:first|opening|begin|start|open|introduc)/u
const IS_SECTION = new RegExp(`^${SECTION}$`, 'u')
const OF_SECTION = new RegExp(String.raw`^(?:the )?${SECTION}\b|^§|\b${SECTION}$`, 'u')

/**
 * Reads a question for what stands beside a passage: "what does he say right after the part on
 * peace", "the first sentence of the bit about multilateralism".
 * @param question folded (see `buildFoldQuestion` in about.ts)
 * @returns undefined for every other question
 */
export function readBeside(question: string): Beside | undefined {
  // a stop inside a number stays: "section 2.1"
  const text = question.replace(/[?!]|\.(?!\d)/gu, '')
  for (const pattern of PATTERNS) {
    const { where, loose, edge = '', unit = '', ...groups } = pattern.exec(text)?.groups ?? {}
    // "the section on human rights, and how does it begin"
    const words = groups['topic'] ?? ''
    const [topic = ''] = words.split(', ')
    if (topic === '') continue
    const side = where ?? loose
    return {
      where:
        side === undefined
          ? BEGINS.test(edge)
            ? 'begin'
            : 'end'
          : AFTER.test(side)
            ? 'after'
            : 'before',
      ofSection: IS_SECTION.test(unit) || OF_SECTION.test(topic),
      topic,
      words,
    }
  }
  return undefined
}

/**
 * The paragraph beside what is asked about, and that one; the sentence beside one that is quoted. Undefined where
 * there is no such passage, empty where the speech begins or ends there.
 * @param find the paragraph that a question finds, undefined for none
 */
export function hitsBeside(
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
