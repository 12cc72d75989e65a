/** What an error of discord.js or of the network means for the person who runs the bot. */
import {
  DiscordAPIError,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes as Code,
} from 'discord.js'
import type { Log } from '../log.ts'
import { Problem } from '../problem.ts'

const NO_NETWORK = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN']
/** No connection was made: nothing was sent. */
const NOT_SENT = [...NO_NETWORK, 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']

/** What only a person can put right; undefined for what may pass. @param api DISCORD_API, where it is set */
export function whyNot(error: unknown, api: string | undefined): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof DiscordAPIError && error.status === 401) return wrongToken()
  // what discord.js makes of that when it logs in
  if (codeOf(error) === 'TokenInvalid') return wrongToken()
  if (error instanceof DiscordAPIError && error.status === 403)
    return new Problem(
      `Discord refuses this bot: ${error.message}. Check ${onTheWay(api)}; an address that has asked too much, Discord refuses for a while.`,
    )
  if (error instanceof DiscordAPIError && error.status === 404)
    return new Problem(
      api === undefined
        ? `Discord answers "${error.message}" (404). Check ${onTheWay(api)}: something else may answer in Discord's place.`
        : 'There is no Discord at DISCORD_API (404). Correct it (Discord itself is https://discord.com/api), or leave it empty.',
    )
  const away = codeAmong(error, NO_NETWORK)
  return away === undefined
    ? undefined
    : new Problem(
        `There is no network to Discord (${away}). Check the connection, DNS and proxy of this machine.`,
      )
}

/** What may stand between the bot and Discord. @param api DISCORD_API, where it is set */
export function onTheWay(api: string | undefined): string {
  return `${api === undefined ? '' : 'DISCORD_API and '}the proxy of this machine`
}

/** Whether Discord says that the bot is not on a server, or that there is none of that id. */
export function isNoGuild({ code }: DiscordAPIError): boolean {
  return code === Code.MissingAccess || code === Code.UnknownGuild
}

/** Why the commands cannot be registered; undefined for what may pass. */
export function whyNotRegistered(error: unknown, guildId: string | undefined): string | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined
  return guildId !== undefined && isNoGuild(error)
    ? 'the commands could not be registered; is the bot in the server GUILD_ID?'
    : 'the commands could not be registered: Discord does not take them'
}

/** Why Discord closed a new connection for good. @param code of the close frame */
export function whyClosed(code: number): Problem {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return wrongToken()
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return new Problem(
        `Discord does not take these shards (${code}). Correct SHARDS and SHARD_COUNT, or leave both out.`,
      )
    default:
      return new Problem(`Discord refuses this bot: the gateway closed with ${code}.`)
  }
}

/**
 * Logs in one line that a request failed, or that nobody can know whether it did.
 * @param what @param done as in "a message could not be deleted"
 * @param about further fields of the line
 * @returns whether it may have been done all the same
 */
export function logFailure(
  log: Log,
  error: unknown,
  what: string,
  done: string,
  about: Readonly<Record<string, unknown>>,
): boolean {
  const why = whyMaybeDone(error)
  log.warn(
    { ...about, status: isReply(error) ? error.status : undefined, reason: reasonOf(error) },
    why === undefined
      ? `${what} could not be ${done}${whyTooLate(error)}`
      : `${what} may have been ${done}: ${why}`,
  )
  return why !== undefined
}

/** Why Discord may have done what was asked of it, though that failed; undefined where it did not. */
function whyMaybeDone(error: unknown): string | undefined {
  if (error instanceof DiscordAPIError) {
    // an earlier try of discord.js's, of which the reply was lost, or another process
    if (error.code === Code.InteractionHasAlreadyBeenAcknowledged)
      return 'there is an answer already'
    if (error.code === Code.UnknownMessage) return 'there is no such message any more'
    return undefined
  }
  if (isReply(error) || codeAmong(error, NOT_SENT) !== undefined) return undefined
  if (error instanceof SyntaxError) return "Discord's reply could not be read"
  return 'the connection was lost, or Discord was too slow'
}

/** "Your app must respond within 3 seconds" (Discord, Receiving and Responding to Interactions) */
function whyTooLate(error: unknown): string {
  return error instanceof DiscordAPIError && error.code === Code.UnknownInteraction
    ? ': it was too late, Discord waits 3 seconds'
    : ''
}

/** Whether Discord did answer: with what is wrong, or with a status alone. */
export function isReply(error: unknown): error is DiscordAPIError | HTTPError {
  return error instanceof DiscordAPIError || error instanceof HTTPError
}

/** One line on an error and its cause, without their stacks. */
export function reasonOf(error: unknown): string {
  const text =
    error instanceof Error
      ? `${error.name}: ${error.message}${error.cause === undefined ? '' : ` (${reasonOf(error.cause)})`}`
      : String(error)
  return text.replace(/\s+/gu, ' ').slice(0, 300)
}

/** 'ENOTFOUND' of Node.js, 'TokenInvalid' of discord.js; undefined for Discord's numbers */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

/** The first of these codes that the error or its cause has. */
function codeAmong(error: unknown, codes: readonly string[]): string | undefined {
  return [error, error instanceof Error ? error.cause : undefined]
    .map(codeOf)
    .find((code) => code !== undefined && codes.includes(code))
}

function wrongToken(): Problem {
  return new Problem(
    'Discord does not accept DISCORD_TOKEN. Reset the token on the Bot page of your application at https://discord.com/developers/applications, and copy it again.',
  )
}
