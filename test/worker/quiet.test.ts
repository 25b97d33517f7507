import { evictDurableObject } from 'cloudflare:test'
import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { refusalOf } from '../support/api-client.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject } from './person.ts'

/** A room with a host, Hanna, and two guests, all connected. With few seats the guests sit at relays. */
async function openRoom() {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 9 })
  const attend = async (person: Person, alias: string) => {
    const connection = await person.joinAndConnect(roomId, { alias })
    return { person, connection, id: connection.id }
  }
  const hanna = await attend(host, 'Hanna')
  const guest = await attend(new Person(), 'Guest')
  const other = await attend(new Person(), 'Other')
  const change = (patch: object) => host.callRoom(roomId, 'PATCH', '', patch)
  const manage = (patch: object) => host.callRoom(roomId, 'PATCH', `/participants/${guest.id}`, patch)
  return { roomId, hanna, guest, other, change, manage }
}
type OpenRoom = Awaited<ReturnType<typeof openRoom>>

/** What the guest is answered who speaks, over HTTP and over the socket. */
async function speak({ roomId, guest }: OpenRoom, id: string) {
  const posted = await guest.person.postMessage(roomId, {
    id: `${id}-http`,
    text: 'hi',
    sender: `Name ${id}`,
  })
  guest.connection.sendMessage(`${id}-socket`)
  const error = await guest.connection.nextEvent(
    'error',
    'the refusal names no message',
    (data) => data.id === `${id}-socket`,
  )
  return { posted, error }
}

const textsOf = async ({ roomId, hanna }: OpenRoom) =>
  (await hanna.person.readHistory(roomId)).map(({ id }) => id)

describe('somebody who is muted', () => {
  test('is refused before anything is stored or renamed, types unseen, and may speak once it is over', async () => {
    const room = await openRoom()
    const { roomId, hanna, guest, other, manage } = room
    expect((await guest.person.postMessage(roomId, { id: 'before', text: 'hi' })).status).toBe(201)
    const mutedUntil = Date.now() + 60_000
    expect((await manage({ mutedUntil })).body).toMatchObject({ participantId: guest.id, muted: mutedUntil })
    expect(await other.connection.nextEvent('presence.update', 'nobody is told')).toMatchObject({
      participantId: guest.id,
      muted: mutedUntil,
      by: hanna.id,
    })
    await evictDurableObject(roomObject(roomId))
    const { posted, error } = await speak(room, 'muted')
    expect([refusalOf(posted), error.code]).toEqual([[403, 'muted'], 'muted'])
    const rename = await guest.person.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Loud' })
    expect(refusalOf(rename)).toEqual([403, 'muted'])
    guest.connection.sendEvent('chat.typing')
    expect((await guest.person.callRoom(roomId, 'POST', '/typing')).status).toBe(204)
    await guest.connection.waitUntilSettled()
    await other.connection.waitUntilSettled()
    expect(other.connection.receivedData('chat.typing')).toEqual([])
    // What was stored before is answered as before.
    expect((await guest.person.postMessage(roomId, { id: 'before', text: 'hi' })).status).toBe(200)
    expect(await textsOf(room)).toEqual(['before'])
    letTimePass(60_000)
    expect((await guest.person.postMessage(roomId, { id: 'after', text: 'hi' })).body.sender).toBe('Guest')
  })

  test('may speak as soon as a host lets them, or makes them host', async () => {
    const room = await openRoom()
    const { roomId, guest, manage } = room
    const mutedUntil = Date.now() + 60_000
    await manage({ mutedUntil })
    expect((await manage({ mutedUntil: null })).body.muted).toBe(undefined)
    expect((await guest.person.postMessage(roomId, { text: 'hi' })).status).toBe(201)
    await manage({ mutedUntil })
    expect((await manage({ role: 'host' })).body.muted).toBe(undefined)
    expect((await guest.person.postMessage(roomId, { text: 'hi' })).status).toBe(201)
    expect(refusalOf(await manage({ mutedUntil }))).toEqual([403, 'not-allowed'])
    expect((await manage({ role: 'participant', mutedUntil })).body).toMatchObject({ muted: mutedUntil })
    expect((await manage({ mutedUntil: Date.now() - 1 })).body.muted).toBe(undefined)
  })
})

