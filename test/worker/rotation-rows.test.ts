import { expect, test } from 'vitest'
import { KeyMember } from '../support/key-member.ts'
import { countRows } from './count-rows.ts'
import { Person } from './person.ts'

/** Counts what it takes to join a room by its page: the seat, and the connection. */
async function countJoin(roomId: string, join: () => Promise<unknown>, connect: () => Promise<unknown>) {
  return [await countRows(roomId, join), await countRows(roomId, connect)]
}

test.each([{ capacity: 2 }, { capacity: null }])(
  'joining a room whose keys rotate writes no more rows than joining another: $capacity seats',
  async ({ capacity }) => {
    const host = new Person()
    const roomId = await host.createRoom({ encryption: 'e2ee', capacity })
    await host.joinRoom(roomId)
    const person = new Person()
    const before = await countJoin(
      roomId,
      () => person.joinRoom(roomId),
      async () => {
        const connection = await person.openConnection(roomId)
        await connection.nextEvent('room.welcome', 'no welcome')
      },
    )
    const { link } = await KeyMember.createRoom(new Person(), 'Ada', { capacity })
    const ben = KeyMember.visit(new Person(), 'Ben', link)
    const after = await countJoin(
      roomId,
      () => ben.join(link),
      () => ben.connect(),
    )
    expect({ before, after }).toEqual({ before: [1, 1], after: [1, 1] })
  },
)

test('a rotation writes a row for each seat, one for the epoch and one for the room; a removal two more', async () => {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada')
  const others: KeyMember[] = []
  for (let number = 1; number <= 9; number += 1)
    others.push(await KeyMember.join(new Person(), `Guest ${number}`, link))
  const seats = 1 + others.length
  // Nobody has a connection: the rotator writes the cards of the others anew, and its own page its own.
  const cards = seats
  expect(await countRows(ada.roomId, () => ada.rotate())).toBe(seats + 2 + cards)
  expect(await countRows(ada.roomId, () => ada.rotate({ remove: others.slice(0, 1) }))).toBe(
    seats - 1 + 2 + (cards - 1) + 2,
  )
})

test('of those present a rotation writes the cards that were made at the door, once', async () => {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada')
  const ben = await KeyMember.join(new Person(), 'Ben', link)
  await ada.connect()
  await ben.connect()
  const [seats, own] = [2, 1]
  expect(await countRows(ada.roomId, () => ada.rotate())).toBe(seats + 2 + own + 1)
  expect(await countRows(ada.roomId, () => ada.rotate())).toBe(seats + 2 + own)
})
