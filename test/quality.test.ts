import { describe, expect, test } from 'vitest'
import { openEditorial } from '../src/search/editorial.ts'
import { openSearch } from '../src/search/search.ts'
import { openThesaurus } from '../src/search/thesaurus.ts'
import { FRAMING, STOP_WORDS, stem, terms, tokenise } from '../src/search/analysis.ts'
import { readText } from '../src/files.ts'
import { openSpeech } from '../src/speech/parse.ts'
import { askAll, figuresOf, readQuestions } from './quality/scoring.ts'

const speech = openSpeech('data/speech.md')
const editorial = openEditorial('data/editorial.yaml', speech)
const search = openSearch(speech, editorial, openThesaurus('data/thesaurus.txt'))
const best = (question: string): number | undefined => search.ask(question).hits[0]?.paragraph

describe('the quality of answers does not slide', () => {
  // a little under what was measured (`npm run eval` prints the figures), each for
  const figures = ['s1', 's3', 'sentence', 'kept', 'answered', 'refused', 'absentOff'] as const
  test.each([
    ['dev', [0.96, 0.98, 0.94, 0.98, 0.94, 0.9, 0.95]],
    ['heldout', [0.97, 0.98, 0.94, 0.98, 0.94, 0.9, 0.85]],
    ['readers-1', [0.94, 0.95, 0.9, 0.98, 0.92, 0.88, 0.8]],
    ['readers-2', [0.9, 0.93, 0.87, 0.97, 0.88, 0.9, 0.75]],
    ['readers-3', [0.94, 0.96, 0.9, 0.97, 0.92, 0.94, 0.9]],
    ['readers-4', [0.95, 0.97, 0.92, 0.97, 0.9, 0.88, 0.75]],
    ['readers-5', [0.93, 0.96, 0.91, 0.98, 0.93, 0.87, 0.95]],
    ['readers-6', [0.93, 0.96, 0.88, 0.97, 0.91, 0.95, 0.85]],
    ['readers-7', [0.93, 0.97, 0.89, 0.98, 0.94, 0.92, 0.9]],
    ['readers-8', [0.94, 0.97, 0.9, 0.98, 0.94, 0.92, 0.8]],
    ['readers-9', [0.91, 0.94, 0.87, 0.97, 0.92, 0.9, 0.95]],
    ['readers-10', [0.95, 0.96, 0.9, 0.97, 0.91, 0.92, 0.9]],
    ['readers-11', [0.92, 0.94, 0.88, 0.96, 0.92, 0.92, 0.9]],
    ['readers-12', [0.95, 0.98, 0.92, 0.98, 0.97, 0.92, 0.9]],
    ['readers-13', [0.93, 0.96, 0.9, 0.97, 0.92, 0.92, 0.9]],
    ['readers-14', [0.92, 0.96, 0.9, 0.97, 0.92, 0.95, 0.95]],
    ['readers-15', [0.92, 0.95, 0.87, 0.97, 0.9, 0.92, 0.95]],
    ['readers-16', [0.91, 0.96, 0.87, 0.97, 0.91, 0.87, 0.95]],
    ['readers-17', [0.94, 0.96, 0.92, 0.97, 0.93, 0.92, 0.75]],
    ['readers-18', [0.94, 0.96, 0.9, 0.97, 0.94, 0.92, 0.8]],
    ['readers-19', [0.91, 0.96, 0.87, 0.97, 0.92, 0.95, 0.9]],
    ['readers-20', [0.95, 0.97, 0.93, 0.98, 0.95, 0.92, 0.95]],
    ['readers-21', [0.94, 0.96, 0.93, 0.97, 0.92, 0.92, 0.9]],
    ['readers-22', [0.92, 0.95, 0.88, 0.97, 0.94, 0.85, 0.8]],
    ['readers-23', [0.93, 0.97, 0.89, 0.98, 0.92, 0.93, 0.8]],
    ['readers-24', [0.92, 0.96, 0.9, 0.97, 0.92, 0.95, 0.9]],
    ['readers-25', [0.93, 0.96, 0.9, 0.98, 0.94, 0.95, 0.75]],
    // answerable questions on structure alone
    ['structure-1', [0.81, 0.9, 0.66, 0.95, 0.85, 0, 0]],
    ['structure-2', [0.76, 0.85, 0.59, 0.92, 0.84, 0, 0]],
  ])('questions-%s', (name, floors) => {
    const measured = figuresOf(
      askAll(readQuestions(`test/fixtures/questions-${name}.jsonl`), search, speech),
    )
    expect(floors).toHaveLength(figures.length)
    for (const [at, figure] of figures.entries())
      expect(measured[figure], figure).toBeGreaterThanOrEqual(floors[at] ?? 1)
  })
})

