/** How places of words are shown: every one of them, or what may be meant where there is none. */
import type { Context } from './command.ts'
import { LIMITS } from './limits.ts'
import { attribution, excerptAt, paragraphAction } from './passage.ts'
import { unspokenTitle } from './quoted.ts'
import { asTyped, emphasised, noteBlock, plainText, pressId, textBlock } from './reply.ts'
import type { Action, Block, Menu, Reply, Text } from './reply.ts'
import { isAcronym, termsAsOne, tokenise } from './search/analysis.ts'
import { CONTRACTED, type Findings } from './search/find.ts'
import type { Search } from './search/search.ts'
import { paragraphAt, sectionLabel } from './speech/speech.ts'

/** More words than these are no nearer to what is meant than a guess. */
const MEANT = 4

/** Of more words than these, not even the first place is shown. */
const FIRSTS = 3

/** Every place where words stand; of several, each for itself, how often and where first, and buttons to their places. */
export function places(all: readonly string[], exact: boolean, context: Context): Reply {
  const { speech, search } = context
  const found = all.map((words) => ({ words, findings: search.find(words, exact) }))
  const matches = found.flatMap(({ findings }) => findings.matches)
  const [only] = found
  if (matches.length === 0 && only) return notFound(only.words, exact, only.findings, context)
  const isOne = found.length === 1
  const shown = isOne ? Infinity : found.length > FIRSTS ? 0 : 1
  const paragraphs = [...new Set(matches.flatMap(({ line }) => line.paragraph ?? []))].sort(
    (a, b) => a - b,
  )
  const there = found.filter(({ findings }) => findings.matches.length > 0)
  const buttons = isOne
    ? paragraphs.map(paragraphAction)
    : there.map(({ words }) => findAction(words, exact))
  return {
    blocks: [
      ...found.flatMap(({ words, findings }): Block[] => [
        { kind: 'heading', text: count(words, exact, findings, context) },
        ...asWell(words, exact, findings, context),
        ...findings.matches
          .slice(0, shown)
          .map(({ line, around, match }) => excerptAt(speech, line, around, [match])),
      ]),
      attribution(context),
    ],
    ...(buttons.length > 2 * LIMITS.ROW
      ? { menu: paragraphMenu(paragraphs, context) }
      : { actions: [buttons.slice(0, LIMITS.ROW), buttons.slice(LIMITS.ROW)] }),
    ...(isOne && only ? { address: findAction(only.words, exact).press } : {}),
    data: {
      total: matches.length,
      matches: matches.map(({ line: { text, paragraph, section }, around, match }) => ({
        paragraph: paragraph ?? null,
        section,
        before: text.slice(around.start, match.start),
        match: text.slice(match.start, match.end),
        after: text.slice(match.end, around.end),
      })),
    },
  }
}

/** What else is said of words that stand there: how often other words for the same do, and other forms of them. */
function asWell(words: string, exact: boolean, { same, matches }: Findings, context: Context) {
  const { search, say } = context
  const withForms = exact ? search.find(words, false).matches.length : 0
  return [
    ...same.map((other) => {
      const total = String(search.find(other, exact).matches.length)
      return noteBlock(say('find.same', { words: { em: asTyped(other) }, count: total }))
    }),
    ...(withForms > matches.length
      ? [noteBlock(say('find.with', { count: String(withForms) }))]
      : []),
  ]
}

