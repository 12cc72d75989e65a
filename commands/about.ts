import { BOOLEAN, SLASH } from '../src/command.ts'
import type { Command } from '../src/command.ts'
import { en } from '../src/language/en.ts'
import { pressId } from '../src/reply.ts'
import { onTitles } from '../src/passage.ts'

/** /about: who spoke, when and where; the text and what is editorial; what is kept. */
export const about: Command = {
  declaration: {
    type: SLASH,
    name: 'about',
    description: en.about,
    options: [{ type: BOOLEAN, name: 'private', description: en['about.private'] }],
  },
  answer: (_, { speech, search, say }) => {
    const { title, speaker, office, occasion, date, source, sha256 } = speech
    return {
      command: 'about',
      blocks: [
        { kind: 'heading', text: [title] },
        {
          kind: 'text',
          text: say('about.speech', { title, speaker, office, occasion, date: say.date(date) }),
        },
        { kind: 'text', text: say('about.source', { source }) },
        { kind: 'note', text: say('about.hash', { hash: sha256 }) },
        { kind: 'text', text: onTitles({ speech, say }) },
        ...(search.hasIndex ? [{ kind: 'text', text: say('about.editorial') } as const] : []),
        { kind: 'text', text: say('about.neutral') },
        { kind: 'text', text: say('about.privacy') },
      ],
      actions: [[{ label: say.plain('outline'), press: pressId('section', 'o') }]],
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
