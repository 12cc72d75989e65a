import type { Inline, Text } from '../reply.ts'
import { en, type Key, type Language } from './en.ts'

/** A sentence of the bot's own in one language, its {names} filled in. */
export interface Say {
  (key: Key, values?: Readonly<Record<string, Inline | Text>>): Text
  /** the same as plain text */
  readonly plain: (key: Key, values?: Readonly<Record<string, string | number>>) => string
  /** an ISO 8601 date as this language writes it: 22 February 2021 */
  readonly date: (iso: string) => string
}

const isText = (value: Inline | Text): value is Text => Array.isArray(value)

/** Makes the sentences of a language. @param locale a BCP 47 tag, for dates */
export function speak(language: Language, locale: string): Say {
  // texts and names in turn, taken apart when first said
  const templates = new Map<Key, readonly string[]>()
  const templateOf = (key: Key): readonly string[] => {
    const known = templates.get(key) ?? language[key].split(/\{(\w+)\}/u)
    templates.set(key, known)
    return known
  }
  const say = (key: Key, values: Readonly<Record<string, Inline | Text>> = {}): Text =>
    templateOf(key).flatMap((piece, index): Text => {
      if (index % 2 === 0) return piece === '' ? [] : [piece]
      const value = values[piece] ?? ''
      return isText(value) ? value : [value]
    })
  // a speech has one date, and every reply says it
  const written = new Map<string, string>()
  return Object.assign(say, {
    plain: (key: Key, values: Readonly<Record<string, string | number>> = {}) =>
      templateOf(key)
        .map((piece, index) => (index % 2 === 0 ? piece : String(values[piece] ?? '')))
        .join(''),
    date: (iso: string) => {
      const date = written.get(iso) ?? writeDate(iso, locale)
      written.set(iso, date)
      return date
    },
  })
}

// made when a date is first written: nine of them, most never used, would hold up the start
function writeDate(iso: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${iso}T00:00:00Z`))
}

/** The key of the text on a command or an option of it: 'ask', 'ask.question'. @throws where there is none */
export function keyOf(command: string, option?: string): Key {
  // all commands have this one
  const key =
    option === undefined || option === 'private' ? (option ?? command) : `${command}.${option}`
  if (!(key in en)) throw new Error(`no language has a text for ${key}`)
  return key as Key
}

export const english = speak(en, 'en-GB')
