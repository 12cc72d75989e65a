import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import type { Context, Options } from '../src/command.ts'
import { createDeck } from '../src/deck.ts'
import { cut } from '../src/discord/cut.ts'
import { drawMessage, paginate } from '../src/discord/draw.ts'
import { escapeText, markdown } from '../src/discord/markdown.ts'
import { registrations } from '../src/discord/register.ts'
import { createDispatch } from '../src/dispatch.ts'
import { languages } from '../src/language/languages.ts'
import { speak } from '../src/language/say.ts'
import { asTyped, type Block, type Reply, type Text } from '../src/reply.ts'
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
    ...speech.paragraphs.flatMap(({ number }) =>
      ['p', 'x', 'c', 'y'].map((view) => `section.${view}${number}`),
    ),
    'section.p1-21',
    'section.c1-21',
    'section.y1-21',
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
      ...speech.paragraphs.map(({ sentences }): [string, Options] => [
        'ask',
        { question: sentences[0] },
      ]),
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

test('what stands on a page has the same space everywhere', () => {
  const say = speak(languages['en-GB'] ?? ({} as never), 'en-GB')
  const context: Context = { speech, search, say, deck: createDeck(), channel: 'c' }
  // the last text says who speaks
  const [list, attribution] = paginate(dispatch.press('section.o', context).blocks, say)[0] ?? []
  expect(attribution).toContain(speech.speaker)
  for (const { number, title } of speech.sections)
    expect(list).toContain(`\n**§${number}** ${title} · `)
  expect(list).not.toContain('\n\n')
  const [places, ...others] = paginate(dispatch.press('find.fChina', context).blocks, say)[0] ?? []
  expect(others).toHaveLength(1)
  expect(places?.split('\n\n').slice(1)).toEqual(places?.match(/^-# .*\n> .*$/gmu))
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
  test('so is its bare text, above which it says so', () => {
    const { blocks } = dispatch.press('section.y61', context)
    const copies = paginate(blocks, say).flatMap((page) =>
      page.filter((text) => text.includes('```')),
    )
    expect(copies.length).toBeGreaterThan(2)
    for (const [index, text] of copies.entries()) {
      expect(text.includes('The paragraph began before this.')).toBe(index > 0)
      expect(text.includes('The paragraph goes on.')).toBe(index < copies.length - 1)
    }
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

/** Any text: of every length, with and without spaces, with characters of many marks. */
const anyText = fc
  .tuple(
    fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.constantFrom(
        'word ',
        '* ',
        'a',
        '👩‍👩‍👧‍👦',
        'e\u0301',
        `a${'\u0300'.repeat(200)}`,
        '“Mot juste.” ',
      ),
    ),
    fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 9_000 })),
  )
  .map(([text, times]) => text.repeat(times).slice(0, 9_000))
const anyInline: fc.Arbitrary<Text> = fc
  .tuple(
    anyText,
    fc.array(
      fc.oneof(
        anyText,
        anyText.map((em) => ({ em })),
        anyText.map((strong) => ({ strong })),
        anyText.map((struck) => ({ struck })),
        fc.oneof(anyText, fc.constant(speech.source)).map((url) => ({ url })),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([first, others]) => [first, ...others])
const strongText = fc
  .tuple(anyText, fc.array(fc.nat(9_000), { maxLength: 40 }))
  .map(([text, at]) => {
    const ends = [...at].sort((a, b) => a - b).filter((end) => end < text.length)
    const strong = ends.slice(1).flatMap((end, index) => {
      const start = ends[index] ?? 0
      return index % 2 === 0 ? [{ start, end }] : []
    })
    return { text, strong }
  })
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'text' as const), text: anyInline }),
  fc.record({ kind: fc.constant('note' as const), text: anyInline, onEveryPage: fc.boolean() }),
  fc
    .tuple(anyText, strongText)
    .map(([reference, text]): Block => ({ kind: 'passage', reference, ...text })),
  fc.tuple(anyText, strongText).map(([reference, text]): Block => ({
    kind: 'excerpt',
    reference,
    before: '… ',
    ...text,
    after: ' …',
  })),
  fc.record({ kind: fc.constant('aside' as const), text: anyText }),
  fc.record({ kind: fc.constant('copy' as const), label: anyText, text: anyText }),
)
const anyPress = fc.integer({ min: 0, max: 999 }).map((number) => `section.p${number}`)
const anyReply: fc.Arbitrary<Reply> = fc.record({
  command: fc.constant('any'),
  blocks: fc.array(anyBlock, { minLength: 1, maxLength: 25 }),
  actions: fc.array(fc.array(fc.record({ label: anyText, press: anyPress }), { maxLength: 7 }), {
    maxLength: 5,
  }),
  menu: fc.record({
    label: anyText,
    choices: fc.array(fc.record({ label: anyText, detail: anyText, press: anyPress }), {
      maxLength: 150,
    }),
  }),
  address: fc.constantFrom('section.p1', undefined as never),
  data: fc.constant({}),
})

