import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import type { Options } from '../src/command.ts'
import { help, runConsole, runJson } from '../src/console/console.ts'
import { parseLine } from '../src/console/parse.ts'
import { speech, dispatch, contextOf } from './commands/asking.ts'

describe('the console', () => {
  test.each<[string, string, Options]>([
    ['/ask what about Taiwan', 'ask', { question: 'what about Taiwan' }],
    ['what about Taiwan', 'ask', { question: 'what about Taiwan' }],
    ['/quote short:true', 'quote', { short: true }],
    ['/quote section:first point short:true', 'quote', { section: 'first point', short: true }],
    ['/find exact:true mutual respect', 'find', { words: 'mutual respect', exact: true }],
    [
      '/find words:peace and development exact:true cooperation',
      'find',
      { words: 'peace and development cooperation', exact: true },
    ],
    [
      '/ask question:Taiwan private:true and Tibet',
      'ask',
      { question: 'Taiwan and Tibet', private: true },
    ],
    ['/find peace words:"and war" words:or not', 'find', { words: 'peace and war or not' }],
    // the marks around all of it are the console's, those of quotations are not
    ['/check quote:"a b c"', 'check', { quote: 'a b c' }],
    ['/check quote:"a b" and "c d"', 'check', { quote: '"a b" and "c d"' }],
    ['/ASK private:maybe hm', 'ask', { question: 'hm', private: 'maybe' }],
    ['/section', 'section', {}],
    ['/about private:true', 'about', { private: true }],
    ['/quote short: true', 'quote', { short: true }],
    ['/check quote: a b c private: yes', 'check', { quote: 'a b c', private: true }],
    [
      '/ask is this question: or the other private: or not',
      'ask',
      { question: 'is this question: or the other private: or not' },
    ],
  ])('reads %s', (line, command, options) => {
    expect(parseLine(line, commands)).toEqual({ command, options })
  })
  const run = async (lines: string, json: boolean): Promise<string> => {
    const input = new PassThrough()
    const output = new PassThrough()
    input.end(lines)
    const paper = () => ({ width: 60, colour: false })
    await (json
      ? runJson(dispatch, contextOf(), { input, output })
      : runConsole(dispatch, contextOf(), { input, output, interactive: false, paper }))
    output.end()
    return Buffer.concat(await output.toArray()).toString()
  }
  test('answers, presses actions by number, and wraps without colour', async () => {
    const shown = await run('/section ¶13\n2\n/help\n/nope\n', false)
    expect(shown).toContain('knife and fork')
    expect(shown).toContain('§3.1 First: mutual respect · ¶14')
    expect(shown).toContain(help(dispatch))
    expect(shown).toContain('There is no command /nope')
    expect(shown).not.toContain('\u001b')
    expect(
      shown
        .split('\n')
        .filter(
          (line) =>
            line.length > 60 &&
            !line.startsWith('/') &&
            !line.startsWith('    ') &&
            !line.startsWith('A '),
        ),
    ).toEqual([])
  })
  test('after a citation and a copy the numbers still press the passage', async () => {
    const shown = await run('/section ¶13\n4\n5\n99\n2\n', false)
    expect(shown).toContain('Cite §3.1 First: mutual respect · ¶13')
    expect(shown).toContain('There is no button 99')
    expect(shown).toContain('§3.1 First: mutual respect · ¶14')
  })
  test('says in whole sentences what is missing or too long', async () => {
    const shown = await run(`/find\n/find ${'word '.repeat(50)}\n`, false)
    expect(shown).toContain('/find needs something after it. A word or a phrase;')
    expect(shown).toContain('Too long: at most 200 characters for words.')
  })
  test('gives one JSON object a line with the fields of the interface', async () => {
    const lines = (
      await run(
        '/ask what about Taiwan\n/ask Huawei\n/section\n/check we have no intention\n/check x\n/nope\n/ask\n',
        true,
      )
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map((line) => Object.keys(line))).toEqual([
      ['command', 'verdict', 'passages', 'notes'],
      ['command', 'verdict', 'passages', 'notes'],
      ['command', 'title', 'sections', 'passages'],
      ['command', 'verdict', 'passages', 'differences', 'quotations', 'leftOut', 'notes'],
      ['command', 'error', 'passages', 'differences', 'quotations', 'leftOut', 'notes'],
      ['command', 'error'],
      ['command', 'error'],
    ])
    const [first] = (lines[0] ?? {})['passages'] as unknown[]
    expect(first).toMatchObject({
      paragraph: 14,
      section: '3.1',
      title: 'First: mutual respect',
      text: speech.paragraphs[13]?.text,
    })
  })
})
