// What goes wrong between the bot and Discord, with the real client: the process lives, the next
// interaction is answered, nothing is answered twice, and the log says in one line what failed.
import { spawn, type ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import { commands } from '../commands/index.ts'
import { readConfig } from '../src/config.ts'
import { createDispatch } from '../src/dispatch.ts'
import { passage } from '../src/passage.ts'
import type { Reply } from '../src/reply.ts'
import {
  Discord,
  EPHEMERAL,
  GUILD,
  TOKEN,
  button,
  guildIn,
  openLibrary,
  startTestBot,
  textOf,
  until,
} from './loopback/discord.ts'
import type { Answer, Fault, LogLine, TestBot } from './loopback/discord.ts'

const library = openLibrary()
const { title } = library.speech
const unhandled: unknown[] = []
const note = (reason: unknown): unknown => unhandled.push(reason)

beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => {
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

type Finish = Pick<TestContext, 'onTestFinished'>

async function startDiscord(
  { onTestFinished }: Finish,
  ...settings: Parameters<typeof Discord.start>
): Promise<Discord> {
  const discord = await Discord.start(...settings)
  onTestFinished(() => discord.stop())
  return discord
}

async function startOn(
  { onTestFinished }: Finish,
  discord: Pick<Discord, 'api'>,
  options: Parameters<typeof startTestBot>[2] = {},
): Promise<TestBot> {
  const bot = await startTestBot(discord, library, options)
  onTestFinished(() => bot.stop())
  return bot
}

async function start(
  context: Finish,
  ...settings: Parameters<typeof Discord.start>
): Promise<{ discord: Discord; bot: TestBot }> {
  const discord = await startDiscord(context, ...settings)
  return { discord, bot: await startOn(context, discord) }
}

/** The lines on what went wrong. */
function trouble({ lines }: { readonly lines: readonly LogLine[] }): string[] {
  return lines
    .filter(({ level }) => level !== 'info')
    .map(({ level, msg, reason = '' }) => `${level}: ${msg} ${reason}`.trim())
}

function messages({ lines }: TestBot): string[] {
  return lines.map(({ msg }) => msg)
}

/** Requests for an interaction, as their status. */
function statuses({ requests }: Discord, { id }: Answer): string[] {
  return requests.filter((line) => line.includes(`/${id}/`)).map((line) => line.slice(-3))
}

/** The next interaction is answered, once. */
async function expectAnswered(discord: Discord, guild: string = GUILD): Promise<Answer> {
  const answer = await discord.slash('about', {}, { guild })
  expect(textOf(answer.message)).toContain(title)
  expect(answer.tookMs).toBeLessThan(3_000)
  expect(statuses(discord, answer)).toEqual(['204'])
  return answer
}

/** Time for what should not come. */
const quiet = (ms = 300): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const LOST = 'warn: the connection was lost; reconnecting'
const LATER = 'warn: Discord took a request at a later try only'
const LIMITED = 'warn: Discord limits how often it is asked; waiting'
const NOT_YET = 'warn: there is no connection yet; trying again'
const RESUMED = 'the connection was resumed'
const NEW_SESSION = 'the connection is back, with a new session'
const UNANSWERED = 'warn: an interaction could not be answered'
const MAYBE = 'warn: an interaction may have been answered'

describe.concurrent('the gateway', () => {
  test.for([
    { what: 'the socket is dropped', cut: (discord: Discord) => discord.dropSockets() },
    { what: 'Discord closes it with 4000', cut: (discord: Discord) => discord.close(4000) },
    { what: 'Discord asks to reconnect (op 7)', cut: (discord: Discord) => discord.reconnect() },
  ])(
    '$what: the session is resumed, and what came meanwhile is answered',
    async ({ cut }, context) => {
      const { discord, bot } = await start(context)
      await expectAnswered(discord)
      cut(discord)
      await until(() => discord.live.length === 0, 'the connection is cut')
      const answers = await Promise.all([1, 2, 3].map(() => expectAnswered(discord)))
      expect(new Set(answers.map(({ id }) => id)).size).toBe(3)
      expect(discord.logins).toEqual(['identify 0/1', 'resume 0'])
      await until(() => messages(bot).includes(RESUMED), RESUMED)
      expect(trouble(bot)).toEqual([LOST])
      await expectAnswered(discord)
      expect(discord.refused).toEqual([])
    },
  )

  test('an invalid session (op 9) that can be resumed is resumed', async (context) => {
    const { discord, bot } = await start(context)
    discord.invalidSession(true)
    await until(() => discord.logins.length === 2, 'it logs in again')
    await expectAnswered(discord)
    expect(discord.logins).toEqual(['identify 0/1', 'resume 0'])
    expect(trouble(bot)).toEqual([])
    expect(messages(bot).at(-1)).toBe(RESUMED)
    expect(discord.refused).toEqual([])
  })

  test('after an invalid session (op 9) that cannot be resumed it identifies anew', async (context) => {
    const { discord, bot } = await start(context)
    const [before] = discord.live
    discord.invalidSession(false)
    await until(() => discord.live.length === 1 && discord.live[0] !== before, 'a session', 10_000)
    await expectAnswered(discord)
    expect(discord.logins).toEqual(['identify 0/1', 'identify 0/1'])
    expect(trouble(bot)).toEqual([LOST])
    expect(bot.lines.map(({ msg }) => msg)).toContain(NEW_SESSION)
    expect(discord.refused).toEqual([])
  }, 20_000)

  test('a connection that acknowledges no heartbeat is replaced', async (context) => {
    const { discord, bot } = await start(context, { heartbeatMs: 400 })
    await quiet(1_000)
    expect(discord.logins).toEqual(['identify 0/1'])
    discord.stopAcks()
    await until(() => discord.logins.length === 2, 'it resumes')
    await expectAnswered(discord)
    await quiet(1_000)
    expect(discord.logins).toEqual(['identify 0/1', 'resume 0'])
    expect(trouble(bot)).toEqual([LOST])
    expect(discord.refused).toEqual([])
  })

  test.for(['reset', 503] as const)(
    'a gateway that is away for a while (%s)',
    { timeout: 20_000 },
    async (how, context) => {
      const { discord, bot } = await start(context)
      discord.refuseGateway(2, how)
      discord.dropSockets()
      await until(() => discord.live.length === 0, 'the connection is cut')
      await until(() => discord.live.length === 1, 'it is back', 12_000)
      await expectAnswered(discord)
      expect(discord.live).toHaveLength(1)
      expect(discord.refused).toEqual([])
      expect(trouble(bot)).toEqual([LOST])
      expect(messages(bot).at(-1)).toBe(how === 503 ? RESUMED : NEW_SESSION)
    },
  )

  test('a session that Discord has forgotten: one line when it is lost, one when it is back', async (context) => {
    const { discord, bot } = await start(context)
    discord.forgetSessions()
    await until(() => messages(bot).includes(NEW_SESSION), NEW_SESSION, 10_000)
    await expectAnswered(discord)
    expect(discord.logins).toEqual(['identify 0/1', 'resume refused', 'identify 0/1'])
    expect(trouble(bot)).toEqual([LOST])
  }, 20_000)

  test('a token that is reset while it runs is an error in the log', async (context) => {
    const { discord, bot } = await start(context)
    discord.token = 'another-token'
    discord.dropSockets()
    await until(() => bot.lines.some(({ level }) => level === 'error'), 'it is logged')
    const errors = bot.lines.filter(({ level }) => level === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({
      msg: expect.stringMatching(
        /^the connection was closed for good\. Discord does not accept DISCORD_TOKEN\. Reset the token/u,
      ),
      code: 4004,
    })
    expect(JSON.stringify(bot.lines)).not.toContain(TOKEN)
    // nothing will come any more: the program ends
    await bot.ended
  })

  test('shards that Discord takes no longer (4010) are an error that names the settings', async (context) => {
    const { discord, bot } = await start(context)
    discord.close(4010)
    await bot.ended
    expect(trouble(bot)).toEqual([
      expect.stringMatching(/^error: the connection was closed for good\. .* Correct SHARDS and/u),
    ])
  })
})

describe.concurrent('answers to interactions', () => {
  /** A route as it is logged: without the token of an interaction. */
  const CALLBACK = '/interactions/:id/:token/callback'

  test.for([500, 502, 503])('%i once or twice: it tries again', async (status, context) => {
    const { discord, bot } = await start(context)
    discord.fault(/callback/u, { status, body: 'upstream error', times: 2 })
    const answer = await discord.slash('about')
    expect(textOf(answer.message)).toContain(title)
    expect(statuses(discord, answer)).toEqual([`${status}`, `${status}`, '204'])
    await expectAnswered(discord)
    expect(trouble(bot)).toEqual([LATER])
    expect(bot.lines.at(-1)).toMatchObject({ method: 'POST', route: CALLBACK, tries: 3 })
    expect(discord.refused).toEqual([])
  })

  test.for([500, 502])('%i every time: it gives up with one line', async (status, context) => {
    const { discord, bot } = await start(context)
    discord.fault(/callback/u, { status, times: 4 })
    const answer = await discord.slash('about', {}, { timeoutMs: 500 })
    expect(answer.callback).toBeUndefined()
    expect(statuses(discord, answer)).toEqual(Array<string>(4).fill(`${status}`))
    await until(() => trouble(bot).length > 0, 'it is logged')
    await expectAnswered(discord)
    expect(trouble(bot)).toHaveLength(1)
    expect(trouble(bot)[0]).toMatch(/^warn: an interaction could not be answered HTTPError: \w+/u)
    expect(bot.lines.at(-1)?.['interaction']).toBe(answer.id)
  })

  test('a slow answer holds up nobody else', async (context) => {
    const { discord, bot } = await start(context)
    discord.fault(/callback/u, { delayMs: 1_200 })
    const slow = await discord.slash('about')
    const others = await Promise.all([1, 2, 3].map(() => expectAnswered(discord)))
    for (const { tookMs } of others) expect(tookMs).toBeLessThan(500)
    await until(() => trouble(bot).length > 0, 'it is logged')
    expect(statuses(discord, slow)).toEqual(['204'])
    expect(trouble(bot)).toEqual(['warn: Discord took long for a request'])
    expect(JSON.stringify(bot.lines)).not.toContain(slow.id)
    expect(discord.refused).toEqual([])
  })

  test('an answer that is not JSON is one line, and is not sent again', async (context) => {
    const { discord, bot } = await start(context)
    discord.fault(/callback/u, { malformed: true })
    const { message } = await discord.slash('section', { section: '4', private: true })
    expect(message).toBeDefined()
    discord.fault(/callback/u, { malformed: true })
    // this one needs what Discord answers
    const shared = await discord.press(message, '!share')
    expect(shared.callback?.type).toBe(4)
    await until(() => trouble(bot).length > 0, 'it is logged')
    await expectAnswered(discord)
    expect(statuses(discord, shared)).toEqual(['200'])
    for (const line of trouble(bot))
      expect(line).toMatch(new RegExp(`^${MAYBE}: Discord's reply could not be read SyntaxError`))
    expect(discord.refused).toEqual([])
  })

  test.for([
    { what: 'this route', global: false, scope: { 'x-ratelimit-scope': 'user' } },
    { what: 'everything', global: true, scope: { 'x-ratelimit-global': 'true' } },
  ])('429 for $what: it waits as long as Discord says', async ({ global, scope }, context) => {
    const { discord, bot } = await start(context)
    discord.fault(/callback/u, {
      status: 429,
      headers: { 'retry-after': '1', ...scope },
      body: { message: 'You are being rate limited.', retry_after: 1, global },
    })
    const answer = await discord.slash('about')
    expect(textOf(answer.message)).toContain(title)
    expect(answer.tookMs).toBeGreaterThanOrEqual(1_000)
    expect(answer.tookMs).toBeLessThan(2_500)
    expect(statuses(discord, answer)).toEqual(['429', '204'])
    await expectAnswered(discord)
    expect(trouble(bot)).toEqual([LIMITED])
    expect(bot.lines.at(-1)).toMatchObject({ method: 'POST', route: CALLBACK, seconds: 1 })
    expect(discord.refused).toEqual([])
  })

  test('too late (10062): one line says so, no second try', async (context) => {
    const { discord, bot } = await start(context, { deadlineMs: 500 })
    discord.fault(/callback/u, { status: 429, headers: { 'retry-after': '1' }, body: {} })
    const answer = await discord.slash('about', {}, { timeoutMs: 1_500 })
    expect(answer.callback).toBeUndefined()
    await until(() => trouble(bot).length > 1, 'it is logged')
    expect(trouble(bot)).toEqual([
      LIMITED,
      `${UNANSWERED}: it was too late, Discord waits 3 seconds DiscordAPIError[10062]: Unknown interaction`,
    ])
    expect(bot.lines.at(-1)?.['status']).toBe(404)
    expect(statuses(discord, answer)).toEqual(['429', '404'])
    await expectAnswered(discord)
    expect(trouble(bot)).toHaveLength(2)
  })

  test('answered already (40060): one line, and people see one answer', async (context) => {
    const { discord, bot } = await start(context)
    discord.fault(/callback/u, { status: 502, handled: true })
    const answer = await discord.slash('about')
    expect(textOf(answer.message)).toContain(title)
    await until(() => trouble(bot).length > 0, 'it is logged')
    expect(statuses(discord, answer)).toEqual(['502', '400'])
    expect(trouble(bot)).toHaveLength(1)
    expect(trouble(bot)[0]).toContain(`${MAYBE}: there is an answer already DiscordAPIError[40060]`)
    expect(discord.messages.size).toBe(1)
    await expectAnswered(discord)
    expect(trouble(bot)).toHaveLength(1)
  })

  test('a message that cannot be deleted any more is one line', async (context) => {
    const { discord, bot } = await start(context)
    const { message } = await discord.slash('about')
    discord.fault(/^DELETE/u, { status: 404, body: { message: 'Unknown Message', code: 10_008 } })
    await discord.press(message, '!delete')
    await until(() => trouble(bot).length > 0, 'it is logged')
    expect(trouble(bot)).toEqual([
      'warn: a message may have been deleted: there is no such message any more DiscordAPIError[10008]: Unknown Message',
    ])
    await expectAnswered(discord)
  })

  test.for([
    [404, 10_015, 'Unknown Webhook'],
    [403, 50_013, 'Missing Permissions'],
  ] as const)(
    'a message that Discord does not delete (%i) is told',
    async ([status, code, message], context) => {
      const { discord, bot } = await start(context)
      const asked = await discord.slash('about')
      discord.fault(/^DELETE/u, { status, body: { message, code } })
      await discord.press(asked.message, '!delete')
      await until(() => discord.messages.size === 2, 'it is told')
      const told = [...discord.messages.values()].at(-1)
      expect(textOf(told)).toContain('Discord did not delete this reply.')
      expect((told?.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
      expect(trouble(bot)).toEqual([
        `warn: a message could not be deleted DiscordAPIError[${code}]: ${message}`,
      ])
    },
  )

  test.for(['close', 'reset'] as const)(
    'a connection that ends before Discord took the answer (%s): it tries again',
    async (drop, context) => {
      const { discord, bot } = await start(context)
      discord.fault(/callback/u, { status: 500, drop })
      const answer = await discord.slash('about')
      expect(textOf(answer.message)).toContain(title)
      expect(statuses(discord, answer)).toEqual(['500', '204'])
      await until(() => trouble(bot).length > 0, 'it is logged')
      await expectAnswered(discord)
      expect(trouble(bot)).toEqual([LATER])
    },
  )

  test.for(['close', 'reset'] as const)(
    'a connection that ends after Discord took the answer (%s): one line, one answer',
    async (drop, context) => {
      const { discord, bot } = await start(context)
      discord.fault(/callback/u, { drop })
      const answer = await discord.slash('about')
      expect(textOf(answer.message)).toContain(title)
      await until(() => trouble(bot).length > 0, 'it is logged')
      await expectAnswered(discord)
      expect(trouble(bot)).toEqual([
        expect.stringContaining(`${MAYBE}: there is an answer already`),
      ])
      expect(discord.messages.size).toBe(2)
    },
  )

  test('a connection that ends every time: it gives up with one line', async (context) => {
    const { discord, bot } = await start(context)
    discord.fault(/callback/u, { status: 500, drop: 'close', times: 4 })
    const answer = await discord.slash('about', {}, { timeoutMs: 500 })
    expect(answer.callback).toBeUndefined()
    await until(() => trouble(bot).length > 0, 'it is logged')
    await expectAnswered(discord)
    expect(trouble(bot)).toEqual([
      expect.stringContaining(`${MAYBE}: the connection was lost, or Discord was too slow`),
    ])
  })
})

/** An answer of several messages, none of which has a button to turn the page. */
const LONG: Reply = {
  blocks: library.speech.paragraphs.map(({ number }) => passage(library.speech, number)),
  data: {},
}

describe.concurrent('an answer that goes on in further messages', () => {
  const PAGE_2 = 'warn: page 2 of an answer may have been posted'
  const NO_REPLY = 'the connection was lost, or Discord was too slow'
  const NO_JSON = "Discord's reply could not be read"
  const ANSWERED = 'there is an answer already'
  test.for<[what: string, where: RegExp, fault: Fault, line: string]>([
    ['page 2 is taken, then a reset', /webhooks/u, { drop: 'reset' }, `${PAGE_2}: ${NO_REPLY}`],
    ['page 2 is taken, then closed', /webhooks/u, { drop: 'close' }, `${PAGE_2}: ${NO_REPLY}`],
    ['page 2 is taken, then no JSON', /webhooks/u, { malformed: true }, `${PAGE_2}: ${NO_JSON}`],
    ['page 1 is taken, then a reset', /callback/u, { drop: 'reset' }, `${MAYBE}: ${ANSWERED}`],
    ['page 1 is taken, then no JSON', /callback/u, { malformed: true }, `${MAYBE}: ${NO_JSON}`],
    [
      'page 1 is taken, then 502',
      /callback/u,
      { status: 502, handled: true },
      `${MAYBE}: ${ANSWERED}`,
    ],
    ['page 2 is refused twice', /webhooks/u, { status: 500, times: 2 }, LATER],
  ])('$0: every page is there once', async ([, where, fault, line], context) => {
    const discord = await startDiscord(context)
    const dispatch = { ...createDispatch(commands, note), answer: () => LONG }
    const bot = await startOn(context, discord, { dispatch })
    discord.fault(where, fault)
    const { message } = await discord.slash('about')
    const pages = Number(/Page 1 of (\d+)/u.exec(textOf(message))?.[1])
    await until(() => discord.messages.size >= pages, 'every page is there')
    await quiet(100)
    const shown = [...discord.messages.values()].map((page) => /Page (\d+) of/u.exec(textOf(page)))
    expect(shown.map((match) => Number(match?.[1]))).toEqual(
      Array.from({ length: pages }, (_, index) => index + 1),
    )
    expect(trouble(bot)).toEqual([expect.stringContaining(line)])
  })

  test('a page that cannot be posted is one line, and ends the answer', async (context) => {
    const discord = await startDiscord(context)
    const dispatch = { ...createDispatch(commands, note), answer: () => LONG }
    const bot = await startOn(context, discord, { dispatch })
    discord.fault(/webhooks/u, { status: 503, times: 4 })
    await discord.slash('about')
    await until(() => trouble(bot).length > 0, 'it is logged')
    await quiet(100)
    expect(trouble(bot)).toEqual([
      'warn: page 2 of an answer could not be posted HTTPError: Service Unavailable',
    ])
    expect(bot.lines.at(-1)?.['status']).toBe(503)
    expect(discord.messages.size).toBe(1)
  })
})

async function expectOneAnswer(
  how: 'reset' | number,
  reason: string,
  context: Finish,
): Promise<Discord> {
  const discord = await startDiscord(context)
  discord.refuseGateway(2, how)
  const bot = await startOn(context, discord, { retryAfter: 20 })
  await quiet(1_500)
  await expectAnswered(discord)
  await quiet()
  expect(discord.refused).toEqual([])
  expect(trouble(bot)).toEqual([NOT_YET + reason])
  expect(messages(bot).filter((line) => line.startsWith('conn'))).toEqual(['connected'])
  return discord
}

describe.concurrent('the start', () => {
  test('while Discord is down it keeps trying, and says so', async (context) => {
    const discord = await startDiscord(context)
    // each try of the bot is four requests of the client
    discord.fault(/gateway\/bot/u, { status: 503, times: 8 })
    const bot = await startOn(context, discord, { retryAfter: 20 })
    await expectAnswered(discord)
    const line = 'warn: the bot could not log in; trying again HTTPError: Service Unavailable'
    expect(trouble(bot)).toEqual([line, line])
    const waits = bot.lines.flatMap(({ retryInMs }) => retryInMs ?? [])
    expect(waits).toEqual([20, 40])
    expect(discord.logins).toEqual(['identify 0/1'])
  })

  test('so it does while nothing listens there', async (context) => {
    const away = await Discord.start()
    const { port, api } = away
    await away.stop()
    const lines: LogLine[] = []
    const starting = startOn(context, { api }, { retryAfter: 50, lines })
    await until(() => lines.length >= 2, 'it tries again')
    const discord = await startDiscord(context, { port })
    const bot = await starting
    await expectAnswered(discord)
    for (const line of trouble(bot))
      expect(line).toMatch(/^warn: the bot could not log in; trying again .*ECONNREFUSED/u)
  })

  test.for(['/', '/v10', '/v10/'])('DISCORD_API may end in "%s"', async (end, context) => {
    const discord = await startDiscord(context)
    const { api = '' } = readConfig({ DISCORD_API: discord.api + end })
    await startOn(context, { api })
    await expectAnswered(discord)
  })

  test('DISCORD_API that is not Discord ends it with what to do', async (context) => {
    const discord = await startDiscord(context)
    const api = discord.api.replace('/api', '')
    await expect(startTestBot({ api }, library)).rejects.toThrow(
      /^There is no Discord at DISCORD_API \(404\)\. Correct it/u,
    )
  })

  test('logins that are used up are no outage', async (context) => {
    const discord = await startDiscord(context)
    const limit = { total: 1000, remaining: 0, reset_after: 60_000, max_concurrency: 1 }
    const body = { url: 'ws://127.0.0.1:1', shards: 1, session_start_limit: limit }
    discord.fault(/gateway\/bot/u, { status: 200, body })
    const bot = await startOn(context, discord, { retryAfter: 20 })
    expect(trouble(bot)).toEqual([
      expect.stringMatching(
        /^warn: the bot could not log in; trying again Error: Not enough sessions/u,
      ),
    ])
  })

  test('no such host, or a bot that Discord refuses: it ends with what to do', async (context) => {
    const discord = await startDiscord(context)
    discord.fault(/gateway\/bot/u, {
      status: 403,
      body: { message: 'Internal network error', code: 40_333 },
    })
    await expect(startTestBot(discord, library)).rejects.toThrow(
      'Discord refuses this bot: Internal network error.',
    )
    await expect(startTestBot({ api: 'http://discord.invalid/api' }, library)).rejects.toThrow(
      /^There is no network to Discord \(E\w+\)\. Check the connection, DNS and proxy/u,
    )
  })

  test('malformed JSON and rate limits there are overcome', async (context) => {
    const discord = await startDiscord(context)
    discord.fault(/gateway\/bot/u, { malformed: true })
    discord.fault(/GET .*commands/u, {
      status: 429,
      headers: { 'retry-after': '1', 'x-ratelimit-global': 'true' },
      body: { message: 'You are being rate limited.', retry_after: 1, global: true },
    })
    const bot = await startOn(context, discord, { retryAfter: 20 })
    expect(messages(bot).at(-1)).toBe('commands registered')
    expect(trouble(bot)).toEqual([
      expect.stringMatching(/^warn: the bot could not log in; trying again SyntaxError/u),
      LIMITED,
    ])
    await expectAnswered(discord)
  })

  test('a gateway that hangs up at first: one session, one answer', async (context) => {
    expect((await expectOneAnswer('reset', '', context)).live).toHaveLength(1)
  })

  test.for<[what: string, where: RegExp, fault: Fault, line: string]>([
    [
      'asked for (500)',
      /^GET .*commands/u,
      { status: 500, times: 12 },
      'the commands could not be registered HTTPError: Internal Server Error',
    ],
    [
      'told (500)',
      /^PUT/u,
      { status: 500, times: 8 },
      'the commands could not be registered HTTPError: Internal Server Error',
    ],
    [
      'told, and the reply is no JSON',
      /^PUT/u,
      { malformed: true },
      "the commands may have been registered: Discord's reply could not be read SyntaxError",
    ],
  ])(
    'commands that cannot be $0: one line, and later they are',
    async ([, where, fault, line], context) => {
      const discord = await startDiscord(context)
      discord.fault(where, fault)
      const bot = await startOn(context, discord, { retryAfter: 50 })
      const last = (): string => messages(bot).at(-1) ?? ''
      await until(() => /^commands (?:are )?registered/u.test(last()), 'they are registered')
      expect(trouble(bot)).toEqual([expect.stringContaining(`warn: ${line}`)])
      expect(discord.commands.get('')).toHaveLength(commands.length + 1)
      await expectAnswered(discord)
    },
  )

  test('commands that Discord does not take are one line, and not told again', async (context) => {
    const discord = await startDiscord(context)
    const body = { message: 'Invalid Form Body', code: 50_035 }
    discord.fault(/^PUT/u, { status: 400, body, times: 9 })
    const bot = await startOn(context, discord, { retryAfter: 10 })
    await quiet(200)
    expect(trouble(bot)).toEqual([
      expect.stringMatching(
        /^error: the commands could not be registered: Discord does not take them/u,
      ),
    ])
    expect(discord.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
  })

  test('it can be stopped while Discord is down', async (context) => {
    const discord = await startDiscord(context)
    discord.fault(/gateway\/bot/u, { status: 500, times: 1_000 })
    const stopping = new AbortController()
    const lines: LogLine[] = []
    const starting = startTestBot(discord, library, { signal: stopping.signal, lines })
    await until(() => lines.length > 0, 'it waits')
    stopping.abort()
    await expect(starting).rejects.toThrow(/abort/iu)
  })
})

describe.concurrent('shards', () => {
  test.for([
    [{ SHARD_COUNT: '', SHARDS: ' ' }, ['0/2', '1/2']],
    [{ SHARD_COUNT: '3' }, ['0/3', '1/3', '2/3']],
    [{ SHARDS: '[0]', SHARD_COUNT: '' }, ['0/1']],
    [{ SHARDS: '1', SHARD_COUNT: '2' }, ['1/2']],
    [{ SHARDS: '[00, 01, 1]' }, ['0/2', '1/2']],
    [{ SHARDS: '[1,2]', SHARD_COUNT: ' 4 ' }, ['1/4', '2/4']],
  ] as const)('what the settings accept works: %j', async ([environment, expected], context) => {
    const discord = await startDiscord(context, { shards: 2 })
    // blank or not, discord.js must not read them itself
    Object.assign(process.env, environment)
    const bot = await startOn(context, discord, { shards: readConfig(environment).shards })
    expect([...discord.logins].sort()).toEqual(expected.map((shard) => `identify ${shard}`))
    expect(trouble(bot)).toEqual([])
  })

  test.for([
    [4010, 'Discord does not take these shards (4010). Correct SHARDS and SHARD_COUNT'],
    [4011, 'Discord does not take these shards (4011). Correct SHARDS and SHARD_COUNT'],
    [4012, 'Discord refuses this bot: the gateway closed with 4012.'],
  ] as const)(
    'what Discord closes for good (%i) is not tried again',
    async ([code, message], context) => {
      const discord = await startDiscord(context)
      discord.refuseIdentify = code
      await expect(startTestBot(discord, library)).rejects.toThrow(message)
      expect(discord.requests).toEqual(['GET /gateway/bot 200'])
      await until(() => discord.live.length === 0, 'nothing is left')
    },
  )

  test('one process serves as many as Discord recommends', async (context) => {
    const { discord, bot } = await start(context, { shards: 4 })
    expect([...discord.logins].sort()).toEqual([0, 1, 2, 3].map((shard) => `identify ${shard}/4`))
    for (const shard of [0, 1, 2, 3]) await expectAnswered(discord, guildIn(shard))
    discord.dropSockets()
    await until(() => discord.live.length === 0, 'the connections are cut')
    await Promise.all([0, 1, 2, 3].map((shard) => expectAnswered(discord, guildIn(shard))))
    expect(trouble(bot)).toEqual([LOST, LOST, LOST, LOST])
    expect(discord.refused).toEqual([])
  })
})

// The program itself, with a signal. Each row ends with the process, or fails after `WITHIN`.
const WITHIN = 2_000

interface Program {
  readonly child: ChildProcess
  /** all that it wrote */
  readonly out: () => string
}

function startProgram(
  { onTestFinished }: Finish,
  discord: Discord,
  settings: Readonly<Record<string, string>> = {},
): Program {
  const { SHARDS: _, SHARD_COUNT: __, ...rest } = process.env
  const env = { ...rest, DISCORD_TOKEN: TOKEN, DISCORD_API: discord.api, LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, ['--import', 'tsx/esm', 'src/main.ts'], {
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (out += text))
  return { child, out: () => out }
}

async function expectEnd({ child, out }: Program): Promise<void> {
  child.kill('SIGTERM')
  await until(() => child.exitCode !== null, `it ends\n${out()}`, WITHIN)
  expect(child.exitCode).toBe(0)
  expect(out()).not.toContain(TOKEN)
}

async function expectExit(when: 'up' | 'reconnecting' | 'starting', context: Finish) {
  const discord = await startDiscord(context)
  if (when === 'starting') discord.refuseGateway(1_000)
  const program = startProgram(context, discord)
  const ready = when === 'starting' ? 'there is no connection yet' : 'logged in as'
  await until(() => program.out().includes(ready), ready, 20_000)
  if (when === 'reconnecting') {
    discord.dropSockets()
    await until(() => program.out().includes('the connection was lost'), 'it is lost')
  }
  await expectEnd(program)
}

test('two processes share four shards: each answers its own, and the buttons of the other; one registers', async (context) => {
  const discord = await startDiscord(context, { shards: 4 })
  const [two, one] = ['[2,3]', '[0,1]'].map((SHARDS) =>
    startProgram(context, discord, { SHARDS, SHARD_COUNT: '4' }),
  ) as [Program, Program]
  for (const { out } of [one, two])
    await until(() => out().includes('logged in as'), 'it is logged in', 20_000)
  expect([...discord.logins].sort()).toEqual([0, 1, 2, 3].map((shard) => `identify ${shard}/4`))
  expect(discord.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
  expect(one.out()).toContain('commands registered')
  expect(two.out()).not.toContain('registered')

  for (const shard of [0, 1, 2, 3]) {
    await expectAnswered(discord, guildIn(shard))
    const shown = await discord.slash('section', { section: '¶4' }, { guild: guildIn(shard) })
    // a server of the other process
    const there = { guild: guildIn((shard + 2) % 4) }
    const next = await discord.press(shown.message, button(shown.message, 'Next'), there)
    expect(textOf(next.message)).toContain('¶5')
    expect(statuses(discord, next)).toEqual(['204'])
  }
  // without the one, the other answers its own
  await expectEnd(one)
  await until(() => discord.live.length === 2, 'two shards are left')
  const alone = await discord.slash('about', {}, { guild: guildIn(1), timeoutMs: 300 })
  expect(alone.callback).toBeUndefined()
  await expectAnswered(discord, guildIn(3))
  await expectEnd(two)
  expect([one.out(), two.out()].join('\n')).not.toMatch(/"level":"(?!info)/u)
  expect(discord.refused).toEqual([])
}, 40_000)

test('SIGTERM ends the process', (context) => expectExit('up', context), 30_000)

test('a gateway that answers 503 at first: one session, one answer', async (context) => {
  expect(
    (await expectOneAnswer(503, ' Error: Unexpected server response: 503', context)).live,
  ).toHaveLength(1)
})
test.for(['reconnecting', 'starting'] as const)(
  'SIGTERM ends the process while it is %s',
  { timeout: 30_000 },
  (when, context) => expectExit(when, context),
)
