/**
 * A small Discord on 127.0.0.1 for tests with the real client: its REST API and gateway as far as
 * this bot uses them, the people who use the bot, and what can go wrong.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import { pino } from 'pino'
import { commands } from '../../commands/index.ts'
import { createDeck } from '../../src/deck.ts'
import { startBot, type Bot, type BotOptions } from '../../src/discord/bot.ts'
import type { Library } from '../../src/library.ts'
import { createDispatch } from '../../src/dispatch.ts'
import { openEditorial } from '../../src/search/editorial.ts'
import { openSearch } from '../../src/search/search.ts'
import { openThesaurus } from '../../src/search/thesaurus.ts'
import { openSpeech } from '../../src/speech/parse.ts'

export const TOKEN = 'a-made-up-token.for-tests.on-loopback-only'
export const APPLICATION = '812345678901234567'
/** a server where the bot is installed, in shard 0 of 1 and of 4 */
export const GUILD = '822345678893088768'
export const MANAGE_MESSAGES = String(1n << 13n)

export const EPHEMERAL = 64
export const COMPONENTS_V2 = 32768

export interface User {
  readonly id: string
  readonly username: string
  readonly global_name?: string
}

export const ALICE: User = { id: '832345678901234501', username: 'alice', global_name: 'Alice' }
export const BOB: User = { id: '832345678901234502', username: 'bob', global_name: 'Bob' }

export interface Component {
  type: number
  id?: number
  content?: string
  custom_id?: string
  label?: string
  components?: Component[]
  options?: { label: string; value: string; description?: string }[]
}

export interface Message {
  id: string
  flags: number
  content: string
  components: Component[]
  interaction_metadata?: { id: string; type: number; user: User }
  [other: string]: unknown
}

/** What the bot posts to answer an interaction. */
export interface Callback {
  type: number
  data?: {
    flags?: number
    content?: string
    embeds?: unknown[]
    components?: Component[]
    allowed_mentions?: { parse?: string[] }
    choices?: { name: string; value: string }[]
  }
}

export interface Answer {
  /** id of the interaction */
  readonly id: string
  /** what Discord took as the answer; undefined where the person saw none */
  readonly callback: Callback | undefined
  /** the message that it made or changed, as it then was */
  readonly message: Message | undefined
  readonly tookMs: number
}

/** Who does something, and where. */
export interface From {
  readonly user?: User
  readonly locale?: string
  /** null: a direct message */
  readonly guild?: string | null
  readonly permissions?: string
  /** how long to wait for the answer */
  readonly timeoutMs?: number
}

export interface Command {
  id: string
  name: string
  type: number
  options?: { required?: boolean }[]
  [other: string]: unknown
}

export interface Fault {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** before the answer is sent; the request is handled at once */
  readonly delayMs?: number
  /** how many requests; 1 */
  readonly times?: number
  /** the answer is cut in the middle of its JSON */
  readonly malformed?: boolean
  /** Discord does what was asked for, and then answers `status` all the same */
  readonly handled?: boolean
  /** Discord does what was asked for, or nothing where `status` is given, and the connection ends without an answer */
  readonly drop?: 'close' | 'reset'
}

export interface Settings {
  readonly port?: number
  /** how many shards Discord recommends */
  readonly shards?: number
  /** on how many servers the bot is installed; 1 */
  readonly installs?: number
  /** further fields of the application */
  readonly application?: Readonly<Record<string, unknown>>
  readonly heartbeatMs?: number
  /** how long an interaction waits for its answer */
  readonly deadlineMs?: number
}

interface Packet {
  readonly op: number
  readonly d: unknown
  readonly t?: string
  readonly s?: number
}

interface Session {
  readonly id: string
  readonly shard: number
  readonly shards: number
  readonly events: Packet[]
  socket: WebSocket | undefined
}

