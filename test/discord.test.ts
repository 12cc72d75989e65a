// The bot on a Discord of its own, with the real client: what people see, and what Discord is told.
import { afterEach, describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { ON_MESSAGE } from '../src/command.ts'
import { createDispatch } from '../src/dispatch.ts'
import { fr } from '../src/language/fr.ts'
import { passage } from '../src/passage.ts'
import { Problem } from '../src/problem.ts'
import type { Reply } from '../src/reply.ts'
import {
  ALICE,
  BOB,
  COMPONENTS_V2,
  Discord,
  EPHEMERAL,
  GUILD,
  MANAGE_MESSAGES,
  button,
  flatten,
  guildIn,
  openLibrary,
  startTestBot,
  textOf,
  until,
} from './loopback/discord.ts'
import type { Answer, LogLine, Message, TestBot } from './loopback/discord.ts'

const library = openLibrary()
const { speech } = library
const running: { readonly stop: () => Promise<void> }[] = []

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function startDiscord(...settings: Parameters<typeof Discord.start>): Promise<Discord> {
  const discord = await Discord.start(...settings)
  running.push(discord)
  return discord
}

async function startOn(
  discord: Discord,
  options: Parameters<typeof startTestBot>[2] = {},
): Promise<TestBot> {
  const bot = await startTestBot(discord, library, options)
  running.push(bot)
  return bot
}

async function start(): Promise<{ discord: Discord; bot: TestBot }> {
  const discord = await startDiscord()
  return { discord, bot: await startOn(discord) }
}

/** Text without the marks of Discord's Markdown: the words that people read. */
function words(holder: Parameters<typeof textOf>[0]): string {
  return textOf(holder)
    .replaceAll('**', '')
    .replace(/\\(?=[^\w\s])/gu, '')
}

function isPrivate({ callback }: Answer): boolean {
  return ((callback?.data?.flags ?? 0) & EPHEMERAL) !== 0
}

function customIds({ components }: Message): string[] {
  return flatten(components).flatMap(({ type, custom_id: id }) =>
    type === 2 && id !== undefined ? [id] : [],
  )
}

function menuOf({ components }: Message): string[] {
  return flatten(components).flatMap(({ options = [] }) => options.map(({ value }) => value))
}

const trouble = (lines: readonly LogLine[]): LogLine[] =>
  lines.filter(({ level }) => level !== 'info')
const paragraph = (number: number): string => speech.paragraphs[number - 1]?.text ?? 'none'
const puts = ({ requests }: Discord): string[] => requests.filter((line) => line.startsWith('PUT'))
const UNKNOWN = 'This button is from another version of the bot. Please ask again.'

describe('commands', () => {
  test.each([
    ['ask', { question: 'What does he say about Taiwan?' }, 'Taiwan'],
    ['quote', {}, 'Lanting Forum'],
    ['quote', { section: '2.1', short: true }, '§2.1'],
    ['section', {}, 'Go'],
    ['section', { section: '3.1' }, 'Do unto others as you would have them do unto you'],
    ['section', { section: '¶1-3' }, paragraph(2)],
    ['check', { quote: 'democracy is not a patent of a few countries' }, 'Exact'],
    ['check', { quote: 'democracy is the patent of a few countries' }, 'Altered'],
    ['find', { words: 'mutual respect' }, 'mutual respect'],
    ['about', {}, speech.sha256],
  ])('/%s %o is answered at once, for all to see', async (name, options, expected) => {
    const { discord, bot } = await start()
    const answer = await discord.slash(name, options)
    expect(answer.callback?.type).toBe(4)
    expect(answer.callback?.data?.flags).toBe(COMPONENTS_V2)
    expect(answer.callback?.data?.allowed_mentions).toEqual({ parse: [] })
    expect(words(answer.message)).toContain(expected === 'Go' ? speech.title : expected)
    expect(answer.message?.interaction_metadata?.user.id).toBe(ALICE.id)
    expect(answer.tookMs).toBeLessThan(1_500)
    expect(discord.refused).toEqual([])
    expect(trouble(bot.lines)).toEqual([])
  })

  test.each([
    ['ask', { question: 'how do I bake sourdough bread' }, 'The speech does not say this.'],
    ['ask', { question: '?!' }, 'There is nothing in this to look for'],
    ['section', { section: '99' }, 'There is no section or paragraph *99*.'],
    ['quote', { section: 'nowhere' }, 'There is no section or paragraph *nowhere*.'],
    ['check', { quote: 'one small step for a man, one giant leap' }, 'Not in the speech'],
    ['find', { words: 'zeppelin' }, 'nowhere in the speech'],
    ['ask', { question: 'What does he say about Taiwan?', private: true }, 'Taiwan'],
    ['about', { private: true }, speech.title],
  ])('/%s %o is answered in private', async (name, options, expected) => {
    const { discord, bot } = await start()
    const answer = await discord.slash(name, options)
    expect(answer.callback?.type).toBe(4)
    expect(answer.callback?.data?.flags).toBe(COMPONENTS_V2 | EPHEMERAL)
    expect(answer.callback?.data?.allowed_mentions).toEqual({ parse: [] })
    expect(words(answer.message)).toContain(expected)
    expect(discord.refused).toEqual([])
    expect(trouble(bot.lines)).toEqual([])
  })

  test('/ask quotes the passage that the search found, word for word', async () => {
    const { discord } = await start()
    const question = 'Is democracy a patent of some countries?'
    const best = library.search.ask(question).hits[0]?.paragraph ?? 0
    const { message } = await discord.slash('ask', { question })
    expect(words(message)).toContain(paragraph(best))
  })

  test('what is typed can neither ping nor format', async () => {
    const { discord } = await start()
    const { message, callback } = await discord.slash('find', {
      words: '@everyone **<@1>** [a](b)',
    })
    expect(callback?.data?.allowed_mentions).toEqual({ parse: [] })
    expect(textOf(message)).toContain(String.raw`\@everyone \*\*\<\@1\>\*\* \[a\]`)
  })

  test('/about leads to the source, and names the commands in the language of who reads it', async () => {
    const { discord } = await start()
    const { message } = await discord.slash('about', {}, { locale: 'fr' })
    expect(textOf(message)).toContain(`<${speech.source}>`)
    for (const name of ['ask', 'quote', 'section', 'check', 'find'] as const)
      expect(words(message)).toContain(`/${name} ${fr[name]}`)
  })

  test('they work in direct messages, and on servers where the bot is not', async () => {
    const { discord, bot } = await start()
    for (const guild of [null, guildIn(0)]) {
      const { message } = await discord.slash('section', { section: '¶2' }, { guild })
      expect(words(message)).toContain(paragraph(2))
      const next = await discord.press(message, button(message, 'Next'), { guild })
      expect(next.callback?.type).toBe(7)
      expect(words(next.message)).toContain(paragraph(3))
    }
    expect(trouble(bot.lines)).toEqual([])
  })

  test('Apps › Check this quote checks the quotation in a message', async () => {
    const { discord } = await start()
    const quoted = 'He said: “democracy is not a patent of a few countries”, did he not?'
    const exact = await discord.messageCommand('Check this quote', quoted)
    expect(words(exact.message)).toContain('Exact')
    // what somebody else wrote is not called out before everybody
    expect(isPrivate(exact)).toBe(true)
    const absent = await discord.messageCommand('Check this quote', 'lunch at noon, anyone here?')
    expect(words(absent.message)).toContain('Not in the speech')
    expect(isPrivate(absent)).toBe(true)
  })

  test('a forwarded message is checked by what it forwards; one without a text is told so', async () => {
    const { discord, bot } = await start()
    const forwarded = 'democracy is not a patent of a few countries'
    const exact = await discord.messageCommand('Check this quote', '', { forwarded })
    expect(words(exact.message)).toContain('Exact')
    for (const from of [{}, { forwarded: '' }]) {
      const none = await discord.messageCommand('Check this quote', '', from)
      expect(words(none.message)).toContain('This message has no text of its own')
      expect(isPrivate(none)).toBe(true)
    }
    expect(trouble(bot.lines)).toEqual([])
  })

  test.each([
    ['on a server that has the bot', GUILD, 12],
    ['where only a user has it', guildIn(0), 6],
  ])('an answer of 12 pages %s', async (_, guild, shown) => {
    const text = 'word '.repeat(700).trim()
    const reply: Reply = {
      blocks: Array.from({ length: 12 }, (_, index) => ({
        kind: 'passage',
        reference: `§1 Title · ¶${index + 1}`,
        text,
        strong: [],
      })),
      data: {},
    }
    const discord = await startDiscord()
    const dispatch = { ...createDispatch(commands, () => undefined), answer: () => reply }
    const bot = await startOn(discord, { dispatch })
    await discord.slash('ask', {}, { guild })
    await until(() => discord.messages.size >= shown, 'every page is there')
    await new Promise((resolve) => setTimeout(resolve, 100))
    const pages = [...discord.messages.values()].map(words)
    expect(pages).toHaveLength(shown)
    const cut = pages.filter((page) => page.includes('there is more: see /section'))
    expect(cut).toEqual(shown === 12 ? [] : [pages.at(-1)])
    if (shown < 12) expect(cut[0]).toContain('see /section ¶7.')
    expect(discord.refused).toEqual([])
    expect(trouble(bot.lines)).toEqual([])
  })

  test.each([true, false])(
    'what is longer than a message, and has no page to turn to, goes on in others (private %s)',
    async (isPrivate) => {
      const reply: Reply = {
        blocks: [
          ...speech.paragraphs.map(({ number }) => passage(speech, number)),
          { kind: 'note', onEveryPage: true, text: [speech.speaker] },
        ],
        private: isPrivate,
        data: {},
      }
      const discord = await startDiscord()
      const dispatch = { ...createDispatch(commands, () => undefined), answer: () => reply }
      const bot = await startOn(discord, { dispatch })
      const first = await discord.slash('about')
      const pages = Number(/Page 1 of (\d+)/u.exec(words(first.message))?.[1])
      await until(() => discord.messages.size >= pages, 'every page is there')
      const shown = [...discord.messages.values()]
      expect(shown.map(({ flags }) => (flags & EPHEMERAL) !== 0)).toEqual(
        shown.map(() => isPrivate),
      )
      for (const [index, page] of shown.entries()) {
        expect(words(page)).toContain(`Page ${index + 1} of ${pages}`)
        expect(words(page)).toContain(speech.speaker)
      }
      for (const { text } of speech.paragraphs)
        expect(shown.filter((page) => words(page).includes(text))).toHaveLength(1)
      if (!isPrivate) {
        const last = shown.at(-1)
        await discord.press(last, button(last, 'Delete'))
        await until(() => discord.messages.size === pages - 1, 'the last one is deleted')
      }
      expect(discord.refused).toEqual([])
      expect(trouble(bot.lines)).toEqual([])
    },
  )

  test('/quote draws none twice in a channel until all were shown', async () => {
    const { discord } = await start()
    const shown = new Set<string>()
    const { message } = await discord.slash('quote', {}, { guild: null, user: BOB })
    shown.add(words(message))
    for (let drawn = 1; drawn < speech.paragraphs.length; drawn += 1) {
      const press = button(message, 'Another')
      shown.add(words((await discord.press(message, press, { guild: null, user: BOB })).message))
    }
    expect(shown.size).toBe(speech.paragraphs.length)
  })

  test('autocomplete offers at most 25, and they can be sent back', async () => {
    const { discord } = await start()
    for (const typed of ['', 'taiwan', 'x'.repeat(500), 'ﷺ🙂‍↕️']) {
      expect((await discord.autocomplete('ask', 'question', typed)).length).toBeLessThanOrEqual(25)
    }
    const [question] = await discord.autocomplete('ask', 'question', 'taiw')
    expect(question?.name).toMatch(/taiwan/iu)
    const answer = await discord.slash('ask', { question: question?.value ?? '' })
    expect(words(answer.message)).toContain('Taiwan')

    const sections = await discord.autocomplete('section', 'section', '')
    expect(sections.length).toBe(Math.min(25, speech.sections.length))
    for (const { value } of sections)
      expect(isPrivate(await discord.slash('section', { section: value }))).toBe(false)
    expect(discord.refused).toEqual([])
  })
})

test('people read it in their own language, and the speech as it was spoken', async () => {
  const { discord, bot } = await start()
  const there = { locale: 'fr' }
  const { message } = await discord.slash('section', { section: '¶4' }, there)
  expect(words(message)).toContain(paragraph(4))
  expect(words(message)).toContain('22 février 2021')
  const next = await discord.press(message, button(message, fr.next), there)
  expect(words(next.message)).toContain(paragraph(5))
  expect(button(next.message, fr.delete)).toBe('!delete')
  const absent = await discord.slash('ask', { question: 'zeppelin' }, there)
  expect(words(absent.message)).toContain(fr.absent)

  const empty = await discord.slash('ask', { question: ' ' }, there)
  expect(words(empty.message)).toBe(`Il manque quelque chose après /ask. ${fr['ask.question']}.`)
  const chinese = await discord.slash('ask', { question: 'zeppelin' }, { locale: 'zh-CN' })
  expect(words(chinese.message)).toContain('演讲没有这样说。没有片段提到')

  // the same message for somebody who reads English, and for a locale that the bot has not
  expect(
    button((await discord.slash('about', {}, { locale: 'tlh' })).message, 'Outline'),
  ).toBeTruthy()
  const copy = await discord.press(message, button(next.message, fr.next), { user: BOB })
  expect(button(copy.message, 'Next')).toBeTruthy()
  expect(discord.commands.get('')?.[0]).toMatchObject({
    description_localizations: { fr: fr.ask },
    options: [{ description_localizations: { fr: fr['ask.question'] } }, {}],
  })
  expect(discord.refused).toEqual([])
  expect(trouble(bot.lines)).toEqual([])
})

describe('registration', () => {
  test('tells Discord every command once', async () => {
    const { discord, bot } = await start()
    expect(puts(discord)).toHaveLength(1)
    const registered = discord.commands.get('') ?? []
    expect(bot.lines).toEqual([
      expect.objectContaining({ msg: 'commands registered', commands: registered.length }),
    ])
    expect(registered.map(({ name, type }) => `${type} ${name}`)).toEqual([
      '1 ask',
      '1 quote',
      '1 section',
      '1 check',
      '1 find',
      '1 about',
      '3 Check this quote',
    ])
    for (const command of registered)
      expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] })
    // that name says something else
    for (const { options = [] } of registered)
      expect(options).not.toContainEqual(expect.objectContaining({ name: ON_MESSAGE }))
  })

  test.each([undefined, GUILD])('a second start changes nothing (GUILD_ID %s)', async (guildId) => {
    const discord = await startDiscord()
    await (await startTestBot(discord, library, { guildId })).stop()
    const bot = await startOn(discord, { guildId })
    expect(puts(discord)).toHaveLength(1)
    expect(bot.lines.map(({ msg }) => msg)).toContain('commands are registered already')
  })

  test('a command that is another on Discord is told again', async () => {
    const discord = await startDiscord()
    await (await startTestBot(discord, library)).stop()
    const [first] = discord.commands.get('') ?? []
    if (first) first['description'] = 'An older description'
    await startOn(discord)
    expect(puts(discord)).toHaveLength(2)
    expect(discord.commands.get('')?.[0]?.['description']).not.toBe('An older description')
  })

  test.each([
    ['a limit', (option: Record<string, unknown>) => (option['min_length'] = 5)],
    ['that it is required', (option: Record<string, unknown>) => (option['required'] = false)],
    [
      'a language',
      (option: Record<string, unknown>) =>
        Object.assign(option['description_localizations'] as object, { de: 'Eine Frage' }),
    ],
  ])('an option that has or lacks %s on Discord is told again', async (_, change) => {
    const discord = await startDiscord()
    await (await startTestBot(discord, library)).stop()
    change(discord.commands.get('')?.[0]?.options?.[0] as Record<string, unknown>)
    await startOn(discord)
    expect(puts(discord)).toHaveLength(2)
  })

  test('GUILD_ID registers on that server only', async () => {
    const discord = await startDiscord()
    await startOn(discord, { guildId: GUILD })
    expect([...discord.commands.keys()]).toEqual([GUILD])
    expect(words((await discord.slash('about')).message)).toContain(speech.title)
  })

  test('a GUILD_ID where the bot is not is one clear line, and the bot goes on', async () => {
    const discord = await startDiscord()
    await (await startTestBot(discord, library)).stop()
    const bot = await startOn(discord, { guildId: guildIn(1) })
    expect(trouble(bot.lines).map(({ msg }) => msg)).toEqual([
      'the commands could not be registered; is the bot in the server GUILD_ID?',
    ])
    expect(words((await discord.slash('about')).message)).toContain(speech.title)
  })
})

