import { createRoot } from 'solid-js'
import { createStore } from 'solid-js/store'
import { expect, test, vi } from 'vitest'
import { exampleMessage, exampleRoom } from '../../../test/support/examples.ts'
import { makeIdleCipher } from '../../../test/support/idle-cipher.ts'
import { MemoryKeyStore, makeForgetfulKeyStore } from '../../../test/support/memory-key-store.ts'
import type { KeyStore } from '../../browser/key-store.ts'
import { encryptCard } from '../../crypto/card.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { makeRoomApi } from '../../net/room-api.ts'
import { emptyRoom } from '../room-state.ts'
import { createAutomaticRotation } from './create-automatic-rotation.ts'
import { isLinkToClose } from './due-rotation.ts'
import { makeLink } from './make-link.ts'
import { MemberKeys } from './member-keys.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'

interface Scene {
  capacity?: number
  /** Whether this page keeps its keys, and the partner's card says the same of theirs. */
  keeps?: boolean
  partnerKeeps?: boolean
  hasLink?: boolean
  isFirst?: boolean
  isAlone?: boolean
  /** Who has spoken. */
  spoken?: ('me' | 'partner')[]
  /** Whether the link was closed for this partner before, or for another. */
  closedFor?: 'partner' | 'another'
  hasCard?: boolean
}

/** A room for two in which all is there that closes its link, but for what differs. */
async function isClosing({
  capacity = 2,
  keeps = true,
  partnerKeeps = true,
  hasLink = true,
  isFirst = true,
  isAlone = false,
  spoken = ['me', 'partner'],
  closedFor,
  hasCard = true,
}: Scene) {
  const key = makeRoomKey()
  const at = { roomId: ROOM, epoch: 1 }
  const { door } = await makeLink(at, key, null)
  const make = (store: KeyStore) => MemberKeys.makeKeys(ROOM, store)
  const [me, partner] = [
    await make(keeps ? new MemoryKeyStore() : makeForgetfulKeyStore()),
    await make(new MemoryKeyStore()),
  ]
  for (const one of [me, partner]) await one.takeKey({ epoch: 1, key }, { door, password: null })
  const cipher = makeIdleCipher(me)
  const ids = { me: me.participantId, partner: partner.participantId }
  if (closedFor) me.recordClosedFor(closedFor === 'partner' ? ids.partner : 'another')
  const card = { name: 'Ben', publicKey: partner.pair.publicKey, keeps: partnerKeeps }
  if (hasCard)
    await cipher.cards.openCard({ participantId: ids.partner, card: await encryptCard(me.currentKeys, card) })
  const [mine, theirs] = (['me', 'partner'] as const).map((who) => ({
    participantId: ids[who],
    alias: who,
    role: 'participant' as const,
  }))
  const present = [mine, theirs].flatMap((one) => (one ? [one] : []))
  const state = {
    ...emptyRoom(),
    room: exampleRoom({ capacity }),
    me: mine ?? null,
    participants: isAlone ? present.slice(0, 1) : isFirst ? present : present.reverse(),
    messages: spoken.map((who, index) => exampleMessage(index + 1, ids[who])),
  }
  return isLinkToClose({ state, cipher: () => cipher, door: () => (hasLink ? door : null) })
}

test('the link of a room for two closes once both have spoken, by the page of who came first', async () => {
  expect(await isClosing({})).toBe(true)
  expect(await isClosing({ closedFor: 'another' })).toBe(true)
})

const OPEN: Record<string, Scene> = {
  'with more seats': { capacity: 3 },
  'that only one has spoken in': { spoken: ['me', 'me'] },
  'that only the partner has spoken in': { spoken: ['partner'] },
  'where the partner came first': { isFirst: false },
  'where nobody else is': { isAlone: true },
  'whose link is closed': { hasLink: false },
  'whose link was closed for this partner before': { closedFor: 'partner' },
  'where this browser keeps no keys': { keeps: false },
  'where the partner’s browser keeps no keys': { partnerKeeps: false },
  'where no card of the partner was opened': { hasCard: false },
}

test.each(Object.entries(OPEN))('the link of a room %s stays as it is', async (_, scene) => {
  expect(await isClosing(scene)).toBe(false)
})

/** The page of a host that is loaded in a room which this browser has locked to rotate its keys. @returns what it asks */
async function loadLocked() {
  const keys = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  await keys.recordLock(true)
  const asked: string[] = []
  const api = makeRoomApi({
    base: 'https://chat.example/',
    async fetch(input, init) {
      asked.push(`${init?.method} ${new URL(String(input)).pathname} ${init?.body}`)
      return Response.json(exampleRoom({ locked: false }))
    },
  })
  const [state] = createStore({
    ...emptyRoom(),
    room: exampleRoom({ locked: true }),
    me: { participantId: keys.participantId, alias: 'Ada', role: 'host' as const },
  })
  const cipher = makeIdleCipher(keys)
  createRoot(() =>
    createAutomaticRotation({
      state,
      cipher: () => cipher,
      door: () => null,
      runCommand: (call) => call(api, ROOM),
    }),
  )
  return { asked, keys }
}

test('a room that this browser locked for a rotation, and did not unlock, is unlocked by the next page', async () => {
  const { asked, keys } = await loadLocked()
  await vi.waitFor(() => expect(keys.hasLocked).toBe(false), { timeout: 15_000 })
  expect(asked).toEqual([`PATCH /api/rooms/${ROOM} {"locked":false}`])
})
