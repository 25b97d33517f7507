import { expect, test } from 'vitest'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { exampleRoom } from '../../test/support/examples.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { decryptInvite, importInviteSecret } from '../crypto/invite.ts'
import { importPassword, stretchPassword } from '../crypto/password-key.ts'
import { makeFirstEpoch } from '../room/keys/make-first-epoch.ts'
import { completePatch } from './open-plan-door.ts'

/** A planned room whose door is closed, and the browser that planned it. */
async function planRoom(rules: Partial<AccountRoom>, password: string | null = null) {
  const store = new MemoryKeyStore()
  const first = await makeFirstEpoch(store, password, rules, Date.now() + 60_000)
  if (!first.ok) throw new Error(first.refusal.code)
  const { keys, link, fields } = first.value
  const { roomId } = fields
  const known = exampleRoom({ roomId, keys: 2, epoch: 1, invitable: true, encryption: 'e2ee', ...rules })
  const room: AccountRoom = { ...known, title: 'Plan', closesAt: 2, retainFor: 0, messages: 0 }
  const open = async (invite: string | undefined) => {
    const stretched = password ? await stretchPassword(await importPassword(password), link.linkKey) : null
    const secret = await importInviteSecret(link.linkKey, stretched)
    return decryptInvite(secret, { roomId, epoch: 1 }, invite ?? '')
  }
  return { room, store, keys, open }
}

test.each([null, 'open sesame'])(
  'a door that opens gets an invite that the link opens (password %s)',
  async (password) => {
    const { room, store, keys, open } = await planRoom({ door: 'knock' }, password)
    const { value } = await completePatch(room, { door: 'open' }, store)
    expect(value?.door).toBe('open')
    expect((await open(value?.invite))?.roomKey).toEqual(keys.roomKey)
  },
)

test('so does a plan whose newcomers shall see everything', async () => {
  const { room, store, open } = await planRoom({ history: 'from-join' })
  const { value } = await completePatch(room, { history: 'all' }, store)
  expect(value).toMatchObject({ door: 'open', history: 'all' })
  expect(await open(value?.invite)).not.toBeNull()
})

test.each([
  { what: 'a door that closes', rules: {}, patch: { door: 'knock' } },
  {
    what: 'a door that is closed all the same',
    rules: { door: 'knock', history: 'from-join' },
    patch: { door: 'open' },
  },
  { what: 'a link that is closed', rules: { door: 'knock', invitable: false }, patch: { door: 'open' } },
] as const)('$what gets none', async ({ rules, patch }) => {
  const { room, store } = await planRoom(rules)
  expect((await completePatch(room, patch, store)).value).toEqual(patch)
})

test('a browser without the keys of the epoch is told what to do', async () => {
  const { room, store } = await planRoom({ door: 'knock' })
  const refusalOf = async (one: AccountRoom, of: MemoryKeyStore) =>
    (await completePatch(one, { door: 'open' }, of)).refusal?.code
  expect(await refusalOf(room, new MemoryKeyStore())).toBe('rotate-instead')
  expect(await refusalOf({ ...room, epoch: 2 }, store)).toBe('rotate-instead')
})
