/** Questions on how often the speaker says words: "how many times does he mention Taiwan?" */
import type { Speech } from '../speech/speech.ts'
import { QUOTED, THE_SPEECH } from './patterns.ts'
import { namesOfSpeaker } from './question.ts'

/** Words that a question asks to be counted. */
export interface Counting {
  /** each as typed, without an article before it and the quotation marks around it; mostly one */
  readonly words: readonly string[]
  /** these letters are asked for: "the word X", or X in quotation marks */
  readonly exact: boolean
}

const HOW_OFTEN = '(?:how (?:often|frequently|many times)|number of times)'
const MENTIONS = String.raw`(?:(?:how many|number of|count(?: of)?)(?: the)? (?:mentions|occurrences|uses) of|count(?: of)? (?=the (?:words?|phrase|term)\b))`
const SAY = '(?:say|use|mention|name|repeat|refer to|bring up)s?'
const IS_SAID = String.raw`(?:said|used|mentioned|named|repeated|referred to|brought up|appear|occur|come up)`

/**
 * @returns a function of a question as typed; undefined where it asks for no count, or for one of another's
 *   words or in a part of the speech alone
 */
export function buildReadCounting(speech: Speech): (question: string) => Counting | undefined {
  const he = `(?:he|it|the (?:speaker|minister|author)|${namesOfSpeaker(speech)}|${THE_SPEECH})`
  const patterns = [
    // "how many times does he mention Taiwan", "number of times he says democracy"
    String.raw`\b${HOW_OFTEN} (?:does |did )?${he} (?:\p{L}+ly )?${SAY} (?<words>.+)$`,
    // "how many mentions of Taiwan", "count of the word democracy"
    String.raw`\b${MENTIONS} ?(?<words>.+)$`,
    // "how often is Taiwan mentioned", "how many times does the word democracy appear"
    String.raw`\b${HOW_OFTEN} (?:is|are|was|were|does|do|did) (?<words>.+?) ${IS_SAID}(?: by ${he})?$`,
  ].map((pattern) => new RegExp(pattern, 'iu'))
  const ending = new RegExp(String.raw`(?: in ${THE_SPEECH})?[\s.?!]*$`, 'iu')
  const asksForCount = new RegExp(`${HOW_OFTEN}|${MENTIONS}`, 'iu')
  return (question) => {
    if (!asksForCount.test(question)) return undefined
    const asked = question.replace(ending, '')
    for (const pattern of patterns) {
      const found = pattern.exec(asked)?.groups?.['words']
      if (found === undefined) continue
      // "the words “win-win” and “cooperation”" are counted each for itself
      const quoted = [...found.matchAll(QUOTED)].flatMap(([, ...words]) => words.filter(Boolean))
      // in a part of the speech, or in another text
      if (/ in /u.test(found.replace(QUOTED, ''))) continue
      if (quoted.length > 0) return { words: quoted, exact: true }
      const [, named] = /^the (?:words?|term|phrase|name) (.+)$/iu.exec(found) ?? []
      return { words: [named ?? withoutArticle(found)], exact: named !== undefined }
    }
    return undefined
  }
}

/** 'the CPC' => 'CPC', 'the us' => 'US': after an article it is the country */
function withoutArticle(words: string): string {
  return words.replace(/^the us$/iu, 'US').replace(/^(?:the|an?) /iu, '')
}

/** What is to be counted, where it does not stand together: "cooperation and confrontation" are two. */
export function eachApart({ words, exact }: Counting): Counting {
  return {
    words: words.flatMap((several) => several.split(/,? (?:and|or|vs\.?|versus) |, /u)),
    exact,
  }
}
