/** The life of the bot on Discord: login, registering its commands, taking interactions, stopping. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Events, Options, SimpleShardingStrategy } from 'discord.js'
import type { Shards } from '../config.ts'
import type { Dispatch } from '../dispatch.ts'
import type { Library } from '../library.ts'
import type { Log } from '../log.ts'
import { logFailure, reasonOf, whyClosed, whyNot, whyNotRegistered } from './errors.ts'
import { register, registrations } from './register.ts'
import { logWaits, requestMaker } from './requests.ts'
import { respond } from './respond.ts'
import { logConnections } from './watch.ts'

export interface BotOptions {
  readonly token: string
  readonly guildId: string | undefined
  /** undefined: every shard that Discord recommends */
  readonly shards: Shards | undefined
  /** another address of Discord's REST API, for a proxy or a test */
  readonly api: string | undefined
  readonly dispatch: Dispatch
  readonly library: Library
  readonly log: Log
  /** milliseconds before the first new attempt when Discord is down; doubles up to a minute */
  readonly retryAfter?: number
  readonly signal?: AbortSignal
}

export interface Bot {
  readonly name: string
  readonly applicationId: string
  /** Settles when Discord has closed every connection for good: nothing will come any more. */
  readonly ended: Promise<void>
  /** Stops taking interactions, finishes those in hand within 5 seconds, and logs out. */
  readonly stop: () => Promise<void>
}

/** Milliseconds in which what is in hand at the end is finished: a container is killed after ten seconds. */
const FINISH_WITHIN = 5_000
/** Milliseconds before a new attempt: an outage may be short, and in a long one Discord is asked once a minute. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000

/**
 * Logs in, registers the commands, and answers interactions until stopped. While Discord is down
 * it keeps trying.
 * @throws Problem when Discord refuses the token, the shards or the bot, or there is no network
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { log, signal } = options
  for (let wait = options.retryAfter ?? FIRST_WAIT; ; wait = longer(wait)) {
    // outside of `try`: what fails here is no fault of Discord's, and would fail again
    const client = createClient(options)
    try {
      return await connect(client, options)
    } catch (error) {
      if (signal?.aborted === true) throw error
      const problem = whyNot(error, options.api)
      if (problem) throw problem
      log.warn(
        { reason: reasonOf(error), retryInMs: wait },
        'the bot could not log in; trying again',
      )
      await sleep(wait, undefined, signal ? { signal } : undefined)
    }
  }
}

function longer(wait: number): number {
  return Math.min(wait * 2, LONGEST_WAIT)
}

function createClient({ shards, api, log }: BotOptions): Client {
  // discord.js would read both itself, and fail where one is blank; config.ts has read them
  delete process.env['SHARDS']
  delete process.env['SHARD_COUNT']
  return new Client({
    intents: [],
    ...(shards ? { shards: [...shards.ids], shardCount: shards.count } : { shards: 'auto' }),
    rest: { makeRequest: requestMaker(log), ...(api === undefined ? {} : { api }) },
    ws: { buildStrategy: (manager) => new PatientStrategy(manager) },
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      UserManager: 100,
      GuildMemberManager: 0,
      ThreadManager: 0,
    }),
  })
}

/** Logs in once. Where that fails, nothing of the client is left. */
async function connect(client: Client, options: BotOptions): Promise<Bot> {
  const { token, log, signal } = options
  const inHand = answerInteractions(client, options)
  logConnections(client, log)
  logWaits(client.rest, log)
  const attempt = new AbortController()
  try {
    const [ready] = await Promise.all([
      whenReady(client, attempt.signal, signal),
      client.login(token),
    ])
    const ended = whenEnded(client, log)
    const stopping = new AbortController()
    // several processes share the shards: the one with the first registers the commands
    if (ready.ws.shards.has(0)) await registerCommands(ready, options, stopping.signal)
    return {
      name: ready.user.tag,
      applicationId: ready.application.id,
      ended,
      stop: () => {
        stopping.abort()
        return stop(client, inHand)
      },
    }
  } catch (error) {
    client.removeAllListeners(Events.InteractionCreate)
    await client.destroy()
    throw error
  } finally {
    attempt.abort()
  }
}

