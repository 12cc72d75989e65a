import { STOP_WORDS, isAskedFor, stem, stemsIn, tokenise, type Token } from './analysis.ts'
import { isCommon, isEnglish } from './dictionary.ts'
import { QUOTED, SHORT_FORM } from './patterns.ts'
import { RANKING, type Part, type Ranking } from './ranking.ts'
import type { Sides } from './sides.ts'
import type { Spelling } from './spelling.ts'
import type { Thesaurus } from './thesaurus.ts'

/** A question taken apart for searching, and what was done to it. */
export interface Query {
  /** the question as it was given */
  readonly text: string
  /** its words, corrected, each in its place */
  readonly tokens: readonly Token[]
  readonly parts: readonly QueryPart[]
  /** the terms of what it quotes of the speech, each for itself */
  readonly quoted: readonly (readonly string[])[]
  /** nothing but words of asking ("what does he say about speech"), which are searched as they stand */
  readonly onlyAsking: boolean
  /** words of content that are not known in any form, as typed; what is nearest to one may be among the corrections */
  readonly unknown: readonly string[]
  readonly corrections: readonly { readonly typed: string; readonly searched: string }[]
}

/** A part as typed, with its alternatives as people read them, in the same order. */
export interface QueryPart extends Part {
  readonly typed: string
  readonly shown: readonly string[]
}

/** All that may stand for a part: its own terms, and those of its synonyms. */
export function listsOf({ terms, alternatives }: QueryPart): readonly (readonly string[])[] {
  return [terms, ...alternatives]
}

/** Whether a text, given as its terms, has all of some terms. */
export function hasAll(text: ReadonlySet<string>, terms: readonly string[]): boolean {
  return terms.every((term) => text.has(term))
}

/** Whether a text, given as its terms, has a part or what may stand for it. */
export function hasPart(text: ReadonlySet<string>, part: QueryPart): boolean {
  return listsOf(part).some((list) => hasAll(text, list))
}

/** From so many words on that are neither known nor English, a question is likelier in another language. */
const FOREIGN = 2
// a letter of another script, a word with an accent that is no name, or a mark that no English question opens with
const FOREIGN_LETTER = /[^\p{Script=Latin}\P{L}]|(?<!\p{L})[a-z]*[à-öø-ÿœ]|[¿¡]/u
/** Fewer words of content are too few to tell a slip by the others. */
const FEWEST = 3
// different words whose spelling is looked into, which bounds the time a question of any length takes
const LOOKED_INTO = 40
/** Letters of each of two words that are written as one, and of what they make. */
const SHORTEST_APART = 3
const LONGEST_TOGETHER = 30
/** More words of content than these are mostly not all asked about. */
const LONG = 8
/** Verbs that with "up" are to mention or to be mentioned. */
const WITH_UP = stemsIn('bring come')
// "when" and "where" are seldom where such a question begins to ask
const QUESTION_WORD = /\b(?:what|which|who|whom|whose|why|how|whether)\b/iu

/**
 * Corrects the spelling, drops words without content, and finds synonyms, longest phrase first. What stands around
 * words that are quoted from the speech counts half, as what is told before a question.
 * @param saying the sentences of the speech that have terms one after the other
 */
export function readQuery(
  text: string,
  spelling: Spelling,
  thesaurus: Thesaurus,
  { isSpeaker, isOffice, isOwn }: Sides,
  saying: Ranking['saying'],
): Query {
  const { tokens, corrections, unknown } = correct(text, spelling, saying)
  const idle = new Set(
    tokens.filter(
      (token, at) =>
        !isAskedFor(token.term) ||
        // "does he bring up Confucius", "where does Taiwan come up": to mention is to ask
        (WITH_UP.has(token.term) && tokens[at + 1]?.term === 'up') ||
        (token.term === 'up' && WITH_UP.has(tokens[at - 1]?.term ?? '')) ||
        isSpeaker(token.term) ||
        isOffice(token.term) ||
        // one or two small letters that nobody knows are a slip, or a word of chat
        (/^\p{Ll}{1,2}$/u.test(text.slice(token.start, token.end)) && !spelling.knows(token)),
    ),
  )
  const onlyAsking = idle.size === tokens.length
  const allTerms = tokens.map((token) => token.term)
  const question = text.search(QUESTION_WORD)
  // a sentence that ends before the question is told, too
  const isTold =
    /\p{Ll}{2}[.!]\s/u.test(text.slice(0, question)) || tokens.length - idle.size > LONG
  const asksFrom = isTold ? question : -1
  const quotations = quotedIn(text, tokens, saying)
  const isAside = ({ start }: Token): boolean =>
    start < asksFrom ||
    (quotations.length > 0 && !quotations.some((own) => own.start <= start && start < own.end))
  const parts: QueryPart[] = []
  for (let at = leadIn(tokens, allTerms, idle, thesaurus, isOwn); at < tokens.length;) {
    const rule = thesaurus.at(allTerms, at)
    const length = rule?.length ?? 1
    const run = tokens.slice(at, at + length)
    at += length
    const content = run.filter(
      (token) => (length > 1 || onlyAsking || !idle.has(token)) && !STOP_WORDS.has(token.term),
    )
    const [first, last] = [content[0], content.at(-1)]
    if (!first || !last) continue
    parts.push({
      typed: text.slice(first.start, last.end),
      terms: content.map((token) => token.term),
      alternatives: rule?.alternatives ?? [],
      weight: isAside(first) ? RANKING.TOLD : 1,
      shown: rule?.shown ?? [],
    })
  }
  return {
    text,
    tokens,
    parts,
    quoted: quotations.map((quotation) => quotation.terms),
    onlyAsking,
    corrections,
    unknown,
  }
}

