/** What the log says of the connections to Discord. */
import { Events, type Client } from 'discord.js'
import type { Log } from '../log.ts'
import { reasonOf } from './errors.ts'

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
    // also where Discord called the session invalid and then took it, on the same connection
    log.info({ shard, replayed }, 'the connection was resumed')
    lost.delete(shard)
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
