import { diffArrays } from 'diff'
import { splitSentences } from './sentences.ts'
import { spokenLines } from './speech.ts'
import type { Speech, SpokenLine } from './speech.ts'

/** What became of a quotation, with the lines it is from or nearest to. */
export type Judgement =
  | { readonly verdict: 'exact'; readonly places: readonly QuotedPlace[] }
  | {
      readonly verdict: 'abridged'
      readonly places: readonly QuotedPlace[]
      /** what was left out between its pieces, in order */
      readonly leftOut: readonly (readonly QuotedPlace[])[]
    }
  | {
      readonly verdict: 'altered'
      readonly places: readonly QuotedPlace[]
      readonly differences: readonly Difference[]
    }
  | { readonly verdict: 'absent' | 'too short' }

/** A quotation and what became of it. */
export interface Judged {
  readonly quotation: string
  readonly judgement: Judgement
}

/** A piece of a spoken line, as offsets into its text. */
export interface QuotedPlace {
  readonly line: SpokenLine
  readonly start: number
  readonly end: number
}

/** What the quotation has where the speech has something else; '' where one of them has nothing. */
export interface Difference {
  readonly said: string
  readonly speech: string
}

interface QuotedWord {
  /** folded, for comparing */
  readonly key: string
  /** what it was taken from, and its offsets there */
  readonly source: string
  readonly start: number
  readonly end: number
  /** number of its line in the speech, from 0 */
  readonly line: number
}

/** Fewer words than these prove nothing, in a quotation or in a piece of one. */
const FEWEST = 3
/** From this share of its words in the right order a quotation is an alteration of the speech; so of its words of content. */
const ALIKE = 0.6
/** So many words of content in common make a likeness; of fewer, all. */
const LIKENESS = 3
/** Quotations of one text that are judged for themselves. */
const QUOTATIONS = 6
/** Places of one quotation that are named. */
const PLACES = 4
/** Places that are looked at more closely, and how closely they are known beforehand, in words. */
const CANDIDATES = 3
const STEP = 4
/** How many more words than the quotation the speech may have there. */
const SLACK = 12
/** Characters at the end in which an attribution may stand. */
const ATTRIBUTION = 220
/** What people write around a quotation beside names and dates; anything else is a part of what they quote. */
const SAYING = new Set(
  `according added adding argued asserted called concluded continued declared emphasised emphasized explained
  insisted noted observed pointed quote quoted quoting remarked said saying says stated stating stressed tells told
  underlined wrote`.split(/\s+/u),
)
const AROUND = new Set(
  `a also an and as at by for further going he his in it minister of official officially on out p page pages para
  paragraph paragraphs paras pars par pp reporters sec section sect she speaker speech state talk the then they to
  transcript`.split(/\s+/u),
)
/** A quotation of more words than this is placed by its rarer words, and to a few words. */
const LONG = 50
/** Words that the speech has no oftener are rare. */
const RARE = 16

// words, numbers, and the marks that count: quotes and dashes of any kind do not
const UNIT =
  /[$€£¥]?\p{N}+(?:[.,]\p{N}+)*%?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ](?=\p{L})[\p{L}\p{M}]+)*|[.,;:!?()/&]/gu
