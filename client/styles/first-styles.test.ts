import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const CLIENT = join(import.meta.dirname, '..')

/** Names of the classes that the stylesheets have which a sheet imports. */
function classesOf(sheet: string): Set<string> {
  const imported = [...readFileSync(join(import.meta.dirname, sheet), 'utf8').matchAll(/@import "(.+)"/g)]
  const rules = imported.map(([, file = '']) =>
    readFileSync(join(import.meta.dirname, file), 'utf8').replace(/\/\*.*?\*\//gs, ''),
  )
  return new Set([...rules.join().matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name))
}

/** The modules of the page that one of them imports, at once or later, itself included. */
function modulesOf(entry: string): Set<string> {
  const all = new Set([join(CLIENT, entry)])
  for (const file of all)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import\() ?'(\.[^']+\.tsx?)'/g,
    )) {
      const imported = join(dirname(file), path)
      if (imported.startsWith(CLIENT)) all.add(imported)
    }
  return all
}

/** Names of the classes that a module gives to elements. */
function classesIn(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const texts = [...source.matchAll(/\bclass(?:List|Name)?=(?:"([^"]*)"|\{([^>]*?)\}\s)/g)]
  return texts.flatMap(([, text = '', code = '']) => [
    ...text.split(/\s+/),
    ...[...code.matchAll(/['"`]([^'"`]+)['"`]/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  ])
}

test('whatever the lobby can show has its styles in the sheet that the lobby loads', () => {
  const [first, other] = [classesOf('first-styles.css'), classesOf('other-styles.css')]
  const modules = [...modulesOf('lobby/open-lobby.tsx')].filter((file) => file.endsWith('.tsx'))
  expect(modules.length).toBeGreaterThan(20)
  const lacking = modules.flatMap((file) =>
    classesIn(file)
      .filter((name) => other.has(name) && !first.has(name))
      .map((name) => `${name} in ${file.slice(CLIENT.length + 1)}`),
  )
  expect(lacking).toEqual([])
})
