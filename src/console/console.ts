import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Context } from '../command.ts'
import type { Dispatch } from '../dispatch.ts'
import { asTyped, refusal, type Reply } from '../reply.ts'
import { actionsOf, drawText, type Paper } from './draw.ts'
import { parseLine } from './parse.ts'

interface ConsoleOptions {
  readonly input: Readable
  readonly output: Writable
  /** somebody types: a prompt, history, Ctrl-D and Ctrl-C to leave */
  readonly interactive: boolean
  readonly paper: () => Paper
}

/**
 * Answers lines until the input ends. A number presses that action of the latest reply.
 * @returns how many lines there were
 */
export async function runConsole(
  dispatch: Dispatch,
  context: Context,
  options: ConsoleOptions,
): Promise<number> {
  const { input, output, interactive, paper } = options
  const lines = createInterface({
    input,
    ...(interactive ? { output } : {}),
    terminal: interactive,
    prompt: '> ',
    historySize: 200,
  })
  let latest: Reply | undefined
  let count = 0
  if (interactive) {
    output.write('Type a question, or /help. Ctrl-D leaves.\n')
    lines.prompt()
    lines.on('SIGINT', () => lines.close())
  }
  for await (const line of lines) {
    const text = line.trim()
    if (text !== '') count++
    if (/^\/?(?:quit|exit)$/iu.test(text)) break
    if (/^(?:\/help\b.*|help)$/isu.test(text)) {
      output.write(`${help(dispatch)}\n`)
    } else if (text !== '') {
      if (!interactive) output.write(`> ${asTyped(text)}\n`)
      const reply = answerTo(text, latest, dispatch, context)
      output.write(`\n${drawText(reply, paper())}\n\n`)
      // a citation, a copy and a number too high leave the buttons where they are
      if (!isNumber(text) || actionsOf(reply).length > 0) latest = reply
    }
    if (interactive) lines.prompt()
  }
  lines.close()
  return count
}

const isNumber = (text: string): boolean => /^\d{1,2}$/u.test(text)

function answerTo(
  text: string,
  latest: Reply | undefined,
  dispatch: Dispatch,
  context: Context,
): Reply {
  if (isNumber(text) && latest) {
    const action = actionsOf(latest)[Number(text) - 1]
    return action
      ? dispatch.press(action.press, context)
      : refusal([`There is no button ${text} on the latest reply.`])
  }
  const { command, options } = parseLine(text, dispatch.commands)
  return dispatch.answer(command, options, context)
}

/** Answers each line with one JSON object on a line. */
export async function runJson(
  dispatch: Dispatch,
  context: Context,
  { input, output }: Pick<ConsoleOptions, 'input' | 'output'>,
): Promise<void> {
  const lines = createInterface({ input, terminal: false })
  for await (const line of lines) {
    if (line.trim() === '') continue
    const { command, options } = parseLine(line, dispatch.commands)
    const { data } = dispatch.answer(command, options, context)
    // lone surrogates are not UTF-8; JSON.stringify escapes them
    if (!output.write(`${JSON.stringify({ command, ...data })}\n`))
      await new Promise((resolve) => output.once('drain', resolve))
  }
}

/** The commands and their options, from the declarations. */
export function help({ commands }: Pick<Dispatch, 'commands'>): string {
  const lines = commands.flatMap(({ declaration }) => [
    `/${declaration.name}${declaration.options[0] ? ` [${declaration.options[0].name}]` : ''}  ${declaration.description}`,
    ...declaration.options.map((option) => `    ${option.name}:…  ${option.description}`),
  ])
  return [
    ...lines,
    'A line without a slash is a question. Text after a command goes to its first option; name:value sets another.',
    'A number presses that button of the latest reply. /help shows this, /quit leaves.',
  ].join('\n')
}
