/** What became of one quotation: the speech has it word for word, or has something like it, or does not have it. */
import { nearestAlteration } from './alteration.ts'
import { piecesOf, withoutBracketed } from './pieces.ts'
import { placesOf } from './spoken.ts'
import type { QuotedPlace, SpokenWords } from './spoken.ts'
import { FEWEST_WORDS, folded, isWord } from './units.ts'
import type { QuotedWord, Run } from './units.ts'
import { verbatim } from './verbatim.ts'
import type { Verbatim } from './verbatim.ts'

/** What became of a quotation, with the places that it is from or nearest to. */
export type Judgement =
  | Verbatim
  | { readonly verdict: 'absent' }
  /** with places where the speech has these words nevertheless */
  | {
      readonly verdict: 'too short'
      readonly places?: readonly QuotedPlace[]
      readonly run?: Run
    }

/** A quotation and what became of it. */
export interface Judged {
  readonly quotation: string
  readonly judgement: Judgement
  /** what stands in it in square brackets and was not compared: words of whoever quotes */
  readonly bracketed?: readonly string[]
}

/** What may be meant as the quotation, and its pieces. */
interface Reading {
  readonly said: Omit<Judged, 'judgement'>
  readonly pieces: readonly (readonly QuotedWord[])[]
}

export interface Judge {
  readonly judge: (quotation: string) => Judged
  /** The same, of what is there word for word, though it may leave words out: it is quick. Else undefined. */
  readonly findVerbatim: (quotation: string) => Judged | undefined
}

/**
 * @param setAside gives a quotation without what people put around it
 * @param isContent whether a folded word carries content: small words alone are no likeness
 */
export function buildJudge(
  spoken: SpokenWords,
  setAside: (quotation: string) => string,
  isContent: (word: string) => boolean,
): Judge {
  // small words here and there prove nothing, however many they are
  const isEnough = (pieces: readonly (readonly QuotedWord[])[]): boolean =>
    pieces.flat().filter(isWord).length >= FEWEST_WORDS &&
    (pieces.length === 1 || pieces.flat().some(({ key }) => isContent(key)))

  // what of it may be meant as the quotation: all of it first
  const readings = (quotation: string): readonly Reading[] => {
    const bare = setAside(quotation)
    return [...new Set([quotation, bare, unbroken(quotation), unbroken(bare)])]
      .map((reading) => {
        const { text, bracketed } = withoutBracketed(reading)
        const said = { quotation: reading, ...(bracketed.length > 0 && { bracketed }) }
        return { said, pieces: piecesOf(text) }
      })
      .filter(({ pieces }) => isEnough(pieces))
  }

  const firstVerbatim = (possible: readonly Reading[]): Judged | undefined => {
    for (const { said, pieces } of possible) {
      const judgement = verbatim(spoken, pieces)
      if (judgement) return { ...said, judgement }
    }
    return undefined
  }

  // the fewer differences, the likelier that reading is what was meant as the quotation
  const nearest = (possible: readonly Reading[]): Judged | undefined => {
    // one reading of the same words is enough: telling what differs takes time
    const different = new Map(
      possible.map((reading) => [folded(reading.pieces.flat().filter(isWord)), reading]),
    )
    const [altered] = [...different.values()]
      .flatMap(({ said, pieces }) => {
        const alteration = nearestAlteration(spoken, pieces, isContent)
        return alteration ? [{ said, alteration }] : []
      })
      .sort((a, b) => a.alteration.differences.length - b.alteration.differences.length)
    if (!altered) return undefined
    const { run, differences } = altered.alteration
    const places = placesOf(spoken, [run])
    return { ...altered.said, judgement: { verdict: 'altered', places, run, differences } }
  }

  const tooShort = (quotation: string): Judged => {
    const found = verbatim(spoken, [piecesOf(quotation).flat()])
    const where = found && { places: found.places, run: found.run }
    return { quotation, judgement: { verdict: 'too short', ...where } }
  }

  return {
    judge: (quotation) => {
      const possible = readings(quotation)
      if (possible.length === 0) return tooShort(quotation)
      return (
        firstVerbatim(possible) ??
        nearest(possible) ?? { quotation, judgement: { verdict: 'absent' } }
      )
    },
    findVerbatim: (quotation) => {
      const found = firstVerbatim(readings(quotation))
      return found && isVerbatim(found) ? found : undefined
    },
  }
}

/** A text with the words that a line break parts put together again ("inten-⏎tion"). */
function unbroken(text: string): string {
  return text.replace(/(\p{L})[-‐]\r?\n?\s{1,9}(?=\p{Ll})/gu, '$1')
}

/** Whether the speech has it, or something like it. */
export function isFound({ judgement: { verdict } }: Judged): boolean {
  return verdict !== 'absent' && verdict !== 'too short'
}

/** Whether the speech has it word for word, though it may leave words out. */
export function isVerbatim({ judgement: { verdict } }: Judged): boolean {
  return verdict === 'exact' || verdict === 'abridged'
}
