/** What takes long to work out of files, kept for the next start. */
import { createHash, type Hash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What `make` gives, which is plain data (JSON) and follows from `from` and this program alone. It is read from the
 * file where that holds just this, and else made and written there. A file that cannot be read or written, or that
 * anything has changed, is as one that is not there.
 */
export function kept<T>(file: string, from: readonly string[], make: () => T): T {
  const key = keyOf(from)
  const [seal = '', data = ''] = readIfThere(file).toString().split('\n')
  if (seal === sealOf(key, data)) return JSON.parse(data) as T
  const made = make()
  write(file, key, JSON.stringify(made))
  return made
}

/** Tells data that were made of something else, or by another program, from those that were not. */
function sealOf(key: Hash, data: string): string {
  return key.copy().update(data).digest('hex')
}

/** Of all that may change what is made: the sources, the versions of the libraries, Unicode's rules for sentences. */
function keyOf(from: readonly string[]): Hash {
  const here = import.meta.dirname
  const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
  const key = createHash('sha256').update(JSON.stringify([process.versions['icu'], sources, from]))
  for (const name of [...sources, '../package-lock.json']) key.update(readIfThere(join(here, name)))
  return key
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

function write(file: string, key: Hash, data: string): void {
  // whole or not at all, however many processes start at once
  const own = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    try {
      writeFileSync(own, `${sealOf(key, data)}\n${data}`)
      renameSync(own, file)
    } finally {
      rmSync(own, { force: true })
    }
  } catch {
    // the next start takes as long as this one
  }
}
