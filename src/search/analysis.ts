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

// "U.S.", "10,000", "7.8", "50th", words with an inner apostrophe; a hyphen parts words
const WORD =
  /\b[Uu]\.(?:[Ss](?:\.[Aa])?|[Nn])\.?(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)*(?:\p{L}+)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ`´](?![sS]\b)\p{L}+)*/gu
const UNITED_STATES = 'usa'
const COUNTRY_NAME = /^(?:u\.s\.?(?:a\.?)?|usa?)$/u
const COUNTRY: Word = { word: UNITED_STATES, term: UNITED_STATES }

/**
 * The words of a text in order, stop words included: Unicode folded (accents, width, case), the
 * possessive 's dropped, "U.S."/"US"/"USA" one term that is never the pronoun "us", and stemmed
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
  const raws = text.match(WORD) ?? []
  // what most texts have no need of, their words' places, takes as long as all the rest
  return raws.some((raw) => isS(raw) || isPronoun(raw))
    ? tokensOf(text, keptFormsOf)
    : raws.map(keptFormsOf).filter(({ word }) => word !== '')
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

/** 'two 2, three 3' => each first word to its second */
function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(',').map((pair) => pair.trim().split(/\s+/u) as [string, string]))
}

// "one" and the small ordinals are too often no numbers ("the first time")
export const NUMBERS =
  pairs(`two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11,
  twelve 12, twenty 20, thirty 30, forty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90,
  hundred 100, fiftieth 50, hundredth 100`)

// pasts that Porter's endings do not reach, British spellings that have no rule, and "willing", which is no form
// of "will"; words with a second meaning ("found", "left") are not here
const IRREGULAR =
  pairs(`became become, began begin, begun begin, broke break, broken break, brought bring, built build,
  bought buy, caught catch, chose choose, chosen choose, dealt deal, drew draw, drawn draw,
  drove drive, driven drive, fell fall, fallen fall, felt feel, fought fight, forgave forgive,
  forgiven forgive, froze freeze, frozen freeze, grew grow, grown grow, held hold, hid hide,
  hidden hide, kept keep, knew know, known know, led lead, lent lend, lost lose, met meet,
  overcame overcome, paid pay, proven prove, ran run, rose rise, risen rise, sold sell, sent send,
  shook shake, shaken shake, sought seek, spent spend, stole steal, stolen steal, stood stand,
  struck strike, taught teach, threw throw, thrown throw, understood understand, undertook undertake,
  undertaken undertake, upheld uphold, withdrew withdraw, withdrawn withdraw, wrote write,
  written write, analyse analyze, centre center, centred center, centres center, defence defense,
  judgement judgment, learnt learn, licence license, offence offense, practise practice,
  practised practice, practises practice, practising practice, programme program, programmes program,
  sceptical skeptical, theatre theater, children child, women woman, men man, willing willingness`)

// words that Porter takes for forms of another ("important" of "import", "pressing" of "press"), and those
// that he does not take for forms of one ("economy", "economic"), each with the term that it has instead
const APART =
  pairs(`authority authority, authorities authority, authorization authorize, authorized authorize,
  authorize authorize, bearings bearings, candidate candidate, candidates candidate,
  celebrity celebrity, celebrities celebrity, civilization civilization, civilizations civilization,
  community community, communities community, communism communist, critical critical,
  critically critical, democracy democratic, democracies democratic, democratic democratic,
  democratically democratic, democrat democrats, democrats democrats, diplomacy diplomatic,
  diplomatic diplomatic, direction direction, directions direction, economy economic,
  economies economic, economic economic, economical economic, emergency emergency,
  emergencies emergency, expectancy expectancy, general general, generally general,
  generation generation, generations generation, goods goods, history historic, histories historic,
  historic historic, historical historic, humanity humanity, immunity immunity, important important,
  importance important, importantly important, initial initial, initially initial, internal internal,
  internally internal, international international, internationally international,
  internment internment, nationalism nationalism, nationalist nationalism, news news, organic organic,
  polite polite, politely polite, politeness polite, positive positive, positively positive,
  pressing pressing, response response, responses response, respond response, socialism socialist,
  strategy strategic, strategies strategic, strategic strategic, succession successive,
  successive successive, accordance accordance, evening evening, evenings evening, kindness kindness,
  quit quitting, quits quitting, quitting quitting, renewable renewable, renewables renewable,
  useful useful, usefulness useful, willful willful, wonderful wonderful, universal universal,
  universally universal, universality universal`)

/**
 * The stem of a folded word. Numbers in words and figures are one term ("50th", "fifty", "50"); short
 * words stay. Beyond Porter, British and American spellings are one, adverbs go with their adjectives ("steadily", "secretly") and irregular
 * pasts with their verbs.
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
  const word = fold(raw)
  return COUNTRY_NAME.test(word) && !isPronoun(raw) ? COUNTRY : { word, term: stemOf(word) }
}

const wordsIn = (list: string): readonly string[] => list.trim().split(/\s+/u)
/** 'says said' => the stems of each */
export const stemsIn = (list: string): ReadonlySet<string> => new Set(wordsIn(list).map(stem))

const WITHOUT_CONTENT = `
  a about an and any are as at be been being but by can could did do does doing done for from had has
  have having he her here hers him his how i if in into is it its itself just let me might must my no
  nor not of off on once only or our ours out own shall she should so some such than that the their
  theirs them then there these they this those between through to too us very was we were what when
  where which while who whom whose why will with would you your yours also am may much many ever even
  really whether upon per before after during until since again over under above below against most
  himself herself themselves itself someone somebody anyone anybody everyone everybody nobody whenever
  wherever whatever whoever whichever however therefore nowadays badly actually simply quite rather
  maybe perhaps though although already yet else instead etc teh hte wat wot wich thier becuase cuz dont
  doesnt didnt isnt arent wasnt cant couldnt wont im ive its whats wheres hes thats youre lets s t smth
  sth acc aka eg ie imo tbh idk abt u ur kinda sorta gonna wanna gotta lemme myself yourself ought
  whereas afterwards
