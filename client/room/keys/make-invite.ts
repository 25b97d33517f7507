import { encryptDoorKey } from '../../crypto/door-key.ts'
import { encryptInvite } from '../../crypto/encrypt-invite.ts'
import { importInviteSecret } from '../../crypto/invite.ts'
import { stretchPassword } from '../../crypto/password-key.ts'
import { findPassword } from './find-password.ts'
import type { MemberKeys } from './member-keys.ts'

/**
 * Makes the invite of the epoch for the link that there is: for a room whose door opens.
 * @returns null where this page has no key, no link, or does not know the link's password
 */
export async function makeInvite(keys: MemberKeys): Promise<string | null> {
  const { roomId, roomKey, epoch, door, removedIds } = keys
  const password = await findPassword(keys, '')
  if (roomKey === null || door === null || password === undefined) return null
  const { linkKey } = door.link
  const secret = await importInviteSecret(linkKey, password && (await stretchPassword(password, linkKey)))
  const parts = [
    encryptInvite(secret, { roomId, epoch }, { roomKey, removedIds }),
    encryptDoorKey(keys.currentKeys, door.doorKey),
  ]
  return (await Promise.all(parts)).join('.')
}
