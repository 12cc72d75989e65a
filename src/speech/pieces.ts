/** A quotation taken apart: at what it leaves out ("…"), at words in brackets, and at its sentences. */
import { negationsIn } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import { countWords, trimMarks, unitsOf } from './units.ts'
import type { QuotedWord } from './units.ts'

const LEFT_OUT = /[[(]?\s{0,9}(?:…|\.{3,4}|\.\s\.\s\.(?:\s\.)?)\s{0,9}[\])]?/gu

// "[China has]": but a figure or a "not" in brackets is compared
const BRACKETED = /\[(?!sic\])([^[\]\p{N}…]{0,160}\p{L}{2}[^[\]\p{N}…]{0,160})\]/giu

/** The words of a quotation, in the pieces that stand between its marks of omission. */
export function piecesOf(quotation: string): QuotedWord[][] {
  return quotation
    .split(LEFT_OUT)
    .map((piece) => trimMarks(unitsOf(piece)))
    .filter((piece) => piece.length > 0)
}

/** A quotation with "…" for words that stand in brackets, and these words. */
export function withoutBracketed(quotation: string): {
  readonly text: string
  readonly bracketed: readonly string[]
} {
  const bracketed: string[] = []
  const text = quotation.replace(BRACKETED, (whole, inside: string) => {
    if (negationsIn(unitsOf(inside)).length > 0) return whole
    bracketed.push(inside)
    return ' … '
  })
  return { text, bracketed }
}

/** What a text says in sentences, and between its marks of omission. */
export function partsIn(text: string): string[] {
  return text
    .split(LEFT_OUT)
    .flatMap(splitSentences)
    .filter((part) => countWords(part) > 0)
}
