import { BOOLEAN, STRING } from '../command.ts'
import type { Command, Options } from '../command.ts'

/** A console line taken apart. */
export interface ConsoleLine {
  readonly command: string
  readonly options: Options
}

/**
 * `/command text name:value` as command and options: the text goes to the first option, a
 * declared `name:` begins another, which goes on to the next one (a true/false value is one
 * word, and what follows it is text again). A line without a slash is an `/ask`.
 */
export function parseLine(line: string, commands: readonly Command[]): ConsoleLine {
  const [, name, rest = ''] = /^\/\s*(\S*)\s*(.*)$/su.exec(line.trim()) ?? [
    undefined,
    commands[0]?.declaration.name ?? '',
    line.trim(),
  ]
  const command = (name ?? '').toLowerCase()
  const declared =
    commands.find(({ declaration }) => declaration.name === command)?.declaration.options ?? []
  const first = declared.find(({ type }) => type === STRING)
  if (declared.length === 0) return { command, options: {} }
  const names = declared.map((option) => option.name).join('|')
  // "quote: text" at the start, "exact: true" anywhere; else no space may follow, for the text may have the word
  const marks = [
    ...rest.matchAll(
      new RegExp(
        String.raw`(?:(?<=^)(?<start>${names}):\s*(?=\S)|(?<=\s)(?<inside>${names}):(?=\S|\s+(?:true|false|yes|no|on|off)\b))`,
        'gu',
      ),
    ),
  ]
  const options: Record<string, string | boolean> = {}
  append(options, first?.name, rest.slice(0, marks[0]?.index ?? rest.length))
  for (const [index, mark] of marks.entries()) {
    const option = declared.find(
      (candidate) => candidate.name === (mark.groups?.['start'] ?? mark.groups?.['inside']),
    )
    const value = rest
      .slice(mark.index + mark[0].length, marks[index + 1]?.index ?? rest.length)
      .trim()
    if (option?.type === BOOLEAN) {
      const [word = '', ...others] = value.split(/\s+/u)
      options[option.name] = /^(?:true|yes|on|1)$/iu.test(word)
        ? true
        : /^(?:false|no|off|0)$/iu.test(word)
          ? false
          : word
      append(options, first?.name, others.join(' '))
    } else if (option) {
      append(options, option.name, value.replace(/^"([^"]*)"$/u, '$1'))
    }
  }
  return { command, options }
}

/** Adds a piece of text to an option: whatever is typed for it, in one place or several, counts. */
function append(
  options: Record<string, string | boolean>,
  name: string | undefined,
  piece: string,
): void {
  if (name === undefined) return
  const text = [options[name], piece.trim()].filter(Boolean).join(' ')
  if (text !== '') options[name] = text
}
