/** A question freed of what people put around it, and folded for the patterns that read it. */
import { withoutTokens } from '../speech/marked.ts'
import type { Speech } from '../speech/speech.ts'
import { asksAbout, asksFor } from './about.ts'
import { foldText, isAskedFor, tokenise } from './analysis.ts'
import { lazy } from './lazy.ts'
import { THE_SPEECH } from './patterns.ts'
import { buildCallHim, namesOfSpeaker, whoHoldsOffice } from './speaker.ts'

/** A question freed of what people put around it. */
export interface Question {
  /** as typed, but for what is around it and who is called "he" */
  readonly text: string
  /** folded, for patterns (see `buildFoldQuestion`) */
  readonly folded: string
  /** the same with the occasion of the speech, where it names that at its end */
  readonly withOccasion: string
  /** it asks, too, whether what it says is so */
  readonly isClaim: boolean
}

/** Of a claim that is checked: whether it is true, not whether he says it. */
const ASKS_TRUTH =
  /\b(?:true|false|correct|accurate|fact)\b(?!.*\bhe (?:said|says|mention|quote))/iu

/** @returns a function that reads a question as typed */
export function buildReadQuestion(speech: Speech): (typed: string) => Question {
  const fold = buildFoldQuestion(speech)
  const withoutOccasion = buildWithoutOccasion(speech)
  const callHim = buildCallHim(speech)
  return (typed) => {
    const said = inSmallLetters(withoutNoise(typed))
    const claim = withoutChecking(said)
    const asked = callHim(claim)
    const text = withoutOccasion(asked)
    const folded = fold(text)
    const withOccasion = text === asked ? folded : fold(asked)
    const isClaim = claim !== said && ASKS_TRUTH.test(said)
    return { text, folded, withOccasion, isClaim }
  }
}

/** "give me three short quotes on |dialogue|", "I need a memorable line about |trade|" */
const REQUEST = new RegExp(
  String.raw`^\W*(?:please )?(?:(?:(?:can|could) (?:you|i|u) )?(?:please )?(?:give|find|show|get|send|pick|need|want)(?: me)? |(?:i|we)(?:'d)? (?:need|want|like|am looking for) |(?:i'm )?looking for )?(?:an?|the|some|any|your|\d{1,2}|one|two|three|four|five)? ?(?:(?:good|best|great|short|nice|famous|memorable|quotable|powerful|strong|key|direct|exact|relevant|punchy) ){0,2}(?:quotes?|quotations?|lines?|citations?|excerpts?|extracts?|snippets?|soundbites?|sound bites?)(?: from (?:him|it|${THE_SPEECH}))? (?=(?:on|about|regarding|concerning|re)\b)`,
  'iu',
)

