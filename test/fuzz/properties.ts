import fc from 'fast-check'
import { commands } from '../../commands/index.ts'
import type { Context } from '../../src/command.ts'
import { drawText } from '../../src/console/draw.ts'
import { parseLine } from '../../src/console/parse.ts'
import { createDeck } from '../../src/deck.ts'
import { drawMessage, readCustomId } from '../../src/discord/draw.ts'
import { LIMITS } from '../../src/limits.ts'
import { createDispatch } from '../../src/dispatch.ts'
import { english } from '../../src/language/say.ts'
import { Problem } from '../../src/problem.ts'
import type { Reply } from '../../src/reply.ts'
import { openEditorial, parseEditorial } from '../../src/search/editorial.ts'
import { openSearch } from '../../src/search/search.ts'
import { openThesaurus, parseThesaurus } from '../../src/search/thesaurus.ts'
import { openSpeech, parseSpeech } from '../../src/speech/parse.ts'

const speech = openSpeech('data/speech.md')
const search = openSearch(
  speech,
  openEditorial('data/editorial.yaml', speech),
  openThesaurus('data/thesaurus.txt'),
)
search.prepare() // as the bot does
const failures: unknown[] = []
const dispatch = createDispatch(commands, (error) => failures.push(error))
const context: Context = { speech, search, say: english, deck: createDeck(), channel: 'fuzz' }

const NASTY = [
  '@everyone',
  '<@123456789012345678>',
  '<@&1>',
  '<#1>',
  '<:a:123456789012345678>',
  '[x](https://evil.example)',
  'https://evil.example',
  'discord.gg/abc',
  ':smile:',
  '**bold**',
  '`code`',
  '```',
  '# heading',
  '-# small',
  '> quote',
  '- list',
  '1. list',
  '||spoiler||',
  '~~no~~',
  '\\',
  '\u001b[31m',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00',
  'a\u0300\u0301\u0302\u0303',
  '(a+)+$',
  '.*.*.*=.*',
  '…',
  '. . .',
  '“',
  '”',
  '§',
  '¶',
  '13-99999999',
  '\0',
  '<t:0:R>',
]
const words = speech.paragraphs.flatMap(({ text }) => text.split(' '))

/** What people may type: any Unicode, words of the speech, marks that could do harm, long or short. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...words) },
        fc.constantFrom(...NASTY),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 12 }).map((parts) => parts.join('')),
  // a long stretch of the speech, out of order or with words left out
  fc
    .tuple(
      fc.subarray(words, { minLength: 100, maxLength: 600 }),
      fc.constantFrom(' ', ' … ', '. '),
    )
    .map(([parts, between]) => parts.join(between)),
  fc.shuffledSubarray(words, { minLength: 100, maxLength: 600 }).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom(...NASTY, ...words.slice(0, 20)), fc.integer({ min: 100, max: 3000 }))
    .map(([text, times]) => text.repeat(times).slice(0, 6000)),
)
const flag = fc.constantFrom(true, false, undefined)

/** The longest time that one reply has taken, in milliseconds, and what was asked. */
export const slowest = { ms: 0, of: '' }

/** Each property with its name; `runs` of them find what one of them would not. */
export const properties: readonly (readonly [
  string,
  fc.IProperty<[never]> | fc.IRawProperty<unknown>,
])[] = [
  [
    'any options of any command',
    fc.property(
      fc.constantFrom(...commands),
      fc.array(fc.oneof(typed, flag), { minLength: 3, maxLength: 3 }),
      ({ declaration }, values) => {
        const options = Object.fromEntries(
          declaration.options.map(({ name, type }, index) => [
            name,
            type === 3 ? String(values[index] ?? '') : values[index] === true,
          ]),
        )
        check(`/${declaration.name} ${JSON.stringify(options)}`, () =>
          dispatch.answer(declaration.name, options, context),
        )
      },
    ),
  ],
  [
    'any custom id',
    fc.property(
      fc.oneof(
        typed.map((text) => text.slice(0, 100)),
        fc
          .tuple(
            fc.constantFrom(
              'ask',
              'quote',
              'section',
              'find',
              'check',
              '@2:section',
              '@999:find',
              '!menu',
            ),
            fc.constantFrom('', 'p', 's', 'x', 'c', 'y', 'o', 'e', 'f'),
            fc.oneof(
              typed,
              fc.integer().map(String),
              fc.constantFrom('1.1', '14', '3', '3.1', '1-21'),
            ),
          )
          .map(([command, verb, rest]) => `${command}.${verb}${rest}`.slice(0, 100)),
      ),
      (customId) => {
        const { page, press } = readCustomId(customId)
        check(customId, () => dispatch.press(press, context), page)
      },
    ),
  ],
  [
    'any line of the console',
    fc.property(
      fc.tuple(
        fc.constantFrom(
          '',
          '/',
          '/ask ',
          '/section ',
          '/quote short:',
          '/find exact:true ',
          '/check quote:',
        ),
        typed,
      ),
      ([start, text]) => {
        const { command, options } = parseLine(start + text, commands)
        check(start + text, () => dispatch.answer(command, options, context))
      },
    ),
  ],
  [
    'any autocomplete',
    fc.property(fc.constantFrom('ask', 'section', 'quote'), typed, (name, text) => {
      const choices = dispatch.suggest(name, text, context)
      if (
        choices.length > LIMITS.CHOICES ||
        choices.some((choice) => choice.length === 0 || choice.length > LIMITS.CHOICE)
      )
        throw new Error('a choice is outside the limits')
    }),
  ],
  [
    'any data file',
    fc.property(
      fc.constantFrom(
        '---\ntitle: a\nspeaker: b\noffice: c\noccasion: d\ndate: 2020-01-01\nsource: e\n---\n\n## 1 A\n\n',
        'paragraphs:\n  1:\n    topics: [',
        'a, b => ',
        '',
      ),
      typed,
      (start, text) => {
        for (const read of [
          () => parseSpeech(start + text, 'f'),
          () => parseEditorial(start + text, 'f', speech),
          () => parseThesaurus(start + text, 'f'),
        ]) {
          try {
            read()
          } catch (error) {
            if (!(error instanceof Problem)) throw error
          }
        }
      },
    ),
  ],
]

