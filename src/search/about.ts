/** Questions about the speech itself (who gave it, when, where, its title) rather than about what it says. */
import { isAskedFor, tokenise, type Token } from './analysis.ts'
import { THE_SPEECH, WORK } from './patterns.ts'

// when, where and on what occasion somebody spoke
const WHEN_OR_WHERE = String.raw`(?:when|where|on (?:what|which) (?:day|date|occasion)|(?:what|which) (?:time(?: of day)?|day|date|year|place|city|venue|occasion|event)) (?:is|was|did|were)`
const EVENT = '(?:forum|event|conference|meeting|gathering|venue)'
const STYLE = '(?:apa|mla|chicago|harvard|bibtex)'
const IN_STYLE = `(?:in|as|using) ${STYLE}(?: (?:style|format))?`
const GIVE_IT = String.raw`(?:speak|speaking|talk|talking|(?:give|giving|deliver|make|hold)\w* ${THE_SPEECH}|say (?:it|this|that|all (?:this|that)|these (?:things|words))(?=\W*$))`

const ABOUT = new RegExp(
  [
    // who
    String.raw`^who (?:(?:is|was) he\b|(?:spoke|talked)\W*$)`,
    String.raw`\bwho (?:gave|gives|made|held|delivered|wrote|published) (?:${THE_SPEECH}\b|(?:it|this|that)\W*$)`,
    String.raw`\bwho (?:is|was) (?:the (?:speaker|author|orator)|speaking|talking)\b(?! (?:to|with|about|on|of (?!${THE_SPEECH}))\b)`,
    String.raw`\b(?:what|which) (?:office|position|post|job|rank) (?:does|did) he (?:hold|have)\b`,
    String.raw`\bwhat (?:is|was) (?:his|he's) (?:job|office|post|rank|title|role|position)\b(?! (?:on|in|about|towards?|regarding|concerning|of)\b)`,
    // when and where
    String.raw`\b${WHEN_OR_WHERE} ${THE_SPEECH}\b(?! by\b)`,
    String.raw`\b(?:${WHEN_OR_WHERE}|why (?:is|was)) (?:it|this|that|${THE_SPEECH}|the (?:\S+ )?${EVENT}) (?:held|given|delivered)\b`,
    String.raw`\b${WHEN_OR_WHERE} the ${EVENT}\W*$`,
    String.raw`\b${WHEN_OR_WHERE} he ${GIVE_IT}\b(?! (?:with|to|by)\b)`,
    String.raw`\bname of the ${EVENT}(?! (?:between|of)\b)|\b(?:what|which) (?:is the )?${EVENT}(?: called| is (?:this|it))?\b(?=\W*$| (?:at|in|where) which\b)`,
    // how to cite it
    String.raw`^how (?:do|can|should|would) (?:i|we|you) (?:cite|reference) (?:${THE_SPEECH}|this|it)\b(?: ${IN_STYLE})?|^${STYLE}(?: (?:citation|reference|style|format)s?)*\W*$|^(?:citation|(?:how to )?cite)(?: (?:${THE_SPEECH}|this|it))?(?: ${IN_STYLE})?\W*$`,
    // its title and source
    String.raw`\b(?:title|name|date|speaker|author|source) of ${THE_SPEECH}\b`,
    String.raw`^(?:what is (?:(?:the|its) (?:title|source)|${THE_SPEECH} called)|how old is ${THE_SPEECH})\W*$`,
    String.raw`^(?:what|which) (?:date|day|year)\W*$|^(?:when|where) (?:is|was) (?:it|this|that)\W*$|^what (?:is|was) the (?:occasion|date|venue|source)\W*$|^is this (?:the|his|an?) (?:\S+ ){0,3}(?:${WORK})\W*$`,
    String.raw`^(?:the |a )?(?:source|link)(?: link)?\W*$|\blink to (?:the (?:source|original)|${THE_SPEECH})|^where (?:can|do) i (?:read|find|get) (?:the )?(?:(?:full|whole|original) ){1,2}(?:${WORK})\W*$`,
  ].join('|'),
  'u',
)

