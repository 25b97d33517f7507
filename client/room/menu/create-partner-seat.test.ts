import { createEffect, createRoot } from 'solid-js'
import { createStore } from 'solid-js/store'
import { expect, test, vi } from 'vitest'
import { exampleRoom } from '../../../test/support/examples.ts'
import { makeFakeTimers } from '../../../test/support/fake-timers.ts'
import { makeRoomApi } from '../../net/room-api.ts'
import type { RoomModel } from '../room-model.ts'
import { emptyRoom } from '../room-state.ts'
import { createPartnerSeat, type PartnerSeat } from './create-partner-seat.ts'

const START = 1_000_000
const END = 2_000_000

/** A room for two, of the other one of whom the dialog is opened. @param awayFor milliseconds; null where they are here */
function openDialog(awayFor: number | null, capacity = 2) {
  const timers = makeFakeTimers(START)
  const other = { awaySince: awayFor === null ? undefined : START - awayFor }
  let asked = 0
  const api = makeRoomApi({
    base: 'https://chat.example/',
    async fetch() {
      asked += 1
      const seats = [
        { participantId: 'me', alias: 'wolf', role: 'host', connected: true },
        { participantId: 'other', alias: 'fox', role: 'participant', connected: false, ...other },
      ]
      return Response.json({ participants: seats, more: 0 })
    },
  })
  const [state, setState] = createStore({
    ...emptyRoom(),
    room: exampleRoom({ capacity, expiresAt: END }),
    me: { participantId: 'me', alias: 'wolf', role: 'host' as const },
  })
  const runCommand: RoomModel['runCommand'] = (call) => call(api, 'V1StGXR8_Z5jdHi6B-myT')
  const room = {
    state,
    timeLeft: () => END - timers.now(),
    runCommand,
    cipher: () => null,
  }
  /** What the seat was, each time that it changed. */
  const was: (PartnerSeat | null)[] = []
  const made = createRoot((dispose) => {
    const partner = createPartnerSeat(room, timers)
    createEffect(() => was.push(partner.seat()))
    return { dispose, partner }
  })
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve))
  const shown = () => [made.partner.seat(), made.partner.left()]
  const see = (...expected: unknown[]) =>
    vi.waitFor(() => expect(shown()).toEqual(expected), { timeout: 15_000 })
  return { ...made, timers, other, setState, settle, shown, see, was, asked: () => asked }
}

test('until the partner has been away for a minute it says how long, and then offers the seat by itself', async () => {
  const { timers, settle, shown, see, asked } = openDialog(20_000)
  expect(shown()).toEqual([null, 0])
  await see('held', 40)
  timers.passTime(39_000)
  expect(shown()).toEqual(['held', 1])
  timers.passTime(1_000)
  expect(shown()).toEqual(['free', 0])
  // Counting down asks the room nothing.
  await settle()
  expect([asked(), timers.waitingCount]).toEqual([1, 0])
})

test('as the partner goes or comes back, the room is asked once more', async () => {
  const { timers, other, setState, see, was, asked } = openDialog(null)
  await see(null, 0)
  other.awaySince = timers.now()
  setState('present', 1)
  await see('held', 60)
  other.awaySince = undefined
  setState('present', 2)
  await see(null, 0)
  expect([was, asked(), timers.waitingCount]).toEqual([[null, 'held', null], 3, 0])
})

test('a dialog that was closed counts nothing, also where the answer comes late', async () => {
  const { dispose, timers, settle } = openDialog(20_000)
  dispose()
  await settle()
  expect(timers.waitingCount).toBe(0)
})

test('a room with more seats is asked nothing', async () => {
  const { settle, shown, asked } = openDialog(20_000, 3)
  await settle()
  expect([shown(), asked()]).toEqual([[null, 0], 0])
})
