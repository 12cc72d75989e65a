import { setsOf } from './corpus.ts'
import type { Corpus } from './corpus.ts'
import type { QueryPart } from './query.ts'
import { RANKING } from './ranking.ts'
import type { Ranked, Ranking } from './ranking.ts'

/** Whether the speech says it, says something near it, or does not say it. */
export type Verdict = 'answered' | 'related' | 'absent'

/** What a passage has of a question. */
export interface Support {
  /**
   * The share of the question's words that it has, rarer words counting more (idf) and each as much
   * as where it stands (see `VERDICT`), less the unknown ones: from -`UNKNOWN` to 1.
   */
  readonly share: number
  /** the words of the question that the speech has neither itself nor in a synonym, as typed */
  readonly missing: readonly string[]
}

/** The thresholds, and what a word of the question is worth by where the passage has it. */
export const VERDICT = {
  /** A passage that has this share of the question answers it. */
  ANSWERED: 0.58,
  /** Where the best passage has less than this, the speech does not speak of it. */
  RELATED: 0.4,
  /** The same for a speech that no reader's questions widen: there another word for what it says is likelier. */
  RELATED_ALONE: 0.3,
  /** The unit: the answering sentence has the word itself. */
  SENTENCE: 1,
  /** Readers ask for that sentence with the word: nearly as good. */
  ASKED: 0.9,
  /** A bare topic is in the speech only where the speech has it: readers' words for it are worth less. */
  ASKED_TOPIC: 0.35,
  /** The word stands elsewhere in the paragraph, or is one of its topics. */
  PARAGRAPH: 0.6,
  /** Readers ask for another sentence of the paragraph with it. */
  NEAR: 0.2,
  /** What neither the speech nor any reader's question has is likelier foreign to the speech than rare in it. */
  UNKNOWN: 0.5,
  /** Up to so many words and phrases, a question is a bare topic ("arms race"). */
  TOPIC: 2,
  /** Words and phrases of a question; who has more of them says more around what is asked. */
  LONG: 5,
} as const

/** What asks for a figure of a kind, and what is one. Kinds are tried in turn. */
const FIGURES: readonly { readonly asks: RegExp; readonly is: RegExp }[] = [
  {
    asks: /\bpercent(?:age)?\b|\bper cent\b|%/iu,
    is: /\bpercent(?:age)?\b|\bper cent\b|%/iu,
  },
  {
    // a time; "when" inside a question is no question word
    asks: /\b(?:what|which) (?:year|date|day)\b|^(?:\W|\b(?:and|so|but|ok|since)\b)*when(?: and where)? (?:did|was|were|is|are|will|does|do|has|have|had)\b/iu,
    is: /\b(?:1[5-9]|20)\d\d\b|\b(?:(?:years?|months?|decades?|centur(?:y|ies)) (?:ago|later)|(?:last|this|next) (?:year|month|century)|today|eve|anniversary|season|centenary)\b/iu,
  },
  {
    asks: /\bhow (?:many|long|old|big|tall)\b|\b(?:what|which) (?:number|share)\b|^(?:the )?number of\b|\bwhat(?:'s| is) the number of\b/iu,
    // not the number in a name ("COVID-19"), nor the two that are both there are ("the two countries")
    is: /(?<![\p{L}\p{N}]-?)\p{N}|\btwo\b(?! (?:countries|nations|sides|peoples|presidents|leaders|governments))|\b(?:three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|trillions?|decades?|centur(?:y|ies))\b/iu,
  },
]

/** Whether a sentence has a figure of the kind that the question asks for; true where it asks for none. */
export function hasFigureFor(question: string, sentences: string): boolean {
  const kind = FIGURES.find(({ asks }) => asks.test(question))
  return kind === undefined || kind.is.test(sentences)
}

/**
 * @param share see `Support`
 * @param hasFigure see `hasFigureFor`: no answer without the figure that is asked for
 * @param alone whether the speech has no editorial questions
 */
export function judge(share: number, hasFigure: boolean, alone: boolean): Verdict {
  if (share < (alone ? VERDICT.RELATED_ALONE : VERDICT.RELATED)) return 'absent'
  return share >= VERDICT.ANSWERED && hasFigure ? 'answered' : 'related'
}

/** Measures support by a corpus, which `idf` and `known` are of. */
export function buildSupport(
  { sentences, paragraphs }: Corpus,
  { idf, known }: Pick<Ranking, 'idf' | 'known'>,
): (parts: readonly QueryPart[], top: Ranked | undefined) => Support {
  const inSentence = setsOf(sentences.map(({ terms }) => terms))
  const inAsked = setsOf(sentences.map(({ asked }) => asked))
  const inParagraph = setsOf(paragraphs.map(({ text, topics }) => [...text, ...topics]))
  const inNear = setsOf(paragraphs.map(({ asked }) => asked))
  const spoken = new Set(paragraphs.flatMap(({ text }) => text))
  const isSpoken = (terms: readonly string[]): boolean => terms.every((term) => spoken.has(term))
  return (parts, top) => {
    const asked = parts.length <= VERDICT.TOPIC ? VERDICT.ASKED_TOPIC : VERDICT.ASKED
    const places: readonly (readonly [ReadonlySet<string>, number])[] = top
      ? [
          [inSentence(top.sentence), VERDICT.SENTENCE],
          [inAsked(top.sentence), asked],
          [inParagraph(top.paragraph - 1), VERDICT.PARAGRAPH],
          [inNear(top.paragraph - 1), VERDICT.NEAR],
        ]
      : []
    let [whole, found, unknown] = [0, 0, 0]
    const missing: string[] = []
    for (const part of parts) {
      const weight = part.terms.reduce((sum, term) => sum + idf(term), 0)
      let best = 0
      for (const [terms, worth] of places) {
        if (worth > best) best = Math.max(best, worth * shareOf(part, terms, weight, idf))
      }
      whole += weight
      found += weight * best
      if (part.alternatives.length === 0 && !part.terms.some(known)) unknown += weight
      if (![part.terms, ...part.alternatives].some(isSpoken)) missing.push(part.typed)
    }
    if (whole === 0) return { share: -VERDICT.UNKNOWN, missing }
    // of what is said around a long question the passage need not have any
    const around = Math.min(1, VERDICT.LONG / parts.length)
    const share = Math.min(1, found / whole / around) - (VERDICT.UNKNOWN * unknown) / whole
    return { share, missing }
  }
}

/** How much of a part, or of the best of its synonyms, is among terms: 0 to 1. */
function shareOf(
  { terms, alternatives }: QueryPart,
  among: ReadonlySet<string>,
  weight: number,
  idf: (term: string) => number,
): number {
  let own = 0
  for (const term of terms) if (among.has(term)) own += idf(term)
  let best = own / weight
  for (const alternative of alternatives) {
    const has = alternative.filter((term) => among.has(term)).length
    best = Math.max(best, (RANKING.SYNONYM * has) / Math.max(1, alternative.length))
  }
  return best
}
