import { PRIVATE, type Command } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { keyOf } from '../src/language/say.ts'
import { onSpeech, onTitles, outlineAction } from '../src/passage.ts'
import { noteBlock, textBlock, type Text } from '../src/reply.ts'

/**
 * /about: who spoke, when and where; the text and what is editorial; what is kept; the other commands.
 * @param others the commands that it names
 */
export function aboutOf(others: readonly Command[]): Command {
  return {
    declaration: {
      name: 'about',
      description: en.about,
      options: [PRIVATE],
    },
    answer: (_, context) => {
      const { speech, search, say } = context
      const { title, speaker, office, occasion, date, source, sha256 } = speech
      return {
        blocks: [
          { kind: 'heading', text: [title] },
          onSpeech(context),
          textBlock(say('about.source', { source: { url: source } })),
          noteBlock(say('about.hash', { hash: sha256 })),
          textBlock(onTitles(context)),
          ...(search.hasIndex ? [textBlock(say('about.editorial'))] : []),
          textBlock(say('about.neutral')),
          textBlock(say('about.privacy')),
          // each on a line with what it is for
          textBlock(
            others.flatMap(({ declaration: { name } }, at): Text => {
              return [at === 0 ? '' : '\n', { strong: `/${name}` }, ' ', ...say(keyOf(name))]
            }),
          ),
        ],
        actions: [[outlineAction(context)]],
        data: {
          title,
          speaker,
          office,
          occasion,
          date,
          source,
          sha256,
          paragraphs: speech.paragraphs.length,
          sections: speech.sections.length,
        },
      }
    },
  }
}
