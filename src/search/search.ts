import { buildQuotationCheck } from '../speech/quotation.ts'
import type { QuotationCheck } from '../speech/quotation.ts'
import { spokenLines } from '../speech/speech.ts'
import type { Speech } from '../speech/speech.ts'
import { asksAbout, buildFoldQuestion } from './about.ts'
import { STOP_WORDS, foldText, stem, terms } from './analysis.ts'
import type { Token } from './analysis.ts'
import { hitsBeside, readBeside } from './beside.ts'
import { readCorpus } from './corpus.ts'
import { noEditorial } from './editorial.ts'
import type { Editorial } from './editorial.ts'
import { hasKindAskedFor } from './figures.ts'
import { buildFind } from './find.ts'
import type { Findings } from './find.ts'
import { buildNamesOthers } from './names.ts'
import { isForeign, readQuery } from './query.ts'
import type { Query, QueryPart } from './query.ts'
import { RANKING, buildRanking, isTopic } from './ranking.ts'
import type { Ranked, Weights } from './ranking.ts'
import { rerank } from './rerank.ts'
import { buildSpelling } from './spelling.ts'
import { buildStructure } from './structure.ts'
import type { Hit } from './structure.ts'
import { buildSuggest } from './suggest.ts'
import { noThesaurus } from './thesaurus.ts'
import type { Thesaurus } from './thesaurus.ts'
import { buildSupport, judge } from './verdict.ts'
import type { Verdict } from './verdict.ts'

export interface Answer {
  readonly verdict: Verdict
  /** at most 4, best first; none when absent, or when only the speech itself is asked about */
  readonly hits: readonly Hit[]
  /** the question is about the outline: the hits are the first passages of its parts */
  readonly outline: boolean
  /** what was searched instead of, or beside, what was typed */
  readonly searched: readonly { readonly typed: string; readonly instead: readonly string[] }[]
  /** words of the question that the speech has neither itself nor in a synonym */
  readonly missing: readonly string[]
  /** when absent: what the speech does speak of */
  readonly topics: readonly string[]
  /** the question is about the speech itself: who gave it, when, where, its title */
  readonly aboutSpeech: boolean
  /** absent, and the question seems to be in another language than the speech */
  readonly foreign: boolean
  /** the words that were searched for, as typed */
  readonly words: readonly string[]
  /** absent, but of those words these are spoken outside the numbered paragraphs ("Thank you!") */
  readonly aside: readonly string[]
}

/** Question to passages. Synchronous and without side effects. */
export interface Search {
  readonly ask: (question: string) => Answer
  /** Questions to offer while one is typed, at most 25 of at most 100 characters. */
  readonly suggest: (typed: string) => readonly string[]
  /** Every place where the words stand, in order. */
  readonly find: (words: string, exact: boolean) => Findings
  /** Whether quotations are what the speech says. */
  readonly check: QuotationCheck
  /** whether there is an editorial index */
  readonly hasIndex: boolean
  /** Makes what is otherwise made when it is first needed, so that no question waits for it. */
  readonly prepare: () => void
}

const SHOWN = 4
/** Topics that are offered where the speech does not say. */
const TOPICS = 3

/**
 * Indexes a speech; editorial index and thesaurus may be left out.
 * @param options to measure what a part adds: structure: false leaves questions on structure to the
 *   index; weights of the ranking in place of those of `RANKING`
 */
