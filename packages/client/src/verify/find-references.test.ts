import { expect, test } from 'vitest'
import { findInDocument, findInScript } from './find-references.ts'

const BASE = 'https://chat.example/'

/** Characters of a hostile file. What looks at each of them once needs milliseconds; what looks at each pair needs hours. */
const LENGTH = 1_000_000

/** Milliseconds that a slow machine needs for one look, many times over. */
const LOOK_WITHIN = 5_000

test.for(['<script', '<img', '<script>', '<script></script '])(
  'a document of %s alone keeps nobody',
  { timeout: LOOK_WITHIN },
  (part) => {
    const started = performance.now()
    findInDocument(part.repeat(LENGTH / part.length), BASE)
    expect(performance.now() - started).toBeLessThan(LOOK_WITHIN)
  },
)

test.for(['import', 'from"', 'import ', '(', '.js'])(
  'a script with %s and blanks keeps nobody',
  { timeout: LOOK_WITHIN },
  (part) => {
    const started = performance.now()
    findInScript(`import${' '.repeat(LENGTH / 20)}${part.repeat(LENGTH / part.length)}`, BASE)
    expect(performance.now() - started).toBeLessThan(LOOK_WITHIN)
  },
)

test('a script without an end, and one that names another inside, are scripts', () => {
  expect(findInDocument('<script>steal()', BASE).hasInlineScript).toBe(true)
  expect(findInDocument('<script>"<script";steal()</script>', BASE).hasInlineScript).toBe(true)
  expect(findInDocument('<script src="/a.js"></script>', BASE)).toEqual({
    addresses: ['/a.js'],
    hasInlineScript: false,
  })
  expect(findInScript('import( "./a.js" );import"./b.js"', BASE).addresses).toEqual(['/a.js', '/b.js'])
})
