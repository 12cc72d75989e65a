/** Questions on the structure of the speech: its parts, how they begin and end, what stands beside what. */
import { CARDINALS, ORDINALS, countOf, numberOf } from '../speech/numbers.ts'
import { paragraphAt, paragraphsOf, topSections } from '../speech/speech.ts'
import type { Paragraph, Speech } from '../speech/speech.ts'
import { foldText, tokenise, type Token } from './analysis.ts'
import { end, lead, type Hit } from './hit.ts'
import { lazy } from './lazy.ts'
import { HE_OR_IT, THE_SPEECH } from './patterns.ts'
import {
  BEGINS,
  ENDS,
  NTH,
  NUMBER,
  PLACE,
  SENTENCE,
  UNIT,
  buildPlaces,
  inOrdinals,
  nthOf,
  sectionFrom,
  sectionOf,
  subject,
} from './places.ts'
import type { Find, Groups, Placed } from './places.ts'

export interface Found {
  /** best first; none where the speech has not the place that is asked for */
  readonly passages: readonly Hit[]
  /** the question is about the outline as a whole */
  readonly outline: boolean
  /** what is asked of the place, where it is asked for something in it: "in paragraph 14, |what of Taiwan|" */
  readonly inside?: string
}

type Answer = readonly Hit[] | 'outline' | 'nowhere' | undefined
/** What a rule finds with the named groups of its pattern; undefined where it is for another rule to answer. */
type Read = (groups: Groups, placeAt: Placed['placeAt']) => Answer
/** A way to ask, as a pattern of a question whose places are marked, and how to answer it. */
type Rule = readonly [string, Read]

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
 * @param find the passages that a question finds, best first
 * @returns a function of a folded question (see `buildFoldQuestion` in question.ts); undefined for one that asks for
 *   something else
 */
export function buildStructure(
  speech: Speech,
  isKnown: (token: Token) => boolean,
  find: Find,
): (question: string) => Found | undefined {
  const points = pointsOf(speech)
  const mark = buildPlaces(speech, points, find)
  const compiled = (rules: readonly Rule[]) =>
    rules.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'u'), read }))
  // most questions name no one of several
  const isOneOfSeveral = new RegExp(String.raw`\b${NTH}\b`, 'u')
  const inSeries = lazy(() =>
    compiled(seriesOf(speech).flatMap((series) => oneOfSeries(speech, series))),
  )
  const inPlaces = lazy(() => compiled(placeRules(speech, points, find)))
  const ofSpeech = lazy(() => compiled(speechRules(speech, points)))

  const answer = (found: Answer): Found | undefined => {
    if (found === 'outline') return { passages: leadsOfParts(speech), outline: true }
    if (found === 'nowhere') return { passages: [], outline: false }
    return found && found.length > 0 ? { passages: found, outline: false } : undefined
  }
  const withBeside = (question: string): Found | undefined => {
    const { topic, where, both } = WITH_BESIDE.exec(question)?.groups ?? {}
    if (topic === undefined) return undefined
    const hit = withWords(speech, topic) ?? read(topic)?.passages[0] ?? find(topic)[0]
    if (hit === undefined) return undefined
    const before = where === 'before' || both ? sentenceBeside(speech, hit, false) : undefined
    const after = where === 'after' || both ? sentenceBeside(speech, hit, true) : undefined
    return answer(together([before, hit, after].filter((found) => found !== undefined)))
  }
  const read = (folded: string): Found | undefined => {
    const question = inOrdinals(folded)
    for (const { pattern, read } of isOneOfSeveral.test(question) ? inSeries() : []) {
      const match = pattern.exec(question)
      const found = match && answer(read(match.groups ?? {}, () => undefined))
      if (found) return found
    }
    const { text, placeAt } = mark(question)
    const plain = BESIDE.reduce((words, rewrite) => words.replace(...rewrite), text)
    for (const { pattern, read } of inPlaces()) {
      const match = pattern.exec(plain)
      const found = match && answer(read(match.groups ?? {}, placeAt))
      if (found) return found
    }
    for (const { pattern, read } of ofSpeech()) {
      const match = pattern.exec(text)
      if (!match) continue
      const inside = insideOf(text, match)
      const [before, after] = around(text, match)
      // what stands around it in its sentence is known here, or asked of the place, or no content
      const beside = `${before.replace(/^.*[.?!] /su, '')} | ${after.replace(/[.?!] .*$/su, '')}`
      const isAsked =
        inside !== undefined || tokenise(beside.replace(/⟦\d+⟧/gu, ' ')).every(isKnown)
      const found = isAsked ? answer(read(match.groups ?? {}, placeAt)) : undefined
      // nothing can be asked inside a place that there is not
      if (found)
        return inside === undefined || found.passages.length === 0 ? found : { ...found, inside }
    }
    return undefined
  }
  return (folded) => withBeside(folded) ?? read(folded)
}

