/** Texts as the tokens and terms that are searched, and the words that carry nothing. */
import { stemmer } from 'stemmer'

/** One word, as searched and as compared. */
export interface Word {
  /** stemmed and folded: what indexes hold */
  readonly term: string
  /** folded, not stemmed */
  readonly word: string
}

/** A word in its place. */
export interface Token extends Word {
  /** offsets into the text, in UTF-16 units */
  readonly start: number
  readonly end: number
}

// "U.S.", "$" before a number, "10,000", "7.8", "50th", words with an inner apostrophe; a hyphen parts words
const WORD =
  /\$(?=\p{N})|\b[Uu]\.(?:[Ss](?:\.[Aa])?|[Nn])\.?(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)*(?:\p{L}+)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ`´](?![sS]\b)\p{L}+)*/gu
const UNITED_STATES = 'usa'
const COUNTRY_NAME = /^(?:u\.s\.?(?:a\.?)?|usa?)$/u
const COUNTRY: Word = { word: UNITED_STATES, term: UNITED_STATES }
/** "$30" is 30 dollars. */
const DOLLAR: Word = { word: '$', term: 'dollar' }
// in capitals it is the World Health Organization, and asks for nobody
const HEALTH: Word = { word: 'WHO', term: 'WHO' }

/**
 * The words of a text in order, stop words included: Unicode folded (accents, width, case), the
 * possessive 's dropped, "U.S."/"US"/"USA" one term that is never the pronoun "us", "WHO" no "who", and stemmed
 * with Porter's algorithm (1980).
 */
export function tokenise(text: string): Token[] {
  return tokensOf(text, formsOf)
}

function tokensOf(text: string, forms: (raw: string) => Word): Token[] {
  const tokens: Token[] = []
  let before = ''
  for (const match of text.matchAll(WORD)) {
    const [raw] = match
    const start = match.index
    if (isPossessive(raw, text, start)) continue
    const { word, term } =
      isPronoun(raw) && isUnitedStates(before, text, start) ? COUNTRY : forms(raw)
    if (word !== '') {
      tokens.push({ term, word, start, end: start + raw.length })
      before = word
    }
  }
  return tokens
}

/** The words of a text for an index, which reads the same words again and again: each is stemmed once. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const raw of text.match(WORD) ?? []) {
    // only these need their neighbours; places, which others do not need, take as long as all the rest
    if (isS(raw) || isPronoun(raw)) return tokensOf(text, keptFormsOf)
    const forms = keptFormsOf(raw)
    if (forms.word !== '') words.push(forms)
  }
  return words
}

function isS(raw: string): boolean {
  return raw === 's' || raw === 'S'
}

// a possessive "s" left over from "China's"
function isPossessive(raw: string, text: string, start: number): boolean {
  return isS(raw) && /['’ʼ`´]/u.test(text.charAt(start - 1))
}

// "us", which may be the country; in capitals it always is
function isPronoun(raw: string): boolean {
  return raw === 'us' || raw === 'Us' || raw === 'uS'
}

// After these, beside China, or joined by a hyphen, "us" is the country; else the pronoun.
const BEFORE_COUNTRY = new Set(['the', 'about', 'against', 'toward', 'towards', 'in'])

