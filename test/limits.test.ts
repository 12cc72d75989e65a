import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import type { Context, Options } from '../src/command.ts'
import { createDeck } from '../src/deck.ts'
import { drawMessage, paginate } from '../src/discord/draw.ts'
import { escapeText } from '../src/discord/markdown.ts'
import { registrations } from '../src/discord/register.ts'
import { createDispatch } from '../src/dispatch.ts'
import { languages } from '../src/language/languages.ts'
import { speak } from '../src/language/say.ts'
import { asTyped } from '../src/reply.ts'
import { openSearch } from '../src/search/search.ts'
import { openSpeech, parseSpeech } from '../src/speech/parse.ts'
import { checkMessage } from './fuzz/properties.ts'

const speech = openSpeech('data/speech.md')
const search = openSearch(speech)
const dispatch = createDispatch(commands, (error) => {
  throw error
})

describe.each(Object.entries(languages))('in %s', (locale, language) => {
  const say = speak(language, locale)
  const context: Context = { speech, search, say, deck: createDeck(), channel: 'c' }
  const presses = [
    'section.o',
    ...speech.sections.flatMap(({ number }) => [
      `section.s${number}`,
      `quote.p${number}`,
      `quote.s${number}`,
    ]),
    ...speech.paragraphs.flatMap(({ number, sentences }) => [
      ...['p', 'x', 'c', 'y'].map((verb) => `section.${verb}${number}`),
      ...sentences.map((_, sentence) => `section.q${number}.${sentence}`),
      `ask.a${number}.0,${(number % 21) + 1}.0,${((number + 1) % 21) + 1}.0,${((number + 2) % 21) + 1}.0`,
    ]),
    'section.l1-21',
    'find.fthe',
    'find.fChina',
  ]
  test('every page of every view is inside the limits', () => {
    for (const press of presses) {
      const reply = dispatch.press(press, context)
      expect(reply.data['error'], press).toBeUndefined()
      const pages = paginate(reply.blocks, say).length
      for (let page = 1; page <= pages; page++) {
        for (const isPrivate of [true, false])
          checkMessage(drawMessage(reply, { page, private: isPrivate, say }))
      }
    }
  })
  test('so are the longest answers that no button leads to', () => {
    const spoken = speech.paragraphs.map(({ text }) => text).join(' ')
    const answers: [string, Options][] = [
      ['about', {}],
      ['ask', { question: 'how many sections are there' }],
      ['ask', { question: 'zebra '.repeat(160) }],
      ['ask', { question: 'misspeled '.repeat(100) }],
      // exact over many paragraphs, abridged into many pieces, altered all over, absent
      ['check', { quote: spoken.slice(0, 4000) }],
      ['check', { quote: spoken.split(' ').slice(0, 500).join(' ').replaceAll(' and ', ' … ') }],
      ['check', { quote: spoken.slice(0, 3000).replaceAll(' the ', ' *teh* ') }],
      ['check', { quote: '*zebra* '.repeat(500) }],
      ['section', { section: '*'.repeat(100) }],
      ['quote', { section: '_'.repeat(100) }],
      ['find', { words: '~'.repeat(200) }],
    ]
    for (const [name, options] of answers) {
      const reply = dispatch.answer(name, options, context)
      const pages = paginate(reply.blocks, say).length
      for (let page = 1; page <= pages; page++)
        checkMessage(drawMessage(reply, { page, private: reply.private === true, say }))
    }
  })
})

test('the pages of a long section lose nothing', () => {
  const say = speak(languages['en-GB'] ?? ({} as never), 'en-GB')
  const reply = dispatch.press('section.s2', {
    speech,
    search,
    say,
    deck: createDeck(),
    channel: 'c',
  })
  const pages = paginate(reply.blocks, say)
  expect(pages.length).toBeGreaterThan(1)
  // each page alone may be shared
  for (const page of pages) expect(page.join('\n')).toContain(speech.speaker)
  const shown = pages.flat().join('\n').replaceAll('\\', '')
  for (const number of [3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(shown).toContain(speech.paragraphs[number - 1]?.text)
})

describe('another speech, larger than Discord shows at once', () => {
  const long = Array.from({ length: 900 }, (_, at) => `word${at} *and* more`).join(' ')
  const source = [
    '---\ntitle: T\nspeaker: S P\noffice: O\noccasion: C\ndate: 2020-02-03\nsource: X\n---',
    ...Array.from(
      { length: 60 },
      (_, at) => `## ${at + 1} Title ${at + 1}\n\nThe paragraph ${at + 1}.`,
    ),
    `## 61 Long\n\n${long.replaceAll('*', String.raw`\*`)}`,
  ].join('\n\n')
  const other = parseSpeech(source, 'f.md')
  const say = speak(languages['en-GB'] ?? ({} as never), 'en-GB')
  const context: Context = {
    speech: other,
    search: openSearch(other),
    say,
    deck: createDeck(),
    channel: 'c',
  }
  test('a paragraph longer than a page is cut where it says so, and loses nothing', () => {
    const reply = dispatch.press('section.p61', context)
    const pages = paginate(reply.blocks, say)
    expect(pages.length).toBeGreaterThan(2)
    const quoted = pages.flatMap((page, index) => {
      checkMessage(drawMessage(reply, { page: index + 1, private: false, say }))
      return page.filter((text) => text.includes('\n> '))
    })
    for (const [index, text] of quoted.entries()) {
      expect(text.includes('> … '), 'goes on from before').toBe(index > 0)
      expect(text.endsWith(' …'), 'goes on').toBe(index < quoted.length - 1)
    }
    const words = quoted.map((text) => text.replace(/^.*\n> (?:… )?/u, '').replace(/ …$/u, ''))
    expect(words.join('').replaceAll('\\', '')).toBe(long)
  })
  test('every section and every paragraph found is in a menu', () => {
    for (const press of ['section.o', 'find.fparagraph']) {
      const reply = dispatch.press(press, context)
      const message = drawMessage(reply, { page: 1, private: false, say })
      checkMessage(message)
      const values = [...JSON.stringify(message).matchAll(/"value":"([^"]+)"/gu)].map(([, v]) => v)
      expect(values, press).toEqual(reply.menu?.choices.map((choice) => choice.press))
      expect(values.length).toBeGreaterThan(50)
    }
  })
})

test('what is registered is inside the limits, in every language', () => {
  for (const command of registrations(commands)) {
    const texts = [command, ...('options' in command ? (command.options ?? []) : [])]
    for (const text of texts) {
      const record = text as unknown as Record<string, unknown>
      for (const description of [
        record['description'],
        ...Object.values((record['description_localizations'] ?? {}) as Record<string, string>),
      ]) {
        if (description === undefined) continue
        expect(description).toEqual(expect.stringMatching(/^.{1,100}$/su))
      }
      for (const name of [
        record['name'],
        ...Object.values((record['name_localizations'] ?? {}) as Record<string, string>),
      ])
        expect(String(name).length).toBeLessThanOrEqual(32)
    }
  }
})

test('escaping leaves the words, and no mark alive', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeText(text)
      expect(escaped.replace(/\\([^\p{L}\p{N}\s])/gu, '$1')).toBe(text)
      expect(escaped.replace(/\\./gsu, '')).not.toMatch(/[*_~`|<>[\]@#]/u)
    }),
  )
})

test('what was typed is shown on one short line, without control or bidirectional characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const shown = asTyped(text)
      expect(Array.from(shown).length).toBeLessThanOrEqual(80)
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    }),
  )
})
