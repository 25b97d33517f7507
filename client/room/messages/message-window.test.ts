import { expect, test } from 'vitest'
import { exampleMessages } from '../../../test/support/examples.ts'
import {
  extendDown,
  extendUp,
  followNewest,
  holdPosition,
  type MessageWindow,
  messagesInWindow,
  WHOLE_WINDOW,
  WINDOW_KEPT,
  WINDOW_MAX,
  WINDOW_PAGE,
} from './message-window.ts'

const [most, kept, page] = [WINDOW_MAX, WINDOW_KEPT, WINDOW_PAGE]

test('a stretch is cut out of what is known, which may begin after it', () => {
  const known = exampleMessages(41, 50)
  const seqs = (stretch: MessageWindow) => messagesInWindow(known, stretch).map(({ seq }) => seq)
  expect(seqs(WHOLE_WINDOW)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50])
  expect(seqs({ first: 49, last: null })).toEqual([49, 50])
  expect(seqs({ first: 1, last: 42 })).toEqual([41, 42])
  expect(seqs({ first: 44, last: 45 })).toEqual([44, 45])
  expect(seqs({ first: 1, last: 40 })).toEqual([])
  expect(messagesInWindow([], WHOLE_WINDOW)).toEqual([])
})

test('who follows keeps everything up to the limit, and then the newest', () => {
  expect(followNewest(WHOLE_WINDOW, most)).toEqual(WHOLE_WINDOW)
  expect(followNewest(WHOLE_WINDOW, most + 1)).toEqual({ first: most + 2 - kept, last: null })
  expect(followNewest({ first: 5, last: 1_004 }, 50_000)).toEqual({ first: 50_001 - kept, last: null })
})

test('who reads further up keeps the place, and what does not fit below waits', () => {
  expect(holdPosition(WHOLE_WINDOW, most)).toEqual(WHOLE_WINDOW)
  expect(holdPosition(WHOLE_WINDOW, most + 1)).toEqual({ first: 1, last: most })
  expect(holdPosition({ first: 1, last: most }, 50_000)).toEqual({ first: 1, last: most })
})

test('scrolling from one end to the other and back passes every message, never too many at once', () => {
  const newest = 5_432
  let at = followNewest({ first: 1, last: null }, newest)
  const length = ({ first, last }: MessageWindow) => (last ?? newest) - first + 1
  for (let pages = 0; at.first > 1; pages++) {
    const next = extendUp(at, newest)
    expect(next.first).toBe(Math.max(1, at.first - page))
    // What is in sight at the top is still there.
    expect(next.last ?? newest).toBeGreaterThan(at.first + page)
    expect(length(next)).toBeLessThanOrEqual(most)
    at = next
    if (pages > 100) throw new Error('the beginning is not reached')
  }
  for (let pages = 0; at.last !== null; pages++) {
    const next = extendDown(at, newest)
    expect(next.last ?? newest).toBe(Math.min(newest, at.last + page))
    expect(next.first).toBeLessThan(at.last - page)
    expect(length(next)).toBeLessThanOrEqual(most)
    at = next
    if (pages > 100) throw new Error('the end is not reached')
  }
  expect(extendDown(at, newest)).toEqual(at)
})
