import { expect, test } from 'vitest'
import { addOtherStyles } from './add-other-styles.ts'

const DOCUMENT = '<head><title>a page</title></head>'
const add = (name: string) => addOtherStyles(DOCUMENT, name, 'assets/other.css')

test('the lobby loads them never, a room later, the other pages with their document', () => {
  expect(add('index.html')).toBe(DOCUMENT)
  expect(add('documents/room.html')).toMatch(/<link [^>]*disabled href="\/assets\/other\.css">\s*<\/head>/)
  for (const name of ['documents/page.html', 'privacy.html']) {
    expect(add(name)).toContain('href="/assets/other.css"')
    expect(add(name)).not.toContain('disabled')
  }
})

test('a document that nobody knows stops the build', () => {
  expect(() => add('other.html')).toThrow('other.html')
})
