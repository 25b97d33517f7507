/**
 * A second implementation of "Encryption, version 2" in docs/protocol.md, with Node's own cryptography and none of the
 * client's code, so that the page and the client can't drift together. An attacker in a test uses it, too.
 */

import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  createHmac,
  hkdfSync,
  pbkdf2Sync,
  randomBytes,
} from 'node:crypto'

/** Text in UTF-8, or bytes. */
type Bytes = string | Buffer

const utf8 = (text: string) => Buffer.from(text, 'utf8')
export const decode = (text: string) => Buffer.from(text, 'base64url')
export const encode = (bytes: Buffer) => bytes.toString('base64url')

/** HKDF-SHA-256 with the info of a purpose, 32 bytes. */
export function derive(material: Buffer, purpose: string, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', material, utf8(salt), utf8(`private-chat e2 ${purpose}`), 32))
}

/** AES-256-GCM: nonce, ciphertext and tag in base64url. */
export function seal(
  key: Buffer,
  lines: readonly (string | number)[],
  plain: Bytes,
  nonce = randomBytes(12),
) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(utf8(lines.join('\n')))
  return encode(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

/** Opens what `seal` made. Throws where anything differs. */
export function open(key: Buffer, lines: readonly (string | number)[], sealed: string): Buffer {
  const bytes = decode(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(utf8(lines.join('\n')))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

const KINDS = { message: 1, card: 2 }
const SIZES = { message: [512, 2_048, 6_144, 12_252], card: [256, 512] }

/** Header, JSON, zeros. */
export function pad(kind: keyof typeof KINDS, json: string): Buffer {
  const body = utf8(json)
  const size = SIZES[kind].find((candidate) => body.length + 4 <= candidate) ?? Number.NaN
  const padded = Buffer.alloc(size)
  padded.writeUInt8(2, 0)
  padded.writeUInt8(KINDS[kind], 1)
  padded.writeUInt16BE(body.length, 2)
  body.copy(padded, 4)
  return padded
}

/** The octets that a file is padded to: all its binary digits but the first few are zeros, rounded up. */
export function paddedFileSize(size: number): number {
  const digits = size.toString(2)
  const exponent = digits.length - 1
  const kept = exponent.toString(2).length + 1
  if (size <= 1_024) return 1_024
  const rounded = Number.parseInt(digits.slice(0, kept).padEnd(digits.length, '0'), 2)
  return rounded === size ? size : rounded + 2 ** (digits.length - kept)
}

/** The JSON within a padded body. */
export function unpad(padded: Buffer): unknown {
  return JSON.parse(padded.subarray(4, 4 + padded.readUInt16BE(2)).toString('utf8'))
}

export interface Pair {
  privateKey: string
  publicKey: string
}

export function makePair(): Pair {
  const ecdh = createECDH('prime256v1')
  const publicKey = encode(ecdh.generateKeys())
  // A private key has 32 bytes also where the first of them are zeros.
  return {
    privateKey: encode(Buffer.concat([Buffer.alloc(32), ecdh.getPrivateKey()]).subarray(-32)),
    publicKey,
  }
}

export function participantIdOf(publicKey: string): string {
  const hash = createHash('sha256').update('private-chat e2 participant').update(decode(publicKey))
  return hash.digest('base64url').slice(0, 21)
}

export function sharedSecret(privateKey: string, publicKey: string): Buffer {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(decode(privateKey))
  return ecdh.computeSecret(decode(publicKey))
}

/** The numbers of a participant's safety words in the list. */
export function safetyWordNumbers(publicKey: string, roomId: string): number[] {
  const bits = pbkdf2Sync(decode(publicKey), `private-chat e2 safety-words ${roomId}`, 600_000, 10, 'sha256')
  return [0, 2, 4, 6, 8].map((at) => bits.readUInt16BE(at) % 1_024)
}

export function passwordSaltOf(linkKey: string): Buffer {
  return derive(decode(linkKey), 'password-salt', '')
}

export function stretch(password: string, linkKey: string): Buffer {
  return pbkdf2Sync(utf8(password.normalize('NFC')), passwordSaltOf(linkKey), 600_000, 32, 'sha256')
}

/** The code of a reaction: 9 bytes of the HMAC of what it says. */
export function reactionCode(key: Buffer, choice: string): string {
  return encode(createHmac('sha256', key).update(utf8(choice)).digest().subarray(0, 9))
}

/** What the server stores of an admission secret. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** Whom a wrap or an invite names as removed: 9 bytes each, of 16 at most, then zeros. */
export function removedBytes(participantIds: readonly string[]): Buffer {
  const named = participantIds.slice(-16).map((id) => decode(id.slice(0, 12)))
  return Buffer.concat([...named, Buffer.alloc(16 * 9)], 16 * 9)
}

/** The line of a wrap that is also in its key. */
export function wrapLine(epoch: number, from: string, to: string): string {
  return `wrap ${epoch} ${participantIdOf(from)} ${participantIdOf(to)}`
}

/** The key of a wrap; `privateKey` is of either, and `otherKey` is the public key of the other one. */
export function wrapKeyOf(
  roomId: string,
  line: string,
  { privateKey, otherKey, mix }: { privateKey: string; otherKey: string; mix: Buffer },
): Buffer {
  return derive(Buffer.concat([sharedSecret(privateKey, otherKey), mix]), line, roomId)
}
