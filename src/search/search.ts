import type { Speech } from '../speech/speech.ts'
import { terms, tokenise } from './analysis.ts'
import type { Editorial } from './editorial.ts'
import { buildPostings } from './postings.ts'
import type { Postings } from './postings.ts'
import { readQuery } from './query.ts'
import type { Query } from './query.ts'
import { RANKING, scoreParts, withPairs } from './ranking.ts'
import { buildSpelling } from './spelling.ts'
import type { Thesaurus } from './thesaurus.ts'

/** A paragraph that was found, with the sentence that fits the question best. */
export interface Hit {
  readonly paragraph: number
  /** numbers of the sentences to point at, from 0; the first is the best */
  readonly sentences: readonly number[]
  readonly score: number
}

export interface Ranked {
  readonly query: Query
  readonly hits: readonly Hit[]
  /** the best editorial question of each hit's sentence, for the verdict */
  readonly evidence: Evidence
}

export interface Evidence {
  readonly coverage: number
  readonly closest: number
}

/** Indexes a speech and answers with ranked paragraphs. */
export function openRanker(speech: Speech, editorial: Editorial, thesaurus: Thesaurus) {
  const sentences = speech.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((text, sentence) => ({ paragraph: paragraph.number, sentence, text })),
  )
  const numberOf = new Map(sentences.map(({ paragraph, sentence }, index) => [`${paragraph}.${sentence}`, index]))
  const paragraphTerms = speech.paragraphs.map((paragraph) => terms([paragraph.text, ...(editorial.topics.get(paragraph.number) ?? [])].join('\n')))
  const sentenceTerms = sentences.map(({ text }) => terms(text))
  const questionTerms = editorial.questions.map(({ text }) => terms(text))
  const byParagraph = buildPostings(paragraphTerms, { k: 1.2, b: 0.75 })
  const bySentence = buildPostings(sentenceTerms.map(withPairs), { k: 1.2, b: 0.75 })
  const byQuestion = buildPostings(questionTerms.map(withPairs), { k: 1.2, b: 0.75 })
  const answers = editorial.questions.map((question) =>
    question.answers.map(({ paragraph, sentence }) => numberOf.get(`${paragraph}.${sentence}`) ?? 0),
  )
  const counts = new Map<string, number>()
  const count = (text: string, weight: number) => {
    for (const { word } of tokenise(text)) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  for (const paragraph of speech.paragraphs) count(paragraph.text, 3)
  for (const question of editorial.questions) count(question.text, 1)
  for (const list of editorial.topics.values()) for (const topic of list) count(topic, 1)
  for (const word of thesaurus.words) count(word, 1)
  const spelling = buildSpelling(counts)
  const ignored = new Set<string>()

  return {
    counts, byParagraph, bySentence, byQuestion, sentences, sentenceTerms, questionTerms, answers,
    rank(text: string) {
      const query = readQuery(text, spelling, thesaurus, ignored)
      const p = scoreParts(query.parts, byParagraph)
      const s = scoreParts(query.parts, bySentence, true)
      const q = scoreParts(query.parts, byQuestion, true)
      const asked = new Float64Array(sentences.length)
      const askedBy = new Int32Array(sentences.length).fill(-1)
      for (const [question, score] of q.entries())
        for (const sentence of answers[question] ?? [])
          if (score > (asked[sentence] ?? 0)) { asked[sentence] = score; askedBy[sentence] = question }
      const hits = speech.paragraphs.map((paragraph) => {
        let best = 0, bestScore = -1
        const scored = paragraph.sentences.map((_, sentence) => {
          const index = numberOf.get(`${paragraph.number}.${sentence}`) ?? 0
          const score = (s[index] ?? 0) + RANKING.QUESTION * (asked[index] ?? 0)
          if (score > bestScore) { bestScore = score; best = sentence }
          return score
        })
        const index = numberOf.get(`${paragraph.number}.${best}`) ?? 0
        return { paragraph: paragraph.number, sentences: [best], scored, question: askedBy[index] ?? -1, index, score: RANKING.PARAGRAPH * (p[paragraph.number - 1] ?? 0) + bestScore }
      }).filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score)
      return { query, hits }
    },
  }
}
export type Ranker = ReturnType<typeof openRanker>
export type { Postings }
