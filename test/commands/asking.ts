/** The commands as functions, over the speech and its index: what the tests of each ask. */
import { commands } from '../../commands/index.ts'
import type { Context, Options } from '../../src/command.ts'
import { createDeck } from '../../src/deck.ts'
import { createDispatch } from '../../src/dispatch.ts'
import { english } from '../../src/language/say.ts'
import { openEditorial } from '../../src/search/editorial.ts'
import { openSearch } from '../../src/search/search.ts'
import { openThesaurus } from '../../src/search/thesaurus.ts'
import { openSpeech } from '../../src/speech/parse.ts'

export const speech = openSpeech('data/speech.md')
export const search = openSearch(
  speech,
  openEditorial('data/editorial.yaml', speech),
  openThesaurus('data/thesaurus.txt'),
)
export const dispatch = createDispatch(commands, (error) => {
  throw error
})
export const contextOf = (channel = 'c', deck = createDeck()): Context => ({
  speech,
  search,
  say: english,
  deck,
  channel,
})
export const answer = (name: string, options: Options = {}, context = contextOf()) =>
  dispatch.answer(name, options, context)
export const paragraphs = (data: Readonly<Record<string, unknown>>): number[] =>
  (data['passages'] as { paragraph: number }[]).map(({ paragraph }) => paragraph)
