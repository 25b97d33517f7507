import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../protocol/languages.ts'

/** Reads the files of a language, by name, without their tests. */
function readFolder(folder: string): Map<string, string> {
  const path = join(import.meta.dirname, folder)
  const names = readdirSync(path).filter((name) => !name.endsWith('.test.ts'))
  return new Map(names.sort().map((name) => [name, readFileSync(join(path, name), 'utf8')]))
}

/** What a file offers to others, without its types. */
const exportsOf = (text = '') =>
  [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name).sort()

const english = readFolder(DEFAULT_LANGUAGE.folder)
const others = LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE)

test('each language is there once, and says of itself what `lang` and `dir` need', () => {
  for (const field of ['tag', 'folder', 'name'] as const)
    expect(new Set(LANGUAGES.map((language) => language[field])).size).toBe(LANGUAGES.length)
  for (const { tag, folder, dir } of LANGUAGES) {
    expect([tag, folder]).toEqual([new Intl.Locale(tag).toString(), tag.toLowerCase()])
    expect([tag, dir]).toEqual([tag, /^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr'])
  }
})

describe.each(others)('$tag', ({ folder }) => {
  const own = readFolder(folder)

  test('has every file of the English sentences, and no other', () => {
    expect([...own.keys()]).toEqual([...english.keys()])
  })

  test('has in each file what the English one has, of the same type', () => {
    for (const [name, text] of own) {
      expect([name, exportsOf(text)]).toEqual([name, exportsOf(english.get(name))])
      if (name !== 'locale.ts') expect(text, name).toMatch(/^import type .* as English\w* .*'\.\.\/en\//m)
    }
  })
})