function isUnitedStates(before: string, text: string, start: number): boolean {
  const end = start + 'us'.length
  return (
    /^ (?:and|vs\.?|versus|&) china\b/iu.test(text.slice(end, end + 14)) ||
    /\bchina (?:and|vs\.?|versus|&) $/iu.test(text.slice(Math.max(0, start - 13), start)) ||
    (BEFORE_COUNTRY.has(before) && /\s/u.test(text.charAt(start - 1))) ||
    /[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[-–]\p{L}/u.test(text.slice(end, end + 2))
  )
}

/** A text folded for comparison: NFKD without marks, lower case, straight apostrophes, bare numbers, single spaces. */
export function foldText(text: string): string {
  const plain = /^[ -~]*$/u.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/(?<=\d),(?=\d{3})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A word folded: as `foldText`, and without a contraction's end. */
function fold(word: string): string {
  // most words are plain already
  if (/^[A-Za-z]+$/u.test(word)) return word.toLowerCase()
  return (
    foldText(word)
      .replace(/^u\.n\.?$/u, 'un')
      // "shouldn't" => "should", "I'd" => "i"
      .replace(/(?:n't|'(?:d|ll|ve|re|m|s))$/u, '')
  )
}

function wordsIn(list: string): readonly string[] {
  return list.trim().split(/\s+/u)
}

/** 'buy bought, draw drew drawn' => each word of a family to its first */
function families(list: string): ReadonlyMap<string, string> {
  const pairs = list.split(',').flatMap((family) => {
    const words = wordsIn(family)
    return words.map((word) => [word, words[0] ?? word] as const)
  })
  return new Map(pairs)
}

// "one" and the small ordinals are too often no numbers ("the first time")
export const NUMBERS = families(`
  2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve,
  13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen,
  20 twenty, 30 thirty, 40 forty, 50 fifty fiftieth, 60 sixty, 70 seventy, 80 eighty, 90 ninety,
  100 hundred hundredth
`)

// verbs with pasts that Porter's endings do not reach, adjectives and nouns likewise, British spellings that
// have no rule, and "willing", which is no form of "will"; words with a second meaning ("found", "left") are
// not here
const IRREGULAR = families(`
  arise arose arisen, become became, begin began begun, bid bade bidden, break broke broken,
  bring brought, build built, buy bought, catch caught, choose chose chosen, deal dealt,
  draw drew drawn, drive drove driven, eat ate eaten, fall fell fallen, feel felt, fight fought,
  forgive forgave forgiven, freeze froze frozen, grow grew grown, hold held, hide hid hidden,
  keep kept, know knew known, lead led, lend lent, lose lost, meet met, mislead misled,
  mistake mistook mistaken, overcome overcame, overtake overtook overtaken,
  overthrow overthrew overthrown, pay paid, prove proven, run ran, rise rose risen, sell sold,
  send sent, shake shook shaken, seek sought, shine shone, shrink shrank shrunk, spend spent,
  stand stood, steal stole stolen, strike struck, strive strove striven, teach taught,
  tear tore torn, throw threw thrown, understand understood, undertake undertook undertaken,
  uphold upheld, withdraw withdrew withdrawn, write wrote written,
  bright brighter brightest, clear clearer clearest, deep deeper deepest, easy easier easiest,
  happy happier happiest, new newer newest, smart smarter smartest, steady steadier steadiest,
  true truer truest, wide wider widest,
  analysis analyses, child children, knife knives, man men, virus viruses, woman women,
  analyze analyse, center centre centred centres, defense defence, judgment judgement,
  learn learnt, license licence, offense offence,
  practice practise practised practises practising, program programme programmes,
  skeptical sceptical, theater theatre, willingness willing
`)

// words that Porter takes for forms of another ("important" of "import", "pressing" of "press"), and those
// that he does not take for forms of one ("economy", "economic"): each family by the term that it has instead,
// which is no other's stem ("units", for "united" has "unit"); American ("improvize")
const APART = families(`
  accordance, affection affections affectionate, authority authorities,
  authorize authorizes authorized authorizing authorization authorizations, bearings, busy busily,
  candidate candidates, celebrity celebrities, civilization civilizations civilize civilized,
  commune communes communal, communist communism, community communities,
  comprehension comprehensible, confide confided confidant confidants, coopers cooper,
  critical critically, decadence decadent, deliberately,
  democratic democracy democracies democratically, democrats democrat, denomination denominations, detention detentions,
  diplomatic diplomacy, direction directions, economic economy economies economical,
  emergency emergencies, evening evenings, expectancy, extension extensions, general generally,
  generation generations, goods, handful handfuls, historic history histories historical,
  humane humanely, humanity humanities, immunity, immunization immunizations immunize immunized,
  important importance importantly, incoming,
  improvize improvized improvizes improvizing improvization improvizations,
  initial initially initials, internal internally, international internationally, internment,
  kindness, lateral laterally, likely, majority majorities,
  mechanic mechanics mechanical mechanically, minors minor, momentous, nationalism nationalist,
  news, officer officers, one, opportunism, organic, oriental, paste pasted,
  polite politely politeness, positive positively, practical practically, pressing,
  procession processions, quitting quit quits, rations ration rationed rationing, reactive,
  recesses recess, renewable renewables, respective respectively,
  response responses respond responsive, socialist socialism, strategic strategy strategies,
  successive succession, suite suites, units unit,
  universal universally universality universalism universals, universe universes,
  useful usefulness, willful, wonderful
`)

/**
 * The stem of a folded word. Numbers in words and figures are one term ("50th", "fifty", "50"); short
 * words stay. Beyond Porter, British and American spellings are one, adverbs go with their adjectives
 * ("steadily", "secretly") and irregular pasts with their verbs.
 */
export function stem(word: string): string {
  return formsOf(word).term
}

function stemOf(word: string): string {
  if (!/^\p{L}{3,}$/u.test(word))
    return /^(\d+)(?:st|nd|rd|th)$/u.exec(word)?.[1] ?? word.replaceAll("'", '')
  const base = IRREGULAR.get(word) ?? americanOf(word)
  const term = NUMBERS.get(base) ?? APART.get(base)
  return term ?? stemmer(base.endsWith('ly') ? adjectiveOf(base) : base)
}

/** 'recognised' => 'recognized', 'labour' => 'labor'; "praise" becomes "praize", on both sides of a comparison. */
function americanOf(word: string): string {
  // most words have neither, which is quickly seen
  if (!word.includes('is') && !word.includes('our')) return word
  return word
    .replace(/(?<=\p{L}{3})is(?=(?:e[drs]?|ing|ations?)$)/u, 'iz')
    .replace(/(?<=\p{L}{2})our(?=(?:s|ed|ing|abl[ey]|al|ful|hoods?|ites?|ers?)?$)/u, 'or')
}

/** 'steadily' => 'steady', 'secretly' => 'secret'; other words stay, "family" and "supply" among them. */
function adjectiveOf(word: string): string {
  if (word.length < 6) return word
  return word.replace(/(?<=.{4})ily$/u, 'y').replace(/(?<=[cdeghklmnrst])ly$/u, '')
}

// an index reads the same words again and again; of what people type nothing is kept
const kept = new Map<string, Word>()

function keptFormsOf(raw: string): Word {
  const known = kept.get(raw)
  if (known) return known
  const forms = formsOf(raw)
  kept.set(raw, forms)
  return forms
}

/** One word of a text as searched and as compared; not for `s` and "us", which only their neighbours tell. */
export function formsOf(raw: string): Word {
  const known = kept.get(raw)
  if (known) return known
  if (raw === HEALTH.word) return HEALTH
  if (raw === DOLLAR.word) return DOLLAR
  const word = fold(raw)
  return COUNTRY_NAME.test(word) && !isPronoun(raw) ? COUNTRY : { word, term: stemOf(word) }
}

/** Whether a word in capitals is a name that its stem would make another word of: "AIDS" is no form of "aid". */
export function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) && stem(word.toLowerCase()) !== word.toLowerCase()
}