interface Interaction {
  readonly payload: Readonly<Record<string, unknown>> & { id: string; token: string; type: number }
  readonly user: User
  readonly at: number
  readonly source: Message | undefined
  readonly done: Promise<void>
  readonly settle: () => void
  callback: Callback | undefined
  answeredAt: number
  message: Message | undefined
  /** how many messages followed the answer */
  following: number
  /** of the message that "@original" means */
  original: string | undefined
}

interface Result {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const BOT = { id: APPLICATION, username: 'lanting', discriminator: '0', avatar: null, bot: true }
const EPOCH = 1_420_070_400_000
let ids = 0

/** A new snowflake. */
export function snowflake(): string {
  return String((BigInt(Date.now() - EPOCH) << 22n) + BigInt((ids = (ids + 1) % 4096)))
}

/** Another server, where the bot is not installed, in this shard of 4. */
export function guildIn(shard: number): string {
  return String(BigInt(GUILD) + (BigInt(shard + 4) << 22n))
}

/** A component and all inside it. */
export function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [component, ...flatten(component.components ?? [])])
}

/** All text of a message or callback. */
export function textOf(holder: { readonly components?: Component[] } | undefined): string {
  return flatten(holder?.components ?? [])
    .flatMap(({ content }) => content ?? [])
    .join('\n')
}

/** The custom id of the button with this label. */
export function button(message: Message | undefined, label: string): string {
  const found = flatten(message?.components ?? []).find((component) => component.label === label)
  if (found?.custom_id === undefined) throw new Error(`no button "${label}"`)
  return found.custom_id
}

