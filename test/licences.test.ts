import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'PSF-2.0',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '(MIT AND BSD)',
])
// it names its licence in the older form; the file beside it is the MIT licence
const OLDER_FORM = new Set(['format'])

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
    if (!OLDER_FORM.has(name)) expect(PERMISSIVE, `${name}: ${license}`).toContain(license)
    expect(integrity, name).toMatch(/^sha512-/u)
  }
})
