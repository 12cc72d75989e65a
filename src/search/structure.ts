import { findPlace, paragraphsAt } from '../speech/references.ts'
import type { Speech } from '../speech/speech.ts'
import { fold, tokenise } from './analysis.ts'

/** Passages that a question about the speech's structure asks for, best first. */
export type Structure = (question: string) => readonly Found[] | undefined

export interface Found {
  readonly paragraph: number
  readonly sentences: readonly number[]
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const CARDINALS = 'one two three four five six seven eight nine ten'.split(' ')
const POINT = String.raw`(?:(?:key|main|major|big) )?(?:points?|proposals?|suggestions?|items?|steps?|demands?|principles?|recommendations?|asks?|areas?|thing on (?:the|his) list|(?:one )?(?:on|of|in) (?:the|his) list|part of (?:the|his) (?:list|plan|proposal))`
const NTH = String.raw`(?:(?<nth>${ORDINALS.join('|')}|\d+(?:st|nd|rd|th))|(?<last>last|final))`
const SPEECH = String.raw`(?:he|it|the (?:speech|talk|address|text|speaker|minister)|wang(?: yi)?|this (?:speech|talk|address))`

/**
 * Answers questions on structure from the outline and from how paragraphs begin: "the second
 * point", "how does it end", "what is section 3 about", "the third 'China is a country that'".
 */
export function buildStructure(speech: Speech): Structure {
  const all = speech.paragraphs
  const lead = (paragraph: number): Found => ({ paragraph, sentences: [0] })
  // paragraphs that begin "First, …", "Second, …" are the points
  const points = ORDINALS.map(
    (ordinal) =>
      all.find(({ text }) => new RegExp(`^${ordinal}(?:ly)?\\b[,:]`, 'iu').test(text))?.number,
  ).filter((number) => number !== undefined)
  // paragraphs whose first words are the same are a series
  const openings = new Map<string, number[]>()
  for (const { text, number } of all) {
    const opening = tokenise(text)
      .slice(0, 5)
      .map(({ word }) => word)
      .join(' ')
    openings.set(opening, [...(openings.get(opening) ?? []), number])
  }
  const series = [...openings].filter(([, numbers]) => numbers.length >= 3)
  const beforePoints = (points[0] ?? 1) - 1

  const nthOf = (
    list: readonly number[],
    groups: Record<string, string | undefined>,
  ): Found[] | undefined => {
    const named = groups['nth'] ?? groups['number'] ?? groups['listed']
    const index =
      groups['last'] !== undefined
        ? list.length
        : ORDINALS.indexOf(named ?? '') + 1 ||
          CARDINALS.indexOf(named ?? '') + 1 ||
          Number.parseInt(named ?? '', 10)
    const paragraph = list[index - 1]
    return paragraph === undefined ? undefined : [lead(paragraph), ...rest(paragraph)]
  }
  // the other paragraphs of the same section, after the one that leads it
  const rest = (paragraph: number): Found[] => {
    const section = all[paragraph - 1]?.section
    return all
      .filter((other) => other.section === section && other.number > paragraph)
      .slice(0, 3)
      .map((other) => lead(other.number))
  }

  const rules: readonly (readonly [
    RegExp,
    (groups: Record<string, string | undefined>, question: string) => readonly Found[] | undefined,
  ])[] = [
    ...series.map(([opening, numbers]) => {
      const [subject = '', verb = ''] = opening.split(' ')
      const said = String.raw`(?:${opening}|${subject} (?:always )?${verb}|${verb} ${subject} (?:always )?|${opening.split(' ').slice(1).join(' ')})`
      return [
        new RegExp(
          String.raw`${NTH}[^.?!]{0,40}\b${said}|${said}[^.?!]{0,40}${NTH.replaceAll('?<nth>', '?<nth2>').replace('?<last>', '?<last2>')} (?:statement|sentence|one|time|claim|paragraph)`,
          'u',
        ),
        (groups: Record<string, string | undefined>) =>
          nthOf(numbers, {
            nth: groups['nth'] ?? groups['nth2'],
            last: groups['last'] ?? groups['last2'],
          }),
      ] as const
    }),
    ...series.map(
      ([opening, numbers]) =>
        [
          new RegExp(
            String.raw`(?:statements?|sentences|times|list|how many|which|all|what are)[^.?!]{0,40}\b${opening}|\b${opening}\W{0,3} (?:statements?|sentences|series|claims)`,
            'u',
          ),
          () => numbers.slice(0, 4).map(lead),
        ] as const,
    ),
    [
      new RegExp(
        String.raw`${NTH}(?: and (?:last|final))?(?: \w+){0,2}? (?:of the |of his )?(?:four |4 )?${POINT}\b`,
        'u',
      ),
      (groups) => nthOf(points, groups),
    ],
    [
      new RegExp(
        String.raw`\b(?:point|item|proposal)(?: number| no\.?)? ?#?(?<number>\d|${CARDINALS.join('|')})\b|\bnumber (?<listed>\d|${CARDINALS.join('|')})(?: (?:on|of|in) | point)`,
        'u',
      ),
      (groups, question) =>
        /\bsections?\b|\bparagraphs?\b|how many/u.test(question)
          ? undefined
          : nthOf(points, groups),
    ],
    [
      new RegExp(
        String.raw`(?:before|introduc\w*|lead\w* (?:in|up) to|announc\w*)[^.?!]{0,40}(?:\bpoints\b|\blist\b|[“"']?first[”"']?)`,
        'u',
      ),
      () =>
        points.length > 1 && beforePoints > 0
          ? [
              {
                paragraph: beforePoints,
                sentences: [(all[beforePoints - 1]?.sentences.length ?? 1) - 1],
              },
              lead(points[0] ?? 1),
            ]
          : undefined,
    ],
    [
      /\b(?:the|his|all|what are|which|list|name|how many)(?: \w+){0,2}? (?:(?:four|4|key|main) )+points\b|\bhow many (?:key |main )?points\b|^(?:key|main) points\W*$/u,
      () => (points.length > 1 ? points.map(lead).slice(0, 4) : undefined),
    ],
    [
      new RegExp(
        String.raw`\bhow (?:does|did|do) ${SPEECH} (?:begin|start|open|kick off)|\b(?:opening|first|very first) (?:words?|sentence|line|lines|paragraph|remarks)\b|\b(?:beginning|opening|start) of the (?:speech|talk|address|text)\b|^(?:the )?(?:beginning|opening|introduction)\W*$`,
        'u',
      ),
      () => [lead(1)],
    ],
    [
      new RegExp(
        String.raw`\bhow (?:does|did|do) ${SPEECH} (?:end|close|finish|conclude|wrap up|sign off)|\b(?:closing|last|very last|final|concluding) (?:words?|sentence|line|lines|paragraph|remarks|statement)\b|\b(?:end|ending|conclusion|close) of the (?:speech|talk|address|text)\b|^(?:the )?(?:end|ending|conclusion|closing)\W*$|\bat the (?:very )?end\b`,
        'u',
      ),
      () => [{ paragraph: all.length, sentences: [(all.at(-1)?.sentences.length ?? 1) - 1] }],
    ],
    [
      /(?<place>(?:§|¶|\b(?:section|sec\.|chapter|paragraph|para)) ?\d+(?:\.\d+)*)/u,
      (groups) => {
        const place = findPlace(speech, groups['place'] ?? '')
        return place.kind === 'section' || place.kind === 'paragraphs'
          ? paragraphsAt(speech, place).slice(0, 4).map(lead)
          : undefined
      },
    ],
  ]

  return (question) => {
    const text = fold(question)
      .replace(/[“”"«»]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
    for (const [pattern, find] of rules) {
      const match = pattern.exec(text)
      const found = match && find(match.groups ?? {}, text)
      if (found && found.length > 0) return found
    }
    return undefined
  }
}
