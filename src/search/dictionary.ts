import dictionary from 'dictionary-en'

/** The prefixes that some words take, each with its letter in the dictionary. */
let prefixes: readonly (readonly [string, string])[] | undefined

/**
 * Whether a folded word is English as it stands: in Hunspell's English dictionary (dictionary-en),
 * or a regular form of a word there. Names are in it too.
 */
export function isEnglish(word: string): boolean {
  // other letters are in no word there: folding has taken the accents
  if (!/^[a-z']+$/u.test(word)) return false
  prefixes ??= readPrefixes()
  return forms(word).some(
    (form) =>
      affixesOf(form) !== undefined ||
      // "test" takes K, which is "pro"
      prefixes?.some(
        ([letter, prefix]) =>
          form.startsWith(prefix) && affixesOf(form.slice(prefix.length))?.includes(letter),
      ),
  )
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
// line that counts them. Searched where it lies, it needs no copy; only where its lines begin is noted.
const WORDS: Uint8Array = dictionary.dic
const LINE_FEED = 10
const SLASH = 47
let lineStarts: Uint32Array | undefined

function readLineStarts(): Uint32Array {
  const starts: number[] = []
  for (let at = WORDS.indexOf(LINE_FEED); at >= 0; at = WORDS.indexOf(LINE_FEED, at + 1)) {
    if (at + 1 < WORDS.length) starts.push(at + 1)
  }
  return Uint32Array.from(starts)
}

/** The affixes of a word, '' for none; undefined where no line is its own. By binary search. */
function lookUp(word: string): string | undefined {
  lineStarts ??= readLineStarts()
  let [low, high] = [0, lineStarts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareAt(lineStarts[middle] ?? 0, word) < 0) low = middle + 1
    else high = middle
  }
  // lines that begin with the word, among them those of longer words ("abuse's", "abuse/EDGVS")
  for (; low < lineStarts.length; low++) {
    const start: number = lineStarts[low] ?? 0
    if (compareAt(start, word) !== 0) return undefined
    const end = start + word.length
    if (WORDS[end] === LINE_FEED || WORDS[end] === undefined) return ''
    if (WORDS[end] === SLASH) {
      const stop = WORDS.indexOf(LINE_FEED, end)
      return String.fromCharCode(...WORDS.subarray(end + 1, stop < 0 ? undefined : stop))
    }
    if ((WORDS[end] ?? 0) > SLASH) return undefined
  }
  return undefined
}

/** < 0, 0 or > 0: how the line that starts at a place, cut to the word's length, compares with it. */
function compareAt(start: number, word: string): number {
  for (let at = 0; at < word.length; at++) {
    const difference = (WORDS[start + at] ?? 0) - word.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return 0
}

// one short syllable, whose last letter is doubled before a vowel: "getting", never "geting"
const DOUBLES = /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/u

// the affix rules of the dictionary in short: endings that nouns, verbs and adjectives take
function forms(word: string): string[] {
  const bases = [word]
  for (const ending of ['s', 'es', 'ed', 'ing', 'er', 'ers', 'est', 'ly']) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    const base = word.slice(0, -ending.length)
    if (ending !== 'ly') bases.push(`${base}e`) // "hoped"; never "moderatly"
    if (/^[sl]/u.test(ending) || !DOUBLES.test(base)) bases.push(base)
    if (base.at(-1) === base.at(-2)) bases.push(base.slice(0, -1)) // "stopped"
    if (base.endsWith('i')) bases.push(`${base.slice(0, -1)}y`) // "spies"
  }
  return bases
}
