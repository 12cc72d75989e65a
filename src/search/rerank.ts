import { RANKING } from './ranking.ts'
import type { Ranked } from './ranking.ts'

/** A passage that was looked at more closely. */
export interface Candidate extends Ranked {
  /** how much of the question it has */
  readonly share: number
}

/**
 * The last step of the ranking: the first passages in the order of score · (1 + share), those that speak of
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
