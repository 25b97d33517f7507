import { expect, test } from 'vitest'
import { countRoundTrips } from './round-trips.ts'

/** A first script, which imports what the bundler needs, and later a page; the page has a part of its own. */
const SCRIPTS: Record<string, { now: string[]; later: string[] }> = {
  first: { now: ['runtime'], later: ['page', 'other'] },
  runtime: { now: [], later: [] },
  page: { now: ['first', 'part'], later: ['options'] },
  part: { now: [], later: [] },
}
const count = (named: string[]) =>
  countRoundTrips(named, new Set(Object.keys(SCRIPTS)), (file) => SCRIPTS[file] ?? { now: [], later: [] })

test('each script that is found in another is waited for once more, unless the document names it', () => {
  expect(count(['first'])).toBe(4)
  expect(count(['first', 'page'])).toBe(3)
  expect(count(['first', 'page', 'part', 'runtime'])).toBe(2)
})

test('a script that nothing leads to is not counted as here', () => {
  expect(() => count(['runtime'])).toThrow('nothing leads to first')
})
