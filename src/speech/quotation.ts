/** Which quotations a text has, how they belong together, and what became of each. */
import { areReported, buildAttributions } from './around.ts'
import { buildJudge, isFound, isVerbatim, type Judge, type Judged, type Words } from './judge.ts'
import { cleaned, markedIn, type Marked } from './marked.ts'
import { itemsIn, partsIn } from './pieces.ts'
import { splitSentences } from './sentences.ts'
import type { Speech } from './speech.ts'
import { spokenWords, type QuotedPlace } from './spoken.ts'
import { FEWEST_WORDS, countWords } from './units.ts'

/** Quotations of one text that are judged; how many more there are is said. */
const QUOTATIONS = 12

/** What people write between quotations of a list. */
const IN_LIST = /^\P{L}*(?:and|or)?\P{L}*$/iu

export interface Checked {
  /** at least one */
  readonly quotations: readonly Judged[]
  /** they are the parts of one quotation, which stand in different places of the speech or not there at all */
  readonly apart: boolean
  /** only what stood in quotation marks was compared */
  readonly partly: boolean
  /** so many more quotations stand after these, which were not judged */
  readonly unchecked: number
  /** others than the speaker who are named as those who say what he says for himself */
  readonly others: readonly string[]
  /** the quotations are right, and with the words around them the text reads as the speech altered */
  readonly around?: Judged
}

/**
 * Judges what is typed as one quotation; where it is none, and what a message quotes, piece by piece: by
 * its quotation marks, or else by its sentences and what stands between "…". Where a text has quotations, its
 * other words are the writer's: what they make of the speech is told beside the judgement.
 * @param isMessage whether the text is somebody's message, in which there may be quotations
 */
export type QuotationCheck = (text: string, isMessage: boolean) => Checked

/**
 * Compares quotations with the speech, word for word. Kinds of quote and dash, case and white
 * space do not count, nor the marks that open or close a piece; "…" and "[…]" stand for words
 * left out within a paragraph, none of which may be a "not" of what is quoted. What people put around a
 * quotation (see around.ts) is set aside where the rest is the speech's. It judges words, never whether
 * a statement is true.
 */
export function buildQuotationCheck(speech: Speech, words: Words): QuotationCheck {
  const spoken = spokenWords(speech)
  const attributions = buildAttributions(speech, words.isCommon)
  const judgeAnew = buildJudge(spoken, attributions.setAside, words)

  const check = (text: string, isMessage: boolean): Checked => {
    // what is judged as a whole may be judged again as a part: each only once, for the time it takes
    const known = new Map<string, Judged>()
    const judge = (quotation: string): Judged => {
      const judged = known.get(quotation) ?? judgeAnew.judge(quotation)
      known.set(quotation, judged)
      return judged
    }
    const typed = cleaned(text)
    const marked = together(markedIn(typed, speech.title), attributions.isWithin)
    const hasLong = marked.quotations.some((quotation) => countWords(quotation) >= FEWEST_WORDS)
    const whole = isMessage && hasLong ? undefined : judge(typed)
    if (whole && isVerbatim(whole)) return asOne(whole)

    const quoted = (hasLong ? marked.quotations : [typed]).flatMap((one) => inItems(one, judge))
    const parts = quoted.flatMap((quotation, index) =>
      index < QUOTATIONS ? inParts(quotation, judge, judgeAnew.standsVerbatim) : [quotation],
    )
    const apart = parts.length > quoted.length
    const isOne = !apart && quoted.length === 1
    const isShort = !hasLong && isShortOnly(marked, isOne, whole)
    const quotations = isShort ? marked.quotations : parts
    const judged = quotations.slice(0, QUOTATIONS).map(judge)
    const hasOthers = countWords(marked.around.join(' ')) > 0
    const isIn =
      whole !== undefined && hasLong && hasOthers && judged.every((own) => standsIn(own, whole))
    const around = isIn ? wordsAround(whole, judged, marked) : 'added'
    if (isIn && around === 'quoted') return asOne(whole)
    return {
      quotations: judged,
      ...(whole && around === 'altered' ? { around: whole } : {}),
      // where the words around are told, whom they name is among them
      others: around === 'altered' || isShort ? [] : othersIn(judged, marked),
      apart,
      partly: !isMessage && (hasLong || isShort) && hasOthers,
      unchecked: Math.max(0, quotations.length - QUOTATIONS),
    }
  }

  /** Whose the words around quotations are that stand in what the text as a whole was taken for. */
  const wordsAround = (
    whole: Judged,
    judged: readonly Judged[],
    marked: Marked,
  ): 'quoted' | 'altered' | 'added' => {
    const isQuoted = isMostlyOf(whole, marked)
    // the marks are the speaker's own
    const isSet = judged.every(isMarked)
    if (isQuoted && isSet) return 'quoted'
    const sentences = judged.flatMap(({ places }) => places.map(sentencesOf)).join(' ')
    const isAttributed = marked.around.every(
      (text, index) =>
        countWords(text) === 0 ||
        attributions.isAttribution(text, index === 0 ? sentences : undefined),
    )
    const isAltered = isQuoted || (!isSet && !isList(whole))
    return judged.every(isRight) && isAltered && !isAttributed ? 'altered' : 'added'
  }

  /** Who is named before the quotations as those who say them, where these are all that are judged. */
  const othersIn = (judged: readonly Judged[], marked: Marked): readonly string[] =>
    judged.length === marked.quotations.length
      ? judged.filter(isFound).flatMap((own) => {
          const before = marked.around[judged.indexOf(own)] ?? ''
          return areReported(own.places)
            ? []
            : (attributions.otherIn(before, own.places.map(sentencesOf).join(' ')) ?? [])
        })
      : []

  return (text, isMessage) => {
    const checked = check(text, isMessage)
    const [only, ...others] = checked.quotations
    const isAbsent = others.length === 0 && only?.verdict === 'absent'
    const mended = isAbsent ? judgeAnew.withoutSlips(only.quotation) : undefined
    return mended ? { ...checked, quotations: [mended] } : checked
  }
}

