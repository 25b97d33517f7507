import { expect, test } from 'vitest'
import { type MessageWindow, WINDOW_PAGE } from './message-window.ts'
import { windowAround } from './window-around.ts'

const page = WINDOW_PAGE

test('who goes to a message finds it with what is around it, and what is on the page stays where it is there', () => {
  type Case = [seq: number, shown: MessageWindow, expected: MessageWindow]
  const newest = 5_432
  const followed = { first: 5_000, last: null }
  const cases: Case[] = [
    [5_000, followed, followed],
    [newest, followed, followed],
    [700, { first: 700, last: 900 }, { first: 700, last: 900 }],
    [900, { first: 700, last: 900 }, { first: 700, last: 900 }],
    [901, { first: 700, last: 900 }, { first: 901 - page, last: 901 + page }],
    [4_999, followed, { first: 4_999 - page, last: 4_999 + page }],
    [1, followed, { first: 1, last: 1 + page }],
    [newest - page + 1, { first: 1, last: 50 }, { first: newest - 2 * page + 1, last: null }],
  ]
  for (const [seq, shown, expected] of cases)
    expect(windowAround(seq, shown, newest), `${seq}`).toEqual(expected)
})
