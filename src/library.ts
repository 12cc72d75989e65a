import { existsSync } from 'node:fs'
import type { Context } from './command.ts'
import type { Config } from './config.ts'
import { createDeck } from './deck.ts'
import { Problem } from './problem.ts'
import { openEditorial } from './search/editorial.ts'
import { openSearch } from './search/search.ts'
import { openThesaurus } from './search/thesaurus.ts'
import { openSpeech } from './speech/parse.ts'

/** What is the same for every question: the speech, its index, and what was shown at random. */
export type Library = Omit<Context, 'say' | 'channel'>

/** Opens the files that the configuration names. @throws Problem when one of them is broken */
export function openLibrary(
  config: Pick<Config, 'speech' | 'editorial' | 'thesaurus'> & Partial<Pick<Config, 'named'>>,
): Library {
  for (const name of ['editorial', 'thesaurus'] as const) {
    if (config.named?.[name] === true && !existsSync(config[name]))
      throw new Problem(
        `${config[name]}: there is no such file. Correct ${name.toUpperCase()}, or leave it empty.`,
      )
  }
  const speech = openSpeech(config.speech)
  const search = openSearch(
    speech,
    openEditorial(config.editorial, speech),
    openThesaurus(config.thesaurus),
  )
  return { speech, search, deck: createDeck() }
}
