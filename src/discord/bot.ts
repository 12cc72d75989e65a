import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DiscordAPIError, Events, Options, SimpleShardingStrategy } from 'discord.js'
import type { Dispatch } from '../dispatch.ts'
import type { Library } from '../library.ts'
import type { Log } from '../log.ts'
import { Problem } from '../problem.ts'
import { register } from './register.ts'
import { respond } from './respond.ts'

export interface BotOptions {
  readonly token: string
  readonly guildId: string | undefined
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

const FINISH_WITHIN = 5_000
const LONGEST_WAIT = 60_000

/**
 * Logs in, registers the commands, and answers interactions until stopped. While Discord is down
 * it keeps trying.
 * @throws Problem when the token is refused, or there is no network
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { log } = options
  for (let wait = options.retryAfter ?? 1_000; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return await connect(options)
    } catch (error) {
      if (error instanceof Problem || options.signal?.aborted === true) throw error
      const problem = whyNot(error)
      if (problem) throw problem
      log.warn(
        { reason: reasonOf(error), retryInMs: wait },
        'Discord cannot be reached; trying again',
      )
      await sleep(wait, undefined, options.signal ? { signal: options.signal } : undefined)
    }
  }
}

async function connect({
  token,
  guildId,
  api,
  dispatch,
  library,
  log,
  signal,
}: BotOptions): Promise<Bot> {
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [] },
    // one process serves every shard that Discord recommends, unless SHARDS and SHARD_COUNT say which
    ...((process.env['SHARDS'] ?? '').trim() === '' ? { shards: 'auto' as const } : {}),
    ...(api === undefined ? {} : { rest: { api } }),
    ws: { buildStrategy: (manager) => new PatientStrategy(manager) },
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      UserManager: 100,
      GuildMemberManager: 0,
      ThreadManager: 0,
    }),
  })
  const inHand = new Set<Promise<void>>()
  client.on(Events.InteractionCreate, (interaction) => {
    const work = respond(interaction, dispatch, library).catch((error: unknown) => {
      log.warn(
        { interaction: interaction.id, reason: reasonOf(error) },
        'an interaction could not be answered',
      )
    })
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  })
  client.on(Events.Error, (error) =>
    log.error({ reason: reasonOf(error) }, 'discord.js reported an error'),
  )
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, reason: reasonOf(error) }, 'the connection had an error'),
  )
  const lost = new Set<number>()
  client.on(Events.ShardReconnecting, (shard) => {
    lost.add(shard)
    log.warn({ shard }, 'the connection was lost; reconnecting')
  })
  client.on(Events.ShardResume, (shard, replayed) => {
    lost.delete(shard)
    log.info({ shard, replayed }, 'the connection was resumed')
  })
  client.on(Events.ShardReady, (shard) => {
    if (lost.delete(shard)) log.info({ shard }, 'the connection is back, with a new session')
  })
  const closed = new Set<number>()
  const ended = new Promise<void>((resolve) => {
    client.on(Events.ShardDisconnect, (event, shard) => {
      log.error({ shard, code: event.code }, 'the connection was closed for good; restart the bot')
      closed.add(shard)
      if (closed.size === client.ws.shards.size) resolve()
    })
  })

  const attempt = new AbortController()
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve)
    client.once(Events.ShardDisconnect, ({ code }) =>
      reject(
        new Error(code === 4004 ? 'Authentication failed' : `the gateway closed with ${code}`),
      ),
    )
    signal?.addEventListener('abort', () => reject(new Error('stopped')), {
      once: true,
      signal: attempt.signal,
    })
  })
  const [, { user, application }] = await Promise.all([client.login(token), ready])
    .catch(async (error: unknown) => {
      client.removeAllListeners(Events.InteractionCreate)
      await client.destroy()
      throw error
    })
    .finally(() => attempt.abort())
  // several processes share the shards: the one with the first registers the commands
  if (client.ws.shards.has(0)) {
    try {
      const changed = await register(client.rest, application.id, guildId, dispatch.commands)
      log.info(
        { commands: dispatch.commands.length, guild: guildId },
        changed ? 'commands registered' : 'commands are registered already',
      )
    } catch (error) {
      log.error(
        { reason: reasonOf(error) },
        guildId === undefined
          ? 'the commands could not be registered; restart the bot to try again'
          : 'the commands could not be registered; is the bot in the server GUILD_ID?',
      )
    }
  }
  return {
    name: user.tag,
    applicationId: application.id,
    ended,
    stop: async () => {
      client.removeAllListeners(Events.InteractionCreate)
      await Promise.race([
        Promise.allSettled(inHand),
        sleep(FINISH_WITHIN, undefined, { ref: false }),
      ])
      client.removeAllListeners(Events.ShardReconnecting)
      await client.destroy()
    },
  }
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
export function installLinks(applicationId: string): {
  readonly server: string
  readonly user: string
} {
  const link = (type: number): string =>
    `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=applications.commands&integration_type=${type}`
  return { server: link(0), user: link(1) }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

/** What only a person can put right; undefined for what may pass. */
function whyNot(error: unknown): Problem | undefined {
  const message = error instanceof Error ? error.message : ''
  if (codeOf(error) === 'TokenInvalid' || /Authentication failed|invalid token/iu.test(message)) {
    return new Problem(
      'Discord does not accept DISCORD_TOKEN. Copy the token again from the Bot page of your application at https://discord.com/developers/applications.',
    )
  }
  if (/intents/iu.test(message) || (error instanceof DiscordAPIError && error.status === 403))
    return new Problem(`Discord refuses this bot: ${message}.`)
  const causes = [error, error instanceof Error ? error.cause : undefined].map(codeOf)
  if (
    causes.some(
      (code) =>
        typeof code === 'string' &&
        ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'].includes(code),
    )
  ) {
    return new Problem(
      `There is no network to Discord (${causes.find((code) => typeof code === 'string') as string}). Check the connection, DNS and proxy of this machine.`,
    )
  }
  return undefined
}

/** One line on an error, without its stack. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replace(/\s+/gu, ' ').slice(0, 300)
}
