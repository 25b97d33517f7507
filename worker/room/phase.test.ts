import { describe, expect, test } from 'vitest'
import { endOf, isOver, type Life } from './phase.ts'

/** A room of ten seconds made at 1,000 that ends, if nothing happens, at 11,000. */
const FIXED: Life = { expiry: 'fixed', lifetime: 10, endsAt: 11_000, endsSetAt: 1_000 }
const SLIDING: Life = { ...FIXED, expiry: 'sliding' }

interface Case {
  what: string
  life: Life
  lastMessageAt: number | null
  end: number
}
const CASES: Case[] = [
  { what: 'a fixed room in which nobody spoke', life: FIXED, lastMessageAt: null, end: 11_000 },
  { what: 'a fixed room in which somebody spoke', life: FIXED, lastMessageAt: 9_000, end: 11_000 },
  { what: 'a sliding room in which nobody spoke', life: SLIDING, lastMessageAt: null, end: 11_000 },
  { what: 'a sliding room', life: SLIDING, lastMessageAt: 9_000, end: 19_000 },
  {
    what: 'a sliding room in which somebody spoke at once',
    life: SLIDING,
    lastMessageAt: 1_000,
    end: 11_000,
  },
  {
    what: 'a sliding room whose end was set after the last message',
    life: { ...SLIDING, endsAt: 9_500, endsSetAt: 9_001 },
    lastMessageAt: 9_000,
    end: 9_500,
  },
  {
    what: 'a sliding room that was given more time than a message gives',
    life: { ...SLIDING, endsAt: 90_000, endsSetAt: 5_000 },
    lastMessageAt: 9_000,
    end: 90_000,
  },
  {
    what: 'a sliding room whose end was set sooner, and in which somebody spoke since',
    life: { ...SLIDING, endsAt: 6_000, endsSetAt: 5_000 },
    lastMessageAt: 5_500,
    end: 15_500,
  },
  {
    what: 'a fixed room that was given more time',
    life: { ...FIXED, endsAt: 50_000, endsSetAt: 9_000 },
    lastMessageAt: 9_500,
    end: 50_000,
  },
]

describe('the end of', () => {
  test.for(CASES)('$what is at $end', ({ life, lastMessageAt, end }) => {
    expect(endOf(life, lastMessageAt)).toBe(end)
    expect(isOver(life, lastMessageAt, end - 1)).toBe(false)
    expect(isOver(life, lastMessageAt, end)).toBe(true)
  })
})
