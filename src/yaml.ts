import { EVENT_ID, YAMLException, getScalarValue, parseEvents } from 'js-yaml'
import { failIn } from './problem.ts'

/** A value in a YAML file and the line (from 1) of its key, or else of itself. A scalar is a text. */
export interface Node {
  readonly line: number
  readonly value: string | readonly Node[] | ReadonlyMap<string, Node>
}

/**
 * Reads a text of one YAML document.
 * @param file what to call it in messages
 * @param before how many lines of the file stand before it
 * @returns undefined where there is nothing
 * @throws Problem with file, line and what to do, where it is not YAML, names a key twice, or
 *   refers to a value elsewhere (an alias)
 */
export function readYaml(text: string, file: string, before = 0): Node | undefined {
  const events = eventsOf(text, file, before)
  let at = 0
  let [line, counted] = [before + 1, 0]
  const lineAt = (offset: number): number => {
    let end = text.indexOf('\n', counted)
    while (end >= 0 && end < offset) {
      line++
      counted = end + 1
      end = text.indexOf('\n', counted)
    }
    return line
  }
  const fail = (message: string): never => failIn(file)(line, message)
  const next = (): Node => {
    const event = events[at++]
    if (event?.type === EVENT_ID.SCALAR)
      return { line: lineAt(event.valueStart), value: getScalarValue(text, event) }
    if (event?.type === EVENT_ID.SEQUENCE) {
      const node = { line: lineAt(event.start), value: [] as Node[] }
      while (events[at]?.type !== EVENT_ID.POP) node.value.push(next())
      at++
      return node
    }
    if (event?.type === EVENT_ID.MAPPING) {
      const node = { line: lineAt(event.start), value: new Map<string, Node>() }
      while (events[at]?.type !== EVENT_ID.POP) {
        const { value: key, line: keyLine } = next()
        if (typeof key !== 'string') return fail('a key must be a text. Put it in quotation marks.')
        if (node.value.has(key))
          fail(`"${key}" is here for the second time. Delete one of the two.`)
        node.value.set(key, { ...next(), line: keyLine })
      }
      at++
      return node
    }
    return fail('an alias ("*name") is not read here. Write the value out.')
  }
  const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length
  if (documents > 1) fail('this file holds more than one YAML document. Leave only the first.')
  at++ // the event that opens the document
  return events[at] === undefined || events[at]?.type === EVENT_ID.POP ? undefined : next()
}

function eventsOf(text: string, file: string, before: number): ReturnType<typeof parseEvents> {
  try {
    return parseEvents(text, {})
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const line = before + (error.mark?.line ?? 0) + 1
    return failIn(file)(
      line,
      `this is not YAML: ${error.reason}. Correct that line. Put a value with a colon in quotation marks.`,
    )
  }
}
