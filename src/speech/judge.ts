/** What became of one quotation: the speech has it word for word, or has something like it, or does not have it. */
import SearchableMap from 'minisearch/SearchableMap'
import { nearestAlteration, type Alteration } from './alteration.ts'
import { withoutTags } from './around.ts'
import { isWholeSentences, negationsIn } from './clauses.ts'
import { piecesOf, withoutBracketed } from './pieces.ts'
import { wordsNear } from './slips.ts'
import { placesOf, type SpokenWords } from './spoken.ts'
import { FEWEST_WORDS, countWords, folded, isSign, isWord, joined, unitsOf } from './units.ts'
import type { QuotedWord, Run } from './units.ts'
import { besideOf, takesSubject, verbatim, type Verbatim } from './verbatim.ts'

/** A quotation and what became of it. */
export interface Judged extends Omit<Verbatim, 'verdict' | 'run'> {
  readonly quotation: string
  /** absent, where the speech has nothing like it; too short, where it has too few words to tell */
  readonly verdict: Verbatim['verdict'] | 'absent' | 'too short'
  /** from its first word to its last in the speech, which may have a word or two too */
  readonly run?: Run
  /** what stands in it in square brackets and was not compared: words of whoever quotes */
  readonly bracketed: readonly string[]
  /** it is altered by nothing but words before or after whole sentences of the speech */
  readonly isFramed?: boolean
  /** it runs from one clause or sentence into the next as the speech does not: the subject may be another */
  readonly isMisjoined?: boolean
}

/** What may be meant as the quotation, its pieces, and what was not compared. */
interface Reading extends Pick<Judged, 'quotation' | 'bracketed'> {
  readonly pieces: readonly (readonly QuotedWord[])[]
  /** without tags at its edges: they may be words of the sentence unless it is whole without them */
  readonly isUntagged: boolean
  /** what was set aside before it, '' for nothing */
  readonly before: string
}

export interface Judge {
  readonly judge: (quotation: string) => Judged
  /** Whether a quotation is there word for word, though it may leave words out: this is quick. */
  readonly standsVerbatim: (quotation: string) => boolean
  /** What a quotation that is absent is like without its slips, which are differences then. It takes time. */
  readonly withoutSlips: (quotation: string) => Judged | undefined
}

/** What is known of words. */
export interface Words {
  /** whether a folded word carries content: small words alone are no likeness */
  readonly isContent: (word: string) => boolean
  /** whether a folded word is English as it stands: no slip */
  readonly isEnglish: (word: string) => boolean
  /** whether English writes a folded word in small letters: no name */
  readonly isCommon: (word: string) => boolean
}

/** Of more words than these, no slips are looked for: it takes time. */
const SHORT = 60
/** Letters of a word that may be a slip, and of one that may have two. */
const MAY_SLIP = /\p{L}{3,30}/gu
const LONG = 7

/** @param setAside gives a quotation without what people put around it */
export function buildJudge(
  spoken: SpokenWords,
  setAside: (quotation: string) => string,
  { isContent, isEnglish }: Words,
): Judge {
  const readings = (quotation: string): readonly Reading[] =>
    readingsOf(quotation, setAside).filter(({ pieces }) => isEnough(pieces, isContent))
  const found = (possible: readonly Reading[]): Judged | undefined => {
    const judged = firstVerbatim(spoken, possible) ?? nearest(spoken, possible, isContent)
    return judged && { ...judged, isMisjoined: isMisjoined(spoken, judged) }
  }
  const mend = buildMend(spoken, isEnglish)

  return {
    judge: (quotation) => {
      const possible = readings(quotation)
      const judged = found(possible)
      if (judged) return judged
      const none = { quotation, differences: [], leftOut: [], bracketed: [] }
      if (possible.length > 0) return { ...none, verdict: 'absent', places: [] }
      const short = verbatim(spoken, [piecesOf(quotation).flat()])
      return short
        ? { ...none, verdict: 'too short', places: short.places, run: short.run }
        : { ...none, verdict: 'too short', places: [] }
    },
    standsVerbatim: (quotation) => {
      const judged = firstVerbatim(spoken, readings(quotation))
      return judged !== undefined && isVerbatim(judged)
    },
    withoutSlips: (quotation) => {
      const { mended, slips } = mend(quotation)
      const judged = slips.size > 0 ? found(readings(mended)) : undefined
      return judged && { ...withSlips(judged, slips), quotation }
    },
  }
}

