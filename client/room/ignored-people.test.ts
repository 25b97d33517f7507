import { expect, test } from 'vitest'
import { exampleWelcome } from '../../test/support/examples.ts'
import { makeFakeStorage } from '../../test/support/fake-storage.ts'
import { makeRoomFixture, ROOM } from '../../test/support/room-fixture.ts'
import { loadIgnored, saveIgnored } from './ignored-people.ts'
import { deleteExpired, storeExpiry } from './storage-expiry.ts'

test('who is ignored stays so over a reload, in this room alone, and until nobody is', () => {
  const kept = new Map<string, string>()
  const storage = makeFakeStorage(kept)
  expect(loadIgnored(ROOM, storage)).toEqual([])
  saveIgnored(ROOM, ['ada', 'ben'], storage)
  expect(loadIgnored(ROOM, storage)).toEqual(['ada', 'ben'])
  expect(loadIgnored('another', storage)).toEqual([])
  saveIgnored(ROOM, [], storage)
  expect(kept.size).toBe(0)
})

test('a page that comes back ignores the same people, and forgets them when the room ends', async () => {
  const kept = new Map<string, string>()
  saveIgnored(ROOM, ['ada'], makeFakeStorage(kept))
  const { room, socket } = await makeRoomFixture({ kept })
  socket().receive(exampleWelcome([]))
  expect(room.state.ignored).toEqual(['ada'])
  room.ignorePeople(['ada', 'ben'])
  expect([room.state.ignored, [...kept.values()]]).toEqual([['ada', 'ben'], ['ada ben']])
  await room.destroyRoom()
  expect([room.state.ignored, kept.size]).toEqual([[], 0])
})

test('what a page left behind is swept with the rest of the room', () => {
  const kept = new Map<string, string>()
  const storage = { ...makeFakeStorage(kept), listKeys: () => [...kept.keys()] }
  saveIgnored(ROOM, ['ada'], storage)
  storeExpiry(ROOM, 600_000, storage, 0)
  deleteExpired(storage, 600_000)
  expect(loadIgnored(ROOM, storage)).toEqual(['ada'])
  deleteExpired(storage, 600_000 + 3_600_001)
  expect(kept.size).toBe(0)
})
