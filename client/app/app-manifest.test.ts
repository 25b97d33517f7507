import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { APP_SCREENSHOTS, APPLE_TOUCH_ICON } from './app-icons.ts'
import { appManifest } from './app-manifest.ts'

const PUBLIC = join(import.meta.dirname, '../public')
const read = (lang: string, dir: 'ltr' | 'rtl') => JSON.parse(appManifest({ lang, dir }))

test('the manifest has what browsers ask of an app that can be installed', () => {
  const { id, name, start_url, display, icons } = read('en', 'ltr')
  expect({ id, name, start_url, display }).toEqual({
    id: '/',
    name: 'private-chat',
    start_url: '/',
    display: 'standalone',
  })
  const has = (sizes: string, purpose: string) =>
    icons.some((icon: Record<string, string>) => icon.sizes === sizes && icon.purpose === purpose)
  for (const sizes of ['192x192', '512x512'])
    for (const purpose of ['any', 'maskable']) expect(has(sizes, purpose), `${purpose}, ${sizes}`).toBe(true)
})

test('every picture that the manifest and the document name is there', () => {
  const { icons, shortcuts, screenshots } = read('en', 'ltr')
  const pictures = [
    ...icons,
    ...screenshots,
    ...shortcuts.flatMap(({ icons }: { icons: unknown[] }) => icons),
  ]
  for (const { src } of [...pictures, APPLE_TOUCH_ICON]) expect(existsSync(join(PUBLIC, src)), src).toBe(true)
})

test('another language is the same app, and says how it is read', () => {
  const { id, lang, dir } = read('ar', 'rtl')
  expect({ id, lang, dir }).toEqual({ id: read('en', 'ltr').id, lang: 'ar', dir: 'rtl' })
})

test.for(APP_SCREENSHOTS)(
  '$src has the size that the manifest says, and is no long download',
  async (picture) => {
    const { width, height, size = 0 } = await sharp(readFileSync(join(PUBLIC, picture.src))).metadata()
    expect({ width, height }).toEqual({ width: picture.width, height: picture.height })
    expect(size).toBeLessThan(50_000)
  },
)

test('what is shared to the app is sent where the service worker takes it, and not in an address', () => {
  const { share_target } = read('en', 'ltr')
  expect(share_target).toMatchObject({ action: '/share', method: 'POST', enctype: 'multipart/form-data' })
  expect(share_target.params.files).toEqual([{ name: 'pictures', accept: ['image/*'] }])
})