/** Milliseconds from which on a reply is made again, to tell its own time from a pause. */
const PAUSE = 20

function timed(answer: () => Reply, page: number): [Reply, unknown, number] {
  const start = performance.now()
  const reply = answer()
  const components = drawMessage(reply, { page, private: reply.private === true, say: english })
  return [reply, components, performance.now() - start]
}

function check(asked: string, answer: () => Reply, page = 1): void {
  const [reply, components, once] = timed(answer, page)
  let ms = once
  // what takes long once may be the machine's pause; what is slow is slow again
  if (ms > PAUSE) for (let again = 0; again < 2; again++) ms = Math.min(ms, timed(answer, page)[2])
  if (ms > slowest.ms) Object.assign(slowest, { ms, of: asked.slice(0, 80) })
  if (failures.length > 0) throw failures.pop()
  checkMessage(components)
  const drawn = drawText(reply, { width: 80, colour: false })
  // eslint-disable-next-line no-control-regex -- control sequences are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u.test(drawn))
    throw new Error('a control character on the terminal')
  JSON.parse(JSON.stringify(reply.data))
}

/** Throws where a message is outside Discord's limits, or something in it is alive. */
export function checkMessage(components: unknown): void {
  let [text, count] = [0, 0]
  const ids = new Set<string>()
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(visit)
    if (typeof part !== 'object' || part === null) return
    const component = part as Record<string, unknown>
    if (typeof component['type'] === 'number') count++
    if (typeof component['content'] === 'string') {
      const content = component['content']
      if (content === '') throw new Error('an empty text')
      text += content.length
      // what stands in a code block is not alive, and the source of the speech may be
      const open = content.replace(/```[\s\S]*?```/gu, '').replaceAll(`<${speech.source}>`, '')
      for (const live of [
        /(?<!\\)@(?:everyone|here)/u,
        /(?<!\\)<[@#:t/a]/u,
        /https?:\/\//iu,
        /(?<!\\)\]\(/u,
        /discord\.gg/iu,
        /(?<!\\):smile:/u,
      ]) {
        if (live.test(open)) throw new Error(`alive: ${String(live)} in ${content.slice(0, 200)}`)
      }
    }
    if (typeof component['custom_id'] === 'string') {
      const id = component['custom_id']
      if (id.length < 1 || id.length > LIMITS.CUSTOM_ID || ids.has(id))
        throw new Error(`custom id ${id}`)
      ids.add(id)
    }
    if (
      typeof component['label'] === 'string' &&
      'custom_id' in component &&
      (component['label'].length < 1 || component['label'].length > LIMITS.LABEL)
    )
      throw new Error('a label')
    if (Array.isArray(component['options'])) {
      const options = component['options'] as Record<string, string>[]
      if (options.length < 1 || options.length > LIMITS.CHOICES) throw new Error('a menu')
      for (const text of options.flatMap((option) => Object.values(option)))
        if (text.length < 1 || text.length > LIMITS.CHOICE) throw new Error(`a choice "${text}"`)
    }
    if (component['type'] === 1 && (component['components'] as unknown[]).length > LIMITS.ROW)
      throw new Error('a row')
    visit(component['components'])
  }
  visit(components)
  if (text > LIMITS.TEXT) throw new Error(`${text} characters`)
  if (count > LIMITS.COMPONENTS) throw new Error(`${count} components`)
}
