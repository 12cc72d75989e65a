/** References to sections and paragraphs: as people type them, and as the bot writes them. */
import { CARDINALS, ORDINALS, countOf, numberOf } from './numbers.ts'
import { paragraphsOf, sectionLabel, topSections } from './speech.ts'
import type { Speech } from './speech.ts'

/** What a reference names: a section, or paragraphs by number in the order asked for. */
export type Place = Near &
  (
    | { readonly kind: 'section'; readonly number: string }
    | { readonly kind: 'paragraphs'; readonly numbers: readonly number[] }
  )

/** A reference that names nothing, or something that does not exist. */
export interface NoPlace extends Near {
  readonly kind: 'unknown'
  /** the part that does not exist */
  readonly typed: string
}

interface Near {
  /** what else may be meant */
  readonly near?: readonly Place[]
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
const LAST = new Set(['last', 'final'])

// other words for the first and the last section
const BEGINNING = new Set(['intro', 'introduction', 'beginning', 'opening', 'start'])
const ENDING = new Set(['last', 'conclusion', 'ending', 'end', 'closing', 'close'])
// one of the numbered proposals, as opposed to a section
const POINT = /\b(?:point|proposal)\b/u
const IDLE =
  /^(?:the|an?|of|on|about|in|and|for|to|point|proposal|part|section|chapter|paragraph|no|number|speech|key|remarks|headed|titled|entitled|called|named|)$/u

/** What stands before the number of a section ('§', 'sect.'): a piece of patterns. */
export const SECTION_MARK = String.raw`(?:§+|(?:sections?|sect?|chap(?:ter)?s?|ch|parts?|s)\b\.?|(?:sect?|chap|s)(?=\d))`
/** The same of a paragraph: '¶', 'para', 'p' */
export const PARAGRAPH_MARK = String.raw`(?:¶+|(?:paragraphs?|paras?|pars?|pp?)\b\.?|p(?=\d))`
const SECTION_NUMBER = String.raw`(?<section>\d+(?:\.\d+)*)`
// a title begins with a letter, and with no word that joins two numbers
const TITLE = String.raw`\s+(?!(?:and|to|through)\b)["“]?\p{L}[^§¶]*?`

/** 'sec. 3.1, par. 14', '§3.1 First: mutual respect · ¶14', 'Wang, 2021, section 3.1, para. 14' */
const CITATION = new RegExp(
  String.raw`^(?:[^\d§¶]+,\s*(?:\d{4},\s*)?)?(?:${SECTION_MARK}\s*)?${SECTION_NUMBER}(?:${TITLE})?(?:[\s,;·]+|(?=¶))(?<paragraphs>${PARAGRAPH_MARK}\s*\d.*)$`,
  'su',
)
/** '§3.1 First: mutual' */
const LABEL = new RegExp(String.raw`^§\s*${SECTION_NUMBER}${TITLE}$`, 'su')
/** 'part three', 'III', '§II.1': what is in words or Roman figures, with what stands before and after it */
const IN_WORDS = new RegExp(
  String.raw`^(${SECTION_MARK}\s*|${PARAGRAPH_MARK}\s*|)([a-z-]+)(?=$|(?:\.\d+)+$)`,
  'u',
)
/** 'the third section', 'last paragraph', 'second to last paragraph', 'second paragraph of section 3.1' */
const COUNTED =
  /^(?:the )?(?<nth>last but one|[a-z\d-]+(?:[ -](?:to[ -])?last)?) (?<unit>section|chapter|part|paragraph|para)(?: (?:of|in) (?<whole>.+))?$/u
/** 'paragraph 2 of 3.1', '¶2 of 3.1', 'section 3.1, second paragraph' */
const PARAGRAPH_OF = new RegExp(
  String.raw`^${PARAGRAPH_MARK}\s*(?<number>\d+|[a-z-]+) (?:of|in) (?<place>.+)$|^(?!the )(?<whole>.+?),? (?:the )?(?<nth>[a-z\d-]+) (?:paragraph|para)$`,
  'u',
)
/** '¶14', 'paragraph no. 14', '13-15', '§3.1' */
const NUMBERS = new RegExp(
  String.raw`^(?:(?<ofSection>${SECTION_MARK})|(?<ofParagraph>${PARAGRAPH_MARK}))?\s*(?:(?:nos?\b\.?|numbers?\b|#)\s*)?(?<numbers>\d[\d.,;&\s\-§¶p]*)$`,
  'u',
)

/**
 * Reads a reference as people type it: `3`, `3.1`, `§3.1`, `III`, `¶14`, `p14`, `13-15`, `14,16`,
 * `first point`, `democracy`, `sec. 3.1, par. 14`, `last paragraph of 3.1`. A bare number is a section
 * where there is one, else a paragraph; so is a range whose two ends are sections.
 */
export function findPlace(speech: Speech, typed: string): Place | NoPlace {
  const text = plain(typed)
  return (
    cited(speech, text) ??
    labelled(speech, text) ??
    numbered(speech, inFigures(text)) ??
    counted(speech, inOrdinals(text)) ??
    // 'two' is 2, 'second' may be a title
    (CARDINALS.includes(text) ? numbered(speech, String(numberOf(text))) : undefined) ??
    titled(speech, text) ??
    // 'the 14th': as the bare number, where no title has it
    numbered(speech, String(numberOf(text.replace(/^the /u, '')))) ?? { kind: 'unknown', typed }
  )
}

/** A text in small letters, with one kind of dash and without the marks around it. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/gu, '-')
    .replace(/^[\s([{"'“]+|[\s)\]}"'”?!]+$/gu, '')
}

/** 'from 13 through 15' => '13-15', '14 and 16' => '14,16', 'section three' and 'section iii' => 'section 3' */
function inFigures(text: string): string {
  return text
    .replace(/^from /u, '')
    .replace(/\b([a-z]+) point ([a-z]+)$/u, (whole, section: string, own: string) => {
      const number = `${numberOf(section)}.${numberOf(own)}`
      return number.includes('NaN') ? whole : number
    })
    .replace(/\s*\b(?:to|through)\b\s*/gu, '-')
    .replace(/\band\b/gu, ',')
    .replace(/(\d)\s+(?=[§¶p]?\s?\d)/gu, '$1,')
    .replace(IN_WORDS, (whole, mark: string, word: string) => {
      const roman = ROMAN.indexOf(word) + 1
      // a Roman figure is a section's; a number word alone may stand in a title
      if (roman > 0) return `${mark || '§'}${roman}`
      const number = numberOf(word)
      return mark === '' || Number.isNaN(number) ? whole : `${mark}${number}`
    })
}

/** 'paragraph 2 of 3.1', '3.1, second paragraph' => 'second paragraph of 3.1' */
function inOrdinals(text: string): string {
  if (COUNTED.test(text)) return text
  const { number, place, nth, whole } = PARAGRAPH_OF.exec(text)?.groups ?? {}
  const ordinal = nth ?? ORDINALS[numberOf(number) - 1]
  return ordinal !== undefined && !Number.isNaN(countOf(ordinal, 1))
    ? `${ordinal} paragraph of ${place ?? whole}`
    : text
}

// the label that the bot writes itself: '§3.1 First: mutual respect'
function labelled(speech: Speech, text: string): Place | undefined {
  const named = LABEL.exec(text)?.groups?.['section']
  // a title may begin with a number ("§2 2020 in review")
  const label = `§${text.replace(/^§/u, '')}`
  const section = speech.sections.find(
    ({ number }) => number === named || plain(sectionLabel(speech, number)) === label,
  )
  return section && { kind: 'section', number: section.number }
}

// a section with a paragraph of it: the paragraph says it all, if it is in that section
function cited(speech: Speech, text: string): Place | NoPlace | undefined {
  const { section = '', paragraphs = '' } = CITATION.exec(text)?.groups ?? {}
  if (!hasSection(speech, section)) return undefined
  const place = numbered(speech, inFigures(paragraphs))
  if (place?.kind !== 'paragraphs') return place
  const own = paragraphsOf(speech, section)
  if (place.numbers.every((number) => own.includes(number))) return place
  // they may be counted from the beginning of the section
  const numbers = place.numbers.flatMap((number) => own[number - 1] ?? [])
  return {
    kind: 'unknown',
    typed: `§${section}, ¶${ranges(place.numbers)}`,
    near: [
      ...(numbers.length === place.numbers.length ? [{ ...place, numbers }] : []),
      place,
      { kind: 'section', number: section },
    ],
  }
}

function counted(speech: Speech, text: string): Place | NoPlace | undefined {
  const { nth = '', unit = '', whole = 'speech' } = COUNTED.exec(text)?.groups ?? {}
  const isParagraph = unit.startsWith('para')
  const within = /\bspeech$/u.test(whole) ? undefined : findPlace(speech, whole)
  if (within && (within.kind === 'unknown' || !isParagraph)) return undefined
  const places = isParagraph
    ? (within ? paragraphsAt(speech, within) : speech.paragraphs.map(({ number }) => number)).map(
        (number): Place => ({ kind: 'paragraphs', numbers: [number] }),
      )
    : topSections(speech).map(({ number }): Place => ({ kind: 'section', number }))
  const count = countOf(nth, places.length)
  return Number.isNaN(count)
    ? undefined
    : (places[count - 1] ??
        // 'paragraph 14 of section 3' may be counted from the beginning of the speech
        places.find((place) => place.kind === 'paragraphs' && place.numbers[0] === count) ?? {
          kind: 'unknown',
          typed: text,
          near: within ? [within] : [],
        })
}

function hasSection(speech: Speech, number: string): boolean {
  return speech.sections.some((section) => section.number === number)
}

type Mark = '§' | '¶' | ''

// '¶14', '13-15', '14,16', '§3.1 and ¶16': a mark holds for what follows until another stands there
function numbered(speech: Speech, text: string): Place | NoPlace | undefined {
  const { ofSection, ofParagraph, numbers: list = '' } = NUMBERS.exec(text)?.groups ?? {}
  const parts = list.split(/[,;&]/u).filter((part) => /\d/u.test(part))
  let mark: Mark = ofSection ? '§' : ofParagraph ? '¶' : ''
  const numbers: number[] = []
  let missing: string | undefined
  for (const part of parts) {
    mark = part.includes('§') ? '§' : /[¶p]/u.test(part) ? '¶' : mark
    const range = part.replace(/[§¶p\s]/gu, '').replace(/\.$/u, '')
    if (parts.length === 1 && mark !== '¶' && hasSection(speech, range))
      return { kind: 'section', number: range }
    const found = inRange(speech, range, mark)
    const there = found.filter((number) => speech.paragraphs[number - 1])
    if (found.length === 0 || there.length < found.length) missing ??= `${mark}${range}`
    numbers.push(...there)
  }
  const place = { kind: 'paragraphs', numbers: [...new Set(numbers)] } as const
  if (missing !== undefined) {
    // of "2.8", section 2 is there
    const number = missing.replace(/^§|\.\d+$/gu, '')
    const whole: Place[] = hasSection(speech, number) ? [{ kind: 'section', number }] : []
    return { kind: 'unknown', typed: missing, near: numbers.length > 0 ? [place] : whole }
  }
  if (numbers.length === 0) return undefined
  // '2-3' without a mark is sections, but may be meant as paragraphs
  const other = mark ? undefined : numbered(speech, `¶${text}`)
  // "3-1" and "3,1" run backwards: section 3.1 may be meant
  const [, first = '', second = ''] = /^(\d+)\s*[-,]\s*(\d+)$/u.exec(text) ?? []
  const own = `${first}.${second}`
  if (Number(second) <= Number(first) && hasSection(speech, own))
    return { kind: 'unknown', typed: text, near: [{ kind: 'section', number: own }, place] }
  return other?.kind === 'paragraphs' && other.numbers.join() !== place.numbers.join()
    ? { ...place, near: [other] }
    : place
}

/**
 * The paragraphs of '14', '13-15', '3.1' or '3.1-3.2'; none where it is no range. Of a range that goes on after
 * the end of the speech, the first paragraph that does not exist is the last.
 */
function inRange(speech: Speech, range: string, mark: Mark): number[] {
  const [from = '', typed = from, ...others] = range.split('-')
  // the 3 of "3.1-3" is 3.3
  const sibling = from.replace(/\d+$/u, typed)
  const to = !typed.includes('.') && hasSection(speech, sibling) ? sibling : typed
  const areSections = mark !== '¶' && hasSection(speech, from) && hasSection(speech, to)
  const areParagraphs = mark !== '§' && /^\d+$/u.test(from) && /^\d+$/u.test(to)
  if (others.length > 0 || !(areSections || areParagraphs)) return []
  const ends = areSections
    ? [...paragraphsOf(speech, from), ...paragraphsOf(speech, to)]
    : [Number(from), Number(to)]
  const low = Math.min(...ends)
  const high = Math.min(Math.max(...ends), Math.max(low, speech.paragraphs.length + 1))
  return Array.from({ length: high - low + 1 }, (_, at) => low + at)
}

function titled(speech: Speech, text: string): Place | undefined {
  const wanted = words(text)
  // "-1" is no title
  if (wanted.length === 0 || !/\p{L}/u.test(text)) return undefined
  // every word typed is a word of the title, or begins one ("democra" does, "democratic" does not)
  const matching = speech.sections.filter((section) => {
    const title = words(section.title)
    return wanted.every((word) =>
      title.some((other) => other === word || (word.length >= 4 && other.startsWith(word))),
    )
  })
  // the shortest title is the closest; of equals, the first
  const [best, ...others] = matching
    .sort((a, b) => words(a.title).length - words(b.title).length)
    .map(({ number }) => ({ kind: 'section', number }) as const)
  if (best) return others.length > 0 ? { ...best, near: others } : best
  const [word = '', ...more] = wanted
  if (more.length > 0 || !(BEGINNING.has(word) || ENDING.has(word))) return undefined
  const parts = POINT.test(text)
    ? speech.sections.filter((section) => section.number.includes('.'))
    : topSections(speech)
  const end = parts.at(BEGINNING.has(word) ? 0 : -1)
  return end && { kind: 'section', number: end.number }
}

/** The words of a title, without those that say nothing: 'the 3rd point' => ['third'] */
function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // "u.s." is "us"
      .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => !IDLE.test(word))
      .map((word) => (LAST.has(word) ? 'last' : (ORDINALS[numberOf(word) - 1] ?? word)))
  )
}