test('somebody who is muted changes no card, which may hold a name, but renews it after a rotation', async () => {
  const admission = createHash('sha256').update('secret').digest('base64url')
  const [host, guest] = [new Person(), new Person()]
  const roomId = await host.createRoom({ capacity: 5, encryption: 'e2ee', keys: 2, admission })
  const [hostId, guestId] = ['host', 'guest'].map((name) => name.padEnd(21, '0')) as [string, string]
  await host.joinRoom(roomId, { participantId: hostId, admission: 'secret', card: 'c2.1.Hanna' })
  await guest.joinRoom(roomId, { participantId: guestId, admission: 'secret', card: 'd2.Guest' })
  const send = (card: string) => guest.callRoom(roomId, 'PATCH', '/participants/me', { card })
  expect((await send('c2.1.Guest')).body.card).toBe('c2.1.Guest')
  const mute = (mutedUntil: number | null) =>
    host.callRoom(roomId, 'PATCH', `/participants/${guestId}`, { mutedUntil })
  await mute(Date.now() + 60_000)
  expect(refusalOf(await send('c2.1.Shout'))).toEqual([403, 'muted'])
  const wraps = { [hostId]: 'wrap', [guestId]: 'wrap' }
  await host.callRoom(roomId, 'POST', '/epochs', { epoch: 2, admission, invite: 'i', wraps, check: 'check' })
  expect(refusalOf(await send('c2.1.Shout'))).toEqual([403, 'muted'])
  expect((await send('c2.2.Guest')).body.card).toBe('c2.2.Guest')
  expect(refusalOf(await send('c2.2.Shout'))).toEqual([403, 'muted'])
  await mute(null)
  expect((await send('c2.2.Gus')).body.card).toBe('c2.2.Gus')
})

test('in a quiet room only hosts speak', async () => {
  const room = await openRoom()
  const { roomId, hanna, guest, other, change } = room
  expect((await change({ quiet: true })).body.quiet).toBe(true)
  await evictDurableObject(roomObject(roomId))
  const { posted, error } = await speak(room, 'quiet')
  expect([refusalOf(posted), error.code]).toEqual([[403, 'quiet'], 'quiet'])
  guest.connection.sendEvent('chat.typing')
  await guest.connection.waitUntilSettled()
  await other.connection.waitUntilSettled()
  expect(other.connection.receivedData('chat.typing')).toEqual([])
  expect((await hanna.person.postMessage(roomId, { id: 'host', text: 'hi' })).status).toBe(201)
  await change({ quiet: false })
  expect((await guest.person.postMessage(roomId, { id: 'again', text: 'hi' })).status).toBe(201)
  expect(await textsOf(room)).toEqual(['host', 'again'])
})

test('in a slow room a participant waits between two messages, also after a sleep; hosts don’t', async () => {
  const room = await openRoom()
  const { roomId, hanna, guest, change } = room
  const post = (person: Person, id: string) => person.postMessage(roomId, { id, text: 'hi' })
  await post(guest.person, 'before')
  await evictDurableObject(roomObject(roomId))
  expect((await change({ slow: 100 })).body.slow).toBe(100)
  // It was said before the room was slow, and before it slept.
  const { posted, error } = await speak(room, 'slow')
  expect([refusalOf(posted), error.code]).toEqual([[429, 'slow-down'], 'slow-down'])
  expect(Number(posted.headers.get('retry-after'))).toBeGreaterThan(90)
  await evictDurableObject(roomObject(roomId))
  expect((await post(guest.person, 'asleep')).status).toBe(429)
  expect((await post(guest.person, 'before')).status).toBe(200)
  for (const id of ['h1', 'h2']) expect((await post(hanna.person, id)).status).toBe(201)
  letTimePass(100_000)
  expect((await post(guest.person, 'after')).status).toBe(201)
  expect((await post(guest.person, 'too-soon')).status).toBe(429)
  await change({ slow: 0 })
  expect((await post(guest.person, 'fast')).status).toBe(201)
})

