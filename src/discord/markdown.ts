import type { Inline, Range, Text } from '../reply.ts'

// What may be a mark, where it is one: always; at the start of a line, for a list or small text; in an
// invitation, which needs no "https://"; in an address, or before the name of an emoji.
const MARK =
  /[\\*_~`|<>[\]@#+\-.):](?:(?<=[\\*_~`|<>[\]@#]|^\s*[+-]|^\s*\d+[.)])|(?<=discord(?:app)?\.)(?=gg|com)|(?<=:)(?=\/\/|[^\s:]+:))/gimu

/**
 * Plain text that Discord shows as it stands: nothing in it formats, links, mentions or becomes an
 * emoji. A backslash before a mark is dropped again when the text is shown, so words stay
 * verbatim. discord.js's escapeMarkdown leaves marks by their context (masked links, timestamps,
 * addresses stay live in some); every mark alike is simpler to be sure of.
 */
export function escapeText(text: string): string {
  // most texts have none, and looking costs less than replacing nothing
  return text.search(MARK) < 0 ? text : text.replace(MARK, '\\$&')
}

/** An inline text as Discord's Markdown. */
export function markdown(text: Text): string {
  return text.map(inline).join('')
}

/** A text with parts of it in bold. */
export function withBold(text: string, ranges: readonly Range[]): string {
  let end = 0
  let out = ''
  for (const range of ranges) {
    out += escapeText(text.slice(end, range.start)) + bold(text.slice(range.start, range.end))
    end = range.end
  }
  return out + escapeText(text.slice(end))
}

/** A text in a code block, to be copied; escaped where it would break out of one. */
export function codeBlock(text: string): string {
  return text.includes('`') ? escapeText(text) : `\`\`\`\n${text}\n\`\`\``
}

function inline(piece: Inline): string {
  if (typeof piece === 'string') return escapeText(piece)
  if ('strong' in piece) return bold(piece.strong)
  // between these marks nothing in an address is taken for formatting, and what follows it is not part of it
  if ('url' in piece)
    return /^https?:\/\/[^\s<>]+$/u.test(piece.url) ? `<${piece.url}>` : escapeText(piece.url)
  if ('struck' in piece) return piece.struck === '' ? '' : `~~${escapeText(piece.struck)}~~`
  return piece.em === '' ? '' : `*${escapeText(piece.em)}*`
}

function bold(text: string): string {
  return text === '' ? '' : `**${escapeText(text)}**`
}
