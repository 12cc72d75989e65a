import { readFileSync } from 'node:fs'
import type { Answer } from '../../src/search/answer.ts'
import type { Search } from '../../src/search/search.ts'
import type { Speech } from '../../src/speech/speech.ts'

/** A labelled question: gold 2 answers, 1 is also relevant; an empty gold is not in the speech. */
export interface Labelled {
  readonly id: string
  readonly question: string
  readonly style: string
  readonly gold: Readonly<Record<string, number>>
  readonly answer: readonly string[]
}

export interface Row {
  readonly labelled: Labelled
  readonly answer: Answer
  /** place of the first right paragraph, from 0; -1 where none is shown */
  readonly right: number
  readonly isRightSentence: boolean
}

/** Shares from 0 to 1; see `figuresOf`. */
export type Figures = Readonly<
  Record<'s1' | 's3' | 'sentence' | 'kept' | 'answered' | 'refused' | 'absentOff', number>
>

/** Reads labelled questions, a JSON object a line. */
export function readQuestions(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
}

/** Asks every question. */
export function askAll(questions: readonly Labelled[], search: Search, speech: Speech): Row[] {
  return questions.map((labelled) => {
    const answer = search.ask(labelled.question)
    const [best] = answer.hits
    const bold = (best?.sentences ?? []).map((sentence) =>
      speech.paragraphs[(best?.paragraph ?? 0) - 1]?.sentences[sentence]?.trim(),
    )
    return {
      labelled,
      answer,
      right: answer.hits.findIndex(({ paragraph }) => labelled.gold[`P${paragraph}`] === 2),
      isRightSentence: labelled.answer.some((sentence) =>
        bold.includes(sentence.replace(/\s+/gu, ' ').trim()),
      ),
    }
  })
}

export const isAnswerable = ({ labelled }: Row): boolean => Object.keys(labelled.gold).length > 0

/**
 * Of the answerable: a right paragraph first (s1) or in the first three (s3), a right sentence in
 * bold, not sent away (kept), said to be answered. Of the others: not said to be answered
 * (refused); of those off the subject: said to be absent (absentOff).
 */
export function figuresOf(rows: readonly Row[]): Figures {
  const answerable = rows.filter(isAnswerable)
  const silent = rows.filter((row) => !isAnswerable(row))
  const off = silent.filter(({ labelled }) => labelled.style.endsWith('off'))
  return {
    s1: share(answerable, ({ right }) => right === 0),
    s3: share(answerable, ({ right }) => right >= 0 && right < 3),
    sentence: share(answerable, ({ isRightSentence }) => isRightSentence),
    kept: share(answerable, ({ answer }) => answer.verdict !== 'absent'),
    answered: share(answerable, ({ answer }) => answer.verdict === 'answered'),
    refused: share(silent, ({ answer }) => answer.verdict !== 'answered'),
    absentOff: share(off, ({ answer }) => answer.verdict === 'absent'),
  }
}

function share(rows: readonly Row[], test: (row: Row) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(test).length / rows.length
}