/** The paragraph numbers that a place covers. */
export function paragraphsAt(speech: Speech, place: Place): readonly number[] {
  return place.kind === 'section' ? paragraphsOf(speech, place.number) : place.numbers
}

/** The paragraphs of a section and of all that lies under it: '3' => '¶12–20', '4' => '¶21' */
export function span(speech: Speech, section: string): string {
  return `¶${written(paragraphsOf(speech, section))}`
}

/** Labels of sections for autocomplete: all, or those whose number or title begins with what is typed. */
export function suggestSections(speech: Speech, typed: string): string[] {
  const beginning = typed.replace(/[§\s]/gu, '')
  const wanted = words(typed)
  const isMeant = (title: readonly string[]): boolean =>
    wanted.length > 0 && wanted.every((word) => title.some((other) => other.startsWith(word)))
  return speech.sections
    .filter(({ number, title }) => number.startsWith(beginning) || isMeant(words(title)))
    .map(({ number }) => sectionLabel(speech, number))
}

/** 's3.1', 'p13-15': a place as presses have it, which `findPlace` reads */
export function shortReference(place: Place): string {
  return place.kind === 'section' ? `s${place.number}` : `p${ranges(place.numbers)}`
}

/** [13, 14, 15, 17] => '13-15,17', which `findPlace` reads */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}

/** [13, 14, 15, 17] => '13–15, 17', as it is shown */
export function written(numbers: readonly number[]): string {
  return ranges(numbers).replaceAll('-', '–').replaceAll(',', ', ')
}
