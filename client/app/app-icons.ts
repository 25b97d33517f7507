/** A picture of the app's icon, made from `public/favicon.svg` by `scripts/icons.ts`. */
interface AppIcon {
  /** Where it is served; its file is below `client/public`. */
  src: string
  /** Pixels of each side. */
  size: number
  /** `maskable`: whoever shows it cuts it to a shape of their own, so it fills the square and keeps its middle free of edges. */
  purpose: 'any' | 'maskable'
}

/** What systems show of an installed app: small for lists and shortcuts, 192 for a home screen, 512 for the screen that it opens with. */
export const APP_ICONS: readonly AppIcon[] = [
  { src: '/icons/icon-48.png', size: 48, purpose: 'any' },
  { src: '/icons/icon-96.png', size: 96, purpose: 'any' },
  { src: '/icons/icon-192.png', size: 192, purpose: 'any' },
  { src: '/icons/icon-512.png', size: 512, purpose: 'any' },
  { src: '/icons/maskable-192.png', size: 192, purpose: 'maskable' },
  { src: '/icons/maskable-512.png', size: 512, purpose: 'maskable' },
]

/** What iOS puts on the home screen: a whole square, whose corners it rounds itself. The document names it. */
export const APPLE_TOUCH_ICON = { src: '/icons/apple-touch-icon.png', size: 180 }

/** A picture of a room, taken by `scripts/app-screenshots.ts`, that systems show before the app is installed. */
interface AppScreenshot {
  src: string
  width: number
  height: number
  /** `narrow` for phones, `wide` for everything else. */
  form: 'narrow' | 'wide'
}

/** One for each form: without the one that fits, a system asks to install with nothing but a name. */
export const APP_SCREENSHOTS: readonly AppScreenshot[] = [
  { src: '/screenshots/narrow.webp', width: 780, height: 1560, form: 'narrow' },
  { src: '/screenshots/wide.webp', width: 1920, height: 1200, form: 'wide' },
]