const POSSESSIVE = /['’ʼ]s$/u

/** How often words stand in the speech, and whether they do in other forms. */
function count(words: string, exact: boolean, { matches }: Findings, { say }: Context): Text {
  const own = matches.filter(({ line, match }) => {
    const found = line.text.slice(match.start, match.end)
    return (
      bare(found) === bare(words) &&
      CONTRACTED.test(found) === CONTRACTED.test(words) &&
      // "China" is another form of "China's"
      (!POSSESSIVE.test(words) ||
        [match.end, match.end + 2].some((end) =>
          POSSESSIVE.test(line.text.slice(match.start, end)),
        ))
    )
  })
  // the words that a * stands in are no other forms, nor is "who" of "WHO" where only the letters count
  const isOpen = /[\p{L}\p{N}]\*|\*[\p{L}\p{N}]/u.test(words)
  const key =
    matches.length === 0
      ? 'find.none'
      : exact || isOpen || own.length === matches.length
        ? 'find.count'
        : own.length === 0
          ? 'find.count.others'
          : 'find.count.forms'
  return say(key, { words: { em: asTyped(words) }, count: String(matches.length) })
}

/** Words without the marks between and around them, which make no other form. */
function bare(text: string): string {
  return tokenise(text)
    .map(({ word }) => word)
    .join(' ')
}

/** What to say of words that stand nowhere: where they stand apart from each other, or what may be meant. */
function notFound(
  words: string,
  exact: boolean,
  { apart, nearest, near }: Findings,
  context: Context,
): Reply {
  const { speech, search, say } = context
  const meant = apart.length > 0 ? near.slice(0, MEANT) : meantBy(words, near, search)
  // where no line has all of them, each for itself, with its first place
  const each = nearest.length > 0 ? [] : apart.slice(0, LIMITS.ROW)
  const first = each.flatMap((word): Block[] => {
    const found = search.find(word, exact)
    const [place] = found.matches
    return [
      textBlock(count(word, exact, found, context)),
      ...(place ? [excerptAt(speech, place.line, place.around, [place.match])] : []),
    ]
  })
  const title = unspokenTitle(words, context)
  const key =
    apart.length === 0
      ? 'find.none'
      : apart.every((word) => search.find(word, true).matches.length > 0)
        ? 'find.apart'
        : 'find.apart.forms'
  const texts = [
    /[\p{L}\p{N}]/u.test(words) ? say(key, { words: { em: asTyped(words) } }) : say('find.empty'),
    ...(title ? [title] : []),
    ...(meant.length > 0 ? [say('find.near', { words: emphasised(meant.map(asTyped)) })] : []),
    ...(nearest.length > 0 ? [say('find.nearest')] : []),
  ]
  return {
    private: true,
    blocks: [
      ...texts.map(textBlock),
      ...nearest.map(({ line, around, matches }) => excerptAt(speech, line, around, matches)),
      ...first,
      ...(apart.length > 0 ? [attribution(context)] : []),
    ],
    actions: [
      [
        ...nearest.flatMap(({ line }) => line.paragraph ?? []).map(paragraphAction),
        ...meant.map((other) => findAction(other, exact)),
      ],
      apart.map((other) => findAction(other, exact)),
    ],
    data: {
      total: 0,
      matches: [],
      nearest: nearest.map(({ line: { text: spoken, paragraph, section }, around }) => ({
        paragraph: paragraph ?? null,
        section,
        text: spoken.slice(around.start, around.end),
      })),
      notes: texts.map(plainText),
    },
  }
}

/**
 * What may be meant by words, as the speech writes it: what is near to them where they are nowhere, and what
 * is searched for them where they are a question.
 * @param near what is near to them (see `Findings`)
 */
export function meantBy(words: string, near: readonly string[], search: Search): string[] {
  const searched = search
    .ask(words)
    .searched.filter(({ typed }) => !isAcronym(typed))
    .reduce((text, { typed, instead: [other = typed] }) => text.replace(typed, other), words)
  const [place] = search.find(searched, false).matches
  const meant = [
    ...near,
    ...(place ? [place.line.text.slice(place.match.start, place.match.end)] : []),
  ]
  // forms of one word have the same terms: only one of them is offered
  const terms = meant.map(termsAsOne)
  return meant.filter((_, at) => terms.indexOf(terms[at] ?? '') === at).slice(0, MEANT)
}

/** A button that finds words, in all their forms or exactly. */
export function findAction(words: string, exact: boolean): Action {
  // marks count only where exactly these letters are looked for
  const wanted = exact ? words : words.replace(/[^\p{L}\p{M}\p{N}$€£¥.,'’%*-]+/gu, ' ').trim()
  return { label: asTyped(words), press: pressId('find', `${exact ? 'e' : 'f'}${wanted}`) }
}

function paragraphMenu(paragraphs: readonly number[], { speech, say }: Context): Menu {
  return {
    label: say.plain('choose.paragraph'),
    choices: paragraphs.map((number) => ({
      ...paragraphAction(number),
      detail: sectionLabel(speech, paragraphAt(speech, number).section),
    })),
  }
}