test('any reply is inside the limits on every page, also when it is shared', () => {
  const say = speak(languages['en-GB'] ?? ({} as never), 'en-GB')
  const sharedBy = { type: 10, content: escapeText(`Shared by ${'*'.repeat(32)}`) }
  fc.assert(
    fc.property(anyReply, (reply) => {
      const pages = paginate(reply.blocks, say).length
      for (let page = 1; page <= pages; page++) {
        checkMessage([sharedBy, ...drawMessage(reply, { page, private: true, say })])
        checkMessage(drawMessage(reply, { page, private: false, say }))
      }
    }),
  )
})

test('the fullest reply is inside the limits', () => {
  const say = speak(languages['en-GB'] ?? ({} as never), 'en-GB')
  const number = (length: number): number[] => Array.from({ length }, (_, at) => at)
  const reply: Reply = {
    blocks: [
      ...number(20).map((at): Block => ({
        kind: 'text',
        text: [`Text ${at}. ${'word '.repeat(80)}`],
      })),
      ...number(3).map((): Block => ({ kind: 'note', onEveryPage: true, text: ['Who speaks'] })),
    ],
    actions: number(3).map((row) =>
      number(5).map((at) => ({ label: `B${at}`, press: `section.p${row}${at}` })),
    ),
    menu: {
      label: 'Menu',
      choices: number(100).map((at) => ({ label: `C${at}`, detail: 'D', press: `section.p${at}` })),
    },
    address: 'section.o',
    data: {},
  }
  const sharedBy = { type: 10, content: 'Shared by Alice' }
  checkMessage([sharedBy, ...drawMessage(reply, { page: 2, private: true, say })])
})

test('a paragraph of any form is cut into pages without a loss, and each cut is marked', () => {
  const say = speak(languages['en-GB'] ?? ({} as never), 'en-GB')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '*', '😀', 'e\u0301', '字'), minLength: 1 }),
      fc.integer({ min: 1, max: 20_000 }),
      (some, times) => {
        const text = `${some.repeat(Math.ceil(times / some.length)).trim()}.`
        const pages = paginate([{ kind: 'passage', reference: '¶1', text, strong: [] }], say)
        const parts = pages.flat().map((page) => page.replace(/^-# ¶1\n> /u, ''))
        for (const [index, part] of parts.entries()) {
          expect(part.startsWith('… ')).toBe(index > 0)
          expect(part.endsWith(' …')).toBe(index < parts.length - 1)
        }
        const shown = parts.map((part) => part.replace(/^… | …$/gu, '').replaceAll('\\', ''))
        expect(shown.join('')).toBe(text)
        for (const part of shown) expect(part).not.toMatch(/^\u0301|\p{Cs}/u)
      },
    ),
  )
})

