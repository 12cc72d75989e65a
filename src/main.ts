import { parseArgs } from 'node:util'
import { commands } from '../commands/index.ts'
import type { Context } from './command.ts'
import { loadEnvironment, readConfig, type Config } from './config.ts'
import { createDispatch } from './dispatch.ts'
import { english } from './language/say.ts'
import { openLibrary, type Library } from './library.ts'
import { createLog } from './log.ts'
import { Problem } from './problem.ts'

const USAGE = `npm start               the Discord bot, with DISCORD_TOKEN; else a console
npm start -- --console  the console, token or not
npm start -- --json     a command a line in, a JSON object a line out
npm start -- --help     this`

const TOKEN_HELP = 'To run on Discord, put DISCORD_TOKEN into .env (see "On Discord" in README.md).'

try {
  await main()
} catch (error) {
  if (!(error instanceof Problem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function main(): Promise<void> {
  process.stdout.on('error', () => process.exit()) // the reader of a pipe has gone
  const args = readArguments()
  if (args.help) {
    const { help } = await import('./console/console.ts')
    process.stdout.write(`${USAGE}\n\n${help({ commands })}\n`)
    return
  }
  loadEnvironment()
  const config = readConfig(process.env)
  const library = openLibrary(config)
  if (config.token !== undefined && !args.json && !args.console)
    return runBot(config, config.token, library)
  return runTyped(args, library)
}

/** Answers what is typed or piped. */
async function runTyped(args: Arguments, library: Library): Promise<void> {
  // loaded only here, as the bot is below: each starts sooner without the other
  const { runConsole, runJson } = await import('./console/console.ts')
  // nobody reads the log of a console; what fails there is a fault in the program
  const dispatch = createDispatch(commands, (error) =>
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  )
  const context: Context = { ...library, say: english, channel: 'console' }
  const { stdin: input, stdout: output } = process
  if (args.json) return runJson(dispatch, context, { input, output })
  const interactive = input.isTTY && output.isTTY
  if (!args.console) process.stderr.write(`No DISCORD_TOKEN: this is the console. ${TOKEN_HELP}\n`)
  const answered = await runConsole(dispatch, context, {
    input,
    output,
    interactive,
    paper: () => ({
      width: Math.max(20, output.columns || 80),
      colour: output.isTTY && !process.env['NO_COLOR'] && output.hasColors(),
    }),
  })
  if (answered === 0 && !interactive)
    throw new Problem(
      `There was nothing on standard input. Pipe a line such as "/ask what about Taiwan". ${TOKEN_HELP}`,
    )
}

interface Arguments {
  readonly help: boolean
  readonly json: boolean
  readonly console: boolean
}

function readArguments(): Arguments {
  try {
    const flag = { type: 'boolean', default: false } as const
    return parseArgs({ options: { help: { ...flag, short: 'h' }, json: flag, console: flag } })
      .values
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

async function runBot(config: Config, token: string, library: Library): Promise<void> {
  const log = createLog(config.logLevel)
  const { installLinks, startBot } = await import('./discord/bot.ts')
  const dispatch = createDispatch(commands, (error, command) =>
    log.error({ command, err: error }, 'a command failed'),
  )
  const stopping = new AbortController()
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        stopping.abort()
        resolve()
      })
    }
  })
  const { guildId, shards, api } = config
  const { signal } = stopping
  const starting = startBot({ token, guildId, shards, api, dispatch, library, log, signal })
  const bot = await Promise.race([starting, asked])
  if (bot) {
    const { server, user } = installLinks(bot.applicationId)
    // now rather than before the login: the bot is there sooner, and no question waits for it
    library.search.prepare()
    log.info(
      { user: bot.name, installOnServer: server, installOnUser: user },
      `logged in as ${bot.name}`,
    )
    const isAsked = await Promise.race([asked.then(() => true), bot.ended.then(() => false)])
    log.info('stopping')
    await bot.stop()
    // so that what watches the process sees that it did not end by itself
    if (!isAsked) process.exitCode = 1
  }
  // a connection that waits to come back would keep the process
  process.exit()
}
