import { decryptBytes, encryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import type { EpochKeys } from './epoch-keys.ts'
import type { DoorKey } from './invite.ts'

const KEY_BYTES = 32

/**
 * Encrypts the door key of a link for those who have the room key: not all of them were given it with a wrap. The room
 * stores it behind the invite, while the link lives.
 */
export async function encryptDoorKey(keys: EpochKeys, doorKey: DoorKey): Promise<string> {
  return encryptBytes(await keys.getKey('door-key'), encodeDoorKeyData(keys), doorKey)
}

/** Decrypts a door key; null where the room, the epoch or the room key is another, or it was changed. */
export async function decryptDoorKey(keys: EpochKeys, encrypted: string): Promise<DoorKey | null> {
  const bytes = await decryptBytes(await keys.getKey('door-key'), encodeDoorKeyData(keys), encrypted)
  return bytes?.byteLength === KEY_BYTES ? (bytes as DoorKey) : null
}

function encodeDoorKeyData({ roomId, epoch }: EpochKeys): Uint8Array<ArrayBuffer> {
  return encodeLines('door-key', roomId, epoch)
}
