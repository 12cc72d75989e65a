import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { openLibrary } from '../src/library.ts'

describe('the settings', () => {
  test.each([
    [{ GUILD_ID: '12' }, /GUILD_ID is not a server id/u],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is not a level/u],
    [{ DISCORD_API: 'nowhere' }, /DISCORD_API is not a web address/u],
    [{ DISCORD_API: 'ftp://a.b' }, /DISCORD_API is not a web address/u],
    [{ DISCORD_TOKEN: 'a токен' }, /DISCORD_TOKEN has characters that no token has/u],
    [{ SHARDS: '[0' }, /SHARDS is not a list/u],
    [{ SHARDS: 'automatic' }, /SHARDS is not a list/u],
    [{ SHARD_COUNT: 'x' }, /SHARD_COUNT is not a number/u],
    [{ SHARD_COUNT: '0' }, /SHARD_COUNT is not a number/u],
    [{ SHARD_COUNT: '100000' }, /SHARD_COUNT is not a number/u],
    [{ SHARDS: '[2, 3]' }, /SHARDS names a shard that there is not/u],
    [{ SHARDS: '[0, 4]', SHARD_COUNT: '4' }, /SHARDS names a shard that there is not/u],
  ])('%j is refused', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message)
  })
  test('the speech that ships keeps its index when it is named; another has its own', () => {
    expect(readConfig({ SPEECH: 'data/speech.md' }).editorial).toBe('data/editorial.yaml')
    expect(readConfig({ SPEECH: './data/speech.md' }).editorial).toBe('data/editorial.yaml')
    expect(readConfig({ SPEECH: 'a/b.md' })).toMatchObject({
      editorial: 'a/b.editorial.yaml',
      thesaurus: 'a/b.thesaurus.txt',
    })
    expect(readConfig({ SHARDS: '[0, 1]', SHARD_COUNT: '4' })).toMatchObject({
      token: undefined,
      shards: { ids: [0, 1], count: 4 },
    })
  })
  test('an index that is named must be there', () => {
    expect(() => openLibrary(readConfig({ EDITORIAL: 'nope.yaml' }))).toThrow(
      /nope\.yaml: there is no such file\. Correct EDITORIAL/u,
    )
  })
})
