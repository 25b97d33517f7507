import { beforeAll, expect, test } from 'vitest'
import { INVITE_MAX } from '../../protocol/key-limits.ts'
import { damage } from '../../test/support/damage.ts'
import { decode, derive, encode, open, removedBytes, seal, stretch } from '../../test/support/epoch-crypto.ts'
import { toBase64Url } from './base64url.ts'
import { encryptInvite } from './encrypt-invite.ts'
import { type EpochLinkKey, makeEpochLinkKey } from './epoch-link.ts'
import {
  decryptInvite,
  deriveDoorKey,
  deriveEpochAdmission,
  type InviteSecret,
  importInviteSecret,
} from './invite.ts'
import { derivePasswordProof, importPassword, stretchPassword } from './password-key.ts'
import { makeRoomKey } from './room-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const HERE = { roomId: ROOM, epoch: 2 }
const linkKey = makeEpochLinkKey()
const roomKey = makeRoomKey()
const content = { roomKey, removedIds: ['removed-befo'] }
let secret: InviteSecret
let invite: string

const secretOf = async (link: EpochLinkKey, password: string | null) =>
  importInviteSecret(
    link,
    password === null ? null : await stretchPassword(await importPassword(password), link),
  )

beforeAll(async () => {
  secret = await secretOf(linkKey, 'Crème')
  invite = await encryptInvite(secret, HERE, content)
})

test('an invite is opened with the link and its password, and fits its limit', async () => {
  expect(await decryptInvite(secret, HERE, invite)).toEqual(content)
  expect(await decryptInvite(await secretOf(linkKey, 'Cre\u0300me'), HERE, invite)).toEqual(content)
  expect(invite.length).toBeLessThanOrEqual(INVITE_MAX)
})

test('an invite is not opened without the password, nor with another', async () => {
  expect(await decryptInvite(await secretOf(linkKey, null), HERE, invite)).toBeNull()
  expect(await decryptInvite(await secretOf(linkKey, 'Creme'), HERE, invite)).toBeNull()
  expect(await decryptInvite(await secretOf(makeEpochLinkKey(), 'Crème'), HERE, invite)).toBeNull()
})

test('an invite of another room or epoch opens nothing', async () => {
  expect(await decryptInvite(secret, { ...HERE, epoch: 1 }, invite)).toBeNull()
  expect(await decryptInvite(secret, { ...HERE, epoch: 3 }, invite)).toBeNull()
  expect(await decryptInvite(secret, { ...HERE, roomId: `${ROOM.slice(1)}x` }, invite)).toBeNull()
})

test('a damaged invite opens nothing, and nothing throws', async () => {
  for (const damaged of damage(invite)) expect(await decryptInvite(secret, HERE, damaged)).toBeNull()
})

test('the second implementation opens an invite, and what it makes is opened', async () => {
  const material = Buffer.concat([decode(linkKey), stretch('Crème', linkKey)])
  const key = derive(material, 'invite', ROOM)
  expect(open(key, ['invite', ROOM, 2], invite)).toEqual(
    Buffer.concat([roomKey, removedBytes(content.removedIds)]),
  )
  const theirs = (bytes: number) => seal(key, ['invite', ROOM, 2], Buffer.alloc(bytes, 7))
  expect(await decryptInvite(secret, HERE, theirs(32))).toEqual({
    roomKey: new Uint8Array(32).fill(7),
    removedIds: [],
  })
  // Something else than a room key.
  for (const bytes of [0, 16, 31, 33, 96, 175, 177])
    expect(await decryptInvite(secret, HERE, theirs(bytes))).toBeNull()
})

test('what is sent to the server differs from every key, and a wrong password keeps the right link', async () => {
  const admission = await deriveEpochAdmission(linkKey)
  const proofs = await Promise.all(
    ['Crème', 'Creme'].map(async (password) =>
      derivePasswordProof(await stretchPassword(await importPassword(password), linkKey)),
    ),
  )
  const doors = await Promise.all(
    ['Crème', 'Creme', null].map(async (password) =>
      toBase64Url(await deriveDoorKey(await secretOf(linkKey, password), ROOM)),
    ),
  )
  const stretched = encode(stretch('Crème', linkKey))
  const all = [linkKey, admission, ...proofs, ...doors, stretched, toBase64Url(roomKey)]
  expect(new Set(all).size).toBe(all.length)
})

test('the same password has another proof with another link', async () => {
  const [first, second] = await Promise.all(
    [linkKey, makeEpochLinkKey()].map(async (link) =>
      derivePasswordProof(await stretchPassword(await importPassword('Crème'), link)),
    ),
  )
  expect(first).toMatch(/^[\w-]{43}$/)
  expect(second).not.toBe(first)
})

test('a kept password can be stretched and not be read', async () => {
  const kept = structuredClone(await importPassword('Crème'))
  expect(kept.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', kept)).rejects.toThrow()
  expect(toBase64Url(await stretchPassword(kept, linkKey))).toBe(encode(stretch('Crème', linkKey)))
  expect(secret.extractable).toBe(false)
})
