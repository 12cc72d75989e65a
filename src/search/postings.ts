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

/** Which documents hold a term, and how much that counts, a term at a time. */
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

/**
 * Indexes documents with MiniSearch; they are given as lists of terms, and a document's number is its
 * place in the list. MiniSearch multiplies a document's score by the number of query words it holds;
 * asking for one term at a time leaves that factor at 1, so that summing is plain BM25.
 */
export function buildPostings(documents: readonly (readonly string[])[], { k, b }: Bm25): Postings {
  const index = new MiniSearch<{ id: number; terms: string }>({
    fields: ['terms'],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
    searchOptions: { bm25: { k, b, d: 0 }, tokenize: (text) => [text] },
  })
  index.addAll(documents.map((terms, id) => ({ id, terms: terms.join(' ') })))
  return postingsFrom(documents.length, (term) =>
    index.search(term).map((hit): Posting => ({ document: Number(hit.id), score: hit.score })),
  )
}

/**
 * The same for documents that are only ever asked for whole terms, with the same scores. Readers'
 * questions are ten times as many words as the speech; MiniSearch's tree, which is there for beginnings of
 * words and slips, would take most of the time in which the bot starts.
 */
export function countPostings(documents: readonly (readonly string[])[], { k, b }: Bm25): Postings {
  // the documents of each term, one as often as it holds the term
  const holding = new Map<string, number[]>()
  const lengths = documents.map((terms, document) => {
    for (const term of terms) {
      const known = holding.get(term)
      if (known) known.push(document)
      else holding.set(term, [document])
    }
    return new Set(terms).size
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / documents.length
  return postingsFrom(documents.length, (term) => {
    const counts = new Map<number, number>()
    for (const document of holding.get(term) ?? [])
      counts.set(document, (counts.get(document) ?? 0) + 1)
    const idf = idfOf(counts.size, documents.length)
    return Array.from(counts, ([document, count]): Posting => {
      const length = (lengths[document] ?? 0) / average
      return { document, score: (idf * count * (k + 1)) / (count + k * (1 - b + b * length)) }
    })
  })
}

/** Terms that are remembered as not in the index: a bound on memory whatever is asked. */
const ABSENT = 5_000

/** Looks each term up once. */
function postingsFrom(size: number, find: (term: string) => readonly Posting[]): Postings {
  const known = new Map<string, readonly Posting[]>()
  let absent = 0
  const of = (term: string): readonly Posting[] => {
    const scored = known.get(term)
    if (scored) return scored
    const found = find(term)
    if (found.length > 0 || absent++ < ABSENT) known.set(term, found)
    return found
  }
  return { of, size, idf: (term) => idfOf(of(term).length, size) }
}

function idfOf(holding: number, size: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5))
}