function around(text: string, { 0: matched, index }: RegExpExecArray): [string, string] {
  return [text.slice(0, index), text.slice(index + matched.length)]
}

/** "what does ⟦0⟧ say about Taiwan", "does ⟦0⟧ mention Taiwan" */
const SAYS =
  /^ (?:says?|mentions?|speaks?|talks?|discuss(?:es)?|describes?|covers?|address(?:es)?|deals? with)(?: anything| something)?(?: about| of| on)? (\p{L}[^?!]*)/u

/** What a question asks inside the place that a rule matched; undefined where it asks for the place itself. */
function insideOf(text: string, match: RegExpExecArray): string | undefined {
  const [before, after] = around(text, match)
  if (!match[0].startsWith('⟦')) return undefined
  const asked = before.replace(/\b(?:in|under|according to) $/u, '')
  return asked === before ? SAYS.exec(after)?.[1] : `${asked} ${after}`
}

/** 'he gets to', 'it turns to' */
const GETS =
  '(?:he|it) (?:(?:gets|comes|turns|moves|goes) (?:on )?to|starts on|brings up|mentions|names|speaks of|talks about)'
/** 'he is done with', 'finishing', 'talking about' */
const DONE = String.raw`(?:he(?: is| has|'s)? )?(?:done with|(?:finish|discuss|cover|talk|speak|turn|mov|quot|mention|prais)\w*(?: with| about| of| on)?(?: to)?)`

/** Ways to ask what stands beside a passage, as one: "right after" or "right before" it. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  // "the bit that follows ⟦0⟧", but not "what follows from this"
  [/\b(?:follows|following)(?! from\b)/gu, 'after'],
  [/\b(?:precedes|preceding|ahead of)\b/gu, 'before'],
  // "which section sits between ⟦0⟧ and ⟦1⟧"
  [
    /\b(?:(?:does|did) (?:he|it) )?(?:comes|stands|sits|lies|falls|is|sandwiched|bring up|turn to|talk about|speak of) between (.+?) and .+/u,
    'comes after $1',
  ],
  [/\b(?:just|immediately|straight) (?=(?:after|before)\b)/gu, 'right '],
  // "just before he gets to Kissinger", "after talking about peace"
  [new RegExp(`(?:right )?\\b(after|before) (?:${GETS}|${DONE}) `, 'gu'), 'right $1 '],
  // "once he's finished with human rights"
  [new RegExp(`\\bonce ${DONE} `, 'gu'), 'right after '],
  // "right before he gets to Kissinger, what does he hope for"
  [/^right before ([^,]+), (wh.*)/u, '$2 right before $1'],
  // "after dialogue, which topic is next"
  [
    /^(?:right )?after ([^,]+), ((?:what|which)(?: \w+)?) (?:is|comes|follows) next\b.*/u,
    '$2 comes after $1',
  ],
  // "once the greetings are over, what does he turn to"
  [
    /^(?:once|right after) (.+?)(?: are over)?, (wh.* (?:turn|come|move|go|switch)(?: on| over)? to\b.*)/u,
    '$2 right after $1',
  ],
]

