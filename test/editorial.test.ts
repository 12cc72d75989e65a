import { describe, expect, test } from 'vitest'
import { openEditorial, parseEditorial } from '../src/search/editorial.ts'
import { openSearch } from '../src/search/search.ts'
import { openThesaurus, parseThesaurus } from '../src/search/thesaurus.ts'
import { terms, tokenise } from '../src/search/analysis.ts'
import { readText } from '../src/files.ts'
import { openSpeech } from '../src/speech/parse.ts'

const speech = openSpeech('data/speech.md')
const editorial = openEditorial('data/editorial.yaml', speech)
const search = openSearch(speech, editorial, openThesaurus('data/thesaurus.txt'))

describe('the editorial index', () => {
  test('covers every paragraph with topics and questions', () => {
    for (const { number } of speech.paragraphs) {
      expect(editorial.topics[number - 1]?.length, `topics of ¶${number}`).toBeGreaterThan(0)
      expect(
        editorial.questions.some(({ answers }) =>
          answers.some(({ paragraph }) => paragraph === number),
        ),
      ).toBe(true)
    }
  })
  test('answers each of its own questions', () => {
    const wrong = editorial.questions.filter(({ text, answers }) => {
      const { verdict, hits, outline, aboutSpeech } = search.ask(text)
      const isFirst = answers.some(
        ({ paragraph, sentence }) =>
          hits[0]?.paragraph === paragraph && hits[0].sentences.includes(sentence),
      )
      // a summary is the outline; when and where he spoke is in the front matter
      return verdict !== 'answered' || !(isFirst || outline || aboutSpeech)
    })
    expect(wrong).toEqual([])
  })
  test('finds what its questions ask without them, mostly', () => {
    const searched = editorial.questions.map(({ text, answers }) => ({
      answers,
      hits: search.ask(`well ${text}`).hits,
    }))
    const found = searched.filter(({ answers, hits }) =>
      answers.some(({ paragraph }) => paragraph === hits[0]?.paragraph),
    )
    expect(found.length / searched.length).toBeGreaterThan(0.96)
  })
  test.each([
    [
      'paragraphs:\n  99:\n    topics: [a]\n    questions: []',
      'e.yaml:2: there is no paragraph 99',
    ],
    ['paragraphs:\n  1:\n    questions: []', 'e.yaml:2: "topics" is missing'],
    [
      'paragraphs:\n  1:\n    topics: [a]\n    questions:\n      - answer: "Not in it."\n        asked: [b]',
      'e.yaml:5: "Not in it." is not a sentence of paragraph 1',
    ],
    ['paragraph:\n  1:\n    topics: a', 'e.yaml:1: "paragraph" is not read here. Use "paragraphs"'],
    ['paragraphs:\n  1:\n    topic: a', 'e.yaml:3: "topic" is not read here'],
    ['paragraphs: [', 'e.yaml:'],
    ['- a', 'e.yaml:1: this is not an editorial index'],
    ['paragraphs:\n  1:\n    topics: a', 'e.yaml:2: "questions" is missing. Write a list'],
    [
      'paragraphs:\n  1:\n    topics: a\n    questions: b',
      'e.yaml:4: questions must be a list of answers',
    ],
  ])('is refused with its line when broken (%#)', (text, message) => {
    expect(() => parseEditorial(text, 'e.yaml', speech)).toThrow(message)
  })
})

describe('the thesaurus', () => {
  test('knows equals, one way, several words, comments, and the longest first', () => {
    const thesaurus = parseThesaurus(
      '# c\nbig, large\nold car => automobile # why\nold => aged',
      't.txt',
    )
    const at = (text: string) =>
      thesaurus.at(
        tokenise(text).map(({ term }) => term),
        0,
      )
    expect(at('big')?.alternatives).toEqual([terms('large')])
    expect(at('large')?.alternatives).toEqual([terms('big')])
    expect(at('old car')).toMatchObject({ length: 2, shown: ['automobile'] })
    expect(at('automobile')).toBeUndefined()
  })
  test.each([['a => b => c'], ['alone'], ['=> b'], ['a =>']])(
    'refuses "%s" with its line',
    (rule) => {
      expect(() => parseThesaurus(`# c\n${rule}`, 't.txt')).toThrow(
        /^t\.txt:2: .* Write "a, b, c"/u,
      )
    },
  )
  test('leads only to words of the speech', () => {
    const words = new Set(
      speech.paragraphs.flatMap(({ text }) => tokenise(text).map(({ term }) => term)),
    )
    const lines = readLines('data/thesaurus.txt')
    for (const line of lines.filter((rule) => rule.includes('=>'))) {
      const [, right = ''] = line.split('=>')
      for (const term of terms(right)) expect(words.has(term), `${term} in "${line}"`).toBe(true)
    }
  })
})

function readLines(file: string): string[] {
  return readText(file)
    .split('\n')
    .map((line) => line.replace(/#.*/u, '').trim())
    .filter(Boolean)
}
