import { ApplicationIntegrationType, DiscordAPIError, REST, Routes } from 'discord.js'
import type { APIApplication, APIUser } from 'discord.js'
import type { Command } from '../command.ts'
import { installLinks, type BotOptions } from './bot.ts'
import { isNoGuild, isReply, onTheWay, whyNot } from './errors.ts'
import { areRegistered } from './register.ts'

/** Is told of each thing that was looked at, as soon as it is known. */
export interface Report {
  readonly good: (text: string) => void
  /** what is not well, and what to do */
  readonly bad: (text: string) => void
}

const TIMEOUT = 10_000
const INSTALLS = [
  [ApplicationIntegrationType.GuildInstall, 'Guild Install'],
  [ApplicationIntegrationType.UserInstall, 'User Install'],
] as const

/**
 * Asks Discord about the token, the application and the commands. Changes nothing; never throws.
 * @param guildId 'unknown': GUILD_ID is broken, and nobody can say where the commands belong
 */
export async function inspect(
  { token, api, guildId }: Pick<BotOptions, 'token' | 'api' | 'guildId'>,
  commands: readonly Command[],
  report: Report,
): Promise<void> {
  if (!/^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/u.test(token))
    return report.bad(
      'DISCORD_TOKEN is not a bot token: it has three parts joined by stops. Copy it from the Bot page, not the client secret or public key.',
    )
  const rest = new REST({
    timeout: TIMEOUT,
    retries: 1,
    ...(api === undefined ? {} : { api }),
  }).setToken(token)
  try {
    const user = (await rest.get(Routes.user())) as APIUser
    report.good(`the token is accepted: the bot is ${user.username}`)
    const application = (await rest.get(Routes.currentApplication())) as APIApplication
    inspectApplication(application, report)
    if (guildId === 'unknown') return
    if (await areRegistered(rest, application.id, guildId, commands))
      report.good(
        `the commands are registered ${guildId === undefined ? 'everywhere' : `on the server ${guildId}`}`,
      )
    else
      report.bad(
        'the commands at Discord are not these. Start the bot once with npm start: it registers them.',
      )
  } catch (error) {
    report.bad(adviceOn(error, guildId, api))
  }
}

/** Where the bot is installed, and what is set at Discord that keeps people from it. */
function inspectApplication(application: APIApplication, report: Report): void {
  const { interactions_endpoint_url: endpoint, integration_types_config: installs } = application
  const links = installLinks(application.id)
  const servers = application.approximate_guild_count
  const users = application.approximate_user_install_count ?? 0
  if (servers === 0 && users === 0)
    report.bad(
      `the bot is installed nowhere. Install it on a server: ${links.server} or on yourself: ${links.user}`,
    )
  else
    report.good(
      `installs: ${servers ?? 'an unknown number'} by servers, ${users} by users; to install: ${links.server}`,
    )
  if (endpoint)
    report.bad(
      `Discord sends the commands to ${endpoint} and none to this bot: people see "did not respond". Empty Interactions Endpoint URL on the General Information page of your application.`,
    )
  for (const [type, name] of INSTALLS)
    if (installs && !installs[type])
      report.bad(`${name} is off. Tick it on the Installation page of your application.`)
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
