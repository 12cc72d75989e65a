// npm run fuzz [-- RUNS]: every property on 25,000 random cases, 125,000 in all; ends with what it
// found and the longest time that one reply took.
import fc from 'fast-check'
import { properties, slowest } from './properties.ts'

const runs = Number(process.argv[2] ?? 25_000)
let failed = 0
for (const [name, property] of properties) {
  const result = await fc.check(property as fc.IRawProperty<unknown>, {
    numRuns: runs,
    interruptAfterTimeLimit: 600_000,
  })
  console.log(`${name}: ${result.numRuns} cases, ${result.failed ? 'FAILED' : 'nothing found'}`)
  if (result.failed) {
    failed++
    console.log(
      `  seed ${result.seed}, path ${result.counterexamplePath ?? ''}: ${JSON.stringify(result.counterexample)}\n  ${String(result.errorInstance)}`,
    )
  }
}
console.log(`longest reply: ${slowest.ms.toFixed(1)} ms (${JSON.stringify(slowest.of)})`)
if (slowest.ms > 50) console.log('that is more than 50 ms')
process.exitCode = failed > 0 || slowest.ms > 50 ? 1 : 0
