/** The outline of the speech, and how its places are named: titles, buttons, what a wrong reference may mean. */
import type { Context } from './command.ts'
import { findAction, meantBy } from './found.ts'
import { attribution, onTitles, outlineAction } from './passage.ts'
import {
  asTyped,
  emphasised,
  noteBlock,
  pressId,
  refusal,
  textBlock,
  twoSentences,
} from './reply.ts'
import type { Action, Menu, Reply } from './reply.ts'
import { findPlace, shortReference, span, written } from './speech/references.ts'
import type { NoPlace, Place } from './speech/references.ts'
import { paragraphsOf, referenceTo, sectionLabel, topSections } from './speech/speech.ts'
import type { Speech } from './speech/speech.ts'

/** What to say of a reference that names nothing: what there is, what may be meant, and how words are found. */
export function nowhere({ typed, near = [] }: NoPlace, context: Context): Reply {
  const { speech, search, say } = context
  const isWords = /\p{L}{2}/u.test(typed)
  const words = isWords ? meantBy(typed, search.find(typed, false).near, search) : []
  // a slip in a title's words, or another form of them
  const mended = words
    .map((other) => findPlace(speech, other))
    .filter((place) => place.kind !== 'unknown')
  const places = near.length > 0 ? near : mended
  // no title, but a topic of a passage
  const meant = places.length > 0 || !isWords ? places : passageOn(typed, context)
  const texts = [
    say('section.unknown', { typed: { em: asTyped(typed) } }),
    meant.length > 0
      ? say('find.near', { words: emphasised(meant.map((place) => titleOf(speech, place))) })
      : say('section.there', {
          first: speech.sections[0]?.number ?? '',
          final: topSections(speech).at(-1)?.number ?? '',
          last: String(speech.paragraphs.length),
        }),
    ...(isWords ? [say('section.words')] : []),
  ]
  return {
    ...refusal(texts.reduce((first, second) => twoSentences(first, second))),
    actions: [
      meant.map((place) => placeAction(speech, place)),
      [
        ...words.map((each) => ({ ...findAction(each, false), label: asTyped(`/find ${each}`) })),
        outlineAction(context),
      ],
    ],
  }
}

/** The passage that answers a question. */
function passageOn(question: string, { search }: Context): Place[] {
  const { verdict, hits } = search.ask(question)
  return verdict === 'answered'
    ? hits.slice(0, 1).map(({ paragraph }) => ({ kind: 'paragraphs', numbers: [paragraph] }))
    : []
}

/** '§3.1 First: mutual respect', '§3.1 First: mutual respect · ¶14', '¶13–15' */
export function titleOf(speech: Speech, place: Place): string {
  if (place.kind === 'section') return sectionLabel(speech, place.number)
  const [first = 1, ...others] = place.numbers
  return others.length === 0 ? referenceTo(speech, first) : `¶${written(place.numbers)}`
}

export function placeAction(speech: Speech, place: Place): Action {
  return { label: titleOf(speech, place), press: pressId('section', shortReference(place)) }
}

/** The titles of all sections with their paragraphs. */
export function outline(context: Context): Reply {
  const { speech, say } = context
  return {
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

/** Every section, to choose from. */
export function sectionMenu({ speech, say }: Context): Menu {
  return {
    label: say.plain('choose'),
    choices: speech.sections.map(({ number }) => ({
      label: sectionLabel(speech, number),
      detail: span(speech, number),
      press: pressId('section', `s${number}`),
    })),
  }
}
