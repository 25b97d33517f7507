import { deriveCheck } from './epoch-check.ts'
import { EpochKeys } from './epoch-keys.ts'
import { importPublicKey, type ParticipantPair, type PublicKey } from './participant-pair.ts'
import type { RoomEpoch } from './room-epoch.ts'
import type { RoomKey } from './room-key.ts'

/**
 * Finds the public key of whoever rotated the keys. The one that came with the epoch counts where the id follows from it.
 * @param pair of who reads this: it may have been their own rotation
 * @returns null where there is none that counts
 */
export async function findRotator(
  pair: ParticipantPair,
  { by, key }: { by: string; key: string | null },
): Promise<PublicKey | null> {
  if (by === pair.publicKey.participantId) return pair.publicKey
  const publicKey = key === null ? null : await importPublicKey(key)
  return publicKey?.participantId === by ? publicKey : null
}

/** Whether the room stores the check of this key. Of the first epoch alone it stores none: no rotation began that. */
export async function matchesCheck(at: RoomEpoch, key: RoomKey, check: string | null): Promise<boolean> {
  if (check === null) return at.epoch === 1
  return (await deriveCheck(await EpochKeys.fromKey(at, key))) === check
}
