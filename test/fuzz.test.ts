import fc from 'fast-check'
import { describe, test } from 'vitest'
import { properties } from './fuzz/properties.ts'

describe('nothing that can be typed, pressed or put in a file breaks a reply', () => {
  for (const [name, property] of properties) {
    test(
      name,
      () => fc.assert(property as fc.IRawProperty<unknown>, { seed: 20210222, numRuns: 400 }),
      60_000,
    )
  }
})
