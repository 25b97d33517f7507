import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { participantIdOf } from '../../test/support/epoch-crypto.ts'
import { requireEpochLinkKey, requirePair, requireRoomKey } from '../../test/support/epoch-fixtures.ts'
import { computeVectors, type Vectors } from '../../test/support/epoch-vectors.ts'
import { hashAdmissionSecret } from './admission.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { type Card, decryptCard, encryptCard } from './card.ts'
import { decryptDoorCard, encryptDoorCard } from './door-card.ts'
import { decryptDoorKey, encryptDoorKey } from './door-key.ts'
import { encryptInvite } from './encrypt-invite.ts'
import { decryptBack, encryptBack } from './epoch-chain.ts'
import { deriveCheck } from './epoch-check.ts'
import {
  decryptContent,
  EPOCH_TEXT_MAX,
  encryptContent,
  FILE_DETAILS_MAX,
  type MessageContent,
} from './epoch-envelope.ts'
import { EpochKeys } from './epoch-keys.ts'
import { decryptChunk, encryptChunk, importFileKey } from './file-cipher.ts'
import { decryptInvite, deriveDoorKey, deriveEpochAdmission, importInviteSecret } from './invite.ts'
import { padSize } from './pad-size.ts'
import { deriveParticipantSafetyWords } from './participant-safety-words.ts'
import { derivePasswordProof, importPassword, stretchPassword } from './password-key.ts'
import { deriveReactionCodes, type ReactionChoice } from './reaction-code.ts'
import { shortenRemovedId } from './removed-ids.ts'
import { type EpochSecrets, unwrapRoomKey, wrapRoomKey } from './wrap.ts'

