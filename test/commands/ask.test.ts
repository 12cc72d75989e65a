import { describe, expect, test } from 'vitest'
import { drawText } from '../../src/console/draw.ts'
import { search, dispatch, contextOf, answer } from './asking.ts'

describe('/ask', () => {
  test('what is not there of several topics is in the data, too', () => {
    const { data } = answer('ask', { question: 'What about Taiwan and Huawei?' })
    expect(data['notes']).toEqual(['No passage mentions Huawei.'])
  })
  const drawn = (question: string): string =>
    drawText(answer('ask', { question }), { width: 10_000, colour: false })
  test('answers what is asked about the speech itself from its front matter', () => {
    for (const question of [
      'who gave the speech',
      "What is Wang Yi's job?",
      'When did he say this?',
      'who published the text',
      'Where was the speech given?',
      'who is Wang Yi',
      'what is the title',
      'when was this speech held',
    ])
      expect(drawn(question), question).toContain(
        'Wang Yi, State Councilor and Foreign Minister of China. Lanting Forum, Beijing, 22 February 2021.',
      )
    expect(drawn('what about Taiwan').split('\n')[0]).not.toContain('State Councilor')
  })
  test('has no views of its own', () => {
    for (const question of [
      'Do you agree with him?',
      'should I believe Wang Yi',
      'who made you?',
      'help',
      'is this bot run by the government?',
      'what languages do you speak',
      'do you store my messages?',
      'is this true?',
      'are you human?',
      'what is your name',
      'hello',
      'hey bot how are you today',
      "how's it going?",
      'good night',
      'what time is it now',
      'can you help me with my homework?',
    ])
      expect(drawn(question), question).toContain('has no views')
    expect(drawn('how are things between China and the United States')).not.toContain(
      'has no views',
    )
    expect(drawn('What do you think about Taiwan?')).toContain('¶14')
  })
  test('says so where its own view is asked of a topic, and shows the passage', () => {
    for (const question of [
      'what do you think about Hong Kong?',
      'do you support Taiwan independence?',
      'is he honest about Xinjiang?',
      'Is what he said about poverty accurate?',
      'is what he says about Xinjiang true?',
      'Is it true that more than 800 million people were lifted out of poverty?',
    ]) {
      expect(drawn(question), question).toMatch(/^The bot has no views/u)
      expect(answer('ask', { question }).data['verdict'], question).toBe('answered')
    }
    for (const question of [
      'what do you think he says of Hong Kong?',
      'cite paragraph 14',
      'He mentioned Vogel, right?',
      'Is that true democracy?',
      'is the right track mentioned?',
    ])
      expect(drawn(question), question).not.toContain('no views')
  })
  test('tells who asks in another language that the speech is in English', () => {
    for (const question of ['Was sagt er über Taiwan?', '台湾', 'Что он говорит о Тайване?'])
      expect(drawn(question), question).toContain('ask in English')
    expect(drawn('What about submarines?')).not.toContain('in English')
  })
  test('does not deny what is spoken outside the paragraphs', () => {
    for (const [question, words] of [
      ['does he say thank you', 'Thank you!'],
      ['distinguished guests', 'Distinguished Guests'],
    ] as const) {
      expect(drawn(question), question).toMatch(new RegExp(`\\*{2}${words.split(' ')[0]}`, 'u'))
      const { verdict, notes } = answer('ask', { question }).data
      expect(verdict, question).toBe('related')
      expect(notes, question).toContainEqual(expect.stringContaining('1 in the speech'))
    }
    // what is asked of them is not there
    const { data } = answer('ask', { question: 'did the distinguished guests approve the plan' })
    expect(data['verdict']).toBe('absent')
  })
  test('tells the range where a number is out of it', () => {
    for (const question of [
      'paragraph 30',
      '¶40',
      'section 9?',
      'What does paragraph 22 say?',
      'the tenth paragraph of section 2',
      'what comes after section 4?',
    ]) {
      expect(answer('ask', { question }).data['verdict'], question).toBe('absent')
      expect(drawn(question), question).toContain('¶1 to ¶21')
    }
    expect(answer('ask', { question: 'paragraph 14' }).data).toMatchObject({
      verdict: 'answered',
      passages: [{ paragraph: 14 }],
    })
  })
  test('counts each of what does not stand together', () => {
    const question = 'how often does he say cooperation and confrontation'
    expect(answer('ask', { question }).data).toMatchObject({ verdict: 'answered', total: 14 })
    // each with the forms of the other would count them twice
    const alike = answer('ask', { question: 'how many times does he say peace or peaceful' }).data
    expect(alike).toMatchObject({ verdict: 'answered', total: 5 })
  })
  test('counts what it is asked to count', () => {
    for (const [question, total] of [
      ['How many times does he say “Taiwan”?', 1],
      ['how often is cooperation mentioned in the speech', 10],
      ['How many times does he mention the US?', 24],
      ['how often does Wang Yi refer to Taiwan', 1],
      ['how many mentions of Taiwan are there', 1],
      ['how many times is Taiwan mentioned in total', 1],
      ['how many times does he talk about Taiwan', 1],
      ['how many references to Taiwan are there in this speech', 1],
      ['how many times can I find the word Tibet', 2],
      ['how often "mutual respect"', 2],
      ['count democracy', 11],
      ['frequency of peace', 5],
      // all places, in order: the first and the last are seen
      ['in which paragraph does he first mention Xinjiang', 3],
      ['where is Tibet last mentioned?', 2],
      ['the first mention of the CPC', 5],
      ['Tibet, last mention', 2],
      ['how many time does he say cooperation in section 3', 10],
      ['number of times he says dialogue', 9],
      // in these letters, not "economic"
      ['How many times does he say the word "economy"?', 1],
      ['How many times does the word democracy appear?', 10],
      ['How often does he say "US"?', 24],
    ] as const) {
      const { data } = answer('ask', { question })
      expect(data, question).toMatchObject({ verdict: 'answered', total })
      expect(data['matches'], question).toHaveLength(total)
      expect(data['notes'], question).toContainEqual(expect.stringContaining(`: ${total} in the`))
    }
    expect(answer('ask', { question: 'how often does he say Huawei' }).data['verdict']).toBe(
      'absent',
    )
    // a word that is nowhere has no passage
    for (const [question, word] of [
      ['how many times does he mention genocide', 'genocide'],
      ['how often does he mention genocide', 'genocide'],
      ['how many times does he mention Russia', 'Russia'],
      ['how many times does he say sorry', 'sorry'],
    ] as const)
      expect(answer('ask', { question }).data, question).toMatchObject({
        verdict: 'absent',
        passages: [],
        notes: [`${word}: nowhere in the speech.`],
      })
    // what is said in other words only is not said so
    const inOthers = answer('ask', { question: 'how often does he say Trump' }).data
    expect(inOthers['verdict']).toBe('related')
    expect(inOthers['notes']).toContain('Trump: nowhere in the speech.')
    expect(drawn('count the word dialogue')).toContain('With other forms of the words: 9.')
    // "democratic" among them
    expect(drawn('how often does he say democracy')).toContain('11 in the speech, other forms')
    // others' words, another place, and what only sounds like a count, are searched for
    for (const question of [
      'how many times did Guterres mention China?',
      'how often is China mentioned in the open letter?',
      'how often do the two sides meet?',
      'how many times did the GDP of Xinjiang grow?',
    ])
      expect(drawn(question), question).not.toContain('in the speech')
  })
  test('counts each of several words in quotation marks for itself', () => {
    for (const [question, counts] of [
      [
        'How many times does he say "win-win" and "cooperation"?',
        ['win-win: 4 in the speech', 'cooperation: 10 in the speech'],
      ],
      [
        "how often does he use the words 'Taiwan' or “people's” or «Huawei»",
        [
          'Taiwan: 1 in the speech',
          "people's: 2 in the speech",
          'With other forms of the words: 20.',
          'Huawei: nowhere in the speech.',
        ],
      ],
      [
        'how often does he say "peace" and "peace"',
        ['peace: 4 in the speech', 'With other forms of the words: 5.'],
      ],
    ] as const) {
      const { verdict, notes } = answer('ask', { question }).data
      expect(verdict, question).toBe('answered')
      expect(notes, question).toEqual(counts)
    }
  })
  test('of several words that stand often, one message tells how often, and a button where', () => {
    const question = 'how often does he say "the" "of" "and" "to" "in" "we" "is" "US" "China" "it"'
    const { blocks, actions } = answer('ask', { question })
    expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(8)
    expect(blocks.filter(({ kind }) => kind === 'excerpt')).toEqual([])
    expect(actions?.flat().map(({ press }) => press)).toContain('find.ewe')
  })
  test('another word for it is no answer where a word is asked for', () => {
    for (const question of ['Did Wang Yi mention Trump?', 'Is Trump mentioned?'])
      expect(answer('ask', { question }).data['verdict'], question).toBe('related')
    // the very word is asked for
    for (const question of ['Does he use the word freedom?', 'does the word "rival" appear'])
      expect(answer('ask', { question }).data['verdict'], question).toBe('absent')
    expect(answer('ask', { question: 'does the phrase win-win occur' }).data['verdict']).toBe(
      'answered',
    )
    for (const question of ['does he mention Taiwan', 'Does he mention Taiwan twice?'])
      expect(answer('ask', { question }).data['verdict'], question).toBe('answered')
    // of two, one is there
    for (const question of [
      'Does he mention Taiwan and Japan?',
      'is Xinjiang or Kashmir mentioned',
    ])
      expect(answer('ask', { question }).data['verdict'], question).toBe('related')
  })
  test('says above the passage what was searched instead', () => {
    const text = drawn('does he mention Donald Trump?')
    expect(text.indexOf('Searched *previous U.S. administration*')).toBe(0)
    // as the speech writes it
    expect(drawn('what about Hong Kongg')).toContain('Searched *Kong* for *Kongg*')
  })
})

