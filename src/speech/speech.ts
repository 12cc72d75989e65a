/** The speech as the rest of the program knows it: plain data, made by parse.ts. */
export interface Speech {
  readonly title: string
  readonly speaker: string
  /** the part of `speaker` that is the family name, where the file says which; else it is the last word */
  readonly familyName?: string | undefined
  readonly office: string
  readonly occasion: string
  /** ISO 8601, as in 2021-02-22 */
  readonly date: string
  /** where the text was published: an address, or words */
  readonly source: string
  readonly sections: readonly Section[]
  /** in the order spoken; paragraph n is at n - 1 */
  readonly paragraphs: readonly Paragraph[]
  /** SHA-256 of the file, in hexadecimal */
  readonly sha256: string
}

export interface Section {
  /** as in '3' or '3.1' */
  readonly number: string
  readonly title: string
  /** true where the title is the speaker's own words */
  readonly spokenTitle: boolean
  /** the lines under this heading itself, in order: numbered paragraphs and unnumbered asides */
  readonly lines: readonly Line[]
}

/** A paragraph, or words that are spoken but neither numbered nor searched ("Thank you!"). */
export type Line =
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'aside'; readonly text: string }

export interface Paragraph {
  /** from 1 */
  readonly number: number
  /** number of the section that holds it */
  readonly section: string
  readonly text: string
  /** joined, they are `text` exactly: each keeps the white space after it */
  readonly sentences: readonly string[]
}

/** A run of spoken words in one place: a numbered paragraph, an aside, or a title that was spoken. */
export interface SpokenLine {
  readonly text: string
  /** number of the section that holds it */
  readonly section: string
  /** undefined where it has no number */
  readonly paragraph?: number
}

/** All that the speaker said, in order. */
export function spokenLines(speech: Speech): readonly SpokenLine[] {
  return speech.sections.flatMap(({ number: section, title, spokenTitle, lines }): SpokenLine[] => [
    ...(spokenTitle ? [{ text: title, section }] : []),
    ...lines.map((line) =>
      line.kind === 'aside'
        ? { text: line.text, section }
        : { text: paragraphAt(speech, line.paragraph).text, section, paragraph: line.paragraph },
    ),
  ])
}

/** Paragraph `number`, from 1. @throws RangeError outside the speech */
export function paragraphAt(speech: Speech, number: number): Paragraph {
  const paragraph = speech.paragraphs[number - 1]
  if (!paragraph) throw new RangeError(`no paragraph ${number}`)
  return paragraph
}

/** The section with this number, as in '3.1'. @throws RangeError where there is none */
export function sectionAt(speech: Speech, number: string): Section {
  const section = speech.sections.find((candidate) => candidate.number === number)
  if (!section) throw new RangeError(`no section ${number}`)
  return section
}

/** The sections that are under no other, in order. */
export function topSections(speech: Speech): readonly Section[] {
  return speech.sections.filter(({ number }) => !number.includes('.'))
}

/** A section with all that lies under it: '3' gives 3, 3.1, 3.2, … */
export function withChildren(speech: Speech, number: string): readonly Section[] {
  return speech.sections.filter(
    (section) => section.number === number || section.number.startsWith(`${number}.`),
  )
}

/** The paragraph numbers of a section and of all that lies under it. */
export function paragraphsOf(speech: Speech, number: string): readonly number[] {
  return withChildren(speech, number).flatMap((section) =>
    section.lines.flatMap((line) => (line.kind === 'paragraph' ? [line.paragraph] : [])),
  )
}

/** 3.1 => '§3.1 First: mutual respect' */
export function sectionLabel(speech: Speech, number: string): string {
  return `§${number} ${sectionAt(speech, number).title}`
}

/** 14 => '§3.1 First: mutual respect · ¶14': the one way in which a passage is cited */
export function referenceTo(speech: Speech, paragraph: number): string {
  return `${sectionLabel(speech, paragraphAt(speech, paragraph).section)} · ¶${paragraph}`
}
