/** How a passage is shown, wherever it is shown: its block, its buttons, who said it. */
import type { Context } from './command.ts'
import { pressId, textBlock, type Action, type Block, type Range, type Text } from './reply.ts'
import { ranges } from './speech/references.ts'
import { paragraphAt, referenceTo, sectionAt, sectionLabel } from './speech/speech.ts'
import type { Paragraph, Speech, SpokenLine } from './speech/speech.ts'

/** A paragraph whole, with the sentences of these numbers (from 0) set off. */
export function passage(speech: Speech, number: number, sentences: readonly number[] = []): Block {
  const paragraph = paragraphAt(speech, number)
  return {
    kind: 'passage',
    reference: referenceTo(speech, number),
    text: paragraph.text,
    strong: [...sentences].sort((a, b) => a - b).map((sentence) => rangeOf(paragraph, sentence)),
  }
}

/** Where a sentence stands in its paragraph, the white space after it left out. */
function rangeOf(paragraph: Paragraph, sentence: number): Range {
  const start = paragraph.sentences.slice(0, sentence).join('').length
  return { start, end: start + (paragraph.sentences[sentence] ?? '').trimEnd().length }
}

/**
 * A sentence (from 0) of a paragraph, with marks where the paragraph goes on before and after it.
 * @param longest characters after which it is cut at a space
 */
export function excerpt(
  speech: Speech,
  number: number,
  sentence: number,
  longest = Infinity,
): Block {
  const paragraph = paragraphAt(speech, number)
  const { text, section } = paragraph
  const { start, end } = rangeOf(paragraph, sentence)
  const space = text.lastIndexOf(' ', start + longest)
  const isCut = end > start + longest && space > start
  return excerptAt(
    speech,
    { text, section, paragraph: number },
    { start, end: isCut ? space : end },
  )
}

/**
 * A piece of a spoken line by its offsets, with marks where the line goes on.
 * @param strong what to set off, as offsets into the line
 */
export function excerptAt(
  speech: Speech,
  { text, section, paragraph }: SpokenLine,
  { start, end }: Range,
  strong: readonly Range[] = [],
): Block {
  return {
    kind: 'excerpt',
    reference:
      paragraph === undefined ? sectionLabel(speech, section) : referenceTo(speech, paragraph),
    before: start > 0 ? '… ' : '',
    text: text.slice(start, end),
    after: end < text.length ? ' …' : '',
    strong: strong.map((range) => ({ start: range.start - start, end: range.end - start })),
  }
}

/** The numbers (from 0) of the sentences of a paragraph that a piece of it lies in, in order. */
export function sentencesAt(paragraph: Paragraph, piece: Range): number[] {
  return paragraph.sentences.flatMap((_, sentence) => {
    const { start, end } = rangeOf(paragraph, sentence)
    return start < piece.end && end > piece.start ? [sentence] : []
  })
}

/** The sentences of a spoken line that a piece of it lies in: from the start of the first to the end of the last. */
export function sentencesAround(
  speech: Speech,
  { text, paragraph }: SpokenLine,
  piece: Range,
): Range {
  if (paragraph === undefined) return { start: 0, end: text.length }
  const whole = paragraphAt(speech, paragraph)
  const sentences = sentencesAt(whole, piece)
  return {
    start: rangeOf(whole, sentences[0] ?? 0).start,
    end: rangeOf(whole, sentences.at(-1) ?? 0).end,
  }
}

/** The buttons under paragraphs that are shown: reading on before and after them, and what can be done with them. */
export function passageActions(context: Context, ...numbers: readonly number[]): Action[] {
  const { speech, say } = context
  const to = (label: string, number: number): Action[] =>
    speech.paragraphs[number - 1] ? [{ ...paragraphAction(number), label }] : []
  return [
    ...to(say.plain('previous'), Math.min(...numbers) - 1),
    ...to(say.plain('next'), Math.max(...numbers) + 1),
    ...citing(context, ...[...numbers].sort((a, b) => a - b)),
  ]
}

/** Seeing what stands around a paragraph; citing and copying one or several (ascending). */
export function citing({ say }: Context, ...numbers: readonly number[]): Action[] {
  const list = ranges(numbers)
  return [
    ...(numbers.length === 1
      ? [{ label: say.plain('context'), press: pressId('section', `x${list}`) }]
      : []),
    { label: say.plain('cite'), press: pressId('section', `c${list}`) },
    { label: say.plain('copy'), press: pressId('section', `y${list}`) },
  ]
}

/** A button to a paragraph, labelled ¶14. */
export function paragraphAction(number: number): Action {
  return { label: `¶${number}`, press: pressId('section', `p${number}`) }
}

/** A button to the outline. */
export function outlineAction({ say }: Context): Action {
  return { label: say.plain('outline'), press: pressId('section', 'o') }
}

/** The small line that says who speaks: on every reply that has words of the speech. */
export function attribution({ speech, say }: Context): Block {
  const { speaker, office, occasion, date } = speech
  return {
    kind: 'note',
    onEveryPage: true,
    text: say('attribution', { speaker, office, occasion, date: say.date(date) }),
  }
}

/** Who spoke, when and where. */
export function onSpeech({ speech, say }: Context): Block {
  const { title, speaker, office, occasion, date } = speech
  return textBlock(say('about.speech', { title, speaker, office, occasion, date: say.date(date) }))
}

/** Whose words the section titles are. */
export function onTitles({ speech, say }: Context): Text {
  const spoken = speech.sections.filter(({ spokenTitle }) => spokenTitle)
  return spoken.length > 0
    ? say('about.titles.except', {
        titles: spoken.map(({ number }) => sectionLabel(speech, number)).join(', '),
      })
    : say('about.titles')
}

/** A passage in the JSON front. */
export function passageData(
  speech: Speech,
  number: number,
  sentences: readonly number[] = [],
): Record<string, unknown> {
  const paragraph = paragraphAt(speech, number)
  return {
    paragraph: number,
    section: paragraph.section,
    title: sectionAt(speech, paragraph.section).title,
    text: paragraph.text,
    sentences: sentences.map((sentence) => (paragraph.sentences[sentence] ?? '').trimEnd()),
  }
}
