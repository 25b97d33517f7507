import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { SILENT_SEAT_MS, UNUSED_SEAT_MS } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

describe('a room without a limit gives back', () => {
  /** Such a room, with its host and so many who joined by script and never came, as long ago as that. */
  async function joinedByScript(count: number, ms: number) {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: null, lifetime: 86_400 })
    await host.joinRoom(roomId)
    await new Person().joinRoom(roomId, { alias: 'Never came' })
    await runInRoom(roomId, ({ sql }) => {
      sql.exec(
        `WITH RECURSIVE more(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM more WHERE n < 98 + ?)
         INSERT INTO participants (n, participant_id, alias, role, token, idle_since)
           SELECT n, 'p' || n, 'script ' || n, 'participant', 'x', ? FROM more`,
        ...[count, Date.now() - ms],
      )
      sql.exec("UPDATE participants SET idle_since = ? WHERE alias = 'Never came'", Date.now() - ms)
    })
    await evictDurableObject(roomObject(roomId))
    const seats = async () => (await host.callRoom(roomId, 'GET')).body.seats ?? 0
    const stored = () =>
      runInRoom(roomId, ({ sql }) => sql.exec('SELECT n FROM participants').toArray().length)
    return { host, roomId, seats, stored }
  }

  test('seats that nobody ever used, a part of them at a time, and their names', async () => {
    const { roomId, seats, stored } = await joinedByScript(600, SILENT_SEAT_MS)
    const first = await seats()
    expect(first).toBeLessThan(601)
    expect(first).toBeGreaterThan(300)
    for (let look = 0; look < 3; look += 1) {
      letTimePass(1_000)
      await seats()
    }
    expect([await seats(), await stored()]).toEqual([1, 1])
    expect((await new Person().joinRoom(roomId, { alias: 'script 100' })).alias).toBe('script 100')
  })

  test('none of those who may still come', async () => {
    const { seats } = await joinedByScript(10, SILENT_SEAT_MS - 5_000)
    expect(await seats()).toBe(11)
    letTimePass(5_000)
    expect(await seats()).toBe(1)
  })

  test('none that is used: who is connected, who speaks, who was here a while ago, who was removed', async () => {
    const { host, roomId, seats, stored } = await joinedByScript(0, 0)
    const [here, spoke, wasHere, removed] = [new Person(), new Person(), new Person(), new Person()]
    const connection = await here.joinAndConnect(roomId)
    await spoke.joinRoom(roomId)
    await spoke.postMessage(roomId, { text: 'hello' })
    await (await wasHere.joinAndConnect(roomId)).disconnect()
    const { participantId } = await removed.joinRoom(roomId)
    await host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
    await seats()
    letTimePass(UNUSED_SEAT_MS - 5_000)
    // The host, the three, and of those joined by script the one who never came is gone.
    expect([await seats(), await stored()]).toEqual([4, 5])
    expect((await wasHere.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
    letTimePass(2 * UNUSED_SEAT_MS)
    await expect.poll(seats, { timeout: 15_000 }).toBe(3)
    expect(refusalOf(await removed.requestJoin(roomId))).toEqual([403, 'removed'])
    await connection.waitUntilSettled()
  })
})
