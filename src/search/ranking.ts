import type { Corpus } from './corpus.ts'
import { buildPostings, countPostings, postingList } from './postings.ts'
import type { Bm25, PostingList, Postings } from './postings.ts'

/**
 * The ranking, whole:
 *
 *   score(paragraph) = PARAGRAPH · bm25(paragraph)
 *     + max over its sentences
 *         (SENTENCE · bm25(sentence) + ASKED · bm25(asked) + QUESTION · bm25(question) + said)
 *
 * where `asked` is all the editorial questions that the sentence answers taken as one document, `question`
 * the one of them that fits best, `said` is SAID where the sentence has the words of the query, or those that
 * it quotes, word for word, and each bm25 is summed a query part at a time: a part (a word, or several that the
 * thesaurus knows together) scores as itself or as the best of its synonyms, whichever is more, times its
 * weight: 1, or TOLD. The first candidates are put in their final order by how much of the question they have
 * (see `rerank`). Matching a query against questions that a passage answers is doc2query (Nogueira et al. 2019).
 */
export const RANKING = {
  /** The unit of the others: what the speaker says in one breath. */
  SENTENCE: 1,
  /** The whole paragraph helps where the words of a question lie in several of its sentences. */
  PARAGRAPH: 0.5,
  /** What readers ask of a sentence, in all their words for it, is worth as much as its own words. */
  ASKED: 1,
  /** Words that stand together in one reader's question mean more than the same words scattered. */
  QUESTION: 0.5,
  /** A synonym is worth less than the word itself, so that a passage with the word comes first. */
  SYNONYM: 0.8,
  /** What is told before a long question asks is only around what it asks. */
  TOLD: 0.5,
  /** A sentence that says what is asked for word for word comes before all that only has its words. */
  SAID: 10,
  /** So many are looked at more closely: a right passage is hardly ever further down. */
  CANDIDATES: 5,
  /** A passage below this share of the best one's score is not worth showing beside it. */
  WORTH: 0.2,
} as const

/** The weights of the formula. */
export type Weights = Readonly<Record<'PARAGRAPH' | 'SENTENCE' | 'ASKED' | 'QUESTION', number>>

/**
 * The weights for a text that no reader's questions widen. One sentence is little to go by then: on SciFact
 * nDCG@10 is .690 with these and .674 with those above, on this speech without its index they do equally well.
 */
export const ALONE: Weights = { ...RANKING, PARAGRAPH: 1, SENTENCE: 0.3 }

/** The values usual since Robertson et al., TREC-3 (1994). */
export const BM25: Bm25 = { k: 1.2, b: 0.75 }

/** A part of a query: the terms it consists of, and the lists of terms that may stand for it. */
export interface Part {
  readonly terms: readonly string[]
  /** always the same list for the same rule of the thesaurus */
  readonly alternatives: readonly (readonly string[])[]
  /** what its scores are multiplied by, > 0 to 1 */
  readonly weight: number
}

/** What a query asks for. */
export interface Asked {
  readonly parts: readonly Part[]
  /** the terms of what it quotes of the speech, each for itself */
  readonly quoted: readonly (readonly string[])[]
}

/** A paragraph with its best sentence and the question that fits that best. */
export interface Ranked {
  /** number of the paragraph, from 1 */
  readonly paragraph: number
  /** place in the corpus's sentences, from 0 */
  readonly sentence: number
  /** place in the corpus's questions, from 0; -1 where none of the sentence's has a word of the query */
  readonly question: number
  /** > 0 */
  readonly score: number
}

export interface Ranking {
  /** Every paragraph that has a word of the query, or is asked for with one, best first. */
  readonly rank: (query: Asked) => Ranked[]
  /** The sentences, by their places in the corpus, that have terms one after the other. */
  readonly saying: (terms: readonly string[]) => readonly number[]
  readonly indexes: Indexes
}

/** The four indexes: of paragraphs with their topics, of sentences, of all that is asked of each, of questions. */
export interface Indexes {
  readonly paragraphs: Postings
  readonly sentences: Postings
  readonly asked: Postings
  readonly questions: Postings
}