/** Answers what comes. @returns the answers that are not finished yet */
function answerInteractions(
  client: Client,
  { dispatch, library, log }: BotOptions,
): ReadonlySet<Promise<unknown>> {
  const inHand = new Set<Promise<unknown>>()
  client.on(Events.InteractionCreate, (interaction) => {
    const work = respond(interaction, dispatch, library, log).catch((err: unknown) => {
      // nothing of Discord's: a fault in the program
      log.error({ interaction: interaction.id, err }, 'an interaction could not be drawn')
    })
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  })
  return inHand
}

/** Settles when Discord has closed the connection of every shard for good. */
function whenEnded(client: Client, log: Log): Promise<void> {
  const closed = new Set<number>()
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      log.error({ shard, code }, `the connection was closed for good. ${whyClosed(code).message}`)
      closed.add(shard)
      if (closed.size === client.ws.shards.size) resolve()
    })
  })
}

/**
 * Settles when every shard is connected.
 * @param attempt aborted when nobody waits any more
 * @throws Problem when Discord closes a connection for good; Error when the bot is stopped
 */
function whenReady(
  client: Client,
  attempt: AbortSignal,
  stopping: AbortSignal | undefined,
): Promise<Client<true>> {
  return new Promise((resolve, reject) => {
    client.once(Events.ClientReady, resolve)
    client.once(Events.ShardDisconnect, ({ code }) => reject(whyClosed(code)))
    stopping?.addEventListener('abort', () => reject(new Error('stopped')), {
      once: true,
      signal: attempt,
    })
  })
}

/**
 * Registers the commands, and logs how that went: the bot answers all the same. What may pass is tried
 * again in the background, after growing pauses, until `signal`.
 */
async function registerCommands(
  client: Client<true>,
  options: BotOptions,
  signal: AbortSignal,
  wait = options.retryAfter ?? FIRST_WAIT,
  isFirst = true,
): Promise<void> {
  const { guildId, log, dispatch } = options
  const { commands } = dispatch
  try {
    const changed = await register(client.rest, client.application.id, guildId, commands)
    log.info(
      { commands: registrations(commands, guildId).length, guild: guildId },
      changed ? 'commands registered' : 'commands are registered already',
    )
  } catch (error) {
    if (signal.aborted) return
    const problem = whyNotRegistered(error, guildId)
    if (problem !== undefined) return log.error({ reason: reasonOf(error) }, problem)
    if (isFirst) logFailure(log, error, 'the commands', 'registered', { retryInMs: wait })
    sleep(wait, undefined, { signal, ref: false })
      .then(() => registerCommands(client, options, signal, longer(wait), false))
      .catch(() => undefined) // stopped
  }
}

async function stop(client: Client, inHand: ReadonlySet<Promise<unknown>>): Promise<void> {
  client.removeAllListeners(Events.InteractionCreate)
  await Promise.race([Promise.allSettled(inHand), sleep(FINISH_WITHIN, undefined, { ref: false })])
  client.removeAllListeners(Events.ShardReconnecting)
  await client.destroy()
}

/**
 * Leaves a first connection that fails to its shard, which tries again by itself. To discord.js it
 * would be the end of `login`, and the shard's next attempt a session that nobody can end.
 */
class PatientStrategy extends SimpleShardingStrategy {
  override connect(): Promise<void> {
    super.connect().catch(() => undefined)
    return Promise.resolve()
  }
}

/** Where people install the app: on a server, and on themselves. */
export function installLinks(applicationId: string): Readonly<Record<'server' | 'user', string>> {
  const link = (type: number): string =>
    `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=applications.commands&integration_type=${type}`
  return { server: link(0), user: link(1) }
}
