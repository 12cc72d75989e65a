import { ButtonStyle, ComponentType } from 'discord.js'
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from 'discord.js'
import type { Say } from '../language/say.ts'
import type { Action, Block, Menu, Reply } from '../reply.ts'
import { LIMITS } from '../limits.ts'
import { codeBlock, escapeText, markdown, withBold } from './markdown.ts'

/** Custom ids of the buttons that this front adds itself. */
export const DELETE = '!delete'
export const SHARE = '!share'

export interface View {
  /** from 1 */
  readonly page: number
  readonly private: boolean
  readonly say: Say
}

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>

// room for "Page 2 of 3", "Shared by …" and the marks of a paragraph that goes on
const RESERVE = 300
const BUDGET = LIMITS.TEXT - RESERVE
// a container, texts, and at most 5 rows: 25 buttons or menus
const TEXTS = 8
/** Rows of a reply's own actions, and of its menu. */
const ROWS = 3
const MENUS = 4

/** A reply as the components of one message, inside Discord's limits: page `view.page` of it. */
export function drawMessage(reply: Reply, view: View): APIMessageTopLevelComponent[] {
  const pages = paginate(reply.blocks, view.say)
  const page = Math.min(Math.max(1, view.page), pages.length)
  const texts = [...(pages[page - 1] ?? [])]
  if (pages.length > 1)
    texts.push(`-# ${escapeText(view.say.plain('page', { page, pages: pages.length }))}`)
  return [
    {
      type: ComponentType.Container,
      components: [
        ...texts.map((content) => ({ type: ComponentType.TextDisplay, content }) as const),
        ...rows(reply, view, page, pages.length),
      ],
    },
  ]
}

/** '@2:section.s3' => page 2 of 'section.s3'; a press without a page is page 1 */
export function readCustomId(customId: string): { readonly page: number; readonly press: string } {
  const [, page = '1', press = customId] = /^@(\d{1,3}):(.*)$/su.exec(customId) ?? []
  return { page: Number(page), press }
}

function rows(reply: Reply, view: View, page: number, pages: number): Row[] {
  const taken = new Set<string>()
  const own = (reply.actions ?? [])
    .map((actions) => buttons(actions.slice(0, LIMITS.ROW), taken))
    .filter((row) => row.length > 0)
    .slice(0, ROWS)
  const last = buttons(
    [
      ...turn(reply, view.say.plain('page.previous'), page - 1, pages),
      ...turn(reply, view.say.plain('page.next'), page + 1, pages),
      ...ending(reply, view),
    ],
    taken,
  )
  return [
    ...[...own, last]
      .filter((row) => row.length > 0)
      .map((components): Row => ({ type: ComponentType.ActionRow, components })),
    ...(reply.menu ? menuRows(reply.menu) : []),
  ]
}

/** @param taken the custom ids on the message so far: Discord takes each only once */
function buttons(actions: readonly Action[], taken: Set<string>): APIButtonComponentWithCustomId[] {
  return actions.flatMap(({ label, press }) => {
    // two buttons to one place need two ids: naming page 1 is the other way to say the same
    const id = taken.has(press) ? `@1:${press}` : press
    if (taken.has(id) || id.length > LIMITS.CUSTOM_ID) return []
    taken.add(id)
    return {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: id,
      label: cut(label, LIMITS.LABEL),
    } as const
  })
}

/** To another page, where there is one. */
function turn({ address }: Reply, label: string, to: number, pages: number): Action[] {
  return address === undefined || to < 1 || to > pages
    ? []
    : [{ label, press: `@${to}:${address}` }]
}

/** What ends the last row: a private reply can be shared, unless it is an error; another one deleted. */
function ending({ data }: Reply, view: View): Action[] {
  if (!view.private) return [{ label: view.say.plain('delete'), press: DELETE }]
  return data['error'] === undefined ? [{ label: view.say.plain('share'), press: SHARE }] : []
}

// a menu of more choices than Discord takes becomes several, each with the first and last of its own
function menuRows({ label, choices }: Menu): Row[] {
  const count = Math.min(MENUS, Math.ceil(choices.length / LIMITS.CHOICES))
  return Array.from({ length: count }, (_, index): Row => {
    const own = choices.slice(index * LIMITS.CHOICES, (index + 1) * LIMITS.CHOICES)
    const range = count > 1 ? `: ${own[0]?.label} – ${own.at(-1)?.label}` : ''
    return {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: index === 0 ? '!menu' : `!menu.${index}`,
          placeholder: cut(label + range, LIMITS.CHOICE),
          options: own.map((choice) => ({
            label: cut(choice.label, LIMITS.CHOICE),
            value: choice.press,
            description: cut(choice.detail, LIMITS.CHOICE),
          })),
        },
      ],
    }
  })
}

