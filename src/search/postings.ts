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
  readonly of: (term: string) => PostingList
  /** inverse document frequency of the term; > 0, and highest where no document holds it */
  readonly idf: (term: string) => number
  /** number of documents */
  readonly size: number
}

/** The postings of a term, in arrays that a query reads from end to end. */
export interface PostingList {
  /** places in the list that was indexed, from 0, ascending */
  readonly documents: Int32Array
  /** BM25 of the term in each of them, > 0 */
  readonly scores: Float64Array
}

const NONE: PostingList = { documents: new Int32Array(), scores: new Float64Array() }

/** A posting list from documents and scores in any order. */
export function postingList(scored: Iterable<readonly [number, number]>): PostingList {
  const sorted = [...scored].sort(([a], [b]) => a - b)
  if (sorted.length === 0) return NONE
  return {
    documents: Int32Array.from(sorted, ([document]) => document),
    scores: Float64Array.from(sorted, ([, score]) => score),
  }
}

/** Whether any document from `first` to `last`, both included, is in a list. */
export function holdsAny({ documents }: PostingList, first: number, last: number): boolean {
  let [low, high] = [0, documents.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((documents[middle] ?? 0) < first) low = middle + 1
    else high = middle
  }
  return low < documents.length && (documents[low] ?? 0) <= last
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
  return postingsFrom(documents.length, new Set(documents.flat()), (term) =>
    index.search(term).map((hit) => [Number(hit.id), hit.score] as const),
  )
}

/**
 * The same for documents that are only ever asked for whole terms, with the same scores. Sentences and
 * readers' questions are eleven times as many words as the paragraphs; MiniSearch's tree, which is there for
 * beginnings of words and slips, would take most of the time in which the bot starts.
 */
export function countPostings(documents: readonly (readonly string[])[], { k, b }: Bm25): Postings {
  // the documents of each term, one as often as it holds the term
  const holding = new Map<string, number[]>()
  // how many different terms each document holds
  const lengths = documents.map((terms, document) => {
    let different = 0
    for (const term of terms) {
      const known = holding.get(term)
      if (known?.at(-1) !== document) different++
      if (known) known.push(document)
      else holding.set(term, [document])
    }
    return different
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / documents.length
  return postingsFrom(documents.length, holding, (term) => {
    const counts = new Map<number, number>()
    for (const document of holding.get(term) ?? [])
      counts.set(document, (counts.get(document) ?? 0) + 1)
    const idf = idfOf(counts.size, documents.length)
    return Array.from(counts, ([document, count]) => {
      const length = (lengths[document] ?? 0) / average
      return [document, (idf * count * (k + 1)) / (count + k * (1 - b + b * length))] as const
    })
  })
}

/** Looks each term up once. @param terms those that a document holds; others are words that somebody typed */
function postingsFrom(
  size: number,
  terms: { readonly has: (term: string) => boolean },
  find: (term: string) => Iterable<readonly [number, number]>,
): Postings {
  const known = new Map<string, PostingList>()
  const of = (term: string): PostingList => {
    const scored = known.get(term)
    if (scored) return scored
    if (!terms.has(term)) return NONE
    const found = postingList(find(term))
    known.set(term, found)
    return found
  }
  return { of, size, idf: (term) => idfOf(of(term).documents.length, size) }
}

function idfOf(holding: number, size: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5))
}
