import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/reply.ts'
import { openSearch } from '../../src/search/search.ts'
import { openSpeech } from '../../src/speech/parse.ts'
import { referenceTo, spokenLines } from '../../src/speech/speech.ts'
import { speech, dispatch, contextOf, answer } from './asking.ts'

describe('/find', () => {
  test('counts every place, exact or in all forms', () => {
    const whole = spokenLines(speech)
      .map(({ text }) => text)
      .join('\n')
    expect(answer('find', { words: 'cooperation', exact: true }).data['total']).toBe(
      whole.match(/\bcooperation\b/giu)?.length,
    )
    // stems of small words may be those of others: "one" and "on", "hi" and "his"
    expect(answer('find', { words: 'one' }).data['total']).toBe(whole.match(/\bone\b/giu)?.length)
    expect(answer('find', { words: 'hi' }).data['total']).toBe(0)
    expect(answer('find', { words: 'mutual respect' }).data['total']).toBe(
      whole.match(/\bmutual respect\b/giu)?.length,
    )
    expect(answer('find', { words: 'right' }).data['total']).toBe(
      whole.match(/\brights?\b/giu)?.length,
    )
    expect(answer('find', { words: 'Huawei' })).toMatchObject({
      private: true,
      data: { total: 0, matches: [] },
    })
  })
  test('leads to every paragraph: by buttons, or by a menu where they are many', () => {
    const few = answer('find', { words: 'mutual respect' })
    expect(few.actions?.flat().map(({ label }) => label)).toContain('¶14')
    expect(few.menu).toBeUndefined()
    const many = answer('find', { words: 'China' })
    const matches = many.data['matches'] as { paragraph: number | null }[]
    const numbers = new Set(matches.flatMap(({ paragraph }) => paragraph ?? []))
    expect(many.menu?.choices.map(({ label }) => label)).toEqual(
      Array.from(numbers, (number) => `¶${number}`),
    )
  })
  test('shows each match as it stands', () => {
    const lines = spokenLines(speech)
    for (const { paragraph, section, before, match, after } of answer('find', { words: 'China' })
      .data['matches'] as {
      paragraph: number | null
      section: string
      before: string
      match: string
      after: string
    }[]) {
      const line = lines.find(
        (spoken) => (spoken.paragraph ?? null) === paragraph && spoken.section === section,
      )
      expect(line?.text).toContain(before + match + after)
      expect(match).toMatch(/^China/u)
    }
  })
  test('finds what is spoken outside the numbered paragraphs', () => {
    expect(answer('find', { words: 'Thank you' }).data).toMatchObject({
      total: 1,
      matches: [{ paragraph: null, section: '4', match: 'Thank you' }],
    })
  })
  test('tells words apart from words together, and letters from forms', () => {
    const total = (words: string, exact = false) => answer('find', { words, exact }).data['total']
    for (const words of ['knife fork', 'U.S.-China'])
      expect(answer('find', { words }).data).toMatchObject({
        total: 0,
        notes: [
          `${words}: each of these words is in the speech, but not together in this order.`,
          'Where they stand nearest to each other:',
        ],
      })
    expect(total("people's", true)).toBe(2)
    // "don't" is no form of "do", but its opposite
    expect(total('do')).toBeGreaterThan(0)
    expect(total("don't")).toBe(0)
    expect(total('don’t')).toBe(0)
    expect(total('people', true)).toBeGreaterThan(2)
    expect(total('peopl', true)).toBe(0)
    expect(total('$30')).toBe(1)
    expect(total('30')).toBe(2)
    expect(total('“Taiwan  independence,”', true)).toBe(1)
    // in capitals it is the country
    expect(total('us', true)).toBe(1)
    expect(total('US', true)).toBe(total('U.S.', true))
  })
  test.each<[string, boolean, string]>([
    ['"small circles"', false, '1 in the speech'],
    ['$30', false, '1 in the speech'],
    ['win win', false, '4 in the speech'],
    ['US', true, '24 in the speech'],
    ['the US', false, '3 in the speech'],
    ['“Taiwan independence,”', true, '1 in the speech'],
    ['"mutual respect"', true, '2 in the speech'],
    ['mutual respect.', true, '2 in the speech'],
    ['“win-win”!', true, '4 in the speech'],
    ['China-US', true, '16 in the speech'],
    ['the US side.', true, '3 in the speech'],
    // case does not count, and makes no other form
    ['WHO', true, '1 in the speech'],
    ['democracy', false, '11 in the speech, other forms included'],
    // "didn't" has not the word itself
    ['did', false, '1 in the speech, all in other forms'],
    // a slip that ends as a form would
    ['multilaterism', false, '3 in the speech, all in other forms'],
    ['10', false, '1 in the speech, all in other forms'],
  ])('says of %s (exact: %s) whether other forms are counted', (words, exact, counted) => {
    const [heading] = answer('find', { words, exact }).blocks
    expect(heading?.kind === 'heading' && plainText(heading.text)).toBe(`${words}: ${counted}`)
  })
  test.each([
    ['mutual, respect', 'mutual respect'],
    ['win win', 'win-win'],
    ['socialist democracies', 'socialist democracy'],
  ])('offers for %s, exactly, what the speech writes in its place', (words, meant) => {
    const { data } = answer('find', { words, exact: true })
    expect(data['notes']).toEqual([`${words}: nowhere in the speech.`, `Did you mean ${meant}?`])
  })
  test.each(['one hundred', 'did not', 'ten thousand', 'knives forks'])(
    'does not say that the words of %s are there as they were typed',
    (words) => {
      expect((answer('find', { words }).data['notes'] as string[])[0]).toBe(
        `${words}: each of these words is in the speech, at least one only in another form, but not together in this order.`,
      )
    },
  )
  test('says whose title it is that was not spoken', () => {
    expect(answer('find', { words: 'first: mutual respect' }).data['notes']).toContain(
      'That is the title that the editors gave §3.1; it was not spoken.',
    )
    expect(answer('find', { words: speech.title, exact: true }).data['notes']).toContain(
      'That is the title of the speech; the speech itself does not have it.',
    )
    for (const { title, number, spokenTitle } of speech.sections) {
      const { data } = answer('find', { words: title })
      if (data['total'] === 0 && !spokenTitle)
        expect(data['notes'], title).toContain(
          `That is the title that the editors gave §${number}; it was not spoken.`,
        )
    }
  })
  test('takes a word with * for the beginning of words', () => {
    const found = (words: string, exact = false): Set<string> =>
      new Set(
        (answer('find', { words, exact }).data['matches'] as { match: string }[]).map(({ match }) =>
          match.toLowerCase(),
        ),
      )
    for (const exact of [false, true]) {
      const all = found('un*', exact)
      for (const word of ['un', 'united', 'understanding', 'unilateral'])
        expect(all, word).toContain(word)
      expect([...all].every((word) => word.startsWith('un'))).toBe(true)
      expect([...found('democrat*', exact)]).toEqual(['democratic'])
      expect([...found('win-win coop*', exact)]).toEqual(['win-win cooperation'])
      // Markdown
      expect(found('*democracy*', exact)).toEqual(found('democracy', exact))
    }
    // no share, but "$30" and "from 30 to 72"
    expect(new Set(found('30%', false)).size).toBe(0)
    expect(new Set(found('*operation', false))).toEqual(new Set(['cooperation']))
    expect(new Set(found('mul*ism', false))).toEqual(new Set(['multilateralism']))
    const [heading] = answer('find', { words: 'coop*' }).blocks
    expect(heading?.kind === 'heading' && plainText(heading.text)).toBe('coop*: 10 in the speech')
    // the buttons keep it
    const { actions } = answer('find', { words: 'democrat* Taiw*' })
    for (const { press } of actions?.flat() ?? [])
      expect(dispatch.press(press, contextOf()).data['total'], press).toBeGreaterThan(0)
  })
  test.each<[string, string[], string[]]>([
    [
      'shared future',
      ['shared: 2 in the speech, other forms included', 'future: 4 in the speech'],
      [],
    ],
    [
      'cooperation, dialogue',
      ['cooperation: 10 in the speech', 'dialogue: 9 in the speech, other forms included'],
      [],
    ],
    // what they are written as in one, or what the thesaurus has for them
    ['peace keeping', ['keeping: 1 in the speech, all in other forms'], ['peacekeeping']],
    ['friend ship', ['ship: 1 in the speech'], ['friendship']],
    ['one belt one road', ['road: 1 in the speech'], ['Belt and Road Initiative']],
  ])('says of each word of %s where it is first', (words, counts, near) => {
    const { blocks, actions } = answer('find', { words })
    const texts = blocks.map((block) => (block.kind === 'text' ? plainText(block.text) : ''))
    for (const count of counts) {
      const at = texts.indexOf(count)
      expect(blocks[at + 1]?.kind, count).toBe('excerpt')
    }
    expect(actions?.[0]?.map(({ label }) => label)).toEqual(near)
    expect(texts.includes(`Did you mean ${near.join(', ')}?`)).toBe(near.length > 0)
  })
  test.each([
    ['United States', 'U.S. (24)'],
    ['US', 'United States (17)'],
    ['CPC', 'Communist Party of China (1)'],
    ['Communist Party of China', 'CPC (5)'],
  ])('counts beside %s its other form', (words, other) => {
    const notes = answer('find', { words }).blocks.map((block) =>
      block.kind === 'note' ? plainText(block.text) : '',
    )
    expect(notes).toContain(`The same in another form, not counted here: ${other}.`)
  })
  test('shows where words stand that do not stand together', () => {
    for (const [words, paragraph, strong] of [
      ['knife fork', 13, ['knife', 'fork']],
      ['circles small', 9, ['small', 'circles']],
      ['lose gains gain', 17, ['gain', 'lose']],
    ] as const) {
      const { blocks, actions } = answer('find', { words })
      const [nearest] = blocks.filter((block) => block.kind === 'excerpt')
      expect(nearest?.reference, words).toBe(referenceTo(speech, paragraph))
      expect(speech.paragraphs[paragraph - 1]?.text).toContain(nearest?.text)
      expect(nearest?.strong.map(({ start, end }) => nearest.text.slice(start, end))).toEqual(
        strong,
      )
      expect(actions?.flat().map(({ label }) => label)).toEqual([
        `¶${paragraph}`,
        ...words.split(' '),
      ])
    }
    // in no paragraph together
    const far = answer('find', { words: 'democracy Taiwan' })
    expect(far.data).toMatchObject({ total: 0, nearest: [] })
    for (const { press } of far.actions?.flat() ?? [])
      expect(dispatch.press(press, contextOf()).data['total'], press).toBeGreaterThan(0)
  })
  test('takes no other word for a form of one, though their stems are the same', () => {
    const total = (words: string) => answer('find', { words }).data['total']
    for (const [other, word] of [
      ['universe', 'university'],
      ['busy', 'business'],
      ['majority', 'major'],
      ['minor', 'minority'],
      ['practical', 'practice'],
      ['likely', 'like'],
      ['improvise', 'improve'],
      ['lateral', 'later'],
      ['unit', 'unite'],
      ['ration', 'rational'],
      ['respective', 'respects'],
      ['comprehension', 'comprehensive'],
      ['Cooper', 'cooperate'],
    ] as const) {
      expect(total(other), other).toBe(0)
      expect(total(word), word).toBeGreaterThan(0)
    }
  })
  test('numbers are found in every form too, long or short', () => {
    const found = (words: string) =>
      (answer('find', { words }).data['matches'] as { match: string }[]).map(({ match }) => match)
    expect(found('14')).toEqual(['14th'])
    expect(found('100')).toEqual(['100th'])
    expect(new Set(found('50'))).toEqual(new Set(['50', '50th', 'Fifty']))
    expect(found('10')).toEqual(['ten'])
    expect(found('1 million')).toEqual(['one million'])
    expect(found('4th')).toEqual(['Fourth'])
  })
  test.each<[string, string[]]>([
    ['dialog', ['dialogue']],
    ['democra', ['democracy']],
    ['chin', ['China', 'Chinese']],
    ['Kissenger', ['Kissinger']],
    ['Kisisnger', ['Kissinger']],
    ['policymakers', ['policy makers']],
    ['winwin cooperation', ['win-win cooperation']],
    ['multi-lateralism', ['multilateralism']],
    ['mutal respect', ['mutual respect']],
    // what /ask would search instead
    ['vogl', ['Vogel']],
    ['coronavirus', ['COVID-19', 'pandemic']],
    ['poor countries', ['developing countries']],
    ['Peking', ['China']],
    ['trump', ['previous U.S. administration']],
    ['mutal respekt', ['mutual respect']],
    // without the marks around it
    ['*coop*', ['cooperation']],
    // of several words each, as the speech writes it
    ['peacefull coexistance', ['peaceful coexistence']],
    // a name in capitals is no form of another word
    ['AIDS', []],
    ['Huawei', []],
    // four letters are near to too many words ("must"), other first letters are no slip ("seasons"), and
    // three letters are no beginning
    ['Musk', []],
    ['weapons', []],
    ['dem', []],
  ])('offers for %s what the speech has near to it', (words, near) => {
    const reply = answer('find', { words })
    expect(reply.data['total']).toBe(0)
    const actions = reply.actions?.flat() ?? []
    expect(actions.map(({ label }) => label)).toEqual(near)
    expect((reply.data['notes'] as string[])[1]).toBe(
      near.length > 0 ? `Did you mean ${near.join(', ')}?` : undefined,
    )
    for (const { press } of actions)
      expect(dispatch.press(press, contextOf()).data['total'], press).toBeGreaterThan(0)
  })
  test('finds or offers every hyphened word of a speech when it is typed as one', () => {
    for (const other of [speech, openSpeech('test/fixtures/gettysburg.md')]) {
      const context = { ...contextOf(), speech: other, search: openSearch(other) }
      const hyphened = spokenLines(other).flatMap(
        ({ text }) => text.match(/(?<![\p{L}\p{N}.-])\p{L}+-\p{L}+(?![\p{L}\p{N}.-])/gu) ?? [],
      )
      expect(hyphened.length).toBeGreaterThan(0)
      for (const word of hyphened) {
        const { data, actions } = answer('find', { words: word.replace('-', '') }, context)
        if (data['total'] === 0)
          expect(actions?.flat().map(({ label }) => label.toLowerCase())).toContain(
            word.toLowerCase(),
          )
      }
    }
  })
})
