import { commonTexts } from '#i18n/common.ts'
import { privacyTexts } from '#i18n/privacy.ts'
import { changeDocument } from './change-document.ts'
import { escapeHtml } from './escape-html.ts'

/**
 * Makes the document of `/privacy`, which can be read without JavaScript. It has the same texts and classes as the page, so
 * that nothing moves when the page takes over.
 * @param index `client/index.html` as Vite built it
 * @throws an error where that document lacks what it needs
 */
export function privacyDocument(index: string): string {
  const parts = privacyTexts.parts.map(
    ({ title, points }) => `
        <section>
          <h2 class="privacy-part">${escapeHtml(title)}</h2>
          <ul class="privacy-points">
            ${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('\n            ')}
          </ul>
        </section>`,
  )
  const body = `<div class="privacy">
      <header class="privacy-top">
        <a class="brand" href="/">${escapeHtml(commonTexts.brand)}<span class="brand-fuse" aria-hidden="true"></span></a>
      </header>
      <main class="privacy-main">
        <h1 class="privacy-title">${escapeHtml(privacyTexts.title)}</h1>
        <p class="privacy-lead">${escapeHtml(privacyTexts.lead)}</p>${parts.join('')}
        <a class="button button-main" href="/">${escapeHtml(privacyTexts.way)}</a>
      </main>
    </div>`
  return changeDocument(index, [
    [/<div id="app"><\/div>/, `<div id="app">${body}</div>`],
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(privacyTexts.page)}</title>`],
    // It says that the page needs JavaScript.
    [/\s*<noscript>.*?<\/noscript>/s, ''],
  ])
}
