import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from './command.ts'
import type { Config, FileName } from './config.ts'
import { createDeck } from './deck.ts'
import { readText, readTextIfThere } from './files.ts'
import { kept } from './kept.ts'
import { Problem } from './problem.ts'
import { analyse } from './search/corpus.ts'
import { parseEditorial } from './search/editorial.ts'
import { openSearch } from './search/search.ts'
import { openThesaurus } from './search/thesaurus.ts'
import { parseSpeech } from './speech/parse.ts'

/** What is the same for every question: the speech, its index, and what was shown at random. */
export type Library = Omit<Context, 'say' | 'channel'>

type Files = Pick<Config, FileName | 'named'>

/** Where what was read of the files is kept from one start to the next, as tools keep what can be made again. */
const CACHE = join(import.meta.dirname, '../node_modules/.cache/lanting/library.json')

/**
 * Opens the files that the configuration names.
 * @param cache the file that saves taking their texts apart again (see kept.ts)
 * @throws Problem when one of them is broken
 */
export function openLibrary(config: Files, cache = CACHE): Library {
  const file = { speech: fileOf(config, 'speech'), editorial: fileOf(config, 'editorial') }
  const text = { speech: readText(file.speech), editorial: readTextIfThere(file.editorial) ?? '' }
  const { speech, editorial, analysed } = kept(cache, Object.values(text), () => {
    const speech = parseSpeech(text.speech, file.speech)
    const editorial = parseEditorial(text.editorial, file.editorial, speech)
    return { speech, editorial, analysed: analyse(speech, editorial) }
  })
  const thesaurus = openThesaurus(fileOf(config, 'thesaurus'))
  return { speech, search: openSearch(speech, editorial, thesaurus, analysed), deck: createDeck() }
}

/** One of the files. @throws Problem where a setting names it, and it is not there */
export function fileOf(config: Files, name: FileName): string {
  const file = config[name]
  const isFile = existsSync(file) && !statSync(file).isDirectory()
  if (config.named.includes(name) && !isFile)
    throw new Problem(
      `${file}: there is no such file. Correct ${name.toUpperCase()}, or leave it empty.`,
    )
  return file
}
