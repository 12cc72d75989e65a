/**
 * The stretch of a speech that a quotation altered: where most of its words stand in their order, and
 * what differs there. What is word for word is found in verbatim.ts.
 */
import { stemmer } from 'stemmer'
import { alignment, inWholeTokens, isBracketOpen } from './alignment.ts'
import {
  clauseEnd,
  clauseStart,
  endsSentence,
  isWholeSentences,
  sentenceEnd,
  sentenceStart,
} from './clauses.ts'
import { numberOf } from './numbers.ts'
import type { SpokenWords } from './spoken.ts'
import { FEWEST_WORDS, isJoined, isSign, isWord, joined, trimMarks } from './units.ts'
import type { QuotedWord, Run } from './units.ts'

/** What the quotation has where the speech has something else; '' where one of them has nothing. */
export interface Difference {
  readonly said: string
  readonly speech: string
}

/** Words of the speech, and what differs there. */
export interface Alteration {
  readonly run: Run
  readonly differences: readonly Difference[]
}

/** A quotation is an alteration where the speech has this share of its words in their order, and of its words of content. */
const ALIKE = 0.6
/** With this share it is one whatever the one word is that differs. */
const NEARLY_ALL = 0.8
/** Where so many words in a row are the speech's … */
const IN_A_ROW = 6
/** … this share is enough. */
const WITH_A_ROW = 0.4
/** A sentence of so many words is found among others. */
const SENTENCE = 5
/** So many words or more are the speech's altered where their sentence has most of them … */
const NOT_FEW = 7
/** … which is this share, rarer words counting more. */
const MOST = 0.64
/** So many words of content in common make a likeness; fewer do where they are all, or one word is another. */
const LIKENESS = 3
/** What one word in the place of another costs, see `Compared`. */
const ONE_WORD = 1.5
/** Places that are looked at more closely. */
const CANDIDATES = 5
/** So far before the place where most words say that it begins a quotation with words left out may begin. */
const SLACK = 10
/** A quotation of more words than this is placed by its rarer words, and compared at one place only: it takes time. */
const LONG = 50
/** Words and marks that 4,000 letters of prose have at most; to compare more would take too long. */
const LONGEST = 800
/** Words that the speech has at most so often are rare. */
const RARE = 16

/**
 * The stretch of the speech that is most alike, and what differs.
 * @param pieces what the quotation has between its marks of omission
 * @param isContent whether a folded word carries content: small words alone are no likeness
 * @returns undefined where nothing is alike
 */
export function nearestAlteration(
  spoken: SpokenWords,
  pieces: readonly (readonly QuotedWord[])[],
  isContent: (word: string) => boolean,
): Alteration | undefined {
  const said = pieces.flat()
  if (said.length > LONGEST) return undefined
  // several sentences or pieces are told each for itself
  const isOne = pieces.length === 1 && !said.some(endsSentence)
  const own = said.filter(isWord).map(({ key }) => key)
  const fewest = (isOne ? WITH_A_ROW : ALIKE) * own.length
  const [nearest] = stretchesNear(said, spoken)
    // counting is quick, telling the differences is not
    .filter((stretch) => inCommon(own, keysIn(spoken.words, stretch)).length >= fewest)
    .map((stretch) => compare(said, spoken.words, stretch, isContent))
    .map((compared) => ({ ...compared, share: isOne ? shareOfSentence(compared, own, spoken) : 0 }))
    .filter(
      (compared) =>
        isAlike(compared, said, isOne, isContent) ||
        isOfSentence(compared, own) ||
        (isOne && isWhole(compared, spoken.words)),
    )
    .sort((a, b) => b.share - a.share || a.cost - b.cost)
  return nearest
}

/**
 * Stretches of whole sentences: from those in which most words of the quotation vote that it would begin. A rare
 * word has more of a vote; of a long quotation only rare ones vote.
 */
function stretchesNear(said: readonly QuotedWord[], { words, at, starts }: SpokenWords): Run[] {
  const isLong = said.length > LONG
  const votes = new Map<number, number>()
  for (const [index, { key }] of said.entries()) {
    const places = at.get(key) ?? []
    if (isLong && places.length > RARE) continue
    for (const place of places) {
      const from = starts[place - index] ?? 0
      votes.set(from, (votes.get(from) ?? 0) + 1 / places.length)
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, isLong ? 1 : CANDIDATES)
    .map(([from]) => {
      const end = sentenceEnd(words, from + 1) + said.length
      return [starts[from - SLACK] ?? 0, sentenceEnd(words, Math.min(words.length, end))]
    })
}

/** What both have in common at most, in whatever order. */
function inCommon(said: readonly string[], speech: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const key of speech) counts.set(key, (counts.get(key) ?? 0) + 1)
  return said.filter((key) => {
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count > 0
  })
}

/**
 * The share of a quotation's words, in any form and the rarer ones counting more, that the sentence has which
 * it was compared with, in whatever order.
 */
function shareOfSentence(
  { run: [from, to] }: Compared,
  own: readonly string[],
  { words, stems }: SpokenWords,
): number {
  // the inverse document frequency of Spärck Jones (1972), with every word for a document
  const weigh = (all: readonly string[]): number =>
    all.reduce((sum, stem) => sum + Math.log(words.length / (1 + (stems.get(stem) ?? 0))), 0)
  const said = own.map(stemmer)
  const sentence = keysIn(words, [sentenceStart(words, from), sentenceEnd(words, to)])
  return weigh(inCommon(said, sentence.map(stemmer))) / weigh(said)
}

