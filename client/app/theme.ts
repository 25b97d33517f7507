import { createSignal, onCleanup } from 'solid-js'
import { deviceStorage } from '../browser/browser-storage.ts'

type Theme = 'light' | 'dark'

/** Where the choice is kept; `public/theme.js` reads it before the first paint. */
const KEY = 'private-chat.theme'

/**
 * Reads the theme in use: the one chosen here, otherwise the system's, which it follows.
 * @returns the theme, and a function that switches to the other one and remembers it
 */
export function createTheme(): [theme: () => Theme, toggle: () => void] {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const current = (): Theme =>
    (root.dataset.theme as Theme | undefined) ?? (system.matches ? 'dark' : 'light')
  const [theme, setTheme] = createSignal(current())

  const follow = () => setTheme(current())
  system.addEventListener('change', follow)
  const other = ({ key, newValue }: StorageEvent) => {
    if (key === KEY && (newValue === 'light' || newValue === 'dark')) show(newValue)
  }
  addEventListener('storage', other)
  onCleanup(() => {
    system.removeEventListener('change', follow)
    removeEventListener('storage', other)
  })

  function show(next: Theme) {
    root.dataset.theme = next
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
      meta.media = meta.dataset.scheme === next ? 'all' : 'not all'
    }
    setTheme(next)
  }

  function toggle() {
    const next = theme() === 'dark' ? 'light' : 'dark'
    show(next)
    deviceStorage.writeItem(KEY, next)
  }

  return [theme, toggle]
}
