import { commonTexts } from '#i18n/common.ts'
import { Icon } from '../ui/icon.tsx'
import { createTheme } from './theme.ts'

/** The button that switches to the other theme. Its name says which one that is. */
export function ThemeSwitch() {
  const [theme, toggleTheme] = createTheme()
  const label = () => (theme() === 'dark' ? commonTexts.lightTheme : commonTexts.darkTheme)
  return (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={label()}
      title={label()}
      onClick={toggleTheme}
    >
      <Icon name={theme() === 'dark' ? 'sun' : 'moon'} />
    </button>
  )
}
