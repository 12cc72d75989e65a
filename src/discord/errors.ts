/** What an error of discord.js or of the network means for the person who runs the bot. */
import { DiscordAPIError, GatewayCloseCodes } from 'discord.js'
import { Problem } from '../problem.ts'

const NO_NETWORK = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN']

/** What only a person can put right; undefined for what may pass. */
export function whyNot(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof DiscordAPIError && error.status === 401) return wrongToken()
  // what discord.js makes of that when it logs in
  if (codeOf(error) === 'TokenInvalid') return wrongToken()
  if (error instanceof DiscordAPIError && error.status === 403)
    return new Problem(`Discord refuses this bot: ${error.message}.`)
  const away = [error, error instanceof Error ? error.cause : undefined]
    .map(codeOf)
    .find((code) => code !== undefined && NO_NETWORK.includes(code))
  return away === undefined
    ? undefined
    : new Problem(
        `There is no network to Discord (${away}). Check the connection, DNS and proxy of this machine.`,
      )
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

/** One line on an error, without its stack. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replace(/\s+/gu, ' ').slice(0, 300)
}

/** 'ENOTFOUND' of Node.js, 'TokenInvalid' of discord.js; undefined for Discord's numbers */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

function wrongToken(): Problem {
  return new Problem(
    'Discord does not accept DISCORD_TOKEN. Reset the token on the Bot page of your application at https://discord.com/developers/applications, and copy it again.',
  )
}
