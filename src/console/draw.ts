import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import type { Action, Block, Inline, Range, Reply, Text } from '../reply.ts'

/** How to draw: the terminal's width in columns, and whether it has colours. */
export interface Paper {
  readonly width: number
  readonly colour: boolean
}

/** A reply as lines of text, wrapped, with its actions numbered from 1. */
export function drawText(reply: Reply, paper: Paper): string {
  const blocks = reply.blocks.map((block) => drawBlock(block, paper)).join('\n\n')
  const actions = actionsOf(reply).map(({ label }, index) => `${index + 1} ${label}`)
  return actions.length === 0
    ? blocks
    : `${blocks}\n\n${wrap(dim(`[ ${actions.join(' | ')} ]`, paper), paper)}`
}

/** Everything that can be pressed on a reply, in the order of its numbers. */
export function actionsOf(reply: Reply): Action[] {
  return [...(reply.actions ?? []).flat(), ...(reply.menu?.choices ?? [])]
}

function drawBlock(block: Block, paper: Paper): string {
  switch (block.kind) {
    case 'heading':
      return wrap(strong(inlines(block.text, paper), paper), paper)
    case 'text':
      return wrap(inlines(block.text, paper), paper)
    case 'note':
      return wrap(dim(inlines(block.text, paper), paper), paper)
    case 'passage':
      return `${wrap(dim(block.reference, paper), paper)}\n${wrap(marked(block.text, block.strong, paper), paper)}`
    case 'excerpt':
      return `${wrap(dim(block.reference, paper), paper)}\n${wrap(block.before + marked(block.text, block.strong, paper) + block.after, paper)}`
    case 'aside':
      return wrap(safe(block.text), paper)
    case 'copy':
      // never wrapped: it is there to be copied
      return `${wrap(dim(block.label, paper), paper)}\n${safe(block.text)}`
  }
}

function inlines(text: Text, paper: Paper): string {
  return text.map((piece) => inline(piece, paper)).join('')
}

function inline(piece: Inline, paper: Paper): string {
  if (typeof piece === 'string') return safe(piece)
  if ('strong' in piece) return strong(safe(piece.strong), paper)
  if ('url' in piece) return safe(piece.url)
  if ('struck' in piece) return `“${safe(piece.struck)}”`
  return paper.colour
    ? styleText('italic', safe(piece.em), { validateStream: false })
    : `*${safe(piece.em)}*`
}

function marked(text: string, ranges: readonly Range[], paper: Paper): string {
  let end = 0
  let out = ''
  for (const range of ranges) {
    // without colours the answering words stand between stars
    const words = safe(text.slice(range.start, range.end))
    out +=
      safe(text.slice(end, range.start)) + (paper.colour ? strong(words, paper) : `**${words}**`)
    end = range.end
  }
  return out + safe(text.slice(end))
}

function strong(text: string, { colour }: Paper): string {
  return colour ? styleText('bold', text, { validateStream: false }) : text
}

function dim(text: string, { colour }: Paper): string {
  return colour ? styleText('dim', text, { validateStream: false }) : text
}

function wrap(text: string, { width }: Paper): string {
  return wrapAnsi(text, width, { hard: true })
}

// whatever reaches this front, nothing in it may steer the terminal
function safe(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? '\n' : '\ufffd',
  )
}