export function openSearch(
  speech: Speech,
  editorial: Editorial = noEditorial,
  thesaurus: Thesaurus = noThesaurus,
  {
    structure: withStructure = true,
    weights = RANKING,
  }: { readonly structure?: boolean; readonly weights?: Weights } = {},
): Search {
  const corpus = readCorpus(speech, editorial)
  const { sentences, paragraphs, spoken, termsIn, questions, words } = corpus
  const ranking = buildRanking(corpus, weights)
  // what is spoken outside the numbered paragraphs and nowhere in them
  const asides = new Set(
    spokenLines(speech)
      .flatMap(({ text, paragraph }) => (paragraph === undefined ? terms(text) : []))
      .filter((term) => !spoken.has(term)),
  )
  const { asked, paragraphs: own } = ranking.indexes
  const spelling = buildSpelling(
    words,
    () => thesaurus.known().words,
    (term) =>
      thesaurus.known().terms.has(term) ||
      [own, asked].some(({ of }) => of(term).documents.length > 0),
  )
  // the speaker's name is in every question about the speech
  const speaker = new Set(terms(speech.speaker))
  // an index of a few paragraphs widens few questions
  const indexed = new Set(
    editorial.questions.flatMap(({ answers }) => answers.map(({ paragraph }) => paragraph)),
  )
  const alone = indexed.size * 2 < paragraphs.length
  const titles = speech.sections
    .filter(({ lines }) => lines.some(({ kind }) => kind === 'paragraph'))
    .slice(0, TOPICS)
    .map(({ title }) => title)
  // made when the first quotation comes: nothing else waits for it
  let check: QuotationCheck | undefined
  const isKnown = ({ word }: Token): boolean =>
    spelling.knows(word) || spelling.correct(word) !== undefined
  const structure = withStructure ? buildStructure(speech, isKnown) : () => undefined
  const foldQuestion = buildFoldQuestion(speech)
  const indexedAnswer = buildIndexedAnswer(editorial)
  const support = buildSupport(corpus, ranking.indexes)
  const namesOthers = buildNamesOthers(speech, corpus, ranking.indexes)

  // a question that two sentences of the paragraph answer together points at both
  const hitAt = ({ paragraph, sentence, question }: Ranked): Hit => {
    const others = (questions[question]?.answers ?? []).filter(
      (other) => other !== sentence && sentences[other]?.paragraph === paragraph,
    )
    return {
      paragraph,
      sentences: [...new Set([sentence, ...others])].map((at) => sentences[at]?.sentence ?? 0),
    }
  }

  const search: Search = {
    ask: (typed) => {
      const question = withoutNoise(typed)
      const text = foldQuestion(question)
      const about = asksAbout(text)
      if (about.onlyThat) return { ...pointing([], false), aboutSpeech: true }
      const found = structure(text)
      if (found?.outline) return pointing(found.passages, true)
      const indexed = indexedAnswer(question)
      if (indexed) return pointing(indexed, false)
      const beside = withStructure ? readBeside(text) : undefined
      const leads = beside
        ? hitsBeside(speech, beside, (topic) => search.ask(topic).hits[0]?.paragraph)
        : []
      if (leads.length > 0) return pointing(leads, false)
      if (found) return pointing(found.passages, false)
      const query = readQuery(question, spelling, thesaurus, speaker)
      const ranked = ranking.rank(query.parts)
      const supportOf = support(query.parts)
      const candidates = rerank(query.parts, ranked, supportOf, alone)
      const [top] = candidates
      const hits = candidates.slice(0, SHOWN).map(hitAt)
      const { share, missing } = top ?? supportOf(undefined)
      const sentences = textOf(hits[0])
      // a bare topic that only readers' words name is not the speaker's
      const isNamed = !isTopic(query.parts) || missing.length < query.parts.length
      const verdict = judge(
        share,
        () =>
          isNamed &&
          !(asksForWord(text, query.parts) && !isSpoken(query.parts)) &&
          !(top && namesOthers({ query, passage: top, sentences })) &&
          hasKindAskedFor(text, sentences, query.parts),
        alone,
      )
      const absent = verdict === 'absent'
      return {
        verdict,
        hits: absent ? [] : hits,
        outline: false,
        aboutSpeech: about.asks,
        foreign: absent && isForeign(query),
        searched: top ? searchedFor(query, termsIn(top.paragraph)) : [],
        missing: query.onlyAsking ? [] : missing,
        topics: absent ? topicsNear(ranked.map(({ paragraph }) => paragraph)) : [],
        words: query.onlyAsking ? [] : query.parts.map(({ typed }) => typed),
        aside: absent
          ? query.parts
              .filter((part) => part.terms.every((term) => asides.has(term)))
              .map(({ typed }) => typed)
          : [],
      }
    },
    hasIndex: editorial.topics.size + editorial.questions.length > 0,
    suggest: buildSuggest(
      editorial,
      questions.map((question) => question.terms),
    ),
    find: buildFind(speech),
    check: (text, isMessage) => {
      check ??= buildQuotationCheck(speech, (word) => !STOP_WORDS.has(stem(word)))
      return check(text, isMessage)
    },
    prepare: () => {
      // a slip of every letter, so that the words of each are at hand
      for (const letter of 'abcdefghijklmnopqrstuvwxyz') search.ask(`${letter}qxzj`)
      search.suggest('')
      search.find(speech.title, true)
      search.check(speech.title, false)
    },
  }
  return search

  function isSpoken(parts: readonly QueryPart[]): boolean {
    return parts.every((part) => part.terms.every((term) => spoken.has(term)))
  }

  /** The answer to a question that no search is needed for. */
  function pointing(hits: readonly Hit[], outline: boolean): Answer {
    return {
      verdict: 'answered',
      hits,
      outline,
      aboutSpeech: false,
      foreign: false,
      searched: [],
      missing: [],
      topics: [],
      words: [],
      aside: [],
    }
  }

  function textOf(hit: Hit | undefined): string {
    return (hit?.sentences ?? [])
      .map((sentence) => speech.paragraphs[(hit?.paragraph ?? 0) - 1]?.sentences[sentence] ?? '')
      .join(' ')
  }

  function topicsNear(paragraphs: readonly number[]): string[] {
    const all = speech.paragraphs.map(({ number }) => number)
    // where nothing is near, from all over the speech: its first words are seldom what it is about
    const spread = [0.25, 0.5, 0.75].map((part) => Math.ceil(all.length * part))
    const near = new Set([...paragraphs, ...spread, ...all])
    const topics = new Set<string>()
    for (const number of near) {
      const [topic] = editorial.topics.get(number) ?? []
      if (topic !== undefined) topics.add(topic)
      if (topics.size === TOPICS) break
    }
    return topics.size > 0 ? [...topics] : titles
  }
}