test.each([
  // as people quote the speech from memory
  ['near', 122, 0.95, 1],
  // of others on the same themes, and paraphrases without the words
  ['others', 128, 0, 0.02],
])('quotations-%s: so many are found', (name, count, least, most) => {
  const quotations = readLines(`test/fixtures/quotations-${name}.txt`)
  const found = quotations.filter((quotation) =>
    search.check(quotation, false).quotations.some(({ verdict }) => verdict !== 'absent'),
  )
  expect(quotations).toHaveLength(count)
  expect(found.length / count).toBeGreaterThanOrEqual(least)
  expect(found.length / count).toBeLessThanOrEqual(most)
})

test('with no editorial data it is still better than a stock engine, and as honest', () => {
  const figures = figuresOf(
    askAll(readQuestions('test/fixtures/questions-dev.jsonl'), openSearch(speech), speech),
  )
  // MiniSearch as it comes has s1 .54 (npm run bench), without saying what is absent
  for (const [figure, least] of Object.entries({ s1: 0.67, kept: 0.73, refused: 0.9 }))
    expect(figures[figure as keyof typeof figures], figure).toBeGreaterThanOrEqual(least)
})

describe.each([
  ['What does he say about', 0.96],
  ['What is China’s position on', 0.96],
  ['what does Beijing think about', 0.96],
  ['Explain China’s approach to', 0.96],
  ['what are his thoughts on', 0.96],
  // what somebody thinks of a name is not answered by the name
  ['Does the PRC support', 0.86],
])('%s …', (asked, least) => {
  const ask = (topic: string) => search.ask(`${asked} ${topic}?`)
  test('topics that it does not have: absent, and hardly ever answered', () => {
    const topics = readLines('test/fixtures/absent-topics.txt')
    const verdicts = topics.map((topic) => ask(topic).verdict)
    const share = (wanted: string): number =>
      verdicts.filter((verdict) => verdict === wanted).length / topics.length
    expect(topics.length).toBeGreaterThan(400)
    expect(share('absent')).toBeGreaterThan(0.87)
    expect(share('answered')).toBeLessThan(0.06)
  })
  test('topics that it has: answered from their paragraph, nearly always', () => {
    const topics = editorial.topics.flatMap((all, before) =>
      all.map((topic) => ({ paragraph: before + 1, topic })),
    )
    const right = topics.filter(({ paragraph, topic }) => {
      const { verdict, hits } = ask(topic)
      return verdict === 'answered' && hits.slice(0, 3).some((hit) => hit.paragraph === paragraph)
    })
    expect(right.length / topics.length).toBeGreaterThan(least)
  })
})

test.each<[string, (question: string) => string]>([
  ['a greeting', (question) => `Hi, quick question: ${question}`],
  ['thanks', (question) => `${question} Thanks in advance!`],
  ['where to look', (question) => `In this speech, ${question}`],
  ['whom to ask', (question) => `According to Wang Yi, ${question}`],
  ['a wish to be told', (question) => `can you tell me ${question}`],
  ['Markdown', (question) => `**${question}**`],
  ['capitals', (question) => question.toUpperCase()],
  ['the name for the pronoun', (question) => question.replace(/\b[Hh]e\b/gu, 'Minister Wang')],
])('%s around a question: the same answer, nearly always', (_, dress) => {
  const questions = readQuestions('test/fixtures/questions-dev.jsonl').map((all) => all.question)
  const alike = questions.filter((question) => {
    const [plain, dressed] = [search.ask(question), search.ask(dress(question))]
    return (
      dressed.verdict === plain.verdict && dressed.hits[0]?.paragraph === plain.hits[0]?.paragraph
    )
  })
  expect(alike.length / questions.length).toBeGreaterThan(0.97)
})

