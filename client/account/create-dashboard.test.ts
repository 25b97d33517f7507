import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { makeStorage } from '../../test/support/fake-storage.ts'
import { makeLinkKey } from '../../test/support/link-key.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { deviceStorage } from '../browser/browser-storage.ts'
import { openStoredLinkKeys } from '../crypto/stored-link-keys.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createDashboard } from './create-dashboard.ts'

/** Who is logged in: the cookie is shared by all tabs. */
let who = 'ada'
/** Milliseconds by which the server's clock is ahead of this computer's. */
let ahead = 0
/** Fires the event of a page that gets the focus. */
let focus = () => {}

beforeEach(() => {
  who = 'ada'
  ahead = 0
  scheduled.splice(0)
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', makeStorage(kept))
  vi.stubGlobal('document', { hidden: false, addEventListener() {}, removeEventListener() {} })
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => {
    focus = listener
  })
  vi.stubGlobal('removeEventListener', () => {})
})
afterEach(() => vi.unstubAllGlobals())

const roomOf = (accountId: string) => ({ roomId: `room of ${accountId}`, title: accountId, state: 'closed' })

/** Rooms that were made here. */
const scheduled: ReturnType<typeof roomOf>[] = []

/** The calls of a facilitator, to a server that answers as far as these tests go. */
const api = makeAccountApi({
  async fetch(input, init) {
    if (String(input).endsWith('session')) return Response.json({ accountId: who })
    if (init?.method === 'GET')
      return Response.json({
        accountId: who,
        rooms: [roomOf(who), ...scheduled],
        serverTime: Date.now() + ahead,
      })
    scheduled.push({ ...roomOf(who), roomId: 'new' })
    return Response.json(scheduled[0])
  },
})

const KEY = makeLinkKey()
const keysOf = (accountId: string) => openStoredLinkKeys(accountId, deviceStorage)

const ADA = 'room of ada'
const BEN = 'room of ben'

/** Looks at the rooms of somebody, with a key that was kept before. */
async function look(act: (dashboard: ReturnType<typeof createDashboard>) => Promise<void>): Promise<void> {
  keysOf('ada').storeLinkKey(ADA, KEY)
  await createRoot(async (dispose) => {
    const dashboard = createDashboard(api, new MemoryKeyStore())
    await vi.waitFor(() => expect(dashboard.findRoom(ADA)).toBeDefined(), { timeout: 15_000 })
    await act(dashboard)
    dispose()
  })
}

test('who logs in in another tab finds own rooms here, and the other one’s keys are kept', async () => {
  await look(async (dashboard) => {
    expect(dashboard.findLinkKey(ADA)).toBe(KEY)
    who = 'ben'
    focus()
    await vi.waitFor(() => expect(dashboard.findRoom(BEN)).toBeDefined(), { timeout: 15_000 })
    expect(dashboard.findRoom(ADA)).toBeUndefined()
  })
  expect(keysOf('ada').findLinkKey(ADA)).toBe(KEY)
})

test('a new room whose keys rotate is one that this browser has the keys of, and the link', async () => {
  await look(async (dashboard) => {
    who = 'ben'
    const { value } = await dashboard.scheduleRoom({ title: 'new', closesAt: 0, encryption: 'e2ee' })
    if (!value) throw new Error('nothing is planned')
    const room: AccountRoom = { ...value, encryption: 'e2ee', keys: 2 }
    expect([dashboard.hasKeys(room), dashboard.hasKeys({ ...room, roomId: 'another' })]).toEqual([
      true,
      false,
    ])
    expect(dashboard.findInvitePath(room)).toMatch(/^\/room\/new#2[\w-]{43}$/)
  })
  expect(keysOf('ada').findLinkKey(ADA)).toBe(KEY)
})

test.for([
  { clock: 'right', by: 0, skew: 0 },
  { clock: 'half a minute slow', by: 30_000, skew: 0 },
  { clock: 'ten minutes slow', by: 600_000, skew: -600_000 },
  { clock: 'an hour fast', by: -3_600_000, skew: 3_600_000 },
])('what is planned is meant by the server’s clock where this one is $clock', async ({ by, skew }) => {
  ahead = by
  await look(async (dashboard) => {
    expect(Math.abs(dashboard.clockSkew() - skew)).toBeLessThan(10_000)
    expect(Math.abs(dashboard.now() - (Date.now() + by))).toBeLessThan(10_000)
  })
})
