import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSearch } from '../src/search/search.ts'
import { openSpeech, parseSpeech } from '../src/speech/parse.ts'
import { findPlace, suggestSections } from '../src/speech/references.ts'
import { splitSentences } from '../src/speech/sentences.ts'
import { paragraphsOf, referenceTo } from '../src/speech/speech.ts'

const speech = openSpeech('data/speech.md')
const words = (text: string): string[] => text.split(/\s+/u).filter(Boolean)

describe('data/speech.md', () => {
  test('has the words of the source, in order, and nothing of the page around them', () => {
    const source = readFileSync('test/fixtures/speech-source.txt', 'utf8')
    const from = source.indexOf('Distinguished Guests,')
    const to = source.indexOf('Thank you!') + 'Thank you!'.length
    const text = speech.sections.flatMap((section) => [
      ...(section.spokenTitle ? [section.title] : []),
      ...section.lines.map((line) =>
        line.kind === 'aside' ? line.text : (speech.paragraphs[line.paragraph - 1]?.text ?? ''),
      ),
    ])
    expect(words(text.join('\n'))).toEqual(words(source.slice(from, to)))
  })
  test('has 21 paragraphs in the sections of the design', () => {
    expect(speech.paragraphs).toHaveLength(21)
    expect(
      Object.fromEntries(
        speech.sections.map(({ number }) => [number, paragraphsOf(speech, number)]),
      ),
    ).toEqual({
      1: [1, 2],
      2: [3, 4, 5, 6, 7, 8, 9, 10, 11],
      2.1: [4],
      2.2: [5, 6],
      2.3: [7],
      2.4: [8],
      2.5: [9],
      2.6: [10],
      2.7: [11],
      3: [12, 13, 14, 15, 16, 17, 18, 19, 20],
      3.1: [13, 14],
      3.2: [15, 16],
      3.3: [17, 18],
      3.4: [19, 20],
      4: [21],
    })
    expect(referenceTo(speech, 14)).toBe('§3.1 First: mutual respect · ¶14')
  })
  test('splits into the sentences of the reviewed list', () => {
    const listed = readFileSync('test/fixtures/sentences.txt', 'utf8').trim().split('\n')
    expect(
      speech.paragraphs.flatMap(({ number, sentences }) => [
        `¶${number}`,
        ...sentences.map((sentence) => sentence.trim()),
      ]),
    ).toEqual(listed)
  })
})

describe('references', () => {
  test.each<[string, unknown]>([
    ['first paragraph', [1]],
    ['14th paragraph', [14]],
    ['paragraph fourteen', [14]],
    ['the last paragraph', [21]],
    ['from 12 to 14', [12, 13, 14]],
    ['third section', '3'],
    ['part 2', '2'],
    ['Part Two', '2'],
    ['the second point', '3.2'],
    ['2.1 Democracy', '2.1'],
    ['§2.1 Democracy', '2.1'],
    ['-1', 'unknown'],
    ['§¶3', 'unknown'],
    ['§3.1, ¶13', [13]],
    ['two last paragraphs', [20, 21]],
    ['the 3 last points', [15, 16, 17, 18, 19, 20]],
  ])('%s', (typed, expected) => {
    const place = findPlace(speech, typed)
    expect(
      place.kind === 'paragraphs'
        ? place.numbers
        : place.kind === 'section'
          ? place.number
          : place.kind,
    ).toEqual(expected)
  })
  test('paragraphs of paragraphs take no time', () => {
    const typed = `${'1 para of '.repeat(40)}it${' 1 para'.repeat(40)}`
    expect(findPlace(speech, typed).kind).toBe('unknown')
  })
  test('a title that begins with a number', () => {
    const source = readFileSync('test/fixtures/gettysburg.md', 'utf8')
    const other = parseSpeech(source.replace(/^## 1 .*$/mu, '## 1 1863 in review'), 'f.md')
    const [label = ''] = suggestSections(other, '')
    expect(label).toBe('§1 1863 in review')
    expect(findPlace(other, label)).toEqual({ kind: 'section', number: '1' })
  })
})

describe('sentences', () => {
  test('join back to the paragraph exactly, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => splitSentences(text).join('') === text,
      ),
    )
    for (const { text, sentences } of speech.paragraphs) expect(sentences.join('')).toBe(text)
  })
  test.each([
    ['The U.S. policy changed. It did.', 2],
    ['He lives in the U.S. The rest is history.', 2],
    ['Dr. Henry Kissinger came. He left.', 2],
    ['It topped $7.8 trillion last year. Good.', 2],
    ['“Do unto others,” he said, “as you would.” That is all.', 2],
    ['Well ... we shall see. Yes.', 2],
    ['Fruit, e.g. apples, is fine.', 1],
  ])('%s', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count)
  })
})

