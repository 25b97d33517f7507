import type { Epoch } from '../../../protocol/epochs.ts'
import { decryptBack } from '../../crypto/epoch-chain.ts'
import { findRotator, matchesCheck } from '../../crypto/listed-epoch.ts'
import { unwrapRoomKey } from '../../crypto/wrap.ts'
import type { ShownName } from '../look-alikes.ts'
import type { MemberKeys } from './member-keys.ts'

// What opens epochs other than the one that somebody came in. Most rooms end before their keys rotate: it is loaded then.

/** Whom the page takes a rotation from, as far as it knows when it looks at it. */
export type IsManager = (participantId: string) => boolean

/** Somebody who has a seat and was not given a key, as the room names them. */
export interface LeftOut {
  participantId: string
  alias: string
}

/** What became of an epoch that the room lists. */
export type TakenEpoch =
  /** `leftOut` are those to whom this page did not give the key, where it rotated itself. */
  | { is: 'taken'; epoch: number; by: string; leftOut?: readonly ShownName[] }
  /** This participant was not given the key. */
  | { is: 'not-given'; epoch: number; by: string }
  /** Others have a seat and were not given the key, as the room says. */
  | { is: 'others-left-out'; epoch: number; by: string; people: readonly LeftOut[] }
  /** The wrap does not open, is from somebody who may not rotate, or the room stores the check of another key. */
  | { is: 'refused'; epoch: number; by: string }

/**
 * Takes epochs that the room lists, the oldest first. An epoch that is here already is skipped, whatever the room says
 * of it.
 */
export async function takeEpochs(
  keys: MemberKeys,
  epochs: readonly Epoch[],
  isManager: IsManager,
): Promise<TakenEpoch[]> {
  const taken: TakenEpoch[] = []
  for (const listed of epochs) {
    if (listed.epoch <= keys.epoch) continue
    taken.push(await takeEpoch(keys, listed, isManager))
  }
  return taken
}

/**
 * Opens older epochs, from the newest down, by what each holds of the one before.
 * @param epochs as the room lists them, any order
 */
export async function openOlderEpochs(keys: MemberKeys, epochs: readonly Epoch[]): Promise<void> {
  for (const { epoch, back } of [...epochs].sort((one, other) => other.epoch - one.epoch)) {
    const epochKeys = keys.keyring.getEpoch(epoch)
    if (!epochKeys || back === null || keys.keyring.getEpoch(epoch - 1)) continue
    const key = await decryptBack(epochKeys, back)
    if (key) await keys.addKey(epoch - 1, key)
  }
  await keys.save()
}

async function takeEpoch(keys: MemberKeys, listed: Epoch, isManager: IsManager): Promise<TakenEpoch> {
  const { roomId, pair, keyring } = keys
  const { epoch, by, wrap, check } = listed
  if (wrap === null) return { is: 'not-given', epoch, by }
  const before = keyring.getEpoch(epoch - 1)
  const other = await findRotator(pair, listed)
  const mayRotate = by === keys.participantId || isManager(by) || keys.isManager(by)
  if (!before || !other || !mayRotate || keys.isRemoved(by)) return { is: 'refused', epoch, by }
  const secrets = await unwrapRoomKey({ keys: before, epoch, pair, other }, wrap)
  if (secrets === null || !(await matchesCheck({ roomId, epoch }, secrets.roomKey, check))) {
    return { is: 'refused', epoch, by }
  }
  const { roomKey: key, door, removedIds } = secrets
  // The password may be another one now: whoever rotates next finds out by the door key.
  const password = door?.link.hasPassword ? keys.password : null
  const isTaken = await keys.takeKey({ epoch, key }, { door, password, removedIds })
  return { is: isTaken ? 'taken' : 'refused', epoch, by }
}
