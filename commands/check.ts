import { ON_MESSAGE, PRIVATE, STRING, flagOption, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { LIMITS } from '../src/limits.ts'
import { attribution, citing, paragraphAction, passageData, sentencesAt } from '../src/passage.ts'
import {
  aroundBlocks,
  echo,
  judgedBlocks,
  notesOn,
  shortness,
  unspokenTitle,
} from '../src/quoted.ts'
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
import type { Action, Block, Text } from '../src/reply.ts'
import type { Judged } from '../src/speech/judge.ts'
import type { Checked } from '../src/speech/quotation.ts'
import { paragraphAt } from '../src/speech/speech.ts'
import type { QuotedPlace } from '../src/speech/spoken.ts'
import { countWords } from '../src/speech/units.ts'

/** Verdicts from the one that says least for what was quoted. */
const FROM_WORST = ['absent', 'altered', 'too short', 'abridged', 'exact'] as const

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
      PRIVATE,
    ],
  },
  onMessage: en['check.message'],
  answer: (options, context) => {
    const { say } = context
    const typed = textOption(options, 'quote')
    if (/\p{L}/u.test(typed) && !/\p{Script=Latin}/u.test(typed))
      return refusal(say('check.english'))
    const checked = context.search.check(typed, flagOption(options, ON_MESSAGE))
    // what is struck out is not there either
    if (checked.quotations.every(({ quotation }) => countWords(quotation) === 0))
      return refusal(say('check.empty'))
    const verdict = worst(checked)
    const title = unspokenTitle(typed, context)
    if (title && (verdict === 'altered' || verdict === 'absent')) return refusal(title)
    const places = checked.quotations.flatMap((judged) => judged.places)
    const paragraphs = [...new Set(places.flatMap(({ line }) => line.paragraph ?? []))]
    return {
      ...(verdict === 'absent' || verdict === 'too short' ? { private: true } : {}),
      blocks: [
        ...(checked.apart ? [textBlock(say('check.apart'))] : []),
        ...(checked.partly ? [textBlock(say('check.partly'))] : []),
        ...checked.quotations.flatMap((judged): Block[] => {
          // where not all that was typed is the quotation
          const isPart =
            countWords(judged.quotation) > 0 &&
            (checked.quotations.length > 1 || onOneLine(judged.quotation) !== onOneLine(typed))
          const words = echo(judged.quotation, context)
          // what is absent is seen by whom it is shared with only here
          const isAbsent = judged.verdict === 'absent'
          return [
            ...(isAbsent ? [textBlock(say('check.typed', { words }))] : []),
            ...(isPart && !isAbsent ? [textBlock(words)] : []),
            ...judgedBlocks(judged, context),
          ]
        }),
        ...(checked.around ? aroundBlocks(checked.around, context) : []),
        ...othersNamed(checked, context).map(textBlock),
        ...(checked.unchecked > 0 ? [textBlock(onlyFirst(checked, context))] : []),
        noteBlock(say('check.words')),
        ...(places.length > 0 ? [attribution(context)] : []),
      ],
      actions: placeActions(places, paragraphs, context),
      data: {
        ...verdictData(checked, verdict, context),
        passages: paragraphs.map((number) => passageOf(number, places, context)),
        ...quotationsData(checked, context),
      },
    }
  },
}

/**
 * The judgement that says least for what was quoted: one true quotation does not clear a false one, and
 * what is put together from different places is altered.
 */
function worst({ quotations, apart }: Checked): Judged['verdict'] {
  const found = FROM_WORST.find((verdict) =>
    quotations.some((judged) => judged.verdict === verdict),
  )
  return apart && found !== 'absent' ? 'altered' : (found ?? 'too short')
}

/** Who is named as the speaker of what is somebody else's: the speaker's. */
function othersNamed({ others }: Checked, { say, speech }: Context): Text[] {
  const names = emphasised([...new Set(others)].map(asTyped))
  return others.length > 0 ? [say('check.others', { names, speaker: speech.speaker })] : []
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
function quotationsData(checked: Checked, context: Context) {
  const { quotations, around } = checked
  const leftOut = quotations.flatMap((judged) => judged.leftOut)
  return {
    differences: [...quotations, ...(around ? [around] : [])].flatMap(
      (judged) => judged.differences,
    ),
    quotations: quotations.map((judged) => ({
      quotation: judged.quotation.trim(),
      ...(judged.verdict === 'too short'
        ? { error: shortness([judged], context) }
        : { verdict: judged.verdict }),
    })),
    leftOut: leftOut.map(({ words }) => words),
    notes: [
      ...quotations.flatMap((judged) => notesOn(judged, context)),
      ...(around ? [context.say('check.around')] : []),
      ...othersNamed(checked, context),
    ].map(plainText),
  }
}

function onlyFirst({ quotations }: Checked, { say }: Context): Text {
  return say('check.first', { count: String(quotations.length) })
}

/** In the JSON front, a paragraph with the sentences that places lie in. */
function passageOf(number: number, places: readonly QuotedPlace[], { speech }: Context) {
  const sentences = places
    .filter(({ line }) => line.paragraph === number)
    .flatMap((place) => sentencesAt(paragraphAt(speech, number), place))
  return passageData(speech, number, [...new Set(sentences)])
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
