import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Node } from 'yaml'
import { readTextIfThere } from '../files.ts'
import { problemIn } from '../problem.ts'
import type { Speech } from '../speech/speech.ts'

/** A back-of-book index, only searched and offered as questions; never shown as the speaker's words. */
export interface Editorial {
  /** by paragraph number */
  readonly topics: ReadonlyMap<number, readonly string[]>
  readonly questions: readonly Question[]
}

/** A question in a reader's words, with the verbatim sentences that answer it, best first. */
export interface Question {
  readonly text: string
  readonly answers: readonly { readonly paragraph: number; readonly sentence: number }[]
}

export const noEditorial: Editorial = { topics: new Map(), questions: [] }

/**
 * Reads `data/editorial.yaml`. No such file is no index.
 * @throws Problem with file, line and what to do: not YAML, not of the form, a paragraph that does
 *   not exist, an answer that is not a sentence of the speech word for word
 */
export function openEditorial(file: string, speech: Speech): Editorial {
  const text = readTextIfThere(file)
  return text === undefined ? noEditorial : parseEditorial(text, file, speech)
}

/** As `openEditorial`, from a text; `file` is its name in messages. */
export function parseEditorial(text: string, file: string, speech: Speech): Editorial {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const fail = (offset: number, message: string): never => {
    throw problemIn(file, counter.linePos(offset).line, message)
  }
  const [error] = document.errors
  if (error) fail(error.pos[0], `not YAML: ${error.message}. Correct that line.`)
  const offset = (node: unknown): number => (node as Node | undefined)?.range?.[0] ?? 0
  const strings = (node: unknown, parent: unknown, what: string): string[] => {
    const items = isSeq(node) ? node.items : isScalar(node) ? [node] : []
    if (items.length === 0)
      fail(offset(node ?? parent), `${what} is missing or empty. Write a text or a list of texts.`)
    return items.map((item) => {
      const value = isScalar(item) ? item.value : undefined
      if (typeof value === 'string' && value.trim() !== '') return value
      if (typeof value === 'number') return String(value)
      return fail(offset(item), `${what} must be a text; put it in quotation marks.`)
    })
  }
  const topics = new Map<number, readonly string[]>()
  const questions: Question[] = []
  const entry = (node: unknown, inParagraph: number | undefined): void => {
    if (!isMap(node))
      return fail(
        offset(node),
        'this is not a question. Write "answer:" with a sentence and "asked:" with questions.',
      )
    const answers = strings(node.get('answer', true), node, '"answer"').map((answer) => {
      for (const paragraph of speech.paragraphs) {
        if (inParagraph !== undefined && paragraph.number !== inParagraph) continue
        const sentence = paragraph.sentences.findIndex(
          (candidate) => candidate.trim() === answer.replace(/\s+/gu, ' ').trim(),
        )
        if (sentence >= 0) return { paragraph: paragraph.number, sentence }
      }
      const place = inParagraph === undefined ? 'the speech' : `paragraph ${inParagraph}`
      return fail(
        offset(node.get('answer', true)),
        `"${answer}" is not a sentence of ${place}, word for word. Copy it from the speech.`,
      )
    })
    for (const asked of strings(node.get('asked', true), node, '"asked"'))
      questions.push({ text: asked, answers })
  }

  const root = document.contents
  if (root === null) return noEditorial
  if (!isMap(root)) return fail(0, 'this is not an editorial index. Begin it with "paragraphs:".')
  const paragraphs = root.get('paragraphs', true)
  if (paragraphs !== undefined && !isMap(paragraphs))
    fail(
      offset(paragraphs),
      '"paragraphs" must hold paragraph numbers with their topics and questions.',
    )
  for (const { key, value } of isMap(paragraphs) ? paragraphs.items : []) {
    const number = isScalar(key) ? Number(key.value) : NaN
    if (!speech.paragraphs[number - 1])
      fail(
        offset(key),
        `there is no paragraph ${isScalar(key) ? String(key.value) : ''}: the speech has 1 to ${speech.paragraphs.length}. Correct the number.`,
      )
    if (!isMap(value)) fail(offset(value ?? key), 'a paragraph needs "topics:" and "questions:".')
    else {
      topics.set(number, strings(value.get('topics', true), key, '"topics"'))
      const list = value.get('questions', true)
      if (!isSeq(list))
        fail(offset(list ?? key), '"questions" must be a list of answers with what is asked.')
      else for (const item of list.items) entry(item, number)
    }
  }
  const whole = root.get('speech', true)
  if (whole !== undefined && !isSeq(whole))
    fail(offset(whole), '"speech" must be a list of answers with what is asked.')
  for (const item of isSeq(whole) ? whole.items : []) entry(item, undefined)
  return { topics, questions }
}
