/** Numbers in words, from one to ninety-nine, and words for places in a row. */

const SMALL_CARDINALS =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`.split(/\s+/u)
const SMALL_ORDINALS =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
  fifteenth sixteenth seventeenth eighteenth nineteenth`.split(/\s+/u)
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** 'one', 'two', … in order */
export const CARDINALS = [
  ...SMALL_CARDINALS,
  ...TENS.flatMap((ten) => [ten, ...SMALL_CARDINALS.slice(0, 9).map((one) => `${ten}-${one}`)]),
]
/** 'first', 'second', … in order */
export const ORDINALS = [
  ...SMALL_ORDINALS,
  ...TENS.flatMap((ten) => [
    ten.replace(/y$/u, 'ieth'),
    ...SMALL_ORDINALS.slice(0, 9).map((one) => `${ten}-${one}`),
  ]),
]

/** 'third', '3rd', 'three', '3' => 3; NaN for no number */
export function numberOf(word = ''): number {
  const [digits] = /^\d+(?=(?:st|nd|rd|th)?$)/u.exec(word) ?? []
  return Number(digits ?? (ORDINALS.indexOf(word) + 1 || CARDINALS.indexOf(word) + 1 || NaN))
}

/** '1' => 'one', '4th' => 'fourth'; undefined for what is not in figures */
export function inLetters(figures: string): string | undefined {
  const [, number, ending] = /^(\d+)(st|nd|rd|th)?$/u.exec(figures) ?? []
  return (ending === undefined ? CARDINALS : ORDINALS)[Number(number) - 1]
}

const FIRST = new Set(['opening', 'introductory'])
const LAST = new Set(['last', 'final', 'closing', 'concluding'])

/** Where in a row of that many: 'third' => 3, 'opening' => 1, 'last' => length, 'penultimate' and 'second to last' => length - 1; NaN for no such word */
export function countOf(word: string, length: number): number {
  if (LAST.has(word)) return length
  if (/^(?:penultimate|next[ -]to[ -]last|last but one)$/u.test(word)) return length - 1
  const [, fromEnd] = /^(\S+?)[ -](?:to[ -])?last$/u.exec(word) ?? []
  if (fromEnd !== undefined) return length + 1 - numberOf(fromEnd)
  return FIRST.has(word) ? 1 : numberOf(word)
}
