import { expect, test } from 'vitest'
import { KeyMember } from '../support/key-member.ts'
import { TestConnection } from '../support/test-connection.ts'
import { EventStream } from './event-stream.ts'
import { Person } from './person.ts'

/** A host, somebody by socket and somebody whose network lets no socket through. */
async function openRoom() {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada')
  const benPerson = new Person()
  const ben = await KeyMember.join(benPerson, 'Ben', link)
  const cleo = await KeyMember.join(new Person(), 'Cleo', link)
  return { ada, ben, benPerson, cleo }
}

/** Opens the room's events for somebody who has the keys up to an epoch. */
async function openStream(person: Person, roomId: string, epoch: number, lastEventId?: string) {
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  const response = await person.requestEvents(roomId, `?epoch=${epoch}`, headers)
  if (response.body === null) throw new Error(`no stream: ${response.status}`)
  const stream = new EventStream(response.body)
  return Object.assign(new TestConnection(stream), { stream })
}

test('a rotation reaches those by socket and those by stream, who read on', async () => {
  const { ada, ben, benPerson, cleo } = await openRoom()
  const stream = await openStream(benPerson, ben.roomId, ben.epoch)
  await stream.nextEvent('room.welcome', 'the stream opened and the room sends nothing')
  await ben.takeFrames(stream)
  const socket = await cleo.connect()
  expect(await ada.rotate()).toBe(null)
  for (const [member, connection] of [
    [ben, stream],
    [cleo, socket],
  ] as const) {
    expect(await connection.nextEvent('room.epoch', `${member.name} is not told`)).toEqual({
      epoch: 2,
      by: ada.participantId,
      invitable: true,
    })
    await member.takeFrames(connection)
    expect(member.epoch).toBe(2)
    await member.say(`said by ${member.name}`)
  }
  expect(await ada.readTexts()).toEqual(['said by Ben', 'said by Cleo'])
  await stream.disconnect()
})

test('who was away is given the epochs above theirs with the welcome, by socket and by stream', async () => {
  const { ada, ben, benPerson, cleo } = await openRoom()
  for (const _ of [2, 3, 4]) expect(await ada.rotate()).toBe(null)
  const stream = await openStream(benPerson, ben.roomId, ben.epoch)
  const socket = await cleo.person.openConnection(cleo.roomId, undefined, cleo.epoch)
  for (const [member, connection] of [
    [ben, stream],
    [cleo, socket],
  ] as const) {
    const { epochs } = await connection.nextEvent('room.welcome', `${member.name} is not welcomed`)
    expect(epochs?.map(({ epoch, wrap }) => [epoch, typeof wrap])).toEqual([
      [2, 'string'],
      [3, 'string'],
      [4, 'string'],
    ])
    await member.takeFrames(connection)
    expect(member.epoch).toBe(4)
  }
  // Who has all of them is given none.
  const again = await openStream(benPerson, ben.roomId, 4)
  expect((await again.nextEvent('room.welcome', 'Ben is not welcomed')).epochs).toEqual([])
  // As an EventSource resumes by itself: from what its welcome had.
  const { ids } = again.stream
  expect(ids).toEqual(['0.0.4'])
  await again.disconnect()
  expect(await ada.rotate()).toBe(null)
  const resumed = await openStream(benPerson, ben.roomId, 1, ids[0])
  const { epochs = [] } = await resumed.nextEvent('room.welcome', 'Ben is not welcomed')
  expect(epochs.map(({ epoch }) => epoch)).toEqual([5])
  for (const connection of [stream, resumed]) await connection.disconnect()
})
