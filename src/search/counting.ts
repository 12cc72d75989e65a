/** Questions on how often the speaker says words, and where first: "how many times does he mention Taiwan?" */
import { PARAGRAPH_MARK, SECTION_MARK } from '../speech/references.ts'
import type { Speech } from '../speech/speech.ts'
import { termsAsOne } from './analysis.ts'
import { QUOTED, THE_SPEECH } from './patterns.ts'
import { namesOfSpeaker } from './speaker.ts'

/** Words that a question asks to be counted. */
export interface Counting {
  /** each as typed, without an article before it and the quotation marks around it; mostly one */
  readonly words: readonly string[]
  /** these letters are asked for: "the word X", or X in quotation marks */
  readonly exact: boolean
}

const HOW_OFTEN = '(?:how (?:often|frequently|many times?)|number of times)'
const OF = '(?:(?:mentions|occurrences|uses|frequency) of|references to)'
const MENTIONS = `(?:${[
  `(?:how many|number of|count(?: of)?)(?: the)? ${OF}`,
  `^(?:the )?${OF}`,
  String.raw`^(?:word )?count(?: of)?(?! (?:on|to|of words|the (?:words|paragraphs|sentences|points|sections)|(?:of )?(?:the|this) speech)\b)`,
  String.raw`\bcount(?: of)?(?= the (?:words?|phrase|term)\b)`,
].join('|')})`
const SAY = '(?:say|use|mention|name|repeat|refer to|bring up|talk about|speak (?:of|about))s?'
const IS_SAID = String.raw`(?:said|used|mentioned|named|repeated|referred to|brought up|talked about|appear|occur|come up)`

const WHERE =
  '(?:where|when|(?:in|under) (?:which|what) (?:section|paragraph|part|chapter|sentence))'
const MENTION = '(?:mention|occurrence|appearance)'

/** So many are counted, for each takes time. */
const MOST = 8

/**
 * @returns a function of a question as typed; undefined where it asks for no count, or for one of another's
 *   words or in another text
 */
export function buildReadCounting(speech: Speech): (question: string) => Counting | undefined {
  const he = `(?:he|it|${namesOfSpeaker(speech)}|${THE_SPEECH})`
  const patterns = [
    // "how many times does he mention Taiwan", "number of times he says democracy"
    String.raw`\b${HOW_OFTEN} (?:does |did )?${he} (?:\p{L}+ly )?${SAY} (?<words>.+)$`,
    String.raw`\b${HOW_OFTEN} (?:can|do) (?:i|we|you) (?:find|see|read|hear) (?<words>.+)$`,
    // "how many mentions of Taiwan", "count of the word democracy"
    `${MENTIONS} (?<words>.+)$`,
    // "how often “mutual respect”"
    String.raw`\b${HOW_OFTEN} (?<words>["“].+["”])$`,
    // "how often is Taiwan mentioned", "how many times does the word democracy appear"
    String.raw`\b${HOW_OFTEN} (?:is|are|was|were|does|do|did) (?<words>.+?) ${IS_SAID}(?: by ${he})?$`,
    // where it stands first or last is seen from all its places
    String.raw`^${WHERE} (?:does|did) ${he} (?:first|last) ${SAY} (?<words>.+)$`,
    String.raw`^${WHERE} (?:is|are|was|were|does|do|did) (?<words>.+?) (?:first|last) ${IS_SAID}$`,
    String.raw`^(?:(?:where|what) is )?(?:the |his )?(?:first|last) ${MENTION} of (?<words>.+)$`,
    String.raw`^(?<words>[^,]{1,40}), (?:first|last) mention$`,
  ].map((pattern) => new RegExp(pattern, 'iu'))
  // every place is shown with its section, also where those of one part are asked for
  const ending = new RegExp(
    String.raw`(?: (?:in total|in all|altogether|overall|here|are there))*(?: in (?:${THE_SPEECH}|(?:the |his )?(?:${SECTION_MARK}|${PARAGRAPH_MARK}) ?[\d.]+))?[\s.?!]*$`,
    'iu',
  )
  const asksForCount = new RegExp(String.raw`${HOW_OFTEN}|${MENTIONS}|\b(?:first|last)\b`, 'iu')
  return (question) => {
    if (!asksForCount.test(question)) return undefined
    const asked = question.replace(ending, '')
    for (const pattern of patterns) {
      const found = pattern.exec(asked)?.groups?.['words']
      if (found === undefined) continue
      // "the words “win-win” and “cooperation”" are counted each for itself
      const quoted = [...found.matchAll(QUOTED)].flatMap(([, ...words]) => words.filter(Boolean))
      // in another text
      if (/ in /u.test(found.replace(QUOTED, ''))) continue
      if (quoted.length > 0) return { words: [...new Set(quoted)].slice(0, MOST), exact: true }
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
  const all = words.flatMap((several) => several.split(/,? (?:and|or|vs\.?|versus) |, /u))
  const apart = [...new Set(all)].slice(0, MOST)
  return {
    words: apart,
    // "peace or peaceful": each with the forms of the other would be counted twice
    exact: exact || new Set(apart.map(termsAsOne)).size < apart.length,
  }
}
