// npm run bench:load [-- soak]: the real bot and a bare discord.js bot in turn on a loopback Discord.
// Bounded: 300 interactions to warm up and 3,000 measured each, at most 20 at a time; the soak
// sends 100,000 to the real bot and watches its heap.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readQuestions } from '../quality/scoring.ts'
import { Discord, TOKEN, until } from '../loopback/discord.ts'

const AT_ONCE = 20
const WARM_UP = 300
const MEASURED = 3_000
const SOAK = 100_000
const SETTLED = 10_000

const BARE = ['--import', 'tsx', 'test/bench/bare.ts']
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: { readonly start: string }
}
/** As `npm start` starts it: its flags, and its script. */
const LANTING = scripts.start.split(' ').slice(1)

interface Usage {
  readonly cpuMs: number
  readonly rss: number
  readonly heapUsed: number
}

const questions = readQuestions('test/fixtures/questions-dev.jsonl').map(({ question }) => question)
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10

if (process.argv[2] === 'soak') await soak()
else await compare()

async function compare(): Promise<void> {
  const bare = await measure(BARE)
  const lanting = await measure(LANTING)
  const again = await measure(BARE)
  const base = Object.fromEntries(
    Object.entries(bare).map(([key, value]) => [
      key,
      (value + again[key as keyof typeof again]) / 2,
    ]),
  )
  const round = (row: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, Math.round(value * 100) / 100]),
    )
  const ratio = Object.fromEntries(
    Object.entries(lanting).map(([key, value]) => [
      key,
      key === 'lost' ? value : value / (base[key] ?? 1),
    ]),
  )
  console.log(
    `${MEASURED} interactions, ${AT_ONCE} at a time, after ${WARM_UP}; the bare bot before and after`,
  )
  console.table({
    bare: round(bare),
    lanting: round(lanting),
    'bare again': round(again),
    ratio: round(ratio),
  })
}

async function measure(command: readonly string[]) {
  const discord = await Discord.start()
  const started = performance.now()
  const child = start(command, discord)
  try {
    await until(() => (discord.commands.get('')?.length ?? 0) > 0, 'the bot is up', 30_000)
    const startMs = performance.now() - started
    await send(discord, WARM_UP)
    const before = await usage(child)
    const from = performance.now()
    const { times, lost } = await send(discord, MEASURED)
    const seconds = (performance.now() - from) / 1000
    const after = await usage(child)
    times.sort((a, b) => a - b)
    return {
      'p50 ms': times[Math.floor(times.length * 0.5)] ?? 0,
      'p99 ms': times[Math.floor(times.length * 0.99)] ?? 0,
      'a second': MEASURED / seconds,
      'CPU ms each': (after.cpuMs - before.cpuMs) / MEASURED,
      'memory MB': megabytes(after.rss),
      'start ms': startMs,
      lost,
    }
  } finally {
    await stop(child)
    await discord.stop()
  }
}

async function soak(): Promise<void> {
  const discord = await Discord.start()
  const child = start(LANTING, discord)
  try {
    await until(() => (discord.commands.get('')?.length ?? 0) > 0, 'the bot is up', 30_000)
    const rows: Record<string, { 'heap MB': number; 'memory MB': number; lost: number }> = {}
    let lostSoFar = 0
    for (let sent = 0; sent < SOAK; sent += SETTLED) {
      const { lost } = await send(discord, SETTLED)
      lostSoFar += lost
      discord.messages.clear()
      const { heapUsed, rss } = await usage(child)
      rows[String(sent + SETTLED)] = {
        'heap MB': megabytes(heapUsed),
        'memory MB': megabytes(rss),
        lost: lostSoFar,
      }
    }
    console.table(rows)
  } finally {
    await stop(child)
    await discord.stop()
  }
}

async function send(discord: Discord, count: number): Promise<{ times: number[]; lost: number }> {
  const times: number[] = []
  let [next, lost] = [0, 0]
  const worker = async (): Promise<void> => {
    while (next < count) {
      const question = questions[next++ % questions.length] ?? ''
      const { callback, tookMs } = await discord.slash('ask', { question })
      if (callback) times.push(tookMs)
      else lost++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { times, lost }
}

function start(command: readonly string[], discord: Discord): ChildProcess {
  const { SHARDS: _, SHARD_COUNT: __, GUILD_ID: ___, ...environment } = process.env
  return spawn(
    process.execPath,
    [
      '--expose-gc',
      ...command.slice(0, -1),
      '--import',
      './test/bench/report.ts',
      ...command.slice(-1),
    ],
    {
      env: { ...environment, DISCORD_TOKEN: TOKEN, DISCORD_API: discord.api, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
}

async function usage(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message')
  child.send('usage')
  const [message] = (await answer) as [Usage]
  return message
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
