/** What kind of answer a question asks for (a figure, a time, a place, a sum, a name), and whether sentences have one. */
import { NUMBERS, STOP_WORDS, wordsOf } from './analysis.ts'
import { SHORT_FORM } from './patterns.ts'
import type { Query } from './query.ts'

const NUMBER_WORDS = [...NUMBERS.keys()].filter((word) => /^\p{L}/u.test(word) && word !== 'two')
/** Numbers in words from three on: a part of patterns. */
const MANY = `${NUMBER_WORDS.join('|')}|dozens?|hundreds|thousands?|millions?|billions?|trillions?`

/** Asks for a sum: a piece of patterns. */
export const IN_DOLLARS = String.raw`\bin (?:us |u\.s\. )?dollars\b`

/** The speaker, the text and what it consists of: "where is the bit on trade" asks for no place in the world. */
const IN_TEXT = String.raw`(?:(?:he|it)\b|(?:the|that|this|his) (?:\w+ )?(?:speech|text|speaker|section|part|bit|passage|paragraph|line|sentence|word|phrase|quot))`

/** What asks for a figure of a kind, and what is one. Kinds are tried in turn. */
const FIGURES: readonly { readonly asks: RegExp; readonly is: RegExp }[] = [
  {
    asks: /\bpercent(?:age)?\b|\bper cent\b|%|\bgrowth rate\b/u,
    is: /\bpercent(?:age)?\b|\bper cent\b|%/iu,
  },
  {
    // a time to come: what was on New Year's Eve is none
    asks: /^\W*when(?: and where)? will\b/u,
    is: /\b(?:will|(?:this|next|coming) (?:year|month|season|spring|summer|autumn|winter|century)|soon|future)\b/iu,
  },
  {
    // a time of day
    asks: /^\W*(?:at )?what time (?:(?:is|was|were)\b|(?:does|did|will)\b.*\b(?:start|begin|end|finish|open|close)\b)|\b(?:what|which) hour\b/u,
    is: /\b\d{1,2}(?::\d\d| ?[ap]\.?m\b)|\bo['’]clock\b|\bnoon\b|\bmidnight\b/iu,
  },
  {
    // a time; "when" inside a question is no question word
    asks: /\b(?:what|which) (?:year|date|day)\b|^\W*when(?: and where)? (?:did|was|were|is|are|does|do|has|have|had)\b/u,
    is: /\b(?:1[5-9]|20)\d\d\b|\b(?:(?:years?|months?|decades?|centur(?:y|ies)) (?:ago|later)|(?:last|past|recent|this|next) (?:few )?(?:year|month|decade|century)s?|today|eve|anniversary|season|centenary)\b/iu,
  },
  {
    // what will be: what is urged or was is none
    asks: /^\W*will\b/u,
    is: /\b(?:will|would|shall|going to|ready|intention|never|always|continue|hope|must|should|soon|future)\b/iu,
  },
  {
    // a place, unless it is one in the speech; "where do they begin?" asks for a step
    asks: new RegExp(
      String.raw`^\W*where (?:did|was|were|is|are|will|does|do(?!.*\b(?:begin|start)\b)) (?!${IN_TEXT})(?!.*\b(?:mention|named?|said|discussed|written|found|stand|appear|come up|speech|text|come from)\w*\b)`,
      'u',
    ),
    is: /\b(?:in|at|to|from|across|visit(?:s|ed|ing)?)\s+(?:the\s+)?\p{Lu}/u,
  },
  {
    asks: new RegExp(
      String.raw`${IN_DOLLARS}|\bdollar (?:value|amount|figure)\b|\bhow much money\b`,
      'u',
    ),
    is: /[$€£¥]\s?\p{N}|\p{N} (?:dollars|euros|yuan)/iu,
  },
  {
    // what is more, or better
    asks: /^\W*(?:is|are|was|were|do|does|did|has|have|can|will|which)\b.*?\b(?:(?:more|less|fewer|better|worse|(?!(?:an)?other|rather|whether)\p{L}{3,}er) (?:[\p{L}'-]+ ){0,2}than\b|(?<=which is )(?:more|better|worse))\b(?! (?:\p{N}|one|two))/u,
    is: /\b(?:than|most|best|second|\p{L}+est)\b|\p{N}/iu,
  },
  {
    asks: /\bhow old\b/u,
    is: /\b(?:aged?|years? old|birthday|centenary|anniversary|years since)\b/iu,
  },
  {
    asks: /\bhow (?:many|long|big|tall|high|low|large|far)\b|\b(?:what|which) (?:number|share)\b|\bhow much (?:\p{L}+ )?(?:is|are|was|were|did|does|do|has|have)\b|\bwhat (?:is|was|are|were) (?:the )?(?:\p{L}+ ){0,2}rates?\b|\b(?:death|casualty) toll\b|^(?:the )?number of\b|\bwhat (?:is|was) (?:[\p{L}']+ ){0,3}(?:number|population|gdp|price)\b/u,
    // not the number in a name ("COVID-19"), nor the two that are both there ("the two countries")
    is: new RegExp(
      String.raw`(?<![\p{L}\p{N}]-?)\p{N}|\btwo\b(?!-| (?:countries|nations|sides|peoples|presidents|leaders|governments))|\b(?:${MANY}|decades?|centur(?:y|ies))\b`,
      'iu',
    ),
  },
]

// a figure, and what it may count: "232 pairs of sister cities", "more than 800 million people"
const COUNTED = 5
const FIGURE = new RegExp(String.raw`^(?:\p{N}.*|one|two|${MANY})$`, 'u')

const WHO_ELSE =
  /\bwho else\b|\b(?:any|the|their|your|other) names\b|\bwhich (?:\w+ )?(?:countries|nations|companies|firms|businesses|brands|banks|cities|universities|newspapers?|magazines?|politicians|officials|scholars)\b/u

/**
 * Whether sentences have what the question asks for where that is a figure or a share, a time, what will be, a
 * place, a sum, an age or more names; true where it asks for none of them. "How many students" asks for a figure of students: ten years are no answer.
 * @param question folded (see `buildFoldQuestion` in question.ts)
 */
export function hasKindAskedFor(question: string, sentences: string, query: Query): boolean {
  if (WHO_ELSE.test(question)) return hasOtherName(question, sentences)
  const kind = FIGURES.find(({ asks }) => asks.test(question))
  if (kind === undefined) return true
  if (!kind.is.test(sentences)) return false
  const counted = countedIn(query)
  return counted.size === 0 || countsAny(sentences, counted)
}

/** Whether two words with capitals follow each other that the question has not: "Henry Kissinger". */
function hasOtherName(question: string, sentences: string): boolean {
  return Array.from(sentences.matchAll(/\p{Lu}\p{Ll}+(?= (\p{Lu}\p{Ll}+))/gu)).some(
    ([first, second = '']) =>
      !question.includes(first.toLowerCase()) && !question.includes(second.toLowerCase()),
  )
}

/** The terms of what "how many" asks to be counted, with their synonyms; none where it does not say. */
function countedIn({ text, tokens, parts }: Query): ReadonlySet<string> {
  const many = tokens.findIndex(({ word }, at) => word === 'many' && tokens[at - 1]?.word === 'how')
  if (many < 0) return new Set()
  const after = tokens.slice(many + 1)
  // up to the first word without content: "how many sister cities | are there"
  const end = after.findIndex(({ term }) => STOP_WORDS.has(term))
  // "how many billions went to them" says of what only behind "of"
  if (/^(?:dozen|hundred|thousand|[mbtr]+illion)s$/u.test(after[0]?.word ?? '')) return new Set()
  const named = after
    .slice(0, end < 0 ? undefined : end)
    // in "UN peacekeepers" the short form is not what is counted
    .filter(
      (token) => !FIGURE.test(token.word) && !SHORT_FORM.test(text.slice(token.start, token.end)),
    )
    .map(({ term }) => term)
  const synonyms = parts
    .filter(({ terms }) => terms.some((term) => named.includes(term)))
    .flatMap(({ alternatives }) => alternatives.flat())
  return new Set([...named, ...synonyms])
}

function countsAny(sentences: string, counted: ReadonlySet<string>): boolean {
  // "$30" is thirty dollars, a 50th anniversary and five decades are years
  const text = sentences
    .replace(/\$(\S+(?: (?:m|b|tr)illion)?)/gu, '$1 dollars ')
    .replace(/(?<=\d)(?:st|nd|rd|th) anniversary|\bdecades\b/gu, ' years')
  return text.split(/[,;:.?!]+(?:\s|$)/u).some((clause) => {
    const words = wordsOf(clause)
    return words.some(
      ({ word }, at) =>
        FIGURE.test(word) &&
        words.slice(at + 1, at + 1 + COUNTED).some(({ term }) => counted.has(term)),
    )
  })
}
