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

/** What a text is made of, without its words: a language that lacks a sentence of a table by code would pass the type checker. */
function shapeOf(text: unknown): unknown {
  if (Array.isArray(text)) return text.map(shapeOf)
  if (typeof text !== 'object' || text === null) return typeof text
  return Object.fromEntries(Object.entries(text).map(([name, part]) => [name, shapeOf(part)]))
}

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
      // Whatever has a type of its own lacks something without a word.
      expect([name, text.match(/^export const \w+Texts = /gm)]).toEqual([name, null])
    }
  })

  test('has a sentence for everything that has one in English', async () => {
    for (const name of own.keys()) {
      const [theirs, ours] = await Promise.all(
        [folder, DEFAULT_LANGUAGE.folder].map(
          (path) => import(/* @vite-ignore */ join(import.meta.dirname, path, name)),
        ),
      )
      expect(shapeOf({ ...theirs }), name).toEqual(shapeOf({ ...ours }))
    }
  })
})
