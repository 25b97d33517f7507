import '../styles/language.css'
import { isServer } from 'solid-js/web'

/**
 * The box in which a reader chooses another language. The document has it, with the names of all languages, so that no script
 * brings them (`language-template.ts`).
 */
export function LanguageBox() {
  // A page that the build renders has the box itself: `make-language-files.ts` puts it there.
  if (isServer) return '{{languages}}'
  const { content } = document.getElementById('languages') as HTMLTemplateElement
  const box = content.firstChild?.cloneNode(true) as HTMLElement
  box.onchange = async ({ target }) => {
    const chosen = await import('./choose-language.ts')
    chosen.chooseLanguage(target as HTMLSelectElement)
  }
  return box
}
