import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { kept } from '../src/kept.ts'
import { openLibrary, type Library } from '../src/library.ts'
import { readQuestions } from './quality/scoring.ts'

const folder = mkdtempSync(join(tmpdir(), 'lanting-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('what is kept from one start to the next', () => {
  /** Makes a text of what is given, or has it from the file. */
  const ask = (file: string, from: string): { value: string[]; isMade: boolean } => {
    let isMade = false
    const value = kept(file, [from], () => {
      isMade = true
      return [from, 'line\nend “…”']
    })
    return { value, isMade }
  }
  test('is made once, and again where it would be another', () => {
    const file = join(folder, 'new', 'a.json')
    expect(ask(file, 'a')).toEqual({ value: ['a', 'line\nend “…”'], isMade: true })
    expect(ask(file, 'a')).toEqual({ value: ['a', 'line\nend “…”'], isMade: false })
    expect(ask(file, 'b')).toEqual({ value: ['b', 'line\nend “…”'], isMade: true })
    expect(ask(file, 'a').isMade).toBe(true)
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.json'])
  })
  test('is made again where anything in the file was changed', () => {
    const file = join(folder, 'b.json')
    ask(file, 'a')
    const good = readFileSync(file)
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bad = Buffer.from(good)
        bad[at] = (bad[at] ?? 0) ^ change
        writeFileSync(file, bad)
        expect(ask(file, 'a')).toEqual({ value: ['a', 'line\nend “…”'], isMade: true })
      }),
    )
    writeFileSync(file, good.subarray(0, -1))
    expect(ask(file, 'a').isMade).toBe(true)
    writeFileSync(file, '')
    expect(ask(file, 'a').isMade).toBe(true)
  })
  test('is made every time where it cannot be written', () => {
    const file = join(folder, 'c')
    writeFileSync(file, 'a file, not a folder')
    const below = join(file, 'd.json')
    expect([ask(below, 'a').isMade, ask(below, 'a').isMade]).toEqual([true, true])
  })
})

describe('a library', () => {
  const cache = join(folder, 'library.json')
  const questions = readQuestions('test/fixtures/questions-dev.jsonl')
  const answersOf = ({ search }: Library): unknown =>
    questions.map(({ question }) => [search.ask(question), search.suggest(question.slice(0, 9))])
  test('answers the same from what was kept', () => {
    const first = openLibrary(readConfig({}), cache)
    const written = readFileSync(cache)
    const second = openLibrary(readConfig({}), cache)
    expect(readFileSync(cache).equals(written)).toBe(true)
    expect(second.speech).toEqual(first.speech)
    expect(answersOf(second)).toEqual(answersOf(first))
  })
  test('is of the files as they are now', () => {
    const SPEECH = join(folder, 'speech.md')
    const text = readFileSync('test/fixtures/gettysburg.md', 'utf8')
    const spoken = (words: string): string | undefined => {
      writeFileSync(SPEECH, text.replace('Four score', words))
      return openLibrary(readConfig({ SPEECH }), cache).speech.paragraphs[0]?.text.slice(0, 20)
    }
    expect(spoken('Four score')).toMatch(/^Four score/u)
    expect(spoken('Five score')).toMatch(/^Five score/u)
  })
})