test.each([
  ['In paragraph 14, what does he say about Taiwan?', 'answered', 14, 'Taiwan'],
  ['What does he say about tariffs in paragraph 18?', 'answered', 18, 'tariffs'],
  ['In the fourth point, what does he say about sister cities?', 'answered', 19, 'sister cities'],
  ['In section 2.2, how has life expectancy changed?', 'answered', 6, 'life expectancy'],
  // not there, but elsewhere
  ['In paragraph 8, what does he say about Tibet?', 'related', 5, 'Tibet'],
])('%s', (question, verdict, paragraph, words) => {
  const answer = search.ask(question)
  const [best] = answer.hits
  expect([answer.verdict, best?.paragraph]).toEqual([verdict, paragraph])
  const bold = best?.sentences.map((at) => speech.paragraphs[paragraph - 1]?.sentences[at])
  expect(bold?.join(' ')).toContain(words)
})

test('when and where the speech was given says nothing of what is asked', () => {
  for (const topic of ['Taiwan', 'the Belt and Road', 'Huawei']) {
    const { verdict, hits } = search.ask(`What was said about ${topic}?`)
    for (const occasion of [
      'at the Lanting Forum',
      'at the Lanting Forum in Beijing',
      'at the forum in 2021',
      'on 22 February 2021',
      'on February 22nd',
    ])
      expect(search.ask(`What was said about ${topic} ${occasion}?`)).toMatchObject({
        verdict,
        hits,
      })
  }
  expect(best('What does he hope of the Lanting Forum?')).toBe(21)
})

test('what asks whether something is so says nothing of what it is', () => {
  const claim = 'China never started a war'
  const { verdict, hits } = search.ask(claim)
  for (const question of [
    `fact check: ${claim}`,
    `True or false: ${claim}`,
    `Is it true that ${claim}?`,
    `Can you verify that ${claim}?`,
    `Evidence that ${claim}`,
    `Someone on Reddit claims that ${claim}, is that true?`,
    `my teacher says ${claim} - right?`,
  ])
    expect(search.ask(question), question).toMatchObject({ verdict, hits })
  // here they are what is asked
  expect(best('the right to subsistence')).toBe(5)
  expect(best('a source of wisdom')).toBe(21)
})

test('a word of the speech is found in a sentence that has it, nearly always', () => {
  const tokens = speech.paragraphs
    .flatMap(({ text }) => tokenise(text))
    .filter(({ term }) => !STOP_WORDS.has(term) && !FRAMING.has(term))
  const words = new Map(tokens.map(({ word, term }) => [word, term]))
  const found = Array.from(words).filter(([word, term]) => {
    const [hit] = search.ask(word).hits
    const sentences = speech.paragraphs[(hit?.paragraph ?? 0) - 1]?.sentences ?? []
    return hit?.sentences.some((at) => terms(sentences[at] ?? '').includes(term))
  })
  expect(found.length / words.size).toBeGreaterThan(0.99)
})

test('two words that stand together in the speech are found where they do, nearly always', () => {
  const sentences = speech.paragraphs.flatMap((paragraph) => paragraph.sentences)
  const pairs = new Set(
    sentences.flatMap((sentence) => {
      const tokens = tokenise(sentence)
      return tokens.flatMap((token, at) => {
        const next = tokens[at + 1]
        const small = [token, next].some(
          (one) => !one || STOP_WORDS.has(one.term) || FRAMING.has(one.term),
        )
        return small || sentence.charAt(token.end) !== ' ' || next?.start !== token.end + 1
          ? []
          : [sentence.slice(token.start, next.end)]
      })
    }),
  )
  const found = Array.from(pairs).filter((pair) => {
    const [hit] = search.ask(pair).hits
    const own = speech.paragraphs[(hit?.paragraph ?? 0) - 1]?.sentences ?? []
    return hit?.sentences.some((at) => own[at]?.toLowerCase().includes(pair.toLowerCase()))
  })
  expect(pairs.size).toBeGreaterThan(400)
  expect(found.length / pairs.size).toBeGreaterThan(0.97)
})

test('no word of the speech is denied', () => {
  const words = new Set(
    speech.paragraphs.flatMap(({ text }) => tokenise(text)).map(({ word }) => word),
  )
  const denied = [...words].filter(
    (word) =>
      // "$" is none by itself
      /[\p{L}\p{N}]/u.test(word) &&
      !STOP_WORDS.has(stem(word)) &&
      !FRAMING.has(stem(word)) &&
      search.ask(`What about ${word}?`).verdict === 'absent',
  )
  // the speaker's own name is in every question
  expect(denied.filter((word) => !['wang', 'yi'].includes(word))).toEqual([])
})

function readLines(file: string): string[] {
  return readText(file)
    .split('\n')
    .map((line) => line.replace(/#.*/u, '').trim())
    .filter(Boolean)
}
