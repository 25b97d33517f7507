import { expect, test } from 'vitest'
import type { Language } from '../../protocol/languages.ts'
import { matchLanguage } from './accept-language.ts'

const LANGUAGES = ['en', 'de', 'pt-BR', 'ar', 'zh-Hans'].map(
  (tag): Language => ({ tag, folder: tag.toLowerCase(), name: tag, dir: 'ltr' }),
)

test.for([
  ['de', 'de'],
  ['de-CH,de;q=0.9,en;q=0.8', 'de'],
  ['DE-at', 'de'],
  // The most wanted, wherever it stands.
  ['en;q=0.5, de;q=0.9', 'de'],
  ['ar;q=0.5,de;q=0.5', 'ar'],
  ['de;q=0, ar;q=0.1', 'ar'],
  ['de ; q=0.2 , pt ; q=0.3', 'pt-BR'],
  // What there is of a language, in any region and script.
  ['pt-PT,pt;q=0.9,en;q=0.8', 'pt-BR'],
  ['zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7', 'zh-Hans'],
  ['zh-Hant-HK', 'zh-Hans'],
  // The first that there is.
  ['nl,de;q=0.8,en;q=0.7', 'de'],
  // None of them.
  ['nl', 'en'],
  ['dep, dex', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [';;q=,,=', 'en'],
  ['de;q=2', 'de'],
] as const)('who asks for %s reads %s', ([header, tag]) => {
  expect(matchLanguage(header, LANGUAGES).tag).toBe(tag)
})

test('what stands far behind in a header that is longer than any browser’s is not read', () => {
  expect(matchLanguage(`${'nl,'.repeat(300)}de`, LANGUAGES).tag).toBe('de')
  expect(matchLanguage(`${'nl,'.repeat(30_000)}de`, LANGUAGES).tag).toBe('en')
})

test('of two that are one language, the reader gets the one in the script that the reader writes', () => {
  const both = [...LANGUAGES, { tag: 'zh-Hant', folder: 'zh-hant', name: '', dir: 'ltr' } as const]
  const chosen = ['zh-TW', 'zh-HK', 'zh-CN', 'zh-SG', 'zh', 'zh-'].map((tag) => matchLanguage(tag, both).tag)
  expect(chosen).toEqual(['zh-Hant', 'zh-Hant', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'zh-Hans'])
})
