import { buildQuotationCheck } from '../speech/quotation.ts'
import type { Judgement } from '../speech/quotation.ts'
import { paragraphAt } from '../speech/speech.ts'
import type { Speech } from '../speech/speech.ts'
import { terms } from './analysis.ts'
import { readCorpus, setsOf } from './corpus.ts'
import { noEditorial } from './editorial.ts'
import type { Editorial } from './editorial.ts'
import { findWords } from './find.ts'
import type { Match } from './find.ts'
import { buildPostings } from './postings.ts'
import { readQuery } from './query.ts'
import type { Query } from './query.ts'
import { BM25, RANKING, scoreParts } from './ranking.ts'
import type { Weights } from './ranking.ts'
import { buildSpelling } from './spelling.ts'
import { buildStructure } from './structure.ts'
import { buildSuggest } from './suggest.ts'
import { noThesaurus } from './thesaurus.ts'
import type { Thesaurus } from './thesaurus.ts'
import { buildSupport, hasFigureFor, judge } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** A paragraph that was found, and which of its sentences (from 0) answer, the best first. */
export interface Hit {
  readonly paragraph: number
  readonly sentences: readonly number[]
}

export interface Answer {
  readonly verdict: Verdict
  /** at most 4, best first; none when absent */
  readonly hits: readonly Hit[]
  /** what was searched instead of, or beside, what was typed */
  readonly searched: readonly { readonly typed: string; readonly instead: readonly string[] }[]
  /** words of the question that nothing in the index has */
  readonly missing: readonly string[]
  /** when absent: what the speech does speak of */
  readonly topics: readonly string[]
  /** the question had no words to search for */
  readonly empty: boolean
}

/** Question to passages. Synchronous and without side effects. */
export interface Search {
  readonly ask: (question: string) => Answer
  /** Questions to offer while one is typed, at most 25 of at most 100 characters. */
  readonly suggest: (typed: string) => readonly string[]
  /** Every place where the words stand, in order. */
  readonly find: (words: string, exact: boolean) => readonly Match[]
  /** Whether a quotation is what the speech says. */
  readonly check: (quotation: string) => Judgement
}

