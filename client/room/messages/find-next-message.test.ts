import { describe, expect, test } from 'vitest'
import { findNextMessage, type Span } from './find-next-message.ts'

/** Five messages of fifty pixels, the third of which is higher than the list of two hundred. */
const HEIGHTS = [50, 50, 500, 50, 50]
const VIEW: Span = { top: 100, bottom: 300 }

interface Case {
  name: string
  key: string
  from: number
  /** Pixels that the list is scrolled by. */
  scrolled: number
  leads: number | 'scroll' | null
}

const cases: Case[] = [
  { name: 'down, to the next one', key: 'ArrowDown', from: 0, scrolled: 0, leads: 1 },
  { name: 'up, to the one before', key: 'ArrowUp', from: 1, scrolled: 0, leads: 0 },
  { name: 'nowhere above the first', key: 'ArrowUp', from: 0, scrolled: 0, leads: null },
  { name: 'nowhere below the last', key: 'ArrowDown', from: 4, scrolled: 500, leads: null },
  { name: 'through a long one first', key: 'ArrowDown', from: 2, scrolled: 100, leads: 'scroll' },
  { name: 'on from its end', key: 'ArrowDown', from: 2, scrolled: 400, leads: 3 },
  { name: 'back up through a long one', key: 'ArrowUp', from: 2, scrolled: 400, leads: 'scroll' },
  { name: 'on from its beginning', key: 'ArrowUp', from: 2, scrolled: 100, leads: 1 },
  { name: 'down, to the first in sight', key: 'ArrowDown', from: 4, scrolled: 0, leads: 0 },
  { name: 'up, to the last in sight', key: 'ArrowUp', from: 0, scrolled: 500, leads: 4 },
  { name: 'to the first there is', key: 'Home', from: 3, scrolled: 500, leads: 0 },
  { name: 'to the last there is', key: 'End', from: 0, scrolled: 0, leads: 4 },
  { name: 'nowhere by another key', key: 'x', from: 0, scrolled: 0, leads: null },
]

describe('a key leads', () => {
  test.for(cases)('$name', ({ key, from, scrolled, leads }) => {
    const spanOf = (place: number): Span => {
      const top = VIEW.top - scrolled + HEIGHTS.slice(0, place).reduce((sum, height) => sum + height, 0)
      return { top, bottom: top + (HEIGHTS[place] ?? 0) }
    }
    expect(findNextMessage(key, { from, count: HEIGHTS.length }, spanOf, VIEW)).toBe(leads)
  })

  test('nowhere where nothing was said', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End'])
      expect(findNextMessage(key, { from: -1, count: 0 }, () => VIEW, VIEW)).toBe(null)
  })
})