describe('autocomplete', () => {
  const suggest = (name: string, typed: string): readonly string[] =>
    dispatch.suggest(name, typed, contextOf())
  test('offers starters while nothing is typed, and every starter is answered', () => {
    const starters = suggest('ask', '')
    expect(starters.length).toBeGreaterThan(15)
    for (const starter of starters) expect(search.ask(starter).verdict, starter).toBe('answered')
  })
  test('offers questions and sections that go with what is typed; a section is an answer too', () => {
    const offered = suggest('ask', 'mutual resp')
    expect(offered).toContain('§3.1 First: mutual respect')
    expect(offered.some((choice) => choice.endsWith('?'))).toBe(true)
    expect(search.ask('§3.1 First: mutual respect').hits[0]?.paragraph).toBe(13)
    for (const name of ['section', 'quote'])
      expect(suggest(name, 'mut')).toContain('§3.1 First: mutual respect')
  })
  test('never more or longer than Discord takes, whatever is typed', () => {
    const typed = ['', 'a', 'china', '3', '§', 'what does he say about t', 'x'.repeat(6000)]
    for (const text of typed) {
      const offered = suggest('ask', text)
      expect(offered.length).toBeLessThanOrEqual(25)
      for (const choice of offered) expect(choice.length).toBeLessThanOrEqual(100)
      expect(new Set(offered).size).toBe(offered.length)
    }
  })
})
