import { describe, expect, test } from 'vitest'
import { createDeck } from '../../src/deck.ts'
import { dispatch, contextOf, answer, paragraphs } from './asking.ts'

describe('/quote', () => {
  test('repeats nothing in a channel until all were shown', () => {
    const deck = createDeck()
    const draw = (channel: string, times: number) =>
      Array.from(
        { length: times },
        () => paragraphs(answer('quote', {}, contextOf(channel, deck)).data)[0],
      )
    // what one channel has seen is new to the other, and its own count goes on after that
    const begun = draw('a', 10)
    expect(new Set(draw('b', 21)).size).toBe(21)
    expect(new Set([...begun, ...draw('a', 11)]).size).toBe(21)
  })
  test('"Another" keeps to the paragraphs that were asked for', () => {
    const context = contextOf()
    const first = answer('quote', { section: '13-15' }, context)
    const another = first.actions?.flat().find(({ label }) => label === 'Another')?.press ?? ''
    const shown = Array.from(
      { length: 12 },
      () => paragraphs(dispatch.press(another, context).data)[0],
    )
    expect(new Set([...paragraphs(first.data), ...shown])).toEqual(new Set([13, 14, 15]))
  })
  test('"Another" keeps to a long range too', () => {
    const press = (section: string): string =>
      answer('quote', { section })
        .actions?.flat()
        .find(({ label }) => label === 'Another')?.press ?? ''
    expect(press('¶1-20')).toBe('quote.pp1-20')
    expect(press('¶1,3-5,9')).toBe('quote.pp1,3-5,9')
    expect([1, 3, 4, 5, 9]).toContain(
      paragraphs(dispatch.press('quote.pp1,3-5,9', contextOf()).data)[0],
    )
  })
  test('keeps to a section, and gives one sentence when short', () => {
    for (let draw = 0; draw < 8; draw++) {
      const { data } = answer('quote', { section: '2.2', short: true })
      expect([5, 6]).toContain(paragraphs(data)[0])
      expect((data['passages'] as { sentences: string[] }[])[0]?.sentences).toHaveLength(1)
    }
    for (const section of ['short', 'short 2.2', '2.2 short']) {
      const { data } = answer('quote', { section })
      expect((data['passages'] as { sentences: string[] }[])[0]?.sentences).toHaveLength(1)
    }
    for (const section of ['nowhere', 'short-sighted'])
      expect(answer('quote', { section }).data['error']).toContain(
        `no section or paragraph ${section}`,
      )
  })
})
