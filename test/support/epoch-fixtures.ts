import { fromBase64Url } from '../../client/crypto/base64url.ts'
import { type EpochLinkKey, parseEpochLink } from '../../client/crypto/epoch-link.ts'
import {
  importPublicKey,
  type ParticipantPair,
  type PublicKey,
} from '../../client/crypto/participant-pair.ts'
import { type RoomKey, readRoomKey } from '../../client/crypto/room-key.ts'
import { decode, type Pair } from './epoch-crypto.ts'

/** Reads a link key of version 2 that a test has written down. Throws where it isn't one, as do the others here. */
export function requireEpochLinkKey(text: string): EpochLinkKey {
  const link = parseEpochLink(`2${text}`)
  if (link === null) throw new Error(`no link key: ${text}`)
  return link.linkKey
}

export function requireRoomKey(text: string): RoomKey {
  const roomKey = readRoomKey(fromBase64Url(text))
  if (roomKey === null) throw new Error(`no room key: ${text}`)
  return roomKey
}

export async function requirePublicKey(text: string): Promise<PublicKey> {
  const publicKey = await importPublicKey(text)
  if (publicKey === null) throw new Error(`no public key: ${text}`)
  return publicKey
}

/** Takes a pair of the second implementation, whose private key is known, into the client's. */
export async function requirePair(pair: Pair | undefined): Promise<ParticipantPair> {
  if (!pair) throw new Error('no pair')
  const raw = decode(pair.publicKey)
  const [x, y] = [raw.subarray(1, 33), raw.subarray(33)].map((part) => part.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-256', d: pair.privateKey, x, y }
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' }
  const privateKey = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['deriveBits'])
  return { publicKey: await requirePublicKey(pair.publicKey), privateKey }
}
