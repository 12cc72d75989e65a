import { BOOLEAN, SLASH, STRING, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import {
  attribution,
  excerptAt,
  paragraphAction,
  passageActions,
  passageData,
  sentencesAround,
} from '../src/passage.ts'
import { asTyped, pressId } from '../src/reply.ts'
import type { Block, Range, Reply } from '../src/reply.ts'
import { quotedParts } from '../src/speech/quotation.ts'
import type { Difference, Judgement, Place } from '../src/speech/quotation.ts'
import type { SpokenLine } from '../src/speech/speech.ts'

const DIFFERENCES = 8
/** So many words that were left out are shown; of more, only their number. */
const LEFT_OUT = 25

/** /check and Apps › Check this quote: is this what the speech says? */
export const check: Command = {
  declaration: {
    type: SLASH,
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
    const { speech, search, say } = context
    const typed = textOption(options, 'quote')
    const judgement =
      options['message'] === true
        ? best(quotesIn(typed).map((quote) => search.check(quote)))
        : search.check(typed)
    const words: Block = { kind: 'note', text: say('check.words') }
    if (!('places' in judgement)) {
      const text = say(judgement.verdict === 'absent' ? 'check.absent' : 'check.short')
      return {
        command: 'check',
        private: true,
        blocks: [{ kind: 'text', text }, words],
        data: { verdict: 'absent', passages: [], differences: [] },
      }
    }
    const paragraphs = [...new Set(judgement.places.flatMap(({ line }) => line.paragraph ?? []))]
    const differences = judgement.verdict === 'altered' ? judgement.differences : []
    const reply: Reply = {
      command: 'check',
      blocks: [
        { kind: 'text', text: [{ strong: say.plain(`check.${judgement.verdict}`) }] },
        ...differences
          .slice(0, DIFFERENCES)
          .map((difference) => differenceBlock(difference, context)),
        ...(differences.length > DIFFERENCES
          ? [
              {
                kind: 'note',
                text: say('check.more', { count: String(differences.length - DIFFERENCES) }),
              } as const,
            ]
          : []),
        ...inSentences(judgement.places, context),
        ...(judgement.verdict === 'abridged' ? judgement.leftOut : []).map((gap) =>
          leftOutBlock(gap, context),
        ),
        words,
        attribution(context),
      ],
      actions: [
        paragraphs.length === 1 && paragraphs[0] !== undefined
          ? [paragraphAction(paragraphs[0]), ...passageActions(context, paragraphs[0]).slice(-3)]
          : paragraphs.slice(0, 5).map(paragraphAction),
        // words outside the paragraphs: a spoken title, "Thank you!"
        [...new Set(judgement.places.map(({ line }) => line))]
          .filter(({ paragraph }) => paragraph === undefined)
          .slice(0, 5)
          .map(({ section }) => ({
            label: `§${section}`,
            press: pressId('section', `s${section}`),
          })),
      ],
      data: {
        verdict: judgement.verdict,
        passages: paragraphs.map((number) =>
          passageData(speech, number, sentencesOf(number, judgement.places, context)),
        ),
        differences,
      },
    }
    return reply
  },
}

function differenceBlock({ said, speech }: Difference, { say }: Context): Block {
  const [typed, spoken] = [{ struck: asTyped(said) }, { em: speech }]
  if (speech === '') return { kind: 'text', text: say('check.added', { said: typed }) }
  if (said === '') return { kind: 'text', text: say('check.missing', { speech: spoken }) }
  return { kind: 'text', text: say('check.difference', { said: typed, speech: spoken }) }
}

function sentencesOf(number: number, places: readonly Place[], { speech }: Context): number[] {
  let end = 0
  return (speech.paragraphs[number - 1]?.sentences ?? []).flatMap((sentence, index) => {
    const start = end
    end += sentence.length
    return places.some(
      (place) => place.line.paragraph === number && place.start < end && place.end > start,
    )
      ? [index]
      : []
  })
}

/** Places as the sentences that they lie in, each place in bold: what a quotation is part of is seen with it. */
function inSentences(places: readonly Place[], { speech }: Context): Block[] {
  const shown: { line: SpokenLine; around: Range; strong: Range[] }[] = []
  for (const { line, start, end } of places) {
    const around = sentencesAround(speech, line, { start, end })
    const last = shown.at(-1)
    if (last && last.line === line && around.start <= last.around.end + 1) {
      last.around = { start: last.around.start, end: Math.max(last.around.end, around.end) }
      last.strong.push({ start, end })
    } else shown.push({ line, around, strong: [{ start, end }] })
  }
  return shown.map(({ line, around, strong }) => excerptAt(speech, line, around, strong))
}

function leftOutBlock(gap: readonly Place[], { say }: Context): Block {
  const words = gap
    .map(({ line, start, end }) => line.text.slice(start, end))
    .join(' ')
    .replace(/^[,.;:!?\s]+|[,.;:!?\s]+$/gu, '')
  const count = words.split(/\s+/u).length
  const text =
    count <= LEFT_OUT
      ? say('check.left', { words: { em: words } })
      : say('check.left.many', { count: String(count) })
  return { kind: 'text', text }
}

/** What a message quotes: its block quote, its quotations as one, the longest of them; all of it where it quotes nothing. */
function quotesIn(message: string): string[] {
  const [, rest] = /^>>>\s+([^]*)$/mu.exec(message) ?? []
  const block = (rest === undefined ? message : rest.replace(/^/gmu, '> '))
    .split('\n')
    .filter((line) => /^>\s/u.test(line))
    .map((line) => line.replace(/^>+\s*/u, ''))
    .join(' ')
  const parts = quotedParts(message)
  const [longest = ''] = [...parts].sort((a, b) => b.length - a.length)
  const quotes = [block, parts.join(' '), longest].filter(
    (quote) => quote.trim().split(/\s+/u).length >= 3,
  )
  return quotes.length > 0 ? quotes : [message]
}

/** The judgement that says most for what was quoted. */
function best(judgements: readonly Judgement[]): Judgement {
  const order: readonly Judgement['verdict'][] = ['exact', 'abridged', 'altered', 'absent']
  const found = order.flatMap((verdict) => judgements.filter((one) => one.verdict === verdict))[0]
  return found ?? { verdict: 'too short' }
}