// small words here and there prove nothing, however many they are
function isEnough(
  pieces: readonly (readonly QuotedWord[])[],
  isContent: (word: string) => boolean,
): boolean {
  return (
    pieces.flat().filter(isWord).length >= FEWEST_WORDS &&
    (pieces.length === 1 || pieces.flat().some(({ key }) => isContent(key)))
  )
}

/** What of a text may be meant as the quotation: all of it first. */
function readingsOf(quotation: string, setAside: (quotation: string) => string): Reading[] {
  const bare = setAside(quotation)
  const plain = new Set([quotation, bare, unbroken(quotation), unbroken(bare), inFull(bare)])
  const untagged = withoutTags(quotation)
  const others = untagged === quotation ? [] : [untagged, setAside(untagged)]
  return [...new Set([...plain, ...others])].map((reading) => {
    const { text, bracketed } = withoutBracketed(reading)
    const isUntagged = !plain.has(reading)
    const before = quotation.slice(0, Math.max(0, quotation.lastIndexOf(reading)))
    return { quotation: reading, bracketed, pieces: piecesOf(text), isUntagged, before }
  })
}

/** The first reading that the speech has word for word. */
function firstVerbatim(spoken: SpokenWords, possible: readonly Reading[]): Judged | undefined {
  for (const { quotation, bracketed, pieces, isUntagged, before } of possible) {
    // what stands in brackets may be the speech's own words
    const own = bracketed.length > 0 ? verbatim(spoken, piecesOf(quotation)) : undefined
    if (own?.verdict === 'exact') return { ...own, quotation, bracketed: [] }
    const found = verbatim(spoken, pieces)
    if (!found) continue
    if (isUntagged && !isWholeSentences(spoken.words, found.run)) continue
    if (isOwnVerb(spoken, before, found.run)) continue
    // with words of somebody else's it is not exact as a whole
    const isCut = found.verdict === 'exact' && bracketed.length > 0
    return { ...found, quotation, bracketed, ...(isCut && { verdict: 'abridged' }) }
  }
  return undefined
}

/** The reading with the fewest differences: it is likeliest what was meant as the quotation. */
function nearest(
  spoken: SpokenWords,
  possible: readonly Reading[],
  isContent: (word: string) => boolean,
): Judged | undefined {
  // one reading of the same words is enough: telling what differs takes time
  const different = new Map(
    possible
      .filter(({ isUntagged }) => !isUntagged)
      .map((reading) => [folded(reading.pieces.flat().filter(isWord)), reading]),
  )
  const [altered] = [...different.values()]
    .flatMap(({ quotation, bracketed, pieces, before }): Judged[] => {
      const found = nearestAlteration(spoken, pieces, isContent)
      if (!found || isOwnVerb(spoken, before, found.run)) return []
      const { run, differences } = found
      const places = placesOf(spoken, [run])
      const isFramed = isFrame(spoken, pieces.flat(), found)
      const leftOut = besideOf(spoken.words, run)
      const own = { quotation, bracketed, run, places }
      return [{ ...own, verdict: 'altered', differences, leftOut, isFramed }]
    })
    .sort((a, b) => a.differences.length - b.differences.length)
  return altered
}

/** A quotation with the words of the speech for its slips, and each slip by the word that is meant. */
interface Mended {
  readonly mended: string
  readonly slips: ReadonlyMap<string, string>
}

