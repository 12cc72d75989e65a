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
import { LINE, cut, cutBlock } from './cut.ts'
import { codeBlock, escapeText, markdown, withBold } from './markdown.ts'

/** Custom ids of the buttons that this front adds itself. */
export const DELETE = '!delete'
export const SHARE = '!share'

export interface View {
  /** from 1 */
  readonly page: number
  readonly private: boolean
  /** this is the last page that Discord takes, though there are more */
  readonly isCut?: boolean
  readonly say: Say
}

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>

/** Texts of a page that stand each for itself. More of them are one text, with even space between them. */
const TEXTS = 10
/** Rows of a reply's own buttons, and of its menu. */
const ROWS = 2
const MENUS = 4
// The fullest message: its container, the texts, the lines on who speaks, on the page, on where to read
// on and on who shared it, the rows of five buttons, the row of three that turns the page and deletes or shares,
// and the menus, each in a row: 1 + 10 + 4 + 2 × 6 + 4 + 4 × 2 = 39 of Discord's 40 components.

/** Room for the lines on the page, on where to read on and on who shared it. */
const RESERVE = 300
const BUDGET = LIMITS.TEXT - RESERVE
/** What should stand on every page stands on one where it is longer. */
const STANDING = 1_000

/** A reply as the components of one message, inside Discord's limits: page `view.page` of it. */
export function drawMessage(reply: Reply, view: View): APIMessageTopLevelComponent[] {
  const pages = paginate(reply.blocks, view.say)
  const page = Math.min(Math.max(1, view.page), pages.length)
  const texts = [...(pages[page - 1] ?? [])]
  const addLine = (line: string): unknown => texts.push(`-# ${escapeText(line)}`)
  if (pages.length > 1) addLine(view.say.plain('page', { page, pages: pages.length }))
  if (view.isCut === true) {
    const [paragraph = ''] = /¶\d+/u.exec(pages.slice(page).flat().join('\n')) ?? []
    addLine(view.say.plain('page.cut', { command: `/section ${paragraph}`.trim() }))
  }
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

/** Whether buttons can turn the pages of a reply: it can be drawn again, by a press that leaves room for a page. */
export function turnsPages({ address }: Reply): boolean {
  return address !== undefined && address.length <= LIMITS.CUSTOM_ID - '@999:'.length
}

/** To another page, where there is one. */
function turn(reply: Reply, label: string, to: number, pages: number): Action[] {
  return turnsPages(reply) && to >= 1 && to <= pages
    ? [{ label, press: `@${to}:${reply.address}` }]
    : []
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
  const onEvery = blocks.filter((block) => block.kind === 'note' && block.onEveryPage)
  const whole = onEvery.map(drawBlock).join('\n')
  const standing = whole.length <= STANDING ? whole : ''
  const room = BUDGET - standing.length
  const others = standing === '' ? blocks : blocks.filter((block) => !onEvery.includes(block))
  const pages: string[][] = [[]]
  let length = 0
  for (const text of others.flatMap((block) => pieces(block, room, say))) {
    if (length + text.length > room && length > 0) {
      pages.push([])
      length = 0
    }
    pages.at(-1)?.push(text)
    length += text.length + 2
  }
  return pages.map((page) => [...spaced(page), ...(standing === '' ? [] : [standing])])
}

/** Texts of a page with the same space between any two: Discord's own, or that of lines of one text. */
function spaced(page: readonly string[]): readonly string[] {
  if (page.length <= TEXTS) return page
  const isList = page.every((text) => !text.includes('\n'))
  return [page.join(isList ? '\n' : '\n\n')]
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
      return `${aboveOf(block.reference)}> ${withBold(block.text, block.strong)}`
    case 'excerpt':
      return `${aboveOf(block.reference)}> ${block.before}${withBold(block.text, block.strong)}${block.after}`
    case 'aside':
      return `> ${escapeText(block.text)}`
    case 'copy':
      return `${escapeText(cut(block.label, LINE))}\n${codeBlock(block.text)}`
  }
}

function aboveOf(reference: string): string {
  return `-# ${escapeText(cut(reference, LINE))}\n`
}

// A block as text. One longer than a page is cut into as few parts as fit, which say so; no
// paragraph of the speech that ships is so long, but another speech's may be.
function pieces(block: Block, room: number, say: Say): string[] {
  const whole = drawBlock(block)
  if (whole.length <= room) return [whole]
  for (let count = Math.ceil(whole.length / room); ; count++) {
    const parts = cutBlock(block, count, say).map(drawBlock)
    if (parts.every((part) => part.length <= room)) return parts
  }
}
