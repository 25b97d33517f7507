import type { Epoch } from '../../../protocol/epochs.ts'
import { EpochKeys } from '../../crypto/epoch-keys.ts'
import { findRotator, matchesCheck } from '../../crypto/listed-epoch.ts'
import { unwrapRoomKey } from '../../crypto/wrap.ts'
import type { RoomApi } from '../../net/room-api.ts'
import type { MemberKeys } from './member-keys.ts'

// What somebody opens who was let in at the door. Loaded there.

interface Newcomer {
  api: RoomApi
  keys: MemberKeys
  /** Sends their card to the room. */
  sendCard(): Promise<unknown>
  /** The epoch that the room is in. */
  epoch: number
}

/**
 * Takes the key with which somebody was let in, and shows them to those inside.
 * @param epochs as the room lists them; asked for where they are not given
 * @returns whether the room can be read now
 */
export async function openAdmission(
  { api, keys, sendCard, epoch }: Newcomer,
  epochs?: readonly Epoch[],
): Promise<boolean> {
  const input = { param: { id: keys.roomId }, query: { after: epoch - 1 } }
  const listed = epochs ?? (await api.call('GET /api/rooms/:id/epochs', input)).value?.epochs ?? []
  const isTaken = await takeAdmission(keys, listed, epoch)
  // In place of the one that was made at the door: with the link alone nobody should open it for long.
  if (isTaken) void sendCard()
  return isTaken
}

/**
 * Takes the key of the epoch in which somebody was let in. Whoever let them in has wrapped it for their public key and the
 * door key of the link, so that nobody who has not the link made it; and it has to be that epoch's, by its check.
 * @param epochs as the room lists them
 * @param epoch the one that the room is in
 * @returns false where no wrap is there, or it does not open
 */
export async function takeAdmission(
  keys: MemberKeys,
  epochs: readonly Epoch[],
  epoch: number,
): Promise<boolean> {
  const { roomId, pair, door, password } = keys
  const listed = epochs.find((one) => one.epoch === epoch)
  if (door === null || !listed?.wrap) return false
  const other = await findRotator(pair, listed)
  if (other === null) return false
  const doorKeys = await EpochKeys.fromKey({ roomId, epoch }, door.doorKey)
  const secrets = await unwrapRoomKey({ keys: doorKeys, epoch, pair, other }, listed.wrap)
  if (secrets === null || !(await matchesCheck({ roomId, epoch }, secrets.roomKey, listed.check)))
    return false
  const { roomKey: key, removedIds } = secrets
  return keys.takeKey({ epoch, key }, { door: secrets.door ?? door, password, removedIds })
}
