/** What the log says of the connections to Discord, and of requests that take long. */
import { Events, RESTEvents, type Client } from 'discord.js'
import type { Log } from '../log.ts'
import { reasonOf } from './errors.ts'

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

/** Logs when the connection of a shard is lost and when it is back; each attempt only at `debug`. */
export function logConnections(client: Client, log: Log): void {
  client.on(Events.Error, (error) =>
    log.error({ reason: reasonOf(error) }, 'discord.js reported an error'),
  )
  const connected = new Set<number>()
  const lost = new Set<number>()
  const errors = new Map<number, string>()
  // each is followed by the event on what comes of it
  client.on(Events.ShardError, (error, shard) => void errors.set(shard, reasonOf(error)))
  client.on(Events.ShardReconnecting, (shard) => {
    const details = { shard, reason: errors.get(shard) }
    if (lost.has(shard)) log.debug(details, 'there is still no connection; trying again')
    else if (connected.has(shard)) log.warn(details, 'the connection was lost; reconnecting')
    else log.warn(details, 'there is no connection yet; trying again')
    lost.add(shard)
  })
  client.on(Events.ShardResume, (shard, replayed) => {
    if (lost.delete(shard)) log.info({ shard, replayed }, 'the connection was resumed')
    errors.delete(shard)
  })
  client.on(Events.ShardReady, (shard) => {
    const again = connected.has(shard)
    if (lost.delete(shard))
      log.info({ shard }, again ? 'the connection is back, with a new session' : 'connected')
    connected.add(shard)
    errors.delete(shard)
  })
}