const LEFT_OUT = /[[(]?\s{0,9}(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s{0,9}[\])]?/gu

/**
 * Judges what is typed as one quotation; where it is none, and what a message quotes, piece by piece: by
 * its quotation marks, or else by its sentences and what stands between "…".
 * @param isMessage whether the text is somebody's message, in which there may be quotations
 * @returns at least one
 */
export type QuotationCheck = (text: string, isMessage: boolean) => readonly Judged[]

/**
 * Compares quotations with the speech, word for word. Kinds of quote and dash, case and white
 * space do not count, nor the marks that open or close a piece; "…" and "[…]" stand for words
 * left out. What people put around a quotation (who said it, a reference, "[sic]", their own words
 * outside quotation marks) is set aside where the rest is the speech's. It judges words, never whether a
 * statement is true.
 * @param isContent whether a folded word carries content: small words alone are no likeness
 */
export function buildQuotationCheck(
  speech: Speech,
  isContent: (word: string) => boolean,
): QuotationCheck {
  const lines = spokenLines(speech)
  const words = lines.flatMap(({ text }, line) => unitsOf(text, line))
  const at = new Map<string, number[]>()
  for (const [index, { key }] of words.entries()) {
    const known = at.get(key)
    if (known) known.push(index)
    else at.set(key, [index])
  }

  // undefined where it is not there word for word
  const verbatim = (pieces: readonly (readonly QuotedWord[])[]): Judgement | undefined => {
    const flat = pieces.flat()
    const whole = findRuns(words, at, [flat])
    if (whole.length > 0)
      return {
        verdict: 'exact',
        places: whole
          .slice(0, PLACES)
          .flatMap(([run]) => (run ? placesOf(lines, words, run[0], run[1]) : [])),
      }
    if (pieces.some((piece) => piece.filter(isWord).length < FEWEST)) return undefined
    const [runs] = findRuns(words, at, pieces)
    if (!runs) return undefined
    const places = runs.flatMap(([from, to]) => placesOf(lines, words, from, to))
    const gaps = runs.slice(1).map(([from], index) => [runs[index]?.[1] ?? from, from] as const)
    const leftOut = gaps
      .filter(([from, to]) => words.slice(from, to).some(isWord))
      .map(([from, to]) => placesOf(lines, words, from, to))
    return leftOut.length === 0
      ? { verdict: 'exact', places }
      : { verdict: 'abridged', places, leftOut }
  }

  const isAround = buildIsAround(speech)
  const judge = (quotation: string): Judgement => {
    const readings = readingsOf(quotation, speech, isAround).map(piecesOf)
    const long = readings.filter((pieces) => pieces.flat().filter(isWord).length >= FEWEST)
    for (const pieces of long) {
      const judgement = verbatim(pieces)
      if (judgement) return judgement
    }
    // the fewer differences, the likelier that reading is what was meant as the quotation
    const altered = long
      .map((pieces) => nearest(lines, words, at, pieces.flat(), isContent))
      .filter((judgement) => judgement.verdict === 'altered')
      .sort((a, b) => a.differences.length - b.differences.length)[0]
    return altered ?? { verdict: long.length > 0 ? 'absent' : 'too short' }
  }
  const judged = (quotation: string): Judged => ({ quotation, judgement: judge(quotation) })

  return (text, isMessage) => {
    // what a page or a PDF puts into words is not typed
    const typed = text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    const quoted = quotationsIn(typed, isAround)
    if (isMessage && quoted.length > 0) return bounded(quoted).map(judged)
    const whole = judged(typed)
    const { verdict } = whole.judgement
    if (verdict === 'altered' && quoted.length > 0) {
      // words between two pieces that follow each other are put into a quotation; others are around one
      const isSplit = quoted.length > 1 && judge(quoted.join(' … ')).verdict === 'exact'
      const pieces = bounded(quoted).map(judged)
      if (!isSplit && pieces.every(({ judgement }) => judgement.verdict === 'exact')) return pieces
    }
    if (verdict !== 'absent') return [whole]
    const parts = bounded(quoted.length > 0 ? quoted : sentencesIn(typed)).map(judged)
    const isFound = parts.some(({ judgement }) => 'places' in judgement)
    return isFound ? parts : [whole]
  }
}

/** At most so many quotations; what goes beyond them is one with the last, so that nothing is passed over. */
function bounded(quotations: readonly string[]): string[] {
  const rest = quotations.slice(QUOTATIONS - 1)
  return rest.length > 1
    ? [...quotations.slice(0, QUOTATIONS - 1), rest.join(' ')]
    : [...quotations]
}

/** What a text says in sentences, and between "…", of three words or more. */
function sentencesIn(text: string): string[] {
  return text.split(LEFT_OUT).flatMap(splitSentences).filter(isLong)
}

function isLong(quotation: string): boolean {
  return unitsOf(quotation, 0).filter(isWord).length >= FEWEST
}

/** Whether a text is only about who said a quotation, when and where: nothing in it can be a part of what is quoted. */
function buildIsAround(speech: Speech): (text: string) => boolean {
  const { speaker, office, occasion, title, source, date } = speech
  const day = new Date(`${date}T00:00:00Z`)
  const months = ['long', 'short'].map((month) =>
    new Intl.DateTimeFormat('en', { month: month as 'long', timeZone: 'UTC' }).format(day),
  )
  const known = new Set([
    ...AROUND,
    ...SAYING,
    ...unitsOf([speaker, office, occasion, title, source, ...months].join(' '), 0).map(
      ({ key }) => key,
    ),
  ])
  return (text) =>
    unitsOf(text, 0)
      .filter(isWord)
      .every(({ key }) => known.has(key) || /^\d[\d.,]*(?:st|nd|rd|th)?$/u.test(key))
}

/** A quotation as it stands, then without what people put around one. */
function readingsOf(
  quotation: string,
  speech: Speech,
  isAround: (text: string) => boolean,
): string[] {
  // lengths are bounded so that no input takes long
  const quote = quotation
    .replace(/[[(]\s{0,9}sic\s{0,9}[\])]/giu, ' ')
    // the mark of a footnote
    .replace(/\[\d{1,3}\]/gu, ' ')
    // the bot's own references, and those of its citations
    .replace(
      /§([\d.]{1,9}) ([^\n§]{0,120}?) ·\s?¶\d{1,4}/gu,
      (whole, number: string, name: string) =>
        speech.sections.some((section) => section.number === number && section.title === name)
          ? ' '
          : whole,
    )
    .replace(/\(([^()]{0,160})\)/gu, (whole, inside: string) => (isAround(inside) ? ' ' : whole))
  // "— Wang Yi, …"
  const end = Math.max(0, quote.length - ATTRIBUTION)
  const dash = Array.from(
    quote.slice(end).matchAll(/\s(?:--|[-–—―])/gu),
    ({ index }) => end + index,
  )
  // "Wang Yi: …", "According to Wang Yi, …"
  const lead = Array.from(
    quote.slice(0, ATTRIBUTION).matchAll(/[:,]\s/gu),
    ({ index }) => index + 1,
  )
  const bare = quote.slice(
    lead.findLast((at) => isAround(quote.slice(0, at))),
    dash.find((at) => isAround(quote.slice(at))),
  )
  const quoted = quotedRuns(bare, isAround)
  const count = (text: string): number => text.trim().split(/\s+/u).length
  return [
    quotation,
    bare,
    // a quotation inside one is not the whole of it
    ...quoted.filter((run) => quoted.length === 1 && count(run) * 2 >= count(bare)),
  ].filter((reading, index, all) => all.indexOf(reading) === index)
}

/** What a message quotes, each quotation of three words or more: its block quotes, or else what it has in quotation marks. */
function quotationsIn(message: string, isAround: (text: string) => boolean): string[] {
  const [, rest] = /^>>>\s+([^]*)$/mu.exec(message) ?? []
  const lines = (rest === undefined ? message : rest.replace(/^/gmu, '> ')).split('\n')
  const blocks = lines
    .map((line) => /^>+\s+(.*)$/u.exec(line)?.[1])
    .reduce<string[]>(
      (all, line) =>
        line === undefined ? [...all, ''] : [...all.slice(0, -1), `${all.at(-1) ?? ''} ${line}`],
      [''],
    )
  const isLong = (quotation: string): boolean =>
    unitsOf(quotation, 0).filter(isWord).length >= FEWEST
  const block = blocks.filter(isLong)
  return block.length > 0 ? block : quotedRuns(message, isAround).filter(isLong)
}

/**
 * What a text quotes: the parts in quotation marks, as one where nothing but who says it stands
 * between them ('"We have no intention," Wang said, "to challenge …"').
 */
function quotedRuns(text: string, isAround: (text: string) => boolean): string[] {
  const runs: string[] = []
  let end = 0
  for (const { 0: marked, index } of text.matchAll(QUOTED)) {
    // the comma before "he said" is not the speaker's
    const part = marked.slice(1, -1).replace(/[,.;:]\s*$/u, '')
    const last = runs.length - 1
    const between = text.slice(end, index)
    const isSaying = unitsOf(between, 0).some(({ key }) => SAYING.has(key))
    if (last >= 0 && isSaying && isAround(between)) runs[last] = `${runs[last]} … ${part}`
    else runs.push(part)
    end = index + marked.length
  }
  return runs
}

const QUOTED = /“[^“”]+”|"[^"]+"|«[^«»]+»|「[^「」]+」/gu

