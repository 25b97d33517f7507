import { expect, test } from 'vitest'
import { addPreloads, type BuiltScript } from './add-preloads.ts'

const script = (name: string, ...imports: string[]): BuiltScript => ({
  name,
  fileName: `assets/${name}.js`,
  imports,
})
const SCRIPTS = [
  script('shared', 'assets/runtime.js'),
  script('runtime'),
  script('open-lobby', 'assets/shared.js', 'assets/part.js'),
  script('part', 'assets/runtime.js'),
  script('open-room', 'assets/shared.js'),
]
const DOCUMENT = '<head><script type="module" src="/assets/shared.js"></script></head>'

const namedIn = (html: string) =>
  html.match(/(?<=modulepreload" crossorigin(?: fetchpriority="low")? href="\/assets\/)\w[\w-]*(?=\.js">)/g)

test('a document names all that its page imports, and its own first script once', () => {
  expect(namedIn(addPreloads(DOCUMENT, 'index.html', SCRIPTS))).toEqual(['open-lobby', 'part', 'runtime'])
  expect(namedIn(addPreloads(DOCUMENT, 'documents/room.html', SCRIPTS))).toEqual(['open-room', 'runtime'])
})

test('the scripts of the lobby leave the line to its style, those of a room do not', () => {
  expect(addPreloads(DOCUMENT, 'index.html', SCRIPTS)).toContain('fetchpriority="low"')
  expect(addPreloads(DOCUMENT, 'documents/room.html', SCRIPTS)).not.toContain('fetchpriority')
})

test('a document that nobody knows, or a part that was not built, stops the build', () => {
  expect(() => addPreloads(DOCUMENT, 'other.html', SCRIPTS)).toThrow('other.html')
  expect(() => addPreloads(DOCUMENT, 'documents/page.html', SCRIPTS)).toThrow('other-routes')
})
