import type { AdmissionSecret } from './admission.ts'
import { decryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import { toBase64Url } from './base64url.ts'
import { deriveEpochBytes, deriveEpochKey, importKeyMaterial } from './epoch-hkdf.ts'
import { decodeEpochLinkKey, type EpochLinkKey, importEpochLinkKey } from './epoch-link.ts'
import { joinBytes } from './join-bytes.ts'
import type { StretchedPassword } from './password-key.ts'
import { splitRemovedIds } from './removed-ids.ts'
import type { RoomEpoch } from './room-epoch.ts'
import { ROOM_KEY_BYTES, type RoomKey, readRoomKey } from './room-key.ts'

declare const brand: unique symbol

/** What whoever has the invite link, and the password that goes with it, holds. It can't be exported. */
export type InviteSecret = CryptoKey & { readonly [brand]: 'InviteSecret' }

/** The key that those who wait at the door share with those inside: it takes the room key's place until they are let in. */
export type DoorKey = Uint8Array<ArrayBuffer> & { readonly [brand]: 'DoorKey' }

/** What an invite gives to whoever opens it. */
export interface InviteContent {
  roomKey: RoomKey
  /** Who was removed, shortened or not, the newest last: nobody wraps for them again. */
  removedIds: readonly string[]
}

/**
 * Derives the admission secret from the link key alone, so that a wrong link and a wrong password are told apart. It has no
 * room id in it, as in version 1. `hashAdmissionSecret` returns what the room stores.
 */
export async function deriveEpochAdmission(linkKey: EpochLinkKey): Promise<AdmissionSecret> {
  const bytes = await deriveEpochBytes(await importEpochLinkKey(linkKey), 'admission', '')
  return toBase64Url(bytes) as AdmissionSecret
}

/** Imports the link key and the stretched password that goes with it; null where the link has none. */
export async function importInviteSecret(
  linkKey: EpochLinkKey,
  password: StretchedPassword | null,
): Promise<InviteSecret> {
  const material = joinBytes(decodeEpochLinkKey(linkKey), password ?? new Uint8Array())
  return (await importKeyMaterial(material)) as InviteSecret
}

/**
 * Decrypts an invite. What the room stores may have the door key for those inside behind it (`encryptDoorKey`).
 * @returns null where the link, the password, the room or the epoch is another, or it was changed
 */
export async function decryptInvite(
  secret: InviteSecret,
  at: RoomEpoch,
  invite: string,
): Promise<InviteContent | null> {
  const key = await deriveEpochKey(secret, 'invite', at.roomId)
  const [encrypted = ''] = invite.split('.')
  const split = splitRemovedIds(await decryptBytes(key, encodeInviteData(at), encrypted), [ROOM_KEY_BYTES])
  const roomKey = split && readRoomKey(split.keys)
  return roomKey && { roomKey, removedIds: split.removedIds }
}

/** Derives the door key of a link. Those inside are given it with their wraps. */
export async function deriveDoorKey(secret: InviteSecret, roomId: string): Promise<DoorKey> {
  return (await deriveEpochBytes(secret, 'door', roomId)) as DoorKey
}

/** Encodes what an invite is bound to. */
export function encodeInviteData({ roomId, epoch }: RoomEpoch): Uint8Array<ArrayBuffer> {
  return encodeLines('invite', roomId, epoch)
}
