import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { REPLACED } from '../../protocol/close.ts'
import { BEHIND_MAX, CONNECTIONS_MAX } from '../../protocol/connection-limits.ts'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { Person, roomObject } from './person.ts'

/** A room with a host who has a socket, and a participant whose network lets none through. */
async function setUpRoom(options: Record<string, unknown> = {}) {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 6, ...options })
  const connection = await host.joinAndConnect(roomId, { alias: 'Hanna' })
  const participant = new Person()
  const { participantId } = await participant.joinRoom(roomId, { alias: 'Guest' })
  const stream = await participant.openEventStream(roomId)
  const welcome = await stream.nextEvent('room.welcome', 'the stream opened and the room sends nothing')
  return { host, roomId, connection, participant, participantId, stream, welcome }
}

/** Why somebody is given no stream. */
async function readRefusal(person: Person, roomId: string, query = '', headers: Record<string, string> = {}) {
  const response = await person.requestEvents(roomId, query, headers)
  const text = await response.text()
  return refusalOf({ status: response.status, body: JSON.parse(text) })
}

test('a conversation, one by socket and one by stream: the same events in the same order', async () => {
  const { host, roomId, connection, participant, participantId, stream, welcome } = await setUpRoom()
  expect(stream.events[0]?.event).toBe('room.welcome')
  expect(welcome).toMatchObject({ participantId, alias: 'Guest', lastSeq: 0, room: { present: 2 } })
  const joined = await connection.nextEvent(
    'presence.join',
    'who comes by stream is not there',
    (who) => who.participantId === participantId,
  )
  expect(joined.present).toBe(2)
  connection.sendMessage('m1', 'from the socket')
  expect((await stream.nextEvent('chat.message', 'the stream is sent nothing')).text).toBe('from the socket')
  expectStatus(await participant.postMessage(roomId, { text: 'by HTTP', id: 'g1' }), 201)
  expectStatus(await participant.postMessage(roomId, { text: 'by HTTP', id: 'g1' }), 200)
  for (const one of [connection, stream]) {
    const message = await one.nextEvent(
      'chat.message',
      'what was posted by HTTP is not delivered',
      ({ id }) => id === 'g1',
    )
    expect(message).toMatchObject({ seq: 2, sender: 'Guest', text: 'by HTTP' })
  }
  expect((await participant.callRoom(roomId, 'POST', '/typing')).status).toBe(204)
  expect(await connection.nextEvent('chat.typing', 'the typing sign is not sent')).toEqual({ participantId })
  connection.sendEvent('chat.typing')
  await stream.nextEvent('chat.typing', 'the stream is sent no typing sign')
  expectStatus(await host.callRoom(roomId, 'PATCH', '', { locked: true }), 200)
  await stream.nextEvent('room.update', 'the stream is not sent the lock')
  await stream.disconnect()
  const left = await connection.nextEvent('presence.leave', 'a stream that is cancelled counts on')
  expect(left).toMatchObject({ participantId, present: 1 })
})

test('its headers keep caches, compressors and buffers away from it', async () => {
  const { participant, roomId } = await setUpRoom()
  const { headers, body } = await participant.requestEvents(roomId)
  expect(headers.get('content-type')).toBe('text/event-stream')
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect(headers.get('x-accel-buffering')).toBe('no')
  expect(headers.get('content-encoding')).toBe(null)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  await body?.cancel()
})

test('it resumes by Last-Event-ID, which wins over after: none is missed and none comes twice', async () => {
  const { connection, roomId, participant, stream } = await setUpRoom()
  connection.sendMessage('m1')
  connection.sendMessage('m2')
  await stream.nextEvent('chat.message', 'the stream is sent nothing', ({ seq }) => seq === 2)
  const seen = stream.stream.ids.at(-1)
  expect(seen).toBe('2')
  await stream.disconnect()
  connection.sendMessage('m3')
  connection.sendMessage('m4')
  await connection.waitUntilSettled()
  const seqs = async (query: string, headers: Record<string, string> = {}) => {
    const response = await participant.requestEvents(roomId, query, headers)
    const reader = response.body?.getReader()
    let text = ''
    while (!text.endsWith('\n\n')) text += new TextDecoder().decode((await reader?.read())?.value)
    await reader?.cancel()
    const data: { data: { messages: { seq: number }[] } } = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? '')
    return data.data.messages.map(({ seq }) => seq)
  }
  expect(await seqs('?after=1', { 'last-event-id': seen ?? '' })).toEqual([3, 4])
  expect(await seqs('?after=1', { 'last-event-id': '3.17.2' })).toEqual([4])
  expect(await seqs('?after=1')).toEqual([2, 3, 4])
  expect(await seqs('')).toEqual([1, 2, 3, 4])
})

test('a room that sleeps sends to a stream when it wakes, which costs it what a socket does', async () => {
  const { host, roomId, stream } = await setUpRoom()
  await evictDurableObject(roomObject(roomId))
  expectStatus(await host.postMessage(roomId, { text: 'good morning' }), 201)
  expect((await stream.nextEvent('chat.message', 'a sleep costs the stream')).text).toBe('good morning')
})

