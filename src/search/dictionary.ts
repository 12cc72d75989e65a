import dictionary from 'dictionary-en'

let lemmas: ReadonlySet<string> | undefined

/**
 * Whether a folded word is English as it stands: in Hunspell's English dictionary (dictionary-en),
 * or a regular form of a word there. Names are in it too. Read when it is first asked.
 */
export function isEnglish(word: string): boolean {
  lemmas ??= new Set(
    new TextDecoder()
      .decode(dictionary.dic)
      .split('\n')
      .map((line) => line.replace(/\/.*$/u, '').toLowerCase()),
  )
  return forms(word).some((form) => lemmas?.has(form))
}

// one short syllable, whose last letter is doubled before a vowel: "getting", never "geting"
const DOUBLES = /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/u

// the affix rules of the dictionary in short: endings that nouns, verbs and adjectives take
function forms(word: string): string[] {
  const bases = [word]
  for (const ending of ['s', 'es', 'ed', 'ing', 'er', 'ers', 'est', 'ly']) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    const base = word.slice(0, -ending.length)
    bases.push(`${base}e`)
    if (/^[sl]/u.test(ending) || !DOUBLES.test(base)) bases.push(base)
    if (base.at(-1) === base.at(-2)) bases.push(base.slice(0, -1)) // "stopped"
    if (base.endsWith('i')) bases.push(`${base.slice(0, -1)}y`) // "spies"
  }
  return bases
}
