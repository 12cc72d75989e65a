// The bot that `bench:load` compares with: discord.js, one command, a constant reply.
import { ApplicationCommandType, Client, Events, MessageFlags } from 'discord.js'

const { DISCORD_TOKEN, DISCORD_API } = process.env
const REPLY = {
  components: [{ type: 10, content: 'A constant reply.' }],
  flags: MessageFlags.IsComponentsV2,
} as const

const client = new Client({ intents: [], rest: { api: DISCORD_API ?? '' } })
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(REPLY)
})
await client.login(DISCORD_TOKEN)
await client.application?.commands.set([
  { type: ApplicationCommandType.ChatInput, name: 'ask', description: 'One command' },
])