/** Indexes a corpus. @param weights in place of those of `RANKING`, to measure what each adds */
export function buildRanking(corpus: Corpus, weights: Weights = RANKING): Ranking {
  const indexes = buildIndexes(corpus)
  const saying = (terms: readonly string[]): readonly number[] =>
    Array.from(indexes.sentences.of(terms[0] ?? '').documents).filter((at) =>
      standIn(terms, corpus.sentences[at]?.terms ?? []),
    )
  return { indexes, saying, rank: buildRank(corpus, indexes, saying, weights) }
}

function buildIndexes({ paragraphs, sentences, questions }: Corpus): Indexes {
  const inPlain = (texts: readonly (readonly string[])[]): Postings => countPostings(texts, BM25)
  return {
    paragraphs: buildPostings(
      paragraphs.map(({ text, topics }) => [...text, ...topics]),
      BM25,
    ),
    sentences: inPlain(sentences.map(({ terms }) => terms)),
    asked: inPlain(sentences.map(({ asked }) => asked)),
    questions: inPlain(questions.map(({ terms }) => terms)),
  }
}

/** The formula (see `RANKING`). */
function buildRank(
  { paragraphs, sentences, questions }: Corpus,
  indexes: Indexes,
  saying: Ranking['saying'],
  weights: Weights,
): Ranking['rank'] {
  const scorers = {
    paragraph: buildScorer(indexes.paragraphs),
    sentence: buildScorer(indexes.sentences),
    asked: buildScorer(indexes.asked),
    question: buildScorer(indexes.questions),
  }
  // what a query reads from end to end lies in arrays of numbers, and is not made anew for each
  const paragraphOf = Int32Array.from(sentences, ({ paragraph }) => paragraph)
  const nearest = new Int32Array(sentences.length)
  const best = new Int32Array(paragraphs.length)
  const scoreOf = new Float64Array(sentences.length)

  // the question that fits best, by sentence; -1 for none. Of questions that fit alike, the first.
  const findNearest = ({ scores, found }: Scores): void => {
    nearest.fill(-1)
    for (const question of found) {
      const score = scores[question] ?? 0
      for (const at of questions[question]?.answers ?? []) {
        const known = nearest[at] ?? -1
        const least = valueAt(scores, known)
        if (score > least || (score === least && question < known)) nearest[at] = question
      }
    }
  }

  return ({ parts, quoted }) => {
    const { scores: inParagraph } = scorers.paragraph(parts)
    const { scores: inSentence } = scorers.sentence(parts)
    const { scores: inAsked } = scorers.asked(parts)
    const inQuestions = scorers.question(parts)
    findNearest(inQuestions)
    const whole = parts.flatMap(({ terms }) => terms)
    const said = new Set([whole, ...quoted].flatMap(saying))
    best.fill(-1)
    for (let at = 0; at < sentences.length; at++) {
      const score =
        (said.has(at) ? RANKING.SAID : 0) +
        weights.SENTENCE * (inSentence[at] ?? 0) +
        weights.ASKED * (inAsked[at] ?? 0) +
        weights.QUESTION * valueAt(inQuestions.scores, nearest[at] ?? -1)
      scoreOf[at] = score
      const paragraph = (paragraphOf[at] ?? 0) - 1
      if (score > valueAt(scoreOf, best[paragraph] ?? -1)) best[paragraph] = at
    }
    const ranked: Ranked[] = []
    for (let paragraph = 0; paragraph < best.length; paragraph++) {
      const whole = weights.PARAGRAPH * (inParagraph[paragraph] ?? 0)
      const found = best[paragraph] ?? -1
      if (found < 0 && whole === 0) continue
      // found by its topics alone, a paragraph is pointed at from its beginning
      const sentence = found < 0 ? (paragraphs[paragraph]?.first ?? 0) : found
      const score = whole + (scoreOf[sentence] ?? 0)
      ranked.push({
        paragraph: paragraph + 1,
        sentence,
        question: nearest[sentence] ?? -1,
        score,
      })
    }
    return ranked.sort((a, b) => b.score - a.score)
  }
}

/** A passage that was looked at more closely. */
interface Candidate extends Ranked {
  /** how much of the question it has */
  readonly share: number
}

