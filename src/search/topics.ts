import type { Speech } from '../speech/speech.ts'
import type { Editorial } from './editorial.ts'

const SHOWN = 3

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
      const [topic] = topics.get(number) ?? []
      if (topic !== undefined) shown.add(topic)
      if (shown.size === SHOWN) break
    }
    return shown.size > 0 ? [...shown] : titles.slice(0, SHOWN)
  }
}
