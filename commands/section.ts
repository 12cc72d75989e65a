import { BOOLEAN, STRING, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { citations } from '../src/citation.ts'
import { en } from '../src/language/en.ts'
import {
  attribution,
  excerptWhole,
  onTitles,
  passage,
  passageActions,
  passageData,
  readingOn,
} from '../src/passage.ts'
import { LONGEST_PRESS, asTyped, noteBlock, pressId, refusal, textBlock } from '../src/reply.ts'
import type { Action, Block, Menu, Reply } from '../src/reply.ts'
import { findPlace, paragraphsAt, ranges, span, suggestSections } from '../src/speech/references.ts'
import type { NoPlace, Place } from '../src/speech/references.ts'
import {
  paragraphAt,
  paragraphsOf,
  referenceTo,
  sectionLabel,
  withChildren,
} from '../src/speech/speech.ts'
import { findAction } from './find.ts'

/** /section: a section or paragraphs by any reasonable reference, or the outline. */
export const section: Command = {
  declaration: {
    name: 'section',
    description: en.section,
    options: [
      {
        type: STRING,
        name: 'section',
        description: en['section.section'],
        autocomplete: true,
        max_length: 100,
      },
      { type: BOOLEAN, name: 'private', description: en['section.private'] },
    ],
  },
  answer: (options, context) => {
    const typed = textOption(options, 'section')
    if (typed === '') return outline(context)
    const place = findPlace(context.speech, typed)
    return place.kind === 'unknown' ? nowhere('section', place, context) : read(place, context)
  },
  press: (argument, context) => {
    const { speech } = context
    const [, verb = '', rest = ''] = /^([a-z])(.*)$/su.exec(argument) ?? []
    const number =
      /^\d{1,6}$/u.test(rest) && speech.paragraphs[Number(rest) - 1] ? Number(rest) : undefined
    if (verb === 'o' && rest === '') return outline(context)
    if (verb === 's' && speech.sections.some((candidate) => candidate.number === rest))
      return read({ kind: 'section', number: rest }, context)
    if (verb === 'p' || verb === 'l') {
      const place = /^[\d,-]+$/u.test(rest) ? findPlace(speech, `¶${rest}`) : undefined
      return place?.kind === 'paragraphs' ? read(place, context) : undefined
    }
    if (verb === 'q') {
      const [, paragraph = '', sentence = ''] = /^(\d{1,6})\.(\d{1,4})$/u.exec(rest) ?? []
      if (speech.paragraphs[Number(paragraph) - 1]?.sentences[Number(sentence)] === undefined)
        return undefined
      return sentenceAlone(Number(paragraph), Number(sentence), context)
    }
    if (number === undefined) return undefined
    if (verb === 'x')
      return read(
        {
          kind: 'paragraphs',
          numbers: [number - 1, number, number + 1].filter((n) => speech.paragraphs[n - 1]),
        },
        context,
        number,
      )
    if (verb === 'c') return cite(number, context)
    if (verb === 'y') return copy(number, context)
    return undefined
  },
  suggest: (typed, { speech }) => suggestSections(speech, typed),
}

/** What to say of a reference that names nothing: what there is, and to whom typed words, how they are found. */
export function nowhere(
  command: string,
  { typed }: NoPlace,
  { speech, search, say }: Context,
): Reply {
  const text = say('section.unknown', {
    typed: asTyped(typed),
    sections: speech.sections.map(({ number }) => number).join(', '),
    last: String(speech.paragraphs.length),
  })
  if (!/\p{L}{2}/u.test(typed)) return refusal(command, text)
  const isThere = search.find(typed, false).matches.length > 0
  return {
    ...refusal(command, [...text, ' ', ...say('section.words')]),
    actions: [isThere ? findAction(`/find ${typed}`, typed, false) : []],
  }
}

/** The titles of all sections with their paragraphs. */
export function outline(context: Context): Reply {
  const { speech, say } = context
  return {
    command: 'section',
    blocks: [
      { kind: 'heading', text: [speech.title] },
      ...speech.sections.map(({ number, title }) =>
        textBlock([{ strong: `§${number}` }, ` ${title} · ${span(speech, number)}`]),
      ),
      noteBlock(onTitles(context)),
      attribution(context),
    ],
    menu: sectionMenu(context),
    address: pressId('section', 'o'),
    data: {
      title: say.plain('outline'),
      sections: speech.sections.map((part) => ({
        number: part.number,
        title: part.title,
        paragraphs: paragraphsOf(speech, part.number),
      })),
      passages: [],
    },
  }
}

function read(place: Place, context: Context, centre?: number): Reply {
  const { speech, say } = context
  const numbers = paragraphsAt(speech, place)
  const [first = 1] = numbers
  const list = ranges(numbers)
  if (place.kind === 'paragraphs' && list.length > LONGEST_PRESS)
    return refusal('section', say('section.many'))
  const argument =
    centre !== undefined ? `x${centre}` : place.kind === 'section' ? `s${place.number}` : `p${list}`
  const title =
    place.kind === 'section'
      ? sectionLabel(speech, place.number)
      : numbers.length === 1
        ? referenceTo(speech, first)
        : `¶${list}`
  const blocks =
    place.kind === 'section'
      ? wholeSection(place.number, context)
      : numbers.map((number) => passage(speech, number))
  const actions: Action[] =
    numbers.length === 1 || centre !== undefined
      ? passageActions(context, centre ?? first)
      : readingOn(context, Math.min(...numbers), Math.max(...numbers))
  return {
    command: 'section',
    blocks: [...blocks, attribution(context)],
    actions: [actions],
    ...(place.kind === 'section' ? { menu: sectionMenu(context) } : {}),
    address: pressId('section', argument),
    data: { title, passages: numbers.map((number) => passageData(speech, number)) },
  }
}

function wholeSection(number: string, { speech }: Context): Block[] {
  return withChildren(speech, number).flatMap((part): Block[] => [
    { kind: 'heading', text: [sectionLabel(speech, part.number)] },
    ...part.lines.map((line): Block =>
      line.kind === 'aside' ? line : passage(speech, line.paragraph),
    ),
  ])
}

function sectionMenu({ speech, say }: Context): Menu {
  return {
    label: say.plain('choose'),
    choices: speech.sections.map(({ number }) => ({
      label: sectionLabel(speech, number),
      detail: span(speech, number),
      press: pressId('section', `s${number}`),
    })),
  }
}

function sentenceAlone(paragraph: number, sentence: number, context: Context): Reply {
  return {
    command: 'section',
    blocks: [excerptWhole(context.speech, paragraph, sentence), attribution(context)],
    actions: [passageActions(context, paragraph)],
    address: pressId('section', `q${paragraph}.${sentence}`),
    data: {
      title: referenceTo(context.speech, paragraph),
      passages: [passageData(context.speech, paragraph, [sentence])],
    },
  }
}

function cite(number: number, { speech, say }: Context): Reply {
  const styles = citations(speech, number, say.plain('cite.plain'))
  return {
    command: 'section',
    private: true,
    beside: true,
    blocks: [
      { kind: 'heading', text: say('cite.title', { reference: referenceTo(speech, number) }) },
      ...styles.map(({ style, text }): Block => ({ kind: 'copy', label: style, text })),
    ],
    address: pressId('section', `c${number}`),
    data: {
      title: referenceTo(speech, number),
      citations: Object.fromEntries(styles.map(({ style, text }) => [style, text])),
    },
  }
}

function copy(number: number, { speech, say }: Context): Reply {
  const reference = referenceTo(speech, number)
  return {
    command: 'section',
    private: true,
    beside: true,
    blocks: [
      {
        kind: 'copy',
        label: say.plain('copy.text', { reference }),
        text: paragraphAt(speech, number).text,
      },
    ],
    address: pressId('section', `y${number}`),
    data: { title: reference, passages: [passageData(speech, number)] },
  }
}
