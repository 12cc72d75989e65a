import { describe, expect, test } from 'vitest'
import { dispatch, contextOf, answer, paragraphs } from './asking.ts'

describe('/section reads references as people type them', () => {
  test.each<[string, number[]]>([
    ['3', [12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ['3.1', [13, 14]],
    ['first and second paragraphs', [1, 2]],
    ['second, third and fifth paragraphs', [2, 3, 5]],
    ['first and last paragraph', [1, 21]],
    ['first paragraphs of 3.1 and 3.3', [13, 17]],
    ['points 2 and 3', [15, 16, 17, 18]],
    ['§3.1', [13, 14]],
    ['§ 3.1', [13, 14]],
    ['section 3.1', [13, 14]],
    ['¶14', [14]],
    ['p14', [14]],
    ['14', [14]],
    ['paragraph 4', [4]],
    ['par. 4', [4]],
    ['13-15', [13, 14, 15]],
    ['13–15', [13, 14, 15]],
    ['15-13', [13, 14, 15]],
    ['from 19', [19, 20, 21]],
    ['¶19 onwards', [19, 20, 21]],
    ['paragraph 20 to the end', [20, 21]],
    ['2.1. Democracy', [4]],
    ['¶13–15', [13, 14, 15]],
    ['14,16', [14, 16]],
    ['first point', [13, 14]],
    ['2nd point', [15, 16]],
    ['third', [17, 18]],
    ['last point', [19, 20]],
    ['democracy', [4]],
    ['HUMAN RIGHTS', [5, 6]],
    ['closing', [21]],
    ['conclusion', [21]],
    ['intro', [1, 2]],
    ['(3.1)', [13, 14]],
    ['section three', [12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ['14 16', [14, 16]],
    ['3.1-3.2', [13, 14, 15, 16]],
    ['3-4', [12, 13, 14, 15, 16, 17, 18, 19, 20, 21]],
    ['4-3', [12, 13, 14, 15, 16, 17, 18, 19, 20, 21]],
    ['３', [12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ['§3.1 First: mutual respect', [13, 14]],
    ['§3.1 First: mutual respect · ¶14', [14]],
    ['3.1 ¶14', [14]],
    ['3.1, ¶14', [14]],
    ['3.1¶14', [14]],
    ['§3.1 p14', [14]],
    ['section 3.1, paragraphs 13-14', [13, 14]],
    ['§3.1 and ¶16', [13, 14, 16]],
    ['§3.1 - 3.2', [13, 14, 15, 16]],
    ['twenty-first paragraph', [21]],
    ['the final paragraph', [21]],
    ['final section', [21]],
    ['final point', [19, 20]],
    ['first proposal', [13, 14]],
    ['paragraph no. 14', [14]],
    ['13 through 15', [13, 14, 15]],
    ['part II', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['3, 4', [12, 13, 14, 15, 16, 17, 18, 19, 20, 21]],
    ['us policy', [11]],
    ['III', [12, 13, 14, 15, 16, 17, 18, 19, 20]],
    ['iv', [21]],
    ['II.1', [4]],
    ['§II.1', [4]],
    ['second paragraph of section 3.1', [14]],
    ['paragraph 2 of 3.1', [14]],
    ['¶2 of 3.1', [14]],
    ['3.1, second paragraph', [14]],
    ['paragraph 14 of section 3', [14]],
    ['penultimate paragraph', [20]],
    ['section three point one', [13, 14]],
    ['opening remarks', [1, 2]],
    ['two', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['sec2.2', [5, 6]],
    ['last paragraph of part 2', [11]],
    ['the first paragraph of the speech', [1]],
    ['paragraph fifth', [5]],
    ['section second', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
    // each mark has its own number
    ['¶1¶2', [1, 2]],
    ['¶13¶14', [13, 14]],
    // sections only where all of them are
    ['4, 5', [4, 5]],
    ['1, 5, 9', [1, 5, 9]],
    ['4-5', [4, 5]],
    // what follows a section's number is a section beside it
    ['2.1,2,3', [4, 5, 6, 7]],
    ['3.1 2', [13, 14, 15, 16]],
    ['3.1-2', [13, 14, 15, 16]],
    ['paragraphs three to five', [3, 4, 5]],
    ['from paragraph 3 to paragraph 5', [3, 4, 5]],
    ['from 3.1 to 3.3', [13, 14, 15, 16, 17, 18]],
    ['paragraph twenty one', [21]],
    ['twenty first paragraph', [21]],
    // with words of asking
    ['3.1 please', [13, 14]],
    ['show me section 3.1', [13, 14]],
    ['go to 3.1', [13, 14]],
    ['where is 3.1', [13, 14]],
    ['what does 3.1 say', [13, 14]],
    ['read the third point', [17, 18]],
    ['first three paragraphs', [1, 2, 3]],
    ['last two paragraphs', [20, 21]],
    ['the first two paragraphs of section 2', [3, 4]],
    ['points 1 and 2', [13, 14, 15, 16]],
    ['points 2-3', [15, 16, 17, 18]],
    ['the last two points', [17, 18, 19, 20]],
    ['the four points', [13, 14, 15, 16, 17, 18, 19, 20]],
    ['section 3, second point', [15, 16]],
    ['14th para.', [14]],
    ['first and third points', [13, 14, 17, 18]],
    ['3.1 last', [14]],
    ['3.1, last', [14]],
    ['3.2 (2)', [16]],
    ['3.1:2', [14]],
    ['human rights paragraph 2', [6]],
    ['second paragraph on human rights', [6]],
    ['second paragraph of the third point', [18]],
    ['democracy and human rights', [4, 5, 6]],
    ['peace and multilateralism', [7, 9]],
  ])('%s', (section, expected) => {
    expect(paragraphs(answer('section', { section }).data)).toEqual(expected)
  })
  test.each(['22', '99', '¶0', '0th paragraph', '7.7', 'p22', '22-30', 'VI', 'pizza', '-', '§'])(
    '%s is told what there is',
    (section) => {
      const reply = answer('section', { section })
      expect(reply).toMatchObject({ private: true })
      expect(reply.data['error']).toContain('paragraphs are ¶1 to ¶21')
    },
  )
  test.each(['first 0 paragraphs', 'last 0 points', '0 points'])('%s are none', (section) => {
    expect(answer('section', { section }).data['error']).toContain('There is no section')
    expect(answer('quote', { section }).data['error']).toContain('There is no section')
  })
  test.each(['3-1', '3,1'])('%s may be meant as 3.1, which a button shows', (section) => {
    const reply = answer('section', { section })
    expect(reply).toMatchObject({ private: true })
    expect(reply.actions?.flat()[0]?.label).toContain('3.1')
  })
  test.each(['outline', 'the whole speech', 'table of contents'])(
    '%s is the outline',
    (section) => {
      expect(answer('section', { section }).blocks).toEqual(answer('section', {}).blocks)
    },
  )
  test('words are told how to be found, and found with a button where the speech has them', () => {
    for (const name of ['section', 'quote'] as const) {
      const reply = answer(name, { section: 'Kissinger' })
      expect(reply.data['error']).toContain('To look for words, use /find')
      const button = reply.actions?.flat().find(({ label }) => label === '/find Kissinger')
      expect(dispatch.press(button?.press ?? '', contextOf()).data).toMatchObject({ total: 1 })
      expect(
        answer(name, { section: 'pizza' })
          .actions?.flat()
          .map(({ label }) => label),
      ).toEqual(['Outline'])
      expect(answer(name, { section: '¶99' }).data['error']).toBe(
        'There is no section or paragraph ¶99. Sections are §1 to §4; paragraphs are ¶1 to ¶21.',
      )
    }
  })
  test.each<[string, string, number[][]]>([
    // the tenth, or the first ten
    [
      '10 paragraphs',
      '§2.6 The centenary of the CPC · ¶10, ¶1–10',
      [[10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ],
    // there are four points
    ['first five points', '¶13–20', [[13, 14, 15, 16, 17, 18, 19, 20]]],
    // the paragraph is not in that section, or is counted from its beginning
    ['3.1 ¶9', '§2.5 Multilateralism · ¶9, §3.1 First: mutual respect', [[9], [13, 14]]],
    [
      'sec. 3.1, par. 2',
      '§3.1 First: mutual respect · ¶14, §1 Opening · ¶2, §3.1 First: mutual respect',
      [[14], [2], [13, 14]],
    ],
    ['fifth paragraph of 3.1', '§3.1 First: mutual respect', [[13, 14]]],
    // as far as the speech goes
    ['20-25', '¶20–21', [[20, 21]]],
    ['2.8', '§2 Knowing China as it is', [[3, 4, 5, 6, 7, 8, 9, 10, 11]]],
    ['14,20-999999999999', '¶14, 20–21', [[14, 20, 21]]],
    ['§3.1, ¶14 and 99', '§3.1 First: mutual respect · ¶14', [[14]]],
    ['multilaterlism', '§2.5 Multilateralism', [[9]]],
    ['human rihgts', '§2.2 Human rights', [[5, 6]]],
    ['winwin', '§2.4 Win-win cooperation', [[8]]],
    // a letter is no article
    ['2.a', '§2 Knowing China as it is', [[3, 4, 5, 6, 7, 8, 9, 10, 11]]],
    ['2 A', '§2 Knowing China as it is', [[3, 4, 5, 6, 7, 8, 9, 10, 11]]],
    ['2b', '§2 Knowing China as it is', [[3, 4, 5, 6, 7, 8, 9, 10, 11]]],
    ['3.1 and 5', '¶13–14', [[13, 14]]],
    // there are four points
    ['fifth', '§2.2 Human rights · ¶5', [[5]]],
    ['the 14th', '§3.1 First: mutual respect · ¶14', [[14]]],
    ['14 ff.', '§3.1 First: mutual respect · ¶14', [[14]]],
    ['Taiwan in 3.1 or so', '§3.1 First: mutual respect', [[13, 14]]],
    // topics of passages
    ['taiwan', '§3.1 First: mutual respect · ¶14', [[14]]],
    ['about Taiwan', '§3.1 First: mutual respect · ¶14', [[14]]],
    ['tariffs', '§3.3 Third: cooperation · ¶18', [[18]]],
    ['communist party', '§2.1 Democracy · ¶4', [[4]]],
  ])('%s is not shown as something else, but offered', (section, offered, places) => {
    for (const name of ['section', 'quote']) {
      const { data, actions, private: isPrivate } = answer(name, { section })
      expect(isPrivate).toBe(true)
      expect(data['error']).toContain(`Did you mean ${offered}?`)
      expect(
        actions?.[0]?.map(({ press }) => paragraphs(dispatch.press(press, contextOf()).data)),
      ).toEqual(places)
    }
  })
  test.each<[string, string]>([
    ['cooperation', '§2.4 Win-win cooperation'],
    // sections 2 and 3
    ['2-3', '¶2–3'],
    ['2,3', '¶2–3'],
  ])('%s may mean something else, which has a button', (section, other) => {
    const actions = answer('section', { section }).actions?.flat() ?? []
    const press = actions.find(({ label }) => label === other)?.press ?? ''
    expect(dispatch.press(press, contextOf()).data).toMatchObject({ title: other })
  })
  test.each([
    ['¶1', ['section.p2']],
    ['¶2-3', ['section.p1', 'section.p4']],
    ['¶20-21', ['section.p19']],
  ])('reads on from %s', (section, presses) => {
    const actions = answer('section', { section }).actions?.flat() ?? []
    expect(
      actions.filter(({ label }) => /Previous|Next/u.test(label)).map(({ press }) => press),
    ).toEqual(presses)
  })
  test('a range has one dash wherever it stands', () => {
    expect(answer('section', { section: '13-15' }).data['title']).toBe('¶13–15')
  })
  test('the outline has every section', () => {
    expect(answer('section').data['sections']).toHaveLength(15)
  })
})