test('in a slow room nobody speaks sooner by leaving and joining again, also after a sleep', async () => {
  const { roomId, guest, change } = await openRoom()
  const post = () => guest.person.postMessage(roomId, { text: 'hi' })
  const comeBack = async () => {
    await guest.person.callRoom(roomId, 'POST', '/leave')
    await guest.person.joinRoom(roomId)
  }
  await change({ slow: 100 })
  expect((await post()).status).toBe(201)
  await comeBack()
  expect(refusalOf(await post())).toEqual([429, 'slow-down'])
  await guest.person.callRoom(roomId, 'POST', '/leave')
  await evictDurableObject(roomObject(roomId))
  await guest.person.joinRoom(roomId)
  expect(refusalOf(await post())).toEqual([429, 'slow-down'])
  // Whoever comes besides them has not spoken, and need not wait.
  const another = new Person()
  await another.joinRoom(roomId)
  expect((await another.postMessage(roomId, { text: 'hi' })).status).toBe(201)
  letTimePass(100_000)
  await comeBack()
  expect((await post()).status).toBe(201)
})

test('a host pins a message that is there, and ends the room earlier; a guest does neither', async () => {
  const { roomId, hanna, guest, change } = await openRoom()
  await hanna.person.sendMessage(roomId, 'read this')
  const refused = await change({ pinned: 2 })
  expect([refused.status, refused.body.error?.issues?.[0]?.path]).toEqual([400, 'pinned'])
  expect((await change({ pinned: 1 })).body.pinned).toBe(1)
  expect((await guest.connection.nextEvent('room.update', 'nobody is told')).pinned).toBe(1)
  await evictDurableObject(roomObject(roomId))
  expect((await guest.person.callRoom(roomId, 'GET')).body.pinned).toBe(1)
  expect((await change({ pinned: null })).body.pinned).toBe(null)
  const closesAt = Date.now() + 60_000
  for (const patch of [{ pinned: 1 }, { closesAt }])
    expect(refusalOf(await guest.person.callRoom(roomId, 'PATCH', '', patch))).toEqual([403, 'not-allowed'])
  expect((await change({ closesAt })).body.expiresAt).toBe(closesAt)
})

test('hands are kept in the order of raising, and lowered by oneself, by a host and by speaking', async () => {
  const { roomId, hanna, guest, other, manage } = await openRoom()
  const raise = async (person: Person, hand: boolean) =>
    (await person.callRoom(roomId, 'PATCH', '/participants/me', { hand })).body.hand
  // All at the same time: the order is kept all the same.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  const [first = 0, second = 0] = await Promise.all([raise(guest.person, true), raise(other.person, true)])
  expect(second).toBeGreaterThan(first)
  await evictDurableObject(roomObject(roomId))
  expect(await raise(guest.person, true)).toBe(first)
  expect(
    await hanna.connection.nextEvent(
      'presence.update',
      'the host is not told',
      (data) => data.hand === first,
    ),
  ).toMatchObject({ participantId: guest.id })
  expect((await manage({ hand: false })).body.hand).toBe(undefined)
  expect(await raise(guest.person, true)).toBeGreaterThan(second)
  expect(await raise(guest.person, false)).toBe(undefined)
  other.connection.sendMessage('my-turn')
  await hanna.connection.nextEvent('chat.message', 'a message does not arrive')
  await hanna.connection.nextEvent(
    'presence.update',
    'nobody is told that the hand is down',
    (data) => data.participantId === other.id && data.hand === undefined,
  )
  const { body } = await hanna.person.callRoom(roomId, 'GET', '/participants')
  expect(body.participants?.flatMap(({ hand }) => hand ?? [])).toEqual([])
})
