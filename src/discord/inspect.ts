import { ApplicationIntegrationType as Install, DiscordAPIError, REST, Routes } from 'discord.js'
import type { APIApplication, APIUser } from 'discord.js'
import type { Command } from '../command.ts'
import { installLinks } from './bot.ts'
import { isNoGuild, isReply, onTheWay, whyNot } from './errors.ts'
import { areRegistered } from './register.ts'

/** One thing looked at: how it is, and what to do where it is not well. */
export interface Finding {
  readonly well: boolean
  readonly text: string
}

const TIMEOUT = 10_000

interface Inspected {
  readonly token: string
  readonly api: string | undefined
  /** 'unknown': GUILD_ID is broken, and nobody can say where the commands belong */
  readonly guildId: string | undefined
  readonly commands: readonly Command[]
}

/**
 * Asks Discord about the token, the application and the commands. Changes nothing; never throws.
 * @param tell is told of each finding as soon as it is known
 */
export async function inspect(
  { token, api, guildId, commands }: Inspected,
  tell: (finding: Finding) => void,
): Promise<void> {
  if (!/^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/u.test(token)) {
    return tell(
      bad(
        'DISCORD_TOKEN is not a bot token: it has three parts joined by stops. Copy it from the Bot page, not the client secret or public key.',
      ),
    )
  }
  const rest = new REST({
    timeout: TIMEOUT,
    retries: 1,
    ...(api === undefined ? {} : { api }),
  }).setToken(token)
  try {
    const user = (await rest.get(Routes.user())) as APIUser
    tell(good(`the token is accepted: the bot is ${user.username}`))
    const application = (await rest.get(Routes.currentApplication())) as APIApplication
    const links = installLinks(application.id)
    const servers = application.approximate_guild_count
    const users = application.approximate_user_install_count ?? 0
    tell(
      servers === 0 && users === 0
        ? bad(
            `the bot is installed nowhere. Install it on a server: ${links.server} or on yourself: ${links.user}`,
          )
        : good(
            `installed on ${counted(servers, 'server')} and by ${counted(users, 'user')}; to install: ${links.server}`,
          ),
    )
    for (const problem of wrongSettings(application)) tell(bad(problem))
    if (guildId === 'unknown') return
    tell(
      (await areRegistered(rest, application.id, guildId, commands))
        ? good(
            `the commands are registered ${guildId === undefined ? 'everywhere' : `on the server ${guildId}`}`,
          )
        : bad(
            'the commands at Discord are not these. Start the bot once with npm start: it registers them.',
          ),
    )
  } catch (error) {
    tell(bad(adviceOn(error, guildId, api)))
  }
}

/** What is set on the application's pages at Discord that keeps people from using the bot. */
function wrongSettings({
  interactions_endpoint_url: endpoint,
  integration_types_config: installs,
}: APIApplication): string[] {
  const missing = (type: Install, where: string, name: string): string[] =>
    !installs || installs[type]
      ? []
      : [
          `the bot cannot be installed on ${where}. Tick ${name} on the Installation page of your application.`,
        ]
  return [
    ...(endpoint
      ? [
          `Discord sends commands to ${endpoint}, and none to this bot: people see "did not respond". Empty Interactions Endpoint URL on the General Information page of your application.`,
        ]
      : []),
    ...missing(Install.GuildInstall, 'servers', 'Guild Install'),
    ...missing(Install.UserInstall, 'users', 'User Install'),
  ]
}

/** '1 server', '2 servers' */
function counted(count: number | undefined, what: string): string {
  return `${count ?? 'an unknown number of'} ${what}${count === 1 ? '' : 's'}`
}

function adviceOn(error: unknown, guildId: string | undefined, api: string | undefined): string {
  if (guildId !== undefined && error instanceof DiscordAPIError && isNoGuild(error))
    return `Discord says "${error.message}". Is the bot installed on the server GUILD_ID, and is the id right?`
  const problem = whyNot(error, api)
  if (problem) return problem.message
  if (isReply(error))
    return `Discord has trouble (status ${error.status}). Look at https://discordstatus.com and try again later.`
  if (error instanceof SyntaxError)
    return `A reply of Discord's could not be read. Check ${onTheWay(api)}, or try again later.`
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
