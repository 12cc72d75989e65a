/** How a quotation is shown with what became of it. */
import type { Context } from './command.ts'
import type { Key } from './language/en.ts'
import { excerptAt, sentencesAround } from './passage.ts'
import { asTyped, emphasised, noteBlock, onOneLine, textBlock } from './reply.ts'
import type { Block, Text } from './reply.ts'
import type { Difference } from './speech/alteration.ts'
import { areReported } from './speech/around.ts'
import type { Judged } from './speech/judge.ts'
import { leavesOut } from './speech/pieces.ts'
import type { QuotedPlace } from './speech/spoken.ts'
import { countWords, isSign, isWord, keysOf, unitsOf } from './speech/units.ts'
import type { LeftOut } from './speech/verbatim.ts'

/** So many differences of one quotation are shown. */
const DIFFERENCES = 8
/** From so many characters on, only the first sentence of each passage that a quotation runs through is shown. */
const MOST = 2_000
/** So many words that were left out are shown; of more, only their number. */
const LEFT_OUT = 25
/** So many characters of what was typed are shown again. */
const ECHO = 300

/** A quotation as it was typed; where it is long, its beginning and how much more there is: "…" has another meaning here. */
export function echo(quotation: string, { say }: Context): Text {
  const whole = onOneLine(quotation)
  if (whole.length <= ECHO) return [{ em: whole }]
  const shown = Array.from(whole)
    .slice(0, ECHO)
    .join('')
    .replace(/\s\S*$/u, '')
  const count = String(countWords(whole.slice(shown.length)))
  return [{ em: shown }, ' ', ...say('check.goes', { count })]
}

/** What to say of words too few to be judged: whether the speech has them. */
export function shortness(quotations: readonly Judged[], { say }: Context): string {
  const isThere = quotations.every(({ verdict, run }) => verdict !== 'too short' || run)
  return say.plain(isThere ? 'check.short' : 'check.none')
}

/** What became of a quotation, with the sentences that it stands in. */
export function judgedBlocks(judged: Judged, context: Context): Block[] {
  const { say } = context
  const { verdict, places, leftOut } = judged
  if (verdict === 'absent') return [textBlock(say('check.absent'))]
  if (verdict === 'too short')
    return [textBlock([shortness([judged], context)]), ...inSentences(places, context)]
  return [
    textBlock([{ strong: say.plain(headline(judged)) }]),
    ...differenceBlocks(judged, context),
    ...inSentences(places, context),
    ...leftOut.filter(({ isBeside }) => !isBeside).map((gap) => leftOutBlock(gap, context)),
    ...notesOn(judged, context).map(textBlock),
  ]
}

/** How a text differs from the speech by the words that stand around its quotations. */
export function aroundBlocks(around: Judged, context: Context): Block[] {
  return [textBlock(context.say('check.around')), ...differenceBlocks(around, context)]
}

function headline(judged: Judged): Key {
  const { quotation, verdict, differences, leftOut, bracketed, isFramed, isMisjoined } = judged
  if (verdict === 'altered') {
    if (isFramed === true) return 'check.framed'
    const differing = differences.flatMap(({ said, speech }) => unitsOf(`${said} ${speech}`))
    const isSame = !differing.some((unit) => isWord(unit) || isSign(unit))
    return isSame && isMisjoined !== true ? 'check.marks' : 'check.altered'
  }
  const isCut = leftOut.some(({ isBeside }) => isBeside)
  // what the speech has in the place of brackets is told below
  if (bracketed.length > 0 && !isCut && !leavesOut(quotation)) return 'check.bracketed'
  if (leftOut.length === 0) return 'check.exact'
  // nothing is left out but what stands beside it
  return leftOut.every(({ isBeside }) => isBeside) ? 'check.cut' : 'check.abridged'
}

/** What to know of a quotation that its words alone do not tell: nothing of a word or two, which are none. */
export function notesOn(judged: Judged, { say }: Context): Text[] {
  const { verdict, places, leftOut, bracketed, isMisjoined } = judged
  if (verdict === 'absent' || verdict === 'too short') return []
  const crossing = leftOut.find((gap) => gap.isCrossing && !gap.isBeside && gap.negations === '')
  return [
    ...leftOut.flatMap((gap) => {
      if (gap.isBeside) return [say('check.beside', { words: { em: gap.words } })]
      if (gap.negations !== '') return [say('check.negation', { words: { em: gap.negations } })]
      // once is enough
      return gap === crossing ? [say('check.crosses')] : []
    }),
    ...(isMisjoined === true ? [say('check.joined')] : []),
    ...(bracketed.length > 0
      ? [say('check.brackets', { words: emphasised(bracketed.map(asTyped)) })]
      : []),
    ...(areReported(places) ? [say('check.reported')] : []),
  ]
}

function differenceBlocks({ differences }: Judged, context: Context): Block[] {
  const more = differences.length - DIFFERENCES
  return [
    ...differences.slice(0, DIFFERENCES).map((difference) => differenceBlock(difference, context)),
    ...(more > 0 ? [noteBlock(context.say('check.more', { count: String(more) }))] : []),
  ]
}

function differenceBlock({ said, speech }: Difference, { say }: Context): Block {
  const [typed, spoken] = [{ struck: asTyped(said) }, { em: speech }]
  if (speech === '') return textBlock(say('check.added', { said: typed }))
  if (said === '') return textBlock(say('check.missing', { speech: spoken }))
  return textBlock(say('check.difference', { said: typed, speech: spoken }))
}

/** Places as the sentences that they lie in, in bold: what a quotation is part of is seen with it. */
function inSentences(places: readonly QuotedPlace[], { speech }: Context): Block[] {
  const shown = [...new Set(places.map(({ line }) => line))].map((line) => {
    const strong = places.filter((place) => place.line === line)
    const [start, end] = [strong[0]?.start ?? 0, strong.at(-1)?.end ?? 0]
    return { line, strong, around: sentencesAround(speech, line, { start, end }) }
  })
  const length = shown.reduce((sum, { around }) => sum + around.end - around.start, 0)
  return shown.map(({ line, strong, around }) => {
    if (length <= MOST) return excerptAt(speech, line, around, strong)
    const { start } = around
    return excerptAt(speech, line, sentencesAround(speech, line, { start, end: start + 1 }))
  })
}

/** What was left out between pieces; of many words only their number. */
function leftOutBlock({ words }: LeftOut, { say }: Context): Block {
  const count = words.split(/\s+/u).length
  return textBlock(
    count <= LEFT_OUT
      ? say('check.left', { words: { em: words } })
      : say('check.left.many', { count: String(count) }),
  )
}

/** What to say of a title that was not spoken; undefined where it is none. */
export function unspokenTitle(typed: string, { speech, say }: Context): Text | undefined {
  const words = keysOf(typed).join(' ')
  const isTyped = (title: string): boolean => keysOf(title).join(' ') === words
  if (isTyped(speech.title)) return say('check.title')
  const section = speech.sections.find(({ title, spokenTitle }) => !spokenTitle && isTyped(title))
  return section && say('check.heading', { section: section.number })
}