describe('buttons', () => {
  test('change the message of the person who asked', async () => {
    const { discord } = await start()
    const { message } = await discord.slash('section', { section: '¶4' })
    const next = await discord.press(message, button(message, 'Next'))
    expect(next.callback?.type).toBe(7)
    expect(next.callback?.data?.flags).toBe(COMPONENTS_V2)
    expect(next.callback?.data?.allowed_mentions).toEqual({ parse: [] })
    expect(next.message?.id).toBe(message?.id)
    expect(words(next.message)).toContain(paragraph(5))
    const previous = await discord.press(next.message, button(next.message, 'Previous'))
    expect(textOf(previous.message)).toBe(textOf(message))
  })

  test('give anybody else a private copy, which then is theirs', async () => {
    const { discord } = await start()
    const { message } = await discord.slash('section', { section: '¶4' })
    const next = await discord.press(message, button(message, 'Next'), { user: BOB })
    expect(next.callback?.type).toBe(4)
    expect(isPrivate(next)).toBe(true)
    expect(words(next.message)).toContain(paragraph(5))
    expect(textOf(discord.messages.get(message?.id ?? ''))).toBe(textOf(message))
    const again = await discord.press(next.message, button(next.message, 'Next'), { user: BOB })
    expect(again.callback?.type).toBe(7)
    expect(discord.messages.get(next.message?.id ?? '')?.flags).toBe(COMPONENTS_V2 | EPHEMERAL)
    expect(words(again.message)).toContain(paragraph(6))
  })

  test('put citations and copies beside the message, in private', async () => {
    const { discord } = await start()
    const { message } = await discord.slash('section', { section: '¶4' })
    for (const label of ['Cite', 'Copy']) {
      const beside = await discord.press(message, button(message, label))
      expect(beside.callback?.type).toBe(4)
      expect(isPrivate(beside)).toBe(true)
    }
    const copy = await discord.press(message, button(message, 'Copy'))
    expect(textOf(copy.message)).toContain(`\`\`\`\n${paragraph(4)}\n\`\`\``)
  })

  test('the menu goes to a section', async () => {
    const { discord } = await start()
    const { message } = await discord.slash('section')
    const value = menuOf(message as Message).find((press) => press.endsWith('s2.1')) ?? ''
    const mine = await discord.select(message, value)
    expect(mine.callback?.type).toBe(7)
    expect(words(mine.message)).toContain('democracy is not a patent of a few countries')
    const theirs = await discord.select(message, value, { user: BOB })
    expect(theirs.callback?.type).toBe(4)
    expect(isPrivate(theirs)).toBe(true)
  })

  test('Delete is for the person who asked and for moderators', async () => {
    const { discord, bot } = await start()
    const ask = async (): Promise<Message | undefined> =>
      (await discord.slash('ask', { question: 'What about Taiwan?' })).message
    const [one, two, three] = [await ask(), await ask(), await ask()]
    const gone = (message: Message | undefined): Promise<void> =>
      until(() => !discord.messages.has(message?.id ?? ''), 'the message is deleted')

    const refused = await discord.press(one, button(one, 'Delete'), { user: BOB })
    expect(isPrivate(refused)).toBe(true)
    expect(words(refused.message)).toContain('Only the person who asked')
    expect(discord.messages.has(one?.id ?? '')).toBe(true)

    expect((await discord.press(one, button(one, 'Delete'))).callback?.type).toBe(6)
    await gone(one)
    await discord.press(two, button(two, 'Delete'), { user: BOB, permissions: MANAGE_MESSAGES })
    await gone(two)
    await discord.press(three, button(three, 'Delete'), { guild: null })
    await gone(three)
    expect(trouble(bot.lines)).toEqual([])
  })

  test('Share posts what was private, and names who did', async () => {
    const { discord, bot } = await start()
    const { message } = await discord.slash('section', { section: '¶4', private: true })
    expect(customIds(message as Message)).not.toContain('!delete')
    const shared = await discord.press(message, button(message, 'Share'))
    expect(shared.callback?.type).toBe(4)
    expect(shared.callback?.data?.flags).toBe(COMPONENTS_V2)
    expect(shared.callback?.data?.allowed_mentions).toEqual({ parse: [] })
    expect(words(shared.message)).toContain('Shared by Alice')
    expect(words(shared.message)).toContain(paragraph(4))
    expect(customIds(shared.message as Message)).not.toContain('!share')
    await discord.press(shared.message, button(shared.message, 'Delete'))
    await until(() => !discord.messages.has(shared.message?.id ?? ''), 'the message is deleted')
    expect(discord.requests.filter((line) => line.startsWith('PATCH'))).toEqual([])
    expect(trouble(bot.lines)).toEqual([])
  })

  test.each(['Copy', 'Cite'])(
    'what %s shows can be shared, and then says who speaks',
    async (label) => {
      const { discord, bot } = await start()
      const { message } = await discord.slash('section', { section: '¶4' })
      const beside = await discord.press(message, button(message, label))
      const shared = await discord.press(beside.message, button(beside.message, 'Share'))
      expect(isPrivate(shared)).toBe(false)
      expect(words(shared.message)).toMatch(/Wang Yi|Wang, Y/u)
      expect(trouble(bot.lines)).toEqual([])
    },
  )

  test('Share says so where Discord keeps the reply private', async () => {
    const { discord, bot } = await start()
    const { message } = await discord.slash('section', { section: '¶4', private: true })
    discord.forcePrivate = true
    const shared = await discord.press(message, button(message, 'Share'))
    const now = (): string => words(discord.messages.get(shared.message?.id ?? ''))
    await until(() => now().includes('keeps the replies of apps such as this private'), now())
    expect(now()).toContain(paragraph(4))
    expect(now()).not.toContain('Shared by')
    expect(discord.refused).toEqual([])
    expect(trouble(bot.lines)).toEqual([])
  })

  test('every page of a long section can be turned to and shared', async () => {
    const { discord, bot } = await start()
    let { message } = await discord.slash('section', { section: '2', private: true })
    let pages = 1
    for (;;) {
      const shared = await discord.press(message, button(message, 'Share'), {
        user: { ...ALICE, global_name: '*'.repeat(32) },
      })
      expect(isPrivate(shared)).toBe(false)
      expect(words(shared.message)).toContain(`Page ${pages} of `)
      if (!customIds(message as Message).some((id) => id.startsWith(`@${pages + 1}:`))) break
      message = (await discord.press(message, button(message, 'Next page'))).message
      pages += 1
    }
    expect(pages).toBeGreaterThan(1)
    expect(discord.refused).toEqual([])
    expect(trouble(bot.lines)).toEqual([])
  })

  test.each([
    'section.p999',
    'section.',
    'quote.pnowhere',
    'ask.a1.99',
    'find.',
    'nothing.p1',
    '__proto__.x',
    'constructor.name',
    '',
    '.',
    '@999:section.p4',
    '@0:',
    '@1:@1:section.p4',
    '💥'.repeat(50),
    '!menu',
    '!other',
  ])('the custom id "%s" is answered', async (customId) => {
    const { discord, bot } = await start()
    const { message } = await discord.slash('section', { section: '¶4' })
    const { callback, message: answered } = await discord.press(message, customId, { anyway: true })
    if (customId === '@999:section.p4') {
      // a page that is not there is the last one
      expect(callback?.type).toBe(7)
      expect(words(answered)).toContain(paragraph(4))
    } else {
      expect(callback?.type).toBe(4)
      expect(callback?.data?.flags).toBe(COMPONENTS_V2 | EPHEMERAL)
      expect(words(answered)).toBe(UNKNOWN)
    }
    expect(textOf(discord.messages.get(message?.id ?? ''))).toBe(textOf(message))
    expect(trouble(bot.lines)).toEqual([])
  })

  test('after a restart every button and choice of every message still answers', async () => {
    const discord = await startDiscord()
    const first = await startTestBot(discord, library)
    const messages: Message[] = []
    for (const [name, options] of [
      ['ask', { question: 'What does he say about Taiwan?' }],
      ['ask', { question: 'trade war' }],
      ['quote', {}],
      ['quote', { section: '2', short: true }],
      ['section', {}],
      ['section', { section: '2' }],
      ['section', { section: '13-15' }],
      ['section', { section: '¶4', private: true }],
      ['check', { quote: 'democracy is not a patent of a few countries' }],
      ['check', { quote: 'democracy is the patent of a few countries' }],
      ['find', { words: 'China' }],
      ['find', { words: 'mutual respect', exact: true }],
      ['about', {}],
    ] as const) {
      const { message } = await discord.slash(name, options)
      if (message) messages.push(message)
    }
    expect(messages).toHaveLength(13)
    await first.stop()

    const second = await startOn(discord)
    let pressed = 0
    const check = async (message: Message, act: () => Promise<Answer>): Promise<void> => {
      discord.messages.set(message.id, structuredClone(message))
      const answer = await act()
      expect(answer.callback).toBeDefined()
      expect(words(answer.message)).not.toContain(UNKNOWN)
      pressed += 1
    }
    for (const message of messages) {
      for (const id of customIds(message)) {
        await check(message, () => discord.press(message, id))
        if (id === '!delete') await until(() => !discord.messages.has(message.id), 'it is deleted')
      }
      for (const to of menuOf(message)) await check(message, () => discord.select(message, to))
    }
    expect(pressed).toBeGreaterThan(80)
    expect(discord.refused).toEqual([])
    expect(trouble(second.lines)).toEqual([])
  }, 20_000)
})

