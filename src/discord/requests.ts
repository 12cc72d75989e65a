/** Requests to Discord: which are made again where the connection is lost, and what the log says of waits. */
import { DefaultRestOptions, RESTEvents, type Client, type RESTOptions } from 'discord.js'
import type { Log } from '../log.ts'

/** Milliseconds; an interaction waits three seconds for its answer (see errors.ts). */
const SLOW = 1_000

/**
 * Makes a request. Where the connection was lost or too slow, discord.js makes it again, also one that Discord
 * has taken: it knows such errors by their name and code. One is not among them, a connection that Discord
 * closes at the very moment when it is used once more; to people that is a command without an answer.
 * Only a message that is posted must not be made again: it would be seen twice, while one that is missing shows
 * in "Page 1 of 2" and in the log.
 */
export function requestMaker(log: Log): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const started = performance.now()
    try {
      const response = await DefaultRestOptions.makeRequest(url, init)
      const ms = Math.round(performance.now() - started)
      // not its address: the token of an interaction is in it
      if (ms >= SLOW) log.warn({ method: init.method, ms }, 'Discord took long for a request')
      return response
    } catch (cause) {
      const isPosted = init.method === 'POST' && url.includes('/webhooks/')
      if (isPosted) throw new Error('no reply from Discord', { cause })
      if (isClosed(cause)) throw Object.assign(new Error(cause.message, { cause }), AGAIN)
      throw cause
    }
  }
}

/** What discord.js takes for a lost connection. */
const AGAIN = { code: 'ECONNRESET' }

/** Whether Discord closed the connection before it answered, as undici tells it. */
function isClosed(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'UND_ERR_SOCKET'
}

/** Logs where Discord makes the bot wait, and what it took only at a later try. */
export function logWaits(rest: Client['rest'], log: Log): void {
  // a route stands for all requests of its kind: no token is in it
  rest.on(RESTEvents.Response, ({ method, route, retries }, { status, headers }) => {
    const details = { method, route }
    if (status === 429)
      log.warn(
        { ...details, seconds: Number(headers.get('retry-after')) },
        'Discord limits how often it is asked; waiting',
      )
    else if (status < 400 && retries > 0)
      log.warn({ ...details, tries: retries + 1 }, 'Discord took a request at a later try only')
  })
}
