import { commonTexts } from '#i18n/common.ts'
import { documentTexts } from '#i18n/document.ts'
import { type Language, languagePath } from '../../protocol/languages.ts'
import { appManifest } from './app-manifest.ts'
import { escapeHtml } from './escape-html.ts'
import { languageTemplate } from './language-template.ts'
import { lobbyDocument } from './lobby-document.ts'
import { privacyDocument } from './privacy-document.ts'

/**
 * Makes the files of a language that stand for themselves: its documents, and the manifest of the installed app. The build runs
 * this with the sentences of that language (`scripts/build/build-language.ts`).
 * @param index `client/index.html` as Vite built it
 * @param lobby the lobby as HTML
 * @returns the files, by name
 */
export function makeLanguageFiles(index: string, language: Language, lobby: string): Record<string, string> {
  const page = fillDocument(index, language)
  return {
    'index.html': fillDocument(lobbyDocument(index, lobby), language),
    // They differ in what the build has them load first.
    'documents/page.html': page,
    'documents/room.html': page,
    'privacy.html': fillDocument(privacyDocument(index), language),
    'manifest.webmanifest': appManifest({ lang: language.tag, dir: language.dir }),
  }
}

/** The language of `client/index.html` itself. */
const ROOT = '<html lang="en">'

/**
 * Says in a document which language it is in, and puts sentences where it has their names in double braces.
 * @throws an error where it names a sentence that there is not
 */
function fillDocument(document: string, language: Language): string {
  const sentences: Readonly<Record<string, string>> = {
    ...documentTexts,
    title: commonTexts.brand,
    manifest: `${languagePath(language)}manifest.webmanifest`,
  }
  if (!document.includes(ROOT)) throw new Error(`the document has no ${ROOT}`)
  return document
    .replace(ROOT, `<html lang="${language.tag}" dir="${language.dir}">`)
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      if (name === 'languages') return languageTemplate(language)
      const sentence = sentences[name]
      if (sentence === undefined) throw new Error(`no sentence is named ${name}`)
      return escapeHtml(sentence)
    })
}
