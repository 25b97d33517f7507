import { languageTexts } from '#i18n/language.ts'
import { LANGUAGES, type Language } from '../../protocol/languages.ts'
import { escapeHtml } from './escape-html.ts'

/** A globe, drawn as the other icons are (`client/ui/icon.tsx`). */
const GLOBE =
  'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17'

/**
 * Returns what `LanguageBox` shows, as HTML: a native box over a globe and the name of the page's language.
 * @param current the language of the document
 */
export function languageTemplate(current: Language): string {
  const options = LANGUAGES.map(({ tag, name }) => {
    const selected = tag === current.tag ? ' selected' : ''
    return `<option value="${tag}" lang="${tag}"${selected}>${escapeHtml(name)}</option>`
  })
  const label = escapeHtml(languageTexts.label)
  return [
    '<span class="button button-quiet language" translate="no">',
    '<svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75">',
    `<path d="${GLOBE}"></path></svg>`,
    `<span class="language-name" aria-hidden="true">${escapeHtml(current.name)}</span>`,
    // Firefox would put back what was chosen before a reload.
    `<select aria-label="${label}" title="${label}" autocomplete="off">${options.join('')}</select></span>`,
  ].join('')
}
