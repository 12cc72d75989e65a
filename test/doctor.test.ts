// npm run doctor as an operator sees it: the program itself, and what it says to each failure.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DiscordAPIError } from 'discord.js'
import { describe, expect, test, type TestContext } from 'vitest'
import { commands } from '../commands/index.ts'
import { whyNot } from '../src/discord/errors.ts'
import { inspect } from '../src/discord/inspect.ts'
import { Discord, openLibrary, startTestBot, type Settings } from './loopback/discord.ts'

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.a-made-up-secret-of-27-letters'

/**
 * What the program prints, and whether it found all well.
 * @param printed is told of all that it has printed so far
 */
async function doctor(
  environment: Readonly<Record<string, string>>,
  cwd = '.',
  printed: (out: string) => void = () => undefined,
): Promise<{ readonly code: number | null; readonly out: string }> {
  const { DISCORD_TOKEN: _, DISCORD_API: __, ...rest } = process.env
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), resolve('src/doctor.ts')],
    {
      env: { ...rest, ...environment },
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => printed((out += text)))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out }
}

function temporaryFolder({ onTestFinished }: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function start({ onTestFinished }: TestContext, settings: Settings = {}): Promise<Discord> {
  const discord = await Discord.start(settings)
  discord.token = TOKEN
  onTestFinished(() => discord.stop())
  return discord
}

/** What it finds about a token at Discord, in lines that begin with "ok" or "NOT". */
async function findings(api: string, token = TOKEN, guildId?: string): Promise<string[]> {
  const found: string[] = []
  await inspect({ token, api, guildId }, commands, {
    good: (text) => found.push(`ok ${text}`),
    bad: (text) => found.push(`NOT ${text}`),
  })
  return found
}

describe.concurrent('the doctor', () => {
  test('all is well once the bot has run', { timeout: 30_000 }, async (context) => {
    const discord = await start(context)
    const bot = await startTestBot(discord, openLibrary(), { token: TOKEN })
    await bot.stop()
    const { code, out } = await doctor({ DISCORD_TOKEN: TOKEN, DISCORD_API: discord.api })
    expect(out.trim().split('\n')).toEqual([
      expect.stringMatching(/^ok {3} Node 2\d/u),
      expect.stringMatching(/^ok {3} .*speech\.md: "Bringing .*", 21 paragraphs;/u),
      'ok    the token is accepted: the bot is lanting',
      expect.stringMatching(/^ok {3} installs: 1 by servers, 0 by users; to install: https:/u),
      'ok    the commands are registered everywhere',
    ])
    expect(code).toBe(0)
    expect(out).not.toContain(TOKEN)
  })

  test('no token, and a file that is broken', { timeout: 30_000 }, async (context) => {
    const folder = temporaryFolder(context)
    const speech = join(folder, 'speech.md')
    writeFileSync(speech, 'No front matter.\n')
    const [without, broken] = await Promise.all([
      doctor({ DISCORD_TOKEN: '' }),
      doctor({ DISCORD_TOKEN: '', SPEECH: speech }),
    ])
    expect(without.out).toMatch(/^NOT {3}DISCORD_TOKEN is not set\. Copy \.env\.example/mu)
    expect(broken.out).toContain(`NOT   ${speech}:1: there is no front matter.`)
    expect([without.code, broken.code]).toEqual([1, 1])
    expect(broken.out).not.toMatch(/\n\s+at /u)
  })

  test('what is broken hides nothing else', { timeout: 30_000 }, async (context) => {
    const { api } = await start(context)
    const folder = temporaryFolder(context)
    const thesaurus = join(folder, 'thesaurus.txt')
    writeFileSync(thesaurus, 'a => \n')
    const { code, out } = await doctor({
      DISCORD_TOKEN: TOKEN,
      DISCORD_API: api,
      GUILD_ID: '12',
      LOG_LEVEL: 'loud',
      SPEECH: folder,
      THESAURUS: thesaurus,
    })
    expect(out.trim().split('\n')).toEqual([
      expect.stringMatching(/^ok {3} Node/u),
      expect.stringMatching(/^NOT {3}GUILD_ID is not a server id\./u),
      expect.stringMatching(/^NOT {3}LOG_LEVEL is not a level\./u),
      `NOT   ${folder}: there is no such file. Correct SPEECH, or leave it empty.`,
      expect.stringContaining(`NOT   ${thesaurus}:1: `),
      'ok    the token is accepted: the bot is lanting',
      expect.stringMatching(/^ok {3} installs: 1 by servers/u),
    ])
    expect(code).toBe(1)
  })

  test('a .env that cannot be read is not passed over', { timeout: 30_000 }, async (context) => {
    const [utf16, folder] = [temporaryFolder(context), temporaryFolder(context)]
    writeFileSync(join(utf16, '.env'), '\ufeffGUILD_ID=12\n', 'utf16le')
    mkdirSync(join(folder, '.env'))
    const environment = { DISCORD_TOKEN: '', SPEECH: resolve('data/speech.md') }
    const [one, other] = await Promise.all([
      doctor(environment, utf16),
      doctor(environment, folder),
    ])
    expect(one.out).toContain('NOT   .env:1: these bytes are not UTF-8. Save the file as UTF-8')
    expect(other.out).toMatch(/^NOT {3}\.env: cannot be read \(.*directory/mu)
    for (const { out } of [one, other]) expect(out).toMatch(/^NOT {3}DISCORD_TOKEN is not set/mu)
  })

  test('a token that is none, and one that is refused', async (context) => {
    const { api } = await start(context)
    expect(await findings(api, 'my-password')).toEqual([
      expect.stringMatching(/^NOT DISCORD_TOKEN is not a bot token: .* Copy it from the Bot page/u),
    ])
    expect(await findings(api, TOKEN.replace('M', 'N'))).toEqual([
      expect.stringMatching(/^NOT Discord does not accept DISCORD_TOKEN\. Reset the token/u),
    ])
  })

  test('a bot that is installed nowhere, with no commands', async (context) => {
    const { api } = await start(context, { installs: 0 })
    expect((await findings(api)).slice(1)).toEqual([
      expect.stringMatching(/^NOT the bot is installed nowhere\. Install it on a server: https:/u),
      expect.stringMatching(/^NOT the commands at Discord are not these\. Start the bot once/u),
    ])
  })

  test('settings of the application that keep people from the bot', async (context) => {
    const settings = (application: Readonly<Record<string, unknown>>) =>
      start(context, { installs: 2, application })
    const { api } = await settings({
      interactions_endpoint_url: 'https://example.org/interactions',
      integration_types_config: {},
    })
    expect((await findings(api)).slice(1, -1)).toEqual([
      expect.stringMatching(/^ok installs: 2 by servers/u),
      expect.stringMatching(
        /^NOT Discord sends the commands to https:\/\/example\.org\/interactions.* Empty Interactions Endpoint URL/u,
      ),
      expect.stringMatching(/^NOT Guild Install is off\. Tick it on the Installation page/u),
      expect.stringMatching(/^NOT User Install is off\. Tick it on the Installation page/u),
    ])
    const well = await settings({
      interactions_endpoint_url: null,
      integration_types_config: { 0: {}, 1: {} },
    })
    expect((await findings(well.api)).slice(1, -1)).toEqual([expect.stringMatching(/^ok/u)])
  })

  test('what is known is said before Discord is asked on', { timeout: 30_000 }, async (context) => {
    const discord = await start(context)
    discord.fault(/commands/u, { delayMs: 2_000 })
    const parts: string[] = []
    await doctor({ DISCORD_TOKEN: TOKEN, DISCORD_API: discord.api }, '.', (out) => parts.push(out))
    const first = parts.find((out) => out.includes('the token is accepted'))
    expect(first).not.toContain('the commands')
    expect(parts.at(-1)).toContain('the commands')
  })

  test('DISCORD_API is named only where it is set', () => {
    for (const status of [403, 404]) {
      const error = new DiscordAPIError({ message: 'Away', code: 0 }, 0, status, 'GET', '', {})
      expect(whyNot(error, 'https://example.org')?.message).toContain('DISCORD_API')
      expect(whyNot(error, undefined)?.message).toMatch(/Away.* Check the proxy/u)
      expect(whyNot(error, undefined)?.message).not.toContain('DISCORD_API')
    }
  })

  test('a server that the bot is not on', async (context) => {
    const { api } = await start(context)
    expect((await findings(api, TOKEN, '1'.repeat(18))).at(-1)).toMatch(
      /^NOT Discord says "Missing Access"\. Is the bot installed on the server GUILD_ID/u,
    )
  })

  test('Discord in trouble, and out of reach', async (context) => {
    const discord = await start(context)
    discord.fault(/users/u, { status: 502, times: 4 })
    expect(await findings(discord.api)).toEqual([
      expect.stringMatching(/^NOT Discord has trouble \(status 502\)\. Look at/u),
    ])
    const other = await start(context)
    other.fault(/users/u, { malformed: true })
    expect(await findings(other.api)).toEqual([
      expect.stringMatching(/^NOT A reply of Discord's could not be read\. Check DISCORD_API/u),
    ])
    expect(await findings(other.api.replace('/api', ''), TOKEN, '1'.repeat(18))).toEqual([
      expect.stringMatching(/^NOT There is no Discord at DISCORD_API \(404\)\. Correct it/u),
    ])
    const away = await Discord.start()
    await away.stop()
    expect(await findings(away.api)).toEqual([
      expect.stringMatching(/^NOT Discord cannot be reached \(.*ECONNREFUSED.*\)\. Check/u),
    ])
  })
})
