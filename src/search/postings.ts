import MiniSearch from 'minisearch'

/**
 * BM25 constants (Robertson & Zaragoza 2009). `b` is how much long documents are held back.
 * `d` stays 0: with BM25+'s lower bound every document that has a word at all gains alike, which
 * lowered nDCG on public collections.
 */
export interface Bm25 {
  readonly k: number
  readonly b: number
}

/** Which documents hold a term, and how much that counts: one MiniSearch index, a term at a time. */
export interface Postings {
  readonly of: (term: string) => readonly Posting[]
  /** inverse document frequency of the term; > 0, and highest where no document holds it */
  readonly idf: (term: string) => number
  /** number of documents */
  readonly size: number
}

export interface Posting {
  /** its place in the list that was indexed, from 0 */
  readonly document: number
  /** BM25 of the term in it, > 0 */
  readonly score: number
}

/** Terms that are remembered as not in the index: a bound on memory whatever is asked. */
const ABSENT = 5_000

/**
 * Indexes documents given as lists of terms; a document's number is its place in the list.
 * MiniSearch multiplies a document's score by the number of query words it holds; asking for one
 * term at a time leaves that factor at 1, so that summing is plain BM25.
 */
export function buildPostings(documents: readonly (readonly string[])[], { k, b }: Bm25): Postings {
  const index = new MiniSearch<{ id: number; terms: string }>({
    fields: ['terms'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    searchOptions: { bm25: { k, b, d: 0 }, tokenize: (text) => [text] },
  })
  index.addAll(documents.map((terms, id) => ({ id, terms: terms.join(' ') })))
  const known = new Map<string, readonly Posting[]>()
  let absent = 0
  const of = (term: string): readonly Posting[] => {
    const scored = known.get(term)
    if (scored) return scored
    const found = index
      .search(term)
      .map((hit): Posting => ({ document: Number(hit.id), score: hit.score }))
    if (found.length > 0 || absent++ < ABSENT) known.set(term, found)
    return found
  }
  const size = documents.length
  return {
    of,
    size,
    idf: (term) => {
      const holding = of(term).length
      return Math.log(1 + (size - holding + 0.5) / (holding + 0.5))
    },
  }
}
