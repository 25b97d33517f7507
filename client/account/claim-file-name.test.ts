import { expect, test } from 'vitest'
import { claimFileName } from './claim-file-name.ts'

const claim = (names: string[]) => {
  const taken = new Map<string, number>()
  return names.map((name) => claimFileName(name, taken))
}

test('each file of a folder has a name of its own, on systems that read A as a, too', () => {
  expect(claim(['a.jpg', 'b.jpg', 'a.jpg', 'A.JPG', 'a.jpg'])).toEqual([
    'a.jpg',
    'b.jpg',
    'a (2).jpg',
    'A (3).JPG',
    'a (4).jpg',
  ])
  expect(claim(['a (2).jpg', 'a.jpg', 'a.jpg', 'a (2).jpg'])).toEqual([
    'a (2).jpg',
    'a.jpg',
    'a (3).jpg',
    'a (2) (2).jpg',
  ])
})

test('four thousand files of one name are told apart at once', () => {
  const long = `${'x'.repeat(251)}.jpg`
  const names = claim(Array.from({ length: 4_096 }, () => long))
  expect(new Set(names).size).toBe(4_096)
  expect(names.at(-1)).toBe(`${'x'.repeat(244)} (4096).jpg`)
})
