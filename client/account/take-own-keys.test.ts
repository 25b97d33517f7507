import { expect, test } from 'vitest'
import type { AccountRoom, OwnRoom } from '../../protocol/schedule.ts'
import { exampleRoom } from '../../test/support/examples.ts'
import { MemoryKeyStore } from '../../test/support/memory-key-store.ts'
import { decryptCard } from '../crypto/card.ts'
import { encryptInvite } from '../crypto/encrypt-invite.ts'
import { EpochKeys } from '../crypto/epoch-keys.ts'
import { makeEpochLinkKey } from '../crypto/epoch-link.ts'
import { importInviteSecret } from '../crypto/invite.ts'
import { makeRoomKey } from '../crypto/room-key.ts'
import type { AccountApi } from '../net/account-api.ts'
import { loadOwnLink } from './own-room-keys.ts'
import { type KeySource, takeOwnKeys } from './take-own-keys.ts'

const ROOM: AccountRoom = {
  ...exampleRoom({ encryption: 'e2ee', keys: 2, epoch: 2, expiresAt: 2_000_000 }),
  title: 'Circle',
  closesAt: 2_000_000,
  retainFor: 60,
  messages: 0,
}
const { roomId } = ROOM
const roomKey = makeRoomKey()
const linkKey = makeEpochLinkKey()
const content = { roomKey, removedIds: ['removed-before-2345678'] }
const invite = await encryptInvite(await importInviteSecret(linkKey, null), { roomId, epoch: 2 }, content)
const link = { linkKey, hasPassword: false }

/** Takes keys into a browser that has none. */
async function take(source: KeySource, differing: Partial<OwnRoom> = {}) {
  const store = new MemoryKeyStore()
  const patches: Parameters<AccountApi['changeRoom']>[1][] = []
  const api: Pick<AccountApi, 'fetchOwnRoom' | 'changeRoom'> = {
    fetchOwnRoom: async () => ({ ok: true, value: { ...ROOM, admission: null, invite, ...differing } }),
    async changeRoom(_, patch) {
      patches.push(patch)
      return { ok: true, value: ROOM }
    },
  }
  const taken = await takeOwnKeys(ROOM, source, { api, store })
  return { taken, patches, store, record: await store.readRecord(roomId) }
}

test('a link brings back the key of the room, and this browser gets a seat to be wrapped for', async () => {
  const { taken, patches, store, record } = await take({ is: 'link', link })
  expect(taken).toEqual({ is: 'taken', isKept: true })
  expect(record?.epochs).toEqual([{ epoch: 2, key: roomKey }])
  expect(record?.removedIds).toEqual(['removed-befo'])
  expect(await loadOwnLink(store, roomId)).toEqual(link)
  const [{ participantId = '', card = '' } = {}] = patches
  const keys = await EpochKeys.fromKey({ roomId, epoch: 2 }, roomKey)
  expect((await decryptCard(keys, participantId, card))?.publicKey.text).toBe(record?.publicKey)
})

test('a key file brings back the keys of all epochs, also once the room has closed', async () => {
  const file = { roomId, keys: new Map([1, 2].map((epoch) => [epoch, makeRoomKey()])) }
  const { taken, patches, record } = await take({ is: 'file', file }, { state: 'closed', invite: undefined })
  expect(taken.is).toBe('taken')
  expect(record?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2])
  expect(patches).toEqual([])
})

test.each([
  {
    what: 'another link',
    source: { is: 'link', link: { ...link, linkKey: makeEpochLinkKey() } },
    is: 'wrong-key',
  },
  { what: 'a link that died', source: { is: 'link', link }, room: { invite: undefined }, is: 'wrong-key' },
  {
    what: 'a link with a password',
    source: { is: 'link', link: { ...link, hasPassword: true } },
    is: 'password',
  },
  {
    what: 'the key file of another room',
    source: { is: 'file', file: { roomId: 'another', keys: new Map([[2, roomKey]]) } },
    is: 'wrong-key',
  },
] as { what: string; source: KeySource; room?: Partial<OwnRoom>; is: string }[])(
  '$what brings back nothing',
  async ({ source, room, is }) => {
    const { taken, patches, record } = await take(source, room)
    expect([taken.is, patches, record]).toEqual([is, [], null])
  },
)
