import { readTextIfThere } from '../files.ts'
import { failIn } from '../problem.ts'
import type { Fail } from '../problem.ts'
import type { Speech } from '../speech/speech.ts'
import { readYaml } from '../yaml.ts'
import type { Node } from '../yaml.ts'

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
  const root = readYaml(text, file)
  if (root === undefined) return noEditorial
  const fail: Fail = failIn(file)
  // a text with one entry a line, or a list of them
  const entriesOf = (node: Node | undefined, parent: Node, what: string): string[] => {
    const items = node && Array.isArray(node.value) ? (node.value as readonly Node[]) : [node]
    const texts = items.flatMap((item) => {
      const value = item?.value ?? ''
      if (typeof value !== 'string')
        return fail(
          item?.line ?? parent.line,
          `${what} is not a text. Write one entry a line below "|".`,
        )
      return value.split('\n').map((line) => line.trim())
    })
    const entries = texts.filter((text) => text !== '')
    return entries.length > 0
      ? entries
      : fail(
          node?.line ?? parent.line,
          `${what} is missing or empty. Write one entry a line below "|".`,
        )
  }
  // the sentences of each paragraph, as they are looked up
  const places = speech.paragraphs.map(
    ({ sentences }) => new Map(sentences.map((sentence, index) => [sentence.trim(), index])),
  )
  const topics = new Map<number, readonly string[]>()
  const questions: Question[] = []
  // a key that is misspelt must not be read as one that is not there
  const checkKeys = (map: ReadonlyMap<string, Node>, known: readonly string[]): void => {
    for (const [key, { line }] of map) {
      if (!known.includes(key))
        fail(line, `"${key}" is not read here. Use ${known.map((one) => `"${one}"`).join(', ')}.`)
    }
  }
  const entry = (node: Node, inParagraph: number | undefined): void => {
    const { line, value } = node
    if (!(value instanceof Map))
      return fail(
        line,
        'this is not a question. Write "answer:" with a sentence and "asked:" with questions.',
      )
    checkKeys(value, ['answer', 'asked'])
    const answers = entriesOf(value.get('answer'), node, '"answer"').map((answer) => {
      const wanted = answer.replace(/\s+/gu, ' ').trim()
      const at = places.findIndex(
        (sentences, index) =>
          (inParagraph === undefined || inParagraph === index + 1) && sentences.has(wanted),
      )
      const sentence = places[at]?.get(wanted)
      const place = inParagraph === undefined ? 'the speech' : `paragraph ${inParagraph}`
      if (sentence === undefined)
        return fail(
          value.get('answer')?.line ?? line,
          `"${answer}" is not a sentence of ${place}, word for word. Copy it from the speech.`,
        )
      return { paragraph: at + 1, sentence }
    })
    for (const asked of entriesOf(value.get('asked'), node, '"asked"'))
      questions.push({ text: asked, answers })
  }
  const entries = (node: Node, what: string, inParagraph: number | undefined): void => {
    if (!Array.isArray(node.value))
      return fail(node.line, `${what} must be a list of answers with what is asked.`)
    for (const item of node.value as readonly Node[]) entry(item, inParagraph)
  }

  if (!(root.value instanceof Map))
    return fail(root.line, 'this is not an editorial index. Begin it with "paragraphs:".')
  checkKeys(root.value, ['paragraphs', 'speech'])
  const paragraphs = root.value.get('paragraphs')
  if (paragraphs && !(paragraphs.value instanceof Map))
    return fail(
      paragraphs.line,
      '"paragraphs" must hold paragraph numbers with their topics and questions.',
    )
  for (const [key, node] of (paragraphs?.value as ReadonlyMap<string, Node> | undefined) ?? []) {
    const number = Number(key)
    if (!speech.paragraphs[number - 1])
      fail(
        node.line,
        `there is no paragraph ${key}: the speech has 1 to ${speech.paragraphs.length}. Correct the number.`,
      )
    if (!(node.value instanceof Map))
      return fail(node.line, 'a paragraph needs "topics:" and "questions:".')
    checkKeys(node.value, ['topics', 'questions'])
    topics.set(number, entriesOf(node.value.get('topics'), node, '"topics"'))
    entries(node.value.get('questions') ?? { ...node, value: '' }, '"questions"', number)
  }
  const whole = root.value.get('speech')
  if (whole) entries(whole, '"speech"', undefined)
  return { topics, questions }
}
