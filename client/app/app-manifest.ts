import { appManifestTexts as t } from '#i18n/app-manifest.ts'
import { commonTexts } from '#i18n/common.ts'
import { APP_ICONS } from './app-icons.ts'

/** What the page is painted on until it is there, and what the system puts around it: the dark theme's paper. */
const PAPER = '#161310'

/**
 * Makes the manifest of the installed app, in the language of the build. In every language it is the same app: `id` says so,
 * so that a reader who changes language has no second one.
 * @param language the tag of that language, and its direction
 */
export function appManifest({ lang, dir }: { lang: string; dir: 'ltr' | 'rtl' }): string {
  const icons = APP_ICONS.map(({ src, size, purpose }) => ({
    src,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  }))
  return JSON.stringify({
    id: '/',
    name: commonTexts.brand,
    short_name: commonTexts.brand,
    description: t.description,
    lang,
    dir,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, ...icons],
    shortcuts: [{ name: t.newRoom, url: '/', icons: icons.filter(({ sizes }) => sizes === '96x96') }],
  })
}