describe('the token', () => {
  const WRONG = 'a-token-that-is.not-the.right-one'

  test('a wrong token is a Problem that names DISCORD_TOKEN and not the token', async () => {
    const discord = await startDiscord()
    const lines: LogLine[] = []
    const failed = await startTestBot(discord, library, { token: WRONG, lines }).catch(
      (error: unknown) => error,
    )
    expect(failed).toBeInstanceOf(Problem)
    expect(String(failed)).toContain('DISCORD_TOKEN')
    expect(String(failed)).not.toContain(WRONG)
    expect(JSON.stringify(lines)).not.toContain(WRONG)
    expect(discord.requests).toEqual(['GET /gateway/bot 401'])
  })

  test('so is one that only the gateway refuses', async () => {
    const discord = await startDiscord()
    const limit = { total: 1, remaining: 1, reset_after: 1, max_concurrency: 1 }
    const url = `ws://127.0.0.1:${discord.port}`
    const body = { url, shards: 1, session_start_limit: limit }
    discord.fault(/gateway\/bot/u, { status: 200, body, times: 10 })
    const failed = await startTestBot(discord, library, { token: WRONG }).catch(
      (error: unknown) => error,
    )
    expect(failed).toBeInstanceOf(Problem)
    expect(String(failed)).toContain('DISCORD_TOKEN')
    expect(discord.logins).toEqual([])
  })

  test('neither the token nor what people type is in the log', async () => {
    const { discord, bot } = await start()
    const { message } = await discord.slash('ask', { question: 'a very private xylophone' })
    expect(message).toBeDefined()
    const log = JSON.stringify(bot.lines)
    expect(log).not.toContain(discord.token)
    expect(log).not.toContain('xylophone')
    expect(bot.lines.map(({ msg }) => msg)).toEqual(['commands registered'])
  })
})

test('what is in hand is finished before the bot stops', async () => {
  const { discord, bot } = await start()
  discord.fault(/callback/u, { delayMs: 300 })
  const asked = discord.slash('about')
  await until(() => discord.requests.some((line) => line.includes('callback')), 'it is answered')
  await bot.stop()
  expect((await asked).callback?.type).toBe(4)
  expect(trouble(bot.lines)).toEqual([])
  expect(discord.live).toEqual([])
})

test('several people at once are each answered with their own', async () => {
  const { discord, bot } = await start()
  const numbers = speech.paragraphs.map(({ number }) => number)
  const answers = await Promise.all(
    numbers.map((number) => discord.slash('section', { section: `¶${number}` })),
  )
  for (const [index, answer] of answers.entries()) {
    expect(words(answer.message)).toContain(paragraph(numbers[index] ?? 0))
    expect(answer.tookMs).toBeLessThan(3_000)
  }
  expect(trouble(bot.lines)).toEqual([])
})
