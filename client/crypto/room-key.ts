import { importKeyMaterial } from './epoch-hkdf.ts'

/** Bytes of a room key: 256 random bits. */
export const ROOM_KEY_BYTES = 32

declare const brand: unique symbol

/** The key that all who may read an epoch of a room share. Only `makeRoomKey`, `readRoomKey` and decryption make one. */
export type RoomKey = Uint8Array<ArrayBuffer> & { readonly [brand]: 'RoomKey' }

/** Makes the room key of a new epoch. */
export function makeRoomKey(): RoomKey {
  return crypto.getRandomValues(new Uint8Array(ROOM_KEY_BYTES)) as RoomKey
}

/** Takes bytes as a room key, as this browser's storage or a decrypted wrap has them; null where they are not 32. */
export function readRoomKey(bytes: Uint8Array<ArrayBuffer> | null): RoomKey | null {
  return bytes?.byteLength === ROOM_KEY_BYTES ? (bytes as RoomKey) : null
}

/** Imports a room key so that it can't be taken out any more: what a browser keeps of an epoch that is over. */
export function importRoomKey(roomKey: RoomKey): Promise<CryptoKey> {
  return importKeyMaterial(roomKey)
}
