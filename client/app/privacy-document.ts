import { commonWords } from '../i18n/en/common.ts'
import { privacyWords } from '../i18n/en/privacy.ts'

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in a document. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign)
}

/**
 * The document of `/privacy`: what is promised reads without JavaScript. It is made of the same words as the page, with the
 * same classes, so that nothing moves when the page takes over.
 * @param index the app's one document, as it was built
 * @throws an error where that is not the document it is made from
 */
export function privacyDocument(index: string): string {
  const parts = privacyWords.parts.map(
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
        <a class="brand" href="/">${escapeHtml(commonWords.brand)}<span class="brand-fuse" aria-hidden="true"></span></a>
      </header>
      <main class="privacy-main">
        <h1 class="privacy-title">${escapeHtml(privacyWords.title)}</h1>
        <p class="privacy-lead">${escapeHtml(privacyWords.lead)}</p>${parts.join('')}
        <a class="button button-main" href="/">${escapeHtml(privacyWords.way)}</a>
      </main>
    </div>`
  const changes: [RegExp, string][] = [
    [/<div id="app"><\/div>/, `<div id="app">${body}</div>`],
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(privacyWords.page)}</title>`],
    // It says that nothing can be read without JavaScript.
    [/\s*<noscript>.*?<\/noscript>/s, ''],
  ]
  return changes.reduce((document, [place, text]) => {
    if (!place.test(document)) throw new Error(`the document has no ${place}`)
    return document.replace(place, () => text)
  }, index)
}
