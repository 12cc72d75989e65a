import { buildQuotationCheck, type QuotationCheck } from '../speech/quotation.ts'
import { paragraphAt, spokenLines, type Speech } from '../speech/speech.ts'
import { asksAbout, asksBot } from './about.ts'
import { STOP_WORDS, isAskedFor, stem, terms } from './analysis.ts'
import { analyse, buildCorpus, type Analysed } from './corpus.ts'
import { buildReadCounting, type Counting } from './counting.ts'
import { isEnglish } from './dictionary.ts'
import { noEditorial, type Editorial } from './editorial.ts'
import { IN_DOLLARS } from './figures.ts'
import { buildFind, type Findings } from './find.ts'
import type { Hit } from './hit.ts'
import { lazy } from './lazy.ts'
import { unknownNames } from './names.ts'
import { areSeveral, hasObjection, isMentioned } from './objections.ts'
import { buildPointed } from './pointed.ts'
import { hasAll, isForeign, listsOf, readQuery, type Query } from './query.ts'
import { buildFoldQuestion, buildReadQuestion, thingsIn, type Question } from './question.ts'
import { ALONE, RANKING, buildRanking, rerank, type Ranked, type Weights } from './ranking.ts'
import { readSides } from './sides.ts'
import { buildSpelling } from './spelling.ts'
import type { Found } from './structure.ts'
import { buildSuggest, buildTopicsNear } from './suggest.ts'
import { noThesaurus, type Thesaurus } from './thesaurus.ts'
import { VERDICT, buildSupport, judge, type Verdict } from './verdict.ts'

export interface Answer {
  readonly verdict: Verdict
  /** at most 6, best first; none when absent, or when only the speech itself is asked about */
  readonly hits: readonly Hit[]
  /** paragraphs of the place that is asked for that are not among the hits, for it has more */
  readonly rest: readonly number[]
  /** the question is about the outline: the hits are the first passages of its parts */
  readonly outline: boolean
  /** what was searched instead of, or beside, what was typed */
  readonly searched: readonly { readonly typed: string; readonly instead: readonly string[] }[]
  /** words of the question that the speech has neither itself nor in a synonym */
  readonly missing: readonly string[]
  /** related, for of several things that were asked for these are not in the speech, and the others are */
  readonly without: readonly string[]
  /** when absent: what the speech does speak of */
  readonly topics: readonly string[]
  /** the question is about the speech itself: who gave it, when, where, its title */
  readonly aboutSpeech: boolean
  /** related: the place that is asked about does not say this, but these passages from elsewhere do */
  readonly elsewhere: boolean
  /** absent: the question asks for a place of the speech that there is not */
  readonly nowhere: boolean
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
  /** The words that a question asks to be counted; undefined where it asks for none. */
  readonly counting: (question: string) => Counting | undefined
  /** Whether quotations are what the speech says. */
  readonly check: QuotationCheck
  /** whether there is an editorial index */
  readonly hasIndex: boolean
  /** Makes what is otherwise made when it is first needed, so that no question waits for it. */
  readonly prepare: () => void
}

/** Passages that a search finds. */
const SHOWN = 4
/** Terms that more than this share of the paragraphs have tell nothing of what is asked. */
const OF_MANY = 0.4
/** Passages of a place that is asked for, or that the index names. */
const SHOWN_OF_PLACE = 6

/** At most so many words name a thing of which is asked whether a place speaks of it. */
const ASKED_OF_PLACE = 2

