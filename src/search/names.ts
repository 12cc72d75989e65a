/** Whether a passage speaks of those whom a question names. */
import { FRAMING, STOP_WORDS, stem, stemsIn, terms, tokenise, type Token } from './analysis.ts'
import type { Corpus } from './corpus.ts'
import { isEnglish } from './dictionary.ts'
import { HE_OR_IT } from './patterns.ts'
import { holdsAny } from './postings.ts'
import { ATTITUDES, hasPart, listsOf, type Query, type QueryPart } from './query.ts'
import type { Indexes, Ranked } from './ranking.ts'
import type { Sides } from './sides.ts'

/** What is known of the speech when an answer is judged. */
export interface Known {
  readonly corpus: Corpus
  readonly indexes: Indexes
  readonly sides: Sides
}

/** What is asked, and what would be the answer. */
export interface Answering {
  readonly known: Known
  /** the question, folded (see `buildFoldQuestion` in question.ts) */
  readonly question: string
  readonly query: Query
  /** the words of the question that the speech has neither itself nor in a synonym, as typed */
  readonly missing: readonly string[]
  readonly passage: Ranked
  /** the terms of the paragraph and its topics */
  readonly here: ReadonlySet<string>
  /** the sentences that are pointed at */
  readonly sentences: string
  /** their terms */
  readonly said: ReadonlySet<string>
  /** the sentence before them, '' at the beginning of a paragraph */
  readonly before: string
}

const WISHING = stemsIn('want hope wish urge demand expect ask call request seek need')
/** His own side's wish: "We hope that the U.S. side will …" */
const OUR_WISH = /\b(?:we|i) (?:\p{L}+ ){0,2}(?:hope|urge|call on|wish|want|ask)\b/iu
/** "should China …", "did China …": what is done, or is to be done */
const DEED = /^(?:do|does|did|has|have|had|should|must|will)$/u
/** Who does it, at the beginning or behind what stands before it: "|We| have no intention …", "As always, |China| is ready …" */
const DOERS = [/^(\p{L}+)\b(?!-| and)/u, /^[^,]{0,60}, (\p{L}+)\b(?!-| and)/u]
/** What he gives as another's words is not what his side does. */
const OF_ANOTHER = /\b(?:that|put it|told)\b/iu
/** "Has the US lifted …", "Have exchanges resumed": whether it is done; what he or the text does is to mention it */
const WHETHER_DONE = new RegExp(
  String.raw`^\W*(?:has|have|had|did)\b(?! ${HE_OR_IT}\b)(?!.*\b(?:mention|discuss|address|cover|name|raise|come up|brought up))`,
  'u',
)
/** What is wished, verb by verb: "… will |adjust| its policies, |remove| tariffs, and |abandon| …" */
const WISHED_VERBS = /(?:\b(?:will|to|and)|,)\s+(\p{L}+)/gu

const ASKED_TO_SAY = stemsIn('say tell write think')
// what gives somebody's words: quotation marks, or a verb of saying
const SAYING =
  /[“”"]|\b(?:said|told|wrote|thought|called (?:for|on)|stated|argued|agreed|underscored|stressed|emphasi[sz]ed|noted|praised|put it|teaching)\b/u

/**
 * Whether the names of a question speak against an answer: one that is not the passage's, one that nobody
 * has here, or one that asks what somebody does where the sentences say what another does.
 */
export function namesOthers(answering: Answering): boolean {
  return (
    lacksPart(answering) ||
    hasStrangeName(answering) ||
    unknownNames(answering.query, answering.known).length > 0 ||
    isOfAnother(answering) ||
    isOfOwnSide(answering) ||
    isWishOfAnother(answering) ||
    isFigureOfAnother(answering) ||
    asksForAttitude(answering)
  )
}

function isNamed(part: QueryPart, { corpus }: Known): boolean {
  return listsOf(part).some((list) => list.some((term) => corpus.names().has(term)))
}

/** "The Communist Party of China" is of China's side too. */
function isOfSide(part: QueryPart, { sides }: Known): boolean {
  return listsOf(part).some((list) => list.some(sides.isOwn))
}

/**
 * Whether a name, or all else of what is asked of names ("democracy in Taiwan"), is neither in the paragraph nor in
 * what readers ask of the sentence, nor is anything that may stand for it.
 */
function lacksPart({ known, query: { parts }, passage, here }: Answering): boolean {
  const { corpus, indexes } = known
  const isHere = (term: string): boolean =>
    here.has(term) || holdsAny(indexes.asked.of(term), passage.sentence, passage.sentence)
  const isIn = (part: QueryPart): boolean => listsOf(part).some((list) => list.every(isHere))
  const named = parts.filter((part) => isNamed(part, known))
  if (named.length === 0) return false
  // of those for whom he speaks he says "we"
  if (named.some((part) => !isIn(part) && !isOfSide(part, known))) return true
  // "Chinese democracy" is more than a name
  const others = parts.filter(
    (part) =>
      !named.includes(part) ||
      (part.terms.length > 1 && part.terms.some((term) => !corpus.names().has(term))),
  )
  return others.length > 0 && !others.some(isIn)
}

/** Whether what is asked has a name of one word that nobody here knows: "Huawei", "TikTok". */
function hasStrangeName({ query: { parts, unknown }, missing }: Answering): boolean {
  return parts.some(
    ({ typed, weight }) =>
      weight === 1 &&
      /^\p{Lu}\p{L}+$/u.test(typed) &&
      missing.includes(typed) &&
      unknown.includes(typed) &&
      !isEnglish(typed.toLowerCase()),
  )
}

/**
 * The names of several words, as typed, that neither the speech nor its readers have together: "South China
 * Sea", "Xi Jinping Thought".
 */
export function unknownNames(query: Query, { corpus, indexes, sides }: Known): string[] {
  return namesIn(query, sides)
    .filter(({ terms: name }) => {
      // only texts that have its first word can have it whole
      const [first = ''] = name
      const texts = [
        ...query.parts,
        ...Array.from(indexes.sentences.of(first).documents, (at) => corpus.sentences[at]),
        ...Array.from(indexes.questions.of(first).documents, (at) => corpus.questions[at]),
      ]
      return !texts.some((text) => standTogether(name, text?.terms ?? []))
    })
    .map(({ typed }) => typed)
}

// words with capitals that follow each other; a short form ("UN") is none of them
const CAPITALS =
  /(?<!\p{L})\p{Lu}(?=\p{L}{0,30}\p{Ll})[\p{L}'’]*(?:[ -]\p{Lu}(?=\p{L}{0,30}\p{Ll})[\p{L}'’]*)+/gu
