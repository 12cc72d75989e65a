import { BOOLEAN, SLASH, STRING, textOption } from '../src/command.ts'
import type { Command, Context } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { LIMITS } from '../src/limits.ts'
import {
  attribution,
  excerpt,
  paragraphAction,
  passage,
  passageActions,
  passageData,
} from '../src/passage.ts'
import { LONGEST_PRESS, asTyped, emphasised, plainText, pressId } from '../src/reply.ts'
import type { Block, Reply, Text } from '../src/reply.ts'
import { readCounting } from '../src/search/counting.ts'
import type { Counting } from '../src/search/counting.ts'
import type { Match } from '../src/search/find.ts'
import type { Answer } from '../src/search/search.ts'
import type { Hit } from '../src/search/structure.ts'
import type { Verdict } from '../src/search/verdict.ts'
import { paragraphsAt, ranges, suggestSections } from '../src/speech/references.ts'
import type { Place } from '../src/speech/references.ts'
import { referenceTo, sectionLabel, withChildren } from '../src/speech/speech.ts'
import type { Speech } from '../src/speech/speech.ts'
import { findAction, listed, places } from './find.ts'
import { nowhere } from './section.ts'

/** At most so many choices are sections, below the questions. */
const SECTIONS = 5
/** What a press begins with that counts again: the question follows. */
const COUNT = 'q'

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
    const question = textOption(options, 'question')
    const counted = count(question, context)
    if (counted) return counted
    const answer = context.search.ask(question)
    if (answer.verdict === 'absent') return spoken(answer, context) ?? absent(answer, context)
    return answer.hits.length === 0
      ? onSpeech(context)
      : found(answer.verdict, answer.hits, preface(answer, context), context, answer.outline)
  },
  press: (argument, context) => {
    if (argument.startsWith(COUNT)) return count(argument.slice(COUNT.length), context)
    const shown = readArgument(argument, context)
    return shown && found(shown.verdict, shown.hits, [], context)
  },
  suggest: (option, typed, { speech, search }) => {
    if (option !== 'question') return []
    const sections = typed.trim() === '' ? [] : suggestSections(speech, typed).slice(0, SECTIONS)
    return [...search.suggest(typed).slice(0, LIMITS.CHOICES - sections.length), ...sections]
  },
}

type Shown = Pick<Hit, 'paragraph' | 'sentences'>

function found(
  verdict: 'answered' | 'related',
  hits: readonly Shown[],
  before: readonly Block[],
  context: Context,
  outline = false,
): Reply {
  const { speech, say } = context
  const [best, ...others] = hits
  if (!best) throw new Error('an answer without a passage')
  const blocks: Block[] = [
    ...before,
    ...(verdict === 'related' ? [{ kind: 'text', text: say('related') } as const] : []),
    passage(speech, best.paragraph, best.sentences),
    ...(others.length > 0 ? [{ kind: 'text', text: say('others') } as const] : []),
    ...others.map((other) => excerpt(speech, other.paragraph, other.sentences[0] ?? 0)),
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
      notes: notesIn(before),
    },
  }
}

/** What is said before the passages: on the speech itself, on its outline, what was searched instead. */
function preface(answer: Answer, context: Context): Block[] {
  const { speech, say } = context
  return [
    ...(answer.aboutSpeech ? [{ kind: 'text', text: speechItself(context) } as const] : []),
    ...(answer.outline
      ? [
          {
            kind: 'text',
            text: say('outline.count', {
              sections: String(speech.sections.length),
              paragraphs: String(speech.paragraphs.length),
            }),
          } as const,
        ]
      : []),
    ...answer.searched.map(({ typed, instead }): Block => ({
      kind: 'note',
      text: say('searched', { typed: { em: asTyped(typed) }, searched: emphasised(instead) }),
    })),
  ]
}

function speechItself({ speech, say }: Context): Text {
  const { title, speaker, office, occasion, date } = speech
  return say('about.speech', { title, speaker, office, occasion, date: say.date(date) })
}

