import { expect, test } from 'vitest'
import { CatchUpCursors } from './catch-up-cursors.ts'

/** Cursors are found by the socket's identity, and do nothing else with it. */
const fakeSocket = () => ({}) as WebSocket

test('a cursor is kept until both its message and its tick have passed', () => {
  const cursors = new CatchUpCursors()
  const socket = fakeSocket()
  cursors.setCursor(socket, { seq: 5, tick: 3 })
  cursors.removePassed({ seq: 5, tick: 2 })
  cursors.removePassed({ seq: 4, tick: 3 })
  expect(cursors.getCursor(socket)).toEqual({ seq: 5, tick: 3 })
  cursors.removePassed({ seq: 5, tick: 3 })
  expect(cursors.getCursor(socket)).toBe(undefined)
})

test('what a socket was sent meanwhile moves its cursor; a socket without one gets none', () => {
  const cursors = new CatchUpCursors()
  const [behind, upToDate] = [fakeSocket(), fakeSocket()]
  cursors.setCursor(behind, { seq: 5, tick: 3 })
  cursors.advanceSeq(behind, 7)
  cursors.advanceSeq(upToDate, 7)
  expect(cursors.getCursor(behind)).toEqual({ seq: 7, tick: 3 })
  expect([...cursors.sockets]).toEqual([behind])
})

test('once the room has woken again a cursor holds back messages only', () => {
  const cursors = new CatchUpCursors()
  const socket = fakeSocket()
  const cursor = { seq: 5, tick: 3 }
  cursors.setCursor(socket, cursor)
  cursors.resetTicks()
  expect(cursors.getCursor(socket)).toEqual({ seq: 5, tick: 0 })
  expect(cursor.tick, 'the caller’s own cursor changes').toBe(3)
})
