// Loaded into a bot that is measured: answers each message of its parent with what it has used.
process.on('message', () => {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ cpuMs: (user + system) / 1000, rss, heapUsed })
})
// the parent decides when this ends
process.channel?.unref()
