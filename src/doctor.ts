// npm run doctor: looks at everything that the bot needs, and says what to do where it is not well.
import { existsSync } from 'node:fs'
import { commands } from '../commands/index.ts'
import { loadEnvironment, readConfig } from './config.ts'
import type { Config } from './config.ts'
import type { Finding } from './discord/inspect.ts'
import { inspect } from './discord/inspect.ts'
import { openLibrary } from './library.ts'
import { Problem } from './problem.ts'

const OLDEST = [20, 19] as const

process.stdout.on('error', () => process.exit()) // the reader of a pipe has gone
const findings = await examine()
for (const { well, text } of findings) process.stdout.write(`${well ? 'ok   ' : 'NOT  '} ${text}\n`)
process.exitCode = findings.every(({ well }) => well) ? 0 : 1

/** What there is beside the speech. */
function beside({ editorial, thesaurus }: Pick<Config, 'editorial' | 'thesaurus'>): string {
  const parts = [
    ['editorial index', editorial],
    ['thesaurus', thesaurus],
  ] as const
  return parts
    .map(([what, file]) => (existsSync(file) ? `its ${what} can be read` : `no ${what} (${file})`))
    .join(', ')
}

async function examine(): Promise<Finding[]> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNew = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  const node: Finding = {
    well: isNew,
    text: isNew
      ? `Node ${process.versions.node}`
      : `Node ${process.versions.node} is too old. Install Node ${OLDEST.join('.')} or later; 24 is best.`,
  }
  try {
    loadEnvironment()
    const config = readConfig(process.env)
    const { speech } = openLibrary(config)
    const data: Finding = {
      well: true,
      text: `${config.speech}: "${speech.title}", ${speech.paragraphs.length} paragraphs; ${beside(config)}`,
    }
    const { token, api, guildId } = config
    if (token === undefined) {
      return [
        node,
        data,
        {
          well: false,
          text: 'DISCORD_TOKEN is not set. Copy .env.example to .env and put the token in; README.md says how to get one. (The console needs none.)',
        },
      ]
    }
    return [node, data, ...(await inspect({ token, api, guildId, commands }))]
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [node, { well: false, text: error.message }]
  }
}
