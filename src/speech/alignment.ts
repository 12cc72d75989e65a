/** How a quotation and a piece of the speech go together, word by word. */
import { endsSentence } from './clauses.ts'
import { isJoined, isWord, type QuotedWord, type Run } from './units.ts'

/** What a word in common is worth, of content and small; so is a mark in a sentence what it costs. */
const CONTENT = 12
const SMALL = 10
/** What a word or mark costs that only one of them has; the end of a sentence costs what a word is worth. */
const OTHER = 3
const MARK = 1
const SENTENCE = 12
/** What words cost at most that a quotation leaves out of a sentence in one place: less than two of content are worth. */
const LEFT_OUT = 18

/** Words and marks in a row that both have, or that stand in the place of each other. */
export interface Stretch {
  readonly isSame: boolean
  readonly said: QuotedWord[]
  readonly speech: QuotedWord[]
}

/**
 * Where most is in common and least differs: before and after it more differs than is the same. This is the
 * local alignment of Smith and Waterman, "Identification of Common Molecular Subsequences" (1981).
 * @param isContent whether a folded word carries content
 * @returns where it lies in both, and what is the same there and what is not, in turn
 */
export function alignment(
  said: readonly QuotedWord[],
  speech: readonly QuotedWord[],
  isContent: (word: string) => boolean,
): { own: Run; spoken: Run; stretches: readonly Stretch[] } {
  const gains = said.map((one) =>
    isWord(one) ? (isContent(one.key) ? CONTENT : SMALL) : endsSentence(one) ? 0 : MARK,
  )
  const costs = said.map((one) => (isWord(one) ? OTHER : MARK))
  const { scores, first, start } = scoresOf(said, speech, gains, costs)
  const scoreAt = (row: number, column: number): number =>
    scores[row * (speech.length + 1) + column] ?? 0
  // where the words end that are left out from a column on
  const afterGap = (score: number, atRow: number, from: number): number => {
    let to = from + 1
    if (score === scoreAt(atRow, to) - costOf(speech[from])) return to
    while (score !== scoreAt(atRow, to) - LEFT_OUT) to++
    return to
  }
  const stretches: Stretch[] = []
  let [row, column] = [first, start]
  for (;;) {
    const [own, spoken, score] = [said[row], speech[column], scoreAt(row, column)]
    if (!own || !spoken || score === 0)
      return { own: [first, row], spoken: [start, column], stretches }
    const isSame =
      own.key === spoken.key && score === scoreAt(row + 1, column + 1) + (gains[row] ?? 0)
    const isOwn = isSame || score === scoreAt(row + 1, column) - (costs[row] ?? 0)
    if (stretches.at(-1)?.isSame !== isSame) stretches.push({ isSame, said: [], speech: [] })
    if (isOwn) stretches.at(-1)?.said.push(own)
    const next = isSame ? column + 1 : isOwn ? column : afterGap(score, row, column)
    stretches.at(-1)?.speech.push(...speech.slice(column, next))
    if (isOwn) row++
    column = next
  }
}

/** The same stretches, where what differs has whole tokens of the speech: no half of "COVID-19", no "(" alone. */
export function inWholeTokens(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = []
  for (const { isSame, said, speech } of stretches) {
    const last = whole.at(-1)
    if (!last) whole.push({ isSame, said: [...said], speech: [...speech] })
    else if (last.isSame) {
      // in what is the same, each word has its own
      let from = last.speech.length
      while (isJoined(last.speech[from - 1], last.speech[from] ?? speech[0])) from--
      const [own, spoken] = [last.said.splice(from), last.speech.splice(from)]
      whole.push({ isSame, said: [...own, ...said], speech: [...spoken, ...speech] })
    } else {
      const rest = isSame ? restOfToken(last.speech, speech) : Infinity
      last.said.push(...said.slice(0, rest))
      last.speech.push(...speech.slice(0, rest))
      if (rest < speech.length)
        whole.push({ isSame, said: said.slice(rest), speech: speech.slice(rest) })
    }
  }
  return whole
}

/** How many of the next words belong to the token that some words end in the midst of. */
function restOfToken(words: readonly QuotedWord[], next: readonly QuotedWord[]): number {
  const isOpen = isBracketOpen(words)
  const end = next.findIndex((word, index) => {
    const before = next[index - 1]
    return isOpen ? before?.key === ')' : !isJoined(before ?? words.at(-1), word)
  })
  return end < 0 ? next.length : end
}

/** Whether words have a "(" without its ")". */
export function isBracketOpen(words: readonly QuotedWord[]): boolean {
  return words.findLast(({ key }) => key === '(' || key === ')')?.key === '('
}

/** What it costs to leave out a word or mark of the speech. */
function costOf(one: QuotedWord | undefined): number {
  return !one || isWord(one) ? OTHER : endsSentence(one) ? SENTENCE : MARK
}

/**
 * The best score from each word of both on, a row for each word of the quotation; 0 where nothing is to be gained.
 * @returns also the word of each with the best of all
 */
function scoresOf(
  said: readonly QuotedWord[],
  speech: readonly QuotedWord[],
  gains: readonly number[],
  costs: readonly number[],
): { scores: Int16Array; first: number; start: number } {
  const others = Int16Array.from(speech, costOf)
  // numbers are compared quicker than words
  const numbers = new Map(speech.map(({ key }, index) => [key, index]))
  const keys = Int32Array.from(speech, ({ key }) => numbers.get(key) ?? 0)
  const width = speech.length + 1
  const scores = new Int16Array((said.length + 1) * width)
  let [most, first, start] = [0, 0, 0]
  for (let row = said.length - 1; row >= 0; row--) {
    const key = numbers.get(said[row]?.key ?? '') ?? -1
    const [gain, cost, at] = [gains[row] ?? 0, costs[row] ?? 0, row * width]
    // the score of the word after, in this row and in the next
    let [right, diagonal] = [0, 0]
    // the best score after it in its sentence
    let later = 0
    for (let column = speech.length - 1; column >= 0; column--) {
      const below = scores[at + width + column] ?? 0
      const other = others[column] ?? 0
      later = other === SENTENCE ? 0 : Math.max(later, right)
      let score = Math.max(right - other, later - LEFT_OUT)
      if (below - cost > score) score = below - cost
      if (keys[column] === key && diagonal + gain > score) score = diagonal + gain
      diagonal = below
      right = score > 0 ? score : 0
      scores[at + column] = right
      if (right < most || right === 0) continue
      most = right
      first = row
      start = column
    }
  }
  return { scores, first, start }
}
