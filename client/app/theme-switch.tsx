import { commonTexts } from '#i18n/common.ts'
import { Icon } from '../ui/icon.tsx'
import { createTheme } from './theme.ts'

/** Switches to the other theme; named after what it will do. */
export function ThemeSwitch() {
  const [theme, toggle] = createTheme()
  const label = () => (theme() === 'dark' ? commonTexts.lightTheme : commonTexts.darkTheme)
  return (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={label()}
      title={label()}
      onClick={toggle}
    >
      <Icon name={theme() === 'dark' ? 'sun' : 'moon'} />
    </button>
  )
}
