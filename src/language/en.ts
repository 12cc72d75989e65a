/**
 * Every word that the bot says itself, in English. {names} are filled in. The first keys, down to
 * `private`, are what Discord shows of the commands: `ask` describes a command, `ask.question` an option
 * of it. In all other keys a stop only groups what belongs together. The other languages have the same
 * keys, which the compiler checks.
 */
export const en = {
  ask: 'Ask the speech: the passage that answers, word for word',
  'ask.question': 'What do you want to know? Any words will do',
  quote: 'A random passage of the speech',
  'quote.section': 'Only from this section, for example 3.1',
  'quote.short': 'One sentence instead of a paragraph',
  section: 'Read a section or a paragraph; without one, the outline',
  'section.section': 'For example 3, 3.1, ¶14, 13-15, first point',
  check: 'Check a quotation: is this what the speech says?',
  'check.quote': 'The words to check; … stands for words left out',
  find: 'Every place where the words occur',
  'find.words': 'A word or a phrase; coop* is every word that begins so',
  'find.exact': 'These letters only, not other forms of the words',
  about: 'Who spoke, when and where; the text; what this bot keeps',
  private: 'Show the reply only to you',
  // the name of a command in a message's Apps menu
  'check.message': 'Check this quote',

  attribution: '{speaker}, {office}, {occasion}, {date}',
  related: 'The speech does not say this directly. The closest passage:',
  'related.elsewhere': 'That place does not say this; elsewhere the speech does:',
  views: 'The bot has no views and does not judge what is true: it shows what the speech says.',
  absent: 'The speech does not say this.',
  'absent.word': 'No passage mentions {words}.',
  'absent.words': 'No passage says {words} together.',
  'absent.topics': 'You could ask about {topics} (topics as the editors name them).',
  'absent.english': 'The speech is in English: ask in English words.',
  'absent.nothing':
    'There is nothing in this to look for in the speech. The bot finds passages and has no views: ask in a few words what the speech says. /about says what the bot is.',
  'absent.nowhere':
    'The speech has no such place. Its sections are {sections}; its paragraphs are ¶1 to ¶{last}.',
  searched: 'Searched {searched} for {typed}.',
  others: 'Other passages:',
  'others.rest': 'There is more: {paragraphs} (/section shows it).',

  outline: 'Outline',
  'outline.count':
    'The speech has {sections} sections, {paragraphs} paragraphs and some {words} words. Its outline:',
  'section.unknown': 'There is no section or paragraph {typed}.',
  'section.there': 'Sections are §{first} to §{final}; paragraphs are ¶1 to ¶{last}.',
  'section.words': 'To look for words, use /find; to ask a question, /ask.',

  'check.exact': 'Exact: these are the words of the speech.',
  'check.bracketed': 'Exact but for the words in brackets: those are not the speech’s.',
  'check.abridged':
    'Abridged: every piece is in the speech, word for word and in this order, with words left out in between.',
  'check.altered': 'Altered: the speech says it differently.',
  'check.framed':
    'Word for word, but with words added before or after it that are not the speech’s.',
  'check.marks': 'The same words as the speech; only the punctuation differs.',
  'check.typed': 'Checked, as it was typed: {words}',
  'check.absent':
    'Not in the speech: it does not have these words, and no sentence of it is near enough to show what differs. /find shows where single words of it stand.',
  'check.title': 'That is the title of the speech; the speech itself does not have it.',
  'check.heading': 'That is the title that the editors gave §{section}; it was not spoken.',
  'check.apart':
    'Not one quotation: the parts are not together in this order in the speech. Each for itself:',
  'check.partly': 'Only what stands in quotation marks was compared:',
  'check.first': 'Only the first {count} quotations were checked. Check the others by themselves.',
  'check.short':
    'The speech has these words, but a word or two prove little; /find shows every place.',
  'check.none':
    'The speech does not have these words in this form and order; /find looks for other forms too.',
  'check.empty': 'There is nothing to check. Give the words of a quotation.',
  'check.english': 'The speech is in English: only English words can be compared.',
  'check.difference': 'You have {said}; the speech has {speech}.',
  'check.added': 'You have {said} there; the speech does not have it there.',
  'check.missing': 'The speech has {speech} there.',
  'check.words':
    'This compares words and punctuation only. It does not say whether a statement is true.',
  'check.more': '{count} more differences.',
  'check.left': 'Left out there: {words}.',
  'check.left.many': 'Left out there: {count} words.',
  'check.cut':
    'Abridged: these are words of the speech, but words beside them that turn the meaning are cut off.',
  'check.beside':
    'Take care: right beside these words the speech has {words}. Without it the meaning may be another, or the opposite.',
  'check.negation':
    'Take care: {words} is among the words left out. Without it the meaning may be the opposite.',
  'check.joined':
    'Take care: the speech does not join these words as one statement. What follows may be said of somebody or something else than what stands before it.',
  'check.crosses':
    'Take care: what follows the cut may be said of somebody or something else than what stands before it.',
  'check.around': 'The words around the quotation marks are not the speech’s:',
  'check.brackets':
    'Not compared, since they stand in brackets: {words}. The speech may speak of another there.',
  'check.goes': '(and {count} more words)',
  'check.others':
    'Take care: you name {names} as the speaker; in the speech these are the words of {speaker}.',
  'check.reported':
    'Take care: in the speech these words are quoted or told as somebody else’s. Read the whole sentence before you name who said them.',

  'find.count': '{words}: {count} in the speech',
  'find.count.forms': '{words}: {count} in the speech, other forms included',
  'find.count.others': '{words}: {count} in the speech, all in other forms',
  'find.with': 'With other forms of the words: {count}.',
  'find.same': 'The same in another form, not counted here: {words} ({count}).',
  'find.none': '{words}: nowhere in the speech.',
  'find.apart': '{words}: each of these words is in the speech, but not together in this order.',
  'find.apart.forms':
    '{words}: each of these words is in the speech, at least one only in another form, but not together in this order.',
  'find.nearest': 'Where they stand nearest to each other:',
  'find.near': 'Did you mean {words}?',
  'find.empty': 'There are no words to find. Give a word or a phrase.',

  'about.speech': '{title}. {speaker}, {office}. {occasion}, {date}.',
  'about.source': 'Text as published at {source}.',
  'about.hash': 'SHA-256 of the text file: {hash}',
  'about.titles': 'The section titles are the editors’, not the speaker’s.',
  'about.titles.except': 'The section titles are the editors’, except {titles}, which was spoken.',
  'about.editorial':
    'Topics and questions are an editorial index: they are searched, and never shown as the speaker’s words. Everything in a passage is verbatim, slips included.',
  'about.neutral': 'The bot quotes and attributes. It neither endorses nor argues.',
  'about.privacy': 'It keeps nothing of what you type.',

  previous: 'Previous',
  next: 'Next',
  context: 'Context',
  cite: 'Cite',
  copy: 'Copy',
  another: 'Another',
  whole: 'Whole paragraph',
  share: 'Share',
  delete: 'Delete',
  'page.previous': 'Previous page',
  'page.next': 'Next page',
  page: 'Page {page} of {pages}',
  'page.cut': 'Discord takes no further message here, but there is more: see {command}.',
  choose: 'Go to a section',
  'choose.paragraph': 'Go to a paragraph',
  'copy.text': 'The bare text of {reference}',
  'copy.before': 'The paragraph began before this.',
  'copy.after': 'The paragraph goes on.',
  'cite.title': 'Cite {reference}',
  'cite.plain': 'Plain',

  'shared.by': 'Shared by {user}',
  'shared.not':
    'This server keeps the replies of apps such as this private: only you can see this. Copy the text to share it.',
  'delete.refused':
    'Only the person who asked, and members who may manage messages, can delete this reply.',
  'delete.failed': 'Discord did not delete this reply. Please try again, or ask a moderator.',
  'press.unknown': 'This button is from another version of the bot. Please ask again.',
  'message.empty': 'This message has no text of its own; what is attached to it is not read.',
  'command.unknown': 'There is no command /{name}. The commands are {commands}.',
  'option.missing': '/{command} needs something after it. {description}.',
  'option.long': 'Too long: at most {max} characters for {option}.',
  'option.flag': '{option} is true or false.',
  failed: 'Something went wrong, and it has been noted. Please try again.',
} as const

export type Key = keyof typeof en
/** A whole language: a missing key does not compile. */
export type Language = Readonly<Record<Key, string>>