describe('a label', () => {
  test.each([
    ['a'.repeat(100), 'a'.repeat(100)],
    ['a'.repeat(101), `${'a'.repeat(99)}…`],
    // a character of two units does not fit into the last one
    [`${'a'.repeat(98)}😀aa`, `${'a'.repeat(98)}…`],
    [`${'a'.repeat(97)}😀aa`, `${'a'.repeat(97)}😀…`],
    // nor does one of several, which is left out whole
    [`${'a'.repeat(98)}e\u0301\u0302aa`, `${'a'.repeat(98)}…`],
    [`${'a'.repeat(95)}👩‍👩‍👧‍👦aa`, `${'a'.repeat(95)}…`],
    // more marks than fit
    [`a${'\u0300'.repeat(200)}`, `a${'\u0300'.repeat(98)}…`],
  ])('is cut only where it is too long: %#', (label, expected) => {
    expect(cut(label, 100)).toBe(expected)
  })
  test('keeps as much as fits, whatever it is', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 10, max: 100 }), (label, limit) => {
        const short = cut(label, limit)
        expect(short.length).toBeLessThanOrEqual(limit)
        expect(label.startsWith(short.replace(/…$/u, ''))).toBe(true)
        if (label.length <= limit) expect(short).toBe(label)
        else expect(/\p{Cs}/u.test(short) && !/\p{Cs}/u.test(label)).toBe(false)
      }),
    )
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

/** What Discord's Markdown knows, whole and in parts. */
// prettier-ignore
const MARKUP = [
  '*', '**', '_', '__', '~~', '`', '```', '||', '\\', '\n', ' ', 'a', '1', '12', '://',
  '# ', '## ', '-# ', '- ', '+ ', '* ', '1. ', '2) ', '.', ')', '-', '+', '> ', '>>> ',
  '@everyone', '@here', '<@1>', '<@&1>', '<#1>', '</ask:1>', '<t:0:R>', '<id:home>',
  '<:a:1>', '<a:b:1>', ':', ':smile:', ':piñata:', ':+1:', ':wave::skin-tone-2:',
  '[a](b)', '[', '](', 'https', 'http://a.b', 'steam://a', 'discord', 'DISCORDAPP',
  '.gg', '.com/invite/a', 'discord.gg/a', 'DISCORD.GG/a',
]

describe('escaping', () => {
  const markup = fc
    .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''))

  test('leaves every word as it was', () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(escapeText(text).replace(/\\([^\p{L}\p{N}\s])/gu, '$1')).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['a mark of formatting, of a mention or of a masked link', /[\\*_~`|<>[\]@#]/u],
    ['a list', /^\s*(?:[-+]|\d+[.)])\s/mu],
    ['an address', /\w:\/\//u],
    ['an invitation', /discord(?:app)?\.(?:gg|com)/iu],
    ['an emoji', /:[^\s:\0]+:/u],
  ])('leaves nothing that Discord takes for %s', (_, live) => {
    fc.assert(
      fc.property(markup, (text) => {
        // what Discord takes as escaped is no mark any more
        const left = escapeText(text.replaceAll('\0', '')).replace(/\\[^0-9A-Za-z\s]/gu, '\0')
        expect(left).not.toMatch(live)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['https://example.org/a_b_(c)?d=*e*', '<https://example.org/a_b_(c)?d=*e*>'],
    ['https://example.org/ @everyone', String.raw`https\://example.org/ \@everyone`],
    ['a *book*', String.raw`a \*book\*`],
  ])('makes a link of an address of the bot’s own only: %s', (url, expected) => {
    expect(markdown([{ url }])).toBe(expected)
    expect(markdown([url])).toBe(escapeText(url))
  })

  test.each([
    'Plain words, a comma; a dash - and a hyphen-ated word (in brackets) at 10:30.',
    'We have 1.4 billion people. In 2020: 2.3 percent.',
    '“Quotation”, ‘another’ — and so on …',
  ])('adds nothing to "%s"', (text) => {
    expect(escapeText(text)).toBe(text)
  })
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
