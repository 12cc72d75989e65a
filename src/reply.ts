/**
 * The document that commands return and fronts draw: plain data. Text is always plain; a front
 * escapes it. The speech stands in `passage`, `excerpt`, `aside` and `copy` blocks; a text that names words of it
 * (what a quotation differs in, a title that was spoken) says whose they are.
 */
export type Inline =
  | string
  | { readonly em: string }
  | { readonly strong: string }
  | { readonly struck: string }
  /** an address of the bot's own, never one that somebody typed: a front may make it a link */
  | { readonly url: string }
export type Text = readonly Inline[]

export type Block =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'text'; readonly text: Text }
  /** one small line: how it was found, who speaks */
  | {
      readonly kind: 'note'
      readonly text: Text
      /** belongs to all that is shown, however a front parts it: who speaks */
      readonly onEveryPage?: boolean
    }
  /** a whole paragraph, verbatim; `strong` are parts of it, as offsets */
  | {
      readonly kind: 'passage'
      readonly reference: string
      readonly text: string
      readonly strong: readonly Range[]
    }
  /** a verbatim piece with its cuts marked by "…" outside it */
  | {
      readonly kind: 'excerpt'
      readonly reference: string
      readonly before: '' | '… '
      readonly text: string
      readonly after: '' | ' …'
      readonly strong: readonly Range[]
    }
  /** spoken, but not numbered ("Thank you!") */
  | { readonly kind: 'aside'; readonly text: string }
  /** ready to copy, shown without any styling */
  | { readonly kind: 'copy'; readonly label: string; readonly text: string }

/** Offsets into a text in UTF-16 units, the end excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A button: its label, and the press that it sends (see `pressId`). */
export interface Action {
  readonly label: string
  readonly press: string
}

/** A choice, sent as presses. */
export interface Menu {
  readonly label: string
  readonly choices: readonly {
    readonly label: string
    readonly detail: string
    readonly press: string
  }[]
}

export interface Reply {
  readonly blocks: readonly Block[]
  /** in rows, as they belong together; Discord has room for two rows of five */
  readonly actions?: readonly (readonly Action[])[]
  readonly menu?: Menu
  /** errors, refusals and "the speech does not say" are for the person who asked */
  readonly private?: boolean
  /** belongs beside the message that it was asked from, not in its place (a citation, a copy) */
  readonly beside?: boolean
  /** the press that draws this reply again: how a front that cannot show all turns the page */
  readonly address?: string
  /** the fields of the JSON front */
  readonly data: Readonly<Record<string, unknown>>
}

/** 'section', 'p14' => 'section.p14': what a press says; a front leaves out a button that it has no room for */
export function pressId(command: string, argument: string): string {
  return `${command}.${argument}`
}

/**
 * What a person typed, fit to be shown back: on one line, without control, format and
 * bidirectional characters or lone surrogates.
 */
export function onOneLine(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, ' ')
      // at most two marks on a letter
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
      .replace(/\s+/gu, ' ')
      .trim()
  )
}

/** The same, cut with "…" after 80 characters. */
export function asTyped(text: string): string {
  const clean = onOneLine(text)
  const characters = Array.from(clean)
  return characters.length <= 80 ? clean : `${characters.slice(0, 79).join('')}…`
}

/** A line of the bot's own words. */
export function textBlock(text: Text): Block {
  return { kind: 'text', text }
}

/** A small line of the bot's own words. */
export function noteBlock(text: Text): Block {
  return { kind: 'note', text }
}

/** ['a', 'b'] => 'a, b', each emphasised */
export function emphasised(words: readonly string[]): Text {
  return words.flatMap((word, index) => (index === 0 ? [{ em: word }] : [', ', { em: word }]))
}

/** Two sentences with a space between them; a full-width stop has its own. */
export function twoSentences(first: Text, second: Text): Text {
  return [...first, plainText(first).endsWith('。') ? '' : ' ', ...second]
}

/** The text of an inline text, without its styling. */
export function plainText(text: Text): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : Object.values(piece).join('')))
    .join('')
}

/** A reply that says what is wrong and what would work: for the person who asked. */
export function refusal(text: Text): Reply {
  return {
    private: true,
    beside: true,
    blocks: [textBlock(text)],
    data: { error: plainText(text) },
  }
}
