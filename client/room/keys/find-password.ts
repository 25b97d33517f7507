import { toBase64Url } from '../../crypto/base64url.ts'
import { deriveDoorKey, importInviteSecret } from '../../crypto/invite.ts'
import { importPassword, type PasswordKey, stretchPassword } from '../../crypto/password-key.ts'
import type { MemberKeys } from './member-keys.ts'

/**
 * Finds the password of the invite link: the one that was typed, or else the one that this browser keeps, if it still is
 * the link's: somebody else may have made a link with another.
 * @returns null where the link has none; undefined where it is not known
 */
export async function findPassword(keys: MemberKeys, typed: string): Promise<PasswordKey | null | undefined> {
  const { door, password, roomId } = keys
  if (!door?.link.hasPassword) return null
  const candidate = typed ? await importPassword(typed) : password
  if (candidate === null) return undefined
  const { linkKey } = door.link
  const secret = await importInviteSecret(linkKey, await stretchPassword(candidate, linkKey))
  const isRight = toBase64Url(await deriveDoorKey(secret, roomId)) === toBase64Url(door.doorKey)
  return isRight ? candidate : undefined
}
