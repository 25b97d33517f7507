import { beforeAll, expect, test } from 'vitest'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { makeLinkKey } from '../../test/support/link-key.ts'
import { deriveAdmissionSecret } from './admission.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { decryptMessage, encryptMessage } from './envelope.ts'
import { Keyring } from './keyring.ts'
import { PAYLOAD_BODY_MAX, PAYLOAD_SIZES, packPayload, unpackPayload } from './payload.ts'

const ROOM = 'room-1234567890-abcdef'.slice(0, 21)
const address = { participantId: 'V1StGXR8_Z5jdHi6B-myT', id: 'message-1' }
const key = makeLinkKey()
let keyring: Keyring

beforeAll(async () => {
  keyring = await Keyring.fromLinkKey(ROOM, key)
})

test('what is encrypted is decrypted, whatever the text', async () => {
  for (const text of ['a', 'héllo 👋', '\u0000', '=1+1', '<b>', 'x'.repeat(PAYLOAD_BODY_MAX), '']) {
    expect(await decryptMessage(keyring, address, await encryptMessage(keyring, address, text))).toEqual({
      is: 'text',
      text,
    })
  }
})

test('the longest text fits the limit of a message, and one byte more is no payload', async () => {
  const envelope = await encryptMessage(keyring, address, 'x'.repeat(PAYLOAD_BODY_MAX))
  expect(envelope.length).toBeLessThanOrEqual(MESSAGE_MAX_BYTES)
  expect(() => packPayload('text', 'x'.repeat(PAYLOAD_BODY_MAX + 1))).toThrow(RangeError)
})

test('the same text never makes the same envelope', async () => {
  const envelopes = await Promise.all(
    Array.from({ length: 50 }, () => encryptMessage(keyring, address, 'same')),
  )
  expect(new Set(envelopes).size).toBe(50)
  expect(new Set(envelopes.map((envelope) => envelope.slice(3, 19))).size).toBe(50)
})

test('envelopes come in a few lengths only', async () => {
  const lengths = new Set<number>()
  for (const length of [1, 5, 80, 124, 125, 300, 508, 509, 2_000, 6_000, 12_000]) {
    lengths.add((await encryptMessage(keyring, address, 'x'.repeat(length))).length)
  }
  expect(lengths.size).toBe(PAYLOAD_SIZES.length)
})

interface Case {
  what: string
  envelope(good: string): string | Promise<string>
  address?: typeof address
  keyring?(): Promise<Keyring>
}

function flip(envelope: string, index: number): string {
  const bytes = fromBase64Url(envelope.slice(3)) ?? new Uint8Array()
  bytes[index] = (bytes[index] ?? 0) ^ 1
  return `e1.${toBase64Url(bytes)}`
}

const same = (good: string) => good
const cases: Case[] = [
  { what: 'moved to another message id', envelope: same, address: { ...address, id: 'message-2' } },
  { what: 'sent as another sender’s', envelope: same, address: { ...address, participantId: 'another' } },
  {
    what: 'moved to another room',
    envelope: same,
    keyring: () => Keyring.fromLinkKey(`${ROOM.slice(1)}x`, key),
  },
  {
    what: 'decrypted with the key of another invite link',
    envelope: same,
    keyring: () => Keyring.fromLinkKey(ROOM, makeLinkKey()),
  },
  { what: 'changed in its nonce', envelope: (good) => flip(good, 0) },
  { what: 'changed in its text', envelope: (good) => flip(good, 40) },
  { what: 'cut short', envelope: (good) => good.slice(0, -8) },
  { what: 'only a prefix', envelope: () => 'e1.' },
  { what: 'no base64url', envelope: () => 'e1.%%%' },
  { what: 'only a nonce', envelope: () => `e1.${toBase64Url(new Uint8Array(12))}` },
]

test.each(cases)('an envelope that is $what is unreadable', async (broken) => {
  const good = await encryptMessage(keyring, address, 'secret')
  const ring = (await broken.keyring?.()) ?? keyring
  expect(await decryptMessage(ring, broken.address ?? address, await broken.envelope(good))).toEqual({
    is: 'unreadable',
  })
})

test('text that is no envelope is called plain', async () => {
  expect(await decryptMessage(keyring, address, 'hello')).toEqual({ is: 'plain', text: 'hello' })
})

test('a payload of a later version, an unknown kind or a wrong length is no text', () => {
  const good = packPayload('text', 'hello')
  for (const [index, value] of [
    [0, 2],
    [1, 9],
    [2, 255],
    [4, 255],
  ] as const) {
    const changed = good.slice()
    changed[index] = value
    expect(unpackPayload(changed)).toBeNull()
  }
  expect(unpackPayload(new Uint8Array(0))).toBeNull()
})

test('no key can be taken out of the browser', async () => {
  for (const derived of [await keyring.getMessageKey('someone'), await keyring.getStorageKey()]) {
    expect(derived.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', derived)).rejects.toThrow()
  }
})

test('each purpose and each sender has a key of its own', async () => {
  const envelope = await encryptMessage(keyring, address, 'mine')
  expect(await decryptMessage(keyring, { ...address, participantId: 'other' }, envelope)).toEqual({
    is: 'unreadable',
  })
  expect(await deriveAdmissionSecret(key)).not.toBe(toBase64Url(await keyring.deriveSafetyBytes()))
})
