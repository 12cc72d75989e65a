/** What is sent to Discord for one interaction: a command, a press or autocomplete. */
import {
  ComponentType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
} from 'discord.js'
import type {
  APIInteractionResponse,
  APIMessageTopLevelComponent,
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord.js'
import { ON_MESSAGE, STRING, flagOption, type Context, type Options } from '../command.ts'
import type { Dispatch } from '../dispatch.ts'
import { voiceFor } from '../language/languages.ts'
import type { Library } from '../library.ts'
import { LIMITS } from '../limits.ts'
import type { Log } from '../log.ts'
import { refusal, type Reply } from '../reply.ts'
import { cut } from './cut.ts'
import { DELETE, SHARE, drawMessage, paginate, readCustomId, turnsPages } from './draw.ts'
import type { View } from './draw.ts'
import { logFailure } from './errors.ts'
import { escapeText } from './markdown.ts'

/** Where only a user has installed the app, Discord takes so many messages after the answer. */
const FOLLOWING = 5

/**
 * Answers one interaction with one response, at once; only what cannot be drawn again, and is longer
 * than a message, goes on in others. Decides what is private: errors, refusals and "absent", what was
 * asked with private:true or on a message, and every press on somebody else's message. What Discord does not take is
 * logged.
 */
export async function respond(
  interaction: Interaction,
  dispatch: Dispatch,
  library: Library,
  log: Log,
): Promise<unknown> {
  const context: Context = {
    ...library,
    say: voiceFor(interaction.locale),
    channel: interaction.channelId ?? interaction.user.id,
  }
  if (interaction.isAutocomplete()) return suggest(interaction, dispatch, context, log)
  if (interaction.isMessageComponent()) return press(interaction, dispatch, context, log)
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
    return answer(interaction, dispatch, context, log)
  return undefined
}

/** A command by its name, and what was given for its options. */
interface Asked {
  readonly name: string
  readonly options: Options
}

type Called = ChatInputCommandInteraction | MessageContextMenuCommandInteraction

async function answer(
  interaction: Called,
  dispatch: Dispatch,
  context: Context,
  log: Log,
): Promise<void> {
  const { say } = context
  const { name, options } = interaction.isChatInputCommand()
    ? typedFor(interaction)
    : calledOn(interaction, dispatch)
  const reply = dispatch.answer(name, options, context)
  const isPrivate = reply.private === true || flagOption(options, 'private')
  const view: View = { page: 1, private: isPrivate, say }
  let shown = await show(interaction, reply, view, log)
  // what cannot be drawn again has no button to turn the page: its other pages follow
  const pages = turnsPages(reply) ? 1 : paginate(reply.blocks, say).length
  const isOnlyUsers = interaction.authorizingIntegrationOwners.guildId === null
  const cutAt = isOnlyUsers && pages > 1 + FOLLOWING ? 1 + FOLLOWING : undefined
  for (let page = 2; shown && page <= (cutAt ?? pages); page++)
    shown = await follow(interaction, reply, { ...view, page, isCut: page === cutAt }, log)
}

/** A command that was typed: all that it takes is text, true or false. */
function typedFor({ commandName, options }: ChatInputCommandInteraction): Asked {
  const given = options.data.map(({ name, value }) => [name, value])
  return { name: commandName, options: Object.fromEntries(given) as Options }
}

/** A command that is called on a message: its text, or what it forwards, goes to the first option that takes one. */
function calledOn(
  { commandName, targetMessage }: MessageContextMenuCommandInteraction,
  { commands }: Dispatch,
): Asked {
  const command = commands.find(({ onMessage }) => onMessage === commandName)?.declaration
  const option = command?.options.find(({ type }) => type === STRING)
  const longest = option?.type === STRING ? option.max_length : undefined
  const { content } = targetMessage.messageSnapshots.first() ?? targetMessage
  const text = option ? { [option.name]: content.slice(0, longest) } : {}
  // what somebody else wrote is not called out before everybody; who asked may share it
  return {
    name: command?.name ?? commandName,
    options: { ...text, [ON_MESSAGE]: true, private: true },
  }
}

async function suggest(
  interaction: AutocompleteInteraction,
  dispatch: Dispatch,
  context: Context,
  log: Log,
): Promise<void> {
  const typed = interaction.options.getFocused()
  const choices = dispatch
    .suggest(interaction.commandName, typed, context)
    .slice(0, LIMITS.CHOICES)
    .map((choice) => cut(choice, LIMITS.CHOICE))
  const data = { choices: choices.map((choice) => ({ name: choice, value: choice })) }
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult
  await send(interaction, { type, data }, log)
}

async function press(
  interaction: MessageComponentInteraction,
  dispatch: Dispatch,
  context: Context,
  log: Log,
): Promise<unknown> {
  const { say } = context
  const isMine = interaction.message.interactionMetadata?.user.id === interaction.user.id
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral)
  const alone: View = { page: 1, private: true, say }
  if (interaction.customId === DELETE) {
    if (!isMine && !interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages))
      return show(interaction, refusal(say('delete.refused')), alone, log)
    const type = InteractionResponseType.DeferredMessageUpdate
    if (!(await send(interaction, { type }, log))) return undefined
    const deleting = interaction.client.rest.delete(original(interaction), { auth: false })
    const deleted = await attempt(interaction, log, deleting, 'a message', 'deleted')
    return deleted ?? follow(interaction, refusal(say('delete.failed')), alone, log)
  }
  if (interaction.customId === SHARE) return share(interaction, context, log)
  const { page, press: pressed } = readCustomId(
    (interaction.isStringSelectMenu() ? interaction.values[0] : undefined) ?? interaction.customId,
  )
  const reply = dispatch.press(pressed, context)
  const inPlace = isPrivate || (isMine && reply.private !== true)
  if (!inPlace || reply.beside === true) return show(interaction, reply, { ...alone, page }, log)
  const data = message(drawMessage(reply, { page, private: isPrivate, say }), false)
  return send(interaction, { type: InteractionResponseType.UpdateMessage, data }, log)
}

