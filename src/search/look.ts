/** Looks for a question in the paragraphs: the passages, and the verdict on them. */
import { paragraphAt, spokenLines, type Speech } from '../speech/speech.ts'
import { isAskedFor, stem, terms } from './analysis.ts'
import { SHOWN, type Answer } from './answer.ts'
import type { Corpus } from './corpus.ts'
import type { Engine } from './engine.ts'
import { IN_DOLLARS } from './figures.ts'
import type { Hit } from './hit.ts'
import { lazy } from './lazy.ts'
import { unknownNames } from './names.ts'
import { areSeveral, hasObjection, isMentioned } from './objections.ts'
import { hasAll, isForeign, type Query } from './query.ts'
import type { Question } from './question.ts'
import { rerank, type Ranked } from './ranking.ts'
import { buildSupport, judge, type Verdict } from './verdict.ts'

/** "in dollars": the kind of answer that is asked for (see figures.ts), not what it is about */
const KIND_ASKED_FOR = new RegExp(IN_DOLLARS, 'giu')

/**
 * Looks in all paragraphs, or within some.
 * @param aboutSpeech whether the speech itself is asked about, too
 */
export type Look = (
  question: Pick<Question, 'text' | 'folded'>,
  aboutSpeech: boolean,
  within?: ReadonlySet<number>,
) => Answer

/** @param topicsNear what the speech does speak of (see suggest.ts) */
export function buildLook(
  speech: Speech,
  { corpus, ranking, sides, related, readQuery }: Engine,
  topicsNear: (nearest: readonly number[]) => readonly string[],
): Look {
  const known = { corpus, indexes: ranking.indexes, sides }
  const support = buildSupport(corpus, ranking.indexes, sides)
  const asides = lazy(() => termsAside(speech, corpus))

  const hasObjectionTo = (
    passage: Ranked,
    question: string,
    query: Query,
    missing: readonly string[],
  ): boolean => {
    const { paragraph } = passage
    const pointedAt = placesOf(passage, corpus).flatMap((at) => corpus.sentences[at] ?? [])
    const [first] = pointedAt
    const own = paragraphAt(speech, paragraph).sentences
    return hasObjection({
      known,
      question,
      query,
      missing,
      passage,
      here: corpus.termsIn(paragraph),
      sentences: pointedAt.map(({ sentence }) => own[sentence] ?? '').join(' '),
      said: new Set(pointedAt.flatMap(({ terms }) => terms)),
      before: own[(first?.sentence ?? 0) - 1] ?? '',
    })
  }

  return ({ text, folded }, aboutSpeech, within) => {
    const query = readQuery(text.replace(KIND_ASKED_FOR, ' '))
    const ranked = ranking.rank(query).filter(({ paragraph }) => !within || within.has(paragraph))
    const { shareOf, missing } = support(query.parts)
    const candidates = rerank(ranked, shareOf, related)
    const [top] = candidates
    const mentioned = top && isMentioned(query, folded, corpus.termsIn(top.paragraph))
    const judged: Verdict =
      top && mentioned !== false
        ? judge(top.share, related, () => hasObjectionTo(top, folded, query, missing))
        : 'absent'
    const verdict = judged === 'absent' && mentioned === true ? 'related' : judged
    const isAbsent = verdict === 'absent'
    // where each of two words is nowhere, they are not only not together
    const isNowhere = missing.length === query.parts.length
    const lacking = mentioned === false && !isNowhere ? unsaid(query) : missing
    const missed = query.onlyAsking ? [] : lacking.map((typed) => correctedIn(query, typed))
    const isAside = (term: string): boolean => asides().has(term)
    // written out, for spreads would take a tenth of the time of a question
    return {
      verdict,
      hits: isAbsent ? [] : candidates.slice(0, SHOWN).map((passage) => hitAt(passage, corpus)),
      rest: [],
      outline: false,
      without: [],
      elsewhere: false,
      views: false,
      nowhere: false,
      aboutSpeech,
      foreign: isAbsent && isForeign(query),
      searched: top
        ? searchedFor(query, corpus.termsIn(top.paragraph), paragraphAt(speech, top.paragraph).text)
        : [],
      missing: isAbsent ? wholeNames(missed, unknownNames(query, known)) : missed,
      topics: isAbsent ? topicsNear(ranked.map(({ paragraph }) => paragraph)) : [],
      words: query.onlyAsking ? [] : [...new Set(query.parts.map(({ typed }) => typed))],
      aside: isAbsent
        ? query.parts.filter((part) => part.terms.every(isAside)).map(({ typed }) => typed)
        : [],
    }
  }
}

/** A passage with its best sentence. */
function hitAt(passage: Ranked, corpus: Corpus): Hit {
  return {
    paragraph: passage.paragraph,
    sentences: placesOf(passage, corpus).map((at) => corpus.sentences[at]?.sentence ?? 0),
  }
}

/** The best sentence of a passage, as its place in the corpus; a question that two answer together points at both. */
function placesOf({ paragraph, sentence, question }: Ranked, corpus: Corpus): readonly number[] {
  const { sentences, questions } = corpus
  const together = (questions[question]?.answers ?? []).filter(
    (other) => sentences[other]?.paragraph === paragraph,
  )
  return [...new Set([sentence, ...together])]
}

/** The terms of what is spoken outside the numbered paragraphs and nowhere in them. */
function termsAside(speech: Speech, { spoken }: Corpus): ReadonlySet<string> {
  const asides = spokenLines(speech).filter(({ paragraph }) => paragraph === undefined)
  return new Set(asides.flatMap(({ text }) => terms(text)).filter((term) => !spoken.has(term)))
}

/** What is not mentioned; nothing where only the words together are not. */
function unsaid({ text, parts }: Query): readonly string[] {
  return parts.length === 1 || areSeveral(text, parts) ? parts.map(({ typed }) => typed) : []
}

/** A word as it was searched for. */
function correctedIn({ corrections }: Query, typed: string): string {
  return corrections.find((correction) => correction.typed === typed)?.searched ?? typed
}

/** Missing words, with names of several words in the place of their own: "South China Sea" for "South, Sea". */
function wholeNames(missing: readonly string[], names: readonly string[]): readonly string[] {
  const isOfName = (word: string): boolean => names.some((name) => name.includes(word))
  return [...names, ...missing.filter((word) => !isOfName(word))]
}

/** Corrections, and synonyms that the passage has where it has not the word itself; each as the passage writes it. */
function searchedFor(
  query: Query,
  inPassage: ReadonlySet<string>,
  passage: string,
): { typed: string; instead: readonly string[] }[] {
  const widened = query.parts.flatMap(({ typed, terms: own, alternatives, shown }) => {
    if (hasAll(inPassage, own)) return []
    const used = alternatives.findIndex((terms) => hasAll(inPassage, terms))
    const instead = shown[used]
    return instead === undefined ? [] : [{ typed, instead: [asWritten(instead, passage)] }]
  })
  // nobody needs to know that "adn" was read as "and"
  const corrected = query.corrections.filter(({ searched }) => isAskedFor(stem(searched)))
  return [
    ...corrected.map(({ typed, searched }) => ({ typed, instead: [asWritten(searched, passage)] })),
    ...widened,
  ]
}

/** 'hong kong' => 'Hong Kong', where the text has it. */
export function asWritten(words: string, text: string): string {
  if (text.includes(words)) return words
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at < 0 ? words : text.slice(at, at + words.length)
}