// what is asked of the bot rather than of the speech
const OF_BOT = new RegExp(
  [
    // nothing but a greeting
    String.raw`^[^\p{L}\p{N}]*$`,
    String.raw`^(?:is|was) (?:this|that|it|he|(?:the|this) speech) (?:all )?(?:true|right|correct|lying|honest|aggressive|hostile|biased|fair|credible|propaganda)\b`,
    String.raw`^(?:do|did|would|should|can|could) (?:you|u|i|we|one) (?:really )?(?:agree|disagree|believe|trust|like|support|endorse)\b`,
    String.raw`^(?:(?:(?:who |what )?are|how do|what (?:can|do)) (?:you|u)|how does (?:this|the) bot)\b(?: (?:an? )?(?:\w+ )?(?:ai|human|person|robot|real|work)\b)?`,
    String.raw`^who (?:made|built|created|wrote|runs) (?:you|u)\b`,
    String.raw`^(?:what is )?your (?:opinion|view|take|name)\b`,
    String.raw`^(?:help|commands?)\W*$`,
    String.raw`^(?:what|which) (?:commands|languages) (?:are|do (?:you|u)|does (?:this|the) bot)\b.*`,
    String.raw`^how (?:do|can|should) (?:i|we) use (?:this|it|you|the bot)\b.*`,
    String.raw`^(?:do|does|can|will) (?:you|u|it|this bot) (?:store|keep|save|log|remember)\b.*`,
    // what people say to each other
    String.raw`^(?:how (?:are (?:you|u|things)|is (?:it|everything|life))(?: (?:going|doing|feeling))?|what is (?:up|new)|good (?:night|job|work|bot|day)|well done|(?:you|u) are \w+|see (?:you|u)|nice to meet (?:you|u)|(?:can|could|will) (?:you|u) help me|what (?:time|day|date) is it|what do (?:you|u) recommend)(?: (?:today|tomorrow|(?:right )?now|later|soon|here|there|with (?:my|this) \w+))*\W*$`,
    // "is this bot run by the government"
    String.raw`^.*\bthis (?:discord )?bot\b.*`,
  ].join('|'),
  'u',
)

const OF_GIVING =
  /^(?:given|giving|held|hold|holding|delivered|deliver|made|took|take|taken|place|happen|happened|published)$/u

/**
 * Whether a question, folded (see question.ts), is about the speech itself: about nothing else, about that
 * too, or not at all.
 */
export function asksAbout(question: string): 'only' | 'too' | 'not' {
  const match = ABOUT.exec(question)
  if (!match) return 'not'
  const rest = `${question.slice(0, match.index)} | ${question.slice(match.index + match[0].length)}`
  return asksFor(rest, ({ word }) => !OF_GIVING.test(word)) ? 'too' : 'only'
}

/** Whether a question, folded, asks what the bot is or thinks, and nothing of the speech ("do you agree with him?"). */
export function asksBot(question: string): boolean {
  const match = OF_BOT.exec(question)
  return match !== null && !asksFor(question.slice(match[0].length))
}

// what asks for a judgement beside what the speech says: "do you support …", "is it true that …", "who is right"
const VIEW = new RegExp(
  [
    String.raw`\b(?:do|would)(?:n't)? (?:you|u) (?:\p{L}+ly )?(?:think|agree|disagree|believe|support|oppose|like|trust|endorse|condemn)\b(?! (?:(?:he|it|${THE_SPEECH})\b(?! (?:is|was) (?:right|wrong|honest|lying|true))))`,
    String.raw`\bshould (?:we|i|one) (?:trust|believe|support)\b`,
    String.raw`\b(?:your|ur) (?:\p{L}+ )?(?:opinion|views?|take|thoughts?|stance|position)\b`,
    String.raw`\bwho is (?:right|wrong|to blame|lying)\b|^\W*is it (?:true|false) that\b`,
    String.raw`^\W*(?:is|are|was|were) (?:\p{L}+ ){1,3}(?:lying|telling the truth|to blame|honest|biased|propaganda|(?:right|wrong)(?=\W*$| (?:about|on|or)\b))`,
    String.raw`\b(?:is|are|was) (?:what he (?:says?|said)|he|it|(?:that|this|the|his) (?:claim|statement)s?)\b.*\b(?:true|false|correct|accurate|a lie|lies|a fact)\W*$`,
    String.raw`\bfact[- ]?check|\btrue or false\b|\bt\/f\b`,
  ].join('|'),
  'u',
)

/** Whether a question, folded, asks for a judgement, which the bot does not give; it may ask for a passage, too. */
export function asksForView(question: string): boolean {
  return VIEW.test(question)
}

/** Whether a text has a word of what is asked. */
export function asksFor(text: string, counts: (token: Token) => boolean = () => true): boolean {
  return tokenise(text).some((token) => isAskedFor(token.term) && counts(token))
}
