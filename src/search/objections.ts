/** What speaks against an answer although the passage has enough of the question's words. */
import type { Corpus } from './corpus.ts'
import { hasKindAskedFor } from './figures.ts'
import { namesOthers } from './names.ts'
import type { Answering } from './names.ts'
import type { QueryPart } from './query.ts'
import { isTopic } from './ranking.ts'
import type { Indexes } from './ranking.ts'
import type { Sides } from './sides.ts'

/** Whether anything speaks against it. */
export function hasObjection(
  answering: Answering,
  corpus: Corpus,
  indexes: Indexes,
  sides: Sides,
): boolean {
  const { question, query, missing, sentences } = answering
  const { parts } = query
  return (
    // a bare topic that only readers' words name is not the speaker's
    (isTopic(parts) && missing.length === parts.length) ||
    (asksForWord(question, parts) && !isSpoken(parts, corpus)) ||
    namesOthers(answering, corpus, indexes, sides) ||
    !hasKindAskedFor(question, sentences, parts)
  )
}

const MENTION =
  /\b(?:does|did|do|has|is|are|was|were)\b.*\b(?:mention(?:ed)?|named?|(?:refer(?:red)? to|bring up|brought up)|(?:use|say|used|said) the (?:word|term|phrase|name))\b/u

/** Whether the question asks if a word is said: another word for the same is no answer. */
function asksForWord(question: string, parts: readonly QueryPart[]): boolean {
  return isTopic(parts) && MENTION.test(question)
}

function isSpoken(parts: readonly QueryPart[], { spoken }: Corpus): boolean {
  return parts.every((part) => part.terms.every((term) => spoken.has(term)))
}
