/** Which quotations a text has, how they belong together, and what became of each. */
import { buildAttributions } from './around.ts'
import { buildJudge, isFound, isVerbatim } from './judge.ts'
import type { Judge, Judged } from './judge.ts'
import { QUOTATIONS, buildQuotationReader, cleaned } from './marked.ts'
import { areOwnWords, isIn } from './own-words.ts'
import { partsIn, piecesOf } from './pieces.ts'
import type { Speech } from './speech.ts'
import { spokenWords } from './spoken.ts'
import type { SpokenWords } from './spoken.ts'
import { countWords } from './units.ts'
import { verbatim } from './verbatim.ts'

export interface Checked {
  /** at least one */
  readonly quotations: readonly Judged[]
  /** they are the parts of one quotation, which stand in different places of the speech or not there at all */
  readonly apart: boolean
  /** only what stood in quotation marks was compared */
  readonly partly: boolean
  /** so many more quotations stand after these, which were not judged */
  readonly unchecked: number
}

/**
 * Judges what is typed as one quotation; where it is none, and what a message quotes, piece by piece: by
 * its quotation marks, or else by its sentences and what stands between "…". Words around quotation marks
 * that are clearly somebody's own are not compared.
 * @param isMessage whether the text is somebody's message, in which there may be quotations
 */
export type QuotationCheck = (text: string, isMessage: boolean) => Checked

/**
 * Compares quotations with the speech, word for word. Kinds of quote and dash, case and white
 * space do not count, nor the marks that open or close a piece; "…" and "[…]" stand for words
 * left out within a paragraph, none of which may be a "not" of what is quoted. What people put around a
 * quotation (see around.ts) is set aside where the rest is the speech's. It judges words, never whether
 * a statement is true.
 * @param isContent whether a folded word carries content: small words alone are no likeness
 */
export function buildQuotationCheck(
  speech: Speech,
  isContent: (word: string) => boolean,
): QuotationCheck {
  const spoken = spokenWords(speech)
  const attributions = buildAttributions(speech)
  const reader = buildQuotationReader(speech.title, attributions)
  const judgeAnew = buildJudge(spoken, reader, isContent)

  return (text, isMessage) => {
    // what is judged as a whole may be judged again as a part: each only once, for the time it takes
    const known = new Map<string, Judged>()
    const judge = (quotation: string): Judged => {
      const judged = known.get(quotation) ?? judgeAnew(quotation)
      known.set(quotation, judged)
      return judged
    }
    const isOne = (parts: readonly string[]): boolean => {
      const one = judge(parts.join(' … '))
      return isFound(one) && parts.every((part) => isIn(part, one, spoken.words))
    }
    const typed = cleaned(text)
    const quoted = reader.quotations(typed, isOne)
    const isQuoted = quoted.length > 0
    const whole = isMessage && isQuoted ? undefined : judge(typed)
    if (whole && isVerbatim(whole)) return asOne(whole)

    const parts = (isQuoted ? quoted : [typed]).flatMap((quotation, index) =>
      index < QUOTATIONS ? inParts(quotation, judge, spoken) : [quotation],
    )
    const apart = parts.length > Math.max(1, quoted.length)
    const each = (quotations: readonly string[], partly: boolean): Checked => ({
      quotations: quotations.slice(0, QUOTATIONS).map(judge),
      apart,
      partly,
      unchecked: Math.max(0, quotations.length - QUOTATIONS),
    })
    if (!whole) return each(parts, false)

    const marked = reader.marked(typed, isOne)
    const inMarks = each(marked.quotations, true)
    if (!apart && areOwnWords(marked, inMarks.quotations, whole, spoken.words, attributions))
      return inMarks

    const between = countWords(marked.around.join(' '))
    const inEach = each(parts, isQuoted && between > 0)
    // a part in marks is not all that was meant as the quotation
    const isMost =
      marked.around.some(attributions.reports) || between <= countWords(marked.quotations.join(' '))
    const isEach =
      apart ||
      (whole.judgement.verdict === 'absent' &&
        ((isQuoted && isMost) || inEach.quotations.some(isFound)))
    return isEach ? inEach : asOne(whole)
  }
}

function asOne(whole: Judged): Checked {
  return { quotations: [whole], apart: false, partly: false, unchecked: 0 }
}

/**
 * A quotation in its parts where it is no one quotation: as a whole it is not there and some of them are, or it
 * was taken for a place that says something else and each of them stands somewhere word for word.
 */
function inParts(quotation: string, judge: Judge, spoken: SpokenWords): readonly string[] {
  const { quotation: reading, judgement } = judge(quotation)
  const parts = partsIn(reading)
  const isApart =
    judgement.verdict === 'absent'
      ? parts.slice(0, QUOTATIONS).some((part) => isFound(judge(part)))
      : judgement.verdict === 'altered' &&
        judgement.differences.some(({ said }) => said !== '') &&
        // looking for the words is quick, judging is not
        parts.every((part) => verbatim(spoken, piecesOf(part))) &&
        parts.every((part) => isVerbatim(judge(part)))
  return isApart && parts.length > 1 ? parts : [quotation]
}