function piecesOf(quotation: string): QuotedWord[][] {
  return quotation
    .split(LEFT_OUT)
    .map((piece) => trimMarks(unitsOf(piece, 0)))
    .filter((piece) => piece.length > 0)
}

function unitsOf(text: string, line: number): QuotedWord[] {
  return [...text.matchAll(UNIT)].map((match) => ({
    key: match[0].normalize('NFKC').toLowerCase().replace(/[’ʼ]/gu, "'"),
    source: text,
    start: match.index,
    end: match.index + match[0].length,
    line,
  }))
}

function isWord({ key }: QuotedWord): boolean {
  return /[\p{L}\p{N}]/u.test(key)
}

function trimMarks(units: readonly QuotedWord[]): QuotedWord[] {
  const first = units.findIndex(isWord)
  return first < 0 ? [] : units.slice(first, units.findLastIndex(isWord) + 1)
}

/** Where the pieces stand one after another, the shortest stretches that hold all of them first. */
function findRuns(
  words: readonly QuotedWord[],
  at: ReadonlyMap<string, readonly number[]>,
  pieces: readonly (readonly QuotedWord[])[],
): [number, number][][] {
  const runsOf = (piece: readonly QuotedWord[]): [number, number][] =>
    (at.get(piece[0]?.key ?? '') ?? [])
      .filter((from) => piece.every(({ key }, index) => words[from + index]?.key === key))
      .map((from) => [from, from + piece.length])
  const [starts = [], ...later] = pieces.map(runsOf)
  const found: [number, number][][] = []
  for (const start of starts) {
    const runs = [start]
    for (const candidates of later) {
      const next = candidates.find(([from]) => from >= (runs.at(-1)?.[1] ?? 0))
      if (!next) break
      runs.push(next)
    }
    if (runs.length === pieces.length) found.push(runs)
  }
  const length = (list: readonly (readonly [number, number])[]): number =>
    (list.at(-1)?.[1] ?? 0) - (list[0]?.[0] ?? 0)
  return found.sort((a, b) => length(a) - length(b))
}