/** Answers with a message of its own. */
function show(interaction: BaseInteraction, reply: Reply, view: View, log: Log): Promise<Outcome> {
  const data = message(drawMessage(reply, view), view.private)
  return send(interaction, { type: InteractionResponseType.ChannelMessageWithSource, data }, log)
}

/** Posts one more message after the answer. */
function follow(
  interaction: BaseInteraction,
  reply: Reply,
  view: View,
  log: Log,
): Promise<Outcome> {
  const { client, applicationId, token } = interaction
  const posting = client.rest.post(Routes.webhook(applicationId, token), {
    body: message(drawMessage(reply, view), view.private),
    auth: false,
  })
  return attempt(interaction, log, posting, `page ${view.page} of an answer`, 'posted')
}

/**
 * Posts what a private reply shows as a new message, and says so only when Discord did: where a
 * server keeps the replies of external apps private, it answers with a private message.
 */
async function share(
  interaction: MessageComponentInteraction,
  { say }: Context,
  log: Log,
): Promise<unknown> {
  const components = interaction.message.components.map(
    (component) => component.toJSON() as APIMessageTopLevelComponent,
  )
  const by = line(say.plain('shared.by', { user: interaction.user.displayName }))
  const shared = withDelete(components, say.plain('delete'))
  const taken = await send(
    interaction,
    {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: message([by, ...shared], false),
    },
    log,
    new URLSearchParams({ with_response: 'true' }),
  )
  const response = taken?.reply as RESTPostAPIInteractionCallbackWithResponseResult | undefined
  const flags = response?.resource?.message?.flags ?? 0
  if ((flags & MessageFlags.Ephemeral) === 0) return undefined
  const { allowed_mentions } = message([], true)
  const changing = interaction.client.rest.patch(original(interaction), {
    body: { components: [line(say.plain('shared.not')), ...components], allowed_mentions },
    auth: false,
  })
  return attempt(interaction, log, changing, 'a message', 'changed')
}

/**
 * Sends the one response of an interaction. Everything is Discord's own data already, so it goes
 * straight to discord.js's REST client: `reply` and `update` would take it apart and put it together again.
 */
function send(
  interaction: BaseInteraction,
  body: APIInteractionResponse,
  log: Log,
  query?: URLSearchParams,
): Promise<Outcome> {
  const { client, id, token } = interaction
  const sending = client.rest.post(Routes.interactionCallback(id, token), {
    body,
    auth: false,
    ...(query ? { query } : {}),
  })
  return attempt(interaction, log, sending, 'an interaction', 'answered')
}

/** Discord's reply, where it could be read; undefined where Discord did not do what was asked. */
type Outcome = { readonly reply?: unknown } | undefined

/** Waits for a request. Where it fails, the log says that `what` could not be `done`. */
async function attempt(
  { id }: BaseInteraction,
  log: Log,
  request: Promise<unknown>,
  what: string,
  done: string,
): Promise<Outcome> {
  try {
    return { reply: await request }
  } catch (error) {
    // what may have been done is taken as done: the next page is refused where it was not
    return logFailure(log, error, what, done, { interaction: id }) ? {} : undefined
  }
}

/** The message that a response made, or that was pressed. */
function original({ applicationId, token }: BaseInteraction) {
  return Routes.webhookMessage(applicationId, token)
}

/** Components as a message's data: nothing in it mentions anybody. */
function message(components: APIMessageTopLevelComponent[], isPrivate: boolean) {
  return {
    components,
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
  }
}

function line(text: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content: escapeText(text) }
}

/** A component, or a list of them, with Delete in place of Share: the one is for public messages. */
function withDelete<T>(part: T, label: string): T {
  if (Array.isArray(part)) return part.map((inside) => withDelete<unknown>(inside, label)) as T
  if (typeof part !== 'object' || part === null) return part
  if ('custom_id' in part && part.custom_id === SHARE) return { ...part, custom_id: DELETE, label }
  return 'components' in part ? { ...part, components: withDelete(part.components, label) } : part
}
