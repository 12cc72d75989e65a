/** Slips: the known word that one which nobody knows is meant to be. */
import SearchableMap from 'minisearch/SearchableMap'
import { wordsNear } from '../speech/slips.ts'
import { COMMON_WORDS, formsOf, isAskedFor, type Word } from './analysis.ts'
import { isCommon, isEnglish } from './dictionary.ts'
import { lazy } from './lazy.ts'

const VOWELS = Array.from('aeiou')

/** A known word of fewer letters has too many neighbours to be meant by one of them. */
const SHORTEST = 5
/** A word of so many letters may have two slips. */
const LONG = 7
/** In longer words a letter is not looked for elsewhere, which takes the square of their length. */
const LONGEST_MOVED = 12

export interface Spelling {
  /** Whether a word is known in any form, stop words included. */
  readonly knows: (word: Word) => boolean
  /**
   * The known word (folded) nearest to an unknown one that is no English; undefined where none is near enough.
   * @param mayBeName whether it may be a name, which is no slip of a word that is hardly like it ("Tencent" for "tenet")
   */
  readonly correct: (word: Word, mayBeName?: boolean) => string | undefined
  /**
   * The known word that an unknown one, English or not, is one letter too many, too few or in another
   * order from ("mange" for "manage"): only the other words of the question can tell a slip from another word.
   */
  readonly oneLetterFrom: (word: Word) => string | undefined
}

/**
 * Corrects words against a vocabulary. In words of any length two letters may be changed over ("adn") or one
 * doubled ("cutt"), words of 4 letters may lack one, words from 5 letters may have one slip and words from 7
 * letters two; two letters changed over count as one slip (Damerau 1964), and so does one that is somewhere else
 * ("tawain"). A word that is English as it stands
 * is no slip, and the first letter is taken to be right, for that is where people slip least. Of words equally
 * near, the one used most is meant; failing them, an English word that is another form of one of them, or a
 * word of asking ("gatherd", "geting").
 * @param words the known (folded, unstemmed) words, each with how often it is used
 * @param others words that are known too, as if used once
 * @param isTerm whether anything that is searched has a term
 */
export function buildSpelling(
  words: ReadonlyMap<string, number>,
  others: () => ReadonlySet<string>,
  isTerm: (term: string) => boolean,
): Spelling {
  const tree = lazy(() => {
    const known = new SearchableMap<number>()
    for (const word of [...others(), ...words.keys()]) {
      if (/^\p{L}{4,}$/u.test(word)) known.set(word, words.get(word) ?? 1)
    }
    return known
  })
  const beginnings = lazy(
    () => new Set([...COMMON_WORDS, ...words.keys(), ...others()].map(beginningOf)),
  )
  const isKnownWord = (word: string): boolean => words.has(word) || others().has(word)
  const knows = ({ word, term }: Word): boolean =>
    isKnownWord(word) || !isAskedFor(term) || isTerm(term)

  // nearly all of the forms are nothing, which their first letters show
  const formNear = (word: string): string | undefined =>
    oneSlipFrom(word).find(
      (form) => beginnings().has(beginningOf(form)) && knows(formsOf(form)) && isEnglish(form),
    )

  /** The known words that are at most so many slips away; those used most first. */
  const nearTo = (word: string, slips: number): readonly string[] =>
    wordsNear(tree(), word, slips)
      .sort(([, a], [, b]) => b - a)
      .map(([known]) => known)

  const correct = (word: string, mayBeName: boolean): string | undefined => {
    if (!/^\p{L}{3,30}$/u.test(word) || isEnglish(word)) return undefined
    const mended = [...swapped(word), undoubled(word)].find(isKnownWord)
    if (mended !== undefined || word.length < 4) return mended
    // what takes longest comes last: most words are near to nothing
    return (
      nearTo(word, 1).find((known) => word.length >= 5 || known.length > word.length) ??
      moved(word).find(isKnownWord) ??
      formNear(word) ??
      (word.length >= LONG
        ? nearTo(word, 2).find((known) => !mayBeName || !isCommon(known) || isMuchLike(known, word))
        : undefined)
    )
  }

  const oneLetterFrom = (typed: Word): string | undefined => {
    const { word } = typed
    if (!/^\p{L}{4,30}$/u.test(word) || knows(typed)) return undefined
    // who writes "server" means no "serve": what has another ending is another word
    const isOther = (form: string): boolean =>
      form.length === word.length || form.startsWith(word) || word.startsWith(form)
    const near = word.length < SHORTEST ? [] : nearTo(word, 1)
    return [
      // "taks" is "task", for there are tasks; "visa" is not "vias", for there is only "via"
      ...swapped(word).filter(
        (form) =>
          words.has(form) ||
          (isTerm(formsOf(form).term) && isEnglish(form) && beginnings().has(beginningOf(form))),
      ),
      ...near.filter((form) => form.length >= SHORTEST && words.has(form) && !isOther(form)),
    ].sort((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0))[0]
  }
  return {
    knows,
    correct: (typed, mayBeName = false) =>
      knows(typed) ? undefined : correct(typed.word, mayBeName),
    oneLetterFrom,
  }
}

/** Whether two slips leave most of a word: it begins alike, and is long. */
function isMuchLike(known: string, word: string): boolean {
  const alike = known.length < LONG + 2 ? 3 : 2
  return known.length >= LONG && known.slice(0, alike) === word.slice(0, alike)
}

function beginningOf(word: string): string {
  return word.slice(0, 4)
}

// two letters changed over, then a vowel or a double letter missing, as they mostly are, then one too many; the
// first letter stays
function oneSlipFrom(word: string): string[] {
  return [
    ...swapped(word),
    ...[...placesIn(word), word.length].flatMap((at) =>
      [...VOWELS, word.charAt(at - 1)].map((letter) => word.slice(0, at) + letter + word.slice(at)),
    ),
    ...(word.length < 5 ? [] : placesIn(word).map((at) => word.slice(0, at) + word.slice(at + 1))),
  ]
}

/** The words that one is with two letters changed over, but the first. */
function swapped(word: string): string[] {
  return placesIn(word).map(
    (at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  )
}

/** The words of 5 letters or more that one is with a letter somewhere else, but the first: 'tawain' => 'taiwan'. */
function moved(word: string): string[] {
  if (word.length < 5 || word.length > LONGEST_MOVED) return []
  return placesIn(word).flatMap((from) => {
    const rest = word.slice(0, from) + word.slice(from + 1)
    return placesIn(word).map((to) => rest.slice(0, to) + word.charAt(from) + rest.slice(to))
  })
}

/** 'cutt' => 'cut' */
function undoubled(word: string): string {
  return word.replace(/(\p{L})\1/u, '$1')
}

function placesIn(word: string): number[] {
  return Array.from(word, (_, at) => at).slice(1)
}
