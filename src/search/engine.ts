/** All that questions are read with and looked up in, made once for a speech. */
import type { Speech } from '../speech/speech.ts'
import { buildCorpus, type Analysed, type Corpus } from './corpus.ts'
import type { Editorial } from './editorial.ts'
import { readQuery, type Query } from './query.ts'
import { ALONE, RANKING, buildRanking, type Ranking, type Weights } from './ranking.ts'
import { readSides, type Sides } from './sides.ts'
import { buildSpelling, type Spelling } from './spelling.ts'
import type { Thesaurus } from './thesaurus.ts'
import { VERDICT } from './verdict.ts'

export interface Engine {
  readonly corpus: Corpus
  readonly ranking: Ranking
  readonly spelling: Spelling
  readonly sides: Sides
  /** the least share of a question with which a passage speaks of what is asked */
  readonly related: number
  readonly readQuery: (text: string) => Query
}

/**
 * @param analysed the terms of the speech and its index (see `analyse` in corpus.ts)
 * @param weights of the ranking, in place of those that suit the index, to measure what each adds
 */
export function buildEngine(
  speech: Speech,
  editorial: Editorial,
  thesaurus: Thesaurus,
  analysed: Analysed,
  weights?: Weights,
): Engine {
  const corpus = buildCorpus(speech, editorial, analysed)
  // an index of a few paragraphs widens few questions
  const indexed = new Set(
    editorial.questions.flatMap(({ answers }) => answers.map(({ paragraph }) => paragraph)),
  )
  const isAlone = indexed.size * 2 < speech.paragraphs.length
  const ranking = buildRanking(corpus, weights ?? (isAlone ? ALONE : RANKING))
  const { paragraphs, asked } = ranking.indexes
  const spelling = buildSpelling(
    corpus.words,
    () => thesaurus.known().words,
    (term) =>
      thesaurus.known().terms.has(term) ||
      [paragraphs, asked].some(({ of }) => of(term).documents.length > 0),
  )
  const sides = readSides(speech)
  return {
    corpus,
    ranking,
    spelling,
    sides,
    related: isAlone ? VERDICT.RELATED_ALONE : VERDICT.RELATED,
    readQuery: (text) => readQuery(text, spelling, thesaurus, sides, ranking.saying),
  }
}