/** "the last two sentences of ⟦0⟧", "the last thing he says under ⟦0⟧", "last line ⟦0⟧" */
const SENTENCE_OF = String.raw`${NTH} (?:(?<many>${NUMBER}) )?${SENTENCE}(?: ${HE_OR_IT} says)?(?: (?:of|in|from|under|on|about))? (?:${PLACE}|${THE_SPEECH}\b)`
/** "what is the third sentence", "the last two lines, please" */
const SENTENCE_ALONE = String.raw`(?:^|\b(?:is|are|say|read|show|give|me) )(?:the |his )?(?:very )?${NTH} (?:(?<many>${NUMBER}) )?(?:sentence|line)s?(?: ${HE_OR_IT} says)?(?: in (?:all|total))?(?: (?:say|please))?\W*$`
/** "⟦0⟧, second paragraph, first sentence" */
const PLACE_SENTENCE = String.raw`(?:^\W*|\bin )${PLACE}.*?\b${NTH} ${SENTENCE}\b`
/** 'begins', 'ends' */
const EDGE = `(?:(?<begins>${BEGINS})|${ENDS})`
/** "how does ⟦0⟧ begin", "on what note does ⟦0⟧, knowing china, come to an end" */
const PLACE_EDGE = String.raw`(?:^|[,;:.(] ?|\b(?:does|did|is|was|which|what|how)(?: \w+)? )${PLACE}(?:, [^,]+,)?[^,⟦]{0,40}?\b${EDGE}(?: (?:off|up|out|with))*(?=\W*$|[,;:.?!]| (?:and|right)\b)`
/** "at the end of ⟦0⟧", "how does he finish ⟦0⟧" */
const EDGE_OF = String.raw`\b${EDGE}(?: (?:off|up|out|with))?(?: of)? ${PLACE}`
const WHERE = '(?<where>after|before)'
/** "what does he say right after ⟦0⟧" */
const BESIDE_PLACE = String.raw`\b${WHERE} (?<topic>${PLACE})`
/** "what does he say right before kissinger", "what is the line that stands right before the phone call" */
const BESIDE_TOPIC = String.raw`\b(?:what|which)\b.*? (?:(?:does|did|is|was) ${HE_OR_IT}|stands|comes)\b.*? right ${WHERE} (?<topic>[^?!]+)`
/** "what comes after democracy", "which section comes right before the one on peace", "the paragraph after 14" */
const WHICH_BESIDE = String.raw`^(?:what|(?:(?:what|which)\b.*? |the |)(?<unit>${UNIT})) (?:(?:that|comes|stands|is) )*(?:${NTH},? )?(?:right )?${WHERE} (?!another\b)(?<topic>[^?!]+)`
/** "the sentence right after the one on trade" */
const SENTENCE_BESIDE = String.raw`\b(?<unit>sentence|line) (?:(?:that|comes|stands|is) )*(?:right )?${WHERE} (?!my |our |i |class\b|(?:it|that|this)\b(?:,? please)?\W*$)(?<topic>[^?!]+)`
/** "'the door' with the sentences before and after", "the phrase on trade and the line before it" */
const WITH_BESIDE = new RegExp(
  String.raw`^(?<topic>.+?),?(?: in context)?,? (?:and|plus|with|&)(?: also)? (?:the )?(?:sentence|line)s? (?:(?:that|which|comes|stands|is|right|just|directly) )*(?<where>before|after)(?<both> (?:and|or) (?:before|after))?(?: (?:it|that|this))?(?:,? please)?\W*$`,
  'u',
)
/** "under which of his points does the phone call come" */
const WHICH_POINT = String.raw`^(?<before>.*?)\bwhich (?:(?:one )?of (?:the|his) )?(?:\w+ ){0,2}?(?:points?|proposals?)\b(?<after>.*)$`

