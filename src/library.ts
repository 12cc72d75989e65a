import { statSync } from 'node:fs'
import type { Context } from './command.ts'
import type { Config, FileName } from './config.ts'
import { createDeck } from './deck.ts'
import { Problem } from './problem.ts'
import { openEditorial } from './search/editorial.ts'
import { openSearch } from './search/search.ts'
import { openThesaurus } from './search/thesaurus.ts'
import { openSpeech } from './speech/parse.ts'

/** What is the same for every question: the speech, its index, and what was shown at random. */
export type Library = Omit<Context, 'say' | 'channel'>

type Files = Pick<Config, FileName | 'named'>

/** Opens the files that the configuration names. @throws Problem when one of them is broken */
export function openLibrary(config: Files): Library {
  const speech = openSpeech(fileOf(config, 'speech'))
  const search = openSearch(
    speech,
    openEditorial(fileOf(config, 'editorial'), speech),
    openThesaurus(fileOf(config, 'thesaurus')),
  )
  return { speech, search, deck: createDeck() }
}

/** One of the files. @throws Problem where a setting names it, and it is not there */
export function fileOf(config: Files, name: FileName): string {
  const file = config[name]
  const isFile = statSync(file, { throwIfNoEntry: false })?.isDirectory() === false
  if (config.named.includes(name) && !isFile)
    throw new Problem(
      `${file}: there is no such file. Correct ${name.toUpperCase()}, or leave it empty.`,
    )
  return file
}
