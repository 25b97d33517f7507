import { expect, test } from 'vitest'
import { addIntegrity, allowImportMaps, readImportMap } from './add-integrity.ts'

const file = (path: string): [string, Buffer] => [path, Buffer.from(`// ${path}`)]
const FILES = new Map(['/theme.js', '/assets/a.js', '/assets/b.js', '/assets/c.css'].map(file))
const DOCUMENT = `<head>
    <script crossorigin src="/theme.js"></script>
    <script type="module" crossorigin src="/assets/a.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/b.js">
    <link rel="stylesheet" crossorigin href="/assets/c.css">
  </head>`

test('the import map stands before all modules, and behind all that can be loaded meanwhile', () => {
  const html = addIntegrity(DOCUMENT, FILES)
  const order = ['/theme.js"', '/assets/c.css"', '"importmap"', '"module"', '/assets/b.js" integrity='].map(
    (part) => html.indexOf(part),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order[0]).toBeGreaterThan(0)
  expect(Object.keys(JSON.parse(readImportMap(html)).integrity)).toEqual(['/assets/a.js', '/assets/b.js'])
})

test('a document that loads what is not built is refused', () => {
  expect(() => addIntegrity(DOCUMENT.replace('/theme.js', '/none.js'), FILES)).toThrow(/\/none\.js/)
  expect(() => readImportMap(DOCUMENT)).toThrow(/no import map/)
})

test('the policy takes the hash of each map, or is refused', () => {
  const headers = "  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'"
  expect(allowImportMaps(headers, ['{}'])).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='; style-src/)
  expect(allowImportMaps(headers, ['{}', '{ }'])).toMatch(/script-src 'self'(?: 'sha256-[\w+/]{43}='){2};/)
  expect(() => allowImportMaps("script-src 'none'", ['{}'])).toThrow(/_headers/)
})