/** Where the words are spoken outside the numbered paragraphs ("Thank you!"): those are not searched, but said. */
function spoken({ aside }: Answer, context: Context): Reply | undefined {
  const wanted = [aside.join(' '), ...aside].find(
    (words) => words !== '' && context.search.find(words, false).matches.length > 0,
  )
  return wanted === undefined ? undefined : standing(wanted, 'related', context)
}

/**
 * "How often does he say …": the count and every place. Undefined where nothing is asked to be counted, and
 * where the search may find what the words mean though they are nowhere.
 */
function count(question: string, context: Context): Reply | undefined {
  const { speech, search } = context
  const counting = readCounting(question, speech)
  if (counting?.kind === 'unknown') return nowhere('ask', counting, context)
  if (!counting) return undefined
  const { words, exact, place, isCertain } = counting
  const { matches: all, apart } = search.find(words, false)
  if (all.length === 0)
    return isCertain && (exact || !apart) ? standing(words, 'absent', context) : undefined
  const own = exact ? inTheseLetters(words, all, context) : all
  const here = inPlace(all, place, speech)
  return here.length === 0
    ? elsewhere(counting, own.length, context)
    : counted(
        question,
        counting,
        here.filter((match) => own.includes(match)),
        here.filter((match) => !own.includes(match)),
        context,
      )
}

/** Of all places of words, those that have these letters; all where the letters are other words too ("us", "US"). */
function inTheseLetters(words: string, all: readonly Match[], { search }: Context): Match[] {
  const exact = search.find(words, true).matches
  const own = all.filter(({ line, match }) =>
    exact.some((other) => other.line === line && other.match.start === match.start),
  )
  return own.length < exact.length ? [...all] : own
}

function inPlace(matches: readonly Match[], place: Place | undefined, speech: Speech): Match[] {
  if (!place) return [...matches]
  // a title that was spoken is in its section, and in no paragraph
  const sections =
    place.kind === 'section' ? withChildren(speech, place.number).map(({ number }) => number) : []
  const numbers = paragraphsAt(speech, place)
  return matches.filter(
    ({ line: { section, paragraph } }) =>
      sections.includes(section) || (paragraph !== undefined && numbers.includes(paragraph)),
  )
}

/** The places of words, with the count asked for; `forms` are those of other forms of the words. */
function counted(
  question: string,
  counting: Counting,
  own: readonly Match[],
  forms: readonly Match[],
  context: Context,
): Reply {
  const { say } = context
  const found = own.length > 0
  const shown = found ? own : forms
  const kinds = new Map(
    forms.map(({ line, match }) => {
      const form = line.text.slice(match.start, match.end)
      return [form.toLowerCase(), form]
    }),
  )
  const before: Block[] = [
    found
      ? { kind: 'heading', text: howMany(counting, own, context) }
      : { kind: 'text', text: nowhereIn(counting, context) },
    ...(forms.length > 0
      ? [
          {
            kind: 'text',
            text: say('count.forms', {
              count: String(forms.length),
              forms: emphasised([...kinds.values()]),
            }),
          } as const,
        ]
      : []),
  ]
  const address = pressId('ask', `${COUNT}${question}`)
  return {
    ...asAnswer(listed(before, shown, context), found ? 'answered' : 'related', shown, context),
    ...(address.length <= LONGEST_PRESS ? { address } : {}),
  }
}

/** The count asked for, in a sentence. */
function howMany(
  { words, unit, place }: Counting,
  matches: readonly Match[],
  { speech, say }: Context,
): Text {
  const shown = { em: asTyped(words) }
  if (unit === 'times') {
    const values = { words: shown, count: String(matches.length) }
    return place
      ? say('count.place', { ...values, place: labelOf(place, speech) })
      : say('find.count', values)
  }
  const numbers = new Set(
    matches.flatMap(({ line }) => (unit === 'sections' ? line.section : (line.paragraph ?? []))),
  )
  const all = unit === 'sections' ? speech.sections : speech.paragraphs
  const total = place ? paragraphsAt(speech, place).length : all.length
  return [
    ...say(`count.${unit}`, {
      words: shown,
      count: String(numbers.size),
      total: String(total),
    }),
    ...(place ? [` · ${labelOf(place, speech)}`] : []),
  ]
}

