import { describe, expect, test } from 'vitest'
import { citations } from '../src/citation.ts'
import { openSpeech } from '../src/speech/parse.ts'
import { findPlace, span } from '../src/speech/references.ts'
import { paragraphsOf, referenceTo } from '../src/speech/speech.ts'
import { speech, dispatch, contextOf, answer } from './commands/asking.ts'

describe('citations', () => {
  test.each([
    ['Ursula von der Leyen', 'von der Leyen', 'von der Leyen, U.', 'von der Leyen, Ursula'],
    ['Martin Luther King Jr.', 'King', 'King, M. L., Jr.', 'King, Jr., Martin Luther'],
    ['Nguyen Phu Trong', 'Nguyen', 'Nguyen, P. T.', 'Nguyen, Phu Trong'],
    ['Abraham Lincoln', undefined, 'Lincoln, A.', 'Lincoln, Abraham'],
    ['Hua Chunying', 'Hua', 'Hua, C.', 'Hua, Chunying'],
    ['Lin Wood', undefined, 'Wood, L.', 'Wood, Lin'],
    ['Ford Madox Ford', undefined, 'Ford, F. M.', 'Ford, Ford Madox'],
    ['Pelé', undefined, 'Pelé', 'Pelé'],
  ])('the name of %s', (speaker, familyName, apa, bibtex) => {
    const [first, , , third] = citations({ ...speech, speaker, familyName }, [14], 'Plain')
    expect(first?.text.startsWith(`${apa} (2021`)).toBe(true)
    expect(third?.text).toContain(`author = {${bibtex}}`)
  })
  test('of ¶14, in the form of each style guide for a speech published on the web', () => {
    expect(citations(speech, [14], 'Plain')).toMatchInlineSnapshot(`
      [
        {
          "style": "APA 7",
          "text": "Wang, Y. (2021, February 22). Bringing China-U.S. relations back to the right track [Speech transcript]. prorhetoric.com. https://prorhetoric.com/
      In text: (Wang, 2021, section 3.1, para. 14)",
        },
        {
          "style": "MLA 9",
          "text": "Wang Yi. “Bringing China-U.S. Relations Back to the Right Track.” Lanting Forum, Beijing, 22 Feb. 2021. prorhetoric.com. Transcript.
      In text: (Wang, sec. 3.1, par. 14)",
        },
        {
          "style": "Chicago 17",
          "text": "Wang Yi, “Bringing China-U.S. Relations Back to the Right Track” (speech, Lanting Forum, Beijing, February 22, 2021), sec. 3.1, par. 14, https://prorhetoric.com/.",
        },
        {
          "style": "BibTeX",
          "text": "@misc{wang2021p14,
        author = {Wang, Yi},
        title = {{Bringing China-U.S. Relations Back to the Right Track}},
        year = {2021},
        month = feb,
        date = {2021-02-22},
        howpublished = {\\url{https://prorhetoric.com/}},
        note = {Speech, Lanting Forum, Beijing, sec. 3.1, par. 14}
      }",
        },
        {
          "style": "Plain",
          "text": "Wang Yi, State Councilor and Foreign Minister of China, “Bringing China-U.S. Relations Back to the Right Track”, Lanting Forum, Beijing, 22 February 2021, §3.1 First: mutual respect, ¶14. https://prorhetoric.com/",
        },
      ]
    `)
  })
  test('every place that is written is understood', () => {
    for (const other of [speech, openSpeech('test/fixtures/gettysburg.md')]) {
      for (const { number } of other.paragraphs) {
        const [apa, mla, chicago, bibtex, plain] = citations(other, [number], 'Plain').map(
          ({ text }) => text,
        )
        const written = [
          referenceTo(other, number),
          /(?<=In text: ).*/u.exec(apa ?? '')?.[0],
          /(?<=In text: ).*/u.exec(mla ?? '')?.[0],
          /sec\. .*par\. \d+/u.exec(chicago ?? '')?.[0],
          /(?<=note = \{).*(?=\})/u.exec(bibtex ?? '')?.[0],
          /§.*¶\d+/u.exec(plain ?? '')?.[0],
        ]
        for (const reference of written)
          expect(findPlace(other, reference ?? ''), reference).toEqual({
            kind: 'paragraphs',
            numbers: [number],
          })
      }
      for (const { number } of other.sections)
        expect(findPlace(other, span(other, number))).toEqual({
          kind: 'paragraphs',
          numbers: paragraphsOf(other, number),
        })
    }
  })
  test.each<[string, number[], string[]]>([
    [
      '13-14',
      [13, 14],
      [
        '(Wang, 2021, section 3.1, paras. 13–14)',
        '(Wang, sec. 3.1, pars. 13–14)',
        'sec. 3.1, pars. 13–14,',
        '@misc{wang2021p13-14,',
        '§3.1 First: mutual respect, ¶13–14.',
      ],
    ],
    // of several sections
    [
      '13-15,17',
      [13, 14, 15, 17],
      [
        '(Wang, 2021, paras. 13–15, 17)',
        '(Wang, pars. 13–15, 17)',
        '2021), pars. 13–15, 17,',
        '@misc{wang2021p13-15.17,',
        '22 February 2021, ¶13–15, 17.',
      ],
    ],
    ['3.1', [13, 14], ['section 3.1, paras. 13–14', '', '', '', '§3.1']],
  ])('%s is cited and copied as a whole', (section, numbers, places) => {
    const actions = answer('section', { section }).actions?.flat() ?? []
    const pressed = (label: string) =>
      dispatch.press(actions.find((action) => action.label === label)?.press ?? '', contextOf())
    const written = Object.values(pressed('Cite').data['citations'] as Record<string, string>)
    for (const [at, text] of written.entries()) expect(text).toContain(places[at])
    const copies = pressed('Copy').blocks.flatMap((block) =>
      block.kind === 'copy' ? [block.text] : [],
    )
    expect(copies).toEqual(numbers.map((number) => speech.paragraphs[number - 1]?.text))
    expect(findPlace(speech, '(Wang, sec. 3.1, pars. 13–14)')).toMatchObject({ numbers: [13, 14] })
  })
  test('no two passages have one BibTeX key', () => {
    const keys = speech.paragraphs.map(
      ({ number }) =>
        /^@misc\{(\w+),/u.exec(citations(speech, [number], 'Plain')[3]?.text ?? '')?.[1],
    )
    expect(new Set(keys).size).toBe(speech.paragraphs.length)
    expect(keys[13]).toBe('wang2021p14')
  })
  test('of a speaker whose family name comes last', () => {
    const gettysburg = openSpeech('test/fixtures/gettysburg.md')
    expect(citations(gettysburg, [2], 'Plain')).toMatchInlineSnapshot(`
      [
        {
          "style": "APA 7",
          "text": "Lincoln, A. (1863, November 19). The Gettysburg Address [Speech transcript]. Bliss copy.
      In text: (Lincoln, 1863, section 2, para. 2)",
        },
        {
          "style": "MLA 9",
          "text": "Lincoln, Abraham. “The Gettysburg Address.” Dedication of the Soldiers’ National Cemetery, Gettysburg, 19 Nov. 1863. Bliss copy. Transcript.
      In text: (Lincoln, sec. 2, par. 2)",
        },
        {
          "style": "Chicago 17",
          "text": "Abraham Lincoln, “The Gettysburg Address” (speech, Dedication of the Soldiers’ National Cemetery, Gettysburg, November 19, 1863), sec. 2, par. 2, Bliss copy.",
        },
        {
          "style": "BibTeX",
          "text": "@misc{lincoln1863p2,
        author = {Lincoln, Abraham},
        title = {{The Gettysburg Address}},
        year = {1863},
        month = nov,
        date = {1863-11-19},
        howpublished = {Bliss copy},
        note = {Speech, Dedication of the Soldiers’ National Cemetery, Gettysburg, sec. 2, par. 2}
      }",
        },
        {
          "style": "Plain",
          "text": "Abraham Lincoln, President of the United States, “The Gettysburg Address”, Dedication of the Soldiers’ National Cemetery, Gettysburg, 19 November 1863, §2 The war, ¶2. Bliss copy",
        },
      ]
    `)
  })
})