/**
 * A question of the editorial index is answered with its sentences there, however a search would rank them:
 * it is offered while one types.
 */
function buildIndexedAnswer({
  questions,
}: Editorial): (question: string) => readonly Hit[] | undefined {
  // made when the first question comes: nothing else waits for it
  let byText: ReadonlyMap<string, Editorial['questions'][number]> | undefined
  return (question) => {
    // of questions that stand there twice, the first
    byText ??= new Map([...questions].reverse().map((indexed) => [bareText(indexed.text), indexed]))
    const answers = byText.get(bareText(question))?.answers
    const paragraphs = new Set(answers?.map(({ paragraph }) => paragraph))
    return (
      answers &&
      Array.from(paragraphs, (paragraph) => ({
        paragraph,
        sentences: answers
          .filter((answer) => answer.paragraph === paragraph)
          .map(({ sentence }) => sentence),
      }))
    )
  }
}

function bareText(question: string): string {
  return foldText(question).replace(/[\s.?!]+$/u, '')
}

const MENTION =
  /\b(?:does|did|do)\b.*\b(?:mention|name|(?:use|say) the (?:word|term|phrase|name))\b/u

/** Whether a folded question asks if a word is said: another word for the same is no answer. */
function asksForWord(question: string, parts: readonly QueryPart[]): boolean {
  return isTopic(parts) && MENTION.test(question)
}

/** A question without what Discord puts into messages and no word is: mentions, emoji, addresses. */
function withoutNoise(question: string): string {
  return question
    .replace(/<(?:@[!&]?|#|a?:\w{2,32}:|t:|\/)[^<>\s]{0,60}>/gu, ' ')
    .replace(/https?:\/\/\S+/giu, ' ')
    .replace(/(?<!\S):[\w+-]{2,32}:(?!\S)/gu, ' ')
}

/** Corrections, and synonyms that the passage has where it has not the word itself. */
function searchedFor(
  query: Query,
  inPassage: ReadonlySet<string>,
): { typed: string; instead: readonly string[] }[] {
  const widened = query.parts.flatMap(({ typed, terms: own, alternatives, shown }) => {
    if (hasAll(inPassage, own)) return []
    const used = alternatives.findIndex((terms) => hasAll(inPassage, terms))
    const instead = shown[used]
    return instead === undefined ? [] : [{ typed, instead: [instead] }]
  })
  return [
    ...query.corrections.map(({ typed, searched }) => ({ typed, instead: [searched] })),
    ...widened,
  ]
}

function hasAll(passage: ReadonlySet<string>, terms: readonly string[]): boolean {
  return terms.length > 0 && terms.every((term) => passage.has(term))
}