const ASKS =
  /^\W*(?:what|which|who|when|where|why|how|do|does|did|is|are|has|have|will|can|should)\b/iu

/** A name of several words in a question. */
interface Name {
  readonly typed: string
  readonly terms: readonly string[]
}

/** The names of several words in a question; a slip is no name. */
function namesIn({ text, corrections }: Query, { isSpeaker }: Sides): Name[] {
  const runs = [...text.matchAll(CAPITALS)]
  if (runs.length === 0 || isTitleCase(text)) return []
  const slips = new Set(corrections.map(({ typed }) => typed))
  return runs.flatMap(({ 0: run, index }) => {
    const names: Token[][] = [[]]
    for (const token of tokenise(run)) {
      const { term, start, end } = token
      // "Explain China's approach"
      const isOpening = index + start === 0 && FRAMING.has(term)
      const isSmall = STOP_WORDS.has(term)
      if (isOpening || isSmall || slips.has(run.slice(start, end))) names.push([])
      else names.at(-1)?.push(token)
    }
    return names
      .filter((name) => name.length > 1 && !name.some(({ term }) => isSpeaker(term)))
      .map((name) => ({
        typed: run.slice(name[0]?.start, name.at(-1)?.end),
        terms: name.map(({ term }) => term),
      }))
  })
}

/** Whether a question is written As Titles Are, so that capitals tell nothing. */
function isTitleCase(question: string): boolean {
  const long = question.match(/\p{L}{4,}/gu) ?? []
  // no name is so long
  const isLong = long.length > 5 || (long.length > 2 && ASKS.test(question))
  return isLong && long.every((word) => /^\p{Lu}/u.test(word))
}

// in any order, with at most one other word among them: "Secretary-General (Antonio) Guterres"
function standTogether(name: readonly string[], text: readonly string[]): boolean {
  return text.some(
    (term, at) =>
      name.includes(term) &&
      name.every((wanted) => text.slice(at, at + name.length + 1).includes(wanted)),
  )
}

/** Verbs that a question begins with, or that stand before its subject. */
export const AUXILIARIES = new Set(
  'does do did has have had is are was were will would can could should must'.split(' '),
)

/**
 * Whether the question asks what somebody of another side does or did, and the sentences do not name him: "Did
 * the United States start wars?" is not answered by "we didn't provoke any war".
 */
function isOfAnother({ known, query, sentences, said }: Answering): boolean {
  const subject = subjectOf(query)
  if (!subject || !isNamed(subject, known) || isOfSide(subject, known)) return false
  if (query.tokens.some(({ term }) => ASKED_TO_SAY.has(term)) && !SAYING.test(sentences))
    return true
  const more = query.parts.filter((part) => part !== subject)
  return !hasPart(said, subject) || (more.length > 0 && !more.some((part) => hasPart(said, part)))
}

/**
 * Whether the question asks what another does or wants, and the sentences say that of his own side: "Is the US ready
 * for dialogue?" is not answered by "We stand ready", nor "What does the US want?" by what "we hope" of it.
 */
function isOfOwnSide({ known, query, sentences }: Answering): boolean {
  const subject = subjectOf(query)
  if (!subject || !isNamed(subject, known) || isOfSide(subject, known)) return false
  const { text, tokens } = query
  const end = text.indexOf(subject.typed) + subject.typed.length
  const isOwner = /^['’]s/u.test(text.slice(end)) || /['’]s$/u.test(subject.typed)
  if (!OUR_WISH.test(sentences)) return !isOwner && isOwnDeed(sentences, known)
  const at = tokens.findIndex((_, from) => beginsWith(tokens, from, subject.terms))
  return WISHING.has(tokens[at + subject.terms.length]?.term ?? '')
}

