/** A quotation taken apart: at what it leaves out ("…"), at words in brackets, at its sentences and its lines. */
import { negationsIn } from './clauses.ts'
import { splitSentences } from './sentences.ts'
import { countWords, trimMarks, unitsOf, type QuotedWord } from './units.ts'

const LEFT_OUT = /[[(]?\s{0,9}(?:…|\.{3,4}|\.\s\.\s\.(?:\s\.)?)\s{0,9}[\])]?/gu

// "[China has]": but a figure or a "not" in brackets is compared
const BRACKETED = /\[([^[\]\p{N}…]{0,160}\p{L}{2}[^[\]\p{N}…]{0,160})\]/gu

// "- ", "• ", "1) ", "(2) ", "3. "
const MARKER = /^(?:[-*•·‣▪]|\(?\d{1,2}[.)])\s+/u

/** The words of a quotation, in the pieces that stand between its marks of omission. */
export function piecesOf(quotation: string): QuotedWord[][] {
  return quotation
    .split(LEFT_OUT)
    .map((piece) => trimMarks(unitsOf(piece)))
    .filter((piece) => piece.length > 0)
}

/** Whether a quotation has a mark of omission. */
export function leavesOut(quotation: string): boolean {
  return quotation.search(LEFT_OUT) >= 0
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

/** A heading of a list with more words may twist what stands below it, and is judged as an item. */
const HEADING = 3

/**
 * The items of a list, without its markers and a short heading ("Key points:"); of a text without markers
 * its lines. What begins with no marker, or in small letters, is the rest of what stands before it.
 */
export function itemsIn(text: string): { readonly items: string[]; readonly isList: boolean } {
  const lines = linesIn(text.trim())
  const isList = lines.filter((line) => MARKER.test(line)).length > 1
  const [heading = ''] = lines
  if (isList && heading.endsWith(':') && countWords(heading) <= HEADING) lines.shift()
  const items: string[] = []
  for (const line of lines) {
    const begins = isList ? MARKER.test(line) : !/^\p{Ll}/u.test(line)
    if (begins || items.length === 0) items.push(line.replace(MARKER, ''))
    else items.push(`${items.pop()}\n${line}`)
  }
  return { items: items.filter((item) => countWords(item) > 0), isList }
}

/** The lines of a text; of a list on one line, as Discord makes of what is pasted into an option, its items. */
function linesIn(text: string): string[] {
  if (text.includes('\n')) return text.split(/\n+/u).map((line) => line.trim())
  const [, bullet] = /^([-*•·‣▪])\s/u.exec(text) ?? []
  if (bullet !== undefined) return text.split(new RegExp(`\\s(?=[${bullet}]\\s)`, 'u'))
  const items: string[] = []
  let rest = text
  for (let number = 2; /^\(?\d/u.test(rest); number++) {
    const next = rest.search(new RegExp(`\\s\\(?${number}[.)]\\s`, 'u'))
    if (next < 0) break
    items.push(rest.slice(0, next))
    rest = rest.slice(next + 1)
  }
  return [...items, rest]
}

/** What a text says in sentences, between semicolons, and between its marks of omission. */
export function partsIn(text: string): string[] {
  return text
    .split(LEFT_OUT)
    .flatMap(splitSentences)
    .flatMap((sentence) => sentence.split(/;\s/u))
    .filter((part) => countWords(part) > 0)
}
