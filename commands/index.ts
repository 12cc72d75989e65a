import type { Command } from '../src/command.ts'
import { aboutOf } from './about.ts'
import { ask } from './ask.ts'
import { check } from './check.ts'
import { find } from './find.ts'
import { quote } from './quote.ts'
import { section } from './section.ts'

const onSpeech: readonly Command[] = [ask, quote, section, check, find]

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [...onSpeech, aboutOf(onSpeech)]
