import { paragraphAt, type Speech } from '../speech/speech.ts'

/** A paragraph that was found, and which of its sentences (from 0) are pointed at, the best first. */
export interface Hit {
  readonly paragraph: number
  readonly sentences: readonly number[]
}

/** A paragraph, pointing at its first sentence. */
export function lead(paragraph: number): Hit {
  return { paragraph, sentences: [0] }
}

/** A paragraph, pointing at its last sentence. */
export function end(speech: Speech, paragraph: number): Hit {
  return { paragraph, sentences: [paragraphAt(speech, paragraph).sentences.length - 1] }
}
