import { nanoid } from 'nanoid'
import { describe, expect, test, vi } from 'vitest'
import { ACCOUNT_ASK_LEAST, ACCOUNT_ASK_RATE, ACCOUNT_CHANGE_RATE } from '../../protocol/account-limits.ts'
import { AccountRateLimits } from '../../worker/account/account-rate-limits.ts'
import { Room } from '../../worker/room/room.ts'
import { type Reply, refusalOf } from '../support/api-client.ts'
import { Facilitator, HOUR } from './facilitator.ts'

/** Asks until there is no more; how often it went well. The clock stands meanwhile, however busy the machine is. */
async function callUntilLimited(ask: () => Promise<Reply>, most: number): Promise<number> {
  const now = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(now)
  for (let asked = 0; asked <= most; asked += 1) {
    const reply = await ask()
    if (reply.status !== 429) continue
    expect(refusalOf(reply)).toEqual([429, 'slow-down'])
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    return asked
  }
  throw new Error(`${most} and no end of it`)
}

describe('the rate limits of an account', () => {
  test('let its list ask so many rooms and no more, and leave other accounts alone', async () => {
    const [ann, ben] = [await Facilitator.signUp(), await Facilitator.signUp()]
    for (let room = 0; room < 2; room += 1) await ann.scheduleRoom()
    await ann.runInAccount(({ sql }) => {
      for (let n = 2; n < 250; n += 1) {
        sql.exec(
          "INSERT INTO rooms (room_id, step, title_key, gone_at) VALUES (?, 'live', ?, ?)",
          nanoid(),
          `made up ${n}`,
          Date.now() + HOUR,
        )
      }
    })
    const asked = vi.spyOn(Room.prototype, 'describeRoom')
    // The first list finds that most of these are gone, and forgets them.
    expect(await ann.listRooms()).toHaveLength(2)
    expect(asked).toHaveBeenCalledTimes(250)
    const left = (ACCOUNT_ASK_RATE.burst - 250) / ACCOUNT_ASK_LEAST
    const lists = await callUntilLimited(() => ann.callApi('GET', '/api/account/rooms'), 4 * left)
    expect(lists).toBeGreaterThanOrEqual(Math.floor(left))
    expect(await ben.listRooms()).toEqual([])
    expect((await ann.callApi('GET', '/api/session')).status).toBe(200)
  })

  test('refuse changes after a while, and never signing out', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    const path = `/api/account/rooms/${roomId}`
    let count = 0
    const changes = [
      () => ann.callApi('PATCH', path, { locked: count % 2 === 0 }),
      () => ann.callApi('POST', `/api/account/rooms/${nanoid()}/close`),
      () => ann.callApi('DELETE', `/api/account/rooms/${nanoid()}`),
      () => ann.callApi('DELETE', `/api/account/sessions/${nanoid()}`),
    ]
    const most = await callUntilLimited(() => {
      count += 1
      return changes[count % changes.length]?.() ?? ann.callApi('PATCH', path, { locked: true })
    }, 6 * ACCOUNT_CHANGE_RATE.burst)
    expect(most).toBeGreaterThanOrEqual(ACCOUNT_CHANGE_RATE.burst)
    for (const change of changes) expect((await change()).status).toBe(429)
    expect((await ann.callApi('DELETE', '/api/session')).status).toBe(204)
  })

  test('let everything be downloaded a few times, and sessions and transcripts be read often', async () => {
    const ann = await Facilitator.signUp()
    const { roomId } = await ann.scheduleRoom()
    expect(
      await callUntilLimited(() => ann.callApi('GET', '/api/account/export'), 10),
    ).toBeGreaterThanOrEqual(2)
    const read = [() => ann.callApi('GET', '/api/account/sessions'), () => ann.downloadTranscript(roomId)]
    for (const ask of read) await callUntilLimited(ask, 500)
  })

  test('refuse nothing with RATE_LIMITS off', () => {
    const limits = new AccountRateLimits(false)
    for (let n = 0; n < 1_000; n += 1) expect(limits.countAction('exports', 0)).toMatchObject({ ok: true })
  })
})
