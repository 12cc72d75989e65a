import { BOOLEAN, PRIVATE, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { nowhere } from '../src/outline.ts'
import {
  attribution,
  excerpt,
  paragraphAction,
  passage,
  passageActions,
  passageData,
} from '../src/passage.ts'
import { pressId, type Reply } from '../src/reply.ts'
import {
  findPlace,
  paragraphsAt,
  shortReference,
  suggestSections,
} from '../src/speech/references.ts'
import type { Place } from '../src/speech/references.ts'
import { paragraphAt } from '../src/speech/speech.ts'

/** /quote: a passage at random, none twice in a channel until all were shown. */
export const quote: Command = {
  declaration: {
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
      PRIVATE,
    ],
  },
  answer: (options, context) => {
    const typed = textOption(options, 'section')
    // "short" is the other option, typed into this one
    const section = typed.replace(/^short(?:\s+|$)|\s+short$/iu, '')
    const place = section === '' ? undefined : findPlace(context.speech, section)
    if (place?.kind === 'unknown') return nowhere(place, context)
    return draw(place, flagOption(options, 'short') || section !== typed, context)
  },
  press: (argument, context) => {
    const [, kind, scope = ''] = /^([ps])(.*)$/su.exec(argument) ?? []
    const place = scope === '' ? undefined : findPlace(context.speech, scope)
    if (kind === undefined || place?.kind === 'unknown') return undefined
    return draw(place, kind === 's', context)
  },
  suggest: (typed, { speech }) => suggestSections(speech, typed),
}

/** @param place undefined for the whole speech */
function draw(place: Place | undefined, short: boolean, context: Context): Reply {
  const { speech, say, deck, channel } = context
  const numbers = place
    ? paragraphsAt(speech, place)
    : speech.paragraphs.map(({ number }) => number)
  const cards = numbers.flatMap((number) =>
    short
      ? paragraphAt(speech, number).sentences.map((_, sentence) => `${number}.${sentence}`)
      : [String(number)],
  )
  const [number = 1, sentence] = deck.draw(channel, cards).split('.').map(Number)
  const another = {
    label: say.plain('another'),
    press: pressId('quote', `${short ? 's' : 'p'}${place ? shortReference(place) : ''}`),
  }
  const whole = { ...paragraphAction(number), label: say.plain('whole') }
  return {
    blocks: [
      sentence === undefined ? passage(speech, number) : excerpt(speech, number, sentence),
      attribution(context),
    ],
    actions: [
      passageActions(context, number),
      sentence === undefined ? [another] : [another, whole],
    ],
    // nothing draws a sentence again: one that is longer than a message goes on in others
    ...(sentence === undefined ? { address: pressId('section', `p${number}`) } : {}),
    data: { passages: [passageData(speech, number, sentence === undefined ? [] : [sentence])] },
  }
}
