import { createHash } from 'node:crypto'
import type { RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { toString } from 'mdast-util-to-string'
import { frontmatter } from 'micromark-extension-frontmatter'
import { LineCounter, parseDocument } from 'yaml'
import { readText } from '../files.ts'
import { problemIn } from '../problem.ts'
import { splitSentences } from './sentences.ts'
import type { Line, Paragraph, Section, Speech } from './speech.ts'

const FIELDS = ['title', 'speaker', 'office', 'occasion', 'date', 'source'] as const
type FrontMatter = Record<(typeof FIELDS)[number], string> & { spokenTitles: readonly string[] }

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
  const tree = fromMarkdown(text, {
    extensions: [frontmatter(['yaml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml'])],
  })
  const [first, ...body] = tree.children
  if (first?.type !== 'yaml') {
    throw problemIn(
      file,
      1,
      `there is no front matter. Begin the file with ---, the fields ${FIELDS.join(', ')}, and ---.`,
    )
  }
  const { spokenTitles, ...fields } = parseFrontMatter(first.value, file)
  const sections: (Section & { lines: Line[]; readonly at: number })[] = []
  const paragraphs: Paragraph[] = []
  const spoken = new Set(spokenTitles)

  for (const node of body) {
    const at = lineOf(node)
    const section = sections.at(-1)
    if (node.type === 'heading') {
      const heading = parseHeading(toString(node), file, at)
      checkPlace(heading.number, sections, file, at)
      sections.push({ ...heading, spokenTitle: spoken.delete(heading.number), lines: [], at })
    } else if (node.type !== 'paragraph') {
      throw problemIn(
        file,
        at,
        `this is a ${node.type}, not a heading or a plain paragraph. Put a backslash before the mark that opens it, or take it out.`,
      )
    } else if (!section) {
      throw problemIn(
        file,
        at,
        'there is a paragraph before the first heading. Put a heading such as "## 1 Opening" above it.',
      )
    } else {
      const only = node.children.length === 1 ? node.children[0] : undefined
      const marked = node.children.find((child) => child.type !== 'text' && child !== only)
      if (marked || (only && only.type !== 'text' && only.type !== 'emphasis')) {
        throw problemIn(
          file,
          marked ? lineOf(marked) : at,
          'a paragraph holds Markdown markup. Paragraphs are plain text: take the markup out, or put a backslash before it.',
        )
      }
      const words = normaliseSpace(toString(node))
      if (only?.type === 'emphasis') {
        section.lines.push({ kind: 'aside', text: words })
      } else {
        const number = paragraphs.length + 1
        section.lines.push({ kind: 'paragraph', paragraph: number })
        paragraphs.push({
          number,
          section: section.number,
          text: words,
          sentences: splitSentences(words),
        })
      }
    }
  }

  for (const { number, lines, at } of sections) {
    const empty = !lines.some((line) => line.kind === 'paragraph')
    if (empty && !sections.some((other) => other.number.startsWith(`${number}.`))) {
      throw problemIn(
        file,
        at,
        `section ${number} is empty. Put a paragraph or a section ${number}.1 under it, or delete the heading.`,
      )
    }
  }
  if (paragraphs.length === 0)
    throw problemIn(
      file,
      1,
      'there are no paragraphs. Put the speech under headings such as "## 1 Opening".',
    )
  const [unknown] = spoken
  if (unknown !== undefined)
    throw problemIn(
      file,
      1,
      `spoken_titles names section ${unknown}, which does not exist. Correct the number or take it out.`,
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

function parseFrontMatter(yaml: string, file: string): FrontMatter {
  const counter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false })
  const [error] = document.errors
  // the front matter's first line is the file's second
  if (error)
    throw problemIn(
      file,
      counter.linePos(error.pos[0]).line + 1,
      `the front matter is not YAML: ${error.message}. Correct that line.`,
    )
  const values: unknown = document.toJS()
  const record: Record<string, unknown> =
    typeof values === 'object' && values !== null ? { ...values } : {}
  const field = (name: string): string => {
    const value = record[name]
    if (typeof value !== 'string' || value.trim() === '') {
      throw problemIn(
        file,
        lineOfKey(yaml, name) ?? 1,
        `the front matter has no text for ${name}. Add a line "${name}: …" between the two ---.`,
      )
    }
    return normaliseSpace(value)
  }
  const date = field('date')
  if (!isDate(date))
    throw problemIn(
      file,
      lineOfKey(yaml, 'date') ?? 1,
      `"${date}" is not a date. Write it as year-month-day, for example 2021-02-22.`,
    )
  const titles = record['spoken_titles'] ?? []
  if (!Array.isArray(titles))
    throw problemIn(
      file,
      lineOfKey(yaml, 'spoken_titles') ?? 1,
      'spoken_titles must be a list of section numbers, for example ["3"].',
    )
  return {
    title: field('title'),
    speaker: field('speaker'),
    office: field('office'),
    occasion: field('occasion'),
    date,
    source: field('source'),
    spokenTitles: titles.map(String),
  }
}

function parseHeading(text: string, file: string, line: number): { number: string; title: string } {
  const match = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/s.exec(text)
  if (!match?.[1] || !match[2]) {
    throw problemIn(
      file,
      line,
      `the heading "${text}" has no number and title. Write it as "## 2.1 Democracy".`,
    )
  }
  return { number: match[1], title: normaliseSpace(match[2]) }
}

function checkPlace(
  number: string,
  sections: readonly { number: string; at: number }[],
  file: string,
  line: number,
): void {
  const twin = sections.find((section) => section.number === number)
  if (twin)
    throw problemIn(
      file,
      line,
      `section ${number} stands already on line ${twin.at}. Give one of them another number.`,
    )
  const parent = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : undefined
  if (parent !== undefined && !sections.some((section) => section.number === parent)) {
    throw problemIn(
      file,
      line,
      `section ${number} comes without section ${parent}. Put a heading "## ${parent} …" above it.`,
    )
  }
}

function lineOf(node: Pick<RootContent, 'position'>): number {
  return node.position?.start.line ?? 1
}

function lineOfKey(yaml: string, key: string): number | undefined {
  const index = yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`))
  return index < 0 ? undefined : index + 2
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
