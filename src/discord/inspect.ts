import { DiscordAPIError, REST, Routes } from 'discord.js'
import type { APIApplication, APIUser } from 'discord.js'
import type { Command } from '../command.ts'
import { installLinks } from './bot.ts'
import { isNoGuild, isReply, whyNot } from './errors.ts'
import { areRegistered } from './register.ts'

/** One thing looked at: how it is, and what to do where it is not well. */
export interface Finding {
  readonly well: boolean
  readonly text: string
}

const TIMEOUT = 10_000

/** Asks Discord about the token, the servers and the commands. Changes nothing; never throws. */
export async function inspect({
  token,
  api,
  guildId,
  commands,
}: {
  readonly token: string
  readonly api: string | undefined
  /** 'unknown': GUILD_ID is broken, and nobody can say where the commands belong */
  readonly guildId: string | undefined
  readonly commands: readonly Command[]
}): Promise<Finding[]> {
  if (!/^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/u.test(token)) {
    return [
      bad(
        'DISCORD_TOKEN is not a bot token: it has three parts joined by stops. Copy it from the Bot page, not the client secret or public key.',
      ),
    ]
  }
  const rest = new REST({
    timeout: TIMEOUT,
    retries: 1,
    ...(api === undefined ? {} : { api }),
  }).setToken(token)
  const findings: Finding[] = []
  try {
    const user = (await rest.get(Routes.user())) as APIUser
    findings.push(good(`the token is accepted: the bot is ${user.username}`))
    const application = (await rest.get(Routes.currentApplication())) as APIApplication
    const links = installLinks(application.id)
    const servers = application.approximate_guild_count
    const users = application.approximate_user_install_count ?? 0
    findings.push(
      servers === 0 && users === 0
        ? bad(
            `the bot is installed nowhere. Install it on a server: ${links.server} or on yourself: ${links.user}`,
          )
        : good(
            `installed on ${servers ?? 'an unknown number of'} servers and by ${users} users; to install: ${links.server}`,
          ),
    )
    if (guildId === 'unknown') return findings
    findings.push(
      (await areRegistered(rest, application.id, guildId, commands))
        ? good(
            `the commands are registered ${guildId === undefined ? 'everywhere' : `on the server ${guildId}`}`,
          )
        : bad(
            'the commands at Discord are not these. Start the bot once with npm start: it registers them.',
          ),
    )
  } catch (error) {
    findings.push(bad(adviceOn(error, guildId)))
  }
  return findings
}

function adviceOn(error: unknown, guildId: string | undefined): string {
  if (guildId !== undefined && error instanceof DiscordAPIError && isNoGuild(error))
    return `Discord says "${error.message}". Is the bot installed on the server GUILD_ID, and is the id right?`
  const problem = whyNot(error)
  if (problem) return problem.message
  if (isReply(error))
    return `Discord has trouble (status ${error.status}). Look at https://discordstatus.com and try again later.`
  if (error instanceof SyntaxError)
    return "A reply of Discord's could not be read. Check DISCORD_API and the proxy of this machine, or try again later."
  if (error instanceof Error && error.name === 'AbortError')
    return `Discord did not answer within ${TIMEOUT / 1_000} seconds. Look at https://discordstatus.com, and check the network and proxy of this machine.`
  return `Discord cannot be reached (${error instanceof Error ? error.message : String(error)}). Check the network, DNS and proxy of this machine.`
}

/** What is well. */
export function good(text: string): Finding {
  return { well: true, text }
}

/** What is not well, and what to do. */
export function bad(text: string): Finding {
  return { well: false, text }
}
