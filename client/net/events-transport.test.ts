import { expect, test } from 'vitest'
import { type FakeSocket, makeFakeSocket } from '../../test/support/fake-socket.ts'
import { makeFakeStorage } from '../../test/support/fake-storage.ts'
import { makeFakeTimers } from '../../test/support/fake-timers.ts'
import { makeEventsTransport } from './events-transport.ts'
import { makeRoomApi } from './room-api.ts'
import { TRANSPORT_KEY } from './transport.ts'

test('a tab notes that events got through once the room has spoken, and forgets it once a socket has', async () => {
  const kept = new Map<string, string>()
  const timers = makeFakeTimers()
  const body = new Blob(['data: {"event":"presence.count","data":{"present":1}}\n\n']).stream()
  const transport = makeEventsTransport({
    roomId: 'r',
    api: makeRoomApi({ base: 'https://chat.example/' }),
    timers,
    storage: makeFakeStorage(kept),
    fetch: async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  transport.openStream('https://chat.example/').onmessage = () => resolve()
  expect(kept.size).toBe(0)
  await promise
  expect(kept.get(TRANSPORT_KEY)).toBe('events')

  const tried: FakeSocket[] = []
  const adopted: unknown[] = []
  transport.startSocketTrial({
    open() {
      tried.push(makeFakeSocket('ws://room/'))
      return tried[0] as FakeSocket
    },
    adopt: (socket) => adopted.push(socket),
    timeouts: { opening: 1_000, first: 1_000, longest: 1_000 },
    isNow: true,
    timers,
    random: () => 0,
  })
  expect(kept.size).toBe(1)
  tried[0]?.receive({ event: 'presence.count', data: { present: 1 } })
  expect([kept.size, adopted]).toEqual([0, tried])
})
