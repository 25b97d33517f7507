import { encryptBytes } from './aes.ts'
import { encodeRemovedIds } from './encode-removed-ids.ts'
import { deriveEpochKey } from './epoch-hkdf.ts'
import { encodeInviteData, type InviteContent, type InviteSecret } from './invite.ts'
import { joinBytes } from './join-bytes.ts'
import type { RoomEpoch } from './room-epoch.ts'

/** Encrypts the room key for everybody who has the invite link. The room stores it while the link lives. */
export async function encryptInvite(
  secret: InviteSecret,
  at: RoomEpoch,
  { roomKey, removedIds }: InviteContent,
): Promise<string> {
  const key = await deriveEpochKey(secret, 'invite', at.roomId)
  return encryptBytes(key, encodeInviteData(at), joinBytes(roomKey, encodeRemovedIds(removedIds)))
}
