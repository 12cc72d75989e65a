import { PRIVATE, STRING, textOption, type Command, type Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { LIMITS } from '../src/limits.ts'
import { places } from '../src/found.ts'
import { outline } from '../src/outline.ts'
import {
  attribution,
  excerpt,
  onSpeech,
  paragraphAction,
  passage,
  passageActions,
  passageData,
} from '../src/passage.ts'
import { asTyped, emphasised, noteBlock, plainText, textBlock, twoSentences } from '../src/reply.ts'
import type { Block, Reply, Text } from '../src/reply.ts'
import { eachApart, type Counting } from '../src/search/counting.ts'
import type { Hit } from '../src/search/hit.ts'
import type { Answer } from '../src/search/answer.ts'
import type { Verdict } from '../src/search/verdict.ts'
import { suggestSections, written } from '../src/speech/references.ts'

/** Characters after which a sentence of the other passages is cut: about a line. */
const LINE = 160
/** At most so many choices are sections, below the questions. */
const SECTIONS = 5

/** /ask: the passage that best answers a question, or that the speech does not say. */
export const ask: Command = {
  declaration: {
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
      PRIVATE,
    ],
  },
  answer: (options, context) => {
    const question = textOption(options, 'question')
    const asked = context.search.counting(question)
    if (asked) return counted(asked, context)
    const answer = context.search.ask(question)
    if (answer.verdict === 'absent') return spoken(answer, context) ?? absent(answer, context)
    if (answer.hits.length === 0) return speechItself(context)
    if (answer.outline) return onOutline(answer, context)
    return found(answer, context)
  },
  suggest: (typed, { speech, search }) => {
    const sections = typed.trim() === '' ? [] : suggestSections(speech, typed).slice(0, SECTIONS)
    return [...search.suggest(typed).slice(0, LIMITS.CHOICES - sections.length), ...sections]
  },
}

/** Every place of the words; where they are nowhere, a passage only if it says the same in other words. */
function counted(asked: Counting, context: Context): Reply {
  const reply =
    standing(asked, 'answered', context) ?? standing(eachApart(asked), 'answered', context)
  if (reply) return reply
  const nowhere = textBlock(
    context.say('find.none', { words: emphasised(asked.words.map(asTyped)) }),
  )
  const answer = context.search.ask(asked.words.join(' '))
  if (answer.searched.length > 0 && answer.hits.length > 0)
    return found({ ...answer, verdict: 'related' }, context, nowhere)
  const data = dataOf('absent', [], [nowhere], context)
  return { private: true, blocks: [nowhere], data }
}

/** The passages, and what is said before them. */
function found(answer: Answer, context: Context, ...first: Block[]): Reply {
  const { speech, say } = context
  const { verdict, hits, rest, without, elsewhere } = answer
  const [best, ...others] = hits
  if (!best) throw new Error('an answer without a passage')
  const before = [...first, ...preface(answer, context)]
  const notDirectly =
    without.length === 0
      ? say(elsewhere ? 'related.elsewhere' : 'related')
      : say('absent.word', { words: emphasised(without.map(asTyped)) })
  const blocks: Block[] = [
    ...before,
    ...(verdict === 'related' ? [textBlock(notDirectly)] : []),
    passage(speech, best.paragraph, best.sentences),
    ...(others.length > 0 ? [textBlock(say('others'))] : []),
    ...others.map((other) => excerpt(speech, other.paragraph, other.sentences[0] ?? 0, LINE)),
    ...(rest.length > 0
      ? [noteBlock(say('others.rest', { paragraphs: `¶${written(rest)}` }))]
      : []),
    attribution(context),
  ]
  return {
    blocks,
    actions: [
      passageActions(context, best.paragraph),
      others.map((other) => paragraphAction(other.paragraph)),
    ],
    data: dataOf(
      verdict,
      hits,
      without.length > 0 ? [...before, textBlock(notDirectly)] : before,
      context,
    ),
  }
}

