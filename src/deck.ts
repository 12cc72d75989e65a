/** Draws at random without repeating, channel by channel. */
export interface Deck {
  /** One of the cards that this channel has not seen; when it has seen all of them, they begin anew. */
  readonly draw: (channel: string, cards: readonly string[]) => string
}

const CHANNELS = 1_000

/**
 * @param random a number from 0 to below 1
 * @returns a deck that remembers the latest 1,000 channels
 */
export function createDeck(random: () => number = Math.random): Deck {
  const seenIn = new Map<string, Set<string>>()
  return {
    draw: (channel, cards) => {
      const seen = seenIn.get(channel) ?? new Set()
      // the channel drawn from latest stands last
      seenIn.delete(channel)
      seenIn.set(channel, seen)
      const [oldest = channel] = seenIn.keys()
      if (seenIn.size > CHANNELS) seenIn.delete(oldest)
      let fresh = cards.filter((card) => !seen.has(card))
      if (fresh.length === 0) {
        const latest = [...seen].at(-1)
        for (const card of cards) seen.delete(card)
        fresh = cards.filter((card) => cards.length === 1 || card !== latest)
      }
      const card = fresh[Math.floor(random() * fresh.length)]
      if (card === undefined) throw new RangeError('there is no card to draw')
      seen.add(card)
      return card
    },
  }
}
