import { readTextIfThere } from '../files.ts'
import { failIn, type Fail } from '../problem.ts'
import type { Paragraph, Speech } from '../speech/speech.ts'
import { readYaml, type Node } from '../yaml.ts'

/** A back-of-book index, only searched and offered as questions; never shown as the speaker's words. */
export interface Editorial {
  /** those of paragraph n are at n - 1 */
  readonly topics: readonly (readonly string[])[]
  readonly questions: readonly IndexQuestion[]
}

/** A question in a reader's words, with the verbatim sentences that answer it, best first. */
interface IndexQuestion {
  readonly text: string
  readonly answers: readonly { readonly paragraph: number; readonly sentence: number }[]
}

export const noEditorial: Editorial = { topics: [], questions: [] }

/**
 * Reads `data/editorial.yaml`. No such file is no index.
 * @throws Problem with file, line and what to do: not YAML, not of the form, a paragraph that does
 *   not exist, an answer that is not a sentence of the speech word for word
 */
export function openEditorial(file: string, speech: Speech): Editorial {
  return parseEditorial(readTextIfThere(file) ?? '', file, speech)
}

/** As `openEditorial`, from a text, '' for no index; `file` is its name in messages. */
export function parseEditorial(text: string, file: string, speech: Speech): Editorial {
  const root = readYaml(text, file)
  if (root === undefined) return noEditorial
  const fail: Fail = failIn(file)
  const mapOf = (node: Node, message: string): ReadonlyMap<string, Node> =>
    node.value instanceof Map ? node.value : fail(node.line, message)
  // a key that is misspelt must not be read as one that is not there
  const keysOf = (node: Node, what: string, ...known: string[]): ReadonlyMap<string, Node> => {
    const read = known.map((key) => `"${key}"`).join(', ')
    const map = mapOf(node, `this is not ${what}. Write ${read} with what belongs below.`)
    for (const [key, { line }] of map)
      if (!known.includes(key)) fail(line, `"${key}" is not read here. Use ${read}.`)
    return map
  }
  // a text with one entry a line, or a list of them
  const entriesOf = (key: string, map: ReadonlyMap<string, Node>, parent: Node): string[] => {
    const node = map.get(key)
    const entries = (node ? (itemsOf(node) ?? [node]) : []).flatMap(({ line, value }) =>
      typeof value === 'string'
        ? value.split('\n').map((entry) => entry.trim())
        : fail(line, `"${key}" is not a text. Write one entry a line below "|".`),
    )
    if (!entries.some(Boolean))
      fail(
        node?.line ?? parent.line,
        `"${key}" is missing or empty. Write one entry a line below "|".`,
      )
    return entries.filter(Boolean)
  }
  const questionsIn = (
    list: Node,
    within: readonly Paragraph[],
    where: string,
  ): IndexQuestion[] => {
    const items = itemsOf(list)
    if (!items) return fail(list.line, 'questions must be a list of answers with what is asked.')
    return items.flatMap((node) => {
      const map = keysOf(node, 'a question', 'answer', 'asked')
      const answers = entriesOf('answer', map, node).map(
        (answer) =>
          placeOf(answer.replace(/\s+/gu, ' '), within) ??
          fail(
            map.get('answer')?.line ?? node.line,
            `"${answer}" is not a sentence of ${where}, word for word. Copy it from the speech.`,
          ),
      )
      return entriesOf('asked', map, node).map((asked) => ({ text: asked, answers }))
    })
  }

  const whole = keysOf(root, 'an editorial index', 'paragraphs', 'speech')
  const topics: (readonly string[])[] = speech.paragraphs.map(() => [])
  const questions: IndexQuestion[] = []
  const paragraphs = whole.get('paragraphs')
  const message = '"paragraphs" must hold paragraph numbers with their topics and questions.'
  for (const [key, node] of paragraphs ? mapOf(paragraphs, message) : []) {
    const paragraph =
      speech.paragraphs[Number(key) - 1] ??
      fail(
        node.line,
        `there is no paragraph ${key}: the speech has 1 to ${speech.paragraphs.length}. Correct the number.`,
      )
    const map = keysOf(node, 'a paragraph', 'topics', 'questions')
    topics[paragraph.number - 1] = entriesOf('topics', map, node)
    const list =
      map.get('questions') ??
      fail(node.line, '"questions" is missing. Write a list of them, or [] where there is none.')
    questions.push(...questionsIn(list, [paragraph], `paragraph ${key}`))
  }
  const ofSpeech = whole.get('speech')
  if (ofSpeech) questions.push(...questionsIn(ofSpeech, speech.paragraphs, 'the speech'))
  return { topics, questions }
}

function itemsOf({ value }: Node): readonly Node[] | undefined {
  return Array.isArray(value) ? (value as readonly Node[]) : undefined
}

/** Where a sentence stands; undefined where none of the paragraphs has it. */
function placeOf(
  wanted: string,
  paragraphs: readonly Paragraph[],
): IndexQuestion['answers'][number] | undefined {
  for (const { number, sentences } of paragraphs) {
    const sentence = sentences.findIndex((own) => own.trim() === wanted)
    if (sentence >= 0) return { paragraph: number, sentence }
  }
  return undefined
}