/**
 * What a question quotes of the speech: several words of a sentence, or one that only one sentence has.
 * @param tokens of the question, corrected
 */
function quotedIn(text: string, tokens: readonly Token[], saying: Ranking['saying']) {
  return Array.from(text.matchAll(QUOTED), ({ 0: quotation, index }) => ({
    terms: tokens
      .filter(({ start, end }) => start >= index && end <= index + quotation.length)
      .map(({ term }) => term)
      .filter((term) => !STOP_WORDS.has(term)),
    start: index,
    end: index + quotation.length,
  })).filter((own) => {
    const found = saying(own.terms).length
    return own.terms.length > 1 ? found > 0 : found === 1
  })
}

// what leads to a topic: by itself, behind a word of the second list, or as a verb
const ON = stemsIn('on about regarding concerning toward towards over')
const STANCE =
  stemsIn(`position stance view viewpoint perspective attitude policy opinion approach take think feel
  feeling thought plan argument issue topic question matter remark comment happen official government side foreign
  represent help look bring mention all main point key best good`)
const BEHIND_STANCE = stemsIn('to of for with up')
/** Verbs of what one thinks of somebody or something. */
export const ATTITUDES = stemsIn(
  'like thank support oppose favor endorse condemn reject criticize trust fear hate',
)
const VERBS = new Set([...ATTITUDES, ...stemsIn('cover discuss view see regard define name')])
const ARTICLES = new Set(['a', 'an', 'the'])
const OF_LEAD = new Set([...ON, ...STANCE, ...VERBS])

/**
 * How many words stand before the topic in "What is China's position on …", "Does Beijing support …":
 * to ask those for whom the speaker speaks is to ask him. 0 where nothing else is asked.
 */
function leadIn(
  tokens: readonly Token[],
  terms: readonly string[],
  idle: ReadonlySet<Token>,
  thesaurus: Thesaurus,
  isOwn: (term: string) => boolean,
): number {
  const isOfLead = (token: Token, at: number): boolean =>
    idle.has(token) ||
    OF_LEAD.has(token.term) ||
    isOwn(token.term) ||
    thesaurus.at(terms, at)?.alternatives.some(([first = '']) => isOwn(first)) === true
  const end = tokens.findIndex((token, at) => !isOfLead(token, at))
  const lead = terms.slice(0, Math.max(0, end))
  return (
    1 +
    lead.findLastIndex((term, at) => {
      const before = lead[at - 1] ?? ''
      return (
        ON.has(term) ||
        // "endorsed by the people", "the support of society" are what is asked about
        (VERBS.has(term) && at > 0 && !ARTICLES.has(before) && terms[at + 1] !== 'by') ||
        (BEHIND_STANCE.has(term) && STANCE.has(before))
      )
    })
  )
}

/** Whether a question seems to be in another language than English. */
export function isForeign({ text, unknown }: Query): boolean {
  // a word with a capital may be a name, but for the first of all
  const [first = ''] = text.match(/\p{L}+/u) ?? []
  const foreign = unknown.filter(
    (word) => (word === first || /^\p{Ll}/u.test(word)) && !isEnglish(word.toLowerCase()),
  )
  return FOREIGN_LETTER.test(text.replace(first, first.toLowerCase())) || foreign.length >= FOREIGN
}

/** The two words, one after the other in the speech, that one is made of: 'phonecall' => 'phone call'. */
function apart(word: string, saying: Ranking['saying']): string | undefined {
  if (word.length > LONGEST_TOGETHER) return undefined
  for (let at = SHORTEST_APART; at <= word.length - SHORTEST_APART; at++) {
    const words = [word.slice(0, at), word.slice(at)]
    if (saying(words.map(stem)).length > 0) return words.join(' ')
  }
  return undefined
}

function correct(
  text: string,
  spelling: Spelling,
  saying: Ranking['saying'],
): { tokens: readonly Token[] } & Pick<Query, 'corrections' | 'unknown'> {
  const typed = tokenise(text)
  const content = typed.filter(({ term }) => isAskedFor(term))
  const instead = new Map<Token, string>()
  const isCapital = ({ start }: Token): boolean => /\p{Lu}/u.test(text.charAt(start))
  for (const token of content.slice(0, LOOKED_INTO)) {
    // "UNCLOS" is no slip
    const isShortForm = SHORT_FORM.test(text.slice(token.start, token.end))
    if (isShortForm || spelling.knows(token)) continue
    const searched = spelling.correct(token, isCapital(token)) ?? apart(token.word, saying)
    if (searched !== undefined) instead.set(token, searched)
  }
  // one strange word among known ones may be a slip that happens to be a word ("mange our differences")
  const unknown = content.filter((token) => !instead.has(token) && !spelling.knows(token))
  const [only] = unknown
  if (only && unknown.length === 1 && content.length >= FEWEST) {
    const searched = spelling.oneLetterFrom(only)
    // "Carter" in the midst of a question is no "charter"
    const isName = isCapital(only) && only !== typed[0] && searched && isCommon(searched)
    if (searched !== undefined && !isName) instead.set(only, searched)
  }
  return {
    unknown: unknown.map(({ start, end }) => text.slice(start, end)),
    tokens: typed.flatMap((token) => {
      const words = instead.get(token)?.split(' ')
      return words?.map((word) => ({ ...token, word, term: stem(word) })) ?? [token]
    }),
    corrections: Array.from(instead, ([token, searched]) => ({
      typed: text.slice(token.start, token.end),
      searched,
    })),
  }
}