describe('what an upgrade is refused, a stream is', () => {
  test('without a seat, from elsewhere, with no such room, and with what is no cursor', async () => {
    const { host, roomId, participant, participantId } = await setUpRoom()
    expect(await readRefusal(new Person(), roomId)).toEqual([401, 'not-a-participant'])
    expect(await readRefusal(participant, roomId, '', { origin: 'https://evil.example' })).toEqual([
      403,
      'wrong-origin',
    ])
    expect(await readRefusal(participant, roomId, '', { 'sec-fetch-site': 'same-site' })).toEqual([
      403,
      'wrong-origin',
    ])
    expect(await readRefusal(participant, 'V1StGXR8_Z5jdHi6B-myT')).toEqual([404, 'room-not-found'])
    expect(await readRefusal(participant, roomId, '?after=x')).toEqual([400, 'invalid-request'])
    expect(await readRefusal(participant, roomId, '', { 'last-event-id': 'x' })).toEqual([
      400,
      'invalid-request',
    ])
    expect(refusalOf(await participant.callRoom(roomId, 'POST', '/events'))).toEqual([
      405,
      'method-not-allowed',
    ])
    expect((await participant.fetchResponse('HEAD', `/api/rooms/${roomId}/events`)).status).toBe(405)
    expect(refusalOf(await new Person().callRoom(roomId, 'POST', '/typing'))).toEqual([
      401,
      'not-a-participant',
    ])
    expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${participantId}`), 204)
    expect((await readRefusal(participant, roomId))[0]).toBe(401)
    await host.callRoom(roomId, 'DELETE')
    expect(await readRefusal(participant, roomId)).toEqual([404, 'room-not-found'])
    expect(await readRefusal(participant, roomId, '?after=x')).toEqual([404, 'room-not-found'])
  })

  test('before a scheduled room opens, and after it closed', async () => {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom({ opensAt: Date.now() + 60_000 })
    expect(await readRefusal(new Person(), roomId)).toEqual([403, 'room-not-open'])
    expectStatus(
      await facilitator.callApi('PATCH', `/api/account/rooms/${roomId}`, { opensAt: Date.now() }),
      200,
    )
    const participant = new Person()
    await participant.joinRoom(roomId)
    const stream = await participant.openEventStream(roomId)
    await stream.nextEvent('room.welcome', 'the stream opened and the room sends nothing')
    expectStatus(await facilitator.callApi('POST', `/api/account/rooms/${roomId}/close`), 200)
    expect((await stream.nextEvent('chat.destroy', 'the end is not sent')).reason).toBe('ended')
    expect((await stream.waitForClose('a closed room keeps its streams')).code).toBe(4410)
    expect(await readRefusal(participant, roomId)).toEqual([403, 'room-closed'])
  })
})

test('who is removed is sent why, and the code is final', async () => {
  const { host, roomId, participantId, stream } = await setUpRoom()
  expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${participantId}`), 204)
  expect((await stream.nextEvent('error', 'the reason is not sent')).code).toBe('removed')
  expect((await stream.waitForClose('who was removed is still connected')).code).toBe(4403)
})

test('a room that is destroyed sends its end, and the code is final', async () => {
  const { host, roomId, stream } = await setUpRoom()
  expectStatus(await host.callRoom(roomId, 'DELETE'), 200)
  expect((await stream.nextEvent('chat.destroy', 'the end is not sent')).reason).toBe('destroyed')
  expect((await stream.waitForClose('a room that is gone keeps its streams')).code).toBe(4410)
})

test('a stream is one of the connections that a participant may have', async () => {
  const { participant, roomId, stream, participantId, connection } = await setUpRoom()
  const connections = []
  for (let n = 1; n < CONNECTIONS_MAX; n += 1) connections.push(await participant.openConnection(roomId))
  const latest = await participant.openEventStream(roomId)
  await latest.nextEvent('room.welcome', 'a participant with many connections is kept out')
  expect(await stream.waitForClose('a stream counts as no connection')).toEqual({
    code: 4429,
    reason: REPLACED,
  })
  await connection.waitUntilSettled()
  expect(
    connection.receivedData('presence.leave').filter((who) => who.participantId === participantId),
  ).toEqual([])
})

test('who reads nothing is sent away by the room, and resumes by what it was given', async () => {
  const { participant, roomId, host, connection } = await setUpRoom()
  const response = await participant.requestEvents(roomId)
  const reader = response.body?.getReader()
  await reader?.read()
  const text = 'x'.repeat(MESSAGE_MAX_BYTES)
  const tooMany = Math.ceil(BEHIND_MAX.acknowledging / MESSAGE_MAX_BYTES) + 4
  for (let seq = 1; seq <= tooMany; seq += 1) {
    connection.sendMessage(`m${seq}`, text)
    await connection.nextEvent(
      'chat.message',
      'who keeps up is sent nothing',
      (message) => message.seq === seq,
    )
  }
  let rest = ''
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) break
    rest += new TextDecoder().decode(value)
  }
  expect(rest.endsWith('event: close\ndata: {"code":4408,"reason":"too slow"}\n\n')).toBe(true)
  expect(rest.length).toBeLessThan(BEHIND_MAX.acknowledging)
  const last = Number([...rest.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? 0)
  const again = await participant.openEventStream(roomId, String(last))
  const { messages } = await again.nextEvent('room.welcome', 'who was too slow may not come back')
  expect(messages.map(({ seq }) => seq)).toEqual(
    Array.from({ length: tooMany - last }, (_, index) => last + 1 + index),
  )
  expect((await host.callRoom(roomId, 'GET')).body.present).toBe(2)
})
