import { setsOf } from './corpus.ts'
import type { QueryPart } from './query.ts'
import { RANKING } from './ranking.ts'

/** Whether the speech says it, says something near it, or does not say it. */
export type Verdict = 'answered' | 'related' | 'absent'

/**
 * How much of the question a passage has, rarer words counting more (idf): from 1, every word, to
 * -1.5, where every word is nowhere in the index, for unknown words count against it.
 */
export interface Support {
  /** by the answering sentence with the editorial question that fits best */
  readonly answers: number
  /** by the whole paragraph with its topics and every question that it answers */
  readonly mentions: number
  /** the words of the question that nothing in the index has */
  readonly missing: readonly string[]
}

export const VERDICT = {
  /** A sentence that has this much of the question answers it. */
  ANSWERED: 0.46,
  /** Where the best paragraph has less than this, the speech does not speak of it. */
  RELATED: 0.3,
  /** The same for a speech without readers' questions, where an unknown word is likelier another word for what it says. */
  RELATED_ALONE: -0.4,
  /** Words and phrases of a question; from here on it has others around what is asked. */
  LONG: 4,
  /** Up to so many words and phrases, a question is a bare topic ("arms race"). */
  TOPIC: 2,
  /** What neither the speech nor any reader's question has is likelier foreign to the speech than rare in it. */
  UNKNOWN: 1.5,
} as const

// what asks for a figure, and what is one
const ASKS_FIGURE =
  /\bhow (?:many|long|old|big|tall)\b|\b(?:what|which) (?:year|date|number|percentage)\b|\bnumber of\b/iu
const FIGURE =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|trillions?|decades?|centur(?:y|ies))\b/iu
const ASKS_SHARE = /\bpercent(?:age)?\b|\bper cent\b|%/iu

/** Whether a sentence has a figure where the question asks for one. */
export function hasFigureFor(question: string, sentences: string): boolean {
  if (ASKS_SHARE.test(question)) return ASKS_SHARE.test(sentences)
  return !ASKS_FIGURE.test(question) || FIGURE.test(sentences)
}

/**
 * @param hasFigure see `hasFigureFor`: no answer without the figure that is asked for
 * @param alone whether the speech has no editorial questions
 */
export function judge({ answers, mentions }: Support, hasFigure: boolean, alone: boolean): Verdict {
  if (mentions < (alone ? VERDICT.RELATED_ALONE : VERDICT.RELATED)) return 'absent'
  return answers >= VERDICT.ANSWERED && hasFigure ? 'answered' : 'related'
}

/** Measures support against an index of terms, by paragraph number - 1. */
export function buildSupport(index: {
  /** the text and topics of each paragraph */
  readonly own: readonly (readonly string[])[]
  /** the same with every question that it answers */
  readonly paragraphs: readonly (readonly string[])[]
  readonly idf: (term: string) => number
  readonly known: (term: string) => boolean
}): (
  parts: readonly QueryPart[],
  /** the terms of its answering sentence and of the editorial question that fits best */
  hit: { readonly paragraph: number; readonly unit: readonly (readonly string[])[] } | undefined,
) => Support {
  const pools = setsOf(index.paragraphs)
  const owns = setsOf(index.own)
  return (parts, hit) => {
    const at = (hit?.paragraph ?? 0) - 1
    const pool = pools(at)
    // a bare topic is in the speech only where the speech has it: a reader's question is not enough
    const isTopic = parts.length <= VERDICT.TOPIC
    const unit = isTopic ? owns(at) : new Set(hit?.unit.flat())
    let [whole, inPool, inUnit, unknown] = [0, 0, 0, 0]
    const missing: string[] = []
    for (const part of parts) {
      const weight = sum(part.terms.map(index.idf))
      const covered = (has: ReadonlySet<string>): number =>
        Math.max(
          sum(part.terms.filter((term) => has.has(term)).map(index.idf)) / weight,
          ...part.alternatives.map(
            (terms) =>
              (RANKING.SYNONYM * terms.filter((term) => has.has(term)).length) /
              Math.max(1, terms.length),
          ),
        )
      whole += weight
      inPool += weight * covered(pool)
      inUnit += weight * covered(unit)
      if (part.alternatives.length === 0 && !part.terms.some(index.known)) {
        unknown += weight
        missing.push(part.typed)
      }
    }
    // who asks at length says more around the question: that much of it need not be in the passage
    const around = Math.min(1, VERDICT.LONG / parts.length)
    const share = (inside: number): number =>
      whole === 0
        ? -VERDICT.UNKNOWN
        : Math.min(1, inside / (whole * around)) - (VERDICT.UNKNOWN * unknown) / whole
    return {
      answers: share(inUnit),
      mentions: share(inPool),
      missing,
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
