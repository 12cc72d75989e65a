import { config } from 'dotenv'
import { Problem } from './problem.ts'

/** The settings, from the environment and `.env`. README.md and .env.example say what each does. */
export interface Config {
  readonly token: string | undefined
  readonly guildId: string | undefined
  readonly speech: string
  readonly editorial: string
  readonly thesaurus: string
  readonly api: string | undefined
  readonly logLevel: string
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Reads `.env` into the environment; variables that are set already win. */
export function loadEnvironment(): void {
  config({ quiet: true })
}

/** @throws Problem where a setting is not of its form; the token itself is never in a message */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined
  const guildId = value('GUILD_ID')
  if (guildId !== undefined && !/^\d{17,20}$/u.test(guildId)) {
    throw new Problem(
      'GUILD_ID is not a server id. Copy the id of the server (17 to 20 digits), or leave GUILD_ID empty.',
    )
  }
  const logLevel = value('LOG_LEVEL') ?? 'info'
  if (!LEVELS.includes(logLevel))
    throw new Problem(`LOG_LEVEL is not a level. Use one of ${LEVELS.join(', ')}.`)
  const api = value('DISCORD_API')
  if (api !== undefined && !URL.canParse(api))
    throw new Problem('DISCORD_API is not an address. Leave it empty for Discord itself.')
  const speech = value('SPEECH') ?? 'data/speech.md'
  // another speech has its own editorial index and thesaurus, or none
  const beside = (name: string): string =>
    value('SPEECH') === undefined ? `data/${name}` : speech.replace(/\.md$/u, '') + `.${name}`
  return {
    token: value('DISCORD_TOKEN'),
    guildId,
    speech,
    editorial: value('EDITORIAL') ?? beside('editorial.yaml'),
    thesaurus: value('THESAURUS') ?? beside('thesaurus.txt'),
    api,
    logLevel,
  }
}
