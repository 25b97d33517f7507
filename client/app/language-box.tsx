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
  box.onchange = ({ target }) => {
    const select = target as HTMLSelectElement
    import('./choose-language.ts').then(
      (chosen) => chosen.chooseLanguage(select),
      // What could not be loaded changes nothing: the box shows the language that the page is in.
      () => {
        select.value = document.documentElement.lang
      },
    )
  }
  return box
}