function placesOf(
  lines: readonly SpokenLine[],
  words: readonly QuotedWord[],
  from: number,
  to: number,
): QuotedPlace[] {
  const places: QuotedPlace[] = []
  for (const word of words.slice(from, to)) {
    const last = places.at(-1)
    const line = lines[word.line]
    if (last && last.line === line) places[places.length - 1] = { ...last, end: word.end }
    else if (line) places.push({ line, start: word.start, end: word.end })
  }
  return places
}

/** The stretch of the speech that is most alike, and what differs. */
function nearest(
  lines: readonly SpokenLine[],
  words: readonly QuotedWord[],
  at: ReadonlyMap<string, readonly number[]>,
  said: readonly QuotedWord[],
  isContent: (word: string) => boolean,
): Judgement {
  const content = said.filter(({ key }) => isContent(key)).length
  // each word of the quotation votes for the place where the quotation would begin; rare words more
  const votes = new Map<number, number>()
  for (const [index, { key }] of said.entries()) {
    const places = at.get(key) ?? []
    if (said.length > LONG && places.length > RARE) continue
    for (const place of places) {
      const bucket = Math.round((place - index) / STEP)
      for (const near of [bucket - 1, bucket, bucket + 1])
        votes.set(near, (votes.get(near) ?? 0) + 1 / places.length)
    }
  }
  const starts = [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .map(([bucket]) => bucket * STEP)
  const fewest = ALIKE * said.filter(isWord).length
  const long = said.length > LONG
  const windows = starts
    .flatMap((start) =>
      Array.from({ length: long ? 1 : 2 * STEP + 1 }, (_, index) => start - STEP + index),
    )
    .map((start) => {
      const from = Math.max(0, start)
      const window = words.slice(from, from + said.length + SLACK)
      return { from, window, same: inOrder(said, window) }
    })
    // counting the words in common is quick, telling the differences is not
    .filter(({ same }) => same >= fewest)
    .sort((a, b) => b.same - a.same)
    .slice(0, long ? 1 : undefined)
  let best: ({ from: number; to: number; cost: number } & Compared) | undefined
  for (const { from, window } of windows) {
    const compared = compare(said, window, fewest)
    if (compared && (!best || compared.cost < best.cost)) {
      best = { ...compared, from: from + compared.from, to: from + compared.to }
    }
  }
  if (!best || best.same < fewest) return { verdict: 'absent' }
  const { matched } = best
  const alike = matched.filter(({ key }) => isContent(key)).length
  if (alike < Math.max(ALIKE * content, Math.min(content, LIKENESS))) return { verdict: 'absent' }
  return {
    verdict: 'altered',
    places: placesOf(lines, words, best.from, best.to),
    differences: best.differences,
  }
}

interface Compared {
  /** words in common, their number, and the stretch of the window that holds them */
  readonly matched: readonly QuotedWord[]
  readonly same: number
  readonly from: number
  readonly to: number
  /** words that one of the two has and the other has not */
  readonly cost: number
  readonly differences: Difference[]
}

/**
 * How many words both have in the same order: the length of the longest common subsequence, a row
 * of the table in the bits of one number. Source: Hyyrö, "Bit-Parallel LCS-length Computation
 * Revisited" (2004).
 */
function inOrder(said: readonly QuotedWord[], window: readonly QuotedWord[]): number {
  const places = new Map<string, bigint>()
  const wanted = said.filter(isWord)
  for (const [index, { key }] of wanted.entries()) {
    places.set(key, (places.get(key) ?? 0n) | (1n << BigInt(index)))
  }
  const all = (1n << BigInt(wanted.length)) - 1n
  let row = all
  for (const { key } of window) {
    const matches = row & (places.get(key) ?? 0n)
    row = ((row + matches) | (row - matches)) & all
  }
  return (all ^ row).toString(2).replaceAll('0', '').length
}

/** @param fewest words that both must have in order; undefined where they have not */
function compare(
  said: readonly QuotedWord[],
  window: readonly QuotedWord[],
  fewest: number,
): Compared | undefined {
  const changes = diffArrays(said as QuotedWord[], window as QuotedWord[], {
    comparator: (a, b) => a.key === b.key,
    // with more changes fewer words are left in common; it also bounds the time
    maxEditLength: Math.min(
      said.length + SLACK,
      said.length + window.length - 2 * Math.ceil(fewest),
    ),
  })
  if (!changes) return undefined
  let [left, right] = [0, 0]
  const matched: QuotedWord[] = []
  let [from, to] = [-1, -1]
  const hunks: { said: QuotedWord[]; speech: QuotedWord[]; place: number }[] = []
  let open: (typeof hunks)[number] | undefined
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      matched.push(...said.slice(left, left + count).filter(isWord))
      if (from < 0) from = right
      left += count
      right += count
      to = right
      open = undefined
    } else {
      open ??= hunks[hunks.push({ said: [], speech: [], place: right }) - 1]
      if (removed) {
        open?.said.push(...said.slice(left, left + count))
        left += count
      } else {
        open?.speech.push(...window.slice(right, right + count))
        right += count
      }
    }
  }
  if (from < 0) return undefined
  const last = to
  const same = matched.length
  const differences = hunks.flatMap((hunk): Difference[] => {
    // before the first and after the last word in common the window is only context: as many words
    // as were said there, within the sentence
    const leads = hunk.place < from
    const outside = leads || hunk.place >= last
    const speech = outside
      ? context(hunk.speech, Math.max(hunk.said.length, FEWEST), leads)
      : hunk.speech
    if (outside && hunk.said.filter(isWord).length === 0) return []
    if (outside && speech.length > 0) {
      if (leads) from -= speech.length
      else to += speech.length
    }
    return [{ said: joined(hunk.said), speech: joined(speech) }]
  })
  const inside = hunks.filter(({ place }) => place > 0 && place < window.length)
  const cost =
    said.filter(isWord).length -
    same +
    inside.reduce(
      (sum, { place, speech }) => sum + (place >= last ? 0 : speech.filter(isWord).length / 2),
      0,
    )
  return { matched, same, from: Math.max(0, from), to, cost, differences }
}

function context(
  words: readonly QuotedWord[],
  count: number,
  before: boolean,
): readonly QuotedWord[] {
  const isStop = ({ key }: QuotedWord): boolean => /[.!?]/u.test(key) && !/[\p{L}\p{N}]/u.test(key)
  if (before) return words.slice(words.findLastIndex(isStop) + 1).slice(-count)
  const stop = words.findIndex(isStop)
  return words.slice(0, stop < 0 ? undefined : stop).slice(0, count)
}

/** Words as they stand in what they were taken from, with all that is between them there. */
function joined(words: readonly QuotedWord[]): string {
  const stretches: { source: string; start: number; end: number }[] = []
  for (const { source, start, end } of words) {
    const last = stretches.at(-1)
    if (last && last.source === source && start >= last.end) last.end = end
    else stretches.push({ source, start, end })
  }
  return stretches
    .map(({ source, start, end }) => source.slice(start, end).replace(/\s+/gu, ' '))
    .join(' ')
}
