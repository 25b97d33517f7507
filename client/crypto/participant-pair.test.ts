import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode, makePair, participantIdOf, sharedSecret } from '../../test/support/epoch-crypto.ts'
import { requirePublicKey } from '../../test/support/epoch-fixtures.ts'
import { toBase64Url } from './base64url.ts'
import { importPublicKey, makeParticipantPair } from './participant-pair.ts'
import { deriveSharedSecret } from './shared-secret.ts'

test('a pair is made here, its id follows from the public key, and its private key stays', async () => {
  const { publicKey, privateKey } = await makeParticipantPair()
  expect(publicKey.participantId).toMatch(/^[\w-]{21}$/)
  expect(publicKey.participantId).toBe(participantIdOf(publicKey.text))
  expect(await importPublicKey(publicKey.text)).toEqual(publicKey)
  expect(privateKey.extractable).toBe(false)
  for (const format of ['jwk', 'pkcs8'] as const)
    await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow()
  expect((await makeParticipantPair()).publicKey.participantId).not.toBe(publicKey.participantId)
})

test('a pair can be kept as a browser keeps it', async () => {
  const pair = await makeParticipantPair()
  const kept = structuredClone(pair)
  const other = await makeParticipantPair()
  expect(kept.publicKey.participantId).toBe(pair.publicKey.participantId)
  expect(await deriveSharedSecret(kept, other.publicKey)).toEqual(
    await deriveSharedSecret(other, pair.publicKey),
  )
})

test('both derive the same secret, and so does the second implementation', async () => {
  const pair = await makeParticipantPair()
  const other = makePair()
  const secret = await deriveSharedSecret(pair, await requirePublicKey(other.publicKey))
  expect(toBase64Url(secret)).toBe(encode(sharedSecret(other.privateKey, pair.publicKey.text)))
  expect(secret).toHaveLength(32)
})

const whole = decode(makePair().publicKey)
const changed = (at: number, value: number) => {
  const bytes = Buffer.from(whole)
  bytes[at] = value
  return encode(bytes)
}

test.for([
  { what: 'empty', text: '' },
  { what: 'too short', text: encode(whole.subarray(0, 64)) },
  { what: 'too long', text: `${encode(whole)}AA` },
  {
    what: 'without its first coordinate',
    text: encode(Buffer.concat([Buffer.from([4]), whole.subarray(33)])),
  },
  { what: 'compressed', text: encode(Buffer.concat([Buffer.from([2]), whole.subarray(1, 33)])) },
  { what: 'written as a hybrid, for which some libraries have another form', text: changed(0, 6) },
  { what: 'written as the other hybrid', text: changed(0, 7) },
  { what: 'off the curve', text: changed(64, (whole[64] ?? 0) ^ 1) },
  { what: 'the point at infinity', text: encode(Buffer.alloc(65)) },
  { what: 'zero', text: encode(Buffer.concat([Buffer.from([4]), Buffer.alloc(64)])) },
  { what: 'above the field', text: encode(Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 255)])) },
  { what: 'no base64url', text: whole.toString('base64') },
  { what: 'padded', text: `${encode(whole)}=` },
])('a public key that is $what is none', async ({ text }) => {
  expect(await importPublicKey(text)).toBeNull()
})

test('no text at all makes it throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ minLength: 65, maxLength: 65 }).map(toBase64Url),
      ),
      async (text) => {
        expect(await importPublicKey(text)).toBeNull()
      },
    ),
    { numRuns: 30 },
  )
})
