const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

// After these a full stop does not end a sentence, whatever follows.
const TITLE = /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|Hon|Rev|St|Mt|vs|No)\.\s*$/u
// An initial or an abbreviation with inner stops, as in "U.S." or "J." …
const INITIALS = /(?:^|[\s("“‘\-–])(?:\p{Lu}\.)+\s*$/u
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|a\.m|p\.m|ca|approx)\.\s*$/u
// … ends a sentence only where one of the words that rarely follow it inside a sentence comes next.
const OPENER =
  /^["“‘(]?(?:The|This|That|These|Those|It|Its|We|Our|He|His|She|They|Their|There|But|And|In|At|On|For|If|As|So|Both|First|Second|Third|Fourth|However|Today|Let|I|You|What|When|Why|How|Who)\b/u
/** Characters at the end of a sentence that tell whether it ends there. */
const LOOKED_AT = 60
const ENDS = /[.!?…]["”’')\]]*\s*$/u

/**
 * Splits a paragraph into sentences that join back to it exactly; each keeps the white space after
 * it. Starts from Unicode's sentence boundaries (UAX #29, `Intl.Segmenter`) and mends what they
 * cannot know: abbreviations ("U.S. policy", "Dr. Henry"), ellipses and quotations inside a
 * sentence.
 */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(paragraph)) {
    const last = sentences.at(-1)
    if (last !== undefined && !endsBefore(last, segment)) sentences[sentences.length - 1] += segment
    else sentences.push(segment)
  }
  return sentences
}

function endsBefore(all: string, next: string): boolean {
  // what ends it is short, and what came before may be long
  const sentence = all.slice(-LOOKED_AT)
  if (!ENDS.test(sentence)) return false
  if (/^[\p{Ll}\d,;:.…)\]”’]/u.test(next)) return false // goes on in small letters or with a closing mark
  if (TITLE.test(sentence)) return false
  if (INITIALS.test(sentence) || ABBREVIATION.test(sentence)) return OPENER.test(next)
  return true
}