const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8')
const { inputs, results }: Vectors = JSON.parse(
  /```json vectors of version 2\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null',
)
const { roomId } = inputs
const linkKey = requireEpochLinkKey(inputs.linkKey)
const nextLinkKey = requireEpochLinkKey(inputs.nextLinkKey)
const roomKeys = inputs.roomKeys.map(requireRoomKey)
const [first, second] = roomKeys
if (!first || !second) throw new Error('the page has two room keys')

const keysOf = (epoch: number) =>
  EpochKeys.fromKey({ roomId, epoch }, requireRoomKey(inputs.roomKeys[epoch - 1] ?? ''))

/** Makes the next nonce the documented one. */
function useNonce(nonce: string) {
  vi.spyOn(crypto, 'getRandomValues').mockImplementationOnce((array) => {
    if (array instanceof Uint8Array) array.set(fromBase64Url(nonce) ?? [])
    return array
  })
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('a second implementation computes every documented vector', () => {
  expect(computeVectors(inputs)).toEqual(results)
})

test('the page says how long a text may be', () => {
  expect(page).toContain(`The text may have ${EPOCH_TEXT_MAX.toLocaleString('en')} bytes`)
  const besideFile = (EPOCH_TEXT_MAX - FILE_DETAILS_MAX).toLocaleString('en')
  expect(page).toContain(`a text beside it may have ${besideFile} bytes`)
})

test.each(results.pairs)(
  '$participantId and their safety words follow from the public key',
  async (vector) => {
    const { publicKey } = await requirePair(vector)
    expect(publicKey.participantId).toBe(vector.participantId)
    expect(await deriveParticipantSafetyWords(publicKey, roomId)).toEqual(vector.safetyWordNumbers)
  },
)

test('admission, password and door are the documented ones', async () => {
  const secret = await deriveEpochAdmission(linkKey)
  expect(secret).toBe(results.admissionSecret)
  expect(await hashAdmissionSecret(secret)).toBe(results.admission)
  const stretched = await stretchPassword(await importPassword(inputs.password), linkKey)
  expect(toBase64Url(stretched)).toBe(results.password.stretched)
  expect(await derivePasswordProof(stretched)).toBe(results.password.proof)
  expect(toBase64Url(await deriveDoorKey(await importInviteSecret(linkKey, stretched), roomId))).toBe(
    results.doorKey,
  )
})

test.each([
  { what: 'with a password', link: linkKey, password: inputs.password, epoch: 1, roomKey: first },
  { what: 'without one', link: nextLinkKey, password: null, epoch: 2, roomKey: second },
])('the invite $what is the documented one', async ({ link, password, epoch, roomKey }) => {
  const vector = results.invites.find((invite) => invite.epoch === epoch)
  const stretched = password === null ? null : await stretchPassword(await importPassword(password), link)
  const secret = await importInviteSecret(link, stretched)
  useNonce(vector?.nonce ?? '')
  const removedIds = epoch === 1 ? [] : inputs.removedIds
  expect(await encryptInvite(secret, { roomId, epoch }, { roomKey, removedIds })).toBe(vector?.invite)
  expect(await decryptInvite(secret, { roomId, epoch }, vector?.invite ?? '')).toEqual({
    roomKey,
    removedIds: removedIds.map(shortenRemovedId),
  })
})

test.each(inputs.cards.map((input, at) => ({ ...input, card: results.cards[at]?.card ?? '' })))(
  'the card of pair $pair is the documented one',
  async ({ pair, epoch, nonce, body, card }) => {
    const { name, keeps } = JSON.parse(body)
    const { publicKey } = await requirePair(inputs.pairs[pair])
    const keys = await keysOf(epoch)
    const content: Card = { name, publicKey, keeps }
    useNonce(nonce)
    expect(await encryptCard(keys, content)).toBe(card)
    expect(await decryptCard(keys, publicKey.participantId, card)).toEqual(content)
  },
)

/** The door key of the first link, which has a password. */
async function deriveFirstDoorKey() {
  const stretched = await stretchPassword(await importPassword(inputs.password), linkKey)
  return deriveDoorKey(await importInviteSecret(linkKey, stretched), roomId)
}

test('the card that is made at the door is the documented one, and so is the door key for those inside', async () => {
  const doorKey = await deriveFirstDoorKey()
  const { name, keeps } = JSON.parse(inputs.doorCard.body)
  const { publicKey } = await requirePair(inputs.pairs[inputs.doorCard.pair])
  const content: Card = { name, publicKey, keeps }
  const { card } = results.doorCard
  useNonce(results.doorCard.nonce)
  expect(await encryptDoorCard(doorKey, roomId, content)).toBe(card)
  const { participantId } = publicKey
  expect(await decryptDoorCard(doorKey, roomId, { participantId, card })).toEqual(content)
  const { nonce, encrypted } = results.doorKeyForMembers
  useNonce(nonce)
  expect(await encryptDoorKey(await keysOf(1), doorKey)).toBe(encrypted)
  expect(await decryptDoorKey(await keysOf(1), encrypted)).toEqual(doorKey)
})

test.each([
  { what: 'alone', vector: results.wraps.alone },
  { what: 'with a link', vector: results.wraps.withLink },
  { what: 'at the door', vector: results.wraps.atTheDoor },
])('the wrap $what is the documented one', async ({ what, vector }) => {
  const [rotator, member] = await Promise.all(inputs.pairs.map(requirePair))
  if (!rotator || !member) throw new Error('the page has two pairs')
  const { epoch } = vector
  const keys =
    what === 'at the door'
      ? await EpochKeys.fromKey({ roomId, epoch }, await deriveFirstDoorKey())
      : await keysOf(1)
  const doorKey = await deriveDoorKey(await importInviteSecret(nextLinkKey, null), roomId)
  const link = { linkKey: nextLinkKey, hasPassword: false }
  const secrets: EpochSecrets = {
    roomKey: epoch === 1 ? first : second,
    door: what === 'with a link' ? { link, doorKey } : null,
    removedIds: epoch === 1 ? [] : inputs.removedIds,
  }
  useNonce(vector.nonce)
  expect(await wrapRoomKey({ keys, epoch, pair: rotator, other: member.publicKey }, secrets)).toBe(
    vector.wrap,
  )
  const route = { keys, epoch, pair: member, other: rotator.publicKey }
  expect(await unwrapRoomKey(route, vector.wrap)).toEqual({
    ...secrets,
    removedIds: secrets.removedIds.map(shortenRemovedId),
  })
})

test('the way back and the checks are the documented ones', async () => {
  const keys = await keysOf(2)
  useNonce(results.back.nonce)
  expect(await encryptBack(keys, first)).toBe(results.back.back)
  expect(await decryptBack(keys, results.back.back)).toEqual(first)
  expect([await deriveCheck(await keysOf(1)), await deriveCheck(keys)]).toEqual(results.checks)
})

test.each(inputs.messages.map((input, at) => ({ ...input, envelope: results.messages[at]?.envelope ?? '' })))(
  'the envelope of $id is the documented one',
  async ({ pair, epoch, id, edit, nonce, body, envelope }) => {
    const { name, at, seen, text } = JSON.parse(body)
    const content: MessageContent = { name, at, seen, text }
    const address = { participantId: participantIdOf(inputs.pairs[pair]?.publicKey ?? ''), id, edit }
    const keys = await keysOf(epoch)
    useNonce(nonce)
    expect(await encryptContent(keys, address, content)).toBe(envelope)
    expect(await decryptContent(keys, address, envelope)).toEqual({ is: 'text', content })
  },
)

test.each(inputs.reactions.map((input, at) => ({ ...input, code: results.reactions[at]?.code ?? '' })))(
  'the code of $choice is the documented one',
  async ({ message, choice, code }) => {
    const { pair = 0, epoch = 0, id = '' } = inputs.messages[message] ?? {}
    const target = { participantId: participantIdOf(inputs.pairs[pair]?.publicKey ?? ''), id }
    const said = choice as ReactionChoice
    expect((await deriveReactionCodes(await keysOf(epoch), target, [said])).get(said)).toBe(code)
  },
)

test.each(inputs.files.map((input, at) => ({ ...input, chunk: results.files[at]?.chunk ?? '' })))(
  'the chunk of the file $id is the documented one',
  async ({ key: text, id, nonce, content, chunk }) => {
    const key = await importFileKey(text)
    if (!key) throw new Error('the page has a key for each file')
    const address = { roomId, fileId: id, index: 0, chunks: 1 }
    const octets = new TextEncoder().encode(content)
    useNonce(nonce)
    expect(toBase64Url(await encryptChunk(key, address, octets, octets.length))).toBe(chunk)
    const sealed = fromBase64Url(chunk) ?? new Uint8Array()
    expect(await decryptChunk(key, address, sealed, octets.length)).toEqual(octets)
  },
)

test('the sizes that files are padded to are the documented ones', () => {
  expect(inputs.fileSizes.map(padSize)).toEqual(results.paddedFileSizes)
})
