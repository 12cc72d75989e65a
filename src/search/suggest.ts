/** What is offered: questions while one types, topics where the speech does not say what is asked. */
import { LIMITS } from '../limits.ts'
import type { Speech } from '../speech/speech.ts'
import { STOP_WORDS, tokenise } from './analysis.ts'
import type { Editorial } from './editorial.ts'
import { lazy } from './lazy.ts'

/** Topics shown. */
const TOPICS = 3

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
      .map(({ text, words, terms }) => ({
        text,
        score:
          whole.filter((term) => terms.includes(term)).length +
          (words.includes(` ${last.word}`) ? 0.75 : 0) +
          (words.startsWith(beginning) ? 1 : 0),
      }))
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
function offer({ questions }: Editorial, termsOf: readonly (readonly string[])[]) {
  const all = questions
    .map(({ text, answers }, at) => ({
      text,
      words: ` ${text.toLowerCase()}`,
      terms: termsOf[at] ?? [],
      paragraph: answers[0]?.paragraph ?? 0,
    }))
    .filter(({ text }) => text.length <= LIMITS.CHOICE && text.endsWith('?'))
  // an index may have a question twice
  const offered = [...new Map(all.map((one) => [one.text, one])).values()]
  const starters = offered
    .filter(({ paragraph }, at) => offered.findIndex((one) => one.paragraph === paragraph) === at)
    .sort((a, b) => a.paragraph - b.paragraph)
    .map(({ text }) => text)
    .slice(0, LIMITS.CHOICES)
  return { offered, starters }
}

/**
 * What the speech does speak of, to offer where it does not say what is asked.
 * @returns a function of the paragraphs that are nearest to a question, best first; it gives at most three topics
 *   of the editorial index, or without one titles of sections
 */
export function buildTopicsNear(
  { paragraphs, sections }: Speech,
  { topics }: Editorial,
): (nearest: readonly number[]) => readonly string[] {
  const all = paragraphs.map(({ number }) => number)
  // where nothing is near, from all over the speech: its first words are seldom what it is about
  const spread = [0.25, 0.5, 0.75].map((part) => Math.ceil(all.length * part))
  const titles = sections
    .filter(({ lines }) => lines.some(({ kind }) => kind === 'paragraph'))
    .map(({ title }) => title)
  return (nearest) => {
    const shown = new Set<string>()
    for (const number of new Set([...nearest, ...spread, ...all])) {
      const [topic] = topics[number - 1] ?? []
      if (topic !== undefined) shown.add(topic)
      if (shown.size === TOPICS) break
    }
    return shown.size > 0 ? [...shown] : titles.slice(0, TOPICS)
  }
}
