import { BOOLEAN, SLASH, STRING, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import {
  attribution,
  excerptAt,
  paragraphAction,
  passageActions,
  passageData,
} from '../src/passage.ts'
import { asTyped, pressId } from '../src/reply.ts'
import type { Block, Reply } from '../src/reply.ts'
import type { Difference, Place } from '../src/speech/quotation.ts'

const DIFFERENCES = 8

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
    const judgement = search.check(options['message'] === true ? quotedPart(typed) : typed)
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
        ...judgement.places.map((place) => excerptAt(speech, place.line, place)),
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

/** The quoted part of a message: its longest quotation or block quote; all of it where there is none. */
function quotedPart(message: string): string {
  const blocks = message
    .split('\n')
    .filter((line) => /^>\s/u.test(line))
    .map((line) => line.replace(/^>+\s*/u, ''))
  const quotations = [...message.matchAll(/“([^”]+)”|"([^"]+)"|«([^»]+)»|「([^」]+)」/gu)].map(
    (match) => match.slice(1).find(Boolean) ?? '',
  )
  const [longest = ''] = [blocks.join(' '), ...quotations].sort((a, b) => b.length - a.length)
  return longest.trim().split(/\s+/u).length >= 3 ? longest : message
}
