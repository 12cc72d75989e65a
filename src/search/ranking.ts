import type { Bm25, Postings } from './postings.ts'

/**
 * The ranking, whole:
 *
 *   score(paragraph) = PARAGRAPH · bm25(paragraph)
 *     + max over its sentences
 *         (SENTENCE · bm25(sentence) + ASKED · bm25(asked) + QUESTION · bm25(question))
 *
 * where `asked` is all the editorial questions that the sentence answers taken as one document,
 * `question` the one of them that fits best, and each bm25 is summed a query part at a time: a part
 * (a word, or several that the thesaurus knows together) scores as itself or as the best of its
 * synonyms, whichever is more. Matching a query against questions that
 * a passage answers is doc2query (Nogueira et al. 2019).
 */
export const RANKING = {
  /** The unit of the others: what the speaker says in one breath. */
  SENTENCE: 1,
  /** The whole paragraph only helps where the words of a question lie in several of its sentences. */
  PARAGRAPH: 0.25,
  /** What readers ask of a sentence, in all their words for it, is worth as much as its own words. */
  ASKED: 1,
  /** Words that stand together in one reader's question mean more than the same words scattered. */
  QUESTION: 0.5,
  /** A synonym is worth less than the word itself, so that a passage with the word comes first. */
  SYNONYM: 0.8,
  /** A passage below this share of the best one's score is not worth showing beside it. */
  WORTH: 0.2,
} as const

/** The weights of the formula, to measure what each adds. */
export type Weights = Readonly<Record<'PARAGRAPH' | 'SENTENCE' | 'ASKED' | 'QUESTION', number>>

/** The values usual since Robertson et al., TREC-3 (1994). */
export const BM25: Bm25 = { k: 1.2, b: 0.75 }

/** A part of a query: the terms it consists of, and the lists of terms that may stand for it. */
export interface Part {
  readonly terms: readonly string[]
  readonly alternatives: readonly (readonly string[])[]
}

/** BM25 of every document, by number, for a query in parts. */
export function scoreParts(parts: readonly Part[], postings: Postings): Float64Array {
  const total = new Float64Array(postings.size)
  const add = (document: number, score: number): void => {
    total[document] = (total[document] ?? 0) + score
  }
  for (const part of parts) {
    const [term = ''] = part.terms
    // most parts are one word
    if (part.terms.length === 1 && part.alternatives.length === 0) {
      for (const { document, score } of postings.of(term)) add(document, score)
    } else {
      for (const [document, score] of scorePart(part, postings)) add(document, score)
    }
  }
  return total
}

/** The documents that hold a part, or a synonym of it, with the best of their scores. */
function scorePart(part: Part, postings: Postings): ReadonlyMap<number, number> {
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
    for (const { document, score } of postings.of(term)) {
      sum.set(document, (sum.get(document) ?? 0) + weight * score)
    }
  }
  return sum
}
