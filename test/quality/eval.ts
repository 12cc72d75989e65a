// npm run eval [-- FILE]: how well /ask answers labelled questions, by kind, with the misses; and
// an ablation, what each part adds.
import { analyse } from '../../src/search/corpus.ts'
import { noEditorial, openEditorial, type Editorial } from '../../src/search/editorial.ts'
import { RANKING } from '../../src/search/ranking.ts'
import { openSearch } from '../../src/search/search.ts'
import { noThesaurus, openThesaurus } from '../../src/search/thesaurus.ts'
import { openSpeech } from '../../src/speech/parse.ts'
import { askAll, figuresOf, isAnswerable, readQuestions } from './scoring.ts'

const speech = openSpeech('data/speech.md')
const editorial = openEditorial('data/editorial.yaml', speech)
const thesaurus = openThesaurus('data/thesaurus.txt')
const files = process.argv.slice(2)

for (const file of files.length > 0
  ? files
  : [
      'dev',
      'heldout',
      ...Array.from({ length: 18 }, (_, set) => `readers-${set + 1}`),
      'structure-1',
      'structure-2',
    ].map((name) => `test/fixtures/questions-${name}.jsonl`)) {
  const questions = readQuestions(file)
  const rows = askAll(questions, openSearch(speech, editorial, thesaurus), speech)
  console.log(`\n${file}: ${questions.length} questions`)
  console.table(
    Object.fromEntries(
      [...new Set(rows.map(({ labelled }) => labelled.style))].map((style) => {
        const ofStyle = rows.filter(({ labelled }) => labelled.style === style)
        const right = ofStyle.filter((row) =>
          isAnswerable(row) ? row.right === 0 : row.answer.verdict !== 'answered',
        )
        return [
          style,
          {
            questions: ofStyle.length,
            right: right.length,
            answered: ofStyle.filter(({ answer }) => answer.verdict === 'answered').length,
          },
        ]
      }),
    ),
  )
  for (const row of rows) {
    const { labelled, answer, right } = row
    const isMiss = isAnswerable(row)
      ? right !== 0 || answer.verdict !== 'answered'
      : answer.verdict === 'answered'
    if (isMiss) {
      const shown = answer.hits.map(({ paragraph }) => `¶${paragraph}`).join(' ')
      console.log(
        `${labelled.id} ${labelled.style}: ${labelled.question}\n     ${answer.verdict} ${shown} (right: ${Object.keys(labelled.gold).join(' ') || 'none'})`,
      )
    }
  }
  const noTopics: Editorial = { ...editorial, topics: [] }
  const noQuestions: Editorial = { ...editorial, questions: [] }
  const analysed = analyse(speech, editorial)
  const variants = {
    whole: openSearch(speech, editorial, thesaurus),
    'without thesaurus': openSearch(speech, editorial, noThesaurus),
    'without topics': openSearch(speech, noTopics, thesaurus),
    'without questions': openSearch(speech, noQuestions, thesaurus),
    ...Object.fromEntries(
      (['SENTENCE', 'ASKED', 'QUESTION', 'PARAGRAPH'] as const).map((weight) => [
        `${weight} 0`,
        openSearch(speech, editorial, thesaurus, analysed, { ...RANKING, [weight]: 0 }),
      ]),
    ),
    'text alone': openSearch(speech, noEditorial, noThesaurus),
  }
  console.table(
    Object.fromEntries(
      Object.entries(variants).map(([name, search]) => [
        name,
        Object.fromEntries(
          Object.entries(figuresOf(askAll(questions, search, speech))).map(([figure, value]) => [
            figure,
            value.toFixed(3),
          ]),
        ),
      ]),
    ),
  )
}
