import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentTexts } from '#i18n/document.ts'
import { lobbyTexts } from '#i18n/lobby.ts'
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../../protocol/languages.ts'
import { makeLanguageFiles } from './make-language-files.ts'

const INDEX = readFileSync(new URL('../index.html', import.meta.url), 'utf8')
const LOBBY = '<main><noscript><p>no script</p></noscript></main>'
const ARABIC: Language = { tag: 'ar', folder: 'ar', name: 'العربية', dir: 'rtl' }

test('documents say in which language they are, and in which direction it is read', () => {
  const files = makeLanguageFiles(INDEX, ARABIC, LOBBY)
  for (const name of ['index.html', 'documents/page.html', 'documents/room.html', 'privacy.html'])
    expect(files[name]).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">\n/)
  expect(JSON.parse(files['manifest.webmanifest'] ?? '')).toMatchObject({ lang: 'ar', dir: 'rtl' })
})

test('what stands there before any script runs is in that language', () => {
  const {
    'index.html': index = '',
    'documents/page.html': page = '',
    'privacy.html': privacy = '',
  } = makeLanguageFiles(INDEX, DEFAULT_LANGUAGE, LOBBY)
  for (const sentence of Object.values(documentTexts)) expect(page).toContain(sentence)
  expect(index + page + privacy).not.toMatch(/\{\{|\}\}/)
})

test('the lobby stands in its document, and says itself that it needs a script', () => {
  const { 'index.html': index = '' } = makeLanguageFiles(INDEX, DEFAULT_LANGUAGE, LOBBY)
  expect(index).toContain(`<div id="app" class="early">${LOBBY}</div>`)
  expect(index).toContain(`<title>${lobbyTexts.page}</title>`)
  expect(index.match(/<noscript>/g)).toHaveLength(1)
})

test('the language box names each language in itself, and has the one of the document chosen', () => {
  const names = LANGUAGES.map(({ tag, name }) => `<option value="${tag}" lang="${tag}">${name}</option>`)
  for (const language of LANGUAGES) {
    const files = makeLanguageFiles(INDEX, language, '{{languages}}')
    expect(files['index.html']?.match(/<select/g)).toHaveLength(2)
    for (const name of ['index.html', 'privacy.html', 'documents/page.html', 'documents/room.html']) {
      const [template = ''] = /<template id="languages">.*?<\/template>/s.exec(files[name] ?? '') ?? []
      // The script takes its first node.
      expect(template).toMatch(/^<template id="languages"><span .*<select aria-label="Language"/s)
      expect(template.match(/(?<=lang=")[^"]*(?=" selected)/g)).toEqual([language.tag])
      expect(template.replace(' selected', '').match(/<option.*?<\/option>/g)).toEqual(names)
    }
  }
})

test('each language has a manifest of its own', () => {
  const manifestOf = (language: Language) =>
    /rel="manifest" href="([^"]+)"/.exec(makeLanguageFiles(INDEX, language, LOBBY)['index.html'] ?? '')?.[1]
  expect([DEFAULT_LANGUAGE, ARABIC].map(manifestOf)).toEqual([
    '/manifest.webmanifest',
    '/languages/ar/manifest.webmanifest',
  ])
})

test('a sentence that there is not is no document', () => {
  const make = (index: string) => makeLanguageFiles(index, DEFAULT_LANGUAGE, LOBBY)
  expect(() => make(INDEX.replace('{{unloaded}}', '{{unsaid}}'))).toThrow('unsaid')
  expect(() => make(INDEX.replace('lang="en"', ''))).toThrow('lang="en"')
})
