import dictionary from 'dictionary-en'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openEditorial } from '../src/search/editorial.ts'
import { openSearch } from '../src/search/search.ts'
import { openThesaurus } from '../src/search/thesaurus.ts'
import { STOP_WORDS, stem, terms, tokenise } from '../src/search/analysis.ts'
import { buildPostings, countPostings } from '../src/search/postings.ts'
import { BM25 } from '../src/search/ranking.ts'
import { isEnglish } from '../src/search/dictionary.ts'
import { openSpeech } from '../src/speech/parse.ts'

const speech = openSpeech('data/speech.md')
const editorial = openEditorial('data/editorial.yaml', speech)
const search = openSearch(speech, editorial, openThesaurus('data/thesaurus.txt'))

describe('analysis', () => {
  test('U.S., US and USA are one term, and the pronoun is another', () => {
    for (const written of [
      'U.S. policy',
      'US policy',
      'USA policy',
      'u.s. policy',
      'the us policy',
    ]) {
      expect(terms(written), written).toEqual(terms('USA policy'))
    }
    for (const written of ['us and china', 'China vs us'])
      expect(terms(written), written).toContain('usa')
    expect(terms('tell us about policy')).not.toContain('usa')
  })
  test('curly and straight quotes, accents, width and case are alike', () => {
    expect(terms('China’s CAFÉ ＡＢＣ')).toEqual(terms("china's cafe abc"))
  })
  test('British and American spellings are one', () => {
    for (const pair of [
      'recognised recognized',
      'globalisation globalization',
      'labour labor',
      'neighbouring neighboring',
      'practise practice',
      'defence defense',
      'programmes programs',
    ]) {
      const [british = '', american = ''] = pair.split(' ')
      expect(stem(british), pair).toBe(stem(american))
    }
    // "our" and "hour" have nothing to lose
    expect(stem('hours')).toBe('hour')
  })
  test('words that only begin alike are not one term', () => {
    for (const [one, other] of [
      ['pressing', 'press'],
      ['important', 'imports'],
      ['international', 'internal'],
      ['community', 'communication'],
      ['universities', 'universal'],
      ['authority', 'author'],
      ['democratic', 'Democrats'],
      ['goods', 'good'],
    ])
      expect(stem((one ?? '').toLowerCase()), `${one}, ${other}`).not.toBe(
        stem((other ?? '').toLowerCase()),
      )
    expect(stem('economy')).toBe(stem('economic'))
    expect(stem('mainly')).toBe(stem('main'))
    // "quit" and "evening" are content, "quite" and "even" are not
    expect([stem('quit'), stem('evening')].some((term) => STOP_WORDS.has(term))).toBe(false)
    expect([stem('quite'), stem('even')].every((term) => STOP_WORDS.has(term))).toBe(true)
    expect(stem('democracy')).toBe(stem('democratic'))
    expect(search.ask('What does he say about press freedom?').verdict).not.toBe('answered')
    expect(search.ask('Democrats').verdict).toBe('absent')
  })
  test('numbers in words and figures are one term', () => {
    expect(terms('fifty years')).toEqual(terms('50 years'))
    expect(terms('10,000')).toEqual(terms('10000'))
    expect(new Set(terms('$10,000'))).toEqual(new Set(terms('10000 dollars')))
  })
  test('adverbs go with their adjectives, irregular pasts with their verbs', () => {
    expect(terms('steadily secretly')).toEqual(terms('steady secret'))
    expect(terms('proven built')).toEqual(terms('prove build'))
    expect(terms('supply family assembly')).toEqual(['suppli', 'famili', 'assembl'])
  })
  test('offsets point at the words', () => {
    const text = 'The U.S. side’s “goodwill”'
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'U.S.',
      'side',
      'goodwill',
    ])
  })
})

test('every word of the dictionary is found in it: it lies in the order that the search needs', () => {
  const words = new TextDecoder()
    .decode(dictionary.dic)
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/\/.*/u, ''))
    .filter((word) => /^(?:[A-Z]?[a-z']+|[A-Z]+)$/u.test(word))
  expect(words.length).toBeGreaterThan(40_000)
  expect(words.filter((word) => !isEnglish(word.toLowerCase()))).toEqual([])
  for (const word of ['protests', 'contest', 'stopped', 'spies', 'boxes', 'hopes'])
    expect(isEnglish(word)).toBe(true)
  for (const word of [
    'geting',
    'moderatly',
    'gutteres',
    'boxs',
    'discused',
    'huawei',
    'zqxj',
    "'",
    'ａ',
  ])
    expect(isEnglish(word)).toBe(false)
})

describe('postings', () => {
  test('counted ones have the scores of MiniSearch', () => {
    const term = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(
        fc.array(fc.array(term), { minLength: 1, maxLength: 12 }),
        term,
        (texts, wanted) => {
          const counted = countPostings(texts, BM25).of(wanted)
          const searched = buildPostings(texts, BM25).of(wanted)
          expect(counted.documents).toEqual(searched.documents)
          for (const [at, score] of searched.scores.entries())
            expect(counted.scores[at]).toBeCloseTo(score, 9)
        },
      ),
    )
  })
})
