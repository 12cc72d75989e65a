import { BOOLEAN, ON_MESSAGE, flagOption, textOption } from './command.ts'
import type { Command, Context, Options } from './command.ts'
import { keyOf } from './language/say.ts'
import { asTyped, refusal, type Reply, type Text } from './reply.ts'

/** Commands by what was typed or pressed. Never throws: what goes wrong becomes a reply. */
export interface Dispatch {
  readonly commands: readonly Command[]
  readonly answer: (name: string, options: Options, context: Context) => Reply
  readonly press: (press: string, context: Context) => Reply
  readonly suggest: (name: string, typed: string, context: Context) => readonly string[]
}

/** The one place that catches errors of commands. @param failed is told of each */
export function createDispatch(
  commands: readonly Command[],
  failed: (error: unknown, command: string) => void,
): Dispatch {
  const byName = new Map(commands.map((command) => [command.declaration.name, command]))
  const guarded = (name: string, context: Context, answer: () => Reply): Reply => {
    try {
      return answer()
    } catch (error) {
      failed(error, name)
      return refusal(context.say('failed'))
    }
  }
  return {
    commands,
    answer: (name, options, context) => {
      const command = byName.get(name)
      if (!command) {
        const known = commands.map(({ declaration }) => `/${declaration.name}`).join(', ')
        return refusal(context.say('command.unknown', { name: asTyped(name), commands: known }))
      }
      const wrong = wrongOption(command, options, context)
      return wrong ? refusal(wrong) : guarded(name, context, () => command.answer(options, context))
    },
    press: (press, context) => {
      const [, name = '', argument = ''] = /^([a-z]+)\.(.*)$/su.exec(press) ?? []
      return guarded(
        name,
        context,
        () => byName.get(name)?.press?.(argument, context) ?? refusal(context.say('press.unknown')),
      )
    },
    suggest: (name, typed, context) => {
      try {
        return byName.get(name)?.suggest?.(typed, context) ?? []
      } catch (error) {
        failed(error, name)
        return []
      }
    },
  }
}

// Discord checks options before it sends them, the console does not
function wrongOption(
  { declaration }: Command,
  options: Options,
  { say }: Context,
): Text | undefined {
  for (const option of declaration.options) {
    const { name } = option
    const value = options[name]
    if (option.type === BOOLEAN) {
      if (value !== undefined && typeof value !== 'boolean')
        return say('option.flag', { option: name })
      continue
    }
    if (option.required && textOption(options, name) === '') {
      const command = declaration.name
      return flagOption(options, ON_MESSAGE)
        ? say('message.empty')
        : say('option.missing', { command, description: say(keyOf(command, name)) })
    }
    const max = option.max_length ?? Infinity
    if (typeof value === 'string' && value.length > max)
      return say('option.long', { option: name, max: String(max) })
  }
  return undefined
}
