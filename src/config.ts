import { resolve } from 'node:path'
import { config } from 'dotenv'
import { Problem } from './problem.ts'

/** The settings, from the environment and `.env`. README.md and .env.example say what each does. */
export interface Config {
  readonly token: string | undefined
  readonly guildId: string | undefined
  readonly speech: string
  readonly editorial: string
  readonly thesaurus: string
  /** EDITORIAL or THESAURUS names that file: then it must be there */
  readonly named: { readonly editorial: boolean; readonly thesaurus: boolean }
  readonly api: string | undefined
  readonly logLevel: string
  /** undefined: every shard that Discord recommends */
  readonly shards: Shards | undefined
}

/** Which of a bot's connections to Discord this process serves, and how many there are in all. */
export interface Shards {
  readonly ids: readonly number[]
  readonly count: number
}

const DEFAULT = 'data/speech.md'
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
  if (api !== undefined && !(URL.canParse(api) && /^https?:$/u.test(new URL(api).protocol)))
    throw new Problem('DISCORD_API is not a web address. Leave it empty for Discord itself.')
  const speech = value('SPEECH') ?? DEFAULT
  // another speech has its own editorial index and thesaurus, or none
  const beside = (name: string): string =>
    resolve(speech) === resolve(DEFAULT)
      ? `data/${name}`
      : speech.replace(/\.md$/u, '') + `.${name}`
  const token = value('DISCORD_TOKEN')
  // it goes into a header, which takes no other characters
  if (token !== undefined && !/^[!-~]+$/u.test(token))
    throw new Problem(
      'DISCORD_TOKEN has characters that no token has. Copy it again from the Bot page of your application.',
    )
  return {
    token,
    guildId,
    speech,
    editorial: value('EDITORIAL') ?? beside('editorial.yaml'),
    thesaurus: value('THESAURUS') ?? beside('thesaurus.txt'),
    named: {
      editorial: value('EDITORIAL') !== undefined,
      thesaurus: value('THESAURUS') !== undefined,
    },
    api,
    logLevel,
    shards: readShards(value('SHARDS'), value('SHARD_COUNT')),
  }
}

/**
 * SHARDS without SHARD_COUNT are all that there are; SHARD_COUNT without SHARDS is all of them here.
 * @throws Problem where one is not of its form, or the two do not fit together
 */
function readShards(shards: string | undefined, count: string | undefined): Shards | undefined {
  if (count !== undefined && !/^[1-9]\d{0,4}$/u.test(count))
    throw new Problem('SHARD_COUNT is not a number of shards. Write it as 4, or leave it out.')
  if (shards === undefined || /^"?auto"?$/u.test(shards)) {
    return count === undefined
      ? undefined
      : { ids: Array.from({ length: Number(count) }, (_, id) => id), count: Number(count) }
  }
  if (!/^(?:\d+|\[\s*\d+(?:\s*,\s*\d+)*\s*\])$/u.test(shards))
    throw new Problem('SHARDS is not a list of shards. Write it as [0,1], or leave it out.')
  const ids = [...new Set(shards.match(/\d+/gu)?.map(Number))]
  const all = count === undefined ? ids.length : Number(count)
  if (ids.some((id) => id >= all))
    throw new Problem(
      'SHARDS names a shard that there is not: they count from 0 to below SHARD_COUNT. Give the same SHARD_COUNT to every process.',
    )
  return { ids, count: all }
}
