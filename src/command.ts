import type { Deck } from './deck.ts'
import { en } from './language/en.ts'
import type { Say } from './language/say.ts'
import type { Reply } from './reply.ts'
import type { Search } from './search/search.ts'
import type { Speech } from './speech/speech.ts'

/** Discord's numbers for the types of options that are used here. */
export const STRING = 3
export const BOOLEAN = 5

/** An option in the form of Discord's API. */
type OptionDeclaration =
  | {
      readonly type: typeof STRING
      readonly name: string
      readonly description: string
      readonly required?: boolean
      readonly autocomplete?: boolean
      readonly max_length?: number
    }
  | { readonly type: typeof BOOLEAN; readonly name: string; readonly description: string }

/** The option that all commands have. */
export const PRIVATE: OptionDeclaration = {
  type: BOOLEAN,
  name: 'private',
  description: en.private,
}

/** A slash command, as Discord is told of it; the console's parsing and help come from it too. */
export interface Declaration {
  readonly name: string
  readonly description: string
  readonly options: readonly OptionDeclaration[]
}

/** What was given for each option, by name. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

/**
 * Beside its options, true for a command that was called on a message: the text is the message's and
 * was not typed for the command. No declared option is called so.
 */
export const ON_MESSAGE = 'message'

/** What a command may know. */
export interface Context {
  readonly speech: Speech
  readonly search: Search
  /** in the reader's language */
  readonly say: Say
  /** what was shown at random, by channel */
  readonly deck: Deck
  /** where it was asked */
  readonly channel: string
}

/**
 * A command: data and pure, synchronous functions. It sends nothing, and knows of Discord only how its options
 * are declared and how long they may be.
 */
export interface Command {
  readonly declaration: Declaration
  /** its name in a message's Apps menu; the message's text goes to the first option */
  readonly onMessage?: string
  readonly answer: (options: Options, context: Context) => Reply
  /** what its buttons do; undefined for an argument that it does not know */
  readonly press?: (argument: string, context: Context) => Reply | undefined
  /** choices for its one option that has some, the best first; a front shows what it has room for */
  readonly suggest?: (typed: string, context: Context) => readonly string[]
}

/** The text given for an option; '' where none was. */
export function textOption(options: Options, name: string): string {
  const value = options[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** Whether a true/false option is true. */
export function flagOption(options: Options, name: string): boolean {
  return options[name] === true
}
