// npm run bench:ir -- DIR: the analysis and the whole ranking of this project on a public collection
// (docs.jsonl, queries.jsonl, qrels.tsv), beside stock MiniSearch in the same run.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { terms } from '../../src/search/analysis.ts'
import { analyse, buildCorpus } from '../../src/search/corpus.ts'
import { noEditorial } from '../../src/search/editorial.ts'
import { ALONE, buildRanking, rerank } from '../../src/search/ranking.ts'
import type { Sides } from '../../src/search/sides.ts'
import { VERDICT, buildSupport } from '../../src/search/verdict.ts'
import { splitSentences } from '../../src/speech/sentences.ts'

interface Doc {
  readonly id: string
  readonly text: string
}

const [folder] = process.argv.slice(2)
const needed = ['docs.jsonl', 'queries.jsonl', 'qrels.tsv']
if (folder === undefined || needed.some((name) => !existsSync(join(folder, name)))) {
  console.error(
    'Name a folder with docs.jsonl, queries.jsonl and qrels.tsv: npm run bench:ir -- DIR',
  )
  process.exit(1)
}

const NOBODY: Sides = { isSpeaker: () => false, isOffice: () => false, isOwn: () => false }
const docs = readLines('docs.jsonl')
const queries = readLines('queries.jsonl')
const qrels = new Map<string, Map<string, number>>()
for (const line of readFileSync(join(folder, 'qrels.tsv'), 'utf8').trim().split('\n')) {
  const fields = line.trim().split(/\s+/u)
  const [query = '', doc = '', grade] =
    fields.length >= 4 ? [fields[0], fields[2], fields[3]] : fields
  if (Number.isNaN(Number(grade))) continue // a heading
  qrels.set(query, (qrels.get(query) ?? new Map<string, number>()).set(doc, Number(grade)))
}
const judged = queries.filter(({ id }) =>
  [...(qrels.get(id)?.values() ?? [])].some((grade) => grade > 0),
)

const stock = timed(() => {
  const index = new MiniSearch<Doc>({ fields: ['text'] })
  index.addAll(docs)
  return index
})
// as a speech without an editorial index: every document is a paragraph
const ours = timed(() => {
  const paragraphs = docs.map(({ text }, at) => ({
    number: at + 1,
    section: '',
    text,
    sentences: splitSentences(text),
  }))
  const analysed = analyse({ paragraphs }, noEditorial)
  const corpus = buildCorpus({ paragraphs }, noEditorial, analysed)
  const ranking = buildRanking(corpus, ALONE)
  return { ranking, support: buildSupport(corpus, ranking.indexes, NOBODY) }
})

const engines = {
  'stock MiniSearch': {
    build: stock.ms,
    run: (text: string): string[] => stock.value.search(text).map((hit) => String(hit.id)),
  },
  lanting: {
    build: ours.ms,
    run: (text: string): string[] => {
      const { ranking, support } = ours.value
      const parts = [...new Set(terms(text))].map((term) => ({
        terms: [term],
        alternatives: [],
        weight: 1,
        typed: term,
        shown: [],
      }))
      const ranked = ranking.rank({ parts, quoted: [] })
      const first = rerank(ranked, support(parts).shareOf, VERDICT.RELATED_ALONE)
      const isFirst = new Set(first.map(({ paragraph }) => paragraph))
      return [...first, ...ranked.filter(({ paragraph }) => !isFirst.has(paragraph))].map(
        ({ paragraph }) => docs[paragraph - 1]?.id ?? '',
      )
    },
  },
}

console.log(`${folder}: ${docs.length} documents, ${judged.length} judged queries`)
console.table(
  Object.fromEntries(
    Object.entries(engines).map(([name, { build, run }]) => {
      const times: number[] = []
      const scores = judged.map(({ id, text }) => {
        const { value: ranking, ms } = timed(() => run(text))
        times.push(ms)
        return scoreQuery(ranking.slice(0, 1000), qrels.get(id) ?? new Map<string, number>())
      })
      const mean = (key: keyof ReturnType<typeof scoreQuery>): string =>
        (scores.reduce((sum, score) => sum + score[key], 0) / scores.length).toFixed(3)
      times.sort((a, b) => a - b)
      return [
        name,
        {
          'nDCG@10': mean('ndcg'),
          MAP: mean('map'),
          'MRR@10': mean('mrr'),
          'success@1': mean('first'),
          'build ms': Math.round(build),
          'query ms, median': times[Math.floor(times.length / 2)]?.toFixed(2),
          p95: times[Math.floor(times.length * 0.95)]?.toFixed(2),
        },
      ]
    }),
  ),
)

// as trec_eval: linear gains, the ideal over all judged documents
function scoreQuery(
  ranking: readonly string[],
  grades: ReadonlyMap<string, number>,
): { ndcg: number; map: number; mrr: number; first: number } {
  const gain = (id: string): number => Math.max(0, grades.get(id) ?? 0)
  const dcg = (gains: readonly number[]): number =>
    gains.slice(0, 10).reduce((sum, value, index) => sum + value / Math.log2(index + 2), 0)
  const relevant = [...grades.values()].filter((grade) => grade > 0)
  const first = ranking.findIndex((id) => gain(id) > 0)
  let [found, precision] = [0, 0]
  for (const [index, id] of ranking.entries()) if (gain(id) > 0) precision += ++found / (index + 1)
  return {
    ndcg: dcg(ranking.map(gain)) / dcg(relevant.sort((a, b) => b - a)),
    map: precision / relevant.length,
    mrr: first >= 0 && first < 10 ? 1 / (first + 1) : 0,
    first: first === 0 ? 1 : 0,
  }
}

function readLines(name: string): Doc[] {
  return readFileSync(join(folder ?? '', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map((record) => ({
      id: String(record['id'] ?? record['_id']),
      text: [record['title'], record['text']].filter(Boolean).join('\n'),
    }))
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now()
  const value = work()
  return { value, ms: performance.now() - start }
}
