import { beforeAll, expect, test } from 'vitest'
import { WRAP_MAX } from '../../protocol/key-limits.ts'
import { damage } from '../../test/support/damage.ts'
import {
  derive,
  makePair,
  open,
  removedBytes,
  seal,
  wrapKeyOf,
  wrapLine,
} from '../../test/support/epoch-crypto.ts'
import { requirePair, requirePublicKey } from '../../test/support/epoch-fixtures.ts'
import { EpochKeys } from './epoch-keys.ts'
import { makeEpochLinkKey } from './epoch-link.ts'
import { deriveDoorKey, importInviteSecret } from './invite.ts'
import { makeParticipantPair, type ParticipantPair } from './participant-pair.ts'
import { importPassword, stretchPassword } from './password-key.ts'
import { makeRoomKey } from './room-key.ts'
import { type EpochSecrets, unwrapRoomKey, type WrapRoute, wrapRoomKey } from './wrap.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const before = makeRoomKey()
const secrets: EpochSecrets = { roomKey: makeRoomKey(), door: null, removedIds: ['removed-befo'] }
let keys: EpochKeys
let rotator: ParticipantPair
let member: ParticipantPair
let stranger: ParticipantPair
let wrap: string

const keysOf = (roomId: string, epoch: number, key = before) => EpochKeys.fromKey({ roomId, epoch }, key)

/** How `member` unwraps what `rotator` wrapped, with what is another. */
const unwrap = (other: Partial<WrapRoute>, text = wrap) =>
  unwrapRoomKey({ keys, epoch: 3, pair: member, other: rotator.publicKey, ...other }, text)

beforeAll(async () => {
  keys = await keysOf(ROOM, 2)
  rotator = await makeParticipantPair()
  member = await makeParticipantPair()
  stranger = await makeParticipantPair()
  wrap = await wrapRoomKey({ keys, epoch: 3, pair: rotator, other: member.publicKey }, secrets)
})

test('a wrap is opened by its recipient, and by whoever rotated for their own seat', async () => {
  expect(await unwrap({})).toEqual(secrets)
  const own = { keys, epoch: 3, pair: rotator, other: rotator.publicKey }
  expect(await unwrapRoomKey(own, await wrapRoomKey(own, secrets))).toEqual(secrets)
})

test('a wrap with a link says whether a password goes with it, and fits its limit', async () => {
  const linkKey = makeEpochLinkKey()
  const stretched = await stretchPassword(await importPassword('secret'), linkKey)
  for (const password of [null, stretched]) {
    const doorKey = await deriveDoorKey(await importInviteSecret(linkKey, password), ROOM)
    const given: EpochSecrets = {
      roomKey: makeRoomKey(),
      door: { link: { linkKey, hasPassword: password !== null }, doorKey },
      removedIds: ['removed-befo'],
    }
    const text = await wrapRoomKey({ keys, epoch: 3, pair: rotator, other: member.publicKey }, given)
    expect(text.length).toBeLessThanOrEqual(WRAP_MAX)
    expect(await unwrap({}, text)).toEqual(given)
  }
})

test('a wrap that is moved opens nothing', async () => {
  expect(await unwrap({ epoch: 2 })).toBeNull()
  expect(await unwrap({ epoch: 4 })).toBeNull()
  // To another recipient, as another rotator's, and turned round.
  expect(await unwrap({ pair: stranger })).toBeNull()
  expect(await unwrap({ other: stranger.publicKey })).toBeNull()
  expect(await unwrap({ pair: rotator, other: member.publicKey })).toBeNull()
  // Into another room, or by another key of the epoch before.
  expect(await unwrap({ keys: await keysOf(`${ROOM.slice(1)}x`, 2) })).toBeNull()
  expect(await unwrap({ keys: await keysOf(ROOM, 2, makeRoomKey()) })).toBeNull()
})

test('a damaged wrap opens nothing, and nothing throws', async () => {
  for (const damaged of damage(wrap)) expect(await unwrap({}, damaged)).toBeNull()
})

test('the second implementation opens a wrap, and what it wraps is opened', async () => {
  const pair = makePair()
  const here = await requirePair(pair)
  const text = await wrapRoomKey({ keys, epoch: 3, pair: rotator, other: here.publicKey }, secrets)
  const mix = derive(Buffer.from(before), 'wrap-mix', ROOM)
  const line = wrapLine(3, rotator.publicKey.text, pair.publicKey)
  const sides = { privateKey: pair.privateKey, otherKey: rotator.publicKey.text, mix }
  const opened = open(wrapKeyOf(ROOM, line, sides), [line, rotator.publicKey.text, pair.publicKey], text)
  expect(opened).toEqual(Buffer.concat([secrets.roomKey, removedBytes(secrets.removedIds)]))

  const other = makePair()
  const otherLine = wrapLine(3, other.publicKey, member.publicKey.text)
  const key = wrapKeyOf(ROOM, otherLine, {
    privateKey: other.privateKey,
    otherKey: member.publicKey.text,
    mix,
  })
  const lines = [otherLine, other.publicKey, member.publicKey.text]
  const otherKey = await requirePublicKey(other.publicKey)
  expect(await unwrap({ other: otherKey }, seal(key, lines, opened))).toEqual(secrets)
  // Without a word of who was removed.
  const keyAlone = seal(key, lines, Buffer.from(secrets.roomKey))
  expect(await unwrap({ other: otherKey }, keyAlone)).toEqual({ ...secrets, removedIds: [] })
  // A rotator who keeps to no rule: neither one key nor three, or not as many ids as there always are.
  for (const length of [0, 1, 16, 31, 33, 64, 95, 97, 128, 175, 177, 208, 239, 241])
    expect(await unwrap({ other: otherKey }, seal(key, lines, Buffer.alloc(length)))).toBeNull()
})

test('whoever is let in at the door gets the key by the door key, and by no other', async () => {
  const linkKey = makeEpochLinkKey()
  const doorKey = await deriveDoorKey(await importInviteSecret(linkKey, null), ROOM)
  const door = await EpochKeys.fromKey({ roomId: ROOM, epoch: 3 }, doorKey)
  const text = await wrapRoomKey({ keys: door, epoch: 3, pair: rotator, other: member.publicKey }, secrets)
  expect(await unwrap({ keys: door }, text)).toEqual(secrets)
  expect(await unwrap({}, text)).toBeNull()
})