/** Waits until something holds. */
export async function until(holds: () => boolean, what: string, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited ${withinMs} ms in vain: ${what}`)
    await sleep(10)
  }
}

export class Discord {
  /** messages that were not deleted, by id; one that changes is replaced, so that who holds it has it as it was */
  readonly messages = new Map<string, Message>()
  /** commands by server, '' for everywhere */
  readonly commands = new Map<string, Command[]>()
  /** every request, "POST /interactions/…/callback 204" */
  readonly requests: string[] = []
  /** every IDENTIFY and RESUME */
  readonly logins: string[] = []
  /** every answer that Discord refused or would not show: "50035 …", "10062 …", "40060 …" */
  readonly refused: string[] = []
  /** the token that is right */
  token = TOKEN
  /** every IDENTIFY is answered by closing the connection with this code */
  refuseIdentify: number | undefined
  /** the server keeps replies of external apps private */
  forcePrivate = false

  readonly #settings: Settings
  readonly #faults: { readonly match: RegExp; readonly fault: Fault; left: number }[] = []
  readonly #sessions = new Map<string, Session>()
  readonly #interactions = new Map<string, Interaction>()
  readonly #silent = new Set<WebSocket>()
  readonly #http: Server
  #port = 0
  readonly #gateway = new WebSocketServer({ noServer: true })
  #refuse: { left: number; how: 'reset' | number } = { left: 0, how: 'reset' }

  private constructor(settings: Settings) {
    this.#settings = settings
    this.#http = createServer((request, response) => void this.#serve(request, response))
    this.#http.on('upgrade', (request: IncomingMessage, socket, head) => {
      if (this.#refuse.left > 0) {
        this.#refuse.left -= 1
        const { how } = this.#refuse
        if (how === 'reset') socket.destroy()
        else socket.end(`HTTP/1.1 ${how} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
        return
      }
      this.#gateway.handleUpgrade(request, socket, head, (ws) => this.#connected(ws))
    })
  }

  static async start(settings: Settings = {}): Promise<Discord> {
    const discord = new Discord(settings)
    await new Promise<void>((resolve, reject) => {
      discord.#http.once('error', reject)
      discord.#http.listen(settings.port ?? 0, '127.0.0.1', resolve)
    })
    discord.#port = (discord.#http.address() as AddressInfo).port
    return discord
  }

  get port(): number {
    return this.#port
  }

  /** for `rest: { api }` of the client */
  get api(): string {
    return `http://127.0.0.1:${this.port}/api`
  }

  /** Sessions that are connected now. */
  get live(): readonly Session[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket?.readyState === 1)
  }

  async stop(): Promise<void> {
    for (const socket of this.#gateway.clients) socket.terminate()
    this.#gateway.close()
    this.#sessions.clear()
    const closed = new Promise((resolve) => this.#http.close(resolve))
    this.#http.closeAllConnections()
    await closed
  }

  // What goes wrong

  /** The next requests that match ("POST /interactions/…") go wrong in this way. */
  fault(match: RegExp, fault: Fault): void {
    this.#faults.push({ match, fault, left: fault.times ?? 1 })
  }

  /** Cuts every connection without a close frame. */
  dropSockets(): void {
    for (const { socket } of this.live) socket?.terminate()
  }

  /** Closes every connection with a code. */
  close(code: number): void {
    for (const { socket } of this.live) socket?.close(code)
  }

  /** Cuts every connection, and resumes none of the sessions. */
  forgetSessions(): void {
    this.dropSockets()
    this.#sessions.clear()
  }

  /** Op 7. */
  reconnect(): void {
    for (const session of this.live) send(session.socket, { op: 7, d: null })
  }

  /** Op 9; a session that cannot be resumed is forgotten. */
  invalidSession(resumable: boolean): void {
    for (const session of this.live) {
      if (!resumable) this.#sessions.delete(session.id)
      send(session.socket, { op: 9, d: resumable })
    }
  }

  /** Answers no heartbeat more on the connections that there are. */
  stopAcks(): void {
    for (const { socket } of this.live) if (socket) this.#silent.add(socket)
  }

  /** Refuses the next connections to the gateway, with an HTTP status or by hanging up. */
  refuseGateway(times: number, how: 'reset' | number = 'reset'): void {
    this.#refuse = { left: times, how }
  }

  // What people do

  async slash(
    name: string,
    options: Readonly<Record<string, string | boolean>> = {},
    from: From = {},
  ): Promise<Answer> {
    const data = { ...this.#command(name, 1, from), options: optionsOf(options) }
    return this.#act(2, data, from)
  }

  /** Types into an option: what the bot offers is in `callback.data.choices`. */
  async autocomplete(
    name: string,
    option: string,
    value: string,
    from: From = {},
  ): Promise<{ name: string; value: string }[]> {
    const options = [{ name: option, type: 3, value, focused: true }]
    const { callback } = await this.#act(4, { ...this.#command(name, 1, from), options }, from)
    if (callback?.type !== 8) throw new Error('no autocomplete result')
    return callback.data?.choices ?? []
  }

  /** Apps › name on a message of somebody with this content, or one that forwards a text. */
  async messageCommand(
    name: string,
    content: string,
    from: From & { readonly forwarded?: string } = {},
  ): Promise<Answer> {
    const target = {
      ...message(BOB, from),
      content,
      ...(from.forwarded === undefined ? {} : forwarding(from.forwarded)),
    }
    const resolved = { messages: { [target.id]: target } }
    return this.#act(2, { ...this.#command(name, 3, from), target_id: target.id, resolved }, from)
  }

  /** Presses a button. @param from.anyway a custom id that is not on the message */
  async press(
    on: Message | undefined,
    customId: string,
    from: From & { readonly anyway?: boolean } = {},
  ): Promise<Answer> {
    const source = this.#shown(on, from)
    if (from.anyway !== true && !flatten(source.components).some((c) => c.custom_id === customId))
      throw new Error(`the message has no ${customId}`)
    return this.#act(3, { component_type: 2, custom_id: customId }, from, source)
  }

  async select(on: Message | undefined, value: string, from: From = {}): Promise<Answer> {
    const source = this.#shown(on, from)
    const menu = flatten(source.components).find((component) => component.type === 3)
    if (!menu?.options?.some((option) => option.value === value))
      throw new Error(`the message has no choice ${value}`)
    const data = { component_type: 3, custom_id: menu.custom_id, values: [value] }
    return this.#act(3, data, from, source)
  }

  /** A message as it is now. @throws where it is gone, or only somebody else sees it */
  #shown(on: Message | undefined, { user = ALICE }: From): Message {
    const source = on && this.messages.get(on.id)
    if (!source) throw new Error('there is no such message')
    if (source.flags & EPHEMERAL && source.interaction_metadata?.user.id !== user.id)
      throw new Error('nobody else sees a private message')
    return source
  }

  #command(name: string, type: number, { guild = GUILD }: From) {
    const command = [...(this.commands.get(guild ?? '') ?? []), ...(this.commands.get('') ?? [])]
    const found = command.find((candidate) => candidate.name === name && candidate.type === type)
    if (!found) throw new Error(`the bot has registered no /${name}`)
    return { id: found.id, name, type }
  }

  async #act(type: number, data: unknown, from: From, source?: Message): Promise<Answer> {
    const user = from.user ?? ALICE
    const id = snowflake()
    const { promise: done, resolve: settle } = deferred()
    const interaction: Interaction = {
      payload: {
        ...place(from, user),
        id,
        type,
        data,
        token: `token-of-${id}`,
        version: 1,
        application_id: APPLICATION,
        locale: from.locale ?? 'en-GB',
        entitlements: [],
        attachment_size_limit: 10_485_760,
        ...(source ? { message: source } : {}),
      },
      user,
      at: performance.now(),
      source,
      done,
      settle,
      callback: undefined,
      answeredAt: Number.NaN,
      message: undefined,
      following: 0,
      original: undefined,
    }
    this.#interactions.set(id, interaction)
    this.#dispatch(from.guild === null ? 0n : BigInt(from.guild ?? GUILD), interaction.payload)
    const giveUp = setTimeout(settle, from.timeoutMs ?? 8_000)
    await done
    clearTimeout(giveUp)
    const { callback, answeredAt, at } = interaction
    return { id, callback, message: interaction.message, tookMs: answeredAt - at }
  }

  // The gateway

  /** To every session of the shard of a server; who is away gets it when they resume. */
  #dispatch(guild: bigint, d: unknown): void {
    for (const session of this.#sessions.values()) {
      if (Number((guild >> 22n) % BigInt(session.shards)) === session.shard)
        emit(session, 'INTERACTION_CREATE', d)
    }
  }

  #connected(socket: WebSocket): void {
    socket.on('error', () => socket.terminate())
    socket.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString()) as { op: number; d: Record<string, unknown> }
      if (op === 1 && !this.#silent.has(socket)) send(socket, { op: 11, d: null })
      if ((op === 2 || op === 6) && d['token'] !== this.token) return socket.close(4004)
      if (op === 2 && this.refuseIdentify !== undefined) return socket.close(this.refuseIdentify)
      if (op === 2) this.#identify(socket, d)
      if (op === 6) this.#resume(socket, d)
    })
    socket.on('close', (code) => {
      for (const session of this.#sessions.values()) {
        if (session.socket !== socket) continue
        session.socket = undefined
        if (code === 1000 || code === 1001) this.#sessions.delete(session.id)
      }
    })
    send(socket, { op: 10, d: { heartbeat_interval: this.#settings.heartbeatMs ?? 41_250 } })
  }

  #identify(socket: WebSocket, d: Record<string, unknown>): void {
    const [shard, shards] = (d['shard'] ?? [0, 1]) as [number, number]
    const session: Session = { id: `session-${snowflake()}`, shard, shards, events: [], socket }
    this.#sessions.set(session.id, session)
    this.logins.push(`identify ${shard}/${shards}`)
    emit(session, 'READY', {
      v: 10,
      user: BOT,
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: `ws://127.0.0.1:${this.port}`,
      shard: [shard, shards],
      application: { id: APPLICATION, flags: 0 },
    })
  }

  #resume(socket: WebSocket, d: Record<string, unknown>): void {
    const session = this.#sessions.get(String(d['session_id']))
    this.logins.push(`resume ${session ? session.shard : 'refused'}`)
    if (!session) return send(socket, { op: 9, d: false })
    session.socket = socket
    const missed = session.events.filter(({ s = 0 }) => s > Number(d['seq']))
    for (const packet of missed) send(socket, packet)
    emit(session, 'RESUMED', {})
  }

  // REST

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now()
    const text = (await request.toArray()).join('')
    const url = new URL(request.url ?? '', this.api)
    const line = `${request.method} ${decodeURIComponent(url.pathname).replace('/api/v10', '')}`
    const planned = this.#faults.find(({ match, left }) => left > 0 && match.test(line))
    if (planned) planned.left -= 1
    const fault: Fault = planned?.fault ?? {}
    const done =
      fault.status === undefined || fault.handled === true
        ? this.#route(line, url, text === '' ? undefined : JSON.parse(text), request, at)
        : undefined
    const { status, body, headers } =
      fault.status === undefined ? (done ?? notFound) : { ...fault, status: fault.status }
    this.requests.push(`${line} ${status}`)
    if (fault.delayMs !== undefined) await sleep(fault.delayMs)
    if (response.destroyed) return
    if (fault.drop === 'reset') return void request.socket.resetAndDestroy()
    if (fault.drop === 'close') return void request.socket.destroy()
    const json = typeof body === 'string' ? body : JSON.stringify(body)
    response.writeHead(fault.malformed === true ? 200 : status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(fault.malformed === true ? { 'content-type': 'application/json' } : {}),
      ...headers,
    })
    response.end(fault.malformed === true ? (json ?? '{"id":"1"}').slice(0, 7) : json)
  }

  #route(
    line: string,
    url: URL,
    body: unknown,
    { headers }: IncomingMessage,
    at: number,
  ): Result | undefined {
    const [method, root, ...path] = line.split(/[ /]+/u)
    if (root === 'interactions' && method === 'POST' && path[2] === 'callback')
      return this.#callback(path, body as Callback, url, at)
    if (root === 'webhooks') return this.#webhook(method, path, body as Partial<Message>)
    if (headers.authorization !== `Bot ${this.token}`)
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } }
    if (line === 'GET /gateway/bot') {
      const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 16 }
      const gateway = `ws://127.0.0.1:${this.port}`
      const shards = this.#settings.shards ?? 1
      return { status: 200, body: { url: gateway, shards, session_start_limit: limit } }
    }
    if (line === 'GET /users/@me') return { status: 200, body: BOT }
    if (line === 'GET /applications/@me') {
      const { installs = 1, application } = this.#settings
      const body = {
        id: APPLICATION,
        name: BOT.username,
        approximate_guild_count: installs,
        approximate_user_install_count: 0,
        ...application,
      }
      return { status: 200, body }
    }
    if (root !== 'applications' || path.at(-1) !== 'commands') return undefined
    const guild = path[1] === 'guilds' ? (path[2] ?? '') : ''
    if (guild !== '' && guild !== GUILD) return error(403, 50_001, 'Missing Access')
    if (method === 'PUT') this.commands.set(guild, (body as Command[]).map(registered(guild)))
    const commands = this.commands.get(guild) ?? []
    const localised = method === 'PUT' || url.searchParams.get('with_localizations') === 'true'
    return { status: 200, body: localised ? commands : commands.map(withoutLocalisations) }
  }

  #callback([id, token]: string[], body: Callback, url: URL, at: number): Result {
    const interaction = this.#interactions.get(id ?? '')
    if (!interaction || interaction.payload.token !== token)
      return error(404, 10_062, 'Unknown interaction')
    const refuse = (status: number, code: number, message: string): Result => {
      this.refused.push(`${code} ${message}`)
      return error(status, code, message)
    }
    if (interaction.callback)
      return refuse(400, 40_060, 'Interaction has already been acknowledged.')
    if (at - interaction.at > (this.#settings.deadlineMs ?? 3_000))
      return refuse(404, 10_062, 'Unknown interaction')
    const wrong = faultsOf(body, interaction.payload.type)
    if (wrong.length > 0) return refuse(400, 50_035, `Invalid Form Body: ${wrong.join('; ')}`)

    interaction.callback = body
    interaction.answeredAt = at
    this.#apply(interaction, body)
    interaction.message = this.messages.get(interaction.original ?? '')
    interaction.settle()
    if (url.searchParams.get('with_response') !== 'true') return { status: 204 }
    const { message: shown, payload } = interaction
    return {
      status: 200,
      body: {
        interaction: {
          id,
          type: payload.type,
          ...(shown ? { response_message_id: shown.id, response_message_loading: false } : {}),
          ...(shown ? { response_message_ephemeral: (shown.flags & EPHEMERAL) > 0 } : {}),
        },
        resource: { type: body.type, ...(shown ? { message: shown } : {}) },
      },
    }
  }

  #apply(interaction: Interaction, { type, data = {} }: Callback): void {
    const { source } = interaction
    interaction.original = source?.id
    const parts = { components: withIds(data.components ?? []), content: data.content ?? '' }
    if (type === 7 && source) {
      // what is private stays so
      const flags = (source.flags & EPHEMERAL) | ((data.flags ?? 0) & ~EPHEMERAL)
      this.messages.set(source.id, { ...source, ...parts, flags })
    }
    if (type === 4) interaction.original = this.#post(interaction, data).id
  }

  /** A message of the bot's, by an interaction. */
  #post({ payload, user }: Interaction, data: NonNullable<Callback['data']>): Message {
    const posted: Message = {
      ...message(BOT, payload),
      components: withIds(data.components ?? []),
      content: data.content ?? '',
      type: payload.type === 3 ? 19 : 20,
      flags: (data.flags ?? 0) | (this.forcePrivate ? EPHEMERAL : 0),
      application_id: APPLICATION,
      webhook_id: APPLICATION,
      interaction_metadata: {
        id: payload.id,
        type: payload.type,
        user,
        authorizing_integration_owners: payload['authorizing_integration_owners'],
      } as NonNullable<Message['interaction_metadata']>,
    }
    this.messages.set(posted.id, posted)
    return posted
  }

  /** Later messages of an interaction, and its answer. */
  #webhook(method: string | undefined, path: string[], body: Partial<Message>): Result {
    const interaction = [...this.#interactions.values()].find(
      ({ payload, callback }) => callback && payload.token === path[1],
    )
    if (!interaction) return error(404, 10_015, 'Unknown Webhook')
    if (method === 'POST' && path.length === 2) {
      const data = body as NonNullable<Callback['data']>
      const wrong = faultsOf({ type: 4, data }, 2)
      const owners = interaction.payload['authorizing_integration_owners'] as object
      if (!('0' in owners) && (interaction.following += 1) > 5) {
        this.refused.push('40094 more than 5 follow-up messages')
        return error(400, 40_094, 'This interaction has hit the maximum number of follow ups.')
      }
      if (wrong.length === 0) return { status: 200, body: this.#post(interaction, data) }
      this.refused.push(`50035 ${wrong.join('; ')}`)
      return error(400, 50_035, 'Invalid Form Body')
    }
    if (path[3] !== '@original') return error(404, 10_015, 'Unknown Webhook')
    const now = this.messages.get(interaction.original ?? '')
    if (!now) return error(404, 10_008, 'Unknown Message')
    if (method === 'DELETE') {
      this.messages.delete(now.id)
      return { status: 204 }
    }
    if (method !== 'PATCH') return { status: 200, body: now }
    const next = { ...now, components: withIds(body.components ?? now.components) }
    const wrong = faultsOf({ type: 4, data: next }, 2)
    if (wrong.length > 0) {
      this.refused.push(`50035 ${wrong.join('; ')}`)
      return error(400, 50_035, 'Invalid Form Body')
    }
    this.messages.set(now.id, next)
    return { status: 200, body: next }
  }
}

