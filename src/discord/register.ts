/** Tells Discord the commands, in its own form. */
import { isDeepStrictEqual } from 'node:util'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
} from 'discord.js'
import type { REST, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import type { Command, Declaration } from '../command.ts'
import type { Key } from '../language/en.ts'
import { languages } from '../language/languages.ts'
import { keyOf } from '../language/say.ts'

const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
}

/** The declarations as Discord is told them: on servers and users, everywhere, in every language. */
export function registrations(
  commands: readonly Command[],
  guildId?: string,
): RESTPostAPIApplicationCommandsJSONBody[] {
  // a command of one server has neither of the two
  const everywhere = guildId === undefined ? EVERYWHERE : {}
  const slash = commands.map(({ declaration }): RESTPostAPIApplicationCommandsJSONBody => ({
    ...localised(declaration),
    ...everywhere,
  }))
  const onMessages = commands.flatMap(({ declaration, onMessage: name }) => {
    if (name === undefined) return []
    const name_localizations = translations(keyOf(declaration.name, 'message'))
    return {
      type: ApplicationCommandType.Message as const,
      name,
      name_localizations,
      ...everywhere,
    }
  })
  return [...slash, ...onMessages]
}

/**
 * Tells Discord the commands where it has others, and leaves it alone where it has these.
 * @param guildId one server, which sees the change at once; undefined for everywhere
 * @returns whether anything was changed
 */
export async function register(
  rest: Pick<REST, 'get' | 'put'>,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Command[],
): Promise<boolean> {
  if (await areRegistered(rest, applicationId, guildId, commands)) return false
  await rest.put(routeOf(applicationId, guildId), { body: registrations(commands, guildId) })
  return true
}

/** Whether Discord has these commands and no others. */
export async function areRegistered(
  rest: Pick<REST, 'get'>,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Command[],
): Promise<boolean> {
  const wanted = registrations(commands, guildId)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const there: unknown = await rest.get(routeOf(applicationId, guildId), { query })
  return (
    Array.isArray(there) &&
    there.length === wanted.length &&
    wanted.every((command) => there.some((other) => isSame(other, command)))
  )
}

function routeOf(applicationId: string, guildId: string | undefined) {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId)
}

function localised(declaration: Declaration) {
  const { name } = declaration
  return {
    type: ApplicationCommandType.ChatInput,
    ...declaration,
    description_localizations: translations(keyOf(name)),
    options: declaration.options.map((option) => ({
      ...option,
      description_localizations: translations(keyOf(name, option.name)),
    })),
  }
}

function translations(key: Key): Record<string, string> {
  return Object.fromEntries(
    Object.entries(languages).map(([locale, language]) => [locale, language[key]]),
  )
}

// what Discord may have though ours has not: texts in other languages
const LOCALISED = ['name_localizations', 'description_localizations']

/**
 * Whether Discord's command is ours. It leaves out what is empty or false, and adds ids, versions and
 * defaults of its own to a command, but nothing to an option.
 */
function isSame(theirs: unknown, ours: RESTPostAPIApplicationCommandsJSONBody): boolean {
  if (typeof theirs !== 'object' || theirs === null) return false
  const compared = new Set([...Object.keys(ours), 'options', ...LOCALISED])
  const known = Object.entries(theirs).filter(([key]) => compared.has(key))
  return isDeepStrictEqual(bare(Object.fromEntries(known)), bare(ours))
}

/** An object without what is empty or false anywhere in it. */
function bare(value: object): unknown {
  const text = JSON.stringify(value, (key, inside: unknown) =>
    key !== '' && isEmpty(inside) ? undefined : inside,
  )
  return JSON.parse(text)
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === false ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  )
}
