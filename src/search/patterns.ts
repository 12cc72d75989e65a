/** Patterns that questions are read with, and pieces of those for folded ones (see question.ts). */

/** What questions call the speech. */
export const WORK = 'speech|talk|address|remarks|text|transcript'

/** The same, with what stands before it. */
export const THE_SPEECH = `(?:the |this |that |his )?(?:entire |whole )?(?:${WORK})`

/** Who or what says something in a question: the speaker, whose other names are folded to "he", or the speech. */
export const HE_OR_IT = `(?:he|it|(?:the|this|his) (?:${WORK}))`

/** A word in capitals, which stands for others: "UNCLOS"; a longer one is a word that somebody stresses. */
export const SHORT_FORM = /^\p{Lu}{2,6}$/u

/** Words in quotation marks; an apostrophe between letters is none. */
export const QUOTED = /"([^"]+)"|“([^”]+)”|«([^»]+)»|(?<!\p{L})['‘](.+?)['’](?!\p{L})/gu
