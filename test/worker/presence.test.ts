import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { LEAVE_ANNOUNCED_AFTER } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import { connectAnnAndBen } from './pairs.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject } from './person.ts'

test('who comes, takes another name and leaves is named with the role', async () => {
  const { roomId, ann, annConnection, ben, benConnection } = await connectAnnAndBen({ capacity: 5 })
  const cat = new Person()
  const catConnection = await cat.joinAndConnect(roomId, { alias: 'Cat' })
  const who = { participantId: catConnection.id, alias: 'Cat', role: 'participant' }
  const isCat = ({ participantId }: { participantId: string }) => participantId === catConnection.id
  expect(await benConnection.nextEvent('presence.join', 'nobody is notified who came', isCat)).toEqual({
    ...who,
    present: 3,
  })
  await cat.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Kat' })
  expect(await benConnection.nextEvent('presence.update', 'nobody is notified of the name', isCat)).toEqual({
    ...who,
    alias: 'Kat',
    present: 3,
  })
  await ann.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Anna' })
  expect(await benConnection.nextEvent('presence.update', 'nobody is notified of the name')).toMatchObject({
    alias: 'Anna',
    role: 'host',
  })
  await ben.callRoom(roomId, 'POST', '/leave')
  expect(await annConnection.nextEvent('presence.leave', 'nobody is notified who left')).toEqual({
    participantId: benConnection.id,
    alias: 'Ben',
    role: 'participant',
    present: 2,
  })
})

describe('a leave', () => {
  test('is sent once nobody came back within two seconds, and until then the room counts them as present', async () => {
    const { roomId, ann, annConnection, benConnection } = await connectAnnAndBen({ capacity: 5 })
    const closedAt = performance.now()
    await benConnection.disconnect()
    expect((await ann.callRoom(roomId, 'GET')).body.present).toBe(2)
    const tab = await ann.openConnection(roomId)
    const { participants } = await tab.nextEvent('room.welcome', 'the second tab is not welcomed')
    expect(participants.map(({ alias }) => alias)).toEqual(['Ann', 'Ben'])
    expect(await annConnection.nextEvent('presence.leave', 'a leave is never sent')).toMatchObject({
      present: 1,
    })
    expect(performance.now() - closedAt).toBeGreaterThan(LEAVE_ANNOUNCED_AFTER - 100)
    expect((await ann.callRoom(roomId, 'GET')).body.present).toBe(1)
  })

  test('is not sent where somebody is back in time, nor is the coming', async () => {
    const { roomId, ann, ben, annConnection, benConnection } = await connectAnnAndBen({ capacity: 5 })
    await benConnection.disconnect()
    const again = await ben.openConnection(roomId)
    await again.nextEvent('room.welcome', 'it may not come back')
    letTimePass(LEAVE_ANNOUNCED_AFTER)
    await ann.callRoom(roomId, 'GET')
    await annConnection.waitUntilSettled()
    expect([
      annConnection.receivedData('presence.leave'),
      annConnection.receivedData('presence.join').length,
    ]).toEqual([[], 1])
    // And the next one is sent again.
    await again.disconnect()
    expect(await annConnection.nextEvent('presence.leave', 'the next leave is not sent')).toMatchObject({
      alias: 'Ben',
    })
  })

  test('is sent to whoever comes after everybody had gone', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ capacity: 5 })
    await (await ann.joinAndConnect(roomId, { alias: 'Ann' })).disconnect()
    const catConnection = await new Person().joinAndConnect(roomId, { alias: 'Cat' })
    expect(
      await catConnection.nextEvent('presence.leave', 'who was gone before is here for ever'),
    ).toMatchObject({
      alias: 'Ann',
      present: 1,
    })
  })

  test('that somebody makes of every socket sends nobody anything', async () => {
    const { roomId, ben, annConnection, benConnection } = await connectAnnAndBen({ capacity: 5 })
    await benConnection.disconnect()
    for (let count = 0; count < 40; count += 1) await (await ben.openConnection(roomId)).disconnect()
    const stays = await ben.openConnection(roomId)
    await stays.nextEvent('room.welcome', 'it may not come back')
    await annConnection.waitUntilSettled()
    expect([
      annConnection.receivedData('presence.leave'),
      annConnection.receivedData('presence.join').length,
    ]).toEqual([[], 1])
  })

  test('is sent at once where somebody gives the seat back, whether connected or just gone', async () => {
    const { roomId, ben, annConnection, benConnection } = await connectAnnAndBen({ capacity: 5 })
    await ben.callRoom(roomId, 'POST', '/leave')
    expect(await annConnection.nextEvent('presence.leave', 'a leave is not sent')).toMatchObject({
      alias: 'Ben',
      present: 1,
    })
    const cem = new Person()
    const cemConnection = await cem.joinAndConnect(roomId, { alias: 'Cem' })
    await cemConnection.disconnect()
    await cem.callRoom(roomId, 'POST', '/leave')
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('presence.leave').map(({ alias }) => alias)).toEqual(['Ben', 'Cem'])
    expect((await benConnection.waitForClose('who left is still connected')).code).toBe(4401)
  })

  test('is sent also where the object was about to sleep', async () => {
    const { roomId, ann, annConnection, benConnection } = await connectAnnAndBen({ capacity: 5 })
    await benConnection.disconnect()
    expect((await ann.callRoom(roomId, 'GET')).body.present).toBe(2)
    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await ann.requestJoin(roomId))[0]).toBe(200)
    expect(await annConnection.nextEvent('presence.leave', 'a leave is lost in the sleep')).toMatchObject({
      present: 1,
    })
    expect((await ann.callRoom(roomId, 'GET')).body.present).toBe(1)
  })

  test('of the last ones is true for whoever asks, though nobody is there to be sent it', async () => {
    const { roomId, ann, annConnection, benConnection } = await connectAnnAndBen({ capacity: 5 })
    await benConnection.disconnect()
    await annConnection.disconnect()
    const present = async () => (await ann.callRoom(roomId, 'GET')).body.present
    await expect.poll(present, { timeout: 15_000 }).toBe(0)
  })
})
