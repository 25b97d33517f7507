import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { APPLE_TOUCH_ICON } from './app-icons.ts'
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
  const { icons, shortcuts } = read('en', 'ltr')
  const pictures = [...icons, ...shortcuts.flatMap(({ icons }: { icons: unknown[] }) => icons)]
  for (const { src } of [...pictures, APPLE_TOUCH_ICON]) expect(existsSync(join(PUBLIC, src)), src).toBe(true)
})

test('another language is the same app, and says how it is read', () => {
  const { id, lang, dir } = read('ar', 'rtl')
  expect({ id, lang, dir }).toEqual({ id: read('en', 'ltr').id, lang: 'ar', dir: 'rtl' })
})