/** What is asked of places, and what stands beside a passage. */
function placeRules(speech: Speech, points: readonly number[], find: Find): readonly Rule[] {
  const sentence: Read = ({ place, nth = '', many = '1' }, placeAt) => {
    const paragraphs =
      place === undefined
        ? speech.paragraphs
        : placeAt(place)?.paragraphs.map((number) => paragraphAt(speech, number))
    const all = (paragraphs ?? []).flatMap(sentencesOf)
    const at = countOf(nth, all.length)
    const first = at === 1 ? 1 : at - numberOf(many) + 1
    const found = all.slice(Math.max(first, 1) - 1, first - 1 + numberOf(many))
    return found.length > 0 ? together(found) : paragraphs && 'nowhere'
  }
  const edge: Read = ({ place, begins }, placeAt) => {
    const paragraphs = placeAt(place)?.paragraphs ?? []
    return begins === undefined
      ? paragraphs.slice(-1).map((last) => end(speech, last))
      : paragraphs.slice(0, 1).map(lead)
  }
  const beside: Read = ({ where, unit = '', topic: words = '' }, placeAt) => {
    const isAfter = where === 'after'
    const quoted = withWords(speech, words)
    if (quoted) return orNowhere(sentenceBeside(speech, quoted, isAfter))
    // "the section on human rights, and how does it begin"
    const [topic = ''] = words.split(', ')
    const place = placeIn(topic, placeAt)
    // "right after the sentence on Vogel"
    const named = /^(?:the )?(?:sentence|line) (?:on|about|with) (?<topic>.+)/u.exec(topic)?.groups
    const isSentence = named !== undefined || unit === 'sentence' || unit === 'line'
    const [hit] = isSentence ? find(place?.topic ?? named?.['topic'] ?? topic) : []
    if (hit) return orNowhere(sentenceBeside(speech, hit, isAfter))
    const paragraphs =
      place?.paragraphs ?? (allPoints.test(topic) ? points : subject(speech, find, topic, unit))
    const [first, last] = [paragraphs[0], paragraphs.at(-1)]
    if (first === undefined || last === undefined) return undefined
    const beside = isAfter ? last + 1 : first - 1
    if (!speech.paragraphs[beside - 1]) return 'nowhere'
    return [isAfter ? lead(beside) : end(speech, beside), lead(first)]
  }
  const allPoints = new RegExp(String.raw`^(?:the |his )?(?:${allOf(points)})\W*$`, 'u')
  const pointWith: Read = ({ before = '', after = '' }) => {
    const ofPoints = find(`${before} ${after}`).flatMap(({ paragraph }) => {
      const [first = 0] = sectionOf(speech, paragraph)
      return points.includes(first) ? [first, paragraph] : []
    })
    return [...new Set(ofPoints)].map(lead)
  }
  return [
    [SENTENCE_OF, sentence],
    [SENTENCE_ALONE, sentence],
    [PLACE_SENTENCE, sentence],
    [PLACE_EDGE, edge],
    [SENTENCE_BESIDE, beside],
    [BESIDE_PLACE, beside],
    [EDGE_OF, edge],
    [BESIDE_TOPIC, beside],
    [WHICH_BESIDE, beside],
    [WHICH_POINT, pointWith],
  ]
}

/** The place that a topic begins with. */
function placeIn(topic: string, placeAt: Placed['placeAt']) {
  return placeAt(/^⟦(\d+)⟧/u.exec(topic)?.[1])
}

/** The sentence that has these words one after the other. */
function withWords(speech: Speech, words: string): Hit | undefined {
  const wanted = bare(
    words.replace(/^the one (?:starting|beginning|that (?:starts|begins)) with /u, ''),
  )
  if (wanted.split(' ').length < QUOTED) return undefined
  return speech.paragraphs
    .flatMap(sentencesOf)
    .find(({ paragraph, sentences: [at = 0] }) =>
      bare(foldText(paragraphAt(speech, paragraph).sentences[at] ?? '')).includes(wanted),
    )
}

