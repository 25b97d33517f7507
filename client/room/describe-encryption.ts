import { encryptionTexts } from '#i18n/encryption.ts'
import { isDoorClosed } from '../../protocol/is-door-closed.ts'
import { ROTATION_SEATS_MAX } from '../../protocol/key-limits.ts'
import type { Room } from '../../protocol/room.ts'

/** What the lock of a room whose keys rotate depends on. */
export interface EncryptionState {
  /** Whether there is an invite link. */
  isInvitable: boolean
  /** Whether somebody was removed and the keys have not changed since. */
  isRotationDue: boolean
  hasPassword: boolean
  /** Whether whoever comes waits at the door. */
  isDoorClosed: boolean
  /** Whether newcomers read nothing older. */
  isFromJoin: boolean
  isForTwo: boolean
  /** Whether more have a seat than keys rotate for. */
  isLarge: boolean
  /** Whether this browser keeps the keys over a reload. */
  keepsKeys: boolean
  /** Who can read it later, in a sentence; null where it is kept for nobody. */
  retention: string | null
}

const t = encryptionTexts

/** Returns what holds now in a room whose keys rotate, for the one who reads it: five sentences at most. */
export function describeEncryption(state: EncryptionState): string[] {
  const sentences = [t.sealed, sayLink(state), sayRemoval(state), sayReload(state), state.retention]
  return sentences.filter((sentence) => sentence !== null)
}

/** Returns what the lock depends on, of what the server says of a room. */
export function readEncryptionState(
  { invitable, rotationDue, passwordRequired, capacity, seats, door, history }: Room,
  { keepsKeys, retention }: Pick<EncryptionState, 'keepsKeys' | 'retention'>,
): EncryptionState {
  return {
    isInvitable: invitable === true,
    isRotationDue: rotationDue === true,
    hasPassword: passwordRequired,
    isDoorClosed: isDoorClosed({ door, history, keys: 2 }),
    isFromJoin: history === 'from-join',
    isForTwo: capacity === 2,
    isLarge: seats > ROTATION_SEATS_MAX,
    keepsKeys,
    retention,
  }
}

function sayLink(state: EncryptionState): string {
  const { isInvitable, hasPassword, isForTwo } = state
  if (!isInvitable) return isForTwo ? t.closedForTwo : t.closed
  // Above so many seats keys don't rotate: then only the server keeps newcomers from what was said.
  if (state.isFromJoin) return state.isLarge ? t.fromJoinLarge : t.fromJoin
  if (state.isDoorClosed) return t.knock
  return hasPassword ? t.linkAndPassword : t.link
}

function sayRemoval({ isRotationDue, isLarge, isForTwo, isInvitable }: EncryptionState): string | null {
  if (isLarge) return isRotationDue && isInvitable ? t.largeDue : t.large
  if (isRotationDue) return t.removalDue
  return isForTwo ? null : t.removal
}

function sayReload({ keepsKeys, isInvitable, isDoorClosed }: EncryptionState): string | null {
  if (keepsKeys) return null
  if (!isInvitable) return t.forgetsAll
  return isDoorClosed ? t.forgetsAtDoor : t.forgets
}