export interface LogLine {
  readonly level: string
  readonly msg: string
  readonly reason?: string
  readonly [other: string]: unknown
}

export interface TestBot extends Bot {
  readonly lines: LogLine[]
}

/** What the bot answers from: the speech that ships. */
export function openLibrary(): Library {
  const speech = openSpeech('data/speech.md')
  const editorial = openEditorial('data/editorial.yaml', speech)
  const search = openSearch(speech, editorial, openThesaurus('data/thesaurus.txt'))
  return { speech, search, deck: createDeck(() => 0.5) }
}

/** The bot as it is, on this Discord; `lines` are what it logs, also what a command throws. */
export async function startTestBot(
  discord: Pick<Discord, 'api'>,
  library: Library,
  { lines = [], ...options }: Partial<BotOptions> & { readonly lines?: LogLine[] } = {},
): Promise<TestBot> {
  const write = (line: string): unknown => lines.push(JSON.parse(line) as LogLine)
  const log = pino({ base: null, formatters: { level: (level) => ({ level }) } }, { write })
  const dispatch = createDispatch(commands, (thrown, command) =>
    log.error({ command, reason: String(thrown) }, 'a command failed'),
  )
  const bot = await startBot({
    token: TOKEN,
    guildId: undefined,
    shards: undefined,
    api: discord.api,
    dispatch,
    library,
    log,
    ...options,
  })
  return { ...bot, lines }
}

