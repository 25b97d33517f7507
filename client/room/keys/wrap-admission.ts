import { EpochKeys } from '../../crypto/epoch-keys.ts'
import type { PublicKey } from '../../crypto/participant-pair.ts'
import { wrapRoomKey } from '../../crypto/wrap.ts'
import type { MemberKeys } from './member-keys.ts'

/** What lets somebody in who waits at the door of a room whose keys rotate. */
export interface Admission {
  wrap: string
  /** The public key of who lets in. */
  key: string
  epoch: number
}

/**
 * Encrypts the key of the epoch for somebody who waits at the door. The door key takes the place of the key before: the
 * newcomer has no other.
 * @param other their public key, as their card has it
 * @returns null where this page has no key, no invite link whose door key they share, or they were removed before
 */
export async function wrapAdmission(keys: MemberKeys, other: PublicKey): Promise<Admission | null> {
  const { roomId, roomKey, door, epoch, pair, removedIds } = keys
  if (roomKey === null || door === null || keys.isRemoved(other.participantId)) return null
  const doorKeys = await EpochKeys.fromKey({ roomId, epoch }, door.doorKey)
  const wrap = await wrapRoomKey({ keys: doorKeys, epoch, pair, other }, { roomKey, door, removedIds })
  return { wrap, key: pair.publicKey.text, epoch }
}