/** The sentence that has a short form in brackets, behind what it stands for. */
function inBrackets(speech: Speech, short: string): Hit[] {
  return speech.paragraphs
    .flatMap(sentencesOf)
    .filter(({ paragraph, sentences: [at = 0] }) =>
      foldText(paragraphAt(speech, paragraph).sentences[at] ?? '').includes(`(${short})`),
    )
    .slice(0, 1)
}

/** The sentence before or after that of a hit; undefined at the edges of the speech. */
function sentenceBeside(
  speech: Speech,
  { paragraph, sentences }: Hit,
  isAfter: boolean,
): Hit | undefined {
  const all = speech.paragraphs.flatMap(sentencesOf)
  const at = all.findIndex(
    (hit) => hit.paragraph === paragraph && hit.sentences[0] === sentences[0],
  )
  return all[at + (isAfter ? 1 : -1)]
}

function orNowhere(hit: Hit | undefined): Answer {
  return hit ? [hit] : 'nowhere'
}

/** Letters and single spaces alone, to compare words with those of the speech. */
function bare(text: string): string {
  return text
    .replace(/['.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The outline as a whole. */
const OUTLINE = [
  // "how many paragraphs does it have", not "does the Paris agreement have"
  String.raw`\bhow many (?:sections|chapters|parts|paragraphs)\b(?! (?:does|do|has|have|are (?:there )?in) (?!${HE_OR_IT}))`,
  // "list the sections", not "which sections are on Taiwan"
  String.raw`\b(?:what|which|list)(?: (?:are|all|the|its|his))* sections\b(?=\W*$| (?:are there|${HE_OR_IT}|(?:does|did) ${HE_OR_IT}))`,
  String.raw`\btable of contents\b|\b(?:outline|structure) of ${THE_SPEECH}`,
  // "how is it structured", "how long is the speech"
  String.raw`\bhow (?:is ${HE_OR_IT} (?:structured|organi[sz]ed|divided)|(?:long is|many words (?:does|is|are (?:there )?in)) ${HE_OR_IT})\b|^how many words\W*$`,
  // "summarize this talk", "the main arguments of the speech"
  String.raw`\b(?:summary|summari[sz]e|overview|gist|takeaways|main (?:idea|argument|message|theme)s?)(?: \w+){0,5} ${THE_SPEECH}\b`,
  // "give me a short summary in simple english", "summarize it please", "key takeaways"
  String.raw`^(?:(?:give|write|show|make|need|want|i|me|us|an?|the|short|brief|quick|simple|what is|what are|can|could|would|you) )*(?:outline|(?:executive )?summary|summari[sz]e|sum (?:it )?up|overview|gist|tl;?dr|thesis|synopsis|recap|highlights|short version|bullet points|(?:(?:key|main) )?takeaways?|main (?:idea|argument|claim|message|theme|point))(?: (?:it|this|please|(?:(?:of )?${THE_SPEECH})|(?:in|for) \w+(?: \w+){0,2})){0,3}\W*$`,
  // "what did he say, in short", "in a nutshell, what is it about"
  String.raw`^(?:in (?:a nutshell|short|brief|a word|one sentence),? )?(?:what (?:did|does) ${HE_OR_IT} say|what is (?:his|its|the) (?:main )?message)(?:,? in (?:a nutshell|short|brief|a word|one sentence))?\W*$`,
  String.raw`^what is (?:${HE_OR_IT}|that|(?:all )?this) (?:all )?about\W*$`,
  // "what is the theme", "the purpose of the speech", "which topics does it cover"
  String.raw`^what (?:is|are) (?:the|his|its) (?:\w+ )?(?:themes?|thesis|purpose|aims?)\W*$|\b(?:themes?|thesis|purpose|goals?|aims?|objectives?) of ${THE_SPEECH}\W*$|\btitles of (?:the|its|his|all) sections\b`,
  String.raw`^(?:what|which) (?:topics|themes|subjects|issues) (?:does|did) ${HE_OR_IT} (?:cover|address|discuss|touch(?: up)?on|talk about|deal with|raise)\W*$`,
  String.raw`\bexplain (?:(?:to )?(?:me|us) )?${THE_SPEECH}(?: to (?:me|us))?\W*$`,
].join('|')

/** "what does he propose", "his recommendations" */
const PROPOSALS = String.raw`^what (?:does|did) ${HE_OR_IT} (?:propose|suggest|recommend)\W*$|^(?:(?:what are|list|name) )?(?:his|the) (?:main |key )?(?:proposals|suggestions|recommendations)\W*$`
/** "what does CPC stand for", "full form of UN" */
const STANDS_FOR = String.raw`^what (?:does|do|is) (?:the )?(?<short>\p{L}{2,6}) (?:(?:stand|short) for|mean)\W*$|^(?:what is )?(?:the )?(?:full (?:form|name)|meaning) of (?:the )?(?<name>\p{L}{2,6})\W*$`

/** "where does he switch from describing China to listing the key points" */
const INTO_POINTS = String.raw`\b(?:introduc\w*|(?:lead|mov|pass)\w* (?:(?:in|up |over |on )to)|transition\w* (?:in)?to|announc\w*|switch\w*)\b[^.?!]{0,60}\b(?:points|list)\b`
const START_OF_SPEECH = edgeOfSpeech(
  'begin|start|open|kick off',
  'opening|first',
  'beginning|opening|start',
)
const END_OF_SPEECH = edgeOfSpeech(
  'end|close|finish|conclude|wrap up',
  'closing|last|final|concluding',
  'end|ending|conclusion|closing',
)
/** "what does he say at the very end", "right before he says thank you" */
const AT_END = String.raw`\bat the (?:very )?end(?=\W*$|[,?])|\bbefore (?:(?:saying|he says) )?(?:the )?(?:thanks?|thank you|good ?bye)\W*$`

/** "in ⟦section 3⟧, what is ⟦the first point⟧" */
const PLACE_AND_PART = String.raw`${PLACE}(?:[^⟦]{0,40}⟦(?<part>\d+)⟧)?`

/** What is asked of the speech as a whole, its series and points, and places alone. */
function speechRules(speech: Speech, points: readonly number[]): readonly Rule[] {
  const [first = 1] = points
  const place: Read = ({ place, part }, placeAt) => {
    const named = placeAt(place)
    if (!named?.isAlone) return undefined
    const { paragraphs = [] } = placeAt(part) ?? {}
    const isPart =
      paragraphs.length > 0 && paragraphs.every((one) => named.paragraphs.includes(one))
    const shown = isPart ? paragraphs : named.paragraphs
    return shown.length > 0 ? shown.map(lead) : 'nowhere'
  }
  return [
    ...seriesOf(speech).map(allOfSeries),
    [OUTLINE, () => 'outline'],
    [
      INTO_POINTS,
      () => (points.length > 1 && first > 1 ? [end(speech, first - 1), lead(first)] : []),
    ],
    [PLACE_AND_PART, place],
    [`${allOf(points)}|${PROPOSALS}`, () => (points.length > 1 ? points.map(lead) : [])],
    [STANDS_FOR, ({ short, name = '' }) => inBrackets(speech, short ?? name)],
    [START_OF_SPEECH, () => [lead(1)]],
    [`${END_OF_SPEECH}|${AT_END}`, () => [end(speech, speech.paragraphs.length)]],
  ]
}

/** "his four main points", "how many points", but not "key points on trade"; "the 4 things" */
function allOf(points: readonly number[]): string {
  const count = `(?:${points.length}|${CARDINALS[points.length - 1]})`
  return String.raw`(?:\b(?:${count}|key|main|numbered|how many) )+points\b(?! (?:on|about)\b)|\b(?:the|his|list|all)(?: \w+){0,2}? ${count} (?:things|proposals|suggestions|areas)\b`
}

/** A pattern for one end of the speech, by the words for it. */
function edgeOfSpeech(verbs: string, adjectives: string, nouns: string): string {
  const does = `(?:does|did) ${HE_OR_IT} (?:${verbs})`
  return [
    // "how does he begin", "what does he open with", but not "how does he start from easier things"
    String.raw`\bhow ${does}(?= ${THE_SPEECH}\b|\W*$|[,?]| and\b)|\bwhat ${does} with\b|\bwith (?:what|which)(?: \w+)? ${does}\b`,
    // "what does he say first"
    String.raw`^what (?:does|did) ${HE_OR_IT} (?:say|mention|speak of|talk about) (?:${adjectives})\W*$`,
    // "his last words", but not "the last words of Caesar"
    String.raw`\b(?:${adjectives}) (?:words?|sentence|lines?|paragraph|remarks|thing he says)\b(?! (?:of|in) (?!${THE_SPEECH}))`,
    String.raw`\b(?:${nouns}) of ${THE_SPEECH}\b`,
    String.raw`^(?:what is )?(?:(?:the|his) )?(?:${nouns})\W*$`,
  ].join('|')
}

/** Paragraphs that begin alike are a series: one of it by its place, and the rest of its section. */
function oneOfSeries(speech: Speech, { opening, numbers }: Series): Rule[] {
  const [subject = '', verb = ''] = opening.split(' ')
  const said = `${subject} (?:(?:always )?${verb}|always does)`
  const count = `(?:${numbers.length}|${CARDINALS[numbers.length - 1]})`
  const isSaid = (words: string): boolean =>
    speech.paragraphs.some(({ text }) => foldText(text).includes(words))
  const one: Read = ({ nth }) => {
    const paragraph = nthOf(numbers, nth)
    return paragraph === undefined ? undefined : sectionFrom(speech, paragraph).map(lead)
  }
  return [
    // "the third 'China is a country that'"
    [String.raw`${NTH}(?! (?:section|chapter|part|paragraph)\b)[^.?!]{0,40}\b${said}`, one],
    // "the third of the five statements", but not of "the five permanent members" that it speaks of
    [
      String.raw`\b${NTH} (?:\w+ ){0,3}?(?:of|in) (?:the|that|his|those|these) (?:\w+ of )?(?<all>${count}(?: \p{L}+)?)\b`,
      (groups) => (isSaid(groups['all'] ?? '') ? undefined : one(groups, () => undefined)),
    ],
    // "he says 'China is a country that …' several times. Which one comes first?"
    [String.raw`${said}.{0,60}\b(?:which (?:one )?(?:is|comes)|what is) (?:the )?${NTH}\b`, one],
  ]
}

/** All of a series: "which of the 'China is a country that' statements", "how many times does he say that …" */
function allOfSeries({ opening, numbers }: Series): Rule {
  return [
    String.raw`\b(?:how many|which|all|list)\b[^.?!]{0,40}\b${opening}|\b${opening}\W{0,3} (?:statements|sentences|series)`,
    () => numbers.map(lead),
  ]
}

/** One hit for each paragraph of these. */
function together(hits: readonly Hit[]): Hit[] {
  const paragraphs = new Set(hits.map(({ paragraph }) => paragraph))
  return Array.from(paragraphs, (paragraph) => ({
    paragraph,
    sentences: hits.filter((hit) => hit.paragraph === paragraph).flatMap((hit) => hit.sentences),
  }))
}

/** Every sentence of a paragraph. */
function sentencesOf({ number, sentences }: Paragraph): Hit[] {
  return sentences.map((_, sentence) => ({ paragraph: number, sentences: [sentence] }))
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
}
