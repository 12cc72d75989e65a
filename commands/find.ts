import { BOOLEAN, PRIVATE, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command } from '../src/command.ts'
import { places } from '../src/found.ts'
import { en } from '../src/language/en.ts'

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
      PRIVATE,
    ],
  },
  answer: (options, context) =>
    places([textOption(options, 'words')], flagOption(options, 'exact'), context),
  press: (argument, context) => {
    const [, kind, words] = /^([ef])(.+)$/su.exec(argument) ?? []
    return kind === undefined || words === undefined
      ? undefined
      : places([words], kind === 'e', context)
  },
}
