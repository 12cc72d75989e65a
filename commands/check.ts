import { BOOLEAN, ON_MESSAGE, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import type { Key } from '../src/language/en.ts'
import { LIMITS } from '../src/limits.ts'
import {
  attribution,
  citing,
  excerptAt,
  paragraphAction,
  passageData,
  sentencesAround,
  sentencesAt,
} from '../src/passage.ts'
import {
  asTyped,
  emphasised,
  noteBlock,
  onOneLine,
  plainText,
  pressId,
  refusal,
  textBlock,
} from '../src/reply.ts'
import type { Action, Block, Range, Text } from '../src/reply.ts'
import type { Difference } from '../src/speech/alteration.ts'
import { isReported } from '../src/speech/around.ts'
import type { Judged } from '../src/speech/judge.ts'
import type { Checked } from '../src/speech/quotation.ts'
import { paragraphAt } from '../src/speech/speech.ts'
import type { SpokenLine } from '../src/speech/speech.ts'
import { countWords, haveSameWords, isSign, isWord, unitsOf } from '../src/speech/units.ts'
import type { QuotedPlace } from '../src/speech/spoken.ts'
import type { LeftOut } from '../src/speech/verbatim.ts'

/** So many differences of one quotation are shown. */
const DIFFERENCES = 8
/** From so many characters on, only the first sentence of each passage that a quotation runs through is shown. */
const MOST = 2_000
/** So many words that were left out are shown; of more, only their number. */
const LEFT_OUT = 25
/** So many characters of what was typed are shown again. */
const ECHO = 300

/** /check and Apps › Check this quote: is this what the speech says? */
export const check: Command = {
  declaration: {
    name: 'check',
    description: en.check,
    options: [
      {
        type: STRING,
        name: 'quote',
        description: en['check.quote'],
        required: true,
        max_length: 4000,
      },
      { type: BOOLEAN, name: 'private', description: en['check.private'] },
    ],
  },
  onMessage: en['check.message'],
  answer: (options, context) => {
    const { say } = context
    const typed = textOption(options, 'quote')
    if (/\p{L}/u.test(typed) && !/\p{Script=Latin}/u.test(typed))
      return refusal('check', say('check.english'))
    const checked = context.search.check(typed, flagOption(options, ON_MESSAGE))
    // what is struck out is not there either
    if (checked.quotations.every(({ quotation }) => countWords(quotation) === 0))
      return refusal('check', say('check.empty'))
    const verdict = worst(checked)
    const title = titleOf(typed, context)
    if (title && (verdict === 'altered' || verdict === 'absent')) return refusal('check', title)
    const places = checked.quotations.flatMap((judged) => judged.places)
    const paragraphs = [...new Set(places.flatMap(({ line }) => line.paragraph ?? []))]
    return {
      command: 'check',
      ...(verdict === 'absent' || verdict === 'too short' ? { private: true } : {}),
      blocks: [
        ...(checked.apart ? [textBlock(say('check.apart'))] : []),
        ...(checked.partly ? [textBlock(say('check.partly'))] : []),
        ...checked.quotations.flatMap((judged): Block[] => {
          // where not all that was typed is the quotation
          const isPart =
            countWords(judged.quotation) > 0 &&
            (checked.quotations.length > 1 || onOneLine(judged.quotation) !== onOneLine(typed))
          return [
            ...(isPart ? [textBlock(echo(judged.quotation, context))] : []),
            ...judgementBlocks(judged, context),
          ]
        }),
        ...(checked.unchecked > 0 ? [textBlock(onlyFirst(checked, context))] : []),
        noteBlock(say('check.words')),
        ...(places.length > 0 ? [attribution(context)] : []),
      ],
      actions: placeActions(places, paragraphs, context),
      data: {
        ...verdictData(checked, verdict, context),
        passages: paragraphs.map((number) =>
          passageData(context.speech, number, sentencesOf(number, places, context)),
        ),
        ...quotationsData(checked.quotations, context),
      },
    }
  },
}

/** What to say of words too few to be judged: whether the speech has them. */
function shortness(quotations: readonly Judged[], { say }: Context): string {
  const isThere = quotations.every(({ verdict, run }) => verdict !== 'too short' || run)
  return say.plain(isThere ? 'check.short' : 'check.none')
}

/** A quotation as it was typed; where it is long, its beginning and how much more there is: "…" has another meaning here. */
function echo(quotation: string, { say }: Context): Text {
  const whole = onOneLine(quotation)
  if (whole.length <= ECHO) return [{ em: whole }]
  const shown = Array.from(whole)
    .slice(0, ECHO)
    .join('')
    .replace(/\s\S*$/u, '')
  const count = String(countWords(whole.slice(shown.length)))
  return [{ em: shown }, ' ', ...say('check.goes', { count })]
}

/**
 * The judgement that says least for what was quoted: one true quotation does not clear a false one, and
 * what is put together from different places is altered.
 */
function worst({ quotations, apart }: Checked): Judged['verdict'] {
  const verdicts = quotations.map(({ verdict }) => verdict)
  const order: readonly Judged['verdict'][] = [
    'absent',
    'altered',
    'too short',
    'abridged',
    'exact',
  ]
  const found = order.find((verdict) => verdicts.includes(verdict))
  return apart && found !== 'absent' ? 'altered' : (found ?? 'too short')
}

/** In the JSON front, the verdict on all, or why there is none. */
function verdictData(checked: Checked, verdict: Judged['verdict'], context: Context) {
  // what is too short, or was not judged, is neither right nor wrong: nothing is said of the whole
  if (verdict === 'too short') return { error: shortness(checked.quotations, context) }
  const isWrong = verdict === 'altered' || verdict === 'absent'
  return checked.unchecked > 0 && !isWrong
    ? { error: plainText(onlyFirst(checked, context)) }
    : { verdict }
}

/** In the JSON front, what became of each quotation. */
function quotationsData(quotations: readonly Judged[], context: Context) {
  const leftOut = quotations.flatMap((judged) => judged.leftOut)
  return {
    differences: quotations.flatMap(({ differences }) => differences),
    quotations: quotations.map((judged) => ({
      quotation: judged.quotation.trim(),
      ...(judged.verdict === 'too short'
        ? { error: shortness([judged], context) }
        : { verdict: judged.verdict }),
    })),
    leftOut: leftOut.map(({ words }) => words),
    notes: [
      ...leftOut.flatMap((gap) => warnings(gap, context)),
      ...quotations.flatMap((judged) => remarks(judged, context)),
    ].map(plainText),
  }
}

function onlyFirst({ quotations }: Checked, { say }: Context): Text {
  return say('check.first', { count: String(quotations.length) })
}

/** What to say of a title that was not spoken; undefined where it is none. */
function titleOf(typed: string, { speech, say }: Context): Text | undefined {
  if (haveSameWords(typed, speech.title)) return say('check.title')
  const section = speech.sections.find(
    ({ title, spokenTitle }) => !spokenTitle && haveSameWords(typed, title),
  )
  return section && say('check.heading', { section: section.number })
}

function judgementBlocks(judged: Judged, context: Context): Block[] {
  const { say } = context
  const { verdict, places, differences, leftOut } = judged
  if (verdict === 'absent') return [textBlock(say('check.absent'))]
  if (verdict === 'too short')
    return [textBlock([shortness([judged], context)]), ...inSentences(places, context)]
  const more = differences.length - DIFFERENCES
  return [
    textBlock([{ strong: say.plain(headline(judged)) }]),
    ...differences.slice(0, DIFFERENCES).map((difference) => differenceBlock(difference, context)),
    ...(more > 0 ? [noteBlock(say('check.more', { count: String(more) }))] : []),
    ...inSentences(places, context),
    ...leftOut.flatMap((gap) => leftOutBlocks(gap, context)),
    ...remarks(judged, context).map(textBlock),
  ]
}

function headline({ verdict, differences, leftOut, bracketed }: Judged): Key {
  if (verdict === 'altered') {
    const differing = differences.flatMap(({ said, speech }) => unitsOf(`${said} ${speech}`))
    const isSame = !differing.some((unit) => isWord(unit) || isSign(unit))
    return isSame ? 'check.marks' : 'check.altered'
  }
  if (leftOut.length === 0) return bracketed.length > 0 ? 'check.bracketed' : 'check.exact'
  // nothing is left out but what stands beside it
  return leftOut.every(({ isBeside }) => isBeside) ? 'check.cut' : 'check.abridged'
}

/** What to know of a quotation that its words alone do not tell. */
function remarks({ verdict, places, bracketed }: Judged, { say }: Context): Text[] {
  // a word or two in quotation marks are no quotation there either
  if (verdict === 'absent' || verdict === 'too short') return []
  const isOthers = places.every(({ line, start, end }) => isReported(line.text, start, end))
  return [
    ...(bracketed.length > 0
      ? [say('check.brackets', { words: emphasised(bracketed.map(asTyped)) })]
      : []),
    ...(isOthers ? [say('check.reported')] : []),
  ]
}

function placeActions(
  places: readonly QuotedPlace[],
  paragraphs: readonly number[],
  context: Context,
): Action[][] {
  const [only] = paragraphs
  return [
    paragraphs.length === 1 && only !== undefined
      ? [paragraphAction(only), ...citing(context, only)]
      : paragraphs.slice(0, LIMITS.ROW).map(paragraphAction),
    // words outside the paragraphs: a spoken title, "Thank you!"
    [...new Set(places.map(({ line }) => line))]
      .filter(({ paragraph }) => paragraph === undefined)
      .slice(0, LIMITS.ROW)
      .map(({ section }) => ({ label: `§${section}`, press: pressId('section', `s${section}`) })),
  ]
}

function differenceBlock({ said, speech }: Difference, { say }: Context): Block {
  const [typed, spoken] = [{ struck: asTyped(said) }, { em: speech }]
  if (speech === '') return textBlock(say('check.added', { said: typed }))
  if (said === '') return textBlock(say('check.missing', { speech: spoken }))
  return textBlock(say('check.difference', { said: typed, speech: spoken }))
}

function sentencesOf(
  number: number,
  places: readonly QuotedPlace[],
  { speech }: Context,
): number[] {
  const inParagraph = places.filter(({ line }) => line.paragraph === number)
  const sentences = inParagraph.flatMap((place) => sentencesAt(paragraphAt(speech, number), place))
  return [...new Set(sentences)].sort((a, b) => a - b)
}

/** Places as the sentences that they lie in, each place in bold: what a quotation is part of is seen with it. */
function inSentences(places: readonly QuotedPlace[], { speech }: Context): Block[] {
  const shown: { line: SpokenLine; around: Range; strong: Range[] }[] = []
  for (const { line, start, end } of places) {
    const around = sentencesAround(speech, line, { start, end })
    const last = shown.at(-1)
    if (last && last.line === line && around.start <= last.around.end + 1) {
      last.around = { start: last.around.start, end: Math.max(last.around.end, around.end) }
      last.strong.push({ start, end })
    } else shown.push({ line, around, strong: [{ start, end }] })
  }
  const length = shown.reduce((sum, { around }) => sum + around.end - around.start, 0)
  return shown.map(({ line, around, strong }) => {
    if (length <= MOST) return excerptAt(speech, line, around, strong)
    const { start } = around
    return excerptAt(speech, line, sentencesAround(speech, line, { start, end: start + 1 }))
  })
}

/** What was left out, and a warning where without it the quotation may say the opposite. */
function leftOutBlocks(gap: LeftOut, context: Context): Block[] {
  const { say } = context
  const { words } = gap
  const count = words.split(/\s+/u).length
  const shown =
    count <= LEFT_OUT
      ? say('check.left', { words: { em: words } })
      : say('check.left.many', { count: String(count) })
  return [...(gap.isBeside ? [] : [shown]), ...warnings(gap, context)].map(textBlock)
}

/** What to say of what was left out and may turn the meaning: nothing where nothing of it does. */
function warnings({ words, negations, isBeside }: LeftOut, { say }: Context): Text[] {
  if (isBeside) return [say('check.beside', { words: { em: words } })]
  return negations === '' ? [] : [say('check.negation', { words: { em: negations } })]
}
