import { BOOLEAN, ON_MESSAGE, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
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
import { asTyped, noteBlock, plainText, pressId, refusal, textBlock } from '../src/reply.ts'
import type { Action, Block, Range, Text } from '../src/reply.ts'
import type { Difference } from '../src/speech/alteration.ts'
import type { Judgement } from '../src/speech/quotation.ts'
import { paragraphAt } from '../src/speech/speech.ts'
import type { SpokenLine } from '../src/speech/speech.ts'
import { haveSameWords } from '../src/speech/units.ts'
import type { LeftOut, QuotedPlace } from '../src/speech/verbatim.ts'

/** So many differences of one quotation are shown. */
const DIFFERENCES = 8
/** From so many characters on, only the first sentence of each passage that a quotation runs through is shown. */
const MOST = 2_000
/** So many words that were left out are shown; of more, only their number. */
const LEFT_OUT = 25

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
    const typed = textOption(options, 'quote')
    const {
      quotations: checked,
      apart,
      partly,
    } = context.search.check(typed, flagOption(options, ON_MESSAGE))
    const places = checked.flatMap(({ judgement }) =>
      'places' in judgement ? judgement.places : [],
    )
    const leftOut = checked.flatMap(({ judgement }) => leftOutOf(judgement))
    const verdict = worst(
      checked.map(({ judgement }) => judgement),
      apart,
    )
    const { speech, say } = context
    const tooShort = say('check.short')
    if (!partly && checked.every(({ judgement }) => judgement.verdict === 'too short'))
      return refusal('check', tooShort)
    const title = titleOf(typed, context)
    if (title && (verdict === 'altered' || verdict === 'absent')) return refusal('check', title)
    const paragraphs = [...new Set(places.flatMap(({ line }) => line.paragraph ?? []))]
    return {
      command: 'check',
      ...(verdict === 'absent' || verdict === 'too short' ? { private: true } : {}),
      blocks: [
        ...(apart ? [textBlock(say('check.apart'))] : []),
        ...(partly ? [textBlock(say('check.partly'))] : []),
        ...checked.flatMap(({ quotation, judgement }): Block[] => {
          const shown = asTyped(quotation)
          // where not all that was typed is the quotation
          const isPart = checked.length > 1 || shown !== asTyped(typed)
          return [
            ...(isPart && shown !== '' ? [textBlock([{ em: shown }])] : []),
            ...judgementBlocks(judgement, context),
          ]
        }),
        noteBlock(say('check.words')),
        ...(places.length > 0 ? [attribution(context)] : []),
      ],
      actions: placeActions(places, paragraphs, context),
      data: {
        // what is too short is neither right nor wrong: nothing is said of the whole
        ...(verdict === 'too short' ? { error: plainText(tooShort) } : { verdict }),
        passages: paragraphs.map((number) =>
          passageData(speech, number, sentencesOf(number, places, context)),
        ),
        differences: checked.flatMap(({ judgement }) =>
          judgement.verdict === 'altered' ? judgement.differences : [],
        ),
        quotations: checked.map(({ quotation, judgement }) => ({
          quotation: quotation.trim(),
          ...(judgement.verdict === 'too short'
            ? { error: plainText(tooShort) }
            : { verdict: judgement.verdict }),
        })),
        leftOut: leftOut.map(({ places: gap }) => wordsAt(gap)),
        notes: leftOut.flatMap((gap) => warnings(gap, context).map(plainText)),
      },
    }
  },
}

/**
 * The judgement that says least for what was quoted: one true quotation does not clear a false one, and
 * what is put together from different places is altered.
 */
function worst(judgements: readonly Judgement[], apart: boolean): Judgement['verdict'] {
  const order: readonly Judgement['verdict'][] = [
    'absent',
    'altered',
    'too short',
    'abridged',
    'exact',
  ]
  const found = order.find((verdict) => judgements.some((one) => one.verdict === verdict))
  return apart && found !== 'absent' ? 'altered' : (found ?? 'too short')
}

/** What to say of a title that was not spoken; undefined where it is none. */
function titleOf(typed: string, { speech, say }: Context): Text | undefined {
  if (haveSameWords(typed, speech.title)) return say('check.title')
  const section = speech.sections.find(
    ({ title, spokenTitle }) => !spokenTitle && haveSameWords(typed, title),
  )
  return section && say('check.heading', { section: section.number })
}

/** The words that stand at places, without the marks around them. */
function wordsAt(places: readonly QuotedPlace[]): string {
  return places
    .map(({ line, start, end }) => line.text.slice(start, end))
    .join(' ')
    .replace(/^[,.;:!?\s]+|[,.;:!?\s]+$/gu, '')
}

function judgementBlocks(judgement: Judgement, context: Context): Block[] {
  const { say } = context
  if (!('places' in judgement))
    return [textBlock(say(judgement.verdict === 'absent' ? 'check.absent' : 'check.short'))]
  const differences = judgement.verdict === 'altered' ? judgement.differences : []
  const leftOut = leftOutOf(judgement)
  // nothing is left out but what stands beside it
  const isCut = leftOut.length > 0 && leftOut.every(({ isBeside }) => isBeside)
  const more = differences.length - DIFFERENCES
  return [
    textBlock([{ strong: say.plain(isCut ? 'check.cut' : `check.${judgement.verdict}`) }]),
    ...differences.slice(0, DIFFERENCES).map((difference) => differenceBlock(difference, context)),
    ...(more > 0 ? [noteBlock(say('check.more', { count: String(more) }))] : []),
    ...inSentences(judgement.places, context),
    ...leftOut.flatMap((gap) => leftOutBlocks(gap, context)),
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
    const first = sentencesAround(speech, line, { start: around.start, end: around.start + 1 })
    return excerptAt(
      speech,
      line,
      first,
      strong
        .filter(({ start }) => start < first.end)
        .map(({ start, end }) => ({ start, end: Math.min(end, first.end) })),
    )
  })
}

function leftOutOf(judgement: Judgement): readonly LeftOut[] {
  return judgement.verdict === 'abridged' ? judgement.leftOut : []
}

/** What was left out, and a warning where without it the quotation may say the opposite. */
function leftOutBlocks(gap: LeftOut, context: Context): Block[] {
  const { say } = context
  const words = wordsAt(gap.places)
  const count = words.split(/\s+/u).length
  const shown =
    count <= LEFT_OUT
      ? say('check.left', { words: { em: words } })
      : say('check.left.many', { count: String(count) })
  return [...(gap.isBeside ? [] : [shown]), ...warnings(gap, context)].map(textBlock)
}

/** What to say of what was left out and may turn the meaning: nothing where nothing of it does. */
function warnings({ places, negations, isBeside }: LeftOut, { say }: Context): Text[] {
  if (isBeside) return [say('check.beside', { words: { em: wordsAt(places) } })]
  return negations === '' ? [] : [say('check.negation', { words: { em: negations } })]
}
