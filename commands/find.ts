import { BOOLEAN, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { LIMITS } from '../src/limits.ts'
import { attribution, excerptAt, paragraphAction } from '../src/passage.ts'
import { LONGEST_PRESS, asTyped, emphasised, plainText, pressId, textBlock } from '../src/reply.ts'
import type { Action, Menu, Reply } from '../src/reply.ts'
import { foldText } from '../src/search/analysis.ts'
import { paragraphAt, sectionLabel } from '../src/speech/speech.ts'

/** More paragraphs than these are offered in a menu. */
const BUTTONS = 10

/** /find: every place where words occur, each with the words around it. */
export const find: Command = {
  declaration: {
    name: 'find',
    description: en.find,
    options: [
      {
        type: STRING,
        name: 'words',
        description: en['find.words'],
        required: true,
        max_length: 200,
      },
      { type: BOOLEAN, name: 'exact', description: en['find.exact'] },
      { type: BOOLEAN, name: 'private', description: en['find.private'] },
    ],
  },
  answer: (options, context) =>
    places(textOption(options, 'words'), flagOption(options, 'exact'), context),
  press: (argument, context) => {
    const [, kind, words] = /^([ef])(.+)$/su.exec(argument) ?? []
    return kind === undefined || words === undefined
      ? undefined
      : places(words, kind === 'e', context)
  },
}

/** Every place where the words stand, as a reply. */
export function places(words: string, exact: boolean, context: Context): Reply {
  const { speech, search, say } = context
  const { matches, apart, near } = search.find(words, exact)
  const shown = { em: asTyped(words) }
  if (matches.length === 0) {
    const text = !/[\p{L}\p{N}]/u.test(words)
      ? say('find.empty')
      : say(apart ? 'find.apart' : 'find.none', { words: shown })
    const texts =
      near.length > 0 ? [text, say('find.near', { words: emphasised(near.map(asTyped)) })] : [text]
    return {
      command: 'find',
      private: true,
      blocks: texts.map(textBlock),
      actions: [near.flatMap((other) => findAction(other, other, exact))],
      data: { total: 0, matches: [], notes: texts.map(plainText) },
    }
  }
  const hasOtherForms = matches.some(
    ({ line: { text }, match }) => foldText(text.slice(match.start, match.end)) !== foldText(words),
  )
  const key = hasOtherForms ? 'find.count.forms' : 'find.count'
  const paragraphs = [...new Set(matches.flatMap(({ line }) => line.paragraph ?? []))]
  const address = findPress(words, exact)
  return {
    command: 'find',
    blocks: [
      { kind: 'heading', text: say(key, { words: shown, count: String(matches.length) }) },
      ...matches.map(({ line, around, match }) => excerptAt(speech, line, around, [match])),
      attribution(context),
    ],
    ...(paragraphs.length > BUTTONS
      ? { menu: paragraphMenu(paragraphs, context) }
      : {
          actions: [
            paragraphs.slice(0, LIMITS.ROW).map(paragraphAction),
            paragraphs.slice(LIMITS.ROW).map(paragraphAction),
          ],
        }),
    ...(address === undefined ? {} : { address }),
    data: {
      total: matches.length,
      matches: matches.map(({ line: { text, paragraph, section }, around, match }) => ({
        paragraph: paragraph ?? null,
        section,
        before: text.slice(around.start, match.start),
        match: text.slice(match.start, match.end),
        after: text.slice(match.end, around.end),
      })),
    },
  }
}

/** The press that finds these words again; undefined where they are too long for one. */
function findPress(words: string, exact: boolean): string | undefined {
  // marks count only where exactly these letters are looked for
  const wanted = exact ? words : words.replace(/[^\p{L}\p{M}\p{N}$€£¥.,'’%-]+/gu, ' ').trim()
  const press = pressId('find', `${exact ? 'e' : 'f'}${wanted}`)
  return press.length <= LONGEST_PRESS ? press : undefined
}

/** A button that finds words in all their forms or exactly; none where they are too long for one. */
export function findAction(label: string, words: string, exact: boolean): Action[] {
  const press = findPress(words, exact)
  return press === undefined ? [] : [{ label: asTyped(label), press }]
}

function paragraphMenu(paragraphs: readonly number[], { speech, say }: Context): Menu {
  return {
    label: say.plain('choose.paragraph'),
    choices: paragraphs.map((number) => ({
      ...paragraphAction(number),
      detail: sectionLabel(speech, paragraphAt(speech, number).section),
    })),
  }
}
