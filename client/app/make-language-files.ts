import { commonTexts } from '#i18n/common.ts'
import { documentTexts } from '#i18n/document.ts'
import { type Language, languagePath } from '../../protocol/languages.ts'
import { appManifest } from './app-manifest.ts'
import { escapeHtml } from './escape-html.ts'
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
  const document = makeDocument(index, language)
  return {
    'index.html': lobbyDocument(document, lobby),
    // They differ in what the build has them load first.
    'documents/page.html': document,
    'documents/room.html': document,
    'privacy.html': privacyDocument(document),
    'manifest.webmanifest': appManifest({ lang: language.tag, dir: language.dir }),
  }
}

/** The language of `client/index.html` itself. */
const ROOT = '<html lang="en">'

/**
 * Makes the document of most addresses.
 * @param index `client/index.html` as Vite built it, with the names of sentences in double braces
 * @throws an error where it names a sentence that there is not
 */
function makeDocument(index: string, language: Language): string {
  const sentences: Readonly<Record<string, string>> = {
    ...documentTexts,
    title: commonTexts.brand,
    manifest: `${languagePath(language)}manifest.webmanifest`,
  }
  if (!index.includes(ROOT)) throw new Error(`the document has no ${ROOT}`)
  return index
    .replace(ROOT, `<html lang="${language.tag}" dir="${language.dir}">`)
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const sentence = sentences[name]
      if (sentence === undefined) throw new Error(`no sentence is named ${name}`)
      return escapeHtml(sentence)
    })
}
