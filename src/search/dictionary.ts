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
// line that counts them. Searched where it lies, it needs neither a time to be read nor a copy.
const WORDS = Buffer.from(dictionary.dic.buffer, dictionary.dic.byteOffset, dictionary.dic.length)
const FIRST = WORDS.indexOf('\n') + 1

function lookUp(word: string): string | undefined {
  return (find(`${word}/`) ?? find(`${word}\n`))?.slice(word.length + 1)
}

/** The line that begins with a text which ends its word, by binary search. */
function find(beginning: string): string | undefined {
  let [low, high] = [FIRST, WORDS.length]
  while (low < high) {
    const start = WORDS.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1
    const stop = WORDS.indexOf('\n', start)
    const end = stop < 0 ? WORDS.length : stop
    const line = WORDS.toString('latin1', start, end)
    if (`${line}\n`.startsWith(beginning)) return line
    if (line < beginning) low = end + 1
    else high = start
  }
  return undefined
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
