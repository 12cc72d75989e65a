import type { Corpus } from './corpus.ts'
import { holdsAny, type PostingList } from './postings.ts'
import type { QueryPart } from './query.ts'
import { RANKING, type Indexes, type Part, type Ranked } from './ranking.ts'
import type { Sides } from './sides.ts'

/** Whether the speech says it, says something near it, or does not say it. */
export type Verdict = 'answered' | 'related' | 'absent'

/** What there is of a question. */
interface Support {
  /**
   * The share of the question's words that a passage has, rarer words counting more (idf) and each as
   * much as where it stands (see `VERDICT`), less the unknown ones: from -`UNKNOWN` to 1.
   */
  readonly shareOf: (passage: Ranked) => number
  /** the words of the question that the speech has neither itself nor in a synonym, as typed */
  readonly missing: readonly string[]
}

/** The thresholds, and what a word of the question is worth by where the passage has it. */
export const VERDICT = {
  /** A passage that has half of the question answers it. */
  ANSWERED: 0.5,
  /** Where the best passage has less than this, the speech does not speak of it. */
  RELATED: 0.4,
  /** The same for a speech that no reader's questions widen: there another word for what it says is likelier. */
  RELATED_ALONE: 0.1,
  /** The unit: the answering sentence has the word itself. */
  SENTENCE: 1,
  /** Readers ask for that sentence with the word: nearly as good. */
  ASKED: 0.9,
  /** Up to so many words and phrases, a query is a bare topic ("arms race"). */
  TOPIC: 2,
  /** Up to so many that stand together are one notion, of which a passage has all or nothing. */
  NOTION: 3,
  /** A bare topic is in the speech only where the speech has it: readers' words for it are worth less. */
  ASKED_TOPIC: 0.35,
  /** The word stands elsewhere in the paragraph, or is one of its topics. */
  PARAGRAPH: 0.6,
  /** Readers ask for another sentence of the paragraph with it. */
  NEAR: 0.2,
  /** What neither the speech nor any reader's question has is likelier foreign to the speech than rare in it. */
  UNKNOWN: 0.5,
  /** Words and phrases of a question; who has more of them says more around what is asked. */
  LONG: 5,
} as const

/**
 * @param share see `Support`
 * @param related the least share with which a passage speaks of what is asked
 * @param hasObjection tells whether something else speaks against an answer (see objections.ts)
 */
export function judge(share: number, related: number, hasObjection: () => boolean): Verdict {
  if (share < related) return 'absent'
  return share >= VERDICT.ANSWERED && !hasObjection() ? 'answered' : 'related'
}

/** Whether a query is a bare topic rather than a question. */
export function isTopic(parts: readonly Part[]): boolean {
  return parts.length <= VERDICT.TOPIC
}

/** A term of the question with its postings, looked up once for all passages. */
interface Sought {
  readonly idf: number
  readonly sentences: PostingList
  readonly asked: PostingList
  readonly paragraphs: PostingList
}

/** A passage with the sentences of its paragraph, for a bare topic or for a question. */
interface Stretch extends Pick<Ranked, 'sentence' | 'paragraph'> {
  readonly first: number
  readonly last: number
  readonly isBare: boolean
}

/** Measures how much of the parts of a question passages have. */
export function buildSupport(
  { paragraphs, spoken }: Corpus,
  indexes: Indexes,
  { isOwn }: Sides,
): (parts: readonly QueryPart[]) => Support {
  const isSpoken = (terms: readonly string[]): boolean => terms.every((term) => spoken.has(term))
  const seek = (term: string): Sought => ({
    idf: indexes.sentences.idf(term),
    sentences: indexes.sentences.of(term),
    asked: indexes.asked.of(term),
    paragraphs: indexes.paragraphs.of(term),
  })
  return (parts) => {
    // those for whom he speaks are in most of what he says: "Is China against NATO?" asks for one thing
    const isBare = isTopic(parts.filter(({ terms }) => !terms.every(isOwn)))
    let [whole, unknown] = [0, 0]
    const missing: string[] = []
    const wanted = parts.map(({ terms, alternatives, typed, weight: told }) => {
      const own = terms.map(seek)
      const weight = told * own.reduce((sum, { idf }) => sum + idf, 0)
      whole += weight
      if (alternatives.length === 0 && !own.some(isKnown)) unknown += weight
      if (![terms, ...alternatives].some(isSpoken)) missing.push(typed)
      return { own, weight, alternatives: alternatives.map((list) => list.map(seek)) }
    })
    // of what is said around a long question the passage need not have any
    const around = Math.min(1, VERDICT.LONG / parts.length)
    const shareOf = ({ sentence, paragraph }: Ranked): number => {
      const { first, last } = paragraphs[paragraph - 1] ?? { first: 0, last: -1 }
      const place: Stretch = { sentence, paragraph, first, last, isBare }
      let found = 0
      for (const { own, weight, alternatives } of wanted) {
        let best = 0
        for (const term of own) best += (term.idf / weight) * worthOf(term, place)
        for (const synonym of alternatives) {
          let sum = 0
          for (const term of synonym) sum += worthOf(term, place)
          best = Math.max(best, (RANKING.SYNONYM * sum) / synonym.length)
        }
        found += weight * best
      }
      return Math.min(1, found / whole / around) - (VERDICT.UNKNOWN * unknown) / whole
    }
    return { shareOf, missing }
  }
}

function isKnown({ sentences, asked, paragraphs }: Sought): boolean {
  return sentences.documents.length + asked.documents.length + paragraphs.documents.length > 0
}

/** What a term is worth to a passage; `first` and `last` are the sentences of its paragraph. */
function worthOf(term: Sought, { sentence, paragraph, first, last, isBare }: Stretch): number {
  if (holdsAny(term.sentences, sentence, sentence)) return VERDICT.SENTENCE
  const inAsked = holdsAny(term.asked, sentence, sentence)
  if (inAsked && !isBare) return VERDICT.ASKED
  if (holdsAny(term.paragraphs, paragraph - 1, paragraph - 1)) return VERDICT.PARAGRAPH
  if (inAsked) return VERDICT.ASKED_TOPIC
  return holdsAny(term.asked, first, last) ? VERDICT.NEAR : 0
}
