import { BOOLEAN, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { attribution, excerptWhole, passage, passageActions, passageData } from '../src/passage.ts'
import { LONGEST_PRESS, pressId } from '../src/reply.ts'
import type { Reply } from '../src/reply.ts'
import { findPlace, paragraphsAt, ranges, suggestSections } from '../src/speech/references.ts'
import type { Place } from '../src/speech/references.ts'
import { paragraphAt } from '../src/speech/speech.ts'
import { nowhere } from './section.ts'

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
      { type: BOOLEAN, name: 'private', description: en['quote.private'] },
    ],
  },
  answer: (options, context) => {
    const section = textOption(options, 'section')
    const place = section === '' ? undefined : findPlace(context.speech, section)
    if (place?.kind === 'unknown') return nowhere('quote', place, context)
    return draw(place, flagOption(options, 'short'), context)
  },
  press: (argument, context) => {
    const { speech } = context
    const [, kind, scope = ''] = /^([ps])(l[\d,-]+|\d+(?:\.\d+)*)?$/u.exec(argument) ?? []
    if (kind === undefined) return undefined
    const place =
      scope === ''
        ? undefined
        : findPlace(speech, scope.startsWith('l') ? `¶${scope.slice(1)}` : `§${scope}`)
    return place?.kind === 'unknown' ? undefined : draw(place, kind === 's', context)
  },
  suggest: (typed, { speech }) => suggestSections(speech, typed),
}

/** What "Another" draws from: '' the whole speech, '3.1' a section, 'l13-15,20' paragraphs. */
function scopeOf(place: Place | undefined): string {
  if (place?.kind === 'section') return place.number
  const list = ranges([...(place?.numbers ?? [])].sort((a, b) => a - b))
  return list === '' || list.length > LONGEST_PRESS ? '' : `l${list}`
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
    press: pressId('quote', `${short ? 's' : 'p'}${scopeOf(place)}`),
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
