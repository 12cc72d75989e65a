/** Who of those whom a question names is the speaker, or of his own side. */
import type { Speech } from '../speech/speech.ts'
import { terms, tokenise } from './analysis.ts'
import { lazy } from './lazy.ts'
import { officeWords } from './speaker.ts'

export interface Sides {
  /** whether a term is a name of the speaker, which is in every question about the speech */
  readonly isSpeaker: (term: string) => boolean
  /** whether a term is what he is by his office: "minister" */
  readonly isOffice: (term: string) => boolean
  /** whether a term names those for whom he speaks: a name in his office ("of China"), its adjective, or his own */
  readonly isOwn: (term: string) => boolean
}

/** Letters of a name that its adjective has too: "Chin|a", "Chin|ese". */
const STEM = 4
/** Letters of a name that its adjective has not: "Brit|ain", "Brit|ish". */
const DROPPED = 3
/** What adjectives of names end with, as terms. */
const ADJECTIVE = /^(?:an|n|es|ish|ic|i)?$/u

export function readSides(speech: Speech): Sides {
  const speaker = lazy(() => new Set(terms(speech.speaker)))
  const offices = lazy(() => new Set(officeWords(speech).flatMap(terms)))
  const own = lazy(() => namesOfOwn(speech))
  const isSpeaker = (term: string): boolean => speaker().has(term)
  return {
    isSpeaker,
    isOffice: (term) => offices().has(term),
    isOwn: (term) => isSpeaker(term) || own().some((name) => isNameOrAdjective(term, name)),
  }
}

/** The terms of the names in his office that the text has not in small letters: of "… of China", not "minister". */
function namesOfOwn({ office, paragraphs }: Speech): readonly string[] {
  const small = new Set(
    paragraphs.flatMap(({ text }) =>
      tokenise(text)
        .filter(({ start }) => /\p{Ll}/u.test(text.charAt(start)))
        .map(({ term }) => term),
    ),
  )
  const [, ofWhom = ''] = /^.*\bof (.+)$/u.exec(office) ?? []
  return terms(ofWhom).filter((term) => !small.has(term))
}

function isNameOrAdjective(term: string, name: string): boolean {
  if (term === name) return true
  if (!term.startsWith(name.slice(0, STEM)) || name.length < STEM) return false
  let length = STEM
  while (length < name.length && term.charAt(length) === name.charAt(length)) length++
  return name.length - length <= DROPPED && ADJECTIVE.test(term.slice(length))
}
