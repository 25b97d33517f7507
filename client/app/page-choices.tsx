import { LanguageBox } from './language-box.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** What a reader can choose on every page: its language, and whether it is light or dark. */
export function PageChoices() {
  return (
    <>
      <LanguageBox />
      <ThemeSwitch />
    </>
  )
}