/** That words are nowhere in the speech, or in the place that was asked about. */
function nowhereIn({ words, place }: Counting, { speech, say }: Context): Text {
  const shown = { em: asTyped(words) }
  return place
    ? say('count.none', { words: shown, place: labelOf(place, speech) })
    : say('find.none', { words: shown })
}

/** That words are not in the place that was asked about, and how often they are in the speech. */
function elsewhere(counting: Counting, count: number, context: Context): Reply {
  const { words, exact } = counting
  const shown = { words: { em: asTyped(words) }, count: String(count) }
  const blocks: Block[] = [
    { kind: 'text', text: nowhereIn(counting, context) },
    ...(count > 0 ? [{ kind: 'text', text: context.say('find.count', shown) } as const] : []),
  ]
  const actions = [findAction(`/find ${words}`, words, exact && count > 0)]
  return asAnswer(
    { command: 'ask', private: true, blocks, actions, data: {} },
    'absent',
    [],
    context,
  )
}

/** '§3.1 First: mutual respect', '§3.1 First: mutual respect · ¶14', '¶13–15' */
function labelOf(place: Place, speech: Speech): string {
  if (place.kind === 'section') return sectionLabel(speech, place.number)
  const [only, ...others] = place.numbers
  return only !== undefined && others.length === 0
    ? referenceTo(speech, only)
    : `¶${ranges([...place.numbers].sort((a, b) => a - b)).replaceAll('-', '–')}`
}

/** Every place where words stand, as an answer. */
function standing(words: string, verdict: Verdict, context: Context): Reply {
  const { matches } = context.search.find(words, false)
  return asAnswer(places(words, false, context), verdict, matches, context)
}

/** A reply with places as that of an answer. */
function asAnswer(
  reply: Reply,
  verdict: Verdict,
  matches: readonly Match[],
  { speech }: Context,
): Reply {
  const paragraphs = [...new Set(matches.flatMap(({ line }) => line.paragraph ?? []))]
  return {
    ...reply,
    command: 'ask',
    data: {
      verdict,
      passages: paragraphs.map((paragraph) => passageData(speech, paragraph)),
      notes: notesIn(reply.blocks),
    },
  }
}

/** Who spoke, when and where: nothing else was asked. */
function onSpeech(context: Context): Reply {
  const blocks: Block[] = [{ kind: 'text', text: speechItself(context) }]
  return {
    command: 'ask',
    blocks,
    data: { verdict: 'answered', passages: [], notes: notesIn(blocks) },
  }
}

function notesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'text' || block.kind === 'note'
      ? [plainText(block.text)]
      : [],
  )
}

function absent(answer: Answer, context: Context): Reply {
  const { say } = context
  const blocks: Block[] = answer.aboutSpeech
    ? [...preface(answer, context), { kind: 'text', text: say('absent') }]
    : [
        // what is asked in another language, the speech may say
        {
          kind: 'text',
          text: answer.foreign ? say('absent.english') : whatIsMissing(answer, context),
        },
        ...(answer.nowhere
          ? []
          : [
              {
                kind: 'text',
                text: say('absent.topics', { topics: emphasised(answer.topics) }),
              } as const,
            ]),
        // what a foreign word was taken for helps nobody
        ...(answer.foreign ? [] : preface(answer, context)),
      ]
  return {
    command: 'ask',
    private: true,
    blocks,
    data: { verdict: 'absent', passages: [], notes: notesIn(blocks) },
  }
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
  return [...say('absent'), ' ', ...named]
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
