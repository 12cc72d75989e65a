import { buildQuotationCheck, type QuotationCheck } from '../speech/quotation.ts'
import { findPlace, paragraphsAt } from '../speech/references.ts'
import type { Speech } from '../speech/speech.ts'
import { asksAbout, asksBot, asksForView } from './about.ts'
import { STOP_WORDS, stem, tokenise } from './analysis.ts'
import { NOTHING, SHOWN, type Answer } from './answer.ts'
import { analyse, type Analysed } from './corpus.ts'
import { buildReadCounting, type Counting } from './counting.ts'
import { isCommon, isEnglish } from './dictionary.ts'
import { noEditorial, type Editorial } from './editorial.ts'
import { buildEngine, type Engine } from './engine.ts'
import { buildFind, type Findings } from './find.ts'
import { lead } from './hit.ts'
import { lazy } from './lazy.ts'
import { asWritten, buildLook, type Look } from './look.ts'
import { buildPointed } from './pointed.ts'
import { listsOf } from './query.ts'
import { buildFoldQuestion, buildReadQuestion, thingsIn, type Question } from './question.ts'
import type { Weights } from './ranking.ts'
import type { Found } from './structure.ts'
import { buildSuggest, buildTopicsNear } from './suggest.ts'
import { noThesaurus, type Thesaurus } from './thesaurus.ts'

/** Question to passages. Synchronous and without side effects. */
export interface Search {
  readonly ask: (question: string) => Answer
  /** Questions to offer while one is typed, at most 25 of at most 100 characters. */
  readonly suggest: (typed: string) => readonly string[]
  /** Every place where the words stand, in order. */
  readonly find: (words: string, exact: boolean) => Findings
  /** The words that a question asks to be counted; undefined where it asks for none. */
  readonly counting: (question: string) => Counting | undefined
  /** Whether quotations are what the speech says. */
  readonly check: QuotationCheck
  /** whether there is an editorial index */
  readonly hasIndex: boolean
  /** Makes what is otherwise made when it is first needed, so that no question waits for it. */
  readonly prepare: () => void
}

/** Terms that more than this share of the paragraphs have tell nothing of what is asked. */
const OF_MANY = 0.4
/** Passages of a place that is asked for, or that the index names. */
const SHOWN_OF_PLACE = 6
/** At most so many words name a thing of which is asked whether a place speaks of it. */
const ASKED_OF_PLACE = 2

/**
 * Indexes a speech; editorial index and thesaurus may be left out.
 * @param analysed the terms of both, where they are known already
 * @param weights of the ranking, in place of those that suit the index, to measure what each adds
 */
export function openSearch(
  speech: Speech,
  editorial: Editorial = noEditorial,
  thesaurus: Thesaurus = noThesaurus,
  analysed: Analysed = analyse(speech, editorial),
  weights?: Weights,
): Search {
  const engine = buildEngine(speech, editorial, thesaurus, analysed, weights)
  const check = lazy(() =>
    buildQuotationCheck(speech, {
      isContent: (word) => !STOP_WORDS.has(stem(word)),
      isEnglish,
      isCommon,
    }),
  )
  const search: Search = {
    ask: buildAsk(speech, editorial, engine),
    hasIndex: editorial.topics.flat().length + editorial.questions.length > 0,
    suggest: buildSuggest(
      editorial,
      engine.corpus.questions.map((question) => question.terms),
    ),
    find: buildFind(speech, thesaurus),
    counting: buildReadCounting(speech),
    check: (text, isMessage) => check()(text, isMessage),
    prepare: () => {
      search.ask('qxzjv') // nobody's word, for which slips are looked for
      search.ask(speech.title)
      search.suggest('')
      search.find('qxzj', false)
      search.find(speech.title, true)
      search.find(speech.title.split(' ').reverse().join(' '), false) // words that stand apart
      search.check(speech.title, false)
    },
  }
  return search
}

