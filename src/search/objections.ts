/** What speaks against an answer although the passage has enough of the question's words. */
import { CARDINALS } from '../speech/numbers.ts'
import { STOP_WORDS, tokenise, type Token } from './analysis.ts'
import { hasKindAskedFor } from './figures.ts'
import { AUXILIARIES, namesOthers, type Answering } from './names.ts'
import { HE_OR_IT, QUOTED } from './patterns.ts'
import type { Postings } from './postings.ts'
import { hasAll, hasPart, listsOf, type Query, type QueryPart } from './query.ts'
import { standIn } from './ranking.ts'
import { VERDICT, isTopic } from './verdict.ts'

/** Whether anything speaks against an answer. */
export function hasObjection(answering: Answering): boolean {
  const { known, question, query, missing, here, sentences } = answering
  const { parts } = query
  return (
    // a bare topic that, but for his own side, only readers' words name is not the speaker's
    (isTopic(parts) &&
      missing.length > 0 &&
      parts.every((part) => missing.includes(part.typed) || part.terms.every(known.sides.isOwn))) ||
    // another word for the same is no answer where a word is asked for
    (asksForWord(question, parts) && !hasAny(query, (part) => hasAll(here, part.terms))) ||
    // "does he mention the one China policy": three words of it somewhere are not it
    (ASKS_WHETHER.test(question) &&
      MENTION.test(question) &&
      isPhrase(query) &&
      !standsIn(query, answering)) ||
    isOtherNotion(answering) ||
    isOtherMost(answering) ||
    isOtherQuotation(answering) ||
    namesOthers(answering) ||
    !hasKindAskedFor(question, sentences, query)
  )
}

/**
 * Whether a passage mentions, in any words, what a question asks only that of, or has the very word that it asks
 * for ("does the word rival appear"); undefined for another question.
 * Of two that are asked for, "Biden and Trump", one is enough.
 * @param passage its terms
 */
export function isMentioned(
  query: Query,
  question: string,
  passage: ReadonlySet<string>,
): boolean | undefined {
  if (!asksForWord(question, query.parts)) return undefined
  const isWord = WORD.test(question)
  return hasAny(query, (part) => (isWord ? hasAll(passage, part.terms) : hasPart(passage, part)))
}

/** Whether a passage has what is asked for: of several things one is enough. */
function hasAny({ text, parts }: Query, isIn: (part: QueryPart) => boolean): boolean {
  return areSeveral(text, parts) ? parts.some(isIn) : parts.every(isIn)
}

/** Whether the parts of a question stand beside each other with "and" or "or" between them. */
export function areSeveral(text: string, [first, second]: readonly QueryPart[]): boolean {
  if (!first || !second) return false
  const between = text.slice(
    text.indexOf(first.typed) + first.typed.length,
    text.lastIndexOf(second.typed),
  )
  return /^\W*(?:and|or)\b/iu.test(between)
}

const MENTION =
  /\b(?:does|did|do|has|is|are|was|were)\b.*\b(?:mention(?:ed)?|named?|refer(?:red)? to|bring up|brought up|(?:use|say|used|said) the (?:word|term|phrase|name))\b|^\W*(?:does|did) he (?:(?:ever|actually|really) )?(?:say|use) (?!any|some|about|on|that|why|how|what)\S+(?: \S+){0,2}\W*$|\b(?:is|are|was|does|do|did) the (?:words?|terms?|phrase|name)\b/u
/** A word is asked for, not what it stands for. */
const WORD = /\bthe (?:words?|terms?|phrase|name)\b/u

const ASKS_WHETHER = /^\W*(?:does|did|do|has|is|are|was|were)\b/u

/** Whether what is asked for is two words side by side, or more with none of content but them from the first to the last. */
function isPhrase({ tokens, parts }: Query): boolean {
  const inParts = (token: Token): boolean => parts.some(({ terms }) => terms.includes(token.term))
  const [first, last] = [tokens.findIndex(inParts), tokens.findLastIndex(inParts)]
  return (
    parts.length > 1 &&
    tokens
      .slice(first, last + 1)
      .every((token) => inParts(token) || (!isTopic(parts) && STOP_WORDS.has(token.term)))
  )
}

/** Whether a sentence of the passage has the words one after the other, or the passage another word for one. */
function standsIn({ parts }: Query, { known, passage, here }: Answering): boolean {
  const hasOther = ({ terms, alternatives }: QueryPart): boolean =>
    !hasAll(here, terms) && alternatives.some((other) => hasAll(here, other))
  if (parts.some(hasOther)) return true
  const words = parts.flatMap(({ terms }) => terms)
  return known.corpus.sentences.some(
    ({ paragraph, terms }) => paragraph === passage.paragraph && standIn(words, terms),
  )
}

/** Whether the question asks if a word is said, or two. */
function asksForWord(question: string, parts: readonly QueryPart[]): boolean {
  return (
    isTopic(parts) &&
    MENTION.test(question) &&
    // what a word means, it may say with others
    !/\b(?:means?|stands? for|refers? to|about)\W*$/u.test(question) &&
    (ASKS_WHETHER.test(question) || WORD.test(question))
  )
}

