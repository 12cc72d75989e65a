// What is longer than Discord shows at once: cut between words, else between characters as people see
// them, and marked where it was cut.
import type { Say } from '../language/say.ts'
import { plainText, type Block, type Text } from '../reply.ts'

/** The line above a passage or a copy is cut when it is longer. */
export const LINE = 400

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A block in about so many parts of like length. */
export function cutBlock(block: Block, count: number, say: Say): Block[] {
  const text = plainOf(block)
  const cuts = [0]
  for (let index = 1; index < count; index++) {
    const from = cuts.at(-1) ?? 0
    const to = Math.floor((text.length * index) / count)
    const space = text.lastIndexOf(' ', to - 1)
    const at = space > from ? space + 1 : boundary(text, to, from)
    if (at > from) cuts.push(at)
  }
  return cuts.map((start, index) => partOf(block, start, cuts[index + 1] ?? text.length, say))
}

/** A part of a block by offsets into its text, with marks where the text goes on. */
function partOf(block: Block, start: number, end: number, say: Say): Block {
  const first = start === 0
  const final = end === plainOf(block).length
  const [before, after] = [first ? '' : '… ', final ? '' : ' …'] as const
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return { ...block, text: [before, ...sliceText(block.text, start, end), after] }
    case 'copy': {
      const more = [first ? '' : say.plain('copy.before'), final ? '' : say.plain('copy.after')]
      const label = [cut(block.label, LINE / 2), ...more].filter(Boolean).join(' ')
      return { ...block, label: label.replace('。 ', '。'), text: block.text.slice(start, end) }
    }
    case 'aside':
      return { ...block, text: `${before}${block.text.slice(start, end)}${after}` }
    case 'passage':
    case 'excerpt':
      return {
        kind: 'excerpt',
        reference: block.reference,
        before: first && block.kind === 'excerpt' ? block.before : before,
        text: block.text.slice(start, end),
        after: final && block.kind === 'excerpt' ? block.after : after,
        strong: block.strong
          .map((range) => ({
            start: Math.max(range.start, start) - start,
            end: Math.min(range.end, end) - start,
          }))
          .filter((range) => range.start < range.end),
      }
  }
}

function plainOf({ text }: Block): string {
  return typeof text === 'string' ? text : plainText(text)
}

/** A part of an inline text by offsets into its plain text. */
function sliceText(text: Text, start: number, end: number): Text {
  let at = 0
  return text.flatMap((piece): Text => {
    const whole = plainText([piece])
    const part = whole.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += whole.length
    if (part === '') return []
    // a part of an address leads elsewhere
    if (typeof piece === 'string' || ('url' in piece && part !== whole)) return [part]
    if ('url' in piece) return [piece]
    // emphasis takes no white space inside its marks
    const words = part.trim()
    return 'em' in piece
      ? [{ em: words }]
      : 'strong' in piece
        ? [{ strong: words }]
        : [{ struck: words }]
  })
}

/**
 * The last place after `from`, and not after `to`, that parts no character as people see it. Where
 * one alone has more marks than that, it is parted, but never a surrogate pair.
 */
function boundary(text: string, to: number, from = 0): number {
  const start = characters.segment(text).containing(to)?.index ?? text.length
  if (start > from) return start
  return /[\udc00-\udfff]/u.test(text[to] ?? '') ? to - 1 : to
}

/**
 * A label of ours within a limit, cut with "…" between characters as people see them. The length is
 * in UTF-16 units: what Discord counts is never more.
 */
export function cut(label: string, limit: number): string {
  return label.length <= limit ? label : `${label.slice(0, boundary(label, limit - 1))}…`
}
