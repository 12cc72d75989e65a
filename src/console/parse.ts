import { BOOLEAN, STRING, type Command, type Options } from '../command.ts'

/** A console line taken apart. */
interface ConsoleLine {
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
  const names = declared.map((option) => option.name).join('|')
  if (names === '') return { command, options: {} }
  const options: Record<string, string | boolean> = {}
  const first = declared.find(({ type }) => type === STRING)?.name
  // "quote: text" at the start, "exact: true" anywhere; else no space may follow, for the text may have the word
  const [lead = '', ...marked] = rest
    .replace(new RegExp(String.raw`^(${names}):\s+`, 'u'), '$1:')
    .split(new RegExp(String.raw`(?:^|\s)(${names}):(?=\S|\s+(?:true|false|yes|no|on|off)\b)`, 'u'))
  append(options, first, lead)
  // a name and what follows it, in turns
  for (let at = 0; at < marked.length; at += 2) {
    const [name = '', text = ''] = marked.slice(at).map((part) => part.trim())
    if (declared.find((option) => option.name === name)?.type === BOOLEAN) {
      const [word = '', ...others] = text.split(/\s+/u)
      options[name] = flagOf(word)
      append(options, first, others.join(' '))
    } else append(options, name, text.replace(/^"([^"]*)"$/u, '$1'))
  }
  return { command, options }
}

/** What is typed for a true/false option; the word itself where it is neither. */
function flagOf(word: string): boolean | string {
  if (/^(?:true|yes|on|1)$/iu.test(word)) return true
  return /^(?:false|no|off|0)$/iu.test(word) ? false : word
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
