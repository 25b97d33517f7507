import { commonTexts } from '#i18n/common.ts'
import { offlineTexts as t } from '#i18n/offline.ts'
import type { Language } from '../../protocol/languages.ts'
import { escapeHtml } from '../app/escape-html.ts'

/** What the offline page is made with. */
interface OfflineParts {
  language: Language
  /** The app's document: how a browser shows a page, and its colours, are the same here. */
  index: string
  /** Address and hash of the page's style, and of `offline.ts`. */
  style: LoadedFile
  script: LoadedFile
}

/** A file that a document loads. */
interface LoadedFile {
  path: string
  integrity: string
}

/**
 * Makes the document of the offline page, which the service worker shows at whatever address was asked for. It says nothing of that address,
 * and leads nowhere else: without a network there is nothing else.
 */
export function offlineDocument({ language, index, style, script }: OfflineParts): string {
  const from = ({ path, integrity }: LoadedFile, attribute: string) =>
    `crossorigin ${attribute}="${path}" integrity="${integrity}"`
  return `<!doctype html>
<html lang="${language.tag}" dir="${language.dir}">
  <head>
    ${readMetas(index)}
    <title>${escapeHtml(t.page)}</title>
    <meta name="robots" content="noindex" />
    <script ${from(script, 'src')}></script>
    <link rel="stylesheet" ${from(style, 'href')}>
  </head>
  <body>
    <div class="notice-page">
      <header class="notice-page-top">
        <span class="brand">${escapeHtml(commonTexts.brand)}<span class="brand-fuse" aria-hidden="true"></span></span>
      </header>
      <main class="notice-page-main">
        <h1 class="notice-page-title">${escapeHtml(t.title)}</h1>
        <p class="notice-page-text">${escapeHtml(t.text)}</p>
        <div class="notice-page-actions"><button type="button" class="button button-main">${escapeHtml(t.again)}</button></div>
      </main>
    </div>
  </body>
</html>
`
}

/** What the head of the app's document says of how it is shown. */
function readMetas(index: string): string {
  const metas = index.match(
    /<meta\s+(?:charset|name="(?:viewport|color-scheme|theme-color)")[^>]*>|<link rel="icon"[^>]*>/g,
  )
  return (metas ?? []).map((tag) => tag.replace(/\s+/g, ' ')).join('\n    ')
}
