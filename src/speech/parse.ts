import { createHash } from 'node:crypto'
import { Lexer, type Token, type Tokens } from 'marked'
import { readText } from '../files.ts'
import { failIn, type Fail } from '../problem.ts'
import { readYaml, type Node } from '../yaml.ts'
import { splitSentences } from './sentences.ts'
import type { Line, Paragraph, Section, Speech } from './speech.ts'

const FIELDS = ['title', 'speaker', 'office', 'occasion', 'date', 'source'] as const
const OPTIONAL = ['family_name', 'spoken_titles']
type FrontMatter = Record<(typeof FIELDS)[number], string> & {
  familyName: string | undefined
  /** section numbers, each with its line in the file */
  spokenTitles: ReadonlyMap<string, number>
}

/** A section with the line of its heading in the file. */
type ParsedSection = Section & { readonly lines: Line[]; readonly at: number }

/** Reads a speech from a file. @throws Problem as `parseSpeech`, and when it cannot be read */
export function openSpeech(file: string): Speech {
  return parseSpeech(readText(file), file)
}

/**
 * The speech in a Markdown text: YAML front matter, numbered headings (`## 2.1 Democracy`, at any
 * depth), plain paragraphs under them. A paragraph wholly in italics (`_Thank you!_`) is spoken
 * but not numbered. White space is normalised; every other character stays.
 * @param file what to call the text in messages
 * @throws Problem with file, line and what to do, when the text is not in that form
 */
export function parseSpeech(text: string, file: string): Speech {
  const fail: Fail = failIn(file)
  const [front, yaml = ''] = /^---[ \t]*\n(.*?)^---[ \t]*$/ms.exec(text) ?? []
  if (text.startsWith('---\n') && front === undefined)
    fail(1, 'the front matter has no end. Put a line --- below its last field.')
  if (front === undefined || !text.startsWith(front)) {
    fail(
      1,
      `there is no front matter. Begin the file with ---, the fields ${FIELDS.join(', ')}, and ---.`,
    )
  }
  const { spokenTitles, ...fields } = parseFrontMatter(yaml, file, fail)
  const sections: ParsedSection[] = []
  const paragraphs: Paragraph[] = []
  const spoken = new Map(spokenTitles)

  for (const { token, at } of blocksOf(text, front)) {
    const section = sections.at(-1)
    if (token.type === 'heading') {
      const heading = parseHeading(onlyWords((token as Tokens.Heading).tokens, at, fail), at, fail)
      checkPlace(heading.number, sections, at, fail)
      sections.push({ ...heading, spokenTitle: spoken.delete(heading.number), lines: [], at })
    } else if (token.type !== 'paragraph') {
      fail(
        at,
        `this is Markdown of the kind "${token.type}", not a heading or a plain paragraph. Put a backslash before the mark that opens it, or take it out.`,
      )
    } else if (!section) {
      fail(
        at,
        'there is a paragraph before the first heading. Put a heading such as "## 1 Opening" above it.',
      )
    } else {
      const { text, isAside } = parseParagraph(token as Tokens.Paragraph, at, fail)
      if (isAside) {
        section.lines.push({ kind: 'aside', text })
      } else {
        const number = paragraphs.length + 1
        section.lines.push({ kind: 'paragraph', paragraph: number })
        const sentences = splitSentences(text)
        paragraphs.push({ number, section: section.number, text, sentences })
      }
    }
  }

  checkFilled(sections, fail)
  if (paragraphs.length === 0)
    fail(1, 'there are no paragraphs. Put the speech under headings such as "## 1 Opening".')
  const [unknown] = spoken
  if (unknown)
    fail(
      unknown[1],
      `spoken_titles names section ${unknown[0]}, which does not exist. Correct the number or take it out.`,
    )

  return {
    ...fields,
    sections: sections.map(({ number, title, spokenTitle, lines }) => ({
      number,
      title,
      spokenTitle,
      lines,
    })),
    paragraphs,
    sha256: createHash('sha256').update(text).digest('hex'),
  }
}

/** The blocks of the Markdown below the front matter, each with its line in the file. */
function blocksOf(text: string, front: string): { token: Token; at: number }[] {
  let at = front.split('\n').length
  // CommonMark only: GitHub's additions would take "~" and addresses for markup
  const blocks = new Lexer({ gfm: false }).lex(text.slice(front.length)).map((token) => {
    const block = { token, at: at + leadingLines(token.raw) }
    at += linesIn(token.raw)
    return block
  })
  return blocks.filter(({ token }) => token.type !== 'space')
}

