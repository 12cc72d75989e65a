import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// as README lists them
const PERMISSIVE = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  '(MIT AND BSD)',
  'PSF-2.0',
  'ISC',
  '0BSD',
])

interface Package {
  readonly license?: string
  readonly dev?: boolean
  readonly integrity?: string
}

test('every package that runs in production has a permissive licence and a checksum', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, Package>>
  }
  const packages = Object.entries(lock.packages).filter(
    ([path, { dev }]) => path !== '' && dev !== true,
  )
  expect(packages.length).toBeGreaterThan(50)
  for (const [path, { license, integrity }] of packages) {
    const name = path.replace(/^.*node_modules\//u, '')
    expect(PERMISSIVE, `${name}: ${license}`).toContain(license)
    expect(integrity, name).toMatch(/^sha512-/u)
  }
})
