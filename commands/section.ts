import { PRIVATE, STRING, textOption, type Command, type Context } from '../src/command.ts'
import { citations } from '../src/citation.ts'
import { en } from '../src/language/en.ts'
import { nowhere, outline, placeAction, sectionMenu, titleOf } from '../src/outline.ts'
import { attribution, passage, passageActions, passageData } from '../src/passage.ts'
import { pressId } from '../src/reply.ts'
import type { Block, Reply } from '../src/reply.ts'
import {
  findPlace,
  paragraphsAt,
  ranges,
  shortReference,
  suggestSections,
} from '../src/speech/references.ts'
import type { Place } from '../src/speech/references.ts'
import { paragraphAt, referenceTo, sectionLabel, withChildren } from '../src/speech/speech.ts'

const WHOLE =
  /^\W*(?:the )?(?:outline|(?:table of )?contents|toc|(?:whole|entire) (?:speech|text)|all|everything)\W*$/iu

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
      PRIVATE,
    ],
  },
  answer: (options, context) => {
    const typed = textOption(options, 'section')
    if (typed === '' || WHOLE.test(typed)) return outline(context)
    const place = findPlace(context.speech, typed)
    return place.kind === 'unknown' ? nowhere(place, context) : read(place, context)
  },
  press: (argument, context) => {
    if (argument === 'o') return outline(context)
    const [, view = '', numbers = ''] = /^([a-z])([\d.,-]+)$/u.exec(argument) ?? []
    const place = findPlace(context.speech, `${view === 's' ? 's' : 'p'}${numbers}`)
    return place.kind === 'unknown' ? undefined : VIEWS[view]?.(place, context)
  },
  suggest: (typed, { speech }) => suggestSections(speech, typed),
}

/** What a press shows of a place, by the letter before it: 's3.1', 'p13-15', 'c14' */
const VIEWS: Readonly<Record<string, (place: Place, context: Context) => Reply>> = {
  s: read,
  p: read,
  x: readAround,
  c: cite,
  y: copy,
}

function read(place: Place, context: Context): Reply {
  const { speech } = context
  const numbers = paragraphsAt(speech, place)
  const blocks =
    place.kind === 'section'
      ? wholeSection(place.number, context)
      : numbers.map((number) => passage(speech, number))
  return {
    blocks: [...blocks, attribution(context)],
    actions: [
      passageActions(context, ...numbers),
      (place.near ?? []).map((other) => placeAction(speech, other)),
    ],
    ...(place.kind === 'section' ? { menu: sectionMenu(context) } : {}),
    address: pressId('section', shortReference(place)),
    data: {
      title: titleOf(speech, place),
      passages: numbers.map((number) => passageData(speech, number)),
    },
  }
}

/** Paragraphs with the one before them and the one after; the buttons stay those of the paragraphs. */
function readAround(place: Place, context: Context): Reply {
  const numbers = paragraphsAt(context.speech, place)
  const around = [Math.min(...numbers) - 1, ...numbers, Math.max(...numbers) + 1].filter(
    (number) => context.speech.paragraphs[number - 1],
  )
  return {
    ...read({ kind: 'paragraphs', numbers: around }, context),
    actions: [passageActions(context, ...numbers)],
    address: pressId('section', `x${ranges(numbers)}`),
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

/** What the person who pressed wants beside the message, not in its place. */
const BESIDE = { private: true, beside: true } as const

/** The paragraphs of a place in every style of citing. */
function cite(place: Place, { speech, say }: Context): Reply {
  const numbers = paragraphsAt(speech, place)
  const styles = citations(speech, numbers, say.plain('cite.plain'))
  const title = titleOf(speech, place)
  return {
    ...BESIDE,
    blocks: [
      { kind: 'heading', text: say('cite.title', { reference: title }) },
      ...styles.map(({ style, text }): Block => ({ kind: 'copy', label: style, text })),
    ],
    address: pressId('section', `c${ranges(numbers)}`),
    data: { title, citations: Object.fromEntries(styles.map(({ style, text }) => [style, text])) },
  }
}

/** The bare text of the paragraphs of a place. */
function copy(place: Place, context: Context): Reply {
  const { speech, say } = context
  const numbers = paragraphsAt(speech, place)
  return {
    ...BESIDE,
    blocks: [
      ...numbers.map((number): Block => ({
        kind: 'copy',
        label: say.plain('copy.text', { reference: referenceTo(speech, number) }),
        text: paragraphAt(speech, number).text,
      })),
      // it can be shared, and what is public says who speaks
      attribution(context),
    ],
    address: pressId('section', `y${ranges(numbers)}`),
    data: {
      title: titleOf(speech, place),
      passages: numbers.map((number) => passageData(speech, number)),
    },
  }
}