describe('a broken speech is refused with its line and what to do', () => {
  const front =
    '---\ntitle: T\nspeaker: S\noffice: O\noccasion: C\ndate: 2020-02-03\nsource: X\n---\n'
  test.each([
    ['## 1 A\n\nText.', /^f\.md:1: there is no front matter\. Begin/u],
    [
      front.replace('office: O\n', ''),
      /^f\.md:1: the front matter has no text for office\. Add a line/u,
    ],
    [front.replace('2020-02-03', '3 Feb 2020'), /^f\.md:6: "3 Feb 2020" is not a date/u],
    [
      `${front}\nText.\n\n## 1 A\n\nText.`,
      /^f\.md:10: there is a paragraph before the first heading/u,
    ],
    [
      `${front}\n## 1 A\n\nText.\n\n## 1 B\n\nText.`,
      /^f\.md:14: section 1 stands already on line 10/u,
    ],
    [`${front}\n## 1 A\n\n## 2 B\n\nText.`, /^f\.md:10: section 1 is empty/u],
    [`${front}\n## 1.1 A\n\nText.`, /^f\.md:10: section 1\.1 comes without section 1/u],
    [`${front}\n## A\n\nText.`, /^f\.md:10: the heading "A" has no number/u],
    [`${front}\n## 1 A\n\n- item`, /^f\.md:12: this is Markdown of the kind "list"/u],
    [`${front}\n## 1 A\n\nOne\nline, a *word*.`, /^f\.md:13: there is Markdown markup/u],
    [`${front}\n## 1 A\n\nOne\nline, two&nbsp;words.`, /^f\.md:13: "&nbsp;" stands for/u],
    [front.replace('speaker: S', 'speaker: ['), /^f\.md:\d: this is not YAML: /u],
    [
      front.replace('title: T', 'title: A: B'),
      /^f\.md:2: this is not YAML: .* Put a value with a colon in quotation marks\.$/u,
    ],
    [front.replace('speaker: S', 'title: S'), /^f\.md:3: "title" is here for the second time/u],
    [front.replace(/---\n$/u, ''), /^f\.md:1: the front matter has no end\. Put a line ---/u],
    [front.replace('title: T', 'title: Pier #1 is ours'), /^f\.md:2: a value with " #" loses/u],
    [`${front}\n## 1 A\n\nText.\n\n##2 B\n\nMore.`, /^f\.md:14: "##2" is neither a heading/u],
    [`${front}\n## 1 A\n\nText.\n[^1] note`, /^f\.md:13: "\[\^" is neither/u],
    [
      front.replace('source: X', 'source: X\nsubtitle: Y'),
      /^f\.md:8: "subtitle" is not read here\. Use title/u,
    ],
    [
      front.replace('source: X', 'source: X\nfamily_name: Y'),
      /^f\.md:8: the speaker "S" has no name "Y"/u,
    ],
    [
      `${front.replace('source: X', 'source: X\nspoken_titles: ["9"]')}\n## 1 A\n\nText.`,
      /^f\.md:8: spoken_titles names section 9/u,
    ],
    [front.replace('speaker: S', 'speaker: *s'), /^f\.md:3: an alias .* is not read here/u],
  ])('%#', (text, message) => {
    expect(() => parseSpeech(text, 'f.md')).toThrow(message)
  })
  test('plain text keeps each character, with Markdown marks behind a backslash', () => {
    const words = 'Tilde ~a~, https://example.org/a_b_c, 2 * 3, R&D, “quotes” — and [this].'
    const { paragraphs, sections } = parseSpeech(
      `${front}\n## 1 A & B\n\n${words}\n\\*Starred\\* words\n  over lines.\n\n_Thank you!_`,
      'f.md',
    )
    expect(paragraphs[0]?.text).toBe(`${words} *Starred* words over lines.`)
    expect(sections[0]).toMatchObject({
      title: 'A & B',
      lines: [{ kind: 'paragraph' }, { kind: 'aside', text: 'Thank you!' }],
    })
  })
  test('bytes that are not UTF-8, and control characters', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanting-'))
    const file = join(folder, 'f.md')
    try {
      writeFileSync(
        file,
        Buffer.concat([Buffer.from(`${front}\n## 1 A\n\n`), Buffer.from([0x43, 0xe9, 0x20])]),
      )
      expect(() => openSpeech(file)).toThrow(/f\.md:12: these bytes are not UTF-8\. Save/u)
      writeFileSync(file, `${front}\n## 1 A\n\nA\u001b[31m.`)
      expect(() => openSpeech(file)).toThrow(/f\.md:12: there is a control character \(U\+001B\)/u)
      expect(() => openSpeech(join(folder, 'none.md'))).toThrow(/none\.md: cannot be read/u)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('another speech', () => {
  const gettysburg = openSpeech('test/fixtures/gettysburg.md')
  test('is read and answered from, with no editorial data', () => {
    expect(gettysburg.paragraphs).toHaveLength(3)
    const search = openSearch(gettysburg)
    expect(
      search.ask('how long ago was the nation founded by our fathers?').hits[0]?.paragraph,
    ).toBe(1)
    expect(search.ask('government of the people').hits[0]).toMatchObject({
      paragraph: 3,
      sentences: [4],
    })
    expect(search.ask('What about submarines?')).toMatchObject({
      verdict: 'absent',
      missing: ['submarines'],
    })
  })
})
