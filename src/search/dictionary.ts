import dictionary from 'dictionary-en'
import { lazy } from './lazy.ts'

/** The prefixes that some words take, each with its letter in the dictionary. */
const prefixes = lazy(readPrefixes)

/**
 * Whether a folded word is English as it stands: in Hunspell's English dictionary (dictionary-en),
 * or a regular form of a word there. Names are in it too.
 */
export function isEnglish(word: string): boolean {
  // other letters are in no word there: folding has taken the accents
  if (!/^[a-z']+$/u.test(word)) return false
  return forms(word).some(
    ({ base, ending }) =>
      takes(affixesOf(base), ending) ||
      // "test" takes K, which is "pro"
      prefixes().some(([letter, prefix]) => {
        const affixes = base.startsWith(prefix) ? affixesOf(base.slice(prefix.length)) : undefined
        return takes(affixes, ending) && affixes?.includes(letter)
      }),
  )
}

function takes(affixes: string | undefined, ending: string): boolean {
  return affixes !== undefined && (ending === '' || affixes.includes(ending))
}

/** Whether English writes a folded word in small letters, as it stands or as a regular form of another. */
export function isCommon(word: string): boolean {
  return forms(word).some(({ base, ending }) => takes(lookUp(base), ending))
}

function readPrefixes(): (readonly [string, string])[] {
  const rules = new TextDecoder().decode(dictionary.aff).matchAll(/^PFX (\S)\s+0\s+(\S+)\s+\./gmu)
  return Array.from(rules, ([, letter = '', prefix = '']) => [letter, prefix])
}

/** The letters of the affixes that a word takes, '' for none; undefined where the dictionary has not the word. */
function affixesOf(word: string): string | undefined {
  const name = word.charAt(0).toUpperCase() + word.slice(1)
  return lookUp(word) ?? lookUp(name) ?? lookUp(word.toUpperCase())
}

// The dictionary is a list of lines in the order of their bytes, "abuse/EDGVS" or "abuse's", below a
// line that counts them. Searched where it lies, it needs neither a time to be read nor a copy.
const WORDS: Uint8Array = dictionary.dic
const LINE_FEED = 10
const SLASH = 47
const FIRST = WORDS.indexOf(LINE_FEED) + 1

/** The affixes of a word, '' for none; undefined where no line is its own. By binary search. */
function lookUp(word: string): string | undefined {
  let [low, high] = [FIRST, WORDS.length]
  while (low < high) {
    let start = (low + high) >> 1
    while (start > low && WORDS[start - 1] !== LINE_FEED) start--
    if (compareAt(start, word) < 0) low = endOfLine(start) + 1
    else high = start
  }
  // lines that begin with the word, among them those of longer words ("abuse's", "abuse/EDGVS")
  for (let start = low; start < WORDS.length; start = endOfLine(start) + 1) {
    if (compareAt(start, word) !== 0) return undefined
    const end = start + word.length
    if (WORDS[end] === LINE_FEED || WORDS[end] === undefined) return ''
    if (WORDS[end] === SLASH) return String.fromCharCode(...WORDS.subarray(end + 1, endOfLine(end)))
    if ((WORDS[end] ?? 0) > SLASH) return undefined
  }
  return undefined
}

function endOfLine(at: number): number {
  const end = WORDS.indexOf(LINE_FEED, at)
  return end < 0 ? WORDS.length : end
}

/** < 0, 0 or > 0: how the line that starts at a place, cut to the word's length, compares with it. */
function compareAt(start: number, word: string): number {
  for (let at = 0; at < word.length; at++) {
    const difference = (WORDS[start + at] ?? 0) - word.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return 0
}

/** Endings of nouns, verbs and adjectives, each with its letter in the dictionary. */
const ENDINGS = [
  ['s', 'S'],
  ['es', 'S'],
  ['ed', 'D'],
  ['ing', 'G'],
  ['er', 'R'],
  ['ers', 'Z'],
  ['est', 'T'],
  ['ly', 'Y'],
] as const

/** What a word may be a form of: the word, and the letter of its ending there, '' for none. */
interface Form {
  readonly base: string
  readonly ending: string
}

// the dictionary lists what doubles a letter ("stopped") itself
function forms(word: string): Form[] {
  const all: Form[] = [{ base: word, ending: '' }]
  for (const [ending, letter] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    const base = word.slice(0, -ending.length)
    if (letter !== 'S' || (ending === 'es') === /[sxzh]$/u.test(base))
      all.push({ base, ending: letter }) // "boxes", never "boxs"
    if (ending !== 'ly') all.push({ base: `${base}e`, ending: letter }) // "hoped"
    if (base.endsWith('i')) all.push({ base: `${base.slice(0, -1)}y`, ending: letter }) // "spies"
  }
  return all
}