/** Whether the sentence has most of the words, and some of them in their order. */
function isOfSentence(
  { matched, share }: Compared & { share: number },
  own: readonly string[],
): boolean {
  return own.length >= NOT_FEW && matched.length >= WITH_A_ROW * own.length && share >= MOST
}

/** Whether it is a sentence word for word, among others. */
function isWhole({ run, inARow }: Compared, words: readonly QuotedWord[]): boolean {
  const length = words.slice(...run).filter(isWord).length
  return length >= SENTENCE && inARow === length && isWholeSentences(words, run)
}

function keysIn(words: readonly QuotedWord[], run: Run): string[] {
  return words.slice(...run).map(({ key }) => key)
}

/** Whether what is in common is enough, and enough of it content. */
function isAlike(
  { matched, forms, cost, inARow }: Compared,
  said: readonly QuotedWord[],
  isOne: boolean,
  isContent: (word: string) => boolean,
): boolean {
  const words = said.filter(isWord)
  const share = matched.length / words.length
  // numbers in words may stand for figures
  const content = words.filter(({ key }) => isContent(key) && Number.isNaN(numberOf(key))).length
  const alike = [...matched, ...forms].filter(({ key }) => isContent(key)).length
  const isAllButOne = cost <= ONE_WORD
  if (isAllButOne && share >= NEARLY_ALL) return true
  if (isOne && share >= WITH_A_ROW && inARow >= IN_A_ROW && alike >= LIKENESS) return true
  return (
    share >= ALIKE &&
    alike >= ALIKE * content &&
    cost <= matched.length &&
    (isAllButOne || alike >= Math.min(content, LIKENESS))
  )
}

interface Compared extends Alteration {
  /** words in common */
  readonly matched: readonly QuotedWord[]
  /** words that the speech has there in another form */
  readonly forms: readonly QuotedWord[]
  /**
   * 1 for each word that only the quotation has, and a half for each that only the speech has between
   * the first word in common and the last
   */
  readonly cost: number
  /** most words in common in a row */
  readonly inARow: number
}

/**
 * What a quotation and a window of the speech have in common, and what differs.
 * @param words the speech
 * @param window where in it
 */
function compare(
  said: readonly QuotedWord[],
  words: readonly QuotedWord[],
  [start, stop]: Run,
  isContent: (word: string) => boolean,
): Compared {
  const { own, spoken, stretches } = alignment(said, words.slice(start, stop), isContent)
  const same = stretches.flatMap((one) => (one.isSame ? [one.said.filter(isWord)] : []))
  const matched = same.flat()
  const others = stretches.filter(({ isSame }) => !isSame)
  const forms = others.flatMap(({ said: own, speech }) => {
    const stems = new Set(speech.map(({ key }) => stemmer(key)))
    return own.filter((word) => isWord(word) && stems.has(stemmer(word.key)))
  })
  const cost =
    said.filter(isWord).length -
    matched.length +
    others.flatMap(({ speech }) => speech.filter(isWord)).length / 2
  // before and after that the window is only context: what the speech has there in its clause
  const before = said.slice(0, own[0])
  const after = said.slice(own[1])
  const first = start + spoken[0]
  const last = start + spoken[1]
  const from = before.length > 0 ? first - leadOf(words, first, before, isContent) : first
  const end = after.length > 0 ? last + tailOf(words, last, after.length) : last
  const to = tokenEnd(words, from, end)
  const differences = inWholeTokens([
    { isSame: false, said: before, speech: words.slice(from, first) },
    ...stretches,
    { isSame: false, said: after, speech: words.slice(last, to) },
  ])
    .filter((one) => !one.isSame && one.said.length + one.speech.length > 0)
    .map(({ said: own, speech }) => ({
      // of words that are only added, the marks around them are not told: `," he said,`
      said: joined(speech.length === 0 && own.some(isWord) ? withoutMarks(own) : own),
      speech: joined(speech),
    }))
  const inARow = Math.max(0, ...same.map((row) => row.length))
  return { matched, forms, cost, inARow, run: [from, to], differences }
}

/** Words without the marks around them; a "?" before them belongs to what it ends. */
function withoutMarks(words: readonly QuotedWord[]): QuotedWord[] {
  return [...words.slice(0, 1).filter(isSign), ...trimMarks(words)]
}

/** The end of the token, "COVID-19" or "(UN)", that words end in the midst of. */
function tokenEnd(words: readonly QuotedWord[], from: number, to: number): number {
  if (isJoined(words[to - 1], words[to])) return tokenEnd(words, from, to + 1)
  return words[to]?.key === ')' && isBracketOpen(words.slice(from, to)) ? to + 1 : to
}

/**
 * How many words the speech has there for others, in its clause: before `first`, where a "no" may stand, from the
 * first word of content on that is one of them …
 */
function leadOf(
  words: readonly QuotedWord[],
  first: number,
  others: readonly QuotedWord[],
  isContent: (word: string) => boolean,
): number {
  const keys = new Set(others.map(({ key }) => key).filter(isContent))
  const clause = words.slice(clauseStart(words, first), first)
  const at = clause.findIndex((word) => isWord(word) && keys.has(word.key))
  const most = Math.min(clause.length, Math.max(others.length, FEWEST_WORDS))
  return at < 0 ? most : Math.max(most, clause.length - at)
}

/** … and from `last` on; of a word or two more the clause is shown whole. */
function tailOf(words: readonly QuotedWord[], last: number, count: number): number {
  // the mark before it is no end
  const isAfterMark = !words.slice(last - 1, last).every(isWord)
  const length = clauseEnd(words, isAfterMark ? last + 1 : last) - last
  return length <= FEWEST_WORDS ? length : Math.min(count, length)
}
