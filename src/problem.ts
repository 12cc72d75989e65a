/**
 * Something a person can put right: a broken file, a missing setting, a refused token.
 * Its message is a whole sentence that says what to do; it is shown without a stack trace.
 */
export class Problem extends Error {}

/** A problem in a file, written `file:line: what is wrong. What to do.` (lines count from 1) */
export function problemIn(file: string, line: number, message: string): Problem {
  return new Problem(`${file}:${line}: ${message}`)
}
