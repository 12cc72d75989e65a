/** What became of one quotation: the speech has it word for word, or has something like it, or does not have it. */
import { nearestAlteration } from './alteration.ts'
import { unbroken } from './marked.ts'
import type { QuotationReader } from './marked.ts'
import { piecesOf, withoutBracketed } from './pieces.ts'
import { everyPlace } from './spoken.ts'
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

export type Judge = (quotation: string) => Judged

/** @param isContent whether a folded word carries content: small words alone are no likeness */
export function buildJudge(
  spoken: SpokenWords,
  { readings }: QuotationReader,
  isContent: (word: string) => boolean,
): Judge {
  // small words here and there prove nothing, however many they are
  const isEnough = (pieces: readonly (readonly QuotedWord[])[]): boolean =>
    pieces.flat().filter(isWord).length >= FEWEST_WORDS &&
    (pieces.length === 1 || pieces.flat().some(({ key }) => isContent(key)))

  const judgeAsIs = (quotation: string): Judged => {
    const possible = readings(quotation)
      .map((reading) => {
        const { text, bracketed } = withoutBracketed(reading)
        const said = { quotation: reading, ...(bracketed.length > 0 && { bracketed }) }
        return { said, pieces: piecesOf(text) }
      })
      .filter(({ pieces }) => isEnough(pieces))
    for (const { said, pieces } of possible) {
      const judgement = verbatim(spoken, pieces)
      if (judgement) return { ...said, judgement }
    }
    // one reading of the same words is enough: telling what differs takes time
    const different = new Map(
      possible.map((reading) => [folded(reading.pieces.flat().filter(isWord)), reading]),
    )
    // the fewer differences, the likelier that reading is what was meant as the quotation
    const [altered] = [...different.values()]
      .flatMap(({ said, pieces }) => {
        const alteration = nearestAlteration(spoken, pieces, isContent)
        return alteration ? [{ said, alteration }] : []
      })
      .sort((a, b) => a.alteration.differences.length - b.alteration.differences.length)
    if (altered) {
      const { run, differences } = altered.alteration
      const places = everyPlace(spoken, run)
      return { ...altered.said, judgement: { verdict: 'altered', places, run, differences } }
    }
    if (possible.length > 0) return { quotation, judgement: { verdict: 'absent' } }
    const found = verbatim(spoken, [piecesOf(quotation).flat()])
    const where = found && { places: found.places, run: found.run }
    return { quotation, judgement: { verdict: 'too short', ...where } }
  }

  return (quotation) => {
    const asIs = judgeAsIs(quotation)
    // a hyphen at the end of a line may belong to the word, or to the line
    const together = unbroken(quotation)
    if (isVerbatim(asIs) || together === quotation) return asIs
    const mended = judgeAsIs(together)
    return isVerbatim(mended) || asIs.judgement.verdict === 'absent' ? mended : asIs
  }
}

/** Whether the speech has it, or something like it. */
export function isFound({ judgement: { verdict } }: Judged): boolean {
  return verdict !== 'absent' && verdict !== 'too short'
}

/** Whether the speech has it word for word, though it may leave words out. */
export function isVerbatim({ judgement: { verdict } }: Judged): boolean {
  return verdict === 'exact' || verdict === 'abridged'
}
