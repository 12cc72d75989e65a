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
    /** numbers of its first sentence and its last */
    readonly first: number
    readonly last: number
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

/** The terms of all that is searched: plain data, which may be kept from one start to the next (see library.ts). */
export interface Analysed {
  /** of each paragraph, of each of its sentences */
  readonly sentences: readonly (readonly (readonly string[])[])[]
  /** of the topics of each paragraph, together */
  readonly topics: readonly (readonly string[])[]
  /** of each question */
  readonly questions: readonly (readonly string[])[]
  /** each folded word, with how often it is used */
  readonly words: readonly (readonly [word: string, count: number])[]
}

/** Takes the texts of a speech and of its editorial index apart. */
export function analyse(
  { paragraphs }: Pick<Speech, 'paragraphs'>,
  editorial: Editorial,
): Analysed {
  const words = new Map<string, number>()
  const read = (text: string, weight: number): string[] => {
    const terms: string[] = []
    for (const { word, term } of wordsOf(text)) {
      words.set(word, (words.get(word) ?? 0) + weight)
      if (!STOP_WORDS.has(term)) terms.push(term)
    }
    return terms
  }
  return {
    sentences: paragraphs.map(({ sentences }) => sentences.map((text) => read(text, OWN))),
    topics: editorial.topics.map((topics) => topics.flatMap((topic) => read(topic, 1))),
    questions: editorial.questions.map(({ text }) => read(text, 1)),
    words: [...words],
  }
}

/** Puts the terms together with what belongs to what. @param analysed of this speech and this index */
export function buildCorpus(
  speech: Pick<Speech, 'paragraphs'>,
  editorial: Editorial,
  analysed: Analysed,
): Corpus {
  const sentences: (Corpus['sentences'][number] & { asked: string[] })[] = []
  const paragraphs = speech.paragraphs.map(({ number }) => {
    const first = sentences.length
    const own = analysed.sentences[number - 1] ?? []
    for (const [sentence, terms] of own.entries())
      sentences.push({ paragraph: number, sentence, terms, asked: [] })
    const topics = analysed.topics[number - 1] ?? []
    return { text: own.flat(), topics, first, last: sentences.length - 1 }
  })
  const questions = editorial.questions.map(({ answers }, at) => {
    const terms = analysed.questions[at] ?? []
    const numbers: number[] = []
    for (const { paragraph, sentence } of answers) {
      const at = (paragraphs[paragraph - 1]?.first ?? 0) + sentence
      numbers.push(at)
      sentences[at]?.asked.push(...terms)
    }
    return { terms, answers: numbers }
  })
  const termsOf = lazy(() => paragraphs.map(({ text }) => new Set(text)))
  return {
    sentences,
    paragraphs,
    spoken: new Set(paragraphs.flatMap(({ text }) => text)),
    termsIn: (paragraph) => termsOf()[paragraph - 1] ?? new Set(),
    questions,
    words: new Map(analysed.words),
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
