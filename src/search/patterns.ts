/** Pieces of the patterns that questions are read with. */

/** The speech, as questions call it. */
export const THE_SPEECH = String.raw`(?:the |this |that |his )?(?:speech|talk|address|remarks)`

/** A pattern for any of several ways to ask; a question is given folded (see `buildFoldQuestion` in about.ts). */
export function anyOf(...ways: readonly string[]): RegExp {
  return new RegExp(ways.join('|'), 'u')
}