/** An answer that has only what is put into it. */
const NOTHING: Omit<Answer, 'verdict'> = {
  hits: [],
  rest: [],
  outline: false,
  searched: [],
  missing: [],
  without: [],
  topics: [],
  aboutSpeech: false,
  elsewhere: false,
  nowhere: false,
  foreign: false,
  words: [],
  aside: [],
}

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
  const corpus = buildCorpus(speech, editorial, analysed)
  const { sentences, paragraphs, spoken, termsIn, questions, words } = corpus
  // an index of a few paragraphs widens few questions
  const indexed = new Set(
    editorial.questions.flatMap(({ answers }) => answers.map(({ paragraph }) => paragraph)),
  )
  const isAlone = indexed.size * 2 < paragraphs.length
  const related = isAlone ? VERDICT.RELATED_ALONE : VERDICT.RELATED
  const ranking = buildRanking(corpus, weights ?? (isAlone ? ALONE : RANKING))
  // what is spoken outside the numbered paragraphs and nowhere in them
  const asides = lazy(
    () =>
      new Set(
        spokenLines(speech)
          .flatMap(({ text, paragraph }) => (paragraph === undefined ? terms(text) : []))
          .filter((term) => !spoken.has(term)),
      ),
  )
  const { asked, paragraphs: own } = ranking.indexes
  const spelling = buildSpelling(
    words,
    () => thesaurus.known().words,
    (term) =>
      thesaurus.known().terms.has(term) ||
      [own, asked].some(({ of }) => of(term).documents.length > 0),
  )
  const sides = readSides(speech)
  const known = { corpus, indexes: ranking.indexes, sides }
  const check = lazy(() =>
    buildQuotationCheck(speech, { isContent: (word) => !STOP_WORDS.has(stem(word)), isEnglish }),
  )
  const readQuestion = buildReadQuestion(speech)
  const pointed = buildPointed(
    speech,
    editorial,
    buildFoldQuestion(speech),
    (word) => spelling.knows(word) || spelling.correct(word) !== undefined,
    (question) => look(readQuestion(question), false).hits,
  )
  const support = buildSupport(corpus, ranking.indexes, sides)
  const topicsNear = buildTopicsNear(speech, editorial)
  const read = (text: string): Query => readQuery(text, spelling, thesaurus, sides, ranking.saying)

  // a question that two sentences of the paragraph answer together points at both
  const hitAt = ({ paragraph, sentence, question }: Ranked): Hit => {
    const together = (questions[question]?.answers ?? []).filter(
      (other) => sentences[other]?.paragraph === paragraph,
    )
    return {
      paragraph,
      sentences: [...new Set([sentence, ...together])].map((at) => sentences[at]?.sentence ?? 0),
    }
  }

  /** Looks in all paragraphs, or within some. */
  const look = (
    { text, folded }: Omit<Question, 'withOccasion'>,
    aboutSpeech: boolean,
    within?: ReadonlySet<number>,
  ): Answer => {
    // "in dollars" is the kind of answer that is asked for (see figures.ts), not what it is about
    const query = read(text.replace(new RegExp(IN_DOLLARS, 'giu'), ' '))
    const ranked = ranking.rank(query).filter(({ paragraph }) => !within || within.has(paragraph))
    const { shareOf, missing } = support(query.parts)
    const candidates = rerank(ranked, shareOf, related)
    const hits = candidates.slice(0, SHOWN).map(hitAt)
    const [top] = candidates
    const isObjected = (passage: Ranked): boolean => {
      const { paragraph, sentences: pointedAt } = hitAt(passage)
      const own = paragraphAt(speech, paragraph).sentences
      return hasObjection({
        known,
        question: folded,
        query,
        missing,
        passage,
        sentences: pointedAt.map((at) => own[at] ?? '').join(' '),
        before: own[(pointedAt[0] ?? 0) - 1] ?? '',
      })
    }
    const mentioned = top && isMentioned(query, folded, termsIn(top.paragraph))
    const judged =
      top && mentioned !== false ? judge(top.share, related, () => isObjected(top)) : 'absent'
    const verdict = judged === 'absent' && mentioned === true ? 'related' : judged
    const isAbsent = verdict === 'absent'
    // where each of two words is nowhere, they are not only not together
    const isNowhere = missing.length === query.parts.length
    const lacking = mentioned === false && !isNowhere ? unsaid(query) : missing
    const missed = query.onlyAsking ? [] : lacking.map((typed) => correctedIn(query, typed))
    // written out, for spreads would take a tenth of the time of a question
    return {
      verdict,
      hits: isAbsent ? [] : hits,
      rest: [],
      outline: false,
      aboutSpeech,
      elsewhere: false,
      nowhere: false,
      foreign: isAbsent && isForeign(query),
      searched: top
        ? searchedFor(query, termsIn(top.paragraph), paragraphAt(speech, top.paragraph).text)
        : [],
      missing: isAbsent ? wholeNames(missed, unknownNames(query, known)) : missed,
      without: [],
      topics: isAbsent ? topicsNear(ranked.map(({ paragraph }) => paragraph)) : [],
      words: query.onlyAsking ? [] : query.parts.map(({ typed }) => typed),
      aside: isAbsent
        ? query.parts
            .filter((part) => part.terms.every((term) => asides().has(term)))
            .map(({ typed }) => typed)
        : [],
    }
  }

  const shown = ({ passages, outline }: Found): Answer => {
    const nowhere = passages.length === 0
    const verdict = nowhere ? 'absent' : 'answered'
    const hits = passages.slice(0, SHOWN_OF_PLACE)
    const rest = passages.slice(SHOWN_OF_PLACE).map(({ paragraph }) => paragraph)
    return { ...NOTHING, hits, rest, outline, nowhere, verdict }
  }

  /** What is asked of the place that a question names; undefined where nothing is but to show it. */
  const inside = ({ passages, inside: asked }: Found, typed: string): Answer | undefined => {
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

  // of the two countries nearly every passage speaks: to have those is to have nothing
  const isOfFew = (thing: string): boolean => {
    const { parts } = read(thing)
    const isOfMany = (term: string): boolean =>
      own.of(term).documents.length > paragraphs.length * OF_MANY
    return !parts.every((part) => listsOf(part).some((list) => list.every(isOfMany)))
  }

  const askOne = (typed: string): Answer => {
    const question = readQuestion(typed)
    const about = asksAbout(question.folded)
    if (about === 'only') return { ...NOTHING, aboutSpeech: true, verdict: 'answered' }
    if (asksBot(question.folded)) return { ...NOTHING, verdict: 'absent', topics: topicsNear([]) }
    // a question of the index may name the occasion
    const answer = pointed(question.withOccasion)
    return answer
      ? (inside(answer, question.text) ?? shown(answer))
      : look(question, about === 'too')
  }

  const search: Search = {
    ask: (typed) => {
      const whole = askOne(typed)
      return whole.verdict === 'answered'
        ? whole
        : together(whole, thingsIn(typed).filter(isOfFew).map(askOne))
    },
    hasIndex: editorial.topics.flat().length + editorial.questions.length > 0,
    suggest: buildSuggest(
      editorial,
      questions.map((question) => question.terms),
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

/** What is not mentioned; nothing where only the words together are not. */
function unsaid({ text, parts }: Query): readonly string[] {
  return parts.length === 1 || areSeveral(text, parts) ? parts.map(({ typed }) => typed) : []
}

/** A word as it was searched for. */
function correctedIn({ corrections }: Query, typed: string): string {
  return corrections.find((correction) => correction.typed === typed)?.searched ?? typed
}

/** Missing words, with names of several words in the place of their own: "South China Sea" for "South, Sea". */
function wholeNames(missing: readonly string[], names: readonly string[]): readonly string[] {
  const isOfName = (word: string): boolean => names.some((name) => name.includes(word))
  return [...names, ...missing.filter((word) => !isOfName(word))]
}

/** Corrections, and synonyms that the passage has where it has not the word itself; each as the passage writes it. */
function searchedFor(
  query: Query,
  inPassage: ReadonlySet<string>,
  passage: string,
): { typed: string; instead: readonly string[] }[] {
  const widened = query.parts.flatMap(({ typed, terms: own, alternatives, shown }) => {
    if (hasAll(inPassage, own)) return []
    const used = alternatives.findIndex((terms) => hasAll(inPassage, terms))
    const instead = shown[used]
    return instead === undefined ? [] : [{ typed, instead: [asWritten(instead, passage)] }]
  })
  // nobody needs to know that "adn" was read as "and"
  const corrected = query.corrections.filter(({ searched }) => isAskedFor(stem(searched)))
  return [
    ...corrected.map(({ typed, searched }) => ({ typed, instead: [asWritten(searched, passage)] })),
    ...widened,
  ]
}

/** 'hong kong' => 'Hong Kong', where the text has it. */
function asWritten(words: string, text: string): string {
  if (text.includes(words)) return words
  const pattern = words.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
  return new RegExp(pattern, 'iu').exec(text)?.[0] ?? words
}
