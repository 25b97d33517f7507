import { expect, test } from 'vitest'
import { exampleMessages } from '../../test/support/examples.ts'
import { cut, follow, hold, newer, older, STRETCH, type Stretch, WHOLE } from './stretch.ts'

const { most, kept, page } = STRETCH

test('a stretch is cut out of what is known, which may begin after it', () => {
  const known = exampleMessages(41, 50)
  const seqs = (stretch: Stretch) => cut(known, stretch).map(({ seq }) => seq)
  expect(seqs(WHOLE)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50])
  expect(seqs({ first: 49, last: null })).toEqual([49, 50])
  expect(seqs({ first: 1, last: 42 })).toEqual([41, 42])
  expect(seqs({ first: 44, last: 45 })).toEqual([44, 45])
  expect(seqs({ first: 1, last: 40 })).toEqual([])
  expect(cut([], WHOLE)).toEqual([])
})

test('who follows keeps everything up to the limit, and then the newest', () => {
  expect(follow(WHOLE, most)).toEqual(WHOLE)
  expect(follow(WHOLE, most + 1)).toEqual({ first: most + 2 - kept, last: null })
  expect(follow({ first: 5, last: 1_004 }, 50_000)).toEqual({ first: 50_001 - kept, last: null })
})

test('who reads further up keeps the place, and what does not fit below waits', () => {
  expect(hold(WHOLE, most)).toEqual(WHOLE)
  expect(hold(WHOLE, most + 1)).toEqual({ first: 1, last: most })
  expect(hold({ first: 1, last: most }, 50_000)).toEqual({ first: 1, last: most })
})

test('scrolling from one end to the other and back passes every message, never too many at once', () => {
  const newest = 5_432
  let at = follow({ first: 1, last: null }, newest)
  const length = ({ first, last }: Stretch) => (last ?? newest) - first + 1
  for (let pages = 0; at.first > 1; pages++) {
    const next = older(at, newest)
    expect(next.first).toBe(Math.max(1, at.first - page))
    // What is in sight at the top is still there.
    expect(next.last ?? newest).toBeGreaterThan(at.first + page)
    expect(length(next)).toBeLessThanOrEqual(most)
    at = next
    if (pages > 100) throw new Error('the beginning is not reached')
  }
  for (let pages = 0; at.last !== null; pages++) {
    const next = newer(at, newest)
    expect(next.last ?? newest).toBe(Math.min(newest, at.last + page))
    expect(next.first).toBeLessThan(at.last - page)
    expect(length(next)).toBeLessThanOrEqual(most)
    at = next
    if (pages > 100) throw new Error('the end is not reached')
  }
  expect(newer(at, newest)).toEqual(at)
})