/**
 * Whether the short quotations of a text are judged, each for itself: one that is all that the speech has of the
 * text, or several in a row.
 */
function isShortOnly(
  { quotations, around }: Marked,
  isOne: boolean,
  whole: Judged | undefined,
): boolean {
  const isListed = quotations.length > 1 && around.every((text) => IN_LIST.test(text))
  return isListed || (quotations.length > 0 && isOne && whole?.verdict === 'absent')
}

/** Whether nothing is wrong with a quotation; a word or two are none. */
function isRight(judged: Judged): boolean {
  return isVerbatim(judged) || judged.verdict === 'too short'
}

/** Whether the words around quotations, too, are for the most part those that the speech has there. */
function isMostlyOf({ quotation, differences }: Judged, { quotations }: Marked): boolean {
  const around = countWords(quotation) - countWords(quotations.join(' '))
  const others = countWords(differences.map(({ said }) => said).join(' '))
  return others <= around / 2
}

/** Whether quotations are a list, and no sentence: the speech has more between them. */
function isList({ differences }: Judged): boolean {
  return differences.some(
    ({ said, speech }) => IN_LIST.test(said) && countWords(speech) > countWords(said),
  )
}

/** Whether the speech itself has a quotation in quotation marks. */
function isMarked({ places }: Judged): boolean {
  return places.every(
    ({ line, start, end }) =>
      line.text.slice(0, start).endsWith('“') && /^[,.]?”/u.test(line.text.slice(end)),
  )
}

/** The sentences of a line that a piece of it lies in. */
function sentencesOf({ line, start, end }: QuotedPlace): string {
  let at = 0
  return splitSentences(line.text)
    .filter((sentence) => {
      at += sentence.length
      return at > start && at - sentence.length < end
    })
    .join('')
}

/** Whether a quotation stands in what a text was taken for. */
function standsIn({ places }: Judged, { verdict, places: whole }: Judged): boolean {
  const isIn = ({ line, start, end }: QuotedPlace): boolean =>
    whole.some((other) => other.line === line && start < other.end && other.start < end)
  return verdict === 'altered' && places.some(isIn)
}

function asOne(whole: Judged): Checked {
  return { quotations: [whole], others: [], apart: false, partly: false, unchecked: 0 }
}

/** The parts of one quotation that who says it stands between ("…," he said, "…"), put together. */
function together({ quotations, around }: Marked, isWithin: (between: string) => boolean): Marked {
  const all: string[] = []
  const others: string[] = []
  for (const [index, quotation] of quotations.entries()) {
    const between = around[index] ?? ''
    if (index > 0 && isWithin(between)) all.push(`${all.pop()} … ${quotation}`)
    else {
      all.push(quotation)
      others.push(between)
    }
  }
  return { quotations: all, around: [...others, around.at(-1) ?? ''] }
}

/** The items of a list, or lines of a text that differ less each for itself than as one running text. */
function inItems(quotation: string, judge: Judge['judge']): readonly string[] {
  const { items, isList } = itemsIn(quotation)
  if (isList) return items
  if (items.length < 2 || items.length > QUOTATIONS) return [quotation]
  const differing = items.reduce((sum, item) => sum + countDiffering(judge(item)), 0)
  return differing < countDiffering(judge(quotation)) ? items : [quotation]
}

/** The number of words that are not those of the speech, or that it has instead. */
function countDiffering(judged: Judged): number {
  if (!isFound(judged)) return countWords(judged.quotation)
  return countWords(judged.differences.flatMap(({ said, speech }) => [said, speech]).join(' '))
}

/** Whether what differs is a mark in the place of another, or of a mark with "and": no other sentence is between. */
function isMark(said: string, speech: string): boolean {
  return countWords(said) === 0 && /^\P{L}*(?:and\P{L}*)?$/u.test(speech)
}

/**
 * A quotation in its parts where it is no one quotation: as a whole it is not there and some of them are, or it
 * was taken for a place that says something else and each of them stands somewhere word for word.
 */
function inParts(
  quotation: string,
  judge: Judge['judge'],
  standsVerbatim: Judge['standsVerbatim'],
): readonly string[] {
  const { quotation: reading, verdict, differences } = judge(quotation)
  const parts = partsIn(reading)
  const isApart =
    verdict === 'absent'
      ? parts.slice(0, QUOTATIONS).some((part) => isFound(judge(part)))
      : verdict === 'altered' &&
        differences.some(({ said, speech }) => said !== '' && !isMark(said, speech)) &&
        parts.every(standsVerbatim)
  return isApart && parts.length > 1 ? parts : [quotation]
}
