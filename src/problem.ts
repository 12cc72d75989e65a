/**
 * Something a person can put right: a broken file, a missing setting, a refused token.
 * Its message is a whole sentence that says what to do; it is shown without a stack trace.
 */
export class Problem extends Error {}

/** Throws a Problem: what is wrong in a line (from 1) of a file, and what to do. */
export type Fail = (line: number, message: string) => never

/** Problems in a file, written `file:line: what is wrong. What to do.` */
export function failIn(file: string): Fail {
  return (line, message) => {
    throw new Problem(`${file}:${line}: ${message}`)
  }
}
