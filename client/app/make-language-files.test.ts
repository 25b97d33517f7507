import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentTexts } from '#i18n/document.ts'
import { DEFAULT_LANGUAGE, type Language } from '../../protocol/languages.ts'
import { makeLanguageFiles } from './make-language-files.ts'

const INDEX = readFileSync(new URL('../index.html', import.meta.url), 'utf8')
const ARABIC: Language = { tag: 'ar', folder: 'ar', name: 'العربية', dir: 'rtl' }

test('documents say in which language they are, and in which direction it is read', () => {
  const files = makeLanguageFiles(INDEX, ARABIC)
  for (const name of ['index.html', 'privacy.html'])
    expect(files[name]).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">\n/)
  expect(JSON.parse(files['manifest.webmanifest'] ?? '')).toMatchObject({ lang: 'ar', dir: 'rtl' })
})

test('what stands there before any script runs is in that language', () => {
  const { 'index.html': index = '', 'privacy.html': privacy = '' } = makeLanguageFiles(
    INDEX,
    DEFAULT_LANGUAGE,
  )
  for (const sentence of Object.values(documentTexts)) expect(index).toContain(sentence)
  expect(index + privacy).not.toMatch(/\{\{|\}\}/)
})

test('each language has a manifest of its own', () => {
  const manifestOf = (language: Language) =>
    /rel="manifest" href="([^"]+)"/.exec(makeLanguageFiles(INDEX, language)['index.html'] ?? '')?.[1]
  expect([DEFAULT_LANGUAGE, ARABIC].map(manifestOf)).toEqual([
    '/manifest.webmanifest',
    '/languages/ar/manifest.webmanifest',
  ])
})

test('a sentence that there is not is no document', () => {
  const make = (index: string) => makeLanguageFiles(index, DEFAULT_LANGUAGE)
  expect(() => make(INDEX.replace('{{unloaded}}', '{{unsaid}}'))).toThrow('unsaid')
  expect(() => make(INDEX.replace('lang="en"', ''))).toThrow('lang="en"')
})
