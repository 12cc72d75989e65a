import type { Speech } from '../speech/speech.ts'
import { tokenise } from './analysis.ts'

/** A place where words stand: verbatim, with the words around them on their line. */
export interface Match {
  readonly paragraph: number
  readonly section: string
  readonly before: string
  readonly match: string
  readonly after: string
  /** whether the paragraph goes on before `before` and after `after` */
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

const AROUND = 50

/**
 * Every place where the words stand one after the other, in order.
 * @param exact only these words (case, accents and kinds of quote aside); else all forms of them
 */
export function findWords(speech: Speech, words: string, exact: boolean): Match[] {
  const key = exact ? 'word' : 'term'
  const wanted = tokenise(words).map((token) => token[key])
  if (wanted.length === 0) return []
  return speech.paragraphs.flatMap(({ text, number, section }) => {
    const tokens = tokenise(text)
    const matches: Match[] = []
    for (let at = 0; at + wanted.length <= tokens.length; at++) {
      if (!wanted.every((word, index) => tokens[at + index]?.[key] === word)) continue
      const start = tokens[at]?.start ?? 0
      const end = tokens[at + wanted.length - 1]?.end ?? start
      const from = start <= AROUND ? 0 : text.indexOf(' ', start - AROUND) + 1
      const to = text.length - end <= AROUND ? text.length : text.lastIndexOf(' ', end + AROUND)
      matches.push({
        paragraph: number,
        section,
        before: text.slice(Math.min(from, start), start),
        match: text.slice(start, end),
        after: text.slice(end, Math.max(to, end)),
        cut: { before: from > 0, after: to < text.length },
      })
      at += wanted.length - 1
    }
    return matches
  })
}
