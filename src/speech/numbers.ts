/** Numbers in words, from one to ninety-nine. */

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