/** A question without what says nothing: mentions, emoji, addresses and Markdown, "at all", "Model UN". */
function withoutNoise(question: string): string {
  return (
    withoutTokens(question)
      .replace(/\b(?:at all|in advance)\b(?=\W*$)/giu, ' ')
      .replace(REQUEST, '')
      .replace(/\bmodel (?:un|united nations)\b/giu, ' ')
      // to mention is to name, but "who is the last whom he mentions by name?" asks for a name
      .replace(/^(\W*(?:does|did|is|are|was|were)\b.*?)\bby name\b/iu, '$1')
      // the passage itself is shown, for there is no translation of it here
      .replace(/^\W*(?:please )?translate (.+) (?:in)?to \p{L}+\W*$/iu, '$1')
      // "tell me more": of what, nobody knows, for no question is kept
      .replace(
        /^\W*(?:(?:(?:tell|say|show|give)(?: me)? )?more(?: please| details)?(?: (?:about|on) (?:that|this|it))?|go on|continue|next)(?: please)?\W*$/iu,
        '',
      )
      .replace(/(?<!\S):[\w+-]{2,32}:(?!\S)/gu, ' ')
      .replace(/[*_`~|]+/gu, ' ')
  )
}

/** One short form or two: "UN", "US GDP" */
const SHORT_FORMS = /^\W*\p{Lu}{2,4}(?:\s+\p{Lu}{2,4})?\W*$/u

/** Of a question that is all in capitals, none says anything. */
function inSmallLetters(question: string): string {
  return /\p{Ll}/u.test(question) || SHORT_FORMS.test(question) ? question : question.toLowerCase()
}

// what asks whether something is so, before it and behind it: "fact check: …", "is it true that …, right?"
const LEADS = [
  String.raw`(?:claim|statement|quote) to (?:check|verify)`,
  'fact[- ]?check(?:ing)?(?: (?:this|the following))?',
  'true or false|t/f|right or wrong|yes or no',
  '(?:(?:can|could) (?:you|someone|anyone) )?(?:please )?(?:verify|confirm|check)(?: (?:that|whether|if))?',
  String.raw`is (?:it|this|the following)(?: claim| statement)?(?: really)? (?:true|correct|accurate|right|a fact)(?: (?:to say )?(?:that|if))?`,
  String.raw`(?:evidence|proof) (?:for|that|of)(?: the (?:claim|statement) that)?|source for|cite(?: where)?(?! (?:this|it)\b)`,
  String.raw`(?:some(?:one|body)|people|they|(?:an?|my|our) \p{L}+)(?: on \p{L}+)? (?:claim|say|argue|insist|write|post)s?(?: that)?`,
  String.raw`i(?:'ve| have)? (?:read|heard|saw|seen)(?: (?:somewhere|online|on \p{L}+))? that`,
]
const IS_SO = '(?:is|was) (?:that|it|this)(?: really)? (?:true|right|correct|accurate|so|real)'
const CHECKING = new RegExp(
  String.raw`^(?:\W*\b(?:${LEADS.join('|')})(?![\p{L}\p{N}])[\s:,.?–—-]*)+|[\s,;.?!–—-]${IS_SO}\W*$|[,;.?!–—-]\s*(?:right|correct|true|source)\W*$`,
  'giu',
)

/** "is what he says about |poverty| accurate" */
const WHAT_IS_SAID =
  /^\W*(?:is|was|are) what (?:\p{L}+ ){1,3}(?:says?|said|claims?|claimed) (?:about|on) (.+?) (?:really )?(?:true|accurate|correct|right|a fact)\W*$/iu

/** A question without what asks whether something is so; where nothing else is asked, the question stays. */
function withoutChecking(question: string): string {
  const claim = question.replace(WHAT_IS_SAID, '$1').replace(CHECKING, ' ').trim()
  return claim !== question.trim() && asksFor(claim) ? claim : question
}

/**
 * A question without when and where the speech was given, at its end: "… at the Lanting Forum", "… in February
 * 2021" say nothing of what is asked. Where nothing else is asked, the question stays.
 */
function buildWithoutOccasion(speech: Speech): (question: string) => string {
  const pattern = lazy(() => atOccasion(speech))
  return (question) => {
    const rest = question.replace(pattern(), '')
    if (rest === question) return question
    return asksFor(rest) || asksAbout(foldText(rest)) !== 'not' ? rest : question
  }
}

function atOccasion({ occasion, date }: Speech): RegExp {
  const [forum = [], ...places] = occasion
    .split(', ')
    .map((part) => part.split(/[^\p{L}\p{N}]+/u).filter(Boolean))
  const month = new Date(date).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
  const [year = '', , day] = date.split('-')
  const where = places.map((place) => place.join('.')).join('|')
  const at = [
    `(?:at|during|in|from) (?:the |this |that )?(?:${forum.join('.')}|${forum.at(-1)})(?:,? (?:in|at) (?:${where}))?`,
    ...(where === '' ? [] : [`at (?:${where})`]),
  ].join('|')
  const nth = '(?:st|nd|rd|th)?'
  const whichDay = `${Number(day)}${nth}(?: of)? ${month}|${month} ${Number(day)}${nth}`
  const on = String.raw`(?:in|on|of|from) (?:(?:(?:${whichDay}|${month}),? )?${year}|${whichDay})`
  return new RegExp(String.raw`(?: (?:${at}|${on}))+(?=\W*$)`, 'iu')
}

// what people say before they ask
const OPENING = new RegExp(
  String.raw`^(?:\W*(?:(?:hi|hello|hey)(?: (?:there|bot))?|please|and|so|but|since|ok|okay|quick question|(?:in|according to) (?:${THE_SPEECH}|this text|he)|(?:can|could) (?:you|u|anyone) (?:please )?tell me|i (?:was|am) wondering|i wonder|do you know|tell me)\b\W*)+`,
  'u',
)

/**
 * A folded question as the patterns of questions know it: "he" for the speaker, by whatever name or pronoun,
 * "what is" for "what's", and so for "who" and "how", no quotation marks, and nothing before the question itself.
 */
export function buildFoldQuestion(speech: Speech): (question: string) => string {
  const name = new RegExp(String.raw`\b${namesOfSpeaker(speech)}\b`, 'gu')
  const office = new RegExp(whoHoldsOffice(speech), 'u')
  return (question) =>
    foldText(question)
      .replace(/\b(what|who|how)'?s\b/gu, '$1 is')
      .replace(name, 'he')
      .replace(office, 'he')
      .replace(/\bher\b/gu, 'his')
      .replace(/[“”"«»]/gu, '')
      .replace(OPENING, '')
}

// where another question begins: "who is Vogel | and how many cities are there"
const NEXT_QUESTION =
  /(?:\?\s+(?:and )?|,? (?:and|or) )(?=(?:what|who|whom|whose|how|why|when|where|which|does|did|do|is|are|has|have|will|can)\b)/iu
// "what did he say about |Taiwan, Huawei and the climate|"
const BEFORE_LIST = /^.*\b(?:about|on|regarding|concerning|mentions?|discuss(?:es)?)\s/iu
const BETWEEN = /[,;]\s*(?:and |or )?|\s(?:and|or|&)\s/iu
// "about tariffs and |about| nuclear weapons"
const AGAIN = /(?<=[,;\s](?:and|or|&)\s)(?:about|on|regarding)\s/giu
/** Things in a list, and words of each; what is longer is no list. */
const LIST = { THINGS: 6, WORDS: 4 }

/** The questions, or the topics, of which a question consists, at most 6; none where it is one. */
export function thingsIn(question: string): readonly string[] {
  const questions = question.split(NEXT_QUESTION)
  if (questions.length > 1) return questions.slice(0, LIST.THINGS)
  const topics = question
    .replace(AGAIN, '')
    .replace(BEFORE_LIST, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
  const things = topics.split(BETWEEN)
  const isList =
    // "Tibet, last mention" is none
    (/\s(?:and|or|&)\s/iu.test(topics) ||
      things.length > 2 ||
      (things.length > 1 && things.every(isTopic))) &&
    things.length <= LIST.THINGS &&
    things.every((thing) => thing.split(/\s+/u).length <= LIST.WORDS)
  return isList ? things : []
}

/** 'trade', 'climate change', and no more than asks for something */
function isTopic(thing: string): boolean {
  return (
    /^[\p{L}-]+(?: [\p{L}-]+)?$/u.test(thing) &&
    tokenise(thing).every(({ term }) => isAskedFor(term))
  )
}
