import { createSignal, onCleanup } from 'solid-js'
import { isServer } from 'solid-js/web'
import { deviceStorage } from '../browser/browser-storage.ts'

type Theme = 'light' | 'dark'

/** Where the choice is kept; `public/theme.js` reads it before the first paint. */
const KEY = 'private-chat.theme'

/**
 * Reads the theme in use: the one chosen here, otherwise the system's, which it follows.
 * @returns the theme, and a function that switches to the other one and remembers it
 */
export function createTheme(): [theme: () => Theme, toggleTheme: () => void] {
  if (isServer) return [() => 'light', () => {}]
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const readTheme = (): Theme =>
    (root.dataset.theme as Theme | undefined) ?? (system.matches ? 'dark' : 'light')
  const [theme, setTheme] = createSignal(readTheme())

  const followSystem = () => setTheme(readTheme())
  system.addEventListener('change', followSystem)
  const followOtherTab = ({ key, newValue }: StorageEvent) => {
    if (key === KEY && (newValue === 'light' || newValue === 'dark')) showTheme(newValue)
  }
  addEventListener('storage', followOtherTab)
  onCleanup(() => {
    system.removeEventListener('change', followSystem)
    removeEventListener('storage', followOtherTab)
  })

  function showTheme(next: Theme) {
    root.dataset.theme = next
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
      meta.media = meta.dataset.scheme === next ? 'all' : 'not all'
    }
    setTheme(next)
  }

  function toggleTheme() {
    const next = theme() === 'dark' ? 'light' : 'dark'
    showTheme(next)
    deviceStorage.writeItem(KEY, next)
  }

  return [theme, toggleTheme]
}
