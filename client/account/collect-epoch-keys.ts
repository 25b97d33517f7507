import type { Epoch } from '../../protocol/epochs.ts'
import { decryptBack } from '../crypto/epoch-chain.ts'
import { EpochKeyring } from '../crypto/epoch-keyring.ts'
import { findRotator, matchesCheck } from '../crypto/listed-epoch.ts'
import type { ParticipantPair } from '../crypto/participant-pair.ts'
import type { RoomKey } from '../crypto/room-key.ts'
import { unwrapRoomKey } from '../crypto/wrap.ts'

/** What a facilitator's browser keeps of a room, or takes out of a link or a key file. */
export interface KeptKeys {
  roomId: string
  /** Null where the browser has lost it: then nothing wrapped for it opens. */
  pair: ParticipantPair | null
  epochs: readonly { epoch: number; key: RoomKey | CryptoKey }[]
}

/** The keys of a room, as many of its epochs as could be opened. */
export interface CollectedKeys {
  /** Opens messages. */
  keyring: EpochKeyring
  /** Those that can be taken out, by epoch, ascending: what a key file holds. */
  roomKeys: ReadonlyMap<number, RoomKey>
}

/**
 * Opens the keys of all epochs that lead from those that are kept: forward by the wraps for the browser's own seat, then
 * backward by what each epoch holds of the one before.
 * @param listed the epochs as the room lists them, in any order
 */
export async function collectEpochKeys(kept: KeptKeys, listed: readonly Epoch[]): Promise<CollectedKeys> {
  const { roomId, pair } = kept
  const keyring = new EpochKeyring(roomId)
  const roomKeys = new Map<number, RoomKey>()
  const checks = new Map(listed.map(({ epoch, check }) => [epoch, check]))
  const ascending = [...listed].sort((one, other) => one.epoch - other.epoch)

  /** Adds a key, unless the room stores the check of another for this epoch. */
  async function addKey(epoch: number, key: RoomKey | CryptoKey) {
    const check = checks.get(epoch)
    const isBytes = key instanceof Uint8Array
    if (check !== undefined && isBytes && !(await matchesCheck({ roomId, epoch }, key, check))) return
    if ((await keyring.addEpoch(epoch, key)) === null) return
    if (isBytes) roomKeys.set(epoch, key)
  }

  for (const { epoch, key } of kept.epochs) await addKey(epoch, key)
  for (const { epoch, wrap, by, key } of ascending) {
    const keys = keyring.getEpoch(epoch - 1)
    if (pair === null || wrap === null || !keys || keyring.getEpoch(epoch)) continue
    const other = await findRotator(pair, { by, key })
    const secrets = other && (await unwrapRoomKey({ keys, epoch, pair, other }, wrap))
    if (secrets) await addKey(epoch, secrets.roomKey)
  }
  for (const { epoch, back } of ascending.toReversed()) {
    const keys = keyring.getEpoch(epoch)
    const before = keys && back !== null && !roomKeys.has(epoch - 1) ? await decryptBack(keys, back) : null
    if (before) await addKey(epoch - 1, before)
  }
  return { keyring, roomKeys: new Map([...roomKeys].sort(([one], [other]) => one - other)) }
}
