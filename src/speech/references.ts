/** References to sections and paragraphs: as people type them, and as the bot writes them. */
import { CARDINALS, ORDINALS, countOf, numberOf } from './numbers.ts'
import { paragraphsOf, sectionLabel, topSections, type Section, type Speech } from './speech.ts'

/** What a reference names: a section, or paragraphs by number in the order asked for. */
export type Place = MayBeMeant &
  (
    | { readonly kind: 'section'; readonly number: string }
    | { readonly kind: 'paragraphs'; readonly numbers: readonly number[] }
  )

/** A reference that names nothing, or something that does not exist. */
export interface NoPlace extends MayBeMeant {
  readonly kind: 'unknown'
  /** the part that does not exist */
  readonly typed: string
}

interface MayBeMeant {
  /** what else may be meant */
  readonly near?: readonly Place[]
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

// other words for the first and the last section
const BEGINNING = new Set(['intro', 'introduction', 'beginning', 'opening', 'start'])
const ENDING = new Set(['last', 'final', 'conclusion', 'ending', 'end', 'closing', 'close'])
// one of the numbered proposals, as opposed to a section
const POINT = /\b(?:point|proposal)s?\b/u
// no article among them, which may be a letter: "2.a"
const IDLE =
  /^(?:the|of|on|about|in|and|for|to|points?|proposals?|parts?|sections?|chapters?|paragraphs?|no|number|speech|key|remarks|headed|titled|entitled|called|named|)$/u
/** What people ask with: 'show me …', 'where is …', 'what does … say' */
const ASKING =
  /^(?:(?:please|show|give|read|open|see|go|to|me|where is|what is in|what does)\s+)+|(?:\s+(?:please|says?))+$/gu

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
const TO_THE_END = new RegExp(
  String.raw`^(?<from>from )?(?<mark>${PARAGRAPH_MARK}\s*)?(?<start>\d+)(?<end> (?:on|onwards?|to (?:the )?end))?$`,
  'u',
)
/** '3. How to bring …' */
const NUMBERED_TITLE = /^(?:sections? )?(\d+(?:\.\d+)*)[.:)]?\s+(?=\p{L})/u
/** '§3.1 First: mutual' */
const LABEL = new RegExp(String.raw`^§\s*${SECTION_NUMBER}${TITLE}$`, 'su')
/** 'III', '§II.1', 'part iv' */
const IN_ROMAN = new RegExp(
  String.raw`^(${SECTION_MARK}\s*|${PARAGRAPH_MARK}\s*|)(${ROMAN.join('|')})(?=$|(?:\.\d+)+$)`,
  'u',
)
// what are counted, and where: within all that is spoken, or within a place
const PARAGRAPH_OR_POINT = '(?<unit>paragraph|para|point|proposal)'
const UNITS = 'section|chapter|part|paragraph|para|point|proposal'
const UNIT = `(?<unit>${UNITS})s?`
const WHICH = String.raw`(?<nth>last but one|[a-z\d-]+(?:[ -](?:to[ -])?last)?)`
/** Paragraphs, sections and points by where they stand in their row; without a unit, paragraphs. */
const COUNTED = [
  // 'the third section', 'second to last paragraph', 'first two points', 'second paragraph of section 3.1'
  String.raw`(?:the |all (?:the )?)?${WHICH}(?: (?<many>[a-z\d-]+))? (?<unit>${UNITS})(?<plural>s?)(?: (?:of|in|on|about) (?<whole>.+))?`,
  // 'section second', 'paragraph 2 of 3.1', '¶2 of 3.1'
  String.raw`(?:${UNIT}|${PARAGRAPH_MARK})\s*(?<nth>[a-z\d-]+)(?: (?:of|in) (?<whole>.+))?`,
  // 'section 3.1, second paragraph', 'human rights paragraph 2', 'section 3, second point'
  String.raw`(?<whole>.+?),? (?:the )?(?<nth>[a-z\d-]+) ${PARAGRAPH_OR_POINT}`,
  String.raw`(?<whole>.+?),? ${PARAGRAPH_OR_POINT} (?<nth>[a-z\d-]+)`,
  // '3.1 last', '3.1:2', '3.1 (2)'
  String.raw`§?(?<whole>\d+(?:\.\d+)+)(?:,? |\s*[:(]\s*)(?<nth>[a-z\d-]+)`,
].map((pattern) => new RegExp(`^${pattern}$`, 'u'))
const beforeNumber = (mark: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}'’])${mark}\s*(?=\d)`, 'gu')
const OF_SECTION = beforeNumber(SECTION_MARK)
const OF_PARAGRAPH = beforeNumber(PARAGRAPH_MARK)
/** '¶14', '13-15', '§3.1,¶16' */
const NUMBERS = /^[§¶]?\d[\d.,;&\s\-§¶]*$/u
/** The numbers of a text that can only be places: '3.1' and '§3' anywhere, '14' of "14 ff." */
const NUMBER_IN_TEXT = /[§¶]\d+(?:\.\d+)*|(?<![\p{N}\p{Sc}.])\d+(?:\.\d+)+|^\d+(?=\P{N}{0,4}$)/gu