/** Answers a question: from the front matter, from what it points at, or with what it finds. */
function buildAsk(speech: Speech, editorial: Editorial, engine: Engine): Search['ask'] {
  const { corpus, ranking, spelling } = engine
  const readQuestion = buildReadQuestion(speech)
  const topicsNear = buildTopicsNear(speech, editorial)
  const look = buildLook(speech, engine, topicsNear)
  const inTitle = buildInTitle(speech)
  const pointed = buildPointed(
    speech,
    editorial,
    buildFoldQuestion(speech),
    (word) => spelling.knows(word) || spelling.correct(word) !== undefined,
    (question) => look(readQuestion(question), false).hits,
  )

  // of the two countries nearly every passage speaks: to have those is to have nothing
  const most = corpus.paragraphs.length * OF_MANY
  const isOfMany = (term: string): boolean =>
    ranking.indexes.paragraphs.of(term).documents.length > most
  const isOfFew = (thing: string): boolean =>
    !engine
      .readQuery(thing)
      .parts.every((part) => listsOf(part).some((list) => list.every(isOfMany)))

  const askOne = (question: Question): Answer => {
    const about = asksAbout(question.folded)
    if (about === 'only') return { ...NOTHING, aboutSpeech: true, verdict: 'answered' }
    if (asksBot(question.folded)) return { ...NOTHING, verdict: 'absent', topics: topicsNear([]) }
    // a question of the index may name the occasion
    const answer = pointed(question.withOccasion)
    if (answer) return inside(answer, question.text, look) ?? shown(answer)
    const found = look(question, about === 'too')
    return found.verdict === 'absent' ? (inTitle(found) ?? found) : found
  }
  return (typed) => {
    const question = readQuestion(typed)
    const whole = askOne(question)
    const things = whole.verdict === 'answered' ? [] : thingsIn(typed).filter(isOfFew)
    const answer = together(
      whole,
      things.map((thing) => askOne(readQuestion(thing))),
    )
    return question.isClaim || asksForView(question.folded) ? { ...answer, views: true } : answer
  }
}

/** The passages that a question points at. */
function shown({ passages, outline }: Found): Answer {
  const nowhere = passages.length === 0
  const verdict = nowhere ? 'absent' : 'answered'
  const hits = passages.slice(0, SHOWN_OF_PLACE)
  const rest = passages.slice(SHOWN_OF_PLACE).map(({ paragraph }) => paragraph)
  return { ...NOTHING, hits, rest, outline, nowhere, verdict }
}

/**
 * @returns a function of an absent answer: the section that has the words of its topic for its title, which is not
 *   searched, for it may not be spoken
 */
function buildInTitle(speech: Speech): (answer: Answer) => Answer | undefined {
  const known = new Set(
    speech.sections.flatMap(({ title }) => tokenise(title).map(({ word }) => word)),
  )
  return ({ words }) => {
    const topic = words.join(' ')
    if (words.length < 2 || !tokenise(topic).every(({ word }) => known.has(word))) return undefined
    const place = findPlace(speech, topic)
    return place.kind === 'section'
      ? shown({ passages: paragraphsAt(speech, place).map(lead), outline: false })
      : undefined
  }
}

/** What is asked of the place that a question names; undefined where nothing is but to show it. */
function inside({ passages, inside: asked }: Found, typed: string, look: Look): Answer | undefined {
  if (asked === undefined) return undefined
  const question = { text: asked, folded: asked }
  const found = look(question, false, new Set(passages.map(({ paragraph }) => paragraph)))
  if (found.words.length === 0) return undefined
  if (found.verdict !== 'absent') return found
  // what is told of a place at some length is a description of what stands there
  if (found.words.length > ASKED_OF_PLACE)
    return { ...shown({ passages, outline: false }), verdict: 'related' }
  const anywhere = look(question, false)
  if (anywhere.verdict === 'answered') return { ...anywhere, verdict: 'related', elsewhere: true }
  // folded for the patterns
  return { ...anywhere, missing: anywhere.missing.map((word) => asWritten(word, typed)) }
}

/**
 * The answer to several things that are asked for at once, where together they have none.
 * @param whole the answer to all of it
 * @param each the answers to each thing; none where there are not several
 */
function together(whole: Answer, each: readonly Answer[]): Answer {
  const found = each.filter(({ verdict, hits }) => verdict === 'answered' && hits.length > 0)
  const isAll = found.length === each.length
  // what is near to all of it is nearer than what is there of it
  const isMost = found.length * 2 > each.length
  if (found.length === 0 || (!isMost && whole.verdict !== 'absent')) return whole
  const hits = new Map(
    found.flatMap((answer) => answer.hits.slice(0, 1)).map((hit) => [hit.paragraph, hit]),
  )
  return {
    ...whole,
    verdict: isAll ? 'answered' : 'related',
    hits: [...hits.values()].slice(0, SHOWN),
    searched: found.flatMap(({ searched }) => searched),
    without: each
      .filter(({ verdict }) => verdict === 'absent')
      .flatMap(({ missing, words }) => (missing.length > 0 ? missing : words)),
    topics: [],
    aside: [],
  }
}