/** The blocks as texts, a list a page: each page within the budget, nothing lost. */
export function paginate(blocks: readonly Block[], say: Say): string[][] {
  const standing = blocks.filter(isStanding).map(drawBlock)
  const room = standing.reduce((left, text) => left - text.length - 2, BUDGET)
  const pages: string[][] = [[]]
  let length = 0
  const others = blocks.filter((block) => !isStanding(block))
  for (const text of others.flatMap((block) => pieces(block, say))) {
    const page = pages.at(-1) ?? []
    const previous = page.at(-1)
    if (length + text.length + 2 > room && length > 0) {
      pages.push([text])
      length = text.length
    } else if (previous !== undefined && page.length >= TEXTS) {
      page[page.length - 1] = `${previous}\n\n${text}`
      length += text.length + 2
    } else {
      page.push(text)
      length += text.length
    }
  }
  return pages.map((page) => [...page, ...standing])
}

function isStanding(block: Block): boolean {
  return block.kind === 'note' && block.onEveryPage === true
}

function drawBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${markdown(block.text)}`
    case 'text':
      return markdown(block.text)
    case 'note':
      return `-# ${markdown(block.text)}`
    case 'passage':
      return `-# ${escapeText(block.reference)}\n> ${withBold(block.text, block.strong)}`
    case 'excerpt':
      return `-# ${escapeText(block.reference)}\n> ${block.before}${withBold(block.text, block.strong)}${block.after}`
    case 'aside':
      return `> ${escapeText(block.text)}`
    case 'copy':
      return `${escapeText(block.label)}\n${codeBlock(block.text)}`
  }
}

// A block as text. One longer than a page is cut between words into pieces that say so; no
// paragraph of the speech that ships is so long, but another speech's may be.
function pieces(block: Block, say: Say): string[] {
  const whole = drawBlock(block)
  return whole.length <= BUDGET || !('text' in block) || typeof block.text !== 'string'
    ? [whole]
    : cutBlock(block, block.text, say).map(drawBlock)
}

function cutBlock(block: Block, text: string, say: Say): Block[] {
  // escaping at most doubles a text, and bold adds a little
  const most = Math.floor(BUDGET / 2) - 300
  const cuts = [0]
  while (text.length - (cuts.at(-1) ?? 0) > most) {
    const from = cuts.at(-1) ?? 0
    const space = text.lastIndexOf(' ', from + most)
    const at = space > from ? space + 1 : from + most
    // never between the two halves of a character
    cuts.push(/[\udc00-\udfff]/u.test(text[at] ?? '') ? at - 1 : at)
  }
  return cuts.map((start, index): Block => {
    const end = cuts[index + 1] ?? text.length
    const part = text.slice(start, end)
    const [first, final] = [index === 0, index === cuts.length - 1]
    if (block.kind === 'copy') {
      const label = [
        block.label,
        first ? '' : say.plain('continues'),
        final ? '' : say.plain('continued'),
      ]
        .filter(Boolean)
        .join(' ')
      return { ...block, label, text: part }
    }
    if (block.kind === 'aside')
      return { kind: 'aside', text: `${first ? '' : '… '}${part}${final ? '' : ' …'}` }
    if (block.kind !== 'passage' && block.kind !== 'excerpt') return block
    return {
      kind: 'excerpt',
      reference: block.reference,
      before: first ? (block.kind === 'excerpt' ? block.before : '') : '… ',
      text: part,
      after: final ? (block.kind === 'excerpt' ? block.after : '') : ' …',
      strong: block.strong
        .map((range) => ({
          start: Math.max(0, range.start - start),
          end: Math.min(part.length, range.end - start),
        }))
        .filter((range) => range.start < range.end),
    }
  })
}

/** A label of ours within a limit, cut with "…" between characters. */
export function cut(label: string, limit: number): string {
  return label.length <= limit
    ? label
    : `${Array.from(label)
        .slice(0, Math.floor(limit / 2))
        .join('')}…`
}
