// npm run doctor: looks at everything that the bot needs, and says what to do where it is not well.
import { existsSync } from 'node:fs'
import { commands } from '../commands/index.ts'
import { loadEnvironment, readSettings, type Config } from './config.ts'
import { inspect, type Report } from './discord/inspect.ts'
import { fileOf } from './library.ts'
import { Problem } from './problem.ts'
import { openEditorial } from './search/editorial.ts'
import { openThesaurus } from './search/thesaurus.ts'
import { openSpeech } from './speech/parse.ts'

const OLDEST = [20, 19] as const

process.stdout.on('error', () => process.exit()) // the reader of a pipe has gone
process.exitCode = 0
await examine({
  good: (text) => void process.stdout.write(`ok    ${text}\n`),
  bad: (text) => {
    process.stdout.write(`NOT   ${text}\n`)
    process.exitCode = 1
  },
})

/** What there is beside the speech. */
function beside({ editorial, thesaurus }: Pick<Config, 'editorial' | 'thesaurus'>): string {
  const told = (what: string, file: string): string =>
    existsSync(file) ? `its ${what} can be read` : `no ${what} (${file})`
  return `${told('editorial index', editorial)}, ${told('thesaurus', thesaurus)}`
}

async function examine(report: Report): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNew = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  const node = `Node ${process.versions.node}`
  if (isNew) report.good(node)
  else report.bad(`${node} is too old. Install Node ${OLDEST.join('.')} or later; 24 is best.`)
  // what is broken hides nothing else
  const attempt = <T>(look: () => T): T | undefined => {
    try {
      return look()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      report.bad(error.message)
      return undefined
    }
  }
  attempt(loadEnvironment)
  const { config, problems } = readSettings(process.env)
  for (const problem of problems.values()) report.bad(problem)

  const speech = attempt(() => openSpeech(fileOf(config, 'speech')))
  const editorial = attempt(() => speech && openEditorial(fileOf(config, 'editorial'), speech))
  const thesaurus = attempt(() => openThesaurus(fileOf(config, 'thesaurus')))
  if (speech && editorial && thesaurus)
    report.good(
      `${config.speech}: "${speech.title}", ${speech.paragraphs.length} paragraphs; ${beside(config)}`,
    )

  const { token, api, guildId } = config
  if (problems.has('DISCORD_TOKEN') || problems.has('DISCORD_API')) return
  if (token === undefined)
    return report.bad(
      'DISCORD_TOKEN is not set. Copy .env.example to .env and put the token in; README.md says how to get one. (The console needs none.)',
    )
  const where = problems.has('GUILD_ID') ? 'unknown' : guildId
  await inspect({ token, api, guildId: where }, commands, report)
}
