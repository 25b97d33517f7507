import { appManifestTexts as t } from '#i18n/app-manifest.ts'
import { commonTexts } from '#i18n/common.ts'
import { SHARE_ADDRESS } from '../../protocol/share-address.ts'
import { SHARE_FIELDS } from '../service-worker/shared-message.ts'
import { APP_ICONS, APP_SCREENSHOTS } from './app-icons.ts'

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
  const { title, text, url, pictures } = SHARE_FIELDS
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
    screenshots: APP_SCREENSHOTS.map(({ src, width, height, form }) => ({
      src,
      sizes: `${width}x${height}`,
      type: 'image/webp',
      form_factor: form,
      label: t.screenshot,
    })),
    share_target: {
      action: SHARE_ADDRESS,
      // Not in the address, which the server would be sent.
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title, text, url, files: [{ name: pictures, accept: ['image/*'] }] },
    },
    shortcuts: [{ name: t.newRoom, url: '/', icons: icons.filter(({ sizes }) => sizes === '96x96') }],
  })
}
