import { expect, test } from 'vitest'
import { makeDoubleEscape, PRESSED_WITHIN } from './double-escape.ts'

interface Case {
  what: string
  /** Each with when, in milliseconds. */
  presses: { at: number; key?: string; used?: true; repeat?: true; isComposing?: true }[]
  /** Of which press it is said that it is the second; undefined where of none. */
  second?: number
}

const cases: Case[] = [
  { what: 'two', presses: [{ at: 0 }, { at: 300 }], second: 1 },
  { what: 'two with a key between', presses: [{ at: 0 }, { at: 100, key: 'a' }, { at: 300 }], second: 2 },
  {
    what: 'one that closes something, and another',
    presses: [{ at: 0, used: true }, { at: 300 }],
    second: 1,
  },
  {
    what: 'two that close one thing each',
    presses: [
      { at: 0, used: true },
      { at: 300, used: true },
    ],
  },
  {
    what: 'three, of which two close something',
    presses: [{ at: 0, used: true }, { at: 300, used: true }, { at: 600 }],
    second: 2,
  },
  { what: 'one', presses: [{ at: 0 }] },
  { what: 'two that are too far apart', presses: [{ at: 0 }, { at: PRESSED_WITHIN + 1 }] },
  {
    what: 'three that are far apart and near',
    presses: [{ at: 0 }, { at: PRESSED_WITHIN + 1 }, { at: PRESSED_WITHIN + 200 }],
    second: 2,
  },
  {
    what: 'one that is held down',
    presses: [{ at: 0 }, { at: 300, repeat: true }, { at: 330, repeat: true }],
  },
  { what: 'two within a composition', presses: [{ at: 0 }, { at: 300, isComposing: true }] },
]

test.each(cases)('$what: it leaves at the press $second', ({ presses, second }) => {
  const take = makeDoubleEscape()
  const found = presses.map(({ at, key = 'Escape', used = false, repeat = false, isComposing = false }) =>
    take({ key, repeat, isComposing, timeStamp: at }, used),
  )
  expect(found).toEqual(presses.map((_, index) => index === second))
})
