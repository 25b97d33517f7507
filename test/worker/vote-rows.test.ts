import { expect, test, vi } from 'vitest'
import { countRows } from './count-rows.ts'
import { Person } from './person.ts'

test('a vote writes one row, another choice two, the first after a telling one more, and the first of a room its tables', async () => {
  const ada = new Person()
  const roomId = await ada.createRoom()
  await ada.joinRoom(roomId)
  await ada.postMessage(roomId, { text: 'vote', choice: 'one' })
  await ada.postMessage(roomId, { text: 'vote' })
  vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  const count = (method: string, seq: number, code: string) =>
    countRows(roomId, () => ada.callRoom(roomId, method, `/messages/${seq}/reactions/${code}`))
  // The first is told at once; from then on the clock stands still, and nothing is told.
  expect(await count('PUT', 1, 'a')).toBe(1 + 1 + 2)
  expect(await count('PUT', 1, 'b')).toBe(2 + 1)
  expect(await count('PUT', 1, 'a')).toBe(2)
  expect(await count('DELETE', 1, 'a')).toBe(1)
  expect(await count('PUT', 2, 'a')).toBe(1 + 1)
  expect(await count('PUT', 2, 'b')).toBe(1)
  expect(await count('PUT', 2, 'b')).toBe(0)
})