/** The words of a heading, paragraph or emphasis, white space normalised; only plain text passes. */
function onlyWords(tokens: readonly Token[], at: number, fail: Fail): string {
  let line = at
  for (const { type, raw } of tokens) {
    if (type !== 'text' && type !== 'escape')
      fail(
        line,
        'there is Markdown markup in these words. They are plain text: take the markup out, or put a backslash before it.',
      )
    const reference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/iu.exec(raw)
    if (reference)
      fail(
        line + linesIn(raw.slice(0, reference.index)),
        `"${reference[0]}" stands for a character. Write the character itself.`,
      )
    line += linesIn(raw)
  }
  return normaliseSpace(tokens.map((token) => (token as Tokens.Text | Tokens.Escape).text).join(''))
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

function leadingLines(text: string): number {
  return linesIn(/^\s*/u.exec(text)?.[0] ?? '')
}

/** Reads the front matter, whose first line is the file's second. */
function parseFrontMatter(yaml: string, file: string, fail: Fail): FrontMatter {
  // YAML takes what follows " #" for a comment: a title would lose its end
  const cut = /^[a-z_]+:[ \t]+(?!["'[])[^\n]*? #/mu.exec(yaml)
  if (cut)
    fail(
      2 + linesIn(yaml.slice(0, cut.index)),
      'a value with " #" loses what comes after it. Put the value in quotation marks.',
    )
  const node = readYaml(yaml, file, 1)
  const values: ReadonlyMap<string, Node> = node?.value instanceof Map ? node.value : new Map()
  const lineOf = (name: string): number => values.get(name)?.line ?? 1
  const field = (name: string): string => {
    const value = values.get(name)?.value
    if (typeof value !== 'string' || value.trim() === '') {
      fail(
        lineOf(name),
        `the front matter has no text for ${name}. Add a line "${name}: …" between the two ---.`,
      )
    }
    return normaliseSpace(value)
  }
  const known = [...FIELDS, ...OPTIONAL]
  for (const [key, { line }] of values) {
    if (!known.includes(key)) fail(line, `"${key}" is not read here. Use ${known.join(', ')}.`)
  }
  const date = field('date')
  if (!isDate(date))
    fail(
      lineOf('date'),
      `"${date}" is not a date. Write it as year-month-day, for example 2021-02-22.`,
    )
  const titles = values.get('spoken_titles')?.value ?? []
  if (!Array.isArray(titles))
    fail(
      lineOf('spoken_titles'),
      'spoken_titles must be a list of section numbers, for example ["3"].',
    )
  const speaker = field('speaker')
  const familyName = values.has('family_name') ? field('family_name') : undefined
  if (familyName !== undefined && !` ${speaker} `.includes(` ${familyName} `))
    fail(
      lineOf('family_name'),
      `the speaker "${speaker}" has no name "${familyName}". Write it as it stands there.`,
    )
  return {
    title: field('title'),
    speaker,
    familyName,
    office: field('office'),
    occasion: field('occasion'),
    date,
    source: field('source'),
    spokenTitles: new Map(
      (titles as readonly Node[]).map(({ value, line }) => [
        typeof value === 'string' ? value : '',
        line,
      ]),
    ),
  }
}

function parseHeading(text: string, line: number, fail: Fail): { number: string; title: string } {
  const match = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/s.exec(text)
  if (!match?.[1] || !match[2]) {
    fail(line, `the heading "${text}" has no number and title. Write it as "## 2.1 Democracy".`)
  }
  return { number: match[1], title: normaliseSpace(match[2]) }
}

/** The words of a paragraph, and whether it is wholly in italics: spoken, but not numbered. */
function parseParagraph(
  token: Tokens.Paragraph,
  line: number,
  fail: Fail,
): { text: string; isAside: boolean } {
  const almost = /^ {0,3}(?:#{1,6}\S|\[\^)/mu.exec(token.raw)
  if (almost)
    fail(
      line + linesIn(token.raw.slice(0, almost.index)),
      `"${almost[0].trim()}" is neither a heading nor plain words. Put a space after the #, or take the mark out.`,
    )
  const { tokens } = token
  const [only] = tokens
  const isAside = tokens.length === 1 && only?.type === 'em'
  const text = onlyWords(isAside ? (only as Tokens.Em).tokens : tokens, line, fail)
  return { text, isAside }
}

function checkPlace(
  number: string,
  sections: readonly { number: string; at: number }[],
  line: number,
  fail: Fail,
): void {
  const twin = sections.find((section) => section.number === number)
  if (twin)
    fail(
      line,
      `section ${number} stands already on line ${twin.at}. Give one of them another number.`,
    )
  const parent = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : undefined
  if (parent !== undefined && !sections.some((section) => section.number === parent)) {
    fail(
      line,
      `section ${number} comes without section ${parent}. Put a heading "## ${parent} …" above it.`,
    )
  }
}

function checkFilled(sections: readonly ParsedSection[], fail: Fail): void {
  for (const { number, lines, at } of sections) {
    const empty = !lines.some((line) => line.kind === 'paragraph')
    if (empty && !sections.some((other) => other.number.startsWith(`${number}.`))) {
      fail(
        at,
        `section ${number} is empty. Put a paragraph or a section ${number}.1 under it, or delete the heading.`,
      )
    }
  }
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  )
}

function normaliseSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