function isOwnDeed(sentences: string, { sides }: Known): boolean {
  const doers = DOERS.flatMap((doer) => doer.exec(sentences)?.[1] ?? [])
  const isOwn = (doer: string): boolean => /^(?:we|i)$/iu.test(doer) || sides.isOwn(stem(doer))
  return !OF_ANOTHER.test(sentences) && doers.some(isOwn)
}

/**
 * Whether the question asks what his own side does, or whether something is done, and the sentences say what is wished
 * of another: "Has China imposed sanctions?" and "Have the sanctions been lifted?" are not answered by "We hope that the
 * U.S. side will lift its sanctions".
 */
function isWishOfAnother(answering: Answering): boolean {
  const { known, question, sentences } = answering
  const { tokens, parts } = answering.query
  const subject = subjectOf({ tokens, parts })
  const isWished = ({ term }: Token): boolean =>
    WISHING.has(term) || ASKED_TO_SAY.has(term) || ATTITUDES.has(term)
  const isOfOwn =
    subject?.terms.some(known.sides.isOwn) === true && tokens.some(({ word }) => DEED.test(word))
  if (!OUR_WISH.test(sentences) || tokens.some(isWished)) return false
  if (isOfOwn) return true
  // who is to lift sanctions has imposed them
  const verbs = new Set(Array.from(sentences.matchAll(WISHED_VERBS), ([, verb = '']) => stem(verb)))
  const isName = (term: string): boolean =>
    known.corpus.names().has(term) || known.sides.isOwn(term)
  const isVerb = ({ word, term }: Token): boolean =>
    /(?:ed|en)$/u.test(word) || (/^\W*did\b/u.test(question) && !isName(term))
  return (
    WHETHER_DONE.test(question) && tokens.some((token) => isVerb(token) && verbs.has(token.term))
  )
}

// "Xinjiang’s GDP expanded", "And its average life expectancy increased"
const OWNER = /\p{Lu}\p{L}+(?=['’]s\b)/gu
const OWNER_BEFORE = /^(?:And )?(?:its|their)\b/iu

/**
 * Whether a question asks for something of his own side, and the sentences give a figure of another's: "China's
 * life expectancy" is not Xinjiang's; or the other way round: the GDP of the United States is not China's.
 */
function isFigureOfAnother(answering: Answering): boolean {
  const { known, sentences, said, before } = answering
  const { parts } = answering.query
  const { corpus, sides } = known
  if (!/\p{N}/u.test(sentences)) return false
  const possessives = (OWNER_BEFORE.test(sentences) ? before : sentences).match(OWNER) ?? []
  // "china" is a word, too
  const owners = possessives
    .flatMap(terms)
    .filter((term) => corpus.names().has(term) || sides.isOwn(term))
  const asksOf = (isMeant: (term: string) => boolean): boolean =>
    parts.some((part) => listsOf(part).some((list) => list.length === 1 && list.some(isMeant)))
  if (owners.length === 0) return false
  if (asksOf(sides.isOwn))
    return !owners.some(sides.isOwn) && !asksOf((term) => owners.includes(term))
  return (
    owners.every(sides.isOwn) &&
    parts.some((part) => isNamed(part, known) && !isOfSide(part, known) && !hasPart(said, part))
  )
}

/**
 * Whether a question is on what somebody thinks of a name, and nothing else, and the sentences only have the
 * name: "Did he thank Kissinger?" is not answered by his visit.
 */
function asksForAttitude({ known, query, said }: Answering): boolean {
  const [part, ...others] = query.parts
  if (!part || others.length > 0 || !isNamed(part, known)) return false
  return query.tokens.some(({ term }) => ATTITUDES.has(term) && !said.has(term))
}

/** Who does what is asked: "why does |Washington| …"; undefined for two ("the US and China") and for the passive. */
function subjectOf({ tokens, parts }: Pick<Query, 'tokens' | 'parts'>): QueryPart | undefined {
  const at = tokens.findIndex(({ word }) => AUXILIARIES.has(word))
  const first = tokens[at + 1]?.word === 'the' ? at + 2 : at + 1
  const part = at < 0 ? undefined : parts.find(({ terms: own }) => beginsWith(tokens, first, own))
  if (!part) return undefined
  const after = tokens.slice(first + part.terms.length, first + part.terms.length + 3)
  const isPassive =
    /^(?:is|are|was|were)$/u.test(tokens[at]?.word ?? '') &&
    [...after, ...tokens.slice(-1)].some(({ word }) => /(?:ed|[ktv]en)$/u.test(word))
  return isPassive || after[0]?.word === 'and' ? undefined : part
}

function beginsWith(tokens: readonly Token[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((term, index) => tokens[at + index]?.term === term)
}