const SHOWN = 4

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
  const { sentences, paragraphs, questions, counts } = readCorpus(speech, editorial)
  const textAndTopics = paragraphs.map(({ text, topics }) => [...text, ...topics])
  const byParagraph = buildPostings(textAndTopics, BM25)
  const bySentence = buildPostings(
    sentences.map(({ terms }) => terms),
    BM25,
  )
  const byAsked = buildPostings(
    sentences.map(({ asked }) => asked),
    BM25,
  )
  const byQuestion = buildPostings(
    questions.map(({ terms }) => terms),
    BM25,
  )
  const wordsOf = setsOf(paragraphs.map(({ text }) => text))
  const spelling = buildSpelling(counts, thesaurus.words)
  // the speaker's name is in every question about the speech
  const speaker = new Set(terms(speech.speaker))
  // made when the first quotation comes: nothing else waits for it
  let check: ((quotation: string) => Judgement) | undefined
  const structure = withStructure ? buildStructure(speech) : () => undefined
  const support = buildSupport({
    own: textAndTopics,
    paragraphs: paragraphs.map(({ asked }, index) => [...(textAndTopics[index] ?? []), ...asked]),
    idf: bySentence.idf,
    known: (term) =>
      [byParagraph, bySentence, byQuestion].some((postings) => postings.of(term).length > 0),
  })

  const rank = (
    query: Query,
  ): (Hit & { score: number; unit: readonly (readonly string[])[] })[] => {
    const inParagraph = scoreParts(query.parts, byParagraph)
    const inSentence = scoreParts(query.parts, bySentence)
    const inAsked = scoreParts(query.parts, byAsked)
    // the question that fits best, by sentence; -1 for none
    const nearest = new Int32Array(sentences.length).fill(-1)
    const inQuestion = scoreParts(query.parts, byQuestion)
    for (let question = 0; question < inQuestion.length; question++) {
      const score = inQuestion[question] ?? 0
      if (score === 0) continue
      for (const at of questions[question]?.answers ?? []) {
        if (score > (inQuestion[nearest[at] ?? -1] ?? 0)) nearest[at] = question
      }
    }
    const best = new Map<number, { at: number; score: number }>()
    for (const [at, { paragraph }] of sentences.entries()) {
      const score =
        weights.SENTENCE * (inSentence[at] ?? 0) +
        weights.ASKED * (inAsked[at] ?? 0) +
        weights.QUESTION * (inQuestion[nearest[at] ?? -1] ?? 0)
      if (score > (best.get(paragraph)?.score ?? 0)) best.set(paragraph, { at, score })
    }
    return [...best]
      .map(([paragraph, { at, score }]) => {
        const question = nearest[at] ?? -1
        // a question that two sentences of the paragraph answer together points at both
        const others = (questions[question]?.answers ?? []).filter(
          (other) => other !== at && sentences[other]?.paragraph === paragraph,
        )
        return {
          paragraph,
          sentences: [at, ...others].map((index) => sentences[index]?.sentence ?? 0),
          score: weights.PARAGRAPH * (inParagraph[paragraph - 1] ?? 0) + score,
          unit: [sentences[at]?.terms ?? [], questions[question]?.terms ?? []],
        }
      })
      .sort((a, b) => b.score - a.score)
  }

  return {
    ask: (question) => {
      const found = structure(question)
      if (found)
        return {
          verdict: 'answered',
          hits: found.slice(0, SHOWN),
          searched: [],
          missing: [],
          topics: [],
          empty: false,
        }
      const query = readQuery(question, spelling, thesaurus, speaker)
      const ranked = rank(query)
      const [top] = ranked
      const evidence = support(query.parts, top)
      const pointed =
        top?.sentences.map(
          (sentence) => paragraphAt(speech, top.paragraph).sentences[sentence] ?? '',
        ) ?? []
      const verdict = judge(
        evidence,
        hasFigureFor(question, pointed.join(' ')),
        editorial.questions.length === 0,
      )
      const absent = verdict === 'absent'
      return {
        verdict,
        hits: absent
          ? []
          : ranked
              .filter(({ score }) => score >= (top?.score ?? 0) * RANKING.WORTH)
              .slice(0, SHOWN),
        searched: top ? searchedFor(query, wordsOf(top.paragraph - 1)) : [],
        missing: evidence.missing,
        topics: absent ? topicsNear(ranked.map((hit) => hit.paragraph)) : [],
        empty: query.parts.length === 0,
      }
    },
    suggest: buildSuggest(
      editorial,
      questions.map(({ tokens }) => tokens),
    ),
    find: (words, exact) => findWords(speech, words, exact),
    check: (quotation) => {
      check ??= buildQuotationCheck(speech)
      return check(quotation)
    },
  }

  function topicsNear(paragraphs: readonly number[]): string[] {
    const near = [...new Set([...paragraphs, ...speech.paragraphs.map(({ number }) => number)])]
    const topics = near.flatMap((number) => (editorial.topics.get(number) ?? []).slice(0, 1))
    const titles = speech.sections
      .filter((section) => section.lines.some((line) => line.kind === 'paragraph'))
      .map(({ title }) => title)
    return [...new Set([...topics, ...(topics.length > 0 ? [] : titles)])].slice(0, 3)
  }
}

/** Corrections, and synonyms that the passage has where it has not the word itself. */
function searchedFor(
  query: Query,
  inPassage: ReadonlySet<string>,
): { typed: string; instead: readonly string[] }[] {
  const has = (list: readonly string[]): boolean =>
    list.length > 0 && list.every((term) => inPassage.has(term))
  const widened = query.parts.flatMap(({ typed, terms: own, alternatives, shown }) => {
    if (has(own)) return []
    const used = alternatives.findIndex(has)
    const instead = shown[used]
    return instead === undefined ? [] : [{ typed, instead: [instead] }]
  })
  return [
    ...query.corrections.map(({ typed, searched }) => ({ typed, instead: [searched] })),
    ...widened,
  ]
}
