import { paragraphsOf, sectionLabel, topSections } from './speech.ts'
import type { Speech } from './speech.ts'

/** What a reference names: whole sections, or paragraphs by number in the order asked for. */
export type Place =
  | { readonly kind: 'section'; readonly number: string }
  | { readonly kind: 'paragraphs'; readonly numbers: readonly number[] }

/** A reference that names nothing. `typed` is the part that does not exist. */
export interface NoPlace {
  readonly kind: 'unknown'
  readonly typed: string
}

/** Number words, in order from one. */
export const ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(/\s+/u)
export const CARDINALS =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`.split(/\s+/u)
// other words for the first and the last section
const BEGINNING = /\b(?:intro|introduction|beginning|opening|start)\b/u
const ENDING = /\b(?:conclusion|ending|end|closing|close)\b/u
const IDLE = new Set(
  'the a an of on about in and for to point part section chapter paragraph no number speech key'.split(
    ' ',
  ),
)

/**
 * Reads a reference as people type it: `3`, `3.1`, `§3.1`, `¶14`, `p14`, `13-15`, `14,16`,
 * `first point`, `democracy`. A bare number is a section where there is one, else a paragraph;
 * so is a range whose two ends are sections.
 */
export function findPlace(speech: Speech, typed: string): Place | NoPlace {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]|\bto\b/gu, '-')
    .replace(/^[\s([{"'“]+|[\s)\]}"'”?!]+$/gu, '')
    .replace(/^from /u, '')
    // "§3.1, ¶13": the paragraph says it all
    .replace(/^§\s*[\d.]+[\s,;·]+(?=¶)/u, '')
    // "section three", "third section", "5th paragraph", "14 16"
    .replace(
      /\b(sections?|chapters?|parts?|paragraphs?|paras?) ([a-z]+)$/u,
      (whole, mark: string, word: string) =>
        CARDINALS.includes(word) ? `${mark} ${CARDINALS.indexOf(word) + 1}` : whole,
    )
    .replace(
      /^(?:the )?([a-z]+|\d+(?:st|nd|rd|th)) (section|chapter|part|paragraph|para)$/u,
      (whole, word: string, mark: string) => {
        const all = mark.startsWith('para') ? speech.paragraphs : topSections(speech)
        const nth =
          word === 'last' ? all.length : ORDINALS.indexOf(word) + 1 || Number.parseInt(word, 10)
        return nth > 0 ? `${mark} ${nth}` : whole
      },
    )
    .trim()
  return (
    labelled(speech, text) ??
    numbered(speech, text.replace(/(\d)\s+(?=\d)/gu, '$1,')) ??
    titled(speech, text) ?? { kind: 'unknown', typed }
  )
}

// what the bot writes itself: '§3.1 First: mutual respect · ¶14', or the label without the paragraph
function labelled(speech: Speech, text: string): Place | NoPlace | undefined {
  // a title may begin with a number ("§2 2020 in review")
  const whole = speech.sections.find(
    ({ number }) =>
      sectionLabel(speech, number).normalize('NFKC').toLowerCase() ===
      `§${text.replace(/^§/u, '')}`,
  )
  if (whole) return { kind: 'section', number: whole.number }
  const [, section = '', paragraph] =
    /^§\s*(\d+(?:\.\d+)*)\s+[^\d\s].*?(?:·\s*¶\s*(\d+))?$/su.exec(text) ?? []
  if (paragraph !== undefined) return numbered(speech, `¶${paragraph}`)
  return section === '' ? undefined : numbered(speech, `§${section}`)
}

function numbered(speech: Speech, text: string): Place | NoPlace | undefined {
  const match =
    /^(§+|¶+|(?:sections?|sec|sect|chapters?|parts?|paragraphs?|paras?|par|pp?|s|nos?)\b\.?|p(?=\d)|s(?=\d)|#)?\s*(\d[\d.,;&\s\-§¶p]*|\d)$/u.exec(
      text.replace(/\band\b/gu, ','),
    )
  if (!match) return undefined
  const mark = /^(?:§|s|ch|part)/u.test(match[1] ?? '')
    ? 'section'
    : match[1] && !/^(?:no|#)/u.test(match[1])
      ? 'paragraph'
      : undefined
  const parts = (match[2] ?? '')
    .split(/[,;&]/u)
    .map((part) => part.replace(/[§¶p\s]/gu, '').replace(/\.$/u, ''))
    .filter(Boolean)
  const isSection = (number: string): boolean =>
    speech.sections.some((section) => section.number === number)

  if (parts.length === 1 && mark !== 'paragraph' && isSection(parts[0] ?? ''))
    return { kind: 'section', number: parts[0] ?? '' }
  const numbers: number[] = []
  for (const part of parts) {
    const range = /^([\d.]+)-([\d.]+)$/u.exec(part)
    const [from, to] = range ? [range[1] ?? '', range[2] ?? ''] : [part, part]
    if (mark !== 'paragraph' && isSection(from) && isSection(to)) {
      const ends = [...paragraphsOf(speech, from), ...paragraphsOf(speech, to)]
      for (let number = Math.min(...ends); number <= Math.max(...ends); number++)
        numbers.push(number)
      continue
    }
    const [low, high] = [Math.min(Number(from), Number(to)), Math.max(Number(from), Number(to))]
    const exists =
      mark !== 'section' &&
      /^\d+$/u.test(from) &&
      /^\d+$/u.test(to) &&
      low >= 1 &&
      high <= speech.paragraphs.length
    if (!exists) return { kind: 'unknown', typed: part }
    for (let number = low; number <= high; number++) numbers.push(number)
  }
  if (numbers.length === 0) return undefined
  return { kind: 'paragraphs', numbers: [...new Set(numbers)] }
}

function titled(speech: Speech, text: string): Place | undefined {
  const wanted = words(text)
  // "-1" is no title
  if (wanted.length === 0 || !/\p{L}/u.test(text)) return undefined
  if (wanted.length === 1 && wanted[0] === 'last') {
    const children = speech.sections.filter((section) => section.number.includes('.'))
    const last = /point/u.test(text) ? children.at(-1) : speech.sections.at(-1)
    return last && { kind: 'section', number: last.number }
  }
  // every word typed is a word of the title, or begins one ("democra" does, "democratic" does not)
  const matching = speech.sections.filter((section) => {
    const title = words(section.title)
    return wanted.every((word) =>
      title.some((other) => other === word || (word.length >= 4 && other.startsWith(word))),
    )
  })
  // the shortest title is the closest; of equals, the first
  const best = [...matching].sort((a, b) => words(a.title).length - words(b.title).length)[0]
  if (best) return { kind: 'section', number: best.number }
  if (wanted.length > 1) return undefined
  const parts = topSections(speech)
  const end = BEGINNING.test(text) ? parts[0] : ENDING.test(text) ? parts.at(-1) : undefined
  return end && { kind: 'section', number: end.number }
}

function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => {
      const ordinal = /^(\d+)(?:st|nd|rd|th)?$/u.exec(word)?.[1] ?? CARDINALS.indexOf(word) + 1
      return ORDINALS[Number(ordinal) - 1] ?? word
    })
    .filter((word) => word !== '' && !IDLE.has(word))
}

/** The paragraph numbers that a place covers. */
export function paragraphsAt(speech: Speech, place: Place): readonly number[] {
  return place.kind === 'section' ? paragraphsOf(speech, place.number) : place.numbers
}

/** The paragraphs of a section and of all that lies under it: '3' => '¶12–20', '4' => '¶21' */
export function span(speech: Speech, section: string): string {
  const numbers = paragraphsOf(speech, section)
  return numbers.length === 1 ? `¶${numbers[0]}` : `¶${numbers[0]}–${numbers.at(-1)}`
}

/** Sections for autocomplete: all, or those whose number or title goes with what is typed. */
export function suggestSections(speech: Speech, typed: string): string[] {
  const wanted = words(typed.replace(/[§¶]/gu, ''))
  return speech.sections
    .map((section) => sectionLabel(speech, section.number))
    .filter((label) => {
      const number = /^§([\d.]+)/u.exec(label)?.[1] ?? ''
      const title = words(label.slice(number.length + 1))
      return (
        typed.trim() === '' ||
        number.startsWith(typed.replace(/[§\s]/gu, '')) ||
        (wanted.length > 0 && wanted.every((word) => title.some((other) => other.startsWith(word))))
      )
    })
}

/** [13, 14, 15, 17] => '13-15,17', which `findPlace` reads; ascending numbers */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}
