import { BOOLEAN, SLASH, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import {
  attribution,
  excerptWhole,
  passage,
  passageActions,
  passageData,
  plainText,
} from '../src/passage.ts'
import { asTyped, pressId } from '../src/reply.ts'
import type { Reply } from '../src/reply.ts'
import { findPlace, paragraphsAt, suggestSections } from '../src/speech/references.ts'
import { paragraphAt } from '../src/speech/speech.ts'

/** /quote: a passage at random, none twice in a channel until all were shown. */
export const quote: Command = {
  declaration: {
    type: SLASH,
    name: 'quote',
    description: en.quote,
    options: [
      {
        type: STRING,
        name: 'section',
        description: en['quote.section'],
        autocomplete: true,
        max_length: 100,
      },
      { type: BOOLEAN, name: 'short', description: en['quote.short'] },
      { type: BOOLEAN, name: 'private', description: en['quote.private'] },
    ],
  },
  answer: (options, context) => {
    const { speech, say } = context
    const section = textOption(options, 'section')
    const place = section === '' ? undefined : findPlace(speech, section)
    if (place && place.kind !== 'section' && place.kind !== 'paragraphs') {
      const sections = speech.sections.map((candidate) => candidate.number).join(', ')
      const text = say('quote.unknown', { typed: asTyped(section), sections })
      return {
        command: 'quote',
        private: true,
        blocks: [{ kind: 'text', text }],
        data: { error: plainText(text) },
      }
    }
    const numbers = place
      ? paragraphsAt(speech, place)
      : speech.paragraphs.map((paragraph) => paragraph.number)
    return draw(
      numbers,
      place?.kind === 'section' ? place.number : '',
      flagOption(options, 'short'),
      context,
    )
  },
  press: (argument, context) => {
    const [kind, section] = /^([ps])((?:\d+(?:\.\d+)*)?)$/u.exec(argument)?.slice(1) ?? []
    if (kind === undefined || section === undefined) return undefined
    if (
      section !== '' &&
      !context.speech.sections.some((candidate) => candidate.number === section)
    )
      return undefined
    const place = { kind: 'section', number: section } as const
    const numbers =
      section === ''
        ? context.speech.paragraphs.map((paragraph) => paragraph.number)
        : paragraphsAt(context.speech, place)
    return draw(numbers, section, kind === 's', context)
  },
  suggest: (option, typed, { speech }) =>
    option === 'section' ? suggestSections(speech, typed) : [],
}

function draw(
  numbers: readonly number[],
  section: string,
  short: boolean,
  context: Context,
): Reply {
  const { speech, say, deck, channel } = context
  const cards = numbers.flatMap((number) =>
    short
      ? paragraphAt(speech, number).sentences.map((_, sentence) => `${number}.${sentence}`)
      : [String(number)],
  )
  const [number = 1, sentence] = deck.draw(channel, cards).split('.').map(Number)
  const another = {
    label: say.plain('another'),
    press: pressId('quote', `${short ? 's' : 'p'}${section}`),
  }
  const whole = { label: say.plain('whole'), press: pressId('section', `p${number}`) }
  return {
    command: 'quote',
    blocks: [
      sentence === undefined ? passage(speech, number) : excerptWhole(speech, number, sentence),
      attribution(context),
    ],
    actions: [
      passageActions(context, number),
      sentence === undefined ? [another] : [another, whole],
    ],
    address: pressId('section', sentence === undefined ? `p${number}` : `q${number}.${sentence}`),
    data: { passages: [passageData(speech, number, sentence === undefined ? [] : [sentence])] },
  }
}
