// npm run bench: /ask's engine beside the others on this speech: how often a right paragraph comes
// first on the labelled questions, and the time a query takes. One table of one run.
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import flexsearch from 'flexsearch'
import Fuse from 'fuse.js'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { Bench } from 'tinybench'
import { openEditorial } from '../../src/search/editorial.ts'
import { openSearch } from '../../src/search/search.ts'
import { openThesaurus } from '../../src/search/thesaurus.ts'
import { openSpeech } from '../../src/speech/parse.ts'
import { readQuestions } from '../quality/scoring.ts'

const speech = openSpeech('data/speech.md')
const docs = speech.paragraphs.map(({ number, text }) => ({ id: number, text }))
const editorial = openEditorial('data/editorial.yaml', speech)
const thesaurus = openThesaurus('data/thesaurus.txt')
const questions = readQuestions('test/fixtures/questions-dev.jsonl').filter(
  ({ gold }) => Object.keys(gold).length > 0,
)

type Ask = (question: string) => number[]

const engines: Record<string, Ask> = {
  lanting: (() => {
    const search = openSearch(speech, editorial, thesaurus)
    return (question: string) => search.ask(question).hits.map(({ paragraph }) => paragraph)
  })(),
  'lanting, text alone': (() => {
    const search = openSearch(speech)
    return (question: string) => search.ask(question).hits.map(({ paragraph }) => paragraph)
  })(),
  MiniSearch: (() => {
    const index = new MiniSearch({ fields: ['text'] })
    index.addAll(docs)
    return (question: string) => index.search(question).map(({ id }) => Number(id))
  })(),
  Lunr: (() => {
    const index = lunr(function () {
      this.ref('id')
      this.field('text')
      for (const doc of docs) this.add(doc)
    })
    // Lunr reads some marks as its own syntax
    return (question: string) =>
      index.search(question.replace(/[^\p{L}\p{N}\s]/gu, ' ')).map(({ ref }) => Number(ref))
  })(),
  FlexSearch: (() => {
    const index = new flexsearch.Index({ tokenize: 'forward' })
    for (const { id, text } of docs) index.add(id, text)
    return (question: string) => index.search(question, { suggest: true, limit: 10 }).map(Number)
  })(),
  'Fuse.js': (() => {
    const fuse = new Fuse(docs, { keys: ['text'], ignoreLocation: true, threshold: 0.6 })
    return (question: string) => fuse.search(question).map(({ item }) => item.id)
  })(),
  Orama: await (async () => {
    const database = create({ schema: { id: 'string', text: 'string' } as const })
    await insertMultiple(
      database,
      docs.map(({ id, text }) => ({ id: String(id), text })),
    )
    return (question: string) => {
      const found = searchOrama(database, { term: question, limit: 10, threshold: 1 })
      if (found instanceof Promise) throw new Error('Orama answers later than it is asked')
      return found.hits.map(({ id }) => Number(id))
    }
  })(),
}

const bench = new Bench({ time: 1_500, warmupTime: 300 })
let next = 0
for (const [name, ask] of Object.entries(engines)) {
  bench.add(name, () => {
    ask(questions[next++ % questions.length]?.question ?? '')
  })
}
await bench.run()

console.table(
  Object.fromEntries(
    Object.entries(engines).map(([name, ask]) => {
      const ranks = questions.map(({ question, gold }) =>
        ask(question).findIndex((paragraph) => gold[`P${paragraph}`] === 2),
      )
      const share = (within: number): string =>
        (ranks.filter((rank) => rank >= 0 && rank < within).length / ranks.length).toFixed(3)
      const result = bench.getTask(name)?.result
      if (!result || !('latency' in result)) throw new Error(`${name} was not measured`)
      const { p50, p99, rme } = result.latency
      return [
        name,
        {
          s1: share(1),
          s3: share(3),
          'median ms': p50?.toFixed(3),
          'p99 ms': p99?.toFixed(3),
          '± %': rme.toFixed(1),
        },
      ]
    }),
  ),
)
