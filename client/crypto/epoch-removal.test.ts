import { beforeAll, expect, test } from 'vitest'
import {
  decode,
  derive,
  makePair,
  open,
  participantIdOf,
  sharedSecret,
  stretch,
  wrapLine,
} from '../../test/support/epoch-crypto.ts'
import { requirePair } from '../../test/support/epoch-fixtures.ts'
import { encryptCard } from './card.ts'
import { encryptDoorCard } from './door-card.ts'
import { encryptDoorKey } from './door-key.ts'
import { encryptInvite } from './encrypt-invite.ts'
import { encryptBack } from './epoch-chain.ts'
import { EpochKeyring } from './epoch-keyring.ts'
import { EpochKeys } from './epoch-keys.ts'
import { makeEpochLinkKey } from './epoch-link.ts'
import { deriveDoorKey, importInviteSecret } from './invite.ts'
import { importPassword, stretchPassword } from './password-key.ts'
import { makeRoomKey } from './room-key.ts'
import { wrapRoomKey } from './wrap.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const PASSWORD = 'secret'
const [rotator, member, removed] = [makePair(), makePair(), makePair()]
const idOf = { rotator: participantIdOf(rotator.publicKey), member: participantIdOf(member.publicKey) }
const roomKeys = { old: makeRoomKey(), next: makeRoomKey() }
const linkKeys = { old: makeEpochLinkKey(), next: makeEpochLinkKey() }

interface Stored {
  what: string
  lines: readonly (string | number)[]
  sealed: string
}
/** Everything of the second epoch that the room stores or sends. */
let dump: Stored[]

beforeAll(async () => {
  const here = await requirePair(rotator)
  const other = (await requirePair(member)).publicKey
  const at = { roomId: ROOM, epoch: 2 }
  const keys = {
    old: await EpochKeys.fromKey({ roomId: ROOM, epoch: 1 }, roomKeys.old),
    next: await EpochKeys.fromKey(at, roomKeys.next),
  }
  const password = await stretchPassword(await importPassword(PASSWORD), linkKeys.next)
  const secret = await importInviteSecret(linkKeys.next, password)
  const door = {
    link: { linkKey: linkKeys.next, hasPassword: true },
    doorKey: await deriveDoorKey(secret, ROOM),
  }
  const removedIds = [participantIdOf(removed.publicKey)]
  const wrapFor = (to: typeof other) =>
    wrapRoomKey(
      { keys: keys.old, epoch: 2, pair: here, other: to },
      { roomKey: roomKeys.next, door, removedIds },
    )
  const keyring = new EpochKeyring(ROOM)
  await keyring.addEpoch(2, roomKeys.next)
  const address = { participantId: idOf.rotator, id: 'm1' }
  const said = await keyring.encryptMessage(address, { name: 'Ada', at: 1, seen: null, text: 'gone' })
  const content = { name: 'Ada', publicKey: here.publicKey, keeps: true }
  const card = await encryptCard(keys.next, content)
  const doorCard = await encryptDoorCard(door.doorKey, ROOM, content)
  const linesTo = (to: string) => [wrapLine(2, rotator.publicKey, to), rotator.publicKey, to]
  dump = [
    { what: 'wrap', lines: linesTo(member.publicKey), sealed: await wrapFor(other) },
    { what: 'own wrap', lines: linesTo(rotator.publicKey), sealed: await wrapFor(here.publicKey) },
    { what: 'back', lines: ['back', ROOM, 1], sealed: await encryptBack(keys.next, roomKeys.old) },
    {
      what: 'invite',
      lines: ['invite', ROOM, 2],
      sealed: await encryptInvite(secret, at, { roomKey: roomKeys.next, removedIds }),
    },
    { what: 'card', lines: ['card', ROOM, 2, idOf.rotator], sealed: card.slice('c2.2.'.length) },
    { what: 'door card', lines: ['door-card', ROOM, idOf.rotator], sealed: doorCard.slice('d2.'.length) },
    { what: 'door key', lines: ['door-key', ROOM, 2], sealed: await encryptDoorKey(keys.next, door.doorKey) },
    { what: 'message', lines: ['e2', ROOM, 2, idOf.rotator, 'm1', 0], sealed: said.slice('e2.2.'.length) },
  ]
})

/** Derives everything that follows from some material in one step, for every purpose there is. */
function deriveAll(material: readonly Buffer[]): Buffer[] {
  const purposes = [
    'invite',
    'door',
    'door-key',
    'card',
    'wrap-mix',
    'back',
    'check',
    'tab-storage',
    'admission',
  ]
  const ofMessages = Object.values(idOf).map((id) => `message ${id}`)
  const keys = [rotator.publicKey, member.publicKey, removed.publicKey]
  const ofWraps = keys.flatMap((from) => keys.map((to) => wrapLine(2, from, to)))
  return material.flatMap((one) =>
    [...purposes, ...ofMessages, ...ofWraps].flatMap((purpose) => [
      derive(one, purpose, ROOM),
      derive(one, purpose, ''),
    ]),
  )
}

/** Returns what of the second epoch can be opened by whoever has these secrets, and the pair of one participant. */
function findOpened(secrets: readonly Buffer[], privateKey: string): string[] {
  const shared = [rotator, member, removed].map(({ publicKey }) => sharedSecret(privateKey, publicKey))
  const mixes = secrets.map((secret) => derive(secret, 'wrap-mix', ROOM))
  const joined = shared.flatMap((secret) => mixes.map((mix) => Buffer.concat([secret, mix])))
  const material = [...secrets, ...shared, ...joined]
  const keys = [...material, ...deriveAll(material)]
  const opens = (key: Buffer, { lines, sealed }: Stored) => {
    try {
      open(key, lines, sealed)
      return true
    } catch {
      return false
    }
  }
  return dump.filter((stored) => keys.some((key) => opens(key, stored))).map(({ what }) => what)
}

/** What everybody had in the first epoch: its key, its link, and what follows from both and the password. */
const linkSecret = Buffer.concat([decode(linkKeys.old), stretch(PASSWORD, linkKeys.old)])
const old = [
  Buffer.from(roomKeys.old),
  decode(linkKeys.old),
  stretch(PASSWORD, linkKeys.old),
  linkSecret,
  derive(linkSecret, 'door', ROOM),
  // The same password again, which the next link has another stretching of.
  Buffer.from(PASSWORD),
]

test('who was removed opens nothing of the next epoch, with every key, link and password of the one before', () => {
  expect(findOpened(old, removed.privateKey)).toEqual([])
})

test('the pair of a member alone opens nothing: a wrap needs the key before, too', () => {
  expect(findOpened([], member.privateKey)).toEqual([])
})

test('who was given the next key opens the rest: the search above would have found it', () => {
  expect(findOpened(old, member.privateKey)).toEqual(['wrap'])
  expect(findOpened(old, rotator.privateKey)).toEqual(['wrap', 'own wrap'])
  const byRoomKey = findOpened([Buffer.from(roomKeys.next)], removed.privateKey)
  expect(byRoomKey).toEqual(['back', 'card', 'door key', 'message'])
  const link = Buffer.concat([decode(linkKeys.next), stretch(PASSWORD, linkKeys.next)])
  expect(findOpened([link], removed.privateKey)).toEqual(['invite'])
  expect(findOpened([derive(link, 'door', ROOM)], removed.privateKey)).toEqual(['door card'])
  // The link without its password opens nothing.
  expect(findOpened([decode(linkKeys.next)], removed.privateKey)).toEqual([])
})
