import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { REPLACED } from '../../protocol/close.ts'
import { CONNECTIONS_MAX } from '../../protocol/connection-limits.ts'
import { WELCOME } from '../../protocol/limits.ts'
import { joinPair } from './pairs.ts'
import { letTimePass } from './pass-time.ts'
import { roomObject, runInRoom } from './person.ts'

test('a participant has so many sockets, and with one more the one silent for longest goes', async () => {
  const { participant, roomId } = await joinPair()
  const connections = []
  for (let n = 0; n < CONNECTIONS_MAX; n += 1) connections.push(await participant.openConnection(roomId))
  const [first, second] = connections
  // The first one speaks: now the second has been silent for longest.
  letTimePass(5)
  first?.sendMessage('m1')
  await first?.nextEvent('chat.message', 'the message was refused or lost')
  const latest = await participant.openConnection(roomId)
  await latest.nextEvent('room.welcome', 'a participant with many ghosts is kept out')
  // A reason of its own, so that the one that is closed doesn't come back to take the place of the next.
  expect(await second?.closed).toEqual({ code: 4429, reason: REPLACED })
  expect((await participant.callRoom(roomId, 'GET')).body.present).toBe(1)
})

interface Weight {
  of: string
  text: string
  newest: number
}
const WEIGHTS: Weight[] = [
  { of: 'plain text', text: 'x'.repeat(16_384), newest: 100 },
  // Each is written as six characters.
  { of: 'control characters', text: '\u0001'.repeat(16_384), newest: 17 },
  { of: 'quotes', text: '"'.repeat(16_384), newest: 51 },
]
test.for(WEIGHTS)(
  'a welcome weighs no more than its JSON may ($of); the rest is a call away',
  async (weight) => {
    const { host, participant, roomId } = await joinPair()
    await host.postMessage(roomId, { text: 'one' })
    await runInRoom(roomId, ({ sql }) => {
      const { text } = weight
      for (let seq = 2; seq <= 160; seq += 1) {
        sql.exec(
          "INSERT INTO messages (seq, id, participant_id, sender, text, timestamp, id_hashes) VALUES (?, ?, 'p', 'Hanna', ?, 1, NULL)",
          seq,
          `m${seq}`,
          text,
        )
      }
    })
    await evictDurableObject(roomObject(roomId))
    const resumed = await (await participant.openConnection(roomId, 1)).nextEvent(
      'room.welcome',
      'the room sends nothing',
    )
    const weighs = (messages: unknown[]) => JSON.stringify(messages).length
    expect([resumed.messages[0]?.seq, resumed.lastSeq]).toEqual([2, 160])
    const fresh = await (await participant.openConnection(roomId)).nextEvent(
      'room.welcome',
      'the room sends nothing',
    )
    expect([fresh.messages.length, fresh.messages.at(-1)?.seq]).toEqual([weight.newest, 160])
    for (const { messages } of [resumed, fresh]) {
      expect(messages.length).toBeGreaterThanOrEqual(weight.newest)
      expect(weighs(messages) - messages.length - 1).toBeLessThanOrEqual(WELCOME.characters)
    }
  },
)