/**
 * The last step: the first passages in the order of score · (1 + share), those that speak of
 * what is asked at all first. A sum of scores alone prefers a passage that has one rare word many times to
 * one that has every word once.
 * @param ranked best first
 * @param shareOf how much of the question a passage has (see `Support`)
 * @param related the least share with which a passage speaks of what is asked
 * @returns at most `RANKING.CANDIDATES`, best first, those worth showing beside the best one
 */
export function rerank(
  ranked: readonly Ranked[],
  shareOf: (passage: Ranked) => number,
  related: number,
): readonly Candidate[] {
  const candidates = ranked
    .slice(0, RANKING.CANDIDATES)
    .map((passage) => {
      const share = shareOf(passage)
      const near = share >= related ? 1 : 0
      // written out, for a spread would take a tenth of the time of a question
      const { paragraph, sentence, question } = passage
      return { paragraph, sentence, question, share, near, score: passage.score * (1 + share) }
    })
    .sort((a, b) => b.near - a.near || b.score - a.score)
  const best = candidates[0]?.score ?? 0
  return candidates.filter(({ score }) => score >= best * RANKING.WORTH)
}

/** The number at a place; 0 at -1, which V8 would look up as a name. */
function valueAt(numbers: Float64Array, at: number): number {
  return at < 0 ? 0 : (numbers[at] ?? 0)
}

/** Whether terms stand in others, one after the other. */
export function standIn(wanted: readonly string[], terms: readonly string[]): boolean {
  return terms.some(
    (term, at) => term === wanted[0] && wanted.every((other, index) => terms[at + index] === other),
  )
}

/** What a query finds in an index. */
interface Scores {
  /** by the number of a document; 0 for one that holds no part of the query */
  readonly scores: Float64Array
  /** the numbers of the others, in no order */
  readonly found: readonly number[]
}

/**
 * BM25 of the documents of an index for a query in parts.
 * @returns a scorer, whose arrays are its own: they hold until the next query
 */
function buildScorer(postings: Postings): (parts: readonly Part[]) => Scores {
  // a rule of the thesaurus finds the same every time
  const known = new WeakMap<Part['alternatives'], PostingList>()
  const scores = new Float64Array(postings.size)
  const found: number[] = []
  return (parts) => {
    for (const document of found) scores[document] = 0
    found.length = 0
    for (const part of parts) {
      const list = postingsOf(part, postings, known)
      for (let at = 0; at < list.documents.length; at++) {
        const document = list.documents[at] ?? 0
        const before = scores[document] ?? 0
        if (before === 0) found.push(document)
        scores[document] = before + part.weight * (list.scores[at] ?? 0)
      }
    }
    return { scores, found }
  }
}

function postingsOf(
  part: Part,
  postings: Postings,
  known: WeakMap<Part['alternatives'], PostingList>,
): PostingList {
  const [term = ''] = part.terms
  if (part.terms.length === 1 && part.alternatives.length === 0) return postings.of(term)
  const list = known.get(part.alternatives) ?? postingList(bestOf(part, postings))
  if (part.alternatives.length > 0) known.set(part.alternatives, list)
  return list
}

/** The documents that hold a part, or a synonym of it, each with the best of their scores. */
function bestOf(part: Part, postings: Postings): ReadonlyMap<number, number> {
  const best = sumOf(part.terms, postings, 1)
  for (const terms of part.alternatives) {
    // a long synonym counts no more than the words it stands for
    const weight = RANKING.SYNONYM * Math.min(1, part.terms.length / terms.length)
    for (const [document, score] of sumOf(terms, postings, weight)) {
      if (score > (best.get(document) ?? 0)) best.set(document, score)
    }
  }
  return best
}

function sumOf(terms: readonly string[], postings: Postings, weight: number): Map<number, number> {
  const sum = new Map<number, number>()
  for (const term of terms) {
    const { documents, scores } = postings.of(term)
    for (const [at, document] of documents.entries()) {
      sum.set(document, (sum.get(document) ?? 0) + weight * (scores[at] ?? 0))
    }
  }
  return sum
}
