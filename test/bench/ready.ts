// Part of npm run bench: how long it takes until questions can be answered, once the modules are loaded. Each start
// is a process of its own, for a second one in the same process runs compiled code: first starts, which take the
// texts apart, and later ones, in turn.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { openLibrary } from '../../src/library.ts'

const STARTS = 15

const [cache] = process.argv.slice(2)
if (cache === undefined) compare()
else {
  const before = performance.now()
  openLibrary(readConfig({}), cache)
  console.log(performance.now() - before)
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-'))
  const kept = join(folder, 'library.json')
  const start = (): number =>
    Number(execFileSync(process.execPath, ['--import', 'tsx', 'test/bench/ready.ts', kept]))
  const times = { 'first start': [] as number[], 'later start': [] as number[] }
  for (let at = 0; at < STARTS; at++) {
    rmSync(kept, { force: true })
    times['first start'].push(start())
    times['later start'].push(start())
  }
  rmSync(folder, { recursive: true })
  console.table(
    Object.fromEntries(
      Object.entries(times).map(([name, all]) => {
        const sorted = all.toSorted((a, b) => a - b).map((ms) => ms.toFixed(0))
        const median = sorted[Math.floor(STARTS / 2)]
        return [name, { 'best ms': sorted[0], 'median ms': median, 'worst ms': sorted.at(-1) }]
      }),
    ),
  )
}
