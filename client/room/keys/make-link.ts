import { hashAdmissionSecret } from '../../crypto/admission.ts'
import { encryptDoorKey } from '../../crypto/door-key.ts'
import { encryptInvite } from '../../crypto/encrypt-invite.ts'
import { EpochKeys } from '../../crypto/epoch-keys.ts'
import { makeEpochLinkKey } from '../../crypto/epoch-link.ts'
import { deriveDoorKey, deriveEpochAdmission, importInviteSecret } from '../../crypto/invite.ts'
import { derivePasswordProof, type PasswordKey, stretchPassword } from '../../crypto/password-key.ts'
import type { RoomEpoch } from '../../crypto/room-epoch.ts'
import type { RoomKey } from '../../crypto/room-key.ts'
import type { Door } from '../../crypto/wrap.ts'

/** Makes an invite link for an epoch, and what the room stores of it. @param removedIds who was removed, the newest last */
export async function makeLink(
  at: RoomEpoch,
  roomKey: RoomKey,
  password: PasswordKey | null,
  removedIds: readonly string[] = [],
): Promise<{ door: Door; admission: string; invite: string; proof: string | null }> {
  const linkKey = makeEpochLinkKey()
  const stretched = password && (await stretchPassword(password, linkKey))
  const secret = await importInviteSecret(linkKey, stretched)
  const doorKey = await deriveDoorKey(secret, at.roomId)
  const keys = await EpochKeys.fromKey(at, roomKey)
  const [admission, invite, proof] = await Promise.all([
    deriveEpochAdmission(linkKey).then(hashAdmissionSecret),
    Promise.all([encryptInvite(secret, at, { roomKey, removedIds }), encryptDoorKey(keys, doorKey)]),
    stretched && derivePasswordProof(stretched),
  ])
  const door = { link: { linkKey, hasPassword: password !== null }, doorKey }
  return { door, admission, invite: invite.join('.'), proof }
}
