import { STOP_WORDS, tokenise } from './analysis.ts'
import type { Token } from './analysis.ts'
import type { Editorial } from './editorial.ts'

/** Discord's limits for autocomplete: 25 choices of at most 100 characters. */
const CHOICES = 25
const LENGTH = 100

/**
 * Offers editorial questions: while nothing is typed, one of each paragraph in turn; then those
 * that have most of the words typed, the last of which may be unfinished.
 * @param tokensOf the tokens of each editorial question
 */
export function buildSuggest(
  editorial: Editorial,
  tokensOf: readonly (readonly Token[])[],
): (typed: string) => readonly string[] {
  // made when somebody first types: nothing else waits for it
  let made: ReturnType<typeof offer> | undefined
  return (typed) => {
    made ??= offer(editorial, tokensOf)
    const { offered, starters } = made
    const tokens = tokenise(typed.slice(0, 200))
    const last = tokens.at(-1)
    if (!last) return starters
    const whole = tokens.map(({ term }) => term).filter((term) => !STOP_WORDS.has(term))
    const startsAlike = (words: readonly Token[]): boolean =>
      tokens.every(({ word }, at) => words[at]?.word === word)
    const scored = offered
      .map(({ text, tokens: words }) => ({
        text,
        score:
          whole.filter((term) => words.some((word) => word.term === term)).length +
          (words.some(({ word }) => word.startsWith(last.word)) ? 0.75 : 0) +
          (startsAlike(words) ? 1 : 0),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
    // a question with half of what the nearest has is not near
    const enough = (scored[0]?.score ?? 0) / 2
    return scored
      .filter(({ score }) => score > enough)
      .slice(0, CHOICES)
      .map(({ text }) => text)
  }
}

// what is offered at all, and what before anything is typed
function offer(editorial: Editorial, tokensOf: readonly (readonly Token[])[]) {
  const offered = editorial.questions
    .map((question, at) => ({ ...question, tokens: tokensOf[at] ?? [] }))
    .filter(({ text }) => text.length <= LENGTH && text.endsWith('?'))
  const firstOf = new Map<number, string>()
  for (const { text, answers } of offered) {
    const paragraph = answers[0]?.paragraph
    if (paragraph !== undefined && !firstOf.has(paragraph)) firstOf.set(paragraph, text)
  }
  const starters = [...firstOf]
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
    .slice(0, CHOICES)
  return { offered, starters }
}