const notFound: Result = { status: 404, body: { message: '404: Not Found', code: 0 } }

function error(status: number, code: number, text: string): Result {
  return { status, body: { message: text, code } }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let settle: () => void = () => undefined
  const promise = new Promise<void>((resolve) => (settle = resolve))
  return { promise, resolve: settle }
}

function send(socket: WebSocket | undefined, packet: Packet): void {
  socket?.send(JSON.stringify({ t: null, s: null, ...packet }))
}

function emit(session: Session, t: string, d: unknown): void {
  const packet: Packet = { op: 0, t, d, s: session.events.length + 1 }
  session.events.push(packet)
  send(session.socket, packet)
}

function optionsOf(options: Readonly<Record<string, string | boolean>>) {
  return Object.entries(options).map(([name, value]) => ({
    name,
    value,
    type: typeof value === 'boolean' ? 5 : 3,
  }))
}

/** The parts of an interaction that say where and by whom. */
function place({ guild = GUILD, permissions = '0' }: From, user: User) {
  const full = { ...user, discriminator: '0', avatar: null, public_flags: 0 }
  if (guild === null) {
    const channel = { id: `${user.id.slice(0, -1)}9`, type: 1, flags: 0, recipients: [BOT] }
    return {
      context: 1,
      channel_id: channel.id,
      channel,
      user: full,
      app_permissions: '562949953863680',
      authorizing_integration_owners: { 1: user.id },
    }
  }
  const channel = { id: String(BigInt(guild) + 1n), type: 0, name: 'general', guild_id: guild }
  return {
    context: 0,
    guild_id: guild,
    guild: { id: guild, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: channel.id,
    channel: { ...channel, permissions, flags: 0, nsfw: false, parent_id: null, position: 0 },
    member: {
      user: full,
      permissions,
      roles: [],
      nick: null,
      avatar: null,
      flags: 0,
      deaf: false,
      mute: false,
      pending: false,
      premium_since: null,
      communication_disabled_until: null,
      joined_at: '2021-02-22T00:00:00.000000+00:00',
    },
    app_permissions: '0',
    authorizing_integration_owners: guild === GUILD ? { 0: guild } : { 1: user.id },
  }
}

/** What makes a message a forwarded one, of a channel that the bot does not know. */
function forwarding(content: string) {
  const { type, embeds, attachments, timestamp, edited_timestamp, flags } = message(ALICE, {})
  return {
    message_reference: { type: 1, message_id: snowflake(), channel_id: snowflake() },
    message_snapshots: [
      { message: { type, content, embeds, attachments, timestamp, edited_timestamp, flags } },
    ],
  }
}

function message(author: object, where: object): Message {
  const channel = 'channel_id' in where ? where.channel_id : String(BigInt(GUILD) + 1n)
  return {
    id: snowflake(),
    type: 0,
    channel_id: channel,
    author: { discriminator: '0', avatar: null, public_flags: 0, ...author },
    content: '',
    flags: 0,
    components: [],
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
  }
}

/** Discord numbers the components of a message that have no number. */
function withIds(components: readonly Component[]): Component[] {
  const taken = new Set(flatten(components).map(({ id }) => id))
  let last = 0
  const number = (component: Component): Component => {
    let { id } = component
    while (id === undefined && taken.has((last += 1)));
    id ??= last
    const inside = component.components?.map(number)
    return { ...component, id, ...(inside ? { components: inside } : {}) }
  }
  return components.map(number)
}

/** A command as Discord gives it back: what is empty or false is left out. */
function registered(guild: string) {
  return ({ options = [], contexts, integration_types, ...command }: Command): Command => ({
    ...command,
    id: snowflake(),
    version: snowflake(),
    application_id: APPLICATION,
    description: command['description'] ?? '',
    default_member_permissions: null,
    nsfw: false,
    // "only for globally-scoped commands"
    ...(guild === '' ? { contexts, integration_types } : { guild_id: guild }),
    ...(options.length === 0
      ? {}
      : {
          options: options.map(({ required, ...option }) =>
            required === true ? { ...option, required } : option,
          ),
        }),
  })
}

function withoutLocalisations(command: object): object {
  return Object.fromEntries(
    Object.entries(command).flatMap(([key, value]: [string, unknown]) =>
      key.endsWith('_localizations')
        ? []
        : [[key, key === 'options' ? (value as object[]).map(withoutLocalisations) : value]],
    ),
  )
}

/** What Discord would refuse in an answer to an interaction of this type. */
function faultsOf({ type, data }: Callback, interactionType: number): string[] {
  const allowed: Readonly<Record<number, readonly number[]>> = {
    2: [4, 5],
    3: [4, 5, 6, 7],
    4: [8],
  }
  if (!allowed[interactionType]?.includes(type)) return [`type ${type}`]
  if (type === 8) {
    const choices = data?.choices ?? []
    const bad = choices.filter((choice) => !fits(choice.name, 100) || !fits(choice.value, 100))
    return [...bad.map(({ name }) => `choice "${name}"`), ...tooMany('choices', choices, 25)]
  }
  if (type !== 4 && type !== 7) return []
  if (((data?.flags ?? 0) & COMPONENTS_V2) === 0) return ['no Components V2']
  const parts = flatten(data?.components ?? [])
  const texts = parts.flatMap(({ content }) => content ?? [])
  const named = parts.flatMap((part) => part.custom_id ?? [])
  return [
    ...(parts.length === 0 ? ['an empty message'] : []),
    ...(data?.content ? ['content'] : []),
    ...tooMany('components', parts, 40),
    ...(texts.join('').length > 4_000 ? ['texts over 4000'] : []),
    ...(texts.includes('') ? ['an empty text'] : []),
    ...(new Set(named).size < named.length ? ['a custom id twice'] : []),
    ...named.filter((id) => !fits(id, 100)).map((id) => `custom id ${id}`),
    ...parts.flatMap((part) => {
      if (part.type === 1) {
        const inside = part.components ?? []
        return inside.length === 0 ? ['an empty row'] : tooMany('buttons', inside, 5)
      }
      if (part.type === 2) return fits(part.label ?? '', 80) ? [] : [`label ${part.label}`]
      const options = part.options ?? []
      const bad = options.filter(
        ({ label, value, description = '-' }) =>
          !fits(label, 100) || !fits(value, 100) || !fits(description, 100),
      )
      return [...bad.map(({ label }) => `option ${label}`), ...tooMany('options', options, 25)]
    }),
  ]
}

function fits(text: string, most: number): boolean {
  return text.length > 0 && text.length <= most
}

function tooMany(what: string, list: readonly unknown[], most: number): string[] {
  return list.length > most ? [`${list.length} ${what}`] : []
}
