/** Questions that point at their answer: on the structure of the speech, and those of the index. */
import type { Speech } from '../speech/speech.ts'
import type { Token } from './analysis.ts'
import type { Editorial } from './editorial.ts'
import type { Hit } from './hit.ts'
import { lazy } from './lazy.ts'
import type { Find } from './places.ts'
import { buildStructure, type Found } from './structure.ts'

/**
 * @param fold folds a question (see `buildFoldQuestion` in question.ts)
 * @param isKnown whether the speech or its readers have a word
 * @param find the passages that a question finds, best first
 * @returns a function of a folded question; undefined for one that must be searched for
 */
export function buildPointed(
  speech: Speech,
  editorial: Editorial,
  fold: (question: string) => string,
  isKnown: (token: Token) => boolean,
  find: Find,
): (folded: string) => Found | undefined {
  const structure = buildStructure(speech, isKnown, find)
  const indexed = buildIndexed(editorial, fold)
  return (folded) => {
    const passages = indexed(folded)
    return passages ? { passages, outline: false } : structure(folded)
  }
}

/**
 * A question of the editorial index is answered with its sentences there, however a search would rank them:
 * it is offered while one types.
 */
function buildIndexed(
  { questions }: Editorial,
  fold: (question: string) => string,
): (folded: string) => readonly Hit[] | undefined {
  const answersTo = lazy(
    () =>
      // of questions that stand there twice, the first
      new Map([...questions].reverse().map(({ text, answers }) => [bareText(fold(text)), answers])),
  )
  return (folded) => {
    const answers = answersTo().get(bareText(folded)) ?? []
    const paragraphs = [...new Set(answers.map(({ paragraph }) => paragraph))]
    const hits = paragraphs.map((paragraph) => ({
      paragraph,
      sentences: answers
        .filter((answer) => answer.paragraph === paragraph)
        .map(({ sentence }) => sentence),
    }))
    return hits.length > 0 ? hits : undefined
  }
}

/** A folded question without the marks and polite words around it. */
function bareText(folded: string): string {
  return folded
    .replace(/\b(?:please|thanks|thank you|at all|in (?:the|this) (?:speech|text))\W*$/u, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '')
}