/**
 * Reads a reference as people type it: `3`, `3.1`, `§3.1`, `III`, `¶14`, `p14`, `13-15`, `14,16`,
 * `first point`, `democracy`, `sec. 3.1, par. 14`, `last paragraph of 3.1`. Bare numbers are sections where
 * there is one for each of them, else paragraphs; so is a range by its two ends.
 */
export function findPlace(speech: Speech, typed: string): Place | NoPlace {
  const text = toTheEnd(speech, plain(typed))
  const figures = inFigures(text)
  return (
    cited(speech, text) ??
    labelled(speech, text) ??
    numbered(speech, pointsAsSections(speech, figures)) ??
    counted(speech, text) ??
    titled(speech, text) ??
    several(speech, text) ?? {
      kind: 'unknown',
      typed,
      // an ordinal alone may be meant for a point that there is not: "the fifth"
      near: (figures.match(NUMBER_IN_TEXT) ?? [numberOf(text.replace(/^the /u, ''))])
        .map((number) => numbered(speech, String(number)))
        .filter((place) => place !== undefined && place.kind !== 'unknown'),
    }
  )
}

/** 'from 19', 'paragraph 14 to the end', '¶19 onwards' => '¶19-¶21' */
function toTheEnd(speech: Speech, text: string): string {
  const { from, mark, start = '', end } = TO_THE_END.exec(text)?.groups ?? {}
  const last = speech.paragraphs.length
  const isOpen = from !== undefined || end !== undefined
  const isParagraph = mark !== undefined || !hasSection(speech, start)
  return isOpen && isParagraph && Number(start) <= last ? `¶${start}-¶${last}` : text
}

