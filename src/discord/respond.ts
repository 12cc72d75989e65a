import { MessageFlags, PermissionFlagsBits } from 'discord.js'
import type {
  APIMessageTopLevelComponent,
  AutocompleteInteraction,
  CommandInteraction,
  Interaction,
  MessageComponentInteraction,
  TextDisplayComponentData,
} from 'discord.js'
import { STRING } from '../command.ts'
import type { Context, Options } from '../command.ts'
import type { Dispatch } from '../dispatch.ts'
import { refusal } from '../dispatch.ts'
import { voiceFor } from '../language/languages.ts'
import type { Library } from '../library.ts'
import type { Reply } from '../reply.ts'
import { DELETE, SHARE, cut, drawMessage, readCustomId } from './draw.ts'
import { LIMITS } from './limits.ts'
import { escapeText } from './markdown.ts'

/**
 * Answers one interaction with one response, at once. Decides what is private: errors, refusals
 * and "absent", what was asked with private:true, and every press on somebody else's message.
 * @throws what Discord or the network throws; the caller logs it
 */
export async function respond(
  interaction: Interaction,
  dispatch: Dispatch,
  library: Library,
): Promise<void> {
  const context: Context = {
    ...library,
    say: voiceFor(interaction.locale),
    channel: interaction.channelId ?? interaction.user.id,
  }
  if (interaction.isAutocomplete()) return suggest(interaction, dispatch, context)
  if (interaction.isMessageComponent()) return press(interaction, dispatch, context)
  if (interaction.isChatInputCommand()) {
    const options = Object.fromEntries(
      interaction.options.data.map(({ name, value }) => [
        name,
        typeof value === 'number' ? String(value) : value,
      ]),
    )
    return answer(
      interaction,
      dispatch.answer(interaction.commandName, options, context),
      options,
      context,
    )
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = dispatch.commands.find(
      ({ onMessage }) => onMessage === interaction.commandName,
    )?.declaration
    const option = command?.options.find(({ type }) => type === STRING)
    const content = interaction.targetMessage.content.slice(
      0,
      option?.type === STRING ? option.max_length : undefined,
    )
    const options: Options = { ...(option ? { [option.name]: content } : {}), message: true }
    return answer(
      interaction,
      dispatch.answer(command?.name ?? interaction.commandName, options, context),
      options,
      context,
    )
  }
}

async function answer(
  interaction: CommandInteraction,
  reply: Reply,
  options: Options,
  context: Context,
): Promise<void> {
  const isPrivate = reply.private === true || options['private'] === true
  await interaction.reply(message(reply, { page: 1, private: isPrivate, say: context.say }))
}

async function suggest(
  interaction: AutocompleteInteraction,
  dispatch: Dispatch,
  context: Context,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true)
  const choices = dispatch
    .suggest(interaction.commandName, name, value, context)
    .slice(0, LIMITS.CHOICES)
  await interaction.respond(
    choices.map((choice) => ({
      name: cut(choice, LIMITS.CHOICE),
      value: cut(choice, LIMITS.CHOICE),
    })),
  )
}

async function press(
  interaction: MessageComponentInteraction,
  dispatch: Dispatch,
  context: Context,
): Promise<void> {
  const { say } = context
  const isMine = interaction.message.interactionMetadata?.user.id === interaction.user.id
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral)
  if (interaction.customId === DELETE) {
    if (!isMine && !interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages)) {
      await interaction.reply(
        message(refusal('', say('delete.refused')), { page: 1, private: true, say }),
      )
      return
    }
    await interaction.deferUpdate()
    await interaction.deleteReply()
    return
  }
  if (interaction.customId === SHARE) return share(interaction, context)
  const { page, press: pressed } = readCustomId(
    (interaction.isStringSelectMenu() ? interaction.values[0] : undefined) ?? interaction.customId,
  )
  const reply = dispatch.press(pressed, context)
  const inPlace = isPrivate || (isMine && reply.private !== true)
  if (inPlace && reply.beside !== true) {
    await interaction.update({
      ...message(reply, { page, private: isPrivate, say }),
      flags: MessageFlags.IsComponentsV2,
    })
  } else {
    await interaction.reply(message(reply, { page, private: true, say }))
  }
}

/**
 * Posts what a private reply shows as a new message, and says so only when Discord did: where a
 * server keeps the replies of external apps private, it answers with a private message.
 */
async function share(interaction: MessageComponentInteraction, { say }: Context): Promise<void> {
  const by: APIMessageTopLevelComponent = {
    type: 10,
    content: `-# ${escapeText(say.plain('shared.by', { user: interaction.user.displayName }))}`,
  }
  const components = interaction.message.components.map(
    (component) => component.toJSON() as APIMessageTopLevelComponent,
  )
  const response = await interaction.reply({
    components: [by, ...components.map((component) => withDelete(component, say.plain('delete')))],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
    withResponse: true,
  })
  if (response.resource?.message?.flags.has(MessageFlags.Ephemeral)) {
    const notice: TextDisplayComponentData = {
      type: 10,
      content: escapeText(say.plain('shared.not')),
    }
    await interaction.editReply({
      components: [notice, ...components],
      allowedMentions: { parse: [] },
    })
  }
}

// a public message has Delete where a private one has Share
function withDelete(
  component: APIMessageTopLevelComponent,
  label: string,
): APIMessageTopLevelComponent {
  const replace = <T>(part: T): T => {
    if (Array.isArray(part)) return part.map(replace) as T
    if (typeof part !== 'object' || part === null) return part
    if ('custom_id' in part && part.custom_id === SHARE)
      return { ...part, custom_id: DELETE, label }
    return 'components' in part ? { ...part, components: replace(part.components) } : part
  }
  return replace(component)
}

function message(reply: Reply, view: Parameters<typeof drawMessage>[1]) {
  return {
    // as one that draws itself: discord.js would rewrite each key of plain data, which is API data already
    components: drawMessage(reply, view).map((component) => ({ toJSON: () => component })),
    flags: view.private
      ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const)
      : ([MessageFlags.IsComponentsV2] as const),
    allowedMentions: { parse: [] },
  }
}
