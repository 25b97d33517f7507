import { decryptBytes, encryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import type { EpochKeys } from './epoch-keys.ts'
import { type RoomKey, readRoomKey } from './room-key.ts'

/** Encrypts the room key of the epoch before, for those who have only the keys of this one: so they can read what was said. */
export async function encryptBack(keys: EpochKeys, before: RoomKey): Promise<string> {
  return encryptBytes(await keys.getKey('back'), encodeBackData(keys), before)
}

/** Decrypts the room key of the epoch before; null where the room, the epoch or the key is another, or it was changed. */
export async function decryptBack(keys: EpochKeys, back: string): Promise<RoomKey | null> {
  return readRoomKey(await decryptBytes(await keys.getKey('back'), encodeBackData(keys), back))
}

function encodeBackData({ roomId, epoch }: EpochKeys): Uint8Array<ArrayBuffer> {
  return encodeLines('back', roomId, epoch - 1)
}
