import { ranges, written } from './speech/references.ts'
import { paragraphAt, sectionLabel, type Speech } from './speech/speech.ts'

/**
 * Paragraphs in the form of the style guides for a speech published on the web: APA 7 (10.15 and
 * 8.28, paragraph number for a text without pages), MLA 9 (5.104 and 6.20), Chicago 17 (14.217,
 * note form), BibTeX, and plain words. No access date is made up: the text is fixed by its date.
 * @param numbers of the paragraphs, ascending
 * @param plain what to call the plain form
 */
export function citations(
  speech: Speech,
  numbers: readonly number[],
  plain: string,
): { readonly style: string; readonly text: string }[] {
  const { speaker, title, occasion, source, office } = speech
  const sections = new Set(numbers.map((number) => paragraphAt(speech, number).section))
  const [section = ''] = sections
  // paragraphs are numbered through the speech: those of several sections need none
  const at = (inSection: string, paragraph: string): string =>
    `${sections.size === 1 ? `${inSection}, ` : ''}${paragraph}${written(numbers)}`
  const s = numbers.length === 1 ? '' : 's'
  const name = nameOf(speech)
  const date = new Date(`${speech.date}T00:00:00Z`)
  const year = date.getUTCFullYear()
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(date)
  const [month, day] = [part({ month: 'long' }), date.getUTCDate()]
  const site = siteOf(source)
  // the guides keep a title's own full stop or question mark
  const stop = (text: string): string => (/[.?!]$/u.test(text) ? text : `${text}.`)
  const where = at(`sec. ${section}`, `par${s}. `)
  return [
    {
      style: 'APA 7',
      text: `${name.apa} (${year}, ${month} ${day}). ${sentenceCase(title, speech)} [Speech transcript]. ${site === '' ? stop(source) : `${site}. ${source}`}\nIn text: (${name.family}, ${year}, ${at(`section ${section}`, `para${s}. `)})`,
    },
    {
      style: 'MLA 9',
      text: `${name.mla}. “${stop(title)}” ${occasion}, ${day} ${MLA_MONTHS[date.getUTCMonth()]} ${year}. ${listed(new Set([site, source.replace(/^https?:\/\/|\/$/gu, '')]))}. Transcript.\nIn text: (${name.family}, ${where})`,
    },
    {
      style: 'Chicago 17',
      text: `${speaker}, “${title}” (speech, ${occasion}, ${month} ${day}, ${year}), ${where}, ${source}.`,
    },
    {
      style: 'BibTeX',
      text: [
        // a key of its own, for two passages of the speech may be cited together
        `@misc{${asKey(name.family)}${year}p${ranges(numbers).replaceAll(',', '.')},`,
        `  author = {${bibtex(name.bibtex)}},`,
        `  title = {{${bibtex(title)}}},`,
        `  year = {${year}},`,
        `  month = ${part({ month: 'short' }).toLowerCase()},`,
        // BibTeX has no field for the day; biblatex reads this one
        `  date = {${speech.date}},`,
        `  howpublished = {${/^https?:/u.test(source) ? `\\url{${source}}` : bibtex(source)}},`,
        `  note = {Speech, ${bibtex(occasion)}, ${bibtex(where)}}`,
        '}',
      ].join('\n'),
    },
    {
      style: plain,
      text: `${speaker}, ${office}, “${title}”, ${occasion}, ${day} ${month} ${year}, ${at(sectionLabel(speech, section), '¶')}. ${source}`,
    },
  ]
}

const MLA_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

// Names that stand family name first are not inverted (MLA 9, 2.79; Chicago 17, 16.85). No list of
// names can tell them ("Lin Wood" is an American): the file says so, or the last word is the family name.
function nameOf({ speaker, familyName }: Speech): {
  family: string
  apa: string
  mla: string
  bibtex: string
} {
  const family = familyName ?? speaker.split(' ').at(-1) ?? speaker
  const isFamilyFirst = familyName !== undefined && speaker.startsWith(`${family} `)
  // what stands before the family name, or after it: "Martin Luther | King | Jr."
  const at = isFamilyFirst ? 0 : ` ${speaker} `.lastIndexOf(` ${family} `)
  const [before, after] = [speaker.slice(0, at).trim(), speaker.slice(at + family.length).trim()]
  const [given, suffix] = isFamilyFirst ? [after, ''] : [before, after]
  const initials = given.replace(/(\S)\S*/gu, '$1.')
  return {
    family,
    apa: listed([family, initials, suffix]),
    mla: isFamilyFirst ? speaker : listed([family, given, suffix]),
    // BibTeX takes the last word for the family name unless a comma says otherwise
    bibtex: listed([family, suffix, given]),
  }
}

/** What there is of these, with commas between. */
function listed(parts: Iterable<string>): string {
  return [...parts].filter(Boolean).join(', ')
}

// APA 7 (6.17) writes titles in sentence case, where a word after a colon or a full stop keeps its capital.
// The speech itself shows which words are no names: those that it also writes in small letters.
function sentenceCase(title: string, { paragraphs }: Speech): string {
  const small = new Set(paragraphs.flatMap(({ text }) => text.match(/[\p{Ll}’'-]+/gu) ?? []))
  return title
    .split(' ')
    .map((word, index, all) => {
      // the stop of an abbreviation ("U.S.") ends no sentence
      const begins = index === 0 || /[:?!]$|\p{Ll}\.$/u.test(all[index - 1] ?? '')
      return !begins && small.has(word.toLowerCase()) ? word.toLowerCase() : word
    })
    .join(' ')
}

function siteOf(source: string): string {
  return URL.canParse(source) ? new URL(source).hostname.replace(/^www\./u, '') : ''
}

function asKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '')
}

function bibtex(text: string): string {
  return text.replace(/[\\{}]/gu, '').replace(/([&%$#_])/gu, '\\$1')
}
