import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { requireLinkKey } from '../../test/support/link-key.ts'
import { deriveAdmissionSecret, hashAdmissionSecret } from './admission.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { decryptMessage, encodeAssociatedData } from './envelope.ts'
import { Keyring } from './keyring.ts'
import { packPayload, unpackPayload } from './payload.ts'

interface Vectors {
  roomId: string
  linkKey: string
  admissionSecret: string
  admission: string
  messages: {
    participantId: string
    id: string
    nonce: string
    text: string
    associatedData: string
    payloadBytes: number
    envelope: string
  }[]
}

const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8')
const vectors: Vectors = JSON.parse(/```json vectors\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null')

// An implementation of its own, straight from what docs/protocol.md says: so that the page and the code can't drift together.
async function derive(purpose: string, roomId: string): Promise<ArrayBuffer> {
  const encode = (text: string) => new TextEncoder().encode(text)
  const base = await crypto.subtle.importKey('raw', bytes(vectors.linkKey), 'HKDF', false, ['deriveBits'])
  const salt = encode(roomId)
  const info = encode(`private-chat e1 ${purpose}`)
  return crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, 256)
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const found = fromBase64Url(text)
  if (found === null) throw new Error('no base64url')
  return found
}

test('the documented admission secret and its hash follow from the documented key', async () => {
  const secret = await deriveAdmissionSecret(requireLinkKey(vectors.linkKey))
  expect(secret).toBe(vectors.admissionSecret)
  expect(await hashAdmissionSecret(secret)).toBe(vectors.admission)
  expect(toBase64Url(new Uint8Array(await derive('admission', '')))).toBe(vectors.admissionSecret)
})

test.each(vectors.messages)(
  'the documented envelope of $id is what the page says, byte for byte',
  async (vector) => {
    const raw = await derive(`message ${vector.participantId}`, vectors.roomId)
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
    const payload = packPayload('text', vector.text)
    expect(payload.byteLength).toBe(vector.payloadBytes)
    const additionalData = encodeAssociatedData(vectors.roomId, vector, 'text')
    expect(new TextDecoder().decode(additionalData)).toBe(vector.associatedData)
    const iv = bytes(vector.nonce)
    const encrypted = new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, payload),
    )
    expect(`e1.${toBase64Url(new Uint8Array([...iv, ...encrypted]))}`).toBe(vector.envelope)
  },
)

test.each(vectors.messages)('the documented envelope of $id is decrypted to its text', async (vector) => {
  const keyring = await Keyring.fromLinkKey(vectors.roomId, requireLinkKey(vectors.linkKey))
  expect(await decryptMessage(keyring, vector, vector.envelope)).toEqual({ is: 'text', text: vector.text })
  expect(unpackPayload(packPayload('text', vector.text))).toEqual({ kind: 'text', body: vector.text })
})