function buildMend(
  { words }: SpokenWords,
  isEnglish: Words['isEnglish'],
): (quotation: string) => Mended {
  // each word as the speech writes it, for it is shown
  const known = SearchableMap.from(
    words.filter(isWord).map((word): [string, string] => [word.key, joined([word])]),
  )
  const meantBy = (typed: string): string | undefined => {
    const word = typed.toLowerCase()
    if (known.has(word) || isEnglish(word)) return undefined
    return wordsNear(known, word, word.length < LONG ? 1 : 2)[0]?.[1]
  }
  return (quotation) => {
    const slips = new Map<string, string>()
    if (countWords(quotation) > SHORT) return { mended: quotation, slips }
    const mended = quotation.replace(MAY_SLIP, (typed) => {
      const meant = meantBy(typed)
      if (meant !== undefined) slips.set(meant, typed)
      return meant ?? typed
    })
    return { mended, slips }
  }
}

/** What became of a mended quotation, with its slips as differences. */
function withSlips(judged: Judged, slips: Mended['slips']): Judged {
  // what was mended in vain is told as it was typed
  const differences = judged.differences.map(({ said, speech }) => ({
    said: said.replace(MAY_SLIP, (word) => slips.get(word) ?? word),
    speech,
  }))
  const corrected = [...slips]
    .filter(([, typed]) => !differences.some(({ said }) => said.includes(typed)))
    .map(([meant, typed]) => ({ said: typed, speech: meant }))
  const all = [...corrected, ...differences]
  return { ...judged, verdict: 'altered', differences: all, isFramed: false }
}

/**
 * Whether a quotation makes one statement of two: it has no mark where a sentence of the speech ends, or it begins with
 * the end of a clause that may be taken for the subject of the next ("the American people | welcomed the growth").
 */
function isMisjoined({ words }: SpokenWords, { quotation, run, differences }: Judged): boolean {
  // a new line ends a sentence, too, and "Dr" has no stop everywhere
  const isMarked = /\n|\b(?:Dr|Mr|Mrs|Ms|Prof)\b(?!\.)/u.test(quotation)
  const isOneOfTwo =
    !isMarked && differences.some(({ said, speech }) => said === '' && /^[.!?]$/u.test(speech))
  return isOneOfTwo || (run !== undefined && takesSubject(words, run))
}

/** Whether a quotation has whole sentences in a row, and nothing else that may turn them ("He never said …", "?"). */
function isFrame(
  { words }: SpokenWords,
  own: readonly QuotedWord[],
  { run, differences }: Alteration,
): boolean {
  const others = differences.map(({ said }) => unitsOf(said))
  return (
    isWholeSentences(words, run) &&
    folded(own).includes(folded(words.slice(...run))) &&
    !others.some((units) => units.slice(0, 1).some(isSign) || negationsIn(units).length > 0)
  )
}

/**
 * Whether what was set aside before a quotation ends with the word that the speech, too, has before it in that
 * sentence: "Wang Yi called" is not who said it where the speech has "Professor Vogel called".
 */
function isOwnVerb({ words, starts }: SpokenWords, before: string, [from]: Run): boolean {
  const last = unitsOf(before).findLast(isWord)
  const isWithin = starts[from] !== from
  return last !== undefined && isWithin && words.slice(0, from).findLast(isWord)?.key === last.key
}

/** A text with the words that a line break parts put together again ("inten-⏎tion"). */
function unbroken(text: string): string {
  return text.replace(/(\p{L})[-‐]\r?\n?\s{1,9}(?=\p{Ll})/gu, '$1')
}

/** "isn't" => "is not", which is seen to be one word more than the speech has */
function inFull(text: string): string {
  return text
    .replace(/\b(w)on['’]t\b/giu, '$1ill not')
    .replace(/\b(can)['’]t\b|\b(\p{L}{2,6})n['’]t\b/giu, '$1$2 not')
}

/** Whether the speech has it, or something like it. */
export function isFound({ verdict }: Judged): boolean {
  return verdict !== 'absent' && verdict !== 'too short'
}

/** Whether the speech has it word for word, though it may leave words out. */
export function isVerbatim({ verdict }: Judged): boolean {
  return verdict === 'exact' || verdict === 'abridged'
}
