/** What an error of discord.js or of the network means for the person who runs the bot. */
import { DiscordAPIError } from 'discord.js'
import { Problem } from '../problem.ts'

const NO_NETWORK = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN']

/** What only a person can put right; undefined for what may pass. */
export function whyNot(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const message = error instanceof Error ? error.message : ''
  if (codeOf(error) === 'TokenInvalid' || message === 'Authentication failed') return wrongToken()
  if (error instanceof DiscordAPIError && error.status === 403)
    return new Problem(`Discord refuses this bot: ${message}.`)
  const away = [error, error instanceof Error ? error.cause : undefined]
    .map(codeOf)
    .find((code) => code !== undefined && NO_NETWORK.includes(code))
  return away === undefined
    ? undefined
    : new Problem(
        `There is no network to Discord (${away}). Check the connection, DNS and proxy of this machine.`,
      )
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
    'Discord does not accept DISCORD_TOKEN. Copy the token again from the Bot page of your application at https://discord.com/developers/applications.',
  )
}