/** What is said before the passages: on the speech itself, what was searched instead. */
function preface(answer: Answer, context: Context): Block[] {
  return [
    ...(answer.aboutSpeech ? [onSpeech(context)] : []),
    ...(answer.views && answer.hits.length > 0 ? [noteBlock(context.say('views'))] : []),
    ...answer.searched.map(({ typed, instead }) =>
      noteBlock(
        context.say('searched', { typed: { em: asTyped(typed) }, searched: emphasised(instead) }),
      ),
    ),
  ]
}

/** The outline, with how much there is of everything. */
function onOutline({ hits }: Answer, context: Context): Reply {
  const { speech, say } = context
  const reply = outline(context)
  const words = speech.paragraphs.flatMap(({ text }) => text.split(/\s+/u)).length
  const count = textBlock(
    say('outline.count', {
      sections: String(speech.sections.length),
      paragraphs: String(speech.paragraphs.length),
      words: String(Math.round(words / 100) * 100),
    }),
  )
  return {
    ...reply,
    blocks: [count, ...reply.blocks],
    data: dataOf('answered', hits, [count], context),
  }
}

/** Where the words are spoken outside the numbered paragraphs ("Thank you!"): those are not searched, but said. */
function spoken({ aside, words }: Answer, context: Context): Reply | undefined {
  if (aside.length < words.length) return undefined
  return (
    standing({ words: [aside.join(' ')], exact: false }, 'related', context) ??
    standing({ words: aside, exact: false }, 'related', context)
  )
}

/** Every place where words stand, as /find has them; undefined where all of them are nowhere. */
function standing(
  { words, exact }: Counting,
  verdict: Verdict,
  context: Context,
): Reply | undefined {
  const matches = words.flatMap((each) => context.search.find(each, exact).matches)
  if (matches.length === 0) return undefined
  const reply = places(words, exact, context)
  const paragraphs = new Set(matches.flatMap(({ line }) => line.paragraph ?? []))
  const hits = [...paragraphs].map((paragraph) => ({ paragraph, sentences: [] }))
  return {
    ...reply,
    data: { verdict, ...reply.data, ...dataOf(verdict, hits, reply.blocks, context) },
  }
}

/** Only the speech itself is asked about. */
function speechItself(context: Context): Reply {
  const { say, speech } = context
  const blocks = [
    onSpeech(context),
    textBlock(say('about.source', { source: { url: speech.source } })),
  ]
  return { blocks, data: dataOf('answered', [], blocks, context) }
}

/** In the JSON front, what every answer has. @param said blocks, of which the bot's own words are notes */
function dataOf(
  verdict: Verdict,
  hits: readonly Hit[],
  said: readonly Block[],
  { speech }: Context,
): Reply['data'] {
  return {
    verdict,
    passages: hits.map((hit) => passageData(speech, hit.paragraph, hit.sentences)),
    notes: said.flatMap((block) =>
      block.kind === 'heading' ||
      block.kind === 'text' ||
      (block.kind === 'note' && block.onEveryPage !== true)
        ? [plainText(block.text)]
        : [],
    ),
  }
}

function absent(answer: Answer, context: Context): Reply {
  const { say } = context
  const topics = say('absent.topics', { topics: emphasised(answer.topics) })
  const blocks = answer.aboutSpeech
    ? [...preface(answer, context), textBlock(say('absent'))]
    : [
        // what is asked in another language, the speech may say
        textBlock(answer.foreign ? say('absent.english') : whatIsMissing(answer, context)),
        ...(answer.nowhere ? [] : [textBlock(topics)]),
        // what a foreign word was taken for helps nobody
        ...(answer.foreign ? [] : preface(answer, context)),
      ]
  return { private: true, blocks, data: dataOf('absent', [], blocks, context) }
}

function whatIsMissing({ words, missing, nowhere }: Answer, { speech, say }: Context): Text {
  if (nowhere)
    return say('absent.nowhere', {
      sections: speech.sections.map(({ number }) => number).join(', '),
      last: String(speech.paragraphs.length),
    })
  if (words.length === 0) return say('absent.nothing')
  const named =
    missing.length > 0
      ? say('absent.word', { words: emphasised(missing.map(asTyped)) })
      : say('absent.words', { words: emphasised(words.map(asTyped)) })
  return twoSentences(say('absent'), named)
}
