import type { Speech } from '../speech/speech.ts'
import { STOP_WORDS, tokenise, wordsOf } from './analysis.ts'
import { isCommon } from './dictionary.ts'
import type { Editorial } from './editorial.ts'
import { lazy } from './lazy.ts'

/** Everything that is searched, as lists of terms. Sentences and questions go by number, from 0. */
export interface Corpus {
  readonly sentences: readonly {
    readonly paragraph: number
    /** its place in the paragraph, from 0 */
    readonly sentence: number
    readonly terms: readonly string[]
    /** the terms of every question that it answers */
    readonly asked: readonly string[]
  }[]
  /** paragraph n is at n - 1 */
  readonly paragraphs: readonly {
    readonly text: readonly string[]
    readonly topics: readonly string[]
  }[]
  /** every term of the paragraphs */
  readonly spoken: ReadonlySet<string>
  /** the terms of a paragraph, by its number from 1 */
  readonly termsIn: (paragraph: number) => ReadonlySet<string>
  readonly questions: readonly {
    readonly terms: readonly string[]
    /** numbers of the sentences that answer it, the best first */
    readonly answers: readonly number[]
  }[]
  /** the terms of names: words that the speech, inside its sentences, and English only write with a capital */
  readonly names: () => ReadonlySet<string>
  /** each folded word, with how often it is used; the speech's own count more than its readers' */
  readonly words: ReadonlyMap<string, number>
}

/** Where two words are equally near to a misspelt one, one of the speech's own is likelier meant. */
const OWN = 3

/** Takes a speech and its editorial index apart. */
export function readCorpus(speech: Pick<Speech, 'paragraphs'>, editorial: Editorial): Corpus {
  const words = new Map<string, number>()
  const read = (text: string, weight: number): string[] => {
    const terms: string[] = []
    for (const { word, term } of wordsOf(text)) {
      words.set(word, (words.get(word) ?? 0) + weight)
      if (!STOP_WORDS.has(term)) terms.push(term)
    }
    return terms
  }
  const sentences: (Corpus['sentences'][number] & { asked: string[] })[] = []
  const first: number[] = []
  const paragraphs = speech.paragraphs.map((paragraph) => {
    first.push(sentences.length)
    const own = paragraph.sentences.map((text) => read(text, OWN))
    for (const [sentence, terms] of own.entries())
      sentences.push({ paragraph: paragraph.number, sentence, terms, asked: [] })
    const topics = editorial.topics.get(paragraph.number) ?? []
    return {
      text: own.flat(),
      topics: topics.flatMap((topic) => read(topic, 1)),
    }
  })
  const questions = editorial.questions.map(({ text, answers }) => {
    const terms = read(text, 1)
    const numbers: number[] = []
    for (const { paragraph, sentence } of answers) {
      const at = (first[paragraph - 1] ?? 0) + sentence
      numbers.push(at)
      sentences[at]?.asked.push(...terms)
    }
    return { terms, answers: numbers }
  })
  const own = paragraphs.map(({ text }) => text)
  const setAt = setsOf(own)
  return {
    sentences,
    paragraphs,
    spoken: new Set(own.flat()),
    termsIn: (paragraph) => setAt(paragraph - 1),
    questions,
    words,
    names: lazy(() => namesIn(speech)),
  }
}

function namesIn({ paragraphs }: Pick<Speech, 'paragraphs'>): ReadonlySet<string> {
  const [capital, small] = [new Set<string>(), new Set<string>()]
  for (const sentence of paragraphs.flatMap(({ sentences }) => sentences)) {
    for (const { word, term, start } of tokenise(sentence)) {
      // the first word of a sentence has a capital whatever it is
      if (start === 0) continue
      const isName = /\p{Lu}/u.test(sentence.charAt(start)) && !isCommon(word)
      ;(isName ? capital : small).add(term)
    }
  }
  return new Set([...capital].filter((term) => !small.has(term)))
}

/** Each list as a set, by its place; a set is made when it is first asked for. */
function setsOf(lists: readonly (readonly string[])[]): (at: number) => ReadonlySet<string> {
  const sets = new Map<number, ReadonlySet<string>>()
  return (at) => {
    const set = sets.get(at) ?? new Set(lists[at])
    sets.set(at, set)
    return set
  }
}