/** Letters with which words of one family begin. */
const NEAR = 6
/** "the largest number of" is of what is counted. */
const AMOUNT = /^(?:numbers?|shares?|parts?|amounts?|sources?|groups?)$/u
const SUPERLATIVE = /^(?:largest|biggest|greatest|highest|strongest|fastest|richest|oldest)$/u

/**
 * Whether a question asks for the largest, or the oldest, of its kind, and the sentences are not on that kind: "the largest
 * developing country" is not "the largest economy".
 */
function isOtherMost({ question, query, said }: Answering): boolean {
  const { tokens, parts } = query
  const at = tokens.findLastIndex(({ word }) => SUPERLATIVE.test(word))
  const isAsked = ASKS_WHETHER.test(question) || parts.length <= VERDICT.NOTION
  if (at < 0 || !isAsked) return false
  const after = tokens.slice(at + 1)
  const end = after.findIndex(({ term }) => STOP_WORDS.has(term))
  const of = after.slice(0, end < 0 ? undefined : end)
  const kind = new Set(of.filter(({ word }) => !AMOUNT.test(word)).map(({ term }) => term))
  // "contribution", and a slip in it, is of the kind of "contributor"
  const isNear = (term: string): boolean =>
    term.length >= NEAR && [...said].some((other) => other.startsWith(term.slice(0, NEAR)))
  return parts.some(
    (part) =>
      part.terms.some((term) => kind.has(term)) &&
      !hasPart(said, part) &&
      !part.terms.every(isNear),
  )
}

/** "did he say “…”", "is “…” from the speech" */
const IF_SAID = new RegExp(
  String.raw`^\W*(?:does|did|has) ${HE_OR_IT} (?:\p{L}+ )?(?:says?|said|used?)\b|^\W*(?:is|was) (?:the|this|that) (?:quote|quotation|phrase|line)\b|\bfrom (?:the|this) (?:speech|text)\W*$`,
  'u',
)

/** Whether a question asks if words in quotation marks are said, and no sentence has them one after the other. */
function isOtherQuotation({ question, query: { text, quoted } }: Answering): boolean {
  if (quoted.length > 0 || !IF_SAID.test(question)) return false
  return Array.from(text.matchAll(QUOTED)).some(
    ([words]) => tokenise(words).filter(({ term }) => !STOP_WORDS.has(term)).length > 1,
  )
}

// what a topic stands behind: "what does he say |about| food security", "… about |a| new cold war"
const BEFORE_TOPIC =
  /(?:^|\b(?:about|on|regarding|concerning|mention|discuss|refer to|bring up) )(?:an? |the )?[“"‘']?$/iu

/**
 * Whether all that a question asks for is one notion of some words ("food security"), and no paragraph nor any
 * reader's question has them all; or it begins with a number in words and what that counts ("five principles",
 * "one China"), and no paragraph has these two together.
 */
function isOtherNotion({ known, query }: Answering): boolean {
  const { text, tokens, parts } = query
  const { corpus, indexes, sides } = known
  const topic = tokens.findLastIndex(({ start }) => BEFORE_TOPIC.test(text.slice(0, start)))
  const [first, second, ...others] = tokens.slice(Math.max(0, topic))
  if (!first || !second) return false
  const isFirst = !tokens
    .slice(0, topic)
    .some(({ term }) => parts.some(({ terms }) => terms.includes(term)))
  const isBare = isFirst && !others.some(({ word }) => AUXILIARIES.has(word))
  if (isBare && CARDINALS.includes(first.word)) {
    const two = [first.term, second.term]
    return (
      !STOP_WORDS.has(second.term) &&
      !corpus.paragraphs.some((own) => standIn(two, own.text) || standIn(two, own.topics))
    )
  }
  const words = parts.flatMap(({ terms }) => terms)
  const notion = tokens.slice(-words.length)
  const isAll =
    parts.length <= VERDICT.NOTION &&
    words.every((term, at) => notion[at]?.term === term) &&
    /^[\p{L}\p{N} '’-]*$/u.test(text.slice(notion[0]?.start, notion.at(-1)?.end)) &&
    BEFORE_TOPIC.test(text.slice(0, notion[0]?.start).trimStart())
  const asked = parts.filter(({ terms }) => !terms.every(sides.isOwn))
  const [leading] = asked
  if (!isAll || words.length < 2 || !leading) return false
  const holding = ({ of }: Postings): number[] =>
    listsOf(leading).flatMap(([term = '']) => [...of(term).documents])
  const texts = [
    ...holding(indexes.paragraphs).flatMap((at) => {
      const { text: own = [], topics = [] } = corpus.paragraphs[at] ?? {}
      return [[...own, ...topics]]
    }),
    ...holding(indexes.questions).map((at) => corpus.questions[at]?.terms ?? []),
  ]
  return !texts.some((terms) => {
    const all = new Set(terms)
    return asked.every((part) => hasPart(all, part))
  })
}
