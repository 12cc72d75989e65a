import { en, type Language } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { english, speak, type Say } from './say.ts'
import { zhCN } from './zh-CN.ts'
import { zhTW } from './zh-TW.ts'

/** The languages by Discord's locale; every other locale gets English. */
export const languages: Readonly<Record<string, Language>> = {
  'en-US': en,
  'en-GB': en,
  'es-ES': es,
  'es-419': es,
  fr,
  ru,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
}

const voices = new Map(
  Object.entries(languages).map(([locale, language]) => [locale, speak(language, locale)]),
)

/** The voice for a reader's locale. */
export function voiceFor(locale: string): Say {
  return voices.get(locale) ?? english
}
