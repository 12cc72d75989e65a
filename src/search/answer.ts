/** What becomes of a question: passages, a verdict, and what is said with them. */
import type { Hit } from './hit.ts'
import type { Verdict } from './verdict.ts'

/** What is found for a question. */
export interface Answer {
  readonly verdict: Verdict
  /** at most 6, best first; none when absent, or when only the speech itself is asked about */
  readonly hits: readonly Hit[]
  /** paragraphs of the place that is asked for that are not among the hits, for it has more */
  readonly rest: readonly number[]
  /** the question is about the outline: the hits are the first passages of its parts */
  readonly outline: boolean
  /** what was searched instead of, or beside, what was typed */
  readonly searched: readonly { readonly typed: string; readonly instead: readonly string[] }[]
  /** words of the question that the speech has neither itself nor in a synonym */
  readonly missing: readonly string[]
  /** related, for of several things that were asked for these are not in the speech, and the others are */
  readonly without: readonly string[]
  /** when absent: what the speech does speak of */
  readonly topics: readonly string[]
  /** the question is about the speech itself: who gave it, when, where, its title */
  readonly aboutSpeech: boolean
  /** the question asks, too, what the bot thinks or whether something is true */
  readonly views: boolean
  /** related: the place that is asked about does not say this, but these passages from elsewhere do */
  readonly elsewhere: boolean
  /** absent: the question asks for a place of the speech that there is not */
  readonly nowhere: boolean
  /** absent, and the question seems to be in another language than the speech */
  readonly foreign: boolean
  /** the words that were searched for, as typed */
  readonly words: readonly string[]
  /** absent, but of those words these are spoken outside the numbered paragraphs ("Thank you!") */
  readonly aside: readonly string[]
}

/** An answer that has only what is put into it. */
export const NOTHING: Omit<Answer, 'verdict'> = {
  hits: [],
  rest: [],
  outline: false,
  searched: [],
  missing: [],
  without: [],
  topics: [],
  aboutSpeech: false,
  views: false,
  elsewhere: false,
  nowhere: false,
  foreign: false,
  words: [],
  aside: [],
}

/** Passages that are shown at most. */
export const SHOWN = 4
