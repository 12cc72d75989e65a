// npm run bench:growth -- DIR: how the time to build the index, its memory and the time of a query
// grow with the text. DIR holds texts, one .txt a speech; each row indexes more of them as one text,
// a section a speech. What is asked are six words from the middle of sentences all over the text.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Bench } from 'tinybench'
import { openSearch } from '../../src/search/search.ts'
import { splitSentences } from '../../src/speech/sentences.ts'
import type { Paragraph, Speech } from '../../src/speech/speech.ts'

const QUERIES = 100
const [folder] = process.argv.slice(2)
const files =
  folder === undefined || !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
if (folder === undefined || files.length === 0) {
  console.error('Name a folder of texts, one .txt a speech: npm run bench:growth -- DIR')
  process.exit(1)
}

const texts = files.map((name) => paragraphsOf(readFileSync(join(folder, name), 'utf8')))
const sizes = [1, 4, 16, 64, 256].filter((size) => size < texts.length).concat(texts.length)
const rows: Record<string, Record<string, number | string>> = {}
for (const size of sizes) rows[`${size} texts`] = await measure(together(spread(texts, size)))
console.log(`${folder}: ${files.length} texts`)
console.table(rows)

async function measure(speech: Speech): Promise<Record<string, number | string>> {
  const asked = queriesFor(speech)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const search = openSearch(speech)
  // scores are kept when a word is first asked: asking all of it is the most that memory takes
  const found = asked.filter(
    ({ query, paragraph }) => search.ask(query).hits[0]?.paragraph === paragraph,
  )
  globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed - before
  let next = 0
  const building = new Bench({ time: 500, iterations: 3, warmup: false })
  building.add('build', () => {
    openSearch(speech)
  })
  const asking = new Bench({ time: 1_000, warmupTime: 200 })
  asking.add('query', () => {
    search.ask(asked[next++ % asked.length]?.query ?? '')
  })
  await building.run()
  await asking.run()
  const [build, query] = [latencyOf(building), latencyOf(asking)]
  const words = speech.paragraphs.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0)
  return {
    words,
    paragraphs: speech.paragraphs.length,
    'build ms': build.p50.toFixed(1),
    'build ± %': build.rme.toFixed(1),
    'heap MB': (heap / 1e6).toFixed(1),
    'bytes a word': Math.round(heap / words),
    'query ms': query.p50.toFixed(3),
    'query ± %': query.rme.toFixed(1),
    'found first': (found.length / asked.length).toFixed(2),
  }
}

function latencyOf(bench: Bench): { p50: number; rme: number } {
  const result = bench.tasks[0]?.result
  if (!result || !('latency' in result)) throw new Error('nothing was measured')
  return { p50: result.latency.p50 ?? 0, rme: result.latency.rme }
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
}

/** `size` of them, evenly from first to last. */
function spread<T>(list: readonly T[], size: number): T[] {
  return Array.from(
    { length: size },
    (_, at) => list[Math.floor((at * list.length) / size)],
  ).filter((item) => item !== undefined)
}

function together(speeches: readonly (readonly string[])[]): Speech {
  const paragraphs = speeches
    .flatMap((list, at) => list.map((text) => ({ text, section: String(at + 1) })))
    .map(({ text, section }, at): Paragraph => {
      return { number: at + 1, section, text, sentences: splitSentences(text) }
    })
  return {
    title: 'Texts',
    speaker: 'Several',
    office: '',
    occasion: '',
    date: '2000-01-01',
    source: '',
    sha256: '',
    sections: speeches.map((_, at) => ({
      number: String(at + 1),
      title: `Text ${at + 1}`,
      spokenTitle: false,
      lines: paragraphs
        .filter(({ section }) => section === String(at + 1))
        .map(({ number }) => ({ kind: 'paragraph', paragraph: number })),
    })),
    paragraphs,
  }
}

function queriesFor(speech: Speech): { query: string; paragraph: number }[] {
  const long = speech.paragraphs.flatMap(({ number, sentences }) =>
    sentences
      .map((sentence) => sentence.trim().split(/\s+/u))
      .filter((words) => words.length >= 12)
      .map((words) => {
        const middle = Math.floor(words.length / 2)
        return { query: words.slice(middle - 3, middle + 3).join(' '), paragraph: number }
      }),
  )
  return spread(long, Math.min(QUERIES, long.length))
}
