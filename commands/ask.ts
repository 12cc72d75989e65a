import { BOOLEAN, SLASH, STRING, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import {
  attribution,
  emphasised,
  excerpt,
  paragraphAction,
  passage,
  passageActions,
  passageData,
  plainText,
} from '../src/passage.ts'
import { asTyped, pressId } from '../src/reply.ts'
import type { Block, Reply, Text } from '../src/reply.ts'
import type { Answer, Hit } from '../src/search/search.ts'
import { suggestSections } from '../src/speech/references.ts'

/** Discord shows so many choices; at most so many of them are sections, below the questions. */
const CHOICES = 25
const SECTIONS = 5

/** /ask: the passage that best answers a question, or that the speech does not say. */
export const ask: Command = {
  declaration: {
    type: SLASH,
    name: 'ask',
    description: en.ask,
    options: [
      {
        type: STRING,
        name: 'question',
        description: en['ask.question'],
        required: true,
        autocomplete: true,
        max_length: 1000,
      },
      { type: BOOLEAN, name: 'private', description: en['ask.private'] },
    ],
  },
  answer: (options, context) => {
    const answer = context.search.ask(textOption(options, 'question'))
    const notes = notesOn(answer, context)
    return answer.verdict === 'absent'
      ? absent(answer, notes, context)
      : found(answer.verdict, answer.hits, notes, context, answer.outline)
  },
  press: (argument, context) => {
    const shown = readArgument(argument, context)
    return shown && found(shown.verdict, shown.hits, [], context)
  },
  suggest: (option, typed, { speech, search }) => {
    if (option !== 'question') return []
    const sections = typed.trim() === '' ? [] : suggestSections(speech, typed).slice(0, SECTIONS)
    return [...search.suggest(typed).slice(0, CHOICES - sections.length), ...sections]
  },
}

type Shown = Pick<Hit, 'paragraph' | 'sentences'>

function found(
  verdict: 'answered' | 'related',
  hits: readonly Shown[],
  notes: readonly Text[],
  context: Context,
  outline = false,
): Reply {
  const { speech, say } = context
  const [best, ...others] = hits
  if (!best) throw new Error('an answer without a passage')
  const blocks: Block[] = [
    ...(verdict === 'related' ? [{ kind: 'text', text: say('related') } as const] : []),
    ...(outline ? [{ kind: 'text', text: outlineCount(context) } as const] : []),
    passage(speech, best.paragraph, best.sentences),
    ...(others.length > 0 ? [{ kind: 'text', text: say('others') } as const] : []),
    ...others.map((other) => excerpt(speech, other.paragraph, other.sentences[0] ?? 0)),
    ...notes.map((text): Block => ({ kind: 'note', text })),
    attribution(context),
  ]
  return {
    command: 'ask',
    blocks,
    actions: [
      passageActions(context, best.paragraph),
      [
        ...others.map((other) => paragraphAction(other.paragraph)),
        ...(outline ? [{ label: say.plain('outline'), press: pressId('section', 'o') }] : []),
      ],
    ],
    address: pressId('ask', writeArgument(verdict, hits)),
    data: {
      verdict,
      passages: hits.map((hit) => passageData(speech, hit.paragraph, hit.sentences)),
      notes: [...(outline ? [outlineCount(context)] : []), ...notes].map(plainText),
    },
  }
}

function outlineCount({ speech, say }: Context): Text {
  return say('outline.count', {
    sections: String(speech.sections.length),
    paragraphs: String(speech.paragraphs.length),
  })
}

function absent(answer: Answer, notes: readonly Text[], { say }: Context): Reply {
  const text: Text =
    answer.words.length === 0
      ? say('absent.nothing')
      : [
          ...say('absent'),
          ' ',
          ...(answer.missing.length > 0
            ? say('absent.word', { words: emphasised(answer.missing.map(asTyped)) })
            : say('absent.words', { words: emphasised(answer.words.map(asTyped)) })),
        ]
  const topics =
    answer.topics.length > 0 ? say('absent.topics', { topics: emphasised(answer.topics) }) : []
  const blocks: Block[] = [{ kind: 'text', text }]
  if (topics.length > 0) blocks.push({ kind: 'text', text: topics })
  return {
    command: 'ask',
    private: true,
    blocks: [...blocks, ...notes.map((note): Block => ({ kind: 'note', text: note }))],
    data: {
      verdict: 'absent',
      passages: [],
      notes: [
        plainText(text),
        ...(topics.length > 0 ? [plainText(topics)] : []),
        ...notes.map(plainText),
      ],
    },
  }
}

function notesOn({ searched }: Answer, { say }: Context): Text[] {
  return searched.map(({ typed, instead }) =>
    say('searched', { typed: { em: asTyped(typed) }, searched: emphasised(instead) }),
  )
}

// An answer in a press: 'a14.2.3,9.0' is answered by ¶14, sentences 2 and 3, then ¶9, sentence 0.
function writeArgument(verdict: 'answered' | 'related', hits: readonly Shown[]): string {
  return (
    verdict.slice(0, 1) + hits.map((hit) => [hit.paragraph, ...hit.sentences].join('.')).join(',')
  )
}

function readArgument(
  argument: string,
  { speech }: Context,
): { verdict: 'answered' | 'related'; hits: Shown[] } | undefined {
  if (!/^[ar]\d+(?:\.\d+)*(?:,\d+(?:\.\d+)*)*$/u.test(argument)) return undefined
  const hits = argument
    .slice(1)
    .split(',')
    .map((part) => part.split('.').map(Number))
    .map(([paragraph = 0, ...sentences]) => ({ paragraph, sentences }))
  const exists = hits.every(
    ({ paragraph, sentences }) =>
      sentences.every(
        (sentence) => speech.paragraphs[paragraph - 1]?.sentences[sentence] !== undefined,
      ) && speech.paragraphs[paragraph - 1],
  )
  return exists ? { verdict: argument.startsWith('a') ? 'answered' : 'related', hits } : undefined
}
