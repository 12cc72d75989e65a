import { isReported } from '../../src/speech/around.ts'
import { describe, expect, test } from 'vitest'
import { drawText } from '../../src/console/draw.ts'
import { paginate } from '../../src/discord/draw.ts'
import { en } from '../../src/language/en.ts'
import { english } from '../../src/language/say.ts'
import { openSpeech, parseSpeech } from '../../src/speech/parse.ts'
import { buildQuotationCheck, type Checked } from '../../src/speech/quotation.ts'
import { speech, search, answer, paragraphs } from './asking.ts'

describe('/check', () => {
  const check = (quote: string) => answer('check', { quote }).data
  test('an invented quotation is not judged by the quotation inside it', () => {
    const invented = 'Wang Yi: “We will attack those who wrote “China is not an enemy,” and soon.”'
    for (const message of [false, true])
      expect(answer('check', { quote: invented, message }).data['verdict']).not.toBe('exact')
  })
  test('what begins or ends in the midst of a hyphenated word is altered', () => {
    for (const [quote, said, own] of [
      ['trade is an important part of China', 'China', 'China-U.S.'],
      ['In fighting COVID', 'COVID', 'COVID-19'],
      ['win cooperation as an important principle', 'win', 'win-win'],
    ] as const) {
      const reply = answer('check', { quote })
      expect(reply.data['verdict'], quote).toBe('altered')
      expect(drawText(reply, { width: 10_000, colour: false })).toContain(
        `You have “${said}”; the speech has *${own}*`,
      )
    }
    const whole = 'trade is an important part of China-U.S. relations'
    expect(check(whole)['verdict']).toBe('exact')
  })
  test('words that are given to another are not put together as the speaker’s', () => {
    const quote = '"We have no intention," Trump said, "to challenge or replace the United States"'
    expect(drawText(answer('check', { quote }), { width: 10_000, colour: false })).toContain(
      'Trump said',
    )
    const own = quote.replace('Trump', 'Wang Yi')
    expect(check(own)['verdict']).toBe('exact')
  })
  test('a quotation that ends with an abbreviation', () => {
    const quote = 'The root cause was “the previous U.S.” administration'
    expect(answer('check', { quote, message: true }).data['verdict']).toBe('exact')
  })
  test('every sentence and every pair of sentences is exact, whatever its quotes, dashes, case and space', () => {
    for (const { number, sentences } of speech.paragraphs) {
      for (const [index, sentence] of sentences.entries()) {
        const plain = sentence
          .replace(/[“”]/gu, '"')
          .replace(/’/gu, "'")
          .replace(/-/gu, ' – ')
          .toUpperCase()
        for (const quote of [sentence, `  ${plain} `, sentence + (sentences[index + 1] ?? '')]) {
          if (sentence.trim().split(' ').length < 3) continue
          expect(check(quote), quote).toMatchObject({ verdict: 'exact' })
          expect(paragraphs(check(quote))).toContain(number)
        }
      }
    }
  })
  test('a quotation over two paragraphs is exact', () => {
    const quote = `${speech.paragraphs[3]?.sentences.at(-1) ?? ''}\n${speech.paragraphs[4]?.sentences[0] ?? ''}`
    expect(paragraphs(check(quote))).toEqual([4, 5])
  })
  test('what is spoken outside the paragraphs is exact too, and its section is named', () => {
    const title = answer('check', {
      quote: 'How to bring China-U.S. relations back to the right track?',
    })
    expect(title.data).toMatchObject({ verdict: 'exact', passages: [] })
    expect(title.actions?.flat().map(({ label }) => label)).toEqual(['§3'])
    const over = check(
      'development of China-U.S. relations. How to bring China-U.S. relations back to the right track? Fifty years ago',
    )
    expect(over).toMatchObject({ verdict: 'exact' })
    expect(paragraphs(over)).toEqual([11, 12])
    expect(check('boundless prospects. Thank you!')).toMatchObject({ verdict: 'exact' })
  })
  test('a title that was not spoken is said to be one', () => {
    for (const [quote, said] of [
      [`"${speech.title}"`, 'title of the speech'],
      ['First: mutual respect', 'editors gave §3.1'],
      ['A hope for US policy makers', 'editors gave §2.7'],
    ] as const)
      expect(check(quote), quote).toEqual({ error: expect.stringContaining(said) })
    // said as well
    expect(check('The centenary of the CPC')).toMatchObject({ verdict: 'exact' })
  })
  test('the pull quote of the source is abridged', () => {
    expect(
      check(
        '"We hope that U.S. policy makers will ... abandon biases, give up unwarranted suspicions, and move to bring the China policy back to reason."',
      ),
    ).toMatchObject({ verdict: 'abridged' })
    expect(
      check(
        'We hope that U.S. policy makers will […] abandon biases, give up unwarranted suspicions',
      ),
    ).toMatchObject({ verdict: 'abridged' })
    expect(
      check('… abandon biases, give up unwarranted suspicions … bring the China policy back …'),
    ).toMatchObject({ verdict: 'abridged' })
    expect(
      check(
        'abandon biases, give up unwarranted suspicions … We hope that U.S. policy makers will',
      ),
    ).not.toMatchObject({ verdict: 'abridged' })
  })
  test('one other word is altered, with just that difference', () => {
    expect(check('We have no intention to challenge and replace the United States.')).toMatchObject(
      { verdict: 'altered', differences: [{ said: 'and', speech: 'or' }] },
    )
    expect(check('We never seek to form small circles targeted at others')).toMatchObject({
      verdict: 'altered',
      differences: [{ said: 'others', speech: 'other countries' }],
    })
  })
  test('a quotation that leaves much out of a long sentence is altered, with what is missing', () => {
    expect(
      check(
        'We urge the United States to stop smearing the CPC, stop conniving at Taiwan independence, and stop undermining China’s sovereignty',
      ),
    ).toMatchObject({
      verdict: 'altered',
      differences: [
        { said: '', speech: 'and China’s political system' },
        { said: '', speech: expect.stringMatching(/^or even supporting .* forces for$/u) },
      ],
    })
    expect(
      check(
        'President Xi underscored China’s principled position that it is willing to promote sound and steady development of China-U.S. relations',
      ),
    ).toMatchObject({
      verdict: 'altered',
      differences: [
        { said: '', speech: expect.stringMatching(/^work with .* differences, and$/u) },
      ],
    })
    expect(
      check('The United States and China should stop the war in Europe and the conflict in Gaza'),
    ).toMatchObject({ verdict: 'absent' })
  })
  test.each<[string, [said: string, speech: string][]]>([
    [
      "stop undermining China's sovereignty and security on internal affairs concerning Hong Kong, Xinjiang, Tibet and Taiwan",
      [
        [',', 'and'],
        ['and Taiwan', ''],
      ],
    ],
    [
      'China will always be a friend of democracy, and democracy is not a patent of a few countries.',
      [['China will always be a friend of democracy, and', '']],
    ],
    ['Know China as it is', [['Know', 'and understanding']]],
    ['We hope that U.S. policy makers will keep pace with the times', [['times', 'time']]],
    [
      'areas for China-U.S. cooperation are shrinking rather than expanding',
      [
        ['shrinking', 'expanding'],
        ['expanding', 'shrinking'],
      ],
    ],
    [
      'the two sides must engage in candid talks',
      [
        ['must', 'should'],
        ['talks', 'dialogues'],
      ],
    ],
    [
      'China’s trade in goods with partner countries surpassed 7.8 trillion dollars',
      [
        ['7.8', '$7.8'],
        ['dollars', ''],
      ],
    ],
    [
      'China’s per capita GDP has risen from less than 30 dollars to over 10,000 dollars',
      [
        ['30 dollars', '$30'],
        ['10,000 dollars', '$10,000'],
      ],
    ],
    [
      'Wang Yi told the audience that China has no intention to challenge the United States.',
      [
        ['China has', 'We have'],
        ['', 'or replace'],
      ],
    ],
    [
      'in fighting Covid, we have made the utmost efforts to protect the right to life',
      [['Covid', 'COVID-19']],
    ],
    ['over the past 40 years of diplomatic relations', [['40', '40-odd']]],
    ['the restoration of China’s lawful seat at the UN', [['UN', 'United Nations (UN)']]],
    [
      'the leadership of the Communist Party of China, the running of the country by the people',
      [['', '(CPC)']],
    ],
    [
      'stop supporting separatist forces for Taiwan independence',
      [
        [
          'stop supporting',
          'stop conniving at or even supporting the erroneous words and actions of',
        ],
      ],
    ],
    [
      'average life expectancy increased from thirty to seventy-two',
      [
        ['thirty', '30'],
        ['seventy-two', '72'],
      ],
    ],
    [
      'We firmly believe in multilateralism',
      [
        ['We', 'China'],
        ['believe', 'believes'],
      ],
    ],
    [
      'Only with true mutual respect can we build a better world for our children.',
      [
        [
          'we build a better world for our children',
          'China-U.S. relations achieve steady improvement and growth',
        ],
      ],
    ],
  ])('what differs is shown, and nothing that does not: %s', (quote, differences) => {
    expect(check(quote)).toMatchObject({
      verdict: 'altered',
      differences: differences.map(([said, speech]) => ({ said, speech })),
    })
  })
  test.each<[string, [said: string, speech: string][]]>([
    [
      'Such attempts have succeeded, and always will.',
      [
        ['', 'not'],
        ['always', 'never'],
      ],
    ],
    ['Democracy is not a patent of any country.', [['any country', 'a few countries']]],
    [
      'We strive for civil and political rights',
      [['', expect.stringMatching(/^comprehensive .* as well as$/u)]],
    ],
    [
      'China has no intention of challenging the United States',
      [
        ['China has', 'We have'],
        ['of challenging', 'to challenge or replace'],
      ],
    ],
    [
      'we must make once again the sensible and right decision',
      [['', expect.stringMatching(/^, with the sense .* world,$/u)]],
    ],
    [
      'the number of Chinese visitors to the US had plummeted',
      [['US', 'United States, either for exchange programs or study,']],
    ],
  ])(
    'most words of one sentence are near, though far from each other: %s',
    (quote, differences) => {
      expect(check(quote)).toMatchObject({
        verdict: 'altered',
        differences: differences.map(([said, speech]) => ({ said, speech })),
      })
    },
  )
  test('words here and there are no likeness', () => {
    expect(check('China will never bow to the United States.')).toMatchObject({ verdict: 'absent' })
    expect(check('the … of … the')).toMatchObject({ error: expect.any(String), passages: [] })
  })
  test('one word in another spelling is altered, though little else carries content', () => {
    expect(check('China is, as always, open to dialog')).toMatchObject({
      verdict: 'altered',
      differences: [{ said: 'dialog', speech: 'dialogue' }],
    })
    expect(check('It is a castle')).toMatchObject({ verdict: 'absent' })
  })
  test('the nearest place is found, also of a few words that the speech has often', () => {
    expect(check('promote peoples democracy')).toMatchObject({
      differences: [{ said: 'promote', speech: 'upholds and promotes' }],
    })
  })
  test('a difference at the beginning has all that the speech has there', () => {
    expect(check('over 800 million people have been lifted out of poverty')).toMatchObject({
      differences: [{ said: 'over', speech: 'More than' }],
    })
    expect(
      drawText(answer('check', { quote: 'U.S.-China relations deviated from the normal track' }), {
        width: 10_000,
        colour: false,
      }),
    ).toMatch(/You have \W*China\W* there; the speech does not/u)
  })
  test('a long quotation is altered with just the word changed, and its words shuffled are absent', () => {
    const whole = speech.paragraphs
      .slice(2, 6)
      .map(({ text }) => text)
      .join(' ')
    expect(check(whole)).toMatchObject({ verdict: 'exact' })
    expect(check(whole.replace('democracy', 'monarchy'))).toMatchObject({
      verdict: 'altered',
      differences: [{ said: 'monarchy', speech: 'democracy' }],
    })
    const words = whole.split(' ')
    const shuffled = words.map((_, index) => words[(index * 7) % words.length]).join(' ')
    expect(check(shuffled)).toMatchObject({ verdict: 'absent' })
  })
  test('what people put around a quotation is set aside', () => {
    const sentence = 'We have no intention to challenge or replace the United States.'
    for (const quote of [
      `${sentence} — Wang Yi, State Councilor and Foreign Minister of China, 22 February 2021`,
      `“${sentence}” (Wang, 2021, section 3.1, para. 14)`,
      `§3.1 First: mutual respect · ¶14\n${sentence}`,
      '"We have no intention," Wang said, "to challenge or replace the United States."',
      'it is willing to work with the Unites [sic] States, in the spirit of no conflict',
      'it is willing to work with the Unites States [sic], in the spirit of no conflict',
      `Wang Yi: ${sentence}`,
      `According to Wang Yi, ${sentence}`,
      `Wang Yi said ${sentence}`,
      `He told reporters that ${sentence}`,
      `${sentence.slice(0, -1)}, Wang Yi said`,
      'Democracy is not a patent of a few countries, said Wang Yi.',
      'It is a common value of humanity, he told reporters in Beijing.',
      'It is a common value of humanity, the Chinese minister Wang Yi said, according to Reuters',
      `${sentence} [1]`,
      'We have no inten\u00adtion to challenge or replace the United States.',
      '“We have no intention to challenge or replace the United States,” Wang said. “We are ready to have peaceful coexistence”',
    ])
      expect(check(quote), quote).toMatchObject({ verdict: 'exact' })
  })
  test('what Discord puts into a message is set aside', () => {
    const sentence = 'We have no intention to challenge or replace the United States.'
    for (const quote of [
      `${sentence} <:thinking:123456789012345678>`,
      `${sentence} <a:x:1>`,
      `<@1234> <@!1234> <@&1> <#1> ${sentence}`,
      `${sentence} <t:1618953630:R> <t:1618953630>`,
      `</ask:1> ${sentence}`,
      '[We have no intention](https://x.com) to challenge or replace the United States',
      'We have no intention to challenge or replace the [United States](<https://x.com>).',
      `${sentence} <https://x.com/a?b=c>`,
      `https://x.com/a ${sentence}`,
      `${sentence} (https://x.com/a)`,
      `${sentence} #politics`,
      `“${sentence}”\n#politics #China_US`,
      '#China is, as always, open to dialogue.',
      `@MFA_China: ${sentence} #China #US 1/3`,
      `(2/7) ${sentence.slice(0, -1)} #China @user`,
      `${sentence.slice(0, -1)} 1/3`,
    ])
      for (const message of [false, true])
        expect(answer('check', { quote, message }).data, quote).toMatchObject({ verdict: 'exact' })
  })
  test('what only looks like that is a part of the quotation', () => {
    for (const quote of [
      'We have <not> no intention to challenge or replace the United States.',
      'We have </every> no intention to challenge or replace the United States.',
      '[We have every intention](https://x.com) to challenge or replace the United States',
      // the words may be a part of the sentence
      'We have no intention to challenge or replace the #Soviet #Union',
      'We have no intention to challenge or replace @POTUS',
    ])
      expect(check(quote), quote).toMatchObject({ verdict: 'altered' })
  })
  test.each([
    [
      'United States. Is this real?',
      /^Word for word, but with words added[^]*You have “Is this real\?” there/u,
    ],
    ['United States source pls', /^Word for word[^]*You have “source pls” there/u],
    ['United States. (applause)', /Exact/u],
    // what turns it, or stands in the midst of a sentence
    ['United States? lol', /^Altered/u],
    ['United States, Wang Yi never said', /^Altered/u],
    ['lol', /^Altered/u],
  ])('words added after a sentence are told from those in it: … %s', (end, drawn) => {
    const quote = `We have no intention to challenge or replace the ${end}`
    expect(drawText(answer('check', { quote }), { width: 10_000, colour: false })).toMatch(drawn)
  })
  test('words added before a sentence are told from those in it', () => {
    const quote = 'lol is this real?? We have no intention to export ideology'
    const reply = answer('check', { quote })
    expect(reply.data).toMatchObject({
      verdict: 'altered',
      differences: [{ said: 'lol is this real??', speech: '' }],
    })
    expect(drawText(reply, { width: 10_000, colour: false })).toMatch(/^Word for word/u)
  })
  test('what is quoted before "he said" is shown with the rest', () => {
    const quote = '“China,” he said, “is a country that always values and safeguards world peace.”'
    expect(check(quote)).toMatchObject({
      verdict: 'exact',
      quotations: [{ quotation: expect.stringMatching(/^China/u) }],
    })
  })
  test('what is not about who said it, when and where, is a part of the quotation', () => {
    const words = 'We have no intention to challenge or replace the United States'
    for (const quote of [
      `${words} — Taiwan will be ours by force`,
      `${words} — Wang Yi will attack`,
      // another's name may be a part of it
      `${words}, Blinken said`,
      'China has become a backbone of multilateralism, according to Guterres',
      `${words} (as Trump did in 2019)`,
      `§3.1 We will attack · ¶14\n${words}`,
    ])
      expect(check(quote), quote).toMatchObject({ verdict: 'altered' })
    expect(check(`${words} … and then some more of it (2021)`)).toMatchObject({
      verdict: 'altered',
    })
    // somebody's own sentence around it is not compared
    expect(check(`The minister said: “${words},” and left`)).toMatchObject({
      verdict: 'exact',
      quotations: [{ quotation: words }],
    })
  })
  test.each([
    [
      'Wang accused Washington of having "seriously distorted China’s future path and policy"',
      ['exact'],
    ],
    ['the US must "stop smearing the CPC and China’s political system"', ['exact']],
    ['Guterres said: "China has become a backbone of multilateralism"', ['exact']],
    ['"stop smearing the CPC" and "stop undermining China’s sovereignty"', ['exact', 'exact']],
    [
      'He praised "a backbone of multilateralism" and "an indispensable and trustworthy force"',
      ['exact', 'exact'],
    ],
    [
      'It is "in the hands of the two peoples", and it needs "support of the two societies".',
      ['exact', 'exact'],
    ],
    ['Beijing is "open to dialogue" again', ['exact']],
    [
      'Wang called on the US to "act as early as possible" and to "remove its obstructions."',
      ['exact', 'exact'],
    ],
    [
      'He says the US should "abandon biases" and "give up unwarranted suspicions".',
      ['too short', 'exact'],
    ],
    ['Wang spoke of "dual circulations" and of "small circles".', ['too short', 'too short']],
    [
      'The paper says they "took concrete actions to uphold the basic norms … and safeguard the common interests"',
      ['abridged'],
    ],
  ])('somebody’s own words around quotation marks are not compared: %s', (quote, verdicts) => {
    const { quotations, partly } = search.check(quote, false)
    expect(quotations.map(({ verdict }) => verdict)).toEqual(verdicts)
    expect(partly).toBe(true)
  })
  test.each([
    [
      'He said the US must "remove its unreasonable tariffs on Chinese goods".',
      [{ said: 'its', speech: '' }],
    ],
    [
      'He said that "China is the largest contributor to the UN’s regular budget".',
      [{ said: '', speech: 'second' }],
    ],
    [
      'Antony Blinken said that "China is the largest contributor to the UN’s regular budget".',
      [{ said: '', speech: 'second' }],
    ],
    [
      'The US must "remove its unreasonable tariffs on Chinese goods", the minister told reporters.',
      [{ said: 'its', speech: '' }],
    ],
    [
      'He never said "China is the largest contributor to the UN’s regular budget".',
      [{ said: '', speech: 'second' }],
    ],
  ])('who says what is altered is no difference: %s', (quote, differences) => {
    expect(check(quote)).toMatchObject({ verdict: 'altered', differences })
  })
  test.each([
    [
      '"We have no intention to export ideology," Wang said, adding that "time is on our side".',
      ['exact', 'absent'],
    ],
    [
      '"We have no intention to challenge or replace the United States," he said, and "America is finished".',
      ['exact', 'absent'],
    ],
    // what breaks off there goes on in no other words
    [
      '"China has become a backbone of multilateralism," he said, and "America is finished".',
      ['exact', 'absent'],
    ],
    [
      '"democracy is not a patent of a few countries" and "there is only one model of democracy"',
      ['exact', 'absent'],
    ],
    [
      '"We are ready to have peaceful coexistence," he said, and "we have no intention to challenge or replace the United States".',
      ['exact', 'exact'],
    ],
    [
      '"China is the largest contributor to the UN’s regular budget" and "time is on our side"',
      ['altered', 'absent'],
    ],
    [
      '"There are 50 pairs of sister cities," he said, and "232 pairs of sister provinces".',
      ['altered', 'altered'],
    ],
    ['"The East is rising," he said, and "time is on our side".', ['absent', 'absent']],
    [
      'China "welcomes greater success of U.S. businesses in China", Mr Wang said. Washington should "remove unreasonable tariffs".',
      ['exact', 'exact'],
    ],
    [
      '"A good-mannered gentleman never thrusts his knife and fork into the food on someone else’s plate," he said, adding that "such attempts have not succeeded, and never will".',
      ['exact', 'exact'],
    ],
    ['Wang Yi: "Taiwan will be reunified."', ['absent']],
  ])(
    'quotations of one sentence are judged each for itself, found or not: %s',
    (quote, verdicts) => {
      const { quotations, partly } = search.check(quote, false)
      expect(quotations.map(({ verdict }) => verdict)).toEqual(verdicts)
      expect(quotations.every(({ quotation }) => !/said|Wang/u.test(quotation))).toBe(true)
      expect(partly).toBe(true)
    },
  )
  test.each([
    ['"We have no intention," he said, "to export communism."', 'altered'],
    ['"We have no intention to challenge or replace," he said, "the whole of Canada".', 'altered'],
  ])('parts in marks of what is one quotation are not judged apart: %s', (quote, verdict) => {
    const { quotations, partly } = search.check(quote, false)
    expect(quotations.map(({ verdict }) => verdict)).toEqual([verdict])
    expect(partly).toBe(false)
  })
  test('what is no quotation as a whole is judged by its parts', () => {
    const [ideology, replace] = [
      'We have no intention to export ideology.',
      'We have no intention to challenge or replace the United States.',
    ]
    const verdictsOf = ({ quotations }: Checked) => quotations.map(({ verdict }) => verdict)
    const verdicts = (quote: string) => verdictsOf(search.check(quote, false))
    expect(verdicts(`${ideology} ${replace}`)).toEqual(['exact', 'exact'])
    expect(verdicts(`${ideology} China will attack next year.`)).toEqual(['exact', 'absent'])
    expect(check(`${ideology} China will attack next year.`)).toMatchObject({ verdict: 'absent' })
    expect(verdicts('step up dialogue … it is important to respect each other')).toEqual([
      'exact',
      'exact',
    ])
    expect(verdicts('FM urges the U.S. to remove "unreasonable tariffs on Chinese goods"')).toEqual(
      ['exact'],
    )
    // nor is a word or two between "…", though the rest be exact
    expect(verdicts('Such attempts … will only cause problems')).toEqual(['too short', 'exact'])
    expect(check('Such attempts … will only cause problems')).toMatchObject({
      verdict: 'altered',
      quotations: [{ quotation: 'Such attempts', error: expect.any(String) }, { verdict: 'exact' }],
    })
    expect(verdicts('American people … the centenary of the CPC')).toEqual(['too short', 'exact'])
    expect(verdicts('China and the United States … must … lose confidence')).toEqual([
      'exact',
      'too short',
      'too short',
    ])
    expect(check(`China will … invade Taiwan. ${ideology}`)).toMatchObject({
      verdict: 'altered',
      quotations: [
        { quotation: 'China will', error: expect.stringContaining('does not have these') },
        { quotation: 'invade Taiwan.', error: expect.stringContaining('does not have these') },
        { verdict: 'exact' },
      ],
    })
    // in quotation marks too, and where the whole is taken for the wrong place
    for (const quote of [
      'Humanity must not lose confidence ... They will only cause problems',
      'Both countries gain from cooperation … China is, as always, open to dialogue',
      `${replace.slice(0, -1)} ... ${ideology}`,
    ])
      for (const [typed, message, partly] of [
        [quote, false, false],
        [`Wang Yi said ${quote}`, false, false],
        [`"${quote}"`, false, false],
        [`"${quote}"`, true, false],
        [`He told us on Monday: "${quote}" I am sure of it`, false, true],
      ] as const) {
        expect(verdictsOf(search.check(typed, message)), typed).toEqual(['exact', 'exact'])
        expect(search.check(typed, message), typed).toMatchObject({ apart: true, partly })
      }
  })
  const IDEOLOGY = 'We have no intention to export ideology'
  const PATENT = 'Democracy is not a patent of a few countries'
  test.each([
    [`- ${IDEOLOGY}\n- ${PATENT}\n- China is an enemy`, ['exact', 'exact', 'altered']],
    [`• ${IDEOLOGY}\n\n• We will attack Taiwan`, ['exact', 'absent']],
    [`1) ${IDEOLOGY}\n2) ${PATENT}`, ['exact', 'exact']],
    [`1. ${IDEOLOGY}\n2. ${PATENT}`, ['exact', 'exact']],
    [
      `Key points:\n* ${IDEOLOGY}\n* We are ready to have\n  peaceful coexistence`,
      ['exact', 'exact'],
    ],
    [`${IDEOLOGY}\n${PATENT}\nChina is an enemy`, ['exact', 'exact', 'altered']],
    [`${IDEOLOGY}; ${PATENT.toLowerCase()}`, ['exact', 'exact']],
    // one running text
    [
      'We have no wish to challenge or replace the United\nStates. We are ready to have',
      ['altered'],
    ],
    ['- We have no intention to challenge\n- or replace the United States', ['exact']],
    ['We have no intention to challenge or replace the\nUnited States and Canada', ['altered']],
  ])('each line or item of a list is judged for itself: %j', (quote, verdicts) => {
    const { quotations } = search.check(quote, false)
    expect(quotations.map(({ verdict }) => verdict)).toEqual(verdicts)
    expect(quotations.some(({ quotation }) => /^[•*\d]|points/u.test(quotation))).toBe(false)
  })
  test('many quotations are judged each for itself, and what is beyond the twelfth is not passed over', () => {
    const several = [
      'a common value of humanity',
      'a whole-process democracy',
      'no fixed model or standard answer',
      'the largest developing country',
      'the path of peace',
      'the three most pressing tasks',
      'the giant ship of China-U.S. relations',
      'the hands of the two peoples',
    ]
    const listed = `He noted ${several.map((one) => `"${one}"`).join(', ')} in that order.`
    for (const message of [false, true]) {
      const { quotations } = search.check(listed, message)
      expect(quotations.map(({ quotation }) => quotation)).toEqual(several)
      expect(quotations.map(({ verdict }) => verdict)).toEqual(
        several.map((_, index) => (index === 4 ? 'absent' : 'exact')),
      )
    }
    const [ideology, last] = ['We have no intention to export ideology.', 'We will go to war.']
    const many = [...Array.from({ length: 13 }, () => ideology), last]
    const quoted = answer('check', { quote: many.map((one) => `"${one}"`).join(' ') })
    for (const reply of [quoted, answer('check', { quote: many.join(' ') })]) {
      expect(reply.data['quotations']).toHaveLength(12)
      expect(drawText(reply, { width: 10_000, colour: false })).toContain('Only the first 12')
      expect(reply.data['verdict']).not.toBe('exact')
    }
    expect(quoted.data['error']).toMatch(/^Only the first 12 quotations were checked/u)
  })
  test.each([
    [
      'Wang Yi said: "We hope that U.S. policy makers will keep pace with the time, see clearly the trend of the world, abandon biases, give up unwarranted suspicions, and move to bring the China policy back to reason." That is a plea. He also said: "China is, as always, open to dialogue."',
      ['exact', 'exact'],
    ],
    [
      'Wang Yi\'s speech is here: "First, it is important to respect each other and not to interfere in each other’s internal affairs. This is a basic norm governing international relations." The Americans were not amused.',
      ['exact'],
    ],
    [
      'The paper quoted him: "We never seek to form small circles", "We never take actions unilaterally outside the authorization by the UN", "We never lie".',
      ['abridged', 'exact', 'absent'],
    ],
  ])('words around many that are the speech’s are not compared either: %s', (quote, verdicts) => {
    const { quotations, partly } = search.check(quote, false)
    expect(quotations.map(({ verdict }) => verdict)).toEqual(verdicts)
    expect(partly).toBe(true)
  })
  const REPLACE = 'We have no intention to challenge or replace the United States'
  test.each([
    // from different places, or in another order
    'the Communist Party of China … seriously distorted China’s future path and policy',
    'Such attempts have not succeeded. We have eliminated abject poverty for the first time in China’s thousands years of history.',
    'China has all along … basically cut off bilateral dialogue at all levels',
    // a "not" left out
    'with sincerity and good faith, and we … impose our wills.',
    'We have ~~no~~ intention to challenge or replace the United States.',
    'We seek to settle differences through dialogue … attempt to overturn the government of any country.',
    'areas for China-U.S. cooperation are … shrinking',
    'We urge the United States to … undermining China’s sovereignty and security',
    // words that look like what stands around a quotation
    'Wang said we will invade all who resist: We have no intention to export ideology.',
    'Wang Yi never said: We have no intention to export ideology.',
    'He never said we have no intention to export ideology.',
    `${REPLACE}, Wang Yi never said`,
    'It (the U.S.) is a whole-process democracy.',
    'There are 50 (500) pairs of sister provinces/states',
    'There are [500] 50 pairs of sister provinces/states',
    'In 1950, the United States basically cut off bilateral dialogue at all levels.',
    'According to the U.S. minister, China had been the biggest source of international students',
    'And its average life expectancy increased from 30 – 99.',
    `${REPLACE} — and China.`,
    // words of the speech that stand outside the quotation marks in other words
    '"We have no intention to challenge," he said, "the common development of all countries."',
    'There are 60 pairs of "sister provinces" and 500 pairs of "sister cities"',
    'Wang Yi never said that we have no intention to export ideology',
    // marks that change it
    'from less than -$30 to over -$10,000',
    '±800+ million people have been lifted out of poverty',
    `${REPLACE}?`,
    `${REPLACE}!?`,
    'it is natural for U.S. to have disagreements',
    'average life expectancy increased from 30 to 72 %',
    'There are –50 pairs of sister provinces/states',
    'There are ￥50 pairs of sister provinces/states',
    '"We seek to settle differences," Wang said, "through war."',
    'He co-authored the open letter, entitled “China is not an enemy,” and it was rejected by many well-known people.',
    'Similarly, “Do unto others as you would have them do unto you,” a teaching by Plato, is widely accepted around the world.',
  ])('is not exact: %s', (quote) => {
    expect(check(quote)['verdict']).toMatch(/^(?:altered|absent)$/u)
  })
  test.each([
    '“We have no” longer any “intention to challenge or replace the United States.”',
    `"${REPLACE}" except by force of arms`,
    'We have every intention to "challenge or replace the United States."',
    'We never "seek to settle differences through dialogue"',
    'We pretend to "settle differences through dialogue"',
    'We urge Russia to "stop smearing the CPC and China’s political system"',
    '"We have no intention to challenge or replace" Canada',
    'We "have no intention to challenge or replace" Canada',
    'He said "We have no intention to challenge or replace" Canada',
    '"There are 50 pairs of sister provinces/states and" 500 "pairs of sister cities"',
    'He said that "have no intention to challenge or replace" Canada',
    'There are "50 pairs of sister provinces/states and" 500 "pairs of sister cities"',
    'There are 60 pairs of "sister provinces" and 500 "pairs of sister cities"',
    '"We have no intention to challenge" and "replace the United States"',
    'They keep "50 pairs of sister provinces/states and" 500 "pairs of sister cities"',
    'China’s "average life expectancy increased from 30" to 82',
    'The root cause was that the previous Chinese administration "seriously distorted China’s future path"',
    'Over the past few years, China "basically cut off bilateral dialogue at all levels"',
    'China will "challenge or replace the United States"',
  ])('the words around the quotation are told to make something else of it: %s', (quote) => {
    const { differences, notes } = check(quote)
    expect(notes).toContain(en['check.around'])
    expect(differences).not.toEqual([])
  })
  test.each([
    ['"Do unto others as you would have them do unto you," Wang Yi told the forum.', true],
    ['"Do unto others as you would have them do unto you," said Wang.', true],
    [
      'Wang cited Confucius, "Do unto others as you would have them do unto you," and moved on.',
      true,
    ],
    ['@someone "China is not an enemy" — Wang Yi #China', true],
    ['Guterres: "China has become a backbone of multilateralism"', true],
    ['Xi Jinping said that "it is willing to work with the Unites States"', true],
    ['You have "remove unreasonable tariffs" and "lift its unilateral sanctions"', false],
    [`${REPLACE}. ${REPLACE}.`, false],
  ])('words around that do not quote are not compared: %s', (quote, isOthers) => {
    const { quotations, differences, notes } = check(quote)
    for (const judged of quotations as unknown[]) expect(judged).toMatchObject({ verdict: 'exact' })
    expect(differences).toEqual([])
    expect(notes).toEqual(isOthers ? [en['check.reported']] : [])
  })
  test.each([
    'Foreign Minister Wang Yi said on Monday: We have no intention to export ideology.',
    'Wang Yi said that we have no intention to export ideology',
    `${REPLACE} - Wang Yi, Chinese foreign minister`,
    `${REPLACE} (emphasis added)`,
    'We have no intention [emphasis added] to challenge or replace the United States',
    `[W]e have no intention to challenge or replace the United States¹`,
    'We have no intention to challenge or re-\nplace the United States',
    'China has upheld the purposes and principles of the U.N. Charter',
    'We hope that US policy makers will keep pace with the time',
    'China`s per capita GDP has risen from less than $ 30',
    'It is a whole-\nprocess democracy.',
    'China is，as always，open to dialogue。',
    '„Good morning and good evening“, sagte Wang Yi.',
    '« Its improvement always requires support of the two societies », a déclaré Wang Yi.',
    '"Its improvement always requires support of the two societies," Wang said, according to Reuters.',
    '“Good morning and good evening.” Wang Yi, “Bringing China-U.S. Relations Back to the Right Track” (Lanting Forum, Beijing, February 22, 2021).',
    'Good morning and good evening.1',
    'China now is in an epoch-making year.—Wang Yi',
    `Wang Yi\n${REPLACE}`,
    `¶14 ${REPLACE}`,
    'He said we have "no intention to export ideology"',
    'We hope that U.S. ... policy makers will keep pace with the time',
  ])('is exact: %s', (quote) => {
    expect(check(quote)).toMatchObject({ verdict: 'exact' })
  })
  test('in a message every kind of quotation is judged, also a short one', () => {
    const verdicts = (quote: string) =>
      search.check(quote, true).quotations.map(({ verdict }) => verdict)
    expect(verdicts(`> ${REPLACE}.\nHe added: “China will take Taiwan by force.”`)).toEqual([
      'exact',
      'absent',
    ])
    expect(
      verdicts(`Wang said 'we will defeat the United States', and "We have no intention to"`),
    ).toEqual(['absent', 'exact'])
    expect(verdicts(`“${REPLACE}”, only to “crush America”`)).toEqual(['exact', 'too short'])
    expect(verdicts(`Wang: „We will crush the United States“. He said "${REPLACE}".`)).toEqual([
      'absent',
      'exact',
    ])
    expect(verdicts('"We have no intention," he said, "to export communism."')).toEqual(['altered'])
    // two quotations with "he warned" between them are no one
    expect(
      verdicts(
        'Wang said “democracy is not a patent of a few countries” and warned: "both countries gain from cooperation"',
      ),
    ).toEqual(['exact', 'exact'])
    expect(
      answer('check', { quote: `“${REPLACE}”, only to “crush America”`, message: true }).data,
    ).toMatchObject({
      error: expect.stringContaining('does not have these words'),
      quotations: [
        { verdict: 'exact' },
        { error: expect.stringContaining('does not have these words') },
      ],
    })
  })
  test('what was judged is named where it is not all that was typed', () => {
    const some = answer('check', { quote: `I doubt that he really said “${REPLACE}” back then` })
    expect(drawText(some, { width: 10_000, colour: false })).toMatch(
      /^Only what stands in quotation marks was compared:\n\n\*We have no intention/u,
    )
    const { data } = answer('check', { quote: `Wang Yi: ${REPLACE}` })
    expect(data['quotations']).toEqual([{ quotation: REPLACE, verdict: 'exact' }])
    // who "didn't say" it is not who said it
    for (const denial of ['never said', "didn't say", 'wasn’t saying']) {
      const { quotations, partly } = search.check(`Wang Yi ${denial} “${REPLACE}”`, false)
      expect(partly || quotations[0]?.verdict === 'altered', denial).toBe(true)
    }
  })
  test('every place of a short quotation is named', () => {
    expect(paragraphs(check('We have no intention'))).toEqual([7, 14])
  })
  test('a word or two in common is no likeness', () => {
    expect(check('Taiwan is part of China')).toMatchObject({ verdict: 'absent' })
    expect(check('We have no intention to challenge or replace Russia.')).toMatchObject({
      verdict: 'altered',
      differences: [{ said: 'Russia', speech: 'the United States' }],
    })
  })
  test('pieces with nothing left out between them are exact', () => {
    expect(
      check('We have no intention … to challenge or replace the United States.'),
    ).toMatchObject({ verdict: 'exact' })
  })
  test('a message is judged by all that it quotes: one true quotation clears no other', () => {
    const inMessage = (quote: string) => answer('check', { quote, message: true })
    for (const message of [
      'look:\n> democracy is not a patent of a few countries',
      'look:\n>>> democracy is not a patent\nof a few countries',
      'he said “democracy is not a patent of a few countries” today',
      '“democracy is not a patent” he added, “of a few countries”',
    ])
      expect(inMessage(message).data, message).toMatchObject({ verdict: 'exact' })
    const both = inMessage(
      'he said “democracy is not a patent of a few countries” and “a castle of sand in the rain”',
    )
    expect(both.data).toMatchObject({ verdict: 'absent' })
    expect(both.private).toBe(true)
    const drawn = drawText(both, { width: 10_000, colour: false })
    expect(drawn).toMatch(/democracy is not a patent[^]*Exact:[^]*castle of sand[^]*Not in/u)
    expect(inMessage('').data).toEqual({ error: expect.stringContaining('no text of its own') })
  })
  test('a quotation of many paragraphs fits one page, with a button to each', () => {
    const whole = speech.paragraphs
      .slice(2, 6)
      .map(({ text }) => text)
      .join(' ')
    const reply = answer('check', { quote: whole })
    expect(paginate(reply.blocks, english)).toHaveLength(1)
    expect(reply.actions?.[0]?.map(({ label }) => label)).toEqual(['¶3', '¶4', '¶5', '¶6'])
    const one = answer('check', { quote: 'It is a whole-process democracy.' })
    expect(one.actions?.[0]?.map(({ label }) => label)).toEqual(['¶4', 'Context', 'Cite', 'Copy'])
  })
  test('a quotation is seen with the sentence that it is part of, and what was left out with it', () => {
    const drawn = (quote: string): string =>
      drawText(answer('check', { quote }), { width: 10_000, colour: false })
    expect(drawn('China is not an enemy')).toContain(
      'entitled “**China is not an enemy**,” and it was co-signed',
    )
    expect(
      drawn(
        'Both countries gain from cooperation … This has been proved time and again by history',
      ),
    ).toContain('*and lose from confrontation*')
  })
  test.each([
    ['we attempt to overturn the government of any country', 'Nor do'],
    ['take actions unilaterally outside the authorization by the UN', 'never'],
    ['challenge or replace the United States', 'no intention to'],
    ['smearing the CPC and China’s political system', 'stop'],
    ['occupy one inch of foreign territory', 'didn’t provoke any war or'],
    ['the U.S. side will adjust its policies as soon as possible', 'hope that'],
    ['Lanting Forum will be a platform for candid discussions', 'hope that today’s'],
    ['with true mutual respect can China-U.S. relations achieve steady improvement', 'Only'],
    ['seek dialogue instead of confrontation and teaming up', 'instead of ganging up'],
    // a call and a contrast without which the words say the same
    ['adjust its policies as soon as possible', undefined],
    ['stop smearing the CPC and China’s political system', undefined],
    ['areas for China-U.S. cooperation are expanding', undefined],
    ['cause problems and even conflicts', undefined],
    ['suppressing or even defeating the other. Such attempts', undefined],
    ['confrontation and teaming up instead of ganging up', 'instead of'],
    ['seek dialogue instead of confrontation', undefined],
  ])('what is cut off right beside it and turns it is shown: %s', (quote, beside) => {
    const { blocks, data } = answer('check', { quote })
    const drawn = drawText({ blocks, data }, { width: 10_000, colour: false })
    if (beside === undefined) {
      expect(data).toMatchObject({ verdict: 'exact', leftOut: [], notes: [] })
      return
    }
    expect(data).toMatchObject({ verdict: 'abridged', leftOut: [beside] })
    expect(data['notes']).toEqual([expect.stringContaining(beside)])
    expect(drawn).toContain(`right beside these words the speech has *${beside}*`)
    expect(drawn).not.toMatch(/Exact|in between/u)
  })
  test.each([
    ['We do attempt to overturn the government of any country', 'Nor do'],
    ['Attach political strings and impose our wills', 'not'],
    ['export an ideology', 'no intention to'],
    ['allow our relationship to be defined by disagreements', 'not'],
    ['Supporting the erroneous words and actions of separatists', 'stop conniving at or even'],
  ])(
    'what is cut off beside it and turns it is shown where it is altered, too: %s',
    (quote, beside) => {
      const { data } = answer('check', { quote })
      expect(data).toMatchObject({ verdict: 'altered', leftOut: [beside] })
      expect(data['notes']).toEqual([expect.stringContaining(`the speech has ${beside}.`)])
    },
  )
  test.each([
    'We believe that all countries are equal … China … took concrete actions to uphold the basic norms',
    'We must stand up to them … China … work together for the common good',
  ])('a single word between two cuts belongs to the words after it: %s', (quote) => {
    const { data } = answer('check', { quote })
    expect(data['verdict']).toBe('abridged')
    expect(data['notes']).toEqual([expect.stringContaining('somebody or something else')])
  })
  test.each([
    'The American people welcomed the strong growth momentum of the United States',
    'China, which inflicted immeasurable damage to bilateral relations',
    "The United States never interfered in China's internal affairs",
    'The United States had plummeted',
    'not allow our relations to be defined by disagreements over the past few years',
  ])('is told where the speech says it of another: %s', (quote) => {
    const { blocks, data } = answer('check', { quote })
    expect(data['notes']).toContainEqual(expect.stringContaining('does not join these words'))
    expect(JSON.stringify(blocks)).not.toContain('only the punctuation differs')
  })
  test.each([
    'China welcomes greater success of U.S. businesses in China and will continue to take effective measures',
    'no conflict, no confrontation, mutual respect and win-win cooperation',
    'stop smearing the CPC and China’s political system, stop conniving',
  ])('is not told where it is said so: %s', (quote) => {
    const { data } = answer('check', { quote })
    expect(data['notes']).not.toContainEqual(expect.stringContaining('does not join these words'))
  })
  test.each([
    ['largest contributor to the UN’s regular budget', 'second'],
    ['800 million people have been lifted out of poverty', 'More than'],
    ['the main reasons for the deterioration of China-U.S. relations', 'one of'],
    ['U.S. administration, out of its own political needs', 'previous'],
    [
      'It is also the largest contributor of peacekeepers',
      'among the five permanent members of the UN Security Council',
    ],
  ])('a limit cut off beside it is shown: %s', (quote, beside) => {
    expect(answer('check', { quote }).data).toMatchObject({
      verdict: 'abridged',
      leftOut: [beside],
    })
  })
  test('what is told of another is told so, where the words begin in the midst of it', () => {
    const quote = 'China is willing to work with the United States, in the spirit of no conflict'
    expect(answer('check', { quote }).data['notes']).toContainEqual(
      expect.stringContaining('somebody else’s'),
    )
  })
  test('a "not" that what follows the cut has, too, is not lacking', () => {
    const quote =
      'We urge the United States to stop smearing the CPC … and stop undermining China’s sovereignty'
    expect(answer('check', { quote }).data).toMatchObject({ verdict: 'abridged', notes: [] })
  })
  test('who posted it again is not the quotation', () => {
    const quote =
      'RT @CGTN Wang Yi: We have no intention to challenge or replace the United States.'
    expect(answer('check', { quote }).data['verdict']).toBe('exact')
  })
  test('a "not" that is drawn together with its verb is told as a "not"', () => {
    expect(answer('check', { quote: 'China isn’t open to dialogue' }).data).toMatchObject({
      verdict: 'altered',
      differences: [{ said: 'not', speech: ', as always,' }],
    })
    expect(answer('check', { quote: 'we didn’t provoke any war' }).data['verdict']).toBe('exact')
  })
  test('short quotations in a row are each judged, and not as one', () => {
    const { data } = answer('check', { quote: '“Taiwan”, “Huawei” and “giant ship”' })
    expect(data['quotations']).toEqual(
      ['Taiwan', 'Huawei', 'giant ship'].map((quotation) => ({
        quotation,
        error: expect.any(String) as string,
      })),
    )
  })
  test('with brackets and a cut it is abridged, not exact but for the brackets', () => {
    const { blocks } = answer('check', { quote: 'True democracy … [must] serve its people' })
    expect(JSON.stringify(blocks[0])).toContain('Abridged')
  })
  test('what begins a clause is exact, though the clause before it is negated', () => {
    for (const quote of [
      'and the prospects for interaction are broadening',
      'stop undermining China’s sovereignty',
      'They will only cause problems',
    ])
      expect(check(quote), quote).toMatchObject({ verdict: 'exact', notes: [] })
    const inGettysburg = buildQuotationCheck(openSpeech('test/fixtures/gettysburg.md'), {
      isContent: () => true,
      isEnglish: () => true,
      isCommon: () => true,
    })
    const verdictOf = (quote: string) => inGettysburg(quote, false).quotations[0]?.verdict
    // a dash and a "but" begin one, and a "rather" alone is no negation
    expect(verdictOf('we can not consecrate')).toBe('exact')
    expect(verdictOf('this ground. The brave men')).toBe('exact')
    expect(verdictOf('it can never forget what they did here')).toBe('exact')
    expect(verdictOf('to be here dedicated to the great task')).toBe('exact')
    expect(verdictOf('forget what they did here')).toBe('abridged')
  })
  const judgedIn = (text: string, quote: string) => {
    const other = parseSpeech(
      `---\ntitle: T\nspeaker: S\noffice: O\noccasion: C\ndate: 2020-01-01\nsource: X\n---\n\n## 1 One\n\n${text}\n`,
      'other.md',
    )
    const words = { isContent: () => true, isEnglish: () => true, isCommon: () => true }
    return buildQuotationCheck(other, words)(quote, false).quotations[0]
  }
  test('one place without a negation before it is enough', () => {
    // "we do not …" and "We do …" in one speech
    const text = 'We do not want a war with them. Some say that we want a war with them.'
    expect(judgedIn(text, 'want a war with them')).toMatchObject({
      verdict: 'exact',
      places: [{ start: text.lastIndexOf('want') }],
    })
  })
  test('a negation goes on over the comma of a list', () => {
    expect(judgedIn('We did not start a war, or join one.', 'or join one')).toMatchObject({
      verdict: 'abridged',
      leftOut: [{ negations: 'not', isBeside: true }],
    })
  })
  test('a negation among the words left out is altered where it governs what goes on, else warned of', () => {
    expect(
      check('Despite COVID-19, two-way trade expanded last year … reflecting the win-win nature'),
    ).toMatchObject({ verdict: 'abridged', leftOut: ['against headwinds'], notes: [] })
    for (const [quote, negation] of [
      [
        'areas for China-U.S. cooperation are expanding … and the prospects for interaction are broadening',
        'rather than',
      ],
      ['in the spirit of … mutual respect and win-win cooperation', ' no is'],
    ] as const) {
      const { verdict, notes } = check(quote)
      expect(verdict, quote).toBe('abridged')
      expect(notes, quote).toContainEqual(expect.stringContaining(negation))
    }
    for (const quote of [
      'areas for China-U.S. cooperation are expanding … shrinking, and the prospects',
      'in the past 70 years and more, we … occupy one inch of foreign territory',
      'Such attempts have … succeeded, and never will',
    ])
      expect(check(quote), quote).toMatchObject({ verdict: 'altered', notes: [] })
  })
  test('a quotation in somebody’s own sentence is judged by itself', () => {
    const own = check('China "never interfered in its internal affairs"')
    expect(own).toMatchObject({ verdict: 'exact', differences: [{ said: 'China', speech: 'and' }] })
    expect(own['notes']).toEqual([en['check.around']])
    // who said it is no part of a sentence of the speech, nor are quotations from two places
    for (const quote of [
      '"We have no intention," Wang said, "to challenge or replace the United States."',
      'He said "We have no intention to challenge or replace the United States," but "Such attempts have not succeeded, and never will."',
    ])
      expect(check(quote), quote).toMatchObject({ verdict: 'exact', differences: [], notes: [] })
  })
  test('a quotation with slips is altered by them', () => {
    expect(check('we hav no intenton to chalenge or replace the united states')).toMatchObject({
      verdict: 'altered',
      differences: [
        { said: 'hav', speech: 'have' },
        { said: 'intenton', speech: 'intention' },
        { said: 'chalenge', speech: 'challenge' },
      ],
    })
    // never a word that was not typed
    const { differences } = check('We sek to setle diferences thru dialogue')
    expect(differences).toContainEqual({ said: 'sek', speech: 'seek' })
    expect(check('they buildt a graet wall around the gardn of roses')['verdict']).toBe('absent')
  })
  test('what breaks off in one sentence and goes on in the midst of another is told', () => {
    for (const quote of [
      'We have no intention to … respect China’s core interests',
      'China welcomes greater success of U.S. businesses in China … remove unreasonable tariffs',
    ]) {
      expect(check(quote), quote).toMatchObject({ verdict: 'abridged' })
      expect(check(quote)['notes'], quote).toContain(en['check.crosses'])
    }
    const whole = check('We have no intention to export ideology. … We always stay on the new path')
    expect(whole).toMatchObject({ verdict: 'abridged', notes: [] })
    const turned =
      'We seek to settle differences through dialogue … occupy one inch of foreign territory'
    expect(check(turned)['verdict']).toBe('altered')
  })
  test('a word or two beside a longer piece may be a piece, in its sentence', () => {
    for (const [quote, leftOut] of [
      ['China is … open to dialogue.', 'as always'],
      [
        'China … will continue to take effective measures',
        'welcomes greater success of U.S. businesses in China, and',
      ],
      // the nearer "we have" of two in one sentence
      ['we have … the spread of the virus', 'curbed'],
    ])
      expect(check(quote ?? '')).toMatchObject({ verdict: 'abridged', leftOut: [leftOut] })
    for (const quote of [
      'China … cut off bilateral dialogue at all levels',
      'Taiwan … is the most representative democracy',
      'China is … the biggest source of international students',
      'We take win-win cooperation as an important principle in our diplomacy … good faith',
    ])
      expect(check(quote)['verdict'], quote).not.toMatch(/exact|abridged/u)
  })
  test.each([
    ['Xinjiang … have stood out as shining examples', 'and Tibet', true],
    ['Xinjiang … stood out as shining examples', 'and Tibet, have', true],
    ['Vogel … called for a rational China policy', 'a prominent China scholar', true],
    ['Kissinger made … visit to China', 'the ice-breaking', true],
    ['multilateralism … an indispensable and trustworthy force', 'and', true],
    ['the United States … never interfered in its internal affairs', 'and', true],
    ['direct investment … topped $110 billion', 'in those countries', false],
    [
      'the ice-breaking visit to China … leaders of China',
      'and with extraordinary political resolve',
      false,
    ],
    [
      'China’s trade in goods … topped $110 billion',
      'with partner countries surpassed $7.8 trillion, and direct investment in those countries',
      true,
    ],
  ])('what a cut may give to another is warned of: %s', (quote, leftOut, isWarned) => {
    const { verdict, notes, ...others } = check(quote)
    expect({ verdict, leftOut: others['leftOut'] }).toEqual({
      verdict: 'abridged',
      leftOut: [leftOut],
    })
    expect(JSON.stringify(notes).includes(en['check.crosses'])).toBe(isWarned)
  })
  test('a word cut at its hyphen is no piece', () => {
    for (const quote of [
      'Over the past 40 … years of diplomatic relations',
      'China … cooperation are expanding',
    ])
      expect(check(quote)['verdict'], quote).not.toMatch(/exact|abridged/u)
  })
  test('pieces of a word or two are not abridged, nor are small words a likeness', () => {
    expect(check('We have … intention to challenge or replace the United States.')).toMatchObject({
      verdict: 'altered',
      differences: [{ said: '', speech: 'no' }],
    })
    expect(check('China ... never ... will')).not.toMatchObject({ verdict: 'abridged' })
    for (const invented of [
      'There is no genocide in Xinjiang',
      'The U.S. is in decline.',
      'We urge Taiwan to surrender',
    ])
      expect(check(invented), invented).toMatchObject({ verdict: 'absent' })
  })
  test('other words are absent, and two words are no proof', () => {
    expect(check('Ask not what your country can do for you')).toMatchObject({
      verdict: 'absent',
      passages: [],
    })
    for (const quote of ['mutual respect', 'thank you'])
      expect(answer('check', { quote }), quote).toMatchObject({
        private: true,
        data: { error: expect.stringMatching(/^The speech has these words, but a word or two/u) },
      })
  })
  test('what is absent is shown as it was typed, for those with whom the reply is shared', () => {
    const drawn = (quote: string): string =>
      drawText(answer('check', { quote }), { width: 10_000, colour: false })
    const kennedy = 'Ask not what your country can do for you'
    expect(drawn(kennedy)).toMatch(`Checked, as it was typed: *${kennedy}*\n\nNot in the speech`)
    expect(drawn(`${kennedy}. `.repeat(20))).toMatch(
      /typed: \*[^*]{1,300}\* \(and \d+ more words\)/u,
    )
    expect(drawn('We have no intention to export ideology.')).not.toContain('Checked')
  })
  test.each<[string, number[], RegExp]>([
    ['"abandon biases"', [11], /has these words, but a word or two prove little/u],
    ['"poisoned"', [19], /has these words/u],
    ['"Thank you!"', [], /has these words/u],
    ['"unusually warm"', [], /does not have these words/u],
    ['Wang spoke of "dual circulations" and of "big lies".', [8], /does not have these words/u],
    ['""', [], /nothing to check/u],
    ['~~we have no~~ ~~intention~~', [], /nothing to check/u],
    ['…', [], /nothing to check/u],
    ['我们无意挑战或取代美国', [], /The speech is in English/u],
  ])('of words too few to be judged it is said whether they are there: %s', (quote, at, said) => {
    const reply = answer('check', { quote })
    expect(reply.data['error']).toMatch(said)
    expect(reply.data).not.toHaveProperty('verdict')
    if (at.length > 0) expect(paragraphs(reply.data)).toEqual(at)
    expect(drawText(reply, { width: 10_000, colour: false })).toMatch(said)
  })
  const EXACT = /Exact but for the words in brackets/u
  test.each([
    [
      '"[China has] no intention to challenge or replace the United States."',
      'China has',
      [],
      EXACT,
    ],
    [
      '"stop smearing the CPC [Communist Party of China] and China’s political system"',
      'Communist Party of China',
      [],
      EXACT,
    ],
    [
      '"stop smearing the [Chinese Communist Party] and China’s political system"',
      'Chinese Communist Party',
      ['CPC'],
      EXACT,
    ],
    ['"the future of [the] China-U.S. relationship is in the hands"', 'the', [], EXACT],
    // what turns it is cut off, which is worse
    [
      '[We will] challenge or replace the United States',
      'We will',
      ['no intention to'],
      /Abridged:/u,
    ],
  ])('words in brackets are whoever quotes’s own: %s', (quote, words, leftOut, headline) => {
    const { blocks, data } = answer('check', { quote })
    expect(data).toMatchObject({ verdict: 'abridged', leftOut })
    const drawn = drawText({ blocks, data }, { width: 10_000, colour: false })
    expect(drawn).toContain(`since they stand in brackets: *${words}*`)
    expect(drawn).toMatch(headline)
  })
  test('words in brackets that the speech has there are its own', () => {
    const [own, other] = ['[We] have', '[They] have'].map((start) =>
      check(`${start} no intention to challenge or replace the United States`),
    )
    expect(own).toMatchObject({ verdict: 'exact', notes: [] })
    expect(other).toMatchObject({
      verdict: 'abridged',
      notes: [expect.stringContaining('may speak of another')],
    })
  })
  test('a figure or a "not" in brackets is compared', () => {
    for (const quote of [
      'There are [500] pairs of sister provinces/states',
      'We [do not] seek to settle differences through dialogue',
      'We have [every] intention to challenge or replace the United States',
    ])
      expect(check(quote)['verdict'], quote).toBe('altered')
  })
  test('an omission within a list of what shall stop turns nothing, and is warned of', () => {
    for (const quote of [
      '"We urge the United States to stop ... undermining China\'s sovereignty"',
      '"We urge the United States to stop [...] supporting the [...] Taiwan independence"',
    ])
      expect(check(quote), quote).toMatchObject({
        verdict: 'abridged',
        notes: expect.arrayContaining([
          expect.stringContaining('stop is among the words left out'),
        ]),
      })
  })
  test('a cut that may take what governs the words after it is warned of', () => {
    for (const quote of [
      'have done our best to raise the cure rate and … the fatality rate',
      'Both countries gain from … confrontation',
      'We urge the United States to stop … China’s political system',
      'China is the … largest contributor to the UN’s regular budget',
      'There are 50 pairs of … sister cities',
    ])
      expect(check(quote), quote).toMatchObject({
        verdict: 'abridged',
        notes: [expect.stringContaining('what follows the cut may be said of')],
      })
  })
  test('a hashtag that denies what stands before it is not set aside', () => {
    const claim = 'China is a country that always values and safeguards world peace.'
    expect(check(`${claim} #China #peace`)['verdict']).toBe('exact')
    expect(check(`${claim} #NOT`)['verdict']).not.toBe('exact')
    expect(check(`${claim} #China #lies`)['verdict']).not.toBe('exact')
  })
  test('a heading that twists a list is not passed over', () => {
    const items = '\n- We have no intention to export ideology\n- We believe in shared interests'
    const verdicts = (quote: string) =>
      search.check(quote, false).quotations.map(({ verdict }) => verdict)
    expect(verdicts(`Wang Yi refused to say:${items}`)[0]).toBe('absent')
    expect(verdicts(`Key points:${items}`)[0]).toBe('exact')
  })
  test('a short sentence among other words is not denied', () => {
    for (const around of ['It is false that', 'Nobody in the room believed', 'Once upon a time'])
      expect(check(`${around} China firmly believes in multilateralism.`), around).toMatchObject({
        verdict: 'altered',
        differences: [{ said: around, speech: '' }],
      })
  })
  test('a comma more is told from other words', () => {
    const said = (quote: string): string =>
      drawText(answer('check', { quote }), { width: 10_000, colour: false })
    const list = 'COVID-19, climate change, and world economic recovery'
    expect(said(`${list} are the three most pressing tasks`)).toMatch(/^The same words as/u)
    expect(said(`${list} are the four most pressing tasks`)).toMatch(/^Altered: the speech/u)
    expect(said('We have no intention to export ideology?')).toMatch(/^Altered: the speech/u)
  })
  test('what the speech quotes or tells of another is said to be that', () => {
    for (const [quote, isOthers] of [
      ['"China is not an enemy," Wang Yi said.', true],
      ['"China has become a backbone of multilateralism," Wang Yi said.', true],
      ['Do unto others as you would have them do unto you', true],
      ['it is willing to work with the Unites States', true],
      ['As UN Secretary-General Antonio Guterres put it, China has become a backbone', false],
      ['erroneous words and actions of separatist forces for “Taiwan independence,”', false],
      ['We have no intention to export ideology.', false],
    ] as const)
      expect(JSON.stringify(check(quote)['notes']).includes('somebody else’s'), quote).toBe(
        isOthers,
      )
  })
  test('a rumour, and what others fear, is no statement of the speaker', () => {
    for (const [text, isOthers] of [
      ['I have heard the rumour that tolls will be charged on the new bridge.', true],
      ['Some shopkeepers fear that tolls will be charged on the new bridge.', true],
      ['We believe that tolls will be charged on the new bridge.', false],
    ] as const) {
      const start = text.indexOf('tolls')
      expect(isReported(text, start, text.length - 1), text).toBe(isOthers)
    }
  })
  test('what is meant by a slip is shown as the speech writes it', () => {
    expect(check('Profesor Ezra Vogle, promnent Chna scholr')['differences']).toContainEqual({
      said: 'Chna',
      speech: 'China',
    })
  })
  test('a list on one line is taken apart', () => {
    const [one, two] = ['Such attempts have not succeeded, and never will.', 'We never lie.']
    for (const list of [`1. ${one} 2. ${two}`, `- ${one} - ${two}`, `• ${one} • ${two}`]) {
      const { quotations } = check(list) as { quotations: { quotation: string }[] }
      expect(quotations.map(({ quotation }) => quotation)).toEqual([one, two])
    }
  })
  test('who said it is not set aside where the speech has another say it', () => {
    for (const [quote, said] of [
      ['Wang Yi called for a rational China policy till the last days of his life.', 'Wang Yi'],
      ['He underscored China’s principled position', 'He'],
    ] as const) {
      expect(check(quote), quote).toMatchObject({ verdict: 'altered', differences: [{ said }] })
    }
    expect(check('Wang Yi said China firmly believes in multilateralism')['verdict']).toBe('exact')
  })
  test('who “said” it is told where it is another', () => {
    const quote = '"We have no intention to challenge or replace the United States."'
    expect(check(`Biden said: ${quote}`)).toMatchObject({ differences: [{ said: 'Biden said' }] })
    expect(check(`Wang Yi said: ${quote}`)).toMatchObject({ differences: [] })
    expect(check('Guterres said: "China has become a backbone of multilateralism"')).toMatchObject({
      verdict: 'exact',
      differences: [],
    })
    for (const who of [
      'Biden',
      'President Xi Jinping',
      'President Biden said',
      'Edgar Snow said',
      'President Trump',
      'Wang Wenbin said',
      'Premier Wang Qishan said',
      'The Russian president said',
      'President Xi',
      'Secretary of State Antony Blinken',
      'Foreign Ministry spokesperson Hua Chunying',
      'foreign minister Qin Gang',
      'According to Biden',
      'Joe Biden tweeted',
      'In 2019, Wang Yi said',
      'Wang Yi on 7 March 2022',
    ])
      expect(check(`${who}: ${quote}`), who).toMatchObject({ differences: [{ said: who }] })
    for (const who of [
      'Claim',
      'Minister Wang',
      'On Taiwan',
      'Wang Yi (2021) said',
      'Reuters',
      'CNN',
      'TLDR',
      'New York Times',
      'PRC State Councilor Wang Yi said',
      'Beijing’s Wang Yi',
      'BEIJING (Reuters) - China’s Wang Yi said',
      'Amb. Wang',
      'Chinese Foreign Ministry',
      'The Ministry of Foreign Affairs said',
      'Xinhua News Agency',
      'Wang’s Lanting Speech',
      'In the wake of the 2020 U.S. election, Wang Yi said',
      'Wang Yi, foreign minister since 2013, said',
      'Wang Yi (1953–)',
      'Al Jazeera',
      'In his 2021 Lanting speech, Wang Yi said',
      'China’s top diplomat Wang Yi said on Monday',
    ])
      expect(check(`${who}: ${quote}`), who).toMatchObject({ differences: [] })
    // the paragraph names him, the sentence is not his
    const norm = '"A good-mannered gentleman never thrusts his knife and fork into the food"'
    expect(check(`Confucius said ${norm}`)).toMatchObject({
      differences: [{ said: 'Confucius said' }],
    })
  })
  test('sentences that stand together are one quotation, whatever mark is between them', () => {
    const quote = `${REPLACE}; we are ready to have peaceful coexistence`
    expect(check(quote)).toMatchObject({
      verdict: 'altered',
      differences: [{ said: ';', speech: '.' }],
    })
    expect(JSON.stringify(answer('check', { quote }).blocks)).toContain(en['check.marks'])
    // where more than a mark is between them, each is judged for itself
    const turned =
      'We have no intention to export ideology; we attempt to overturn the government of any country'
    expect(check(turned)['quotations']).toHaveLength(2)
  })
  test('of several quotations, whose speaker is named wrongly is told', () => {
    const [first, second] = [
      '"We have no intention to challenge or replace the United States."',
      '"China is, as always, open to dialogue."',
    ]
    const told = en['check.others'].replace('{names}', 'Biden').replace('{speaker}', 'Wang Yi')
    for (const text of [
      `Biden: ${first} Wang: ${second}`,
      `Wang Yi said ${first} and then Biden said ${second}`,
      `Wang Yi said: ${first} Later, Biden replied: ${second}`,
    ])
      expect(check(text), text).toMatchObject({ verdict: 'exact', notes: [told] })
    const message = { quote: `Biden said ${first}`, message: true }
    expect(answer('check', message).data['notes']).toEqual([told])
    for (const text of [
      `Wang Yi said ${first} He added: ${second}`,
      `Wang Yi: ${first} Reuters: ${second}`,
    ])
      expect(check(text), text).toMatchObject({ verdict: 'exact', notes: [] })
    // what he quotes of another is nobody's whom the text names, nor his
    expect(check('Biden said: "China is not an enemy"')['notes']).toEqual([en['check.reported']])
  })
  test('of whom the words are said is told where it is another', () => {
    const quote = '"basically cut off bilateral dialogue at all levels"'
    expect(check(`Wang said China ${quote}`)).toMatchObject({
      differences: [{ said: 'Wang said China', speech: 'the United States' }],
    })
    expect(check(`Wang said that Beijing ${quote}`)['differences']).not.toEqual([])
    expect(check(`Wang said Monday ${quote}`)['differences']).toEqual([])
    for (const text of [
      '"Both countries gain from cooperation and lose from confrontation," said Foreign Minister Wang.',
      'Wang Yi told the Lanting Forum "both countries gain from cooperation and lose from confrontation"',
    ])
      expect(check(text)['differences'], text).toEqual([])
  })
  test('what narrows a quotation, or multiplies its figure, is not cut off without a word', () => {
    for (const [quote, words] of [
      ['We never take actions unilaterally.', 'outside the authorization by the UN'],
      ['Xinjiang’s GDP expanded by over 200', 'times'],
    ] as const) {
      expect(check(quote), quote).toMatchObject({ verdict: 'abridged', leftOut: [words] })
    }
  })
  test('a name alone may stand in a quotation, and what is quoted before "said that" is not passed over', () => {
    const verdicts = (quote: string) =>
      search.check(quote, false).quotations.map(({ verdict }) => verdict)
    expect(
      verdicts('“We have no intention to challenge”, Wang Yi, “or replace the United States.”'),
    ).toEqual(['exact'])
    expect(
      verdicts(
        '"Big lies." Wang Yi said that we have no intention to challenge or replace the United States.',
      ),
    ).toEqual(['too short', 'exact'])
  })
  test('what was typed is shown again with no mark of omission of the bot’s own', () => {
    const sentence = speech.paragraphs[13]?.sentences[4]?.trim() ?? ''
    const quote = `"${sentence}" and "We have no intention to export ideology."`
    const drawn = drawText(answer('check', { quote, message: true }), {
      width: 10_000,
      colour: false,
    })
    expect(drawn).toMatch(/^\*We urge the United States[^…*]*\* \(and \d+ more words\)\n/u)
    expect(drawn).toContain('*We have no intention to export ideology.*')
  })
})
