import { describe, expect, test } from 'vitest'
import { openEditorial } from '../src/search/editorial.ts'
import { openSearch } from '../src/search/search.ts'
import { openThesaurus } from '../src/search/thesaurus.ts'
import { readText } from '../src/files.ts'
import { openSpeech, parseSpeech } from '../src/speech/parse.ts'

const speech = openSpeech('data/speech.md')
const editorial = openEditorial('data/editorial.yaml', speech)
const search = openSearch(speech, editorial, openThesaurus('data/thesaurus.txt'))
const best = (question: string): number | undefined => search.ask(question).hits[0]?.paragraph

describe('/ask finds', () => {
  test.each([
    ['knife and fork', 13],
    ['do unto others', 13],
    ['giant ship', 21],
    ['800 million', 5],
    ['7.8 trillion', 8],
    ['$10,000', 5],
    ['232', 19],
    ['second point', 15],
    ['how does it end?', 21],
    ['how does the speech begin', 1],
    ['what is section 2.3 about', 7],
    ['whats in 2.6', 10],
    ['the short part 2.7', 11],
    ['the last of the numbered points', 19],
    ['the section on human rights', 5],
    ['second to last paragraph', 20],
    ['what is the second last point?', 17],
    ['the last but one section', 12],
    ['what does he open with?', 1],
    ['the third section', 12],
    ['the third "China is a country that" statement', 7],
    ['the last of the five things that China always does', 9],
    ['mulitlateralism', 9],
  ])('%s in ¶%i', (question, paragraph) => {
    expect(best(question)).toBe(paragraph)
  })
  test('nothing where there are no words', () => {
    for (const question of ['***', '…', '   ', '🙂'])
      expect(search.ask(question)).toMatchObject({ verdict: 'absent', hits: [] })
  })
  test('what is absent by name, and three topics that exist, from all over the speech', () => {
    const topics = [6, 11, 16].map((number) => editorial.topics[number - 1]?.[0])
    expect(search.ask('What about Huawei?')).toMatchObject({
      verdict: 'absent',
      missing: ['Huawei'],
      topics,
    })
    // without an index, titles
    expect(openSearch(openSpeech('test/fixtures/gettysburg.md')).ask('Huawei').topics).toEqual([
      'The nation',
      'The war',
      'The living',
    ])
  })
  test('names of several words are missing as a whole', () => {
    expect(search.ask('What about the South China Sea?').missing).toEqual(['South China Sea'])
    expect(search.ask('the Dalai Lama and submarines').missing).toEqual([
      'Dalai Lama',
      'submarines',
    ])
    // "WHO" asks for nobody
    expect(search.ask("What is China's position on the WHO?").verdict).not.toBe('answered')
    expect(search.ask('does he support the One China policy').verdict).not.toBe('answered')
  })
  test('what is not mentioned in any words, where only that is asked', () => {
    for (const what of ['the Great Wall', 'the Cold War', 'space exploration', 'New York']) {
      const answer = search.ask(`Does he mention ${what}?`)
      expect({ what, ...answer }).toMatchObject({ verdict: 'absent', hits: [] })
    }
  })
  test('no answer to a bare topic that only readers have words for', () => {
    for (const topic of ['arms race', 'space race', 'free elections', 'Chinese women'])
      expect(search.ask(`What does he say about ${topic}?`).verdict, topic).not.toBe('answered')
  })
  test('a word with a single letter where English doubles it is corrected', () => {
    expect(search.ask('steping up dialogue').searched).toContainEqual({
      typed: 'steping',
      instead: ['stepping'],
    })
  })
  test('no correction for a word that is English with a prefix', () => {
    expect(search.ask('protests')).toMatchObject({ missing: ['protests'], searched: [] })
    expect(search.ask('condense')).toMatchObject({ missing: ['condense'], searched: [] })
  })
  test('a slip that is itself a word, where every other word of the question is known', () => {
    const slip = { typed: 'mange', instead: ['manage'] }
    expect(search.ask('how should we mange differences in relations').searched).toContainEqual(slip)
    expect(search.ask('mange of zebras and hamsters').searched).toEqual([])
    expect(search.ask('visa restrictions on CPC members').searched).toEqual([])
    expect(search.ask('what are the three pressing taks').searched).toContainEqual({
      typed: 'taks',
      instead: ['task'],
    })
  })
  test('a word with another ending than a known one is no slip', () => {
    const { verdict, missing } = search.ask('can I be a moderator with a role on your server')
    expect({ verdict, missing }).toMatchObject({ verdict: 'absent', missing: ['server'] })
  })
  test('the outline for questions on the whole of it', () => {
    for (const question of ['How many sections are there?', 'what are the sections', 'outline'])
      expect(search.ask(question)).toMatchObject({ verdict: 'answered', outline: true })
    expect(search.ask('how many sections').hits.map(({ paragraph }) => paragraph)).toEqual([
      1, 3, 12, 21,
    ])
  })
  test('what a place says of something is looked for in it', () => {
    expect(search.ask('what does section 2.4 say about Taiwan').verdict).toBe('related')
    for (const question of [
      'what does section 9 say about Taiwan',
      'what is in section 9 on Taiwan',
    ])
      expect(search.ask(question)).toMatchObject({ verdict: 'absent', nowhere: true })
    const bold = search.ask('does section 3.4 mention Ezra Vogel?').hits[0]
    expect([bold?.paragraph, bold?.sentences[0]]).toEqual([20, 2])
  })
  test('no outline for a question that only has the word', () => {
    for (const question of [
      'Can you outline the policy on Taiwan?',
      'How many paragraphs does the Paris agreement have?',
    ])
      expect(search.ask(question).outline, question).toBe(false)
    expect(best("what's 2.6")).toBe(10)
  })
  test.each([
    ['What comes right after the part on world peace?', 8],
    ['what does he say just before he gets to Kissinger?', 11],
    ['what does this talk say right after the second point', 17],
    ['what does he say right after the second point', 17],
    ['What comes after the first point?', 15],
    ['what comes after the fourth point?', 21],
    ["what's his second piece of advice for the two countries?", 15],
    ['which section comes after the one on mutual respect?', 15],
    ['which section comes after the one on democracy?', 5],
    ['first sentence of the bit about multilateralism', 9],
    ['opening sentence of the human rights section?', 5],
    ['What does he go on to right after the part on multilateralism?', 10],
    ['which topic follows human rights', 7],
    ['what does he go on to after talking about human rights?', 7],
    ['once the greetings are over, which topic does he turn to?', 2],
    ['After he is done with democracy, what does he come to?', 5],
    ['what precedes the part on win-win cooperation?', 7],
    ['what does he say before he turns to Kissinger', 11],
    ['How is the section on mutual respect rounded off?', 14],
    ['How does the section "Knowing China as it is" start?', 3],
    ['what is the last sentence of section 3', 20],
    ['the second paragraph of section 2', 4],
    ['what comes after section 2.1?', 5],
    ['what comes after democracy?', 5],
    ['What topic comes right after the human rights section, and how does it begin?', 7],
    ['which section sits between win-win cooperation and the party’s centenary?', 9],
    ['Which words begin the closing section?', 21],
    ['the second paragraph of the human rights section', 6],
    ['How does section 3 end?', 20],
    ['how does the second point end?', 16],
    ['How does he begin the section headed "Knowing China as it is"?', 3],
    ['what does he finish the human rights section with?', 6],
    ['the last thing he says under point one', 14],
    ['On what note does the second part, Knowing China as it is, come to an end?', 11],
    ['What is the last sentence of the opening, right before the part on knowing China?', 2],
    ['What is at the start of the bit that follows the one on multilateralism?', 10],
    ['what is between human rights and multilateralism?', 7],
    ['last line win-win section', 8],
    ['closing line part 2', 11],
    ['how does part two start', 3],
    ['the last but one sentence of paragraph 7', 7],
    ['How does the second paragraph of the mutual respect point start?', 14],
    ['Which statement is sandwiched between the human rights one and the win-win one?', 7],
    ['which point are the tariffs in', 17],
    ['P16 starts with?', 16],
    ['what does paragraph 2 of section 3.1 say', 14],
    ['In the third last paragraph, what does he say?', 19],
    ['para six, how does it begin', 6],
    ['which topic does he take up once he is finished with human rights?', 7],
    ['the penultimate sentence of the address', 21],
    ['which of his sections has the UN seat anniversary', 9],
    ['which of the P5 sends the most peacekeepers', 7],
    ['the third sentence of the entire speech', 1],
    ['paragraphs 13 to 15', 13],
    ['section three', 12],
    ['What is the first of China’s points?', 13],
    ['how does the part on democracy end?', 4],
    ['How does the conclusion begin?', 21],
    ['"China is a country that always..." stands there several times. Which one is second?', 5],
    ['Fourth item of the "China is a country that always" series?', 8],
    ['Third of the five portraits of China', 7],
    ['which demand closes his list', 19],
    ['which of the four points comes first', 13],
    ['what does he ask just before he turns to Kissinger and the key points', 11],
    ['what comes before the four points', 12],
    ['the sentence after "China is, as always, open to dialogue"', 16],
    ['which sentence comes before the one on tariffs', 18],
    ['Sentence right after the one starting with "First, it is important"', 13],
    ['the paragraph after 14', 15],
    ['What does he say first?', 1],
    ['just before he brings up Kissinger, what is he hoping for?', 11],
    ['After dialogue, which topic is next among his recommendations?', 17],
    ['Right after quoting Guterres, what subject does he move on to?', 10],
    ['what comes after democracy and human rights?', 7],
    ['what are all those "China is a country that always..." headings, one after another?', 4],
    ['"great cause of the Chinese nation", need the sentence before my essay is due', 10],
    ['What does he say about Xinjiang anywhere in the speech?', 6],
    ['How does it end? I mean the last real sentence', 21],
    ['What does he bring up between multilateralism and the new US government?', 10],
    ['What is his final sentence? My grandmother bet on a proverb.', 21],
    // references as /section reads them
    ['2nd para of sec 3.1', 14],
    ['3.2 second paragraph', 16],
    ['§3.1 First: mutual respect · ¶14', 14],
    ['section 3 point 2', 15],
    ['point 2 of section 3', 15],
    ['In section 3, what is the first point?', 13],
    ['in section 3.1, what does the last paragraph say', 14],
    ['the paragraph before last', 20],
  ])('what stands beside a passage: %s in ¶%i', (question, paragraph) => {
    expect(best(question)).toBe(paragraph)
  })
  test('what is wanted of a passage says nothing of what it is on', () => {
    for (const [question, topic] of [
      ['a quotable line on trade', 'trade'],
      ['I need a citation about sanctions', 'sanctions'],
      ['give me three quotes on dialogue', 'dialogue'],
      ['need a quote re: sanctions pls', 'sanctions'],
      ['can you find me a short memorable quote about Taiwan', 'Taiwan'],
    ] as const) {
      const { verdict, hits } = search.ask(question)
      expect({ verdict, best: hits[0]?.paragraph }, question).toEqual({
        verdict: 'answered',
        best: best(topic),
      })
    }
  })
  test('what a word means may be said with others', () => {
    const { verdict, hits, missing } = search.ask('What does the term dual circulation mean?')
    expect({ verdict, best: hits[0]?.paragraph, missing }).toEqual({
      verdict: 'answered',
      best: 8,
      missing: [],
    })
  })
  test('of two topics with a comma between them, what is not there is told', () => {
    expect(search.ask('trade, unicorns')).toMatchObject({
      verdict: 'related',
      without: ['unicorns'],
    })
    expect(best('Huawei, Taiwan')).toBe(14)
  })
  test.each([
    ['the last two paragraphs', [20, 21]],
    ['the final three paragraphs', [19, 20, 21]],
    ['the 2nd and 4th paragraphs', [2, 4]],
    ['the first two paragraphs of the part on mutual respect', [13, 14]],
    ['what are the two last points', [17, 18, 19, 20]],
    ['points 2 and 3', [15, 16, 17, 18]],
    ['what do the first and second points say', [13, 14, 15, 16]],
    ['first paragraph of sections 3.1 and 3.2', [13, 15]],
  ])('several places: %s', (question, paragraphs) => {
    expect(search.ask(question).hits.map(({ paragraph }) => paragraph)).toEqual(paragraphs)
  })
  test.each([
    ['sentence 2 of paragraph 5', 5, [1]],
    ['second to last sentence', 21, [2]],
    ['the sentence before the last', 21, [2]],
    ['the third sentence', 1, [2]],
    ['im doing a worksheet, what is the third sentence he says in total', 1, [2]],
    ['last two sentences', 21, [2, 3]],
    ['the first two sentences of section 3', 12, [0, 1]],
    ['last two sentences of paragraph 7', 7, [8, 9]],
    ['third sentence of the first paragraph of section 3.1', 13, [2]],
    ['what does he say right before thank you', 21, [3]],
    ['with what sentence does he end the talk, just before saying thanks?', 21, [3]],
  ])('sentences by their number: %s', (question, paragraph, sentences) => {
    expect(search.ask(question).hits).toEqual([{ paragraph, sentences }])
  })
  test.each([
    ['"proved time and again by history" and the line before it', 17, [1, 2]],
    ['"a rational China policy" plus the sentence after', 20, [2, 3]],
    ['what is the first sentence and the sentence after it', 1, [0, 1]],
    ['the last sentence of 2.3 and the sentence before', 7, [8, 9]],
    ['"China is not an enemy" & the sentence that comes after it, please', 20, [3, 4]],
    ['the passage on Vogel in context, with the sentences before and after', 20, [1, 2, 3]],
  ])('a sentence with those beside it: %s', (question, paragraph, sentences) => {
    expect(search.ask(question).hits).toEqual([{ paragraph, sentences }])
  })
  test('what a place does not say is told with where it stands, or that it stands nowhere', () => {
    expect(search.ask('does section 2 mention Taiwan?')).toMatchObject({
      verdict: 'related',
      elsewhere: true,
    })
    expect(best('does section 2 mention Taiwan?')).toBe(14)
    expect(search.ask('does section 3.1 mention Taiwan?')).toMatchObject({
      verdict: 'answered',
      elsewhere: false,
    })
    expect(search.ask('does section 3.1 mention Huawei?')).toMatchObject({
      verdict: 'absent',
      missing: ['Huawei'],
    })
  })
  test.each([
    ['how does he finish off poverty', 5],
    ['how does he start from easier things', 18],
    ['$30', 5],
    ['less than 30 dollars', 5],
    ['endorsed by the people', 4],
    ['where is the bit about tariffs', 18],
  ])(
    'what sounds like a question on structure, or like a stance: %s in ¶%i',
    (question, paragraph) => {
      expect(best(question)).toBe(paragraph)
    },
  )
  test.each([
    'What about 2.3 million Uyghurs?',
    'an inflation of 2.4 percent',
    'What is Section 2 of the Taiwan Relations Act?',
    'What was the first demand of the French Revolution?',
    "What were Julius Caesar's last words?",
    'What is the first sentence of the Bible?',
    'how many points did the Dow Jones lose?',
  ])('a question on another text is none on the structure of this one: %s', (question) => {
    expect(search.ask(question).words).not.toEqual([])
    expect(search.ask(question).verdict).not.toBe('answered')
  })
  test('a question on a talk between others is none on the speech itself', () => {
    for (const question of [
      'When did Xi and Biden talk?',
      'who was talking to Trump',
      'what year did the UN restore the seat',
    ])
      expect(search.ask(question).aboutSpeech, question).toBe(false)
    for (const question of [
      'When did Wang Yi speak?',
      'who was speaking?',
      'where was this speech given',
      'on which date did he give the speech',
      'what time of day was the speech',
      'what date',
      'link to the source',
      'is this the Anchorage speech?',
      "What's the name of the forum?",
      'which venue',
      'What is the event called at which he talks?',
    ])
      expect(search.ask(question).aboutSpeech, question).toBe(true)
  })
  test('what asks for the speech itself alone needs no passage', () => {
    for (const question of [
      'Who gave this speech?',
      'how do I cite this speech?',
      'APA citation',
      'when was the forum',
      'what was his job',
      'Who is Wang Yi?',
      'Who is the foreign minister of China?',
      'Who gave the speech at the Lanting Forum in 2021?',
      'who was China’s foreign minister',
      'Where was the speech held?',
      'when was it held',
      'date of the speech',
      'What office does Wang Yi hold?',
      'who is the author',
      'who spoke',
    ])
      expect(search.ask(question), question).toMatchObject({ aboutSpeech: true, hits: [] })
    const both = search.ask('who gave this speech and what about human rights')
    expect(both.aboutSpeech).toBe(true)
    expect(both.hits[0]?.paragraph).toBe(5)
    expect(search.ask('who was speaking about Taiwan').hits[0]?.paragraph).toBe(14)
  })
  test('the speaker of another speech is asked about by name and pronoun', () => {
    const other = openSpeech('test/fixtures/gettysburg.md')
    const lincoln = openSearch(other)
    const last = other.paragraphs.length
    for (const question of [
      'how does Lincoln end?',
      'how does she end?',
      'Abraham Lincoln’s last words',
    ])
      expect(lincoln.ask(question).hits[0]?.paragraph, question).toBe(last)
    for (const question of ['who is Lincoln?', 'when did President Lincoln give the speech'])
      expect(lincoln.ask(question).aboutSpeech, question).toBe(true)
    // by his office, and with a form of address
    expect(lincoln.ask('what does President Lincoln say about liberty').hits[0]?.paragraph).toBe(1)
    expect(lincoln.ask('does the president mention God')).toMatchObject({ verdict: 'answered' })
    expect(lincoln.ask('when did the president give this speech').aboutSpeech).toBe(true)
    expect(lincoln.counting('how many times does the president say nation')).toMatchObject({
      words: ['nation'],
    })
    expect(lincoln.ask('what does the minister say about liberty').missing).toContain('minister')
    for (const who of ['Mr. Wang', 'the state councillor', 'State Councilor Wang Yi', 'the author'])
      expect(best(`what does ${who} say about Taiwan`), who).toBe(14)
    // said again and again it takes no longer
    for (const one of [lincoln, search])
      expect(one.ask(`${'president minister '.repeat(52)}of France`).aboutSpeech).toBe(false)
    expect(lincoln.ask('how does Wang Yi end?').outline).toBe(false)
    expect(search.ask('when did he speak with Xi').aboutSpeech).toBe(false)
    expect(search.ask('who is the foreign minister of Russia?').aboutSpeech).toBe(false)
  })
  test('a topic that only the title of a section has is that section', () => {
    const source = readText('test/fixtures/gettysburg.md')
    const other = parseSpeech(source.replace('## 2 The war', '## 2 The bicycle plan'), 'plan.md')
    const { ask } = openSearch(other)
    for (const question of ['bicycle plan', 'what is the bicycle plan'])
      expect(ask(question), question).toMatchObject({
        verdict: 'answered',
        hits: [{ paragraph: 2, sentences: [0] }],
      })
    expect(ask('the plan for Huawei').verdict).toBe('absent')
  })
  test('a speaker whose name has marks in it', () => {
    const source = readText('test/fixtures/gettysburg.md')
    const other = parseSpeech(
      source.replace(/^speaker: .*$/mu, 'speaker: Ann (Annie) Lee [M*P'),
      'marks.md',
    )
    const { ask, counting } = openSearch(other)
    expect(ask('how does Ann end?').hits[0]?.paragraph).toBe(other.paragraphs.length)
    expect(counting('how often does Ann mention the nation?')).toEqual({
      words: ['nation'],
      exact: false,
    })
  })
  test('applause that stands in the text is no series of paragraphs', () => {
    const texts = ['We met the first president of the republic.', '(Applause.)', 'We met others.']
    const [front] = /^---.*?^---$/ms.exec(readText('test/fixtures/gettysburg.md')) ?? []
    const other = parseSpeech(
      [front, '## 1 All', ...texts, texts[1], texts[2], texts[1]].join('\n\n'),
      'applause.md',
    )
    const { hits } = openSearch(other).ask('who was the first president of the republic')
    expect(hits[0]?.paragraph).toBe(1)
  })
  test('a sentence by its number', () => {
    for (const [question, paragraph, at] of [
      ['third sentence of paragraph 14', 14, 2],
      ['the second sentence of section 2.1', 4, 1],
      ['how does ¶14 end', 14, (speech.paragraphs[13]?.sentences.length ?? 0) - 1],
    ] as const)
      expect(search.ask(question).hits[0], question).toEqual({ paragraph, sentences: [at] })
  })
  test('the sentence beside a quoted one with commas and stops in it', () => {
    const question =
      'what comes right after “In fact, democracy is not a patent of a few countries.”'
    const { sentences = [] } = speech.paragraphs[3] ?? {}
    const at = sentences.findIndex((sentence) => sentence.startsWith('In fact, democracy'))
    expect(at).toBeGreaterThan(0)
    expect(search.ask(question).hits[0]).toEqual({ paragraph: 4, sentences: [at + 1] })
  })
  test('the sentence beside one that is quoted', () => {
    for (const [question, at] of [
      ['What does he say straight after “good morning and good evening”?', 1],
      ['what comes before "This is indeed very important"', 1],
    ] as const)
      expect(search.ask(question).hits[0], question).toEqual({ paragraph: 1, sentences: [at] })
  })
  test('a summary is the outline', () => {
    for (const question of [
      'summarize the speech',
      'give me a short summary',
      'tl;dr',
      'main arguments of the talk',
      'What is the speech about?',
      'How long is the speech?',
      'sum it up in three sentences',
      'in a nutshell, what did he say?',
      'executive summary',
      'the highlights of the speech',
    ])
      expect(search.ask(question).outline, question).toBe(true)
  })
  test('mentions, emoji and addresses are no words', () => {
    for (const noise of [
      '<@123456789012345678>',
      'https://example.org/a',
      ':flag_cn:',
      '<:flag:12345>',
    ])
      expect(search.ask(`${noise} what about Taiwan`), noise).toEqual(
        search.ask('what about Taiwan'),
      )
  })
  test('a question in another language is told so; a name is no other language', () => {
    for (const question of [
      '台湾问题',
      'Was sagt er zu Taiwan?',
      '¿Qué dice sobre los derechos humanos?',
      '¿Qué dice sobre Taiwán?',
      'dice algo de la cooperación',
    ])
      expect(search.ask(question).foreign, question).toBe(true)
    for (const question of [
      'Zhou Enlai',
      'what about Huawei and TikTok',
      'quarels in the stroy',
      'Erdoğan',
    ])
      expect(search.ask(question).foreign, question).toBe(false)
  })
  test('no other word for one that the speaker would not take for his', () => {
    expect(search.ask('dictatorship').searched).toEqual([])
    expect(search.ask('is China a dictatorship?').hits[0]?.paragraph).toBe(4)
  })
  test('no answer for a figure or a time where the sentence has none of its kind', () => {
    expect(search.ask('When did Ezra Vogel die?').verdict).not.toBe('answered')
    expect(search.ask('In what year were diplomatic ties established?').verdict).not.toBe(
      'answered',
    )
    expect(search.ask('how many people died of COVID-19 in China').verdict).not.toBe('answered')
    expect(search.ask('How many people were lifted out of poverty?').verdict).toBe('answered')
    expect(search.ask("What is Tibet's GDP?").verdict).not.toBe('answered')
    // on New Year's Eve the two presidents spoke
    expect(search.ask('When will Biden travel to Beijing?').verdict).toBe('related')
    expect(search.ask('When will the party turn 100?').verdict).toBe('answered')
  })
  test('the figure that answers "how many" counts what is asked for', () => {
    // ¶19: "the biggest source of international students in the United States for ten years"
    expect(search.ask('how many Chinese students are in the United States?').verdict).toBe(
      'related',
    )
    expect(search.ask('for how many years was China the biggest source?').verdict).toBe('answered')
    expect(search.ask('How many years has China had its UN seat back?').verdict).toBe('answered')
    // "the 50th anniversary of the restoration of China's lawful seat at the United Nations"
    expect(search.ask('how many seats does China have at the United Nations?').verdict).toBe(
      'related',
    )
    // "the largest contributor of peacekeepers among the five permanent members"
    expect(search.ask('how many peacekeepers does China send?').verdict).toBe('related')
    for (const question of [
      'how many sister cities are there',
      'how many dollars is per capita GDP',
      'how many hundred million people came out of poverty',
    ])
      expect(search.ask(question).verdict, question).toBe('answered')
    expect(search.ask('what was the trade worth in dollars last year?').verdict).not.toBe(
      'answered',
    )
    // "two-way trade" is no amount
    expect(search.ask('how much was two-way trade worth last year?').verdict).toBe('related')
  })
  test('who else is another name than those that the question has', () => {
    expect(search.ask('Who else signed the open letter with Ezra Vogel?').verdict).toBe('related')
    expect(search.ask('Who visited China fifty years ago?').verdict).toBe('answered')
    expect(search.ask('Which Chinese companies are under U.S. sanctions?').verdict).toBe('related')
  })
  test.each([
    ['is China the second largest economy?', 'is China the largest developing country?'],
    ['is China the largest trading nation?', 'largest number of students'],
    ['largest economy', 'seccond bigest contributer to the UN'],
    ['what time was the call?', 'when was the call between the presidents?'],
    ['does the speech say "China will never seek hegemony"?', 'did he say "win-win"?'],
    ['did he say "China will never seek hegemony"?', 'did he say "we hope"?'],
    ['is the quote "China wants to be friends" from this speech', 'the quote "sister cities"'],
  ])('%s is near to what is said, %s is said', (near, said) => {
    expect(search.ask(near).verdict).toBe('related')
    expect(search.ask(said).verdict).toBe('answered')
  })
  test.each([
    ['what is the theme?', [1, 3, 12, 21]],
    ['which topics does it cover?', [1, 3, 12, 21]],
    ['the purpose of the speech', [1, 3, 12, 21]],
    ['what does he propose?', [13, 15, 17, 19]],
    ['what does CPC stand for?', [4]],
    ['full form of UN', [9]],
  ])('what is asked of the text as a whole: %s', (question, paragraphs) => {
    const { verdict, hits } = search.ask(question)
    expect(verdict).toBe('answered')
    expect(hits.map(({ paragraph }) => paragraph)).toEqual(paragraphs)
  })
  test.each([
    'cite this speech',
    'cite this in MLA',
    'how do I cite the speech in APA format?',
    'how do I cite it in APA?',
    'who is the Chinese foreign minister?',
    'what was the occasion?',
    'who published it?',
  ])('what the front matter tells: %s', (question) => {
    expect(search.ask(question)).toMatchObject({ aboutSpeech: true, hits: [], verdict: 'answered' })
  })
  test('a capital is no reason to take a slip for a name, nor his names in one for another', () => {
    for (const question of ['Tarrifs', 'Opertunity', 'WangYi on trade', 'wangyis view on Tibet'])
      expect(search.ask(question).verdict, question).toBe('answered')
    for (const name of ['Tencent', 'Hua Chunying', 'Carter'])
      expect(search.ask(`What does he say about ${name}?`), name).toMatchObject({
        verdict: 'absent',
        missing: [name],
      })
  })
  test('two short forms in capitals are no shouting', () => {
    expect(search.ask('US GDP').words).toEqual(['US', 'GDP'])
    expect(search.ask('US GDP').verdict).toBe('related')
    expect(search.ask('WHAT ABOUT TAIWAN').verdict).toBe('answered')
  })
  test.each([
    ['Did China reduce poverty?', 5],
    ['reduce sanctions', 18],
    ['does he want tariffs cut?', 18],
    ['which holiday does he mention?', 1],
    ['what should they give up?', 11],
  ])('a common word for it is no reason to deny it: %s', (question, paragraph) => {
    expect(search.ask(question).verdict).toBe('answered')
    expect(best(question)).toBe(paragraph)
  })
  test('who only begins as his country does is not of his side', () => {
    for (const name of ['Wangchuck', 'Wangari', 'the chinchilla'])
      expect(search.ask(`What does ${name} say about Taiwan?`).verdict, name).toBe('absent')
    expect(search.ask('What do the Chinese say about Taiwan?').verdict).toBe('answered')
  })
  test('a wish does not tell that it is done', () => {
    for (const question of [
      'has the US lifted sanctions?',
      'have the tariffs been removed?',
      'did the US lift sanctions?',
      'has the US respected China’s core interests?',
      'did US policy makers abandon their biases?',
    ])
      expect(search.ask(question).verdict, question).toBe('related')
    for (const question of [
      'Did tariffs come up?',
      'did the speech discuss sanctions?',
      'Has the US imposed tariffs?',
      'Has the US restricted Chinese media?',
      'Did the US undermine China’s sovereignty?',
      'did he ask the US to lift sanctions?',
      'did the US cut off dialogue?',
      'did they smear the CPC?',
    ])
      expect(search.ask(question).verdict, question).toBe('answered')
  })
  test('a figure of another is no answer on his own side', () => {
    expect(search.ask("How much has China's GDP grown?").verdict).toBe('related')
    expect(search.ask('life expectancy in China').verdict).toBe('related')
    expect(search.ask('life expectancy in Xinjiang').verdict).toBe('answered')
    expect(search.ask("China's per capita GDP").verdict).toBe('answered')
  })
  test('no answer to a notion of several words that stand apart', () => {
    for (const question of [
      'food security',
      'What does he say about climate finance?',
      'one-China principle',
      'the five principles',
      'one country, two systems',
      'does he mention the one-China principle?',
      'does he mention national security?',
      'new cold war',
    ])
      expect(search.ask(question).verdict, question).not.toBe('answered')
    for (const question of ['climate change', 'the five permanent members', 'mutual respect'])
      expect(search.ask(question).verdict, question).toBe('answered')
  })
  test('what is quoted word for word comes first, whatever stands around it', () => {
    expect(best('"This is indeed very important." But what is? Paste the line')).toBe(1)
    expect(best('need the complete sentence with "out of its own political needs"')).toBe(3)
    expect(best('the word “poisoned” is in inverted commas, what was poisoned?')).toBe(19)
    // slips in it and all
    expect(best('waht does he cal “indede very importnat”?')).toBe(1)
  })
  test('several topics are told apart however they are joined', () => {
    expect(search.ask('What does he say about tariffs and about nuclear weapons?')).toMatchObject({
      verdict: 'related',
      hits: [{ paragraph: 18 }],
      without: ['nuclear', 'weapons'],
    })
    expect(search.ask('Taiwan; Huawei; democracy').without).toEqual(['Huawei'])
  })
  test('to mention by name is to mention', () => {
    expect(search.ask('Does he mention Biden by name?').verdict).toBe('answered')
    expect(search.ask('Does he mention Trump by name?').verdict).not.toBe('answered')
  })
  test('no figure of another', () => {
    expect(search.ask('What is the GDP of the United States?').verdict).toBe('related')
    expect(search.ask('How many UN peacekeepers does China send?').verdict).toBe('related')
    expect(search.ask('What is the per capita GDP of China?').verdict).toBe('answered')
  })
  test('a letter somewhere else is a slip; what was mended in vain is named as it was searched for', () => {
    expect(search.ask('Tawain').hits[0]?.paragraph).toBe(14)
    expect(search.ask('wat is te rute coz of dificulties').missing).toEqual(['route', 'coz'])
  })
  test.each(['where does Taiwan come up?', 'is Taiwan brought up?'])(
    'to come up is to be mentioned: %s',
    (question) => {
      expect(search.ask(question)).toMatchObject({ verdict: 'answered', words: ['Taiwan'] })
    },
  )
  test('two words of the speech that are written as one', () => {
    const { verdict, searched } = search.ask('phonecall between the presidents')
    expect(verdict).toBe('answered')
    expect(searched).toContainEqual({ typed: 'phonecall', instead: ['phone call'] })
    expect(best('humanrights')).toBe(5)
    expect(best('hongkong')).toBe(14)
    expect(search.ask('blockchain').verdict).toBe('absent')
    expect(search.ask('wincooperation').words).toEqual(['wincooperation'])
  })
  test('a notion in quotation marks is one, too; a county is not of China’s side', () => {
    expect(search.ask('does he mention "one China"').verdict).toBe('related')
    expect(search.ask('does he mention "peaceful coexistence"').verdict).toBe('answered')
    expect(search.ask('county government').verdict).not.toBe('answered')
  })
  test('detention is no détente', () => {
    expect(search.ask('detention').verdict).toBe('absent')
  })
  test('two questions at once are answered each for itself', () => {
    const { verdict, hits } = search.ask('Who is Ezra Vogel and how many sister cities are there?')
    expect(verdict).toBe('answered')
    expect(hits.map(({ paragraph }) => paragraph)).toEqual([20, 19])
  })
  test('of several topics those that are there, and which is not', () => {
    const { verdict, hits, without } = search.ask('What of Taiwan, Huawei and climate change?')
    expect(verdict).toBe('related')
    expect(hits.map(({ paragraph }) => paragraph)).toEqual([14, 18])
    expect(without).toEqual(['Huawei'])
    expect(search.ask('Taiwan, Hong Kong, Tibet, Xinjiang, Macau').without).toEqual(['Macau'])
    expect(search.ask('Taiwan, Iran, Russia').hits[0]?.paragraph).toBe(14)
    // nearly every passage speaks of the two countries
    expect(search.ask('What does he say about the US and dinosaurs?').verdict).toBe('absent')
  })
  test('what is more than another needs a sentence that compares', () => {
    expect(search.ask("Is China's system better than America's?").verdict).toBe('related')
    expect(search.ask('Is Xinjiang richer than Tibet?').verdict).toBe('related')
    expect(search.ask('does anyone send more peacekeepers than China?').verdict).toBe('answered')
  })
  test('a word of the speech that looks like another is not that one', () => {
    // "incoming" is no income, "united" not only a part of a name
    expect(search.ask('What is the incoming U.S. government doing at the moment?').verdict).toBe(
      'answered',
    )
    expect(search.ask('Which three elements are united in socialist democracy?').verdict).toBe(
      'answered',
    )
    expect(search.ask('how many billions went to partners?').verdict).toBe('answered')
    expect(best('Which saying of Confucius does he bring up?')).toBe(13)
  })
  test('"tell me more" is about nothing: no question is kept', () => {
    for (const question of ['tell me more about that', 'more please', 'go on', 'continue'])
      expect(search.ask(question), question).toMatchObject({ verdict: 'absent', words: [] })
  })
  test('no answer where a name is asked about that nobody here knows', () => {
    for (const question of [
      'why did Huawei end up on the Entity List',
      'Does he urge the United States to lift its sanctions on ZTE?',
    ])
      expect(search.ask(question).verdict, question).not.toBe('answered')
    // told before the question, it is only around it
    const told = 'I work for Siemens. Which tariffs does he want the United States to remove?'
    expect(search.ask(told).verdict).toBe('answered')
  })
  test('a phrase that is asked for by name must stand there', () => {
    expect(search.ask('Does he mention a new cold war?').verdict).not.toBe('answered')
    for (const question of [
      'Does he mention sound and steady development?',
      'did he mention the number of sister cities',
    ])
      expect(search.ask(question).verdict, question).toBe('answered')
  })
  test('what is told before a question counts less than what it asks', () => {
    const club = 'Our club debates sanctions tomorrow. What does the minister demand about them?'
    const [first] = search.ask(club).hits
    expect([search.ask(club).verdict, first?.paragraph]).toEqual(['answered', 18])
    const told =
      'We talked for hours about democracy, human rights, sovereignty, Hong Kong and the CPC'
    const [best] = search.ask(`${told}, and nobody knew how many peacekeepers China sends`).hits
    expect(best?.paragraph).toBe(7)
  })
  test('no answer where the passage speaks of somebody else', () => {
    for (const question of [
      'life expectancy in Tibet',
      'How long do Americans live?',
      'Does the United States export ideology?',
      'Did Biden cut off dialogue?',
      'Did the US eliminate poverty?',
      'Does America have a whole-process democracy?',
      'direct investment in the U.S.',
      'What did Guterres say about human rights?',
      // what "we" and China do is no answer to what others do
      'Did the US start wars?',
      'Does America uphold multilateralism?',
      'What did Biden say about Taiwan?',
      'Did Trump call Xi?',
      'What did Biden say about climate change?',
      'What did Confucius say about democracy?',
      'When did Biden visit China?',
      'What did Kissinger say?',
      'What book did Edgar Snow write?',
      'Did he thank Kissinger?',
      'What does he say about democracy in Taiwan?',
      'What does he say about the economy of Hong Kong?',
      'Does he criticize Biden?',
      // his own side's wish is not the other's, nor its deed
      'What does the US want from China?',
      'What does Washington demand?',
      'Did China impose sanctions?',
      'What should China stop doing?',
      'Is the U.S. open to dialogue?',
      'Does the U.S. want to replace China?',
      'Will the U.S. improve its business environment?',
      'Does China smear the U.S.?',
      'Does China impose tariffs?',
      // a time to come, a place, a rate, a sum
      'Will Kissinger come back to China?',
      'Where are the sister cities?',
      'What is the cure rate?',
      'How much trade is there between China and the US?',
      // an age, and a figure of what is counted rather than of its millions
      'How old are China-U.S. relations?',
      'How many billion people has China?',
      // names that nobody has here
      'Xi Jinping Thought',
      'Why did Beijing pass the National Security Law?',
      'Hong Kong National Security Law',
    ])
      expect(search.ask(question).verdict, question).toBe('related')
    for (const question of [
      'What did Guterres say about China?',
      'Will China replace the United States?',
      'Where did Edgar Snow go?',
      'Does the text name Biden?',
      'To what does he attribute the differences?',
      'What did Xi say to Biden?',
      'Why did the US cut off dialogue?',
      'Did Kissinger visit China?',
      'Does China Help Developing Countries?',
      // of his own side he says "we"; what is asked may stand there with other words between
      'Did the CCP really get rid of extreme poverty?',
      'Is the Biden team rethinking its stance toward the rest of the world?',
      'did trump distort china’s policy',
      'To what has the CPC always been committed?',
      'Which open letter did Ezra Vogel help to write?',
      'are american firms still wanted over there? will it get easier for them to operate',
      'What did Secretary-General Guterres say?',
      // what both do
      'Does America trade with China?',
      'Has the United States gained from engagement with China?',
    ])
      expect(search.ask(question).verdict, question).toBe('answered')
    expect(search.ask('life expectancy in Xinjiang').verdict).toBe('answered')
    expect(search.ask('What does Beijing say about Taiwan?').verdict).toBe('answered')
    expect(search.ask('what should the US do about tariffs').verdict).toBe('answered')
  })
  test('a word of asking is no word that is missing, a short name is one', () => {
    expect(search.ask('what does he say about it?')).toMatchObject({ missing: [], words: [] })
    expect(search.ask('IP theft').missing).toEqual(['IP', 'theft'])
    expect(search.ask('what did he say about us?').verdict).toBe('answered')
  })
  test('a slip in a word without content is no word that is missing', () => {
    expect(search.ask('dialogue at al levels').missing).toEqual([])
    expect(search.ask('natural gas').verdict).toBe('absent')
    expect(search.ask('is dialogue beeing cut off').missing).toEqual([])
  })
  test('a paragraph by a topic that it never names', () => {
    const topics = [[], [], [], [], ['zeppelins']]
    const answer = openSearch(speech, { topics, questions: [] }).ask('zeppelins')
    expect(answer.hits.map(({ paragraph }) => paragraph)).toEqual([5])
    expect(answer.verdict).toBe('related')
  })
  test('an index of a few paragraphs makes the rest no less found', () => {
    const partly = openSearch(speech, {
      topics: [],
      questions: [{ text: 'Who greets whom?', answers: [{ paragraph: 1, sentence: 3 }] }],
    })
    const question = 'which obstacles to exchange should be swept away?'
    expect(partly.ask(question).verdict).toBe(openSearch(speech).ask(question).verdict)
    expect(partly.ask(question).verdict).not.toBe('absent')
  })
  test('a corrected word and says so', () => {
    expect(search.ask('mulitlateralism').searched).toContainEqual({
      typed: 'mulitlateralism',
      instead: ['multilateralism'],
    })
  })
  test('no abbreviation to a word that it is like', () => {
    const { searched, missing } = search.ask('Does he mention UNCLOS?')
    expect(searched).toEqual([])
    expect(missing).toEqual(['UNCLOS'])
  })
})
