import { existsSync, readFileSync } from 'node:fs'
import { Problem, failIn, type Fail } from './problem.ts'

/**
 * The text of a UTF-8 file, without a byte order mark and with `\n` line ends.
 * @throws Problem when the file cannot be read, is not UTF-8, or holds control characters,
 *   which could act on a terminal.
 */
export function readText(file: string): string {
  const fail: Fail = failIn(file)
  const text = new TextDecoder().decode(readBytes(file)).replace(/\r\n?/g, '\n')
  // what the decoder puts in the place of bytes that it cannot read
  const bad = text.indexOf('\ufffd')
  if (bad >= 0)
    fail(
      lineAt(text, bad),
      'these bytes are not UTF-8. Save the file as UTF-8; where it is no text, name another.',
    )
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.exec(text)
  if (control) {
    const code = control[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    fail(lineAt(text, control.index), `there is a control character (U+${code}). Delete it.`)
  }
  return text
}

/** As `readText`; undefined where there is no such file. */
export function readTextIfThere(file: string): string | undefined {
  return existsSync(file) ? readText(file) : undefined
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(`${file}: cannot be read (${reason}). Check the path and its permissions.`)
  }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
