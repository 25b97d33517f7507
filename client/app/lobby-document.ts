import { lobbyTexts } from '#i18n/lobby.ts'
import { changeDocument } from './change-document.ts'
import { escapeHtml } from './escape-html.ts'

/**
 * Makes the document of the lobby, which shows the page before any script is here. `takeOver` puts the page in its place.
 * @param index `client/index.html` as Vite built it
 * @param lobby the page as HTML, without anything that depends on who reads
 * @throws an error where that document lacks what it needs
 */
export function lobbyDocument(index: string, lobby: string): string {
  return changeDocument(index, [
    [/<div id="app"><\/div>/, `<div id="app" class="early">${lobby}</div>`],
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(lobbyTexts.page)}</title>`],
    // The page says it where its form would stand.
    [/\s*<noscript>(?:(?!<noscript>).)*<\/noscript>(?=\s*<\/body>)/s, ''],
  ])
}
