/** What is made when it is first asked for: the bot starts, and answers all else, without waiting for it. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
