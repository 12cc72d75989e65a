import { LIMITS } from '../limits.ts'
import { STOP_WORDS, tokenise } from './analysis.ts'
import type { Editorial } from './editorial.ts'
import { lazy } from './lazy.ts'

/** A question that may be offered. */
interface Offered {
  readonly text: string
  readonly terms: readonly string[]
}

/**
 * Offers editorial questions: while nothing is typed, one of each paragraph in turn; then those
 * that have most of the words typed, the last of which may be unfinished.
 * @param termsOf the terms of each editorial question
 */
export function buildSuggest(
  editorial: Editorial,
  termsOf: readonly (readonly string[])[],
): (typed: string) => readonly string[] {
  const offers = lazy(() => offer(editorial, termsOf))
  return (typed) => {
    const { offered, starters } = offers()
    const tokens = tokenise(typed.slice(0, 200))
    const last = tokens.at(-1)
    if (!last) return starters
    const whole = tokens.map(({ term }) => term).filter((term) => !STOP_WORDS.has(term))
    const beginning = tokens.map(({ word }) => ` ${word}`).join('')
    const scored = offered
      .map(({ text, terms }) => {
        const words = ` ${text.toLowerCase()}`
        return {
          text,
          score:
            whole.filter((term) => terms.includes(term)).length +
            (words.includes(` ${last.word}`) ? 0.75 : 0) +
            (words.startsWith(beginning) ? 1 : 0),
        }
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
    // a question with half of what the nearest has is not near
    const enough = (scored[0]?.score ?? 0) / 2
    return scored
      .filter(({ score }) => score > enough)
      .slice(0, LIMITS.CHOICES)
      .map(({ text }) => text)
  }
}

// what is offered at all, and what before anything is typed
function offer(editorial: Editorial, termsOf: readonly (readonly string[])[]) {
  const offered: Offered[] = []
  const firstOf = new Map<number, string>()
  for (const [at, { text, answers }] of editorial.questions.entries()) {
    if (text.length > LIMITS.CHOICE || !text.endsWith('?')) continue
    offered.push({ text, terms: termsOf[at] ?? [] })
    const paragraph = answers[0]?.paragraph
    if (paragraph !== undefined && !firstOf.has(paragraph)) firstOf.set(paragraph, text)
  }
  const starters = [...firstOf]
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
    .slice(0, LIMITS.CHOICES)
  return { offered, starters }
}
