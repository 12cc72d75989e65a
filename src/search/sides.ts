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
  /** whether a term names those for whom he speaks: it begins as a name in his office ("of China"), or his own */
  readonly isOwn: (term: string) => boolean
}

/** So many letters of a name its adjective has too: "China", "Chinese". */
const ADJECTIVE = 4

export function readSides(speech: Speech): Sides {
  const speaker = lazy(() => new Set(terms(speech.speaker)))
  const offices = lazy(() => new Set(officeWords(speech).flatMap(terms)))
  const own = lazy(() => beginningsOfOwn(speech))
  return {
    isSpeaker: (term) => speaker().has(term),
    isOffice: (term) => offices().has(term),
    isOwn: (term) => own().has(term.slice(0, ADJECTIVE)),
  }
}

function beginningsOfOwn({ office, speaker, paragraphs }: Speech): ReadonlySet<string> {
  const small = new Set(
    paragraphs.flatMap(({ text }) =>
      tokenise(text)
        .filter(({ start }) => /\p{Ll}/u.test(text.charAt(start)))
        .map(({ term }) => term),
    ),
  )
  // "Foreign Minister of China": not every "minister" is of his side
  const [, ofWhom = ''] = /^.*\bof (.+)$/u.exec(office) ?? []
  const names = [...terms(ofWhom).filter((term) => !small.has(term)), ...terms(speaker)]
  return new Set(names.map((term) => term.slice(0, ADJECTIVE)))
}
