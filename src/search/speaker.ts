/** How questions name the speaker: by his names, with a form of address or without, and by his office. */
import type { Speech } from '../speech/speech.ts'
import { foldText } from './analysis.ts'

/** An office of the speaker, folded: 'foreign minister' of 'china' */
interface Office {
  readonly title: string
  readonly place?: string
}

/** What somebody is: 'minister', 'mayor', 'president', 'secretary' */
const ROLE = /(?:er|or|ent|man|woman|ist|ary|ian|king|queen|pope|chair|head|chief)$/u

const ADDRESS = ['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'professor', 'president', 'minister']

/** 'State Councilor and Foreign Minister of China' => state councilor; foreign minister of china */
function officesOf({ office }: Speech): readonly Office[] {
  return (
    foldText(office)
      .split(/,? and |, /u)
      .map((each) => {
        const [title = '', place] = each.split(/ (?:of|for) /u)
        return place === undefined ? { title } : { title, place }
      })
      // "Chair, United Nations": a country or what he works for is no office
      .filter(({ title }) => ROLE.test(title))
  )
}

/** What the speaker is, in one word: 'councilor', 'minister' */
export function officeWords(speech: Speech): readonly string[] {
  return officesOf(speech).flatMap(({ title }) => title.split(' ').slice(-1))
}

/** The speaker's names and offices with what stands before them, folded, and "she": a part of patterns. */
export function namesOfSpeaker(speech: Speech): string {
  return `(?:(?:(?:the|our) )?(?:${titles(speech)}\\.? ){0,3}${names(speech)}|${byOffice(speech)}|she)`
}

/** All of a question that asks who holds the speaker's office: "who was china's foreign minister?", a part of patterns */
export function whoHoldsOffice(speech: Speech): string {
  const offices = officesOf(speech).flatMap(({ title, place }) => [
    title,
    ...(place === undefined ? [] : [`${title} of ${place}`, `${place}'s ${title}`]),
  ])
  // "the chinese foreign minister"
  const adjectives = officesOf(speech).flatMap(({ place }) =>
    place === undefined ? [] : [String.raw`${inPattern(place.slice(0, 4))}(?:an|n|ese|ish|i) `],
  )
  const adjective = adjectives.length > 0 ? `(?:${adjectives.join('|')})?` : ''
  return String.raw`(?<=^who (?:is|was) )(?:the )?${adjective}(?:${offices.map((each) => inPattern(each)).join('|')})(?=\W*$)`
}

/** @returns a function that puts "he" for the speaker's office in a question, leaves out what stands before his names, and parts those */
export function buildCallHim(speech: Speech): (question: string) => string {
  const office = new RegExp(String.raw`(?<!\p{L})${byOffice(speech)}`, 'giu')
  const title = new RegExp(
    String.raw`(?<!\p{L})(?:(?:the|our) )?(?:${titles(speech)}\.? ){1,3}(?=${names(speech)}(?!\p{L}))`,
    'giu',
  )
  const joined = foldText(speech.speaker).replace(/[^\p{L}]+/gu, '')
  const asOne = new RegExp(String.raw`(?<!\p{L})${joined}(s?)(?!\p{L})`, 'giu')
  return (question) =>
    question
      .replace(office, 'he')
      .replace(title, '')
      .replace(asOne, (_, s: string) => (s === '' ? speech.speaker : `${speech.speaker}’s`))
}

function names({ speaker, familyName }: Speech): string {
  const words = foldText(speaker).split(' ')
  const all = [foldText(speaker), familyName ?? '', words[0] ?? '', words.at(-1) ?? '']
  // "wangyi", too
  return `(?:${all
    .map((name) => inPattern(foldText(name), '{0,3}'))
    .filter(Boolean)
    .join('|')})`
}

function titles(speech: Speech): string {
  const offices = officesOf(speech).map(({ title }) => inPattern(title))
  // each once, and few in a row: repeated equals take exponential time
  const all = new Set([
    ...offices,
    ...officeWords(speech).map((each) => inPattern(each)),
    ...ADDRESS,
  ])
  return `(?:${[...all].join('|')})`
}

/** 'the foreign minister (of China)', 'our mayor'; of another place it may be another */
function byOffice(speech: Speech): string {
  const offices = officesOf(speech)
  const places = offices.flatMap(({ place }) => (place === undefined ? [] : [inPattern(place)]))
  const all = [
    ...offices.map(({ title }) => inPattern(title)),
    ...officeWords(speech).map((each) => inPattern(each)),
    'speaker',
    'author',
  ]
  const of = places.length > 0 ? `(?: of (?:the )?(?:${places.join('|')}))?` : ''
  return String.raw`(?:the|our|this) (?:${all.join('|')})(?: and (?:${all.join('|')})){0,2}${of}(?! of )(?![\p{L}\p{N}])`
}

/**
 * Folded words as a part of patterns: what stands between them may be other marks, and "councilor" has one "l" or two.
 * @param between how many marks there may be
 */
function inPattern(words: string, between = '{1,3}'): string {
  return (words.match(/[\p{L}\p{N}]+/gu) ?? [])
    .join(String.raw`[^\p{L}\p{N}]${between}`)
    .replace(/l{1,2}or\b/gu, 'l{1,2}or')
}
