/** Where the clauses and sentences of a text end, and what turns them: from its words and marks, without grammar. */
import type { QuotedWord, Run } from './units.ts'

// words that say no, and words that work like one
const NEGATIONS = new Set(
  `no not never nor neither none nobody nothing without cannot avoid avoids avoided avoiding stop stops stopped stopping
  hardly barely scarcely refuse refuses refused refusing oppose opposes opposed opposing prevent prevents prevented
  preventing fail fails failed failing except unless deny denies denied denying false untrue doubt doubts doubted`.split(
    /\s+/u,
  ),
)
// these do so only before another word ("rather than", but "it is rather for us")
const NEGATIONS_OF_TWO = new Map([
  ['rather', 'than'],
  ['instead', 'of'],
])
// what is hoped, asked for, or so on a condition, is not said to be so
const CONDITIONS = new Set('hope hoped hoping urge urged urging wish wished wishing if'.split(' '))
// what follows one of these is no statement by itself: "we hope that they will | act"
const NO_STATEMENT = new Set(['to', 'will'])
// what goes on with one of these narrows what stands before it: "we never act alone | outside the authorization by the UN"
const NARROWING = new Set(
  'outside unless except without if until among targeted times percent million billion trillion'.split(
    ' ',
  ),
)
// what is said of a part only, or of another, without what stands right before it: "the second | largest contributor"
const LIMITING =
  /(?:^| )(?:second|third|fourth|fifth|previous(?: u\.?s\.?)?|former|(?:less|more|fewer) than|at least|one of(?: the)?)$/u
/** Words of the longest of those */
const LIMIT = 3
// what is said after one of these stands for itself
const CONJUNCTIONS = new Set(['although', 'because', 'but', 'though', 'whereas', 'while'])
// what ends a clause
const MARK = /^[.,;:!?]$/u

/**
 * Where the negations among `words` from `from` up to `to` stand: leaving one out, or putting one in, may
 * turn what is said into its opposite.
 */
export function negationsIn(
  words: readonly QuotedWord[],
  from = 0,
  to = words.length,
): readonly Run[] {
  const found: Run[] = []
  for (let index = from; index < to; index++) {
    const key = words[index]?.key ?? ''
    if (NEGATIONS.has(key) || key.endsWith("n't")) found.push([index, index + 1])
    const second = NEGATIONS_OF_TWO.get(key)
    if (second !== undefined && words[index + 1]?.key === second) found.push([index, index + 2])
  }
  return found
}

/**
 * What stands right beside the words from `from` up to `to`, in the same clause, and may turn what they say:
 * before them a negation, a hope, a condition or a limit; after them what narrows them, or multiplies a figure, and a contrast
 * that another one in them seems to hold for ("dialogue instead of confrontation and teaming up | instead of ganging up").
 */
export function turnsBeside(words: readonly QuotedWord[], [from, to]: Run): readonly Run[] {
  const start = clauseStart(words, from)
  const before = words.slice(start, from)
  const condition = before.findLastIndex(
    // "Only with …" is a condition, "they will only cause problems" is none
    ({ key }, index) => CONDITIONS.has(key) || (key === 'only' && index === 0),
  )
  const isOpen = condition >= 0 && !before.slice(condition).some(({ key }) => NO_STATEMENT.has(key))
  const [negation] = negationsIn(words, start, from)
  const limiting = LIMITING.exec(
    words
      .slice(Math.max(start, from - LIMIT), from)
      .map(({ key }) => key)
      .join(' '),
  )
  const limits = limiting?.[0].trim().split(' ').length ?? 0
  const cut = Math.min(negation?.[0] ?? from, isOpen ? start + condition : from, from - limits)
  const isContrast = negationsIn(words, to, to + 1)[0]?.[1] === to + 2
  const isContinued = isContrast && negationsIn(words, clauseStart(words, to), to).length > 0
  const isNarrowed = !isClauseBetween(words, to) && NARROWING.has(words[to]?.key ?? '')
  const end = isContinued || isNarrowed ? clauseEnd(words, to) : to
  return [[cut, from] as const, [to, end] as const].filter(([first, last]) => first < last)
}

/** The number of the first word of the clause in which word number `index` stands. */
export function clauseStart(words: readonly QuotedWord[], index: number): number {
  let start = index
  while (!isClauseBetween(words, start)) start--
  return start
}

/** Whether one clause ends and another begins before word number `index`. */
export function isClauseBetween(words: readonly QuotedWord[], index: number): boolean {
  const [before, after] = [words[index - 1], words[index]]
  if (!before || !after || before.line !== after.line) return true
  // a list goes on after its comma: "did not start a war, or join one"
  if (MARK.test(before.key)) return !(before.key === ',' && after.key === 'or')
  // dashes are no words of their own
  return (
    CONJUNCTIONS.has(after.key) || /[—–]|\s--?\s/u.test(after.source.slice(before.end, after.start))
  )
}

/** Whether a clause ends with the word before number `index`, or with the mark that follows it. */
function endsClauseAt(words: readonly QuotedWord[], index: number): boolean {
  return isClauseBetween(words, index) || MARK.test(words[index]?.key ?? '')
}

/** The number of the first word, or mark, after the clause in which the word before number `index` stands. */
export function clauseEnd(words: readonly QuotedWord[], index: number): number {
  let end = index
  while (!endsClauseAt(words, end)) end++
  return end
}

/** The number of the first word of the sentence in which word number `index` stands. */
export function sentenceStart(words: readonly QuotedWord[], index: number): number {
  let start = index
  while (!isSentenceBetween(words, start)) start--
  return start
}

/** The number of the first word after the sentence in which the word before number `index` stands. */
export function sentenceEnd(words: readonly QuotedWord[], index: number): number {
  let end = index
  while (!isSentenceBetween(words, end)) end++
  return end
}

function isSentenceBetween(words: readonly QuotedWord[], index: number): boolean {
  const [before, after] = [words[index - 1], words[index]]
  return !before || !after || before.line !== after.line || endsSentence(before)
}

/** Whether words from `from` up to `to` are whole sentences, with or without the mark at their end. */
export function isWholeSentences(words: readonly QuotedWord[], [from, to]: Run): boolean {
  const next = words[to]
  const isEnd = isSentenceBetween(words, to) || (next !== undefined && endsSentence(next))
  return isSentenceBetween(words, from) && isEnd
}

/** Whether it is a mark at the end of a sentence; so is the stop of an abbreviation. */
export function endsSentence({ key }: QuotedWord): boolean {
  return key === '.' || key === '!' || key === '?'
}