`

const OF_ASKING = `
  say says said saying tell tells told talk talks talked mention mentions mentioned speak speaks spoke
  speech speaker orator minister according claim claims claimed describe describes described explain
  explains state stated call calls quote quotes quoted sentence sentences line phrase word words wording
  exact exactly passage paragraph part bit thing things something anything give gives show find need
  want know please question answer mean means meant think thinks view opinion like way kind sort get got
  go goes make makes made use used put one ask asked argue argues text address teacher class seminar
  essay homework project report preparing writing learning learn english hi hello hey thanks thank sorry
  pls ok okay btw lol dumb cool curious yesterday tomorrow tonight weekend grandma grandpa mom mum dad
  roommate classmate editor deadline prof honestly lol haha thx ty plz sad weird confused confusing glad
  seems seem seemed guess suppose supposed lots vs bot app attribute attributes assign assigns liken
  likens exist exists existed appear appears information informations context statement statements page
  website article paper transcript section sections chapter search mun everything nothing quick asap
  journalist summary summarise summarize emphasise emphasize emphasises emphasizes emphasised emphasized
  highlight highlights highlighted stress stresses stressed underline underlines underlined invoke
  invokes invoked refer refers referred reference allude alludes touch touches elaborate recommend
  recommends regarding stance often r q bout bro bruh dude lmao omg wtf gimme tho outta ngl nah yep yeah
  yall hmm wonder wonders wondering wondered remember forgot forget hear heard listening insist insists
  colleague cousin
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

/** The terms of a text for an index: tokenised, without stop words. */
export function terms(text: string): string[] {
  return wordsOf(text)
    .map(({ term }) => term)
    .filter((term) => !STOP_WORDS.has(term))
}
