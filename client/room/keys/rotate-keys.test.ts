import { expect, test, vi } from 'vitest'
import { EpochRequest } from '../../../protocol/epochs.ts'
import { ROTATION_BODY_MAX_BYTES, ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { Seat } from '../../../protocol/participant.ts'
import { byteLength } from '../../../protocol/text.ts'
import { exampleRoom } from '../../../test/support/examples.ts'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { refused } from '../../../test/support/room-fixture.ts'
import { decryptCard, encryptCard } from '../../crypto/card.ts'
import { encryptDoorCard } from '../../crypto/door-card.ts'
import { decryptInvite, importInviteSecret } from '../../crypto/invite.ts'
import { importPassword } from '../../crypto/password-key.ts'
import { shortenRemovedId } from '../../crypto/removed-ids.ts'
import { makeRoomKey, type RoomKey } from '../../crypto/room-key.ts'
import { unwrapRoomKey } from '../../crypto/wrap.ts'
import type { RoomApi } from '../../net/room-api.ts'
import { makeLink } from './make-link.ts'
import { MemberCards } from './member-cards.ts'
import { MemberKeys } from './member-keys.ts'
import { rotateKeys } from './rotate-keys.ts'
import { takeEpochs } from './take-epochs.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const NO_LINK = { hasLink: false, password: null }

async function makeMember(key: RoomKey): Promise<MemberKeys> {
  const keys = await MemberKeys.makeKeys(ROOM, new MemoryKeyStore())
  await keys.takeKey({ epoch: 1, key }, { door: null, password: null })
  return keys
}

/** A seat whose participant is here, unless told otherwise. */
async function makeSeat(keys: MemberKeys, name = 'Ada', connected = true): Promise<Seat> {
  const { participantId, pair, currentKeys } = keys
  const card = await encryptCard(currentKeys, { name, publicKey: pair.publicKey, keeps: true })
  return { participantId, alias: 'anonymous-wolf', role: 'participant', card, connected }
}

/** Those who have begun, and what the room says of them. */
interface Begun {
  key: RoomKey
  me: MemberKeys
  members: readonly MemberKeys[]
  room: { seats: Seat[] }
}

/** A host, others with seats, and a room that answers to rotations in turn, at last with success. */
async function begin(others: number, ...answers: unknown[]) {
  const key = makeRoomKey()
  const me = await makeMember(key)
  const members = await Promise.all(Array.from({ length: others }, () => makeMember(key)))
  const seats = await Promise.all([me, ...members].map((keys) => makeSeat(keys)))
  const room = { seats, more: 0, locked: false, mayLock: true }
  const asked: string[] = []
  const requests: EpochRequest[] = []
  const call = async (route: string, { json }: { json?: unknown }) => {
    if (route.endsWith('/participants'))
      return { ok: true, value: { participants: room.seats, more: room.more } }
    if (route.startsWith('PATCH')) {
      if (!room.mayLock) return refused('not-allowed')
      room.locked = (json as { locked: boolean }).locked
      asked.push(room.locked ? 'lock' : 'unlock')
      return { ok: true, value: exampleRoom({ locked: room.locked }) }
    }
    asked.push('rotate')
    requests.push(EpochRequest.parse(json))
    return answers.shift() ?? { ok: true, value: exampleRoom({ locked: room.locked, epoch: 2 }) }
  }
  const fetchRoom = async () => ({ ok: true, value: exampleRoom({ locked: room.locked, epoch: 2 }) })
  const api = new Proxy({} as RoomApi, {
    get: (_, name) => (name === 'call' ? call : fetchRoom),
  })
  const context = {
    api,
    roomId: ROOM,
    keys: me,
    cards: new MemberCards(me, { openOlderEpochs: async () => {}, fetchDoorKey: async () => null }),
    catchUp: async () => {
      asked.push('catch up')
    },
  }
  const request = () => {
    const last = requests.at(-1)
    if (!last) throw new Error('nothing was asked')
    return last
  }
  return { key, me, members, room, asked, request, context }
}

test('everybody with a card of their own is given the next key, and nobody else: no card, another’s, or removed before', async () => {
  const { key, me, members, room, context, request } = await begin(5)
  const [given, noCard, other, before, removed] = members.map(({ participantId }) => participantId)
  delete room.seats[2]?.card
  if (room.seats[3]) room.seats[3].card = room.seats[1]?.card
  me.recordRemoved([before ?? ''])
  await rotateKeys(context, { ...NO_LINK, remove: [removed ?? ''] })
  const { wraps, remove, epoch } = request()
  const isGiven = Object.fromEntries(Object.entries(wraps).map(([id, wrap]) => [id, wrap !== null]))
  expect(isGiven).toEqual({
    [me.participantId]: true,
    [given ?? '']: true,
    [noCard ?? '']: false,
    [other ?? '']: false,
    [before ?? '']: false,
  })
  expect([remove, epoch, me.epoch]).toEqual([[removed], 2, 2])
  const first = members[0] as MemberKeys
  const route = { keys: first.currentKeys, epoch: 2, pair: first.pair, other: me.pair.publicKey }
  const secrets = await unwrapRoomKey(route, wraps[first.participantId as keyof typeof wraps] ?? '')
  expect([secrets?.roomKey, first.roomKey]).toEqual([me.roomKey, key])
})

test('whom it removes, and who was removed before, everybody is told with their wrap, and newcomers with the invite', async () => {
  const { me, members, context, request } = await begin(2)
  const [staying, leaving] = members as [MemberKeys, MemberKeys]
  me.recordRemoved(['removed-before-2345678'])
  await rotateKeys(context, { hasLink: true, password: null, remove: [leaving.participantId] })
  const { wraps, invite } = request()
  const removedIds = ['removed-before-2345678', leaving.participantId].map(shortenRemovedId)
  const route = { keys: staying.currentKeys, epoch: 2, pair: staying.pair, other: me.pair.publicKey }
  const wrap = wraps[staying.participantId as keyof typeof wraps] ?? ''
  expect(await unwrapRoomKey(route, wrap)).toMatchObject({ removedIds })
  const secret = me.door && (await importInviteSecret(me.door.link.linkKey, null))
  if (!secret) throw new Error('there is no link')
  expect(await decryptInvite(secret, { roomId: ROOM, epoch: 2 }, invite ?? '')).toMatchObject({ removedIds })
})

test('who is removed counts as removed once the room has done it, and not where it refused', async () => {
  const refusing = await begin(1, refused('rate-limited', { retryAfter: 5 }))
  const other = refusing.members[0]?.participantId ?? ''
  const reply = await rotateKeys(refusing.context, { ...NO_LINK, remove: [other] })
  expect([reply.refusal?.code, refusing.me.isRemoved(other), refusing.me.epoch]).toEqual([
    'rate-limited',
    false,
    1,
  ])
  await rotateKeys(refusing.context, { ...NO_LINK, remove: [other] })
  expect([refusing.me.isRemoved(other), refusing.me.epoch]).toEqual([true, 2])
})

test('the cards of those who are away are encrypted with the next key', async () => {
  const { me, members, room, context, request } = await begin(2)
  const away = members[1] as MemberKeys
  room.seats[2] = await makeSeat(away, 'Grace', false)
  await rotateKeys(context, NO_LINK)
  const cards = Object.entries(request().cards ?? {})
  expect(cards.map(([id]) => id)).toEqual([away.participantId])
  expect(await decryptCard(me.currentKeys, away.participantId, cards[0]?.[1] ?? '')).toMatchObject({
    name: 'Grace',
  })
})

/** Gives everybody the door of a link, and all but the first the card that they came with. @returns the door key */
async function comeByLink({ me, key, members, room }: Begun, name = 'Grace') {
  const { door } = await makeLink({ roomId: ROOM, epoch: 1 }, key, null)
  await me.takeKey({ epoch: 1, key }, { door, password: null })
  for (const [at, { participantId, pair }] of members.entries()) {
    const content = { name, publicKey: pair.publicKey, keeps: true }
    const card = await encryptDoorCard(door.doorKey, ROOM, content)
    room.seats[at + 1] = {
      participantId,
      alias: 'anonymous-wolf',
      role: 'participant',
      card,
      connected: true,
    }
  }
  return door.doorKey
}

test('cards that were made at the door are encrypted with the next key, of those present and one’s own, too', async () => {
  const begun = await begin(2)
  const { me, members, room, context, request } = begun
  const doorKey = await comeByLink(begun)
  const own = { name: 'Ada', publicKey: me.pair.publicKey, keeps: true }
  if (room.seats[0]) room.seats[0].card = await encryptDoorCard(doorKey, ROOM, own)
  await rotateKeys(context, NO_LINK)
  const { wraps, cards = {} } = request()
  expect(Object.values(wraps).filter((wrap) => wrap !== null)).toHaveLength(3)
  const names = [me, ...members].map(async ({ participantId }) => {
    const card = Object.entries(cards).find(([id]) => id === participantId)?.[1] ?? ''
    return (await decryptCard(me.currentKeys, participantId, card))?.name
  })
  expect(await Promise.all(names)).toEqual(['Ada', 'Grace', 'Grace'])
})

test('with all seats away and the longest names, a rotation fits its body, with a wrap and a card for each', async () => {
  const { me, members, room, context, request } = await begin(ROTATION_SEATS_MAX - 1)
  const name = '😀'.repeat(32)
  room.seats = await Promise.all([makeSeat(me), ...members.map((one) => makeSeat(one, name, false))])
  await rotateKeys(context, { hasLink: true, password: null })
  const { wraps, cards = {} } = request()
  expect(byteLength(JSON.stringify(request()))).toBeLessThanOrEqual(ROTATION_BODY_MAX_BYTES)
  expect(Object.values(wraps).filter((wrap) => wrap !== null)).toHaveLength(ROTATION_SEATS_MAX)
  expect(Object.keys(cards)).toHaveLength(ROTATION_SEATS_MAX - 1)
})

test('above as many seats as keys rotate for, only the link changes: the key and the epoch stay', async () => {
  const { me, key, room, context, request } = await begin(1)
  room.more = ROTATION_SEATS_MAX - 1
  await rotateKeys(context, { hasLink: true, password: null })
  expect([request().epoch, request().wraps, me.epoch, me.roomKey]).toEqual([1, {}, 1, key])
  expect([request().admission !== null, me.door !== null]).toEqual([true, true])
})

test('where others rotated meanwhile, it catches up and tries again', async () => {
  const { context, asked } = await begin(1, refused('stale-epoch', { epoch: 2 }))
  expect((await rotateKeys(context, NO_LINK)).ok).toBe(true)
  expect(asked).toEqual(['rotate', 'catch up', 'rotate'])
})

const CHANGED = refused('members-changed')

test('where people come and go, the room is locked from the second time on, and unlocked afterwards', async () => {
  const { context, asked } = await begin(1, CHANGED, CHANGED)
  const { value } = await rotateKeys(context, NO_LINK)
  expect(asked).toEqual(['rotate', 'rotate', 'lock', 'rotate', 'unlock'])
  expect(value?.locked).toBe(false)
})

test('a page that is closed before it unlocks the room leaves word of it, and a rotation afterwards unlocks it', async () => {
  const { context, asked, me, room } = await begin(1, CHANGED, CHANGED, new Promise(() => {}))
  void rotateKeys(context, NO_LINK)
  await vi.waitFor(() => expect(asked).toEqual(['rotate', 'rotate', 'lock', 'rotate']), { timeout: 15_000 })
  expect([me.hasLocked, room.locked]).toEqual([true, true])
  const { value } = await rotateKeys(context, NO_LINK)
  expect([asked.at(-1), value?.locked, room.locked, me.hasLocked]).toEqual(['unlock', false, false, false])
})

test('a lock that the room refuses is no lock', async () => {
  const { context, room, asked, me } = await begin(1, CHANGED, CHANGED)
  room.mayLock = false
  expect((await rotateKeys(context, NO_LINK)).ok).toBe(true)
  expect([asked, me.hasLocked]).toEqual([['rotate', 'rotate', 'rotate'], false])
})

test('a room that a host has locked stays locked', async () => {
  const { context, asked, room } = await begin(1, CHANGED, CHANGED)
  room.locked = true
  await rotateKeys(context, NO_LINK)
  expect([asked, room.locked]).toEqual([['rotate', 'rotate', 'rotate'], true])
})

test('it gives up at last, and on another refusal at once; the room is unlocked either way', async () => {
  const endless = await begin(1, ...Array.from({ length: 9 }, () => CHANGED))
  expect((await rotateKeys(endless.context, NO_LINK)).refusal?.code).toBe('members-changed')
  expect([endless.asked.filter((one) => one === 'rotate').length, endless.room.locked]).toEqual([6, false])
  const refusing = await begin(1, CHANGED, CHANGED, refused('not-allowed'))
  expect((await rotateKeys(refusing.context, NO_LINK)).refusal?.code).toBe('not-allowed')
  expect([refusing.asked.at(-1), refusing.room.locked, refusing.me.epoch]).toEqual(['unlock', false, 1])
})

/** A host whose rotation the room takes without an answer; catching up finds it. */
async function beginUnanswered() {
  const begun = await begin(1, refused('unreachable'))
  const { me, request, context } = begun
  const catchUp = async () => {
    const { epoch, wraps, check, key = null } = request()
    const wrap = wraps[me.participantId as keyof typeof wraps] ?? null
    await takeEpochs(me, [{ epoch, by: me.participantId, at: 0, wrap, back: null, check, key }], () => false)
  }
  return { ...begun, context: { ...context, catchUp } }
}

test('a rotation whose answer never came is done where its own wrap is found, with its link and its password', async () => {
  const { me, asked, context, members } = await beginUnanswered()
  const password = await importPassword('correct horse')
  const remove = [members[0]?.participantId ?? '']
  expect((await rotateKeys(context, { hasLink: true, password, remove })).ok).toBe(true)
  expect([asked, me.epoch, me.door?.link.hasPassword]).toEqual([['rotate'], 2, true])
  expect([me.password, me.isRemoved(remove[0] ?? '')]).toEqual([password, true])
})

test('where no answer came and nothing was rotated, the rotation fails as unreachable', async () => {
  const { me, context } = await begin(1, refused('unreachable'))
  expect((await rotateKeys(context, NO_LINK)).refusal?.code).toBe('unreachable')
  expect(me.epoch).toBe(1)
})
