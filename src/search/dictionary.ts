import dictionary from 'dictionary-en'

/** Each word of the dictionary with the letters of the affixes it takes, and the prefixes by letter. */
interface Entries {
  readonly affixes: ReadonlyMap<string, string>
  readonly prefixes: readonly (readonly [string, string])[]
}

let entries: Entries | undefined

/**
 * Whether a folded word is English as it stands: in Hunspell's English dictionary (dictionary-en),
 * or a regular form of a word there. Names are in it too. Read when it is first asked.
 */
export function isEnglish(word: string): boolean {
  const { affixes, prefixes } = (entries ??= readEntries())
  return forms(word).some(
    (form) =>
      affixes.has(form) ||
      // "test" takes K, which is "pro"
      prefixes.some(
        ([letter, prefix]) =>
          form.startsWith(prefix) && affixes.get(form.slice(prefix.length))?.includes(letter),
      ),
  )
}

function readEntries(): Entries {
  const read = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const affixes = new Map<string, string>()
  for (const line of read(dictionary.dic).split('\n')) {
    const slash = line.indexOf('/')
    if (slash < 0) affixes.set(line.toLowerCase(), '')
    else affixes.set(line.slice(0, slash).toLowerCase(), line.slice(slash + 1))
  }
  const rules = read(dictionary.aff).matchAll(/^PFX (\S)\s+0\s+(\S+)\s+\./gmu)
  return {
    affixes,
    prefixes: Array.from(rules, ([, letter = '', prefix = '']) => [letter, prefix]),
  }
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
