import { resolve } from 'node:path'
import { parse, populate } from 'dotenv'
import { readTextIfThere } from './files.ts'
import { Problem } from './problem.ts'

/** The settings, from the environment and `.env`. README.md and .env.example say what each does. */
export interface Config {
  readonly token: string | undefined
  readonly guildId: string | undefined
  readonly speech: string
  readonly editorial: string
  readonly thesaurus: string
  /** those of the three files that a setting names: they must be there */
  readonly named: readonly FileName[]
  /** without the version, which discord.js adds */
  readonly api: string | undefined
  readonly logLevel: string
  /** undefined: every shard that Discord recommends */
  readonly shards: Shards | undefined
}

/** The files that a setting may name, SPEECH for the first. */
const FILES = ['speech', 'editorial', 'thesaurus'] as const
export type FileName = (typeof FILES)[number]

/** Which of a bot's connections to Discord this process serves, and how many there are in all. */
export interface Shards {
  readonly ids: readonly number[]
  readonly count: number
}

const DEFAULT = 'data/speech.md'
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/**
 * Reads `.env` into the environment; variables that are set already win.
 * @throws Problem where it is there and cannot be read
 */
export function loadEnvironment(): void {
  const text = readTextIfThere('.env')
  if (text !== undefined) populate(process.env, parse(text))
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws Problem where a setting is not of its form, with a line for each */
export function readConfig(environment: Environment): Config {
  const { config, problems } = readSettings(environment)
  if (problems.size > 0) throw new Problem([...problems.values()].join('\n'))
  return config
}

/**
 * The settings, and by its name what is wrong with each that is not of its form: it counts as not set.
 * The token itself is in no message.
 */
export function readSettings(environment: Environment): {
  readonly config: Config
  readonly problems: ReadonlyMap<string, string>
} {
  const problems = new Map<string, string>()
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined
  const checked = (
    name: string,
    isRight: (value: string) => boolean,
    problem: string,
  ): string | undefined => {
    const set = value(name)
    if (set === undefined || isRight(set)) return set
    problems.set(name, `${name} ${problem}`)
    return undefined
  }
  const speech = value('SPEECH') ?? DEFAULT
  // another speech has its own editorial index and thesaurus, or none
  const beside = (name: string): string =>
    resolve(speech) === resolve(DEFAULT)
      ? `data/${name}`
      : speech.replace(/\.md$/u, '') + `.${name}`
  const config: Config = {
    token: checked(
      'DISCORD_TOKEN',
      // it goes into a header, which takes no other characters
      (token) => /^[!-~]+$/u.test(token),
      'has characters that no token has. Copy it again from the Bot page of your application.',
    ),
    guildId: checked(
      'GUILD_ID',
      (id) => /^\d{17,20}$/u.test(id),
      'is not a server id. Copy the id of the server (17 to 20 digits), or leave GUILD_ID empty.',
    ),
    speech,
    editorial: value('EDITORIAL') ?? beside('editorial.yaml'),
    thesaurus: value('THESAURUS') ?? beside('thesaurus.txt'),
    named: FILES.filter((name) => value(name.toUpperCase()) !== undefined),
    api: checked(
      'DISCORD_API',
      (api) => URL.canParse(api) && /^https?:$/u.test(new URL(api).protocol),
      'is not a web address. Leave it empty for Discord itself.',
    )?.replace(/(?:\/v\d+)?\/*$/u, ''),
    logLevel:
      checked(
        'LOG_LEVEL',
        (level) => LEVELS.includes(level),
        `is not a level. Use one of ${LEVELS.join(', ')}.`,
      ) ?? 'info',
    shards: shardsOf(
      checked(
        'SHARDS',
        (shards) => /^(?:\d+|\[\s*\d+(?:\s*,\s*\d+)*\s*\])$/u.test(shards),
        'is not a list of shards. Write it as [0,1], or leave it out.',
      ),
      checked(
        'SHARD_COUNT',
        (count) => /^[1-9]\d{0,4}$/u.test(count),
        'is not a number of shards. Write it as 4, or leave it out.',
      ),
    ),
  }
  const { shards } = config
  if (!problems.has('SHARD_COUNT') && shards?.ids.some((id) => id >= shards.count) === true)
    problems.set(
      'SHARDS',
      'SHARDS names a shard that there is not: they count from 0 to below SHARD_COUNT. Give the same SHARD_COUNT to every process.',
    )
  return { config, problems }
}

/** SHARDS without SHARD_COUNT are all that there are; SHARD_COUNT without SHARDS is all of them here. */
function shardsOf(shards: string | undefined, count: string | undefined): Shards | undefined {
  const named = shards?.match(/\d+/gu)?.map(Number)
  if (!named && count === undefined) return undefined
  const ids = [...new Set(named ?? Array.from({ length: Number(count) }).keys())]
  return { ids, count: Number(count ?? ids.length) }
}