/** 'say said' => the stems of each */
export function stemsIn(list: string): ReadonlySet<string> {
  return new Set(wordsIn(list).map(stem))
}

// Of the two lists below stems are compared: of forms that only Porter's endings part ("call", "called")
// one is enough, of others ("tell", "told") each is there.

const WITHOUT_CONTENT = `
  a about an and any are as at be been being but by can could did do does doing done for from had
  has have having he her here hers him his how i if in into is it its itself just let me might must
  my no nor not of off on once only or our ours out own shall she should so some such than that the
  their them then there these they this those between through to too us very was we were what when
  where which while who whom whose why will with would you your also am may much many ever even
  really whether upon per without before after during until since again over under above below
  against most himself herself themselves someone somebody anyone anybody everyone everybody nobody whenever
  wherever anywhere somewhere elsewhere whatever whoever whichever however therefore nowadays badly actually simply quite rather
  maybe perhaps though although already yet else instead etc teh hte wat wot wich thier becuase cuz
  dont doesnt didnt isnt arent wasnt cant couldnt wont im ive hes lets s t smth sth acc aka eg ie re
  imo tbh idk abt u ur kinda sorta gonna wanna gotta lemme myself yourself ought whereas afterwards
`

const OF_ASKING = `
  say says said saying tell told talk mention speak spoke speech speaker orator according
  claim describe explain state call quote sentence line phrase word term exact passage paragraph part bit
  thing something anything give show find need want know please question answer mean meant think
  view opinion like way kind sort get got go goes make made use used put one ask asked argue text
  address teacher class seminar essay homework worksheet project report preparing writing learn english hi
  hello hey thank sorry pls ok okay btw lol dumb cool curious yesterday tomorrow tonight weekend
  grandma grandpa mom mum dad roommate classmate editor deadline prof honestly haha thx ty plz sad
  weird confused glad likely seem guess suppose lots vs bot app attribute assign liken exist appear occur
  information context statement page website article paper transcript section chapter search mun
  everything nothing quick asap journalist summary summarize emphasize highlight stress underline
  invoke refer allude touch elaborate recommend regarding stance often r q bout bro bruh dude lmao
  omg wtf gimme tho outta ngl guy bloke chap fella nah yep yeah yall hmm wonder remember forgot forget hear heard
  reckon recall verdict listening insist colleague cousin admit deny acknowledge confirm happen yes note twice
`

/** The stems of words that carry no content: left out of indexes and queries alike. */
export const STOP_WORDS = stemsIn(WITHOUT_CONTENT)

/** The stems of words of asking, not of what is asked: left out of queries, unless nothing else is there. */
export const FRAMING = stemsIn(OF_ASKING)

/** Whether a term is of what is asked: neither without content nor of asking. */
export function isAskedFor(term: string): boolean {
  return !STOP_WORDS.has(term) && !FRAMING.has(term)
}

/** The words of both as they are written. */
export const COMMON_WORDS = wordsIn(`${WITHOUT_CONTENT} ${OF_ASKING}`)

/** The terms of a text in order, as one: equal for forms of the same words. */
export function termsAsOne(text: string): string {
  return tokenise(text)
    .map(({ term }) => term)
    .join(' ')
}

/** The terms of a text for an index: tokenised, without stop words; they are kept, so not for what people type. */
export function terms(text: string): string[] {
  return wordsOf(text)
    .map(({ term }) => term)
    .filter((term) => !STOP_WORDS.has(term))
}
