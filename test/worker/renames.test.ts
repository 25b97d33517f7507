import { describe, expect, test } from 'vitest'
import { MESSAGE_RATE } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import { joinPair } from './pairs.ts'

describe('a rename that comes with a message', () => {
  test('happens only where the message is stored, so that it costs what a message costs', async () => {
    const { host, participant, roomId } = await joinPair()
    const connection = await host.openConnection(roomId)
    await connection.nextEvent('room.welcome', 'the socket opened and the room sends nothing')
    const seen = await participant.openConnection(roomId)
    await seen.nextEvent('room.welcome', 'the socket opened and the room sends nothing')
    expect(
      refusalOf(await participant.postMessage(roomId, { text: 'x'.repeat(16_385), sender: 'Longwinded' }))[0],
    ).toBe(413)
    // At once: one after the other a slow machine keeps to the rate by itself.
    const posts = Array.from({ length: MESSAGE_RATE.burst + 20 }, (_, n) =>
      participant.postMessage(roomId, { text: 'hi', sender: `Guest ${n}` }),
    )
    const answers = (await Promise.all(posts)).map(({ status }) => status)
    const stored = answers.filter((status) => status === 201).length
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0)
    await connection.waitUntilSettled()
    const renames = connection.events.filter(({ event }) => event === 'presence.update').length
    expect(renames).toBe(stored)
  })

  test('does not stand in the way of a resend under a name that somebody else has', async () => {
    const { participant, roomId } = await joinPair()
    const sent = { id: 'm1', text: 'hi' }
    expect((await participant.postMessage(roomId, sent)).status).toBe(201)
    expect((await participant.postMessage(roomId, { ...sent, sender: 'Hanna' })).status).toBe(200)
    expect(refusalOf(await participant.postMessage(roomId, { text: 'hi', sender: 'Hanna' }))).toEqual([
      409,
      'alias-taken',
    ])
  })
})
