import { decryptBytes, encryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import { toBase64Url } from './base64url.ts'
import { encodeRemovedIds } from './encode-removed-ids.ts'
import { deriveEpochKey, importKeyMaterial } from './epoch-hkdf.ts'
import type { EpochKeys } from './epoch-keys.ts'
import { decodeEpochLinkKey, type EpochLink, formatEpochLinkKey } from './epoch-link.ts'
import { type DoorKey, deriveDoorKey, importInviteSecret } from './invite.ts'
import { joinBytes } from './join-bytes.ts'
import type { ParticipantPair, PublicKey } from './participant-pair.ts'
import { splitRemovedIds } from './removed-ids.ts'
import { type RoomKey, readRoomKey } from './room-key.ts'
import { deriveSharedSecret } from './shared-secret.ts'

const KEY_BYTES = 32

/** The invite link of an epoch, and the key that those who wait at its door share with those inside. */
export interface Door {
  link: EpochLink
  doorKey: DoorKey
}

/** What the members of an epoch are given. */
export interface EpochSecrets {
  roomKey: RoomKey
  /** Null where the epoch has no invite link. */
  door: Door | null
  /** Who was removed, shortened or not, the newest last: nobody wraps for them again. */
  removedIds: readonly string[]
}

/** From whom to whom a wrap goes. */
export interface WrapRoute {
  /** The keys of the epoch before; for whoever is let in at the door, those of the door key. */
  keys: EpochKeys
  /** The epoch whose room key the wrap holds. */
  epoch: number
  /** This page's pair: the rotator's to wrap, the recipient's to unwrap. */
  pair: ParticipantPair
  /** The recipient to wrap, the rotator to unwrap. */
  other: PublicKey
}

/** Encrypts the secrets of an epoch for one participant. Whoever rotates the keys wraps for their own seat, too. */
export async function wrapRoomKey(route: WrapRoute, secrets: EpochSecrets): Promise<string> {
  const { roomKey, door, removedIds } = secrets
  const { key, data } = await deriveWrapKey(route, route.pair.publicKey, route.other)
  const ofDoor = door ? joinBytes(decodeEpochLinkKey(door.link.linkKey), door.doorKey) : new Uint8Array()
  return encryptBytes(key, data, joinBytes(roomKey, ofDoor, encodeRemovedIds(removedIds)))
}

/**
 * Decrypts a wrap.
 * @returns null where the rotator, the recipient, the epoch or the key before is another, or it was changed
 */
export async function unwrapRoomKey(route: WrapRoute, wrap: string): Promise<EpochSecrets | null> {
  const { key, data } = await deriveWrapKey(route, route.other, route.pair.publicKey)
  const split = splitRemovedIds(await decryptBytes(key, data, wrap), [KEY_BYTES, 3 * KEY_BYTES])
  if (split === null) return null
  const { keys, removedIds } = split
  const roomKey = readRoomKey(keys.slice(0, KEY_BYTES))
  if (roomKey === null) return null
  if (keys.byteLength === KEY_BYTES) return { roomKey, door: null, removedIds }
  const linkKey = formatEpochLinkKey(keys.subarray(KEY_BYTES, 2 * KEY_BYTES))
  const doorKey = keys.slice(2 * KEY_BYTES) as DoorKey
  // The door key says whether there is a password: what the server says of it doesn't count.
  const withoutPassword = await deriveDoorKey(await importInviteSecret(linkKey, null), route.keys.roomId)
  const hasPassword = toBase64Url(withoutPassword) !== toBase64Url(doorKey)
  return { roomKey, door: { link: { linkKey, hasPassword }, doorKey }, removedIds }
}

/** Derives the key of a wrap from what the two share alone, and what only members of the epoch before have. */
async function deriveWrapKey({ keys, epoch, pair, other }: WrapRoute, from: PublicKey, to: PublicKey) {
  const material = joinBytes(await deriveSharedSecret(pair, other), await keys.deriveBytes('wrap-mix'))
  const line = `wrap ${epoch} ${from.participantId} ${to.participantId}` as const
  return {
    key: await deriveEpochKey(await importKeyMaterial(material), line, keys.roomId),
    data: encodeLines(line, from.text, to.text),
  }
}
