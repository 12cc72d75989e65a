import type { Bm25, Postings } from './postings.ts'

/**
 * The ranking, whole:
 *
 *   score(paragraph) = PARAGRAPH · bm25(paragraph) + max over its sentences (bm25(sentence) + QUESTION · bm25(question))
 *
 * where `question` is the best editorial question that the sentence answers, and each bm25 is summed
 * a query part at a time: a part (a word, or several that the thesaurus knows together) scores as
 * itself or as the best of its synonyms, whichever is more. Matching a query against questions that
 * a passage answers is doc2query (Nogueira et al. 2019).
 */
export const RANKING = {
  /** The whole paragraph tells where several words of the query come together: half as much as the sentence. */
  PARAGRAPH: 0.5,
  /** A question in readers' words is worth as much as a sentence in the speaker's. */
  QUESTION: 1,
  /** A synonym is worth less than the word itself, so that a passage with the word comes first. */
  SYNONYM: 0.8,
  /** Two query words side by side in a sentence, over the two apart: quotes that are half remembered. */
  PAIR: 0.5,
  /** A passage below this share of the best one's score is not worth showing beside it. */
  WORTH: 0.2,
} as const

/** The values usual since Robertson et al., TREC-3 (1994). */
export const BM25: Bm25 = { k: 1.2, b: 0.75 }

/** A part of a query: the terms it consists of, and the lists of terms that may stand for it. */
export interface Part {
  readonly terms: readonly string[]
  readonly alternatives: readonly (readonly string[])[]
}

/** The term under which two neighbouring terms are indexed. */
export function pairOf(first: string, second: string): string {
  return `${first}_${second}`
}

/** A list of terms with the pairs of neighbours in it. */
export function withPairs(terms: readonly string[]): string[] {
  return [...terms, ...terms.slice(1).map((term, index) => pairOf(terms[index] ?? '', term))]
}

/**
 * BM25 of every document, by number, for a query in parts.
 * @param pairs whether the documents were indexed `withPairs`
 */
export function scoreParts(
  parts: readonly Part[],
  postings: Postings,
  pairs = false,
): Float64Array {
  const total = new Float64Array(postings.size)
  for (const part of parts) {
    if (part.alternatives.length === 0) {
      for (const term of part.terms) add(total, postings, term, 1)
      continue
    }
    const best = new Float64Array(postings.size)
    for (const term of part.terms) add(best, postings, term, 1)
    for (const terms of part.alternatives) {
      const score = new Float64Array(postings.size)
      // a long synonym counts no more than the words it stands for
      const weight = RANKING.SYNONYM * Math.min(1, part.terms.length / terms.length)
      for (const term of terms) add(score, postings, term, weight)
      for (const [document, value] of score.entries()) {
        if (value > (best[document] ?? 0)) best[document] = value
      }
    }
    for (const [document, value] of best.entries()) total[document] = (total[document] ?? 0) + value
  }
  if (pairs) {
    const terms = parts.flatMap((part) => part.terms)
    for (const [index, term] of terms.slice(1).entries())
      add(total, postings, pairOf(terms[index] ?? '', term), RANKING.PAIR)
  }
  return total
}

function add(scores: Float64Array, postings: Postings, term: string, weight: number): void {
  for (const [document, score] of postings.of(term))
    scores[document] = (scores[document] ?? 0) + weight * score
}