/** A text in small letters, with one kind of dash, without the marks around it and the words of asking. */
function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‐-―−]/gu, '-')
      .replace(/^[\s([{"'“]+|[\s)\]}"'”?!.]+$/gu, '')
      .replace(ASKING, '')
      // 'twenty one' => 'twenty-one'
      .replace(/\b([a-z]+ty) (?=([a-z]+))/gu, (whole, ten: string, one: string) =>
        Number.isNaN(numberOf(`${ten}-${one}`)) ? whole : `${ten}-`,
      )
  )
}

/**
 * 'from 13 through 15' => '13-15', '14 and 16' => '14,16', '¶1¶2' => '¶1,¶2', 'section three' and
 * 'section iii' => '§3'
 */
function inFigures(text: string): string {
  return (
    text
      .replace(/^from /u, '')
      .replace(/[a-z]+(?:-[a-z]+)?/gu, (word) =>
        CARDINALS.includes(word) ? String(numberOf(word)) : word,
      )
      .replace(/(\d) point (?=\d)/gu, '$1.')
      // a Roman figure is a section's
      .replace(
        IN_ROMAN,
        (_, mark: string, roman: string) => `${mark || '§'}${ROMAN.indexOf(roman) + 1}`,
      )
      .replace(/(?:\bnos?\b\.?|\bnumbers?\b|#)\s*(?=\d)/gu, '')
      .replace(OF_SECTION, '§')
      .replace(OF_PARAGRAPH, '¶')
      .replace(/\s*\b(?:to|through)\b\s*/gu, '-')
      .replace(/\band\b/gu, ',')
      .replace(/(\d)(?:\s+(?=\d)|\s*(?=[§¶]))/gu, '$1,')
  )
}

/** 'points 1,2' => '§3.1,3.2' */
function pointsAsSections(speech: Speech, text: string): string {
  const [, list] = /^(?:points?|proposals?) (\d[\d,\s-]*)$/u.exec(text) ?? []
  if (list === undefined) return text
  const points = countedSections(speech)
  return `§${list.replace(/\d+/gu, (number) => points[Number(number) - 1]?.number ?? '?')}`
}

/** The sections whose titles count them: "First: mutual respect", "Second: dialogue". */
function countedSections(speech: Speech): readonly Section[] {
  return speech.sections.filter(({ title }) => ORDINALS.includes(words(title)[0] ?? ''))
}

// the label that the bot writes itself: '§3.1 First: mutual respect'
function labelled(speech: Speech, text: string): Place | undefined {
  const named = LABEL.exec(text)?.groups?.['section']
  // a title may begin with a number ("§2 2020 in review")
  const label = `§${text.replace(/^§/u, '').replace(NUMBERED_TITLE, '$1 ')}`
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

function counted(speech: Speech, typed: string): Place | NoPlace | undefined {
  // 'two last paragraphs' => 'last two paragraphs'
  const text = typed.replace(/^(the )?([a-z\d]+) (first|last)(?= [a-z]+s\b)/u, '$1$3 $2')
  for (const pattern of COUNTED) {
    const {
      nth = '',
      many,
      plural,
      unit = 'para',
      whole = 'speech',
    } = pattern.exec(text)?.groups ?? {}
    const length = numberOf(many ?? '1')
    if (Number.isNaN(countOf(nth, 1) + length)) continue
    const isParagraph = unit.startsWith('para')
    const isPoint = POINT.test(unit)
    const isOfSpeech = /\bspeech$/u.test(whole)
    const wholes = whole.split(AND)
    // 'first paragraph of 3.1 and 3.2'
    const apart = wholes.map((one) =>
      wholes.length > 1 ? counted(speech, text.replace(whole, one)) : undefined,
    )
    const known = apart.filter((place) => place !== undefined && place.kind !== 'unknown')
    if (wholes.length > 1 && known.length === wholes.length) return union(speech, known)
    if (wholes.length > 1 || /\band$/u.test(whole)) continue
    // a paragraph has none of its own; to look for one there takes twice as long for each that is named
    if (!isOfSpeech && ((!isParagraph && !isPoint) || /\bpara(?:graph)?\b/u.test(whole))) continue
    const within = isOfSpeech ? undefined : findPlace(speech, whole)
    if (within?.kind === 'unknown') continue
    const numbers = within
      ? paragraphsAt(speech, within)
      : Array.from(speech.paragraphs, (one) => one.number)
    const points = countedSections(speech).filter(({ number }) =>
      numbers.includes(firstOf(speech, number)),
    )
    const sections = isPoint ? points : topSections(speech)
    const row: readonly Place[] = isParagraph
      ? numbers.map((number) => ({ kind: 'paragraphs', numbers: [number] }))
      : sections.map(({ number }) => ({ kind: 'section', number }))
    const count = countOf(nth, row.length)
    // 'the four points' are all of them; 'ten paragraphs' may be the tenth, or the first ten
    const isMany = plural === 's' && many === undefined && isCardinal(nth)
    if (isMany && row.length > 0 && count === row.length) return union(speech, row)
    if (isMany) {
      const counts = [row.slice(count - 1, count), row.slice(0, count)]
      const near = counts.slice(0, count).filter((part) => part.length > 0)
      return { kind: 'unknown', typed: text, near: near.map((part) => union(speech, part)) }
    }
    if (many !== undefined && (length < 1 || length > row.length))
      return { kind: 'unknown', typed: text, near: [union(speech, row)] }
    if (many !== undefined && (count === 1 || count === row.length))
      return union(speech, count === 1 ? row.slice(0, length) : row.slice(-length))
    const place =
      row[count - 1] ??
      // 'paragraph 14 of section 3' may be counted from the beginning of the speech
      row.find((each) => isCardinal(nth) && each.kind === 'paragraphs' && each.numbers[0] === count)
    if (many === undefined)
      return place ?? { kind: 'unknown', typed: text, near: within ? [within] : [] }
  }
  return undefined
}

function firstOf(speech: Speech, section: string): number {
  return paragraphsOf(speech, section)[0] ?? 0
}

function isCardinal(word: string): boolean {
  return /^\d+$/u.test(word) || CARDINALS.includes(word)
}

const AND = /,\s*(?:and\s+)?|\s+and\s+/u
/** 'points 2', '|second paragraphs of 3.1|' */
const UNIT_FIRST = new RegExp(String.raw`^(${UNITS})s? \S+$`, 'u')
const UNIT_LAST = new RegExp(String.raw`^(?:the )?\S+ (${UNITS})s?( (?:of|in|on|about) .+)?$`, 'u')

/** 'democracy and human rights', 'first and second points', 'points 2 and 3': one unit may hold for all */
function several(speech: Speech, text: string): Place | undefined {
  const parts = text.split(AND)
  if (parts.length < 2) return undefined
  const [, before] = UNIT_FIRST.exec(parts[0] ?? '') ?? []
  const [, after, of = ''] = UNIT_LAST.exec(parts.at(-1) ?? '') ?? []
  const places = parts.map((part) => {
    const isBare = !Number.isNaN(countOf(part.replace(/^the /u, ''), 1))
    if (isBare && before !== undefined) return findPlace(speech, `${before} ${part}`)
    return findPlace(speech, isBare && after !== undefined ? `${part} ${after}${of}` : part)
  })
  const known = places.filter((place) => place.kind !== 'unknown')
  return known.length === places.length ? union(speech, known) : undefined
}

function union(speech: Speech, places: readonly Place[]): Place {
  const numbers = new Set(places.flatMap((place) => paragraphsAt(speech, place)))
  return { kind: 'paragraphs', numbers: [...numbers] }
}

function hasSection(speech: Speech, number: string): boolean {
  return speech.sections.some((section) => section.number === number)
}

// '¶14', '13-15', '14,16', '§3.1,¶16': a mark holds for what follows until another stands there
function numbered(speech: Speech, text: string): Place | NoPlace | undefined {
  if (!NUMBERS.test(text)) return undefined
  const listed = (list: string): string[] => list.split(/[,;&]/u).filter((part) => /\d/u.test(part))
  const parts = listed(text)
  const unmarked = listed(text.replace(/[§¶].*$/su, '')).map(withoutMark)
  // as sections or as paragraphs, but never some so and some so; "3.1" is no paragraph
  const areSections = unmarked.every((range) => inRange(speech, range, '§').length > 0)
  let mark = areSections || unmarked.some((range) => range.includes('.')) ? '§' : '¶'
  const numbers: number[] = []
  let missing: string | undefined
  let before = ''
  for (const part of parts) {
    mark = /[§¶]/u.exec(part)?.[0] ?? mark
    // the 2 of "3.1, 2" is 3.2
    const range = withoutMark(part).replace(/^[\d.]+/u, (from) =>
      mark === '§' ? besideSection(speech, before, from) : from,
    )
    before = range.split('-').at(-1) ?? ''
    if (parts.length === 1 && mark === '§' && hasSection(speech, range))
      return { kind: 'section', number: range }
    const found = inRange(speech, range, mark)
    const there = found.filter((number) => speech.paragraphs[number - 1])
    if (found.length === 0 || there.length < found.length)
      missing ??= mark === '¶' && unmarked.includes(range) ? range : `${mark}${range}`
    numbers.push(...there)
  }
  const place = { kind: 'paragraphs', numbers: [...new Set(numbers)] } as const
  if (missing !== undefined) {
    // of "2.8", section 2 is there
    const number = missing.replace(/^§|\.\d+$/gu, '')
    const whole: Place[] = hasSection(speech, number) ? [{ kind: 'section', number }] : []
    return { kind: 'unknown', typed: missing, near: numbers.length > 0 ? [place] : whole }
  }
  // '2-3' without a mark is sections, but may be meant as paragraphs
  const other = unmarked.length > 0 && areSections ? numbered(speech, `¶${text}`) : undefined
  // "3-1" and "3,1" run backwards: section 3.1 may be meant
  const [, first = '', second = ''] = /^(\d+)\s*[-,]\s*(\d+)$/u.exec(text) ?? []
  const own = `${first}.${second}`
  if (Number(second) <= Number(first) && hasSection(speech, own))
    return { kind: 'unknown', typed: text, near: [{ kind: 'section', number: own }, place] }
  return other?.kind === 'paragraphs' ? { ...place, near: [other] } : place
}

function withoutMark(part: string): string {
  return part.replace(/[§¶\s]/gu, '').replace(/\.$/u, '')
}

/** The section that is meant by the last figure of its number beside another: 3.2 by the 2 of "3.1-2" */
function besideSection(speech: Speech, other: string, figure: string): string {
  const number = other.replace(/\d+$/u, figure)
  return !figure.includes('.') && hasSection(speech, number) ? number : figure
}

/**
 * The paragraphs of '14' and '13-15', with the mark of sections those of '3.1' and '3.1-3.2'; none where it is no
 * range. Of a range that goes on after the end of the speech, the first paragraph that does not exist is the last.
 */
function inRange(speech: Speech, range: string, mark: string): number[] {
  const [from = '', typed = from, ...others] = range.split('-')
  const to = mark === '§' ? besideSection(speech, from, typed) : typed
  const isThere = (end: string): boolean =>
    mark === '§' ? hasSection(speech, end) : /^\d+$/u.test(end)
  if (others.length > 0 || !isThere(from) || !isThere(to)) return []
  const ends = [from, to].flatMap((end) => (mark === '§' ? paragraphsOf(speech, end) : Number(end)))
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
  if (more.length > 0 || POINT.test(text)) return undefined
  const parts = topSections(speech)
  const end = BEGINNING.has(word) ? parts[0] : ENDING.has(word) ? parts.at(-1) : undefined
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
      .map((word) => ORDINALS[numberOf(word) - 1] ?? word)
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
