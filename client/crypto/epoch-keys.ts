import {
  deriveEpochBytes,
  deriveEpochKey,
  deriveHmacKey,
  importKeyMaterial,
  type RoomKeyPurpose,
} from './epoch-hkdf.ts'
import type { DoorKey } from './invite.ts'
import type { RoomEpoch } from './room-epoch.ts'
import type { RoomKey } from './room-key.ts'

/**
 * The keys of one epoch of a room, derived from its room key by HKDF-SHA-256 with the room id as salt. Each sender has one
 * of their own (as in SFrame, RFC 9605), so that no two participants share a nonce space. None can be exported.
 */
export class EpochKeys implements RoomEpoch {
  readonly roomId: string
  readonly epoch: number
  readonly #base: CryptoKey
  readonly #keys = new Map<RoomKeyPurpose, Promise<CryptoKey>>()

  /** @param base the room key as `importRoomKey` returns it */
  constructor({ roomId, epoch }: RoomEpoch, base: CryptoKey) {
    this.roomId = roomId
    this.epoch = epoch
    this.#base = base
  }

  /**
   * Derives the keys of an epoch.
   * @param key the room key; for whoever waits at the door, the door key, which takes its place until they are let in
   */
  static async fromKey(at: RoomEpoch, key: RoomKey | DoorKey): Promise<EpochKeys> {
    return new EpochKeys(at, await importKeyMaterial(key))
  }

  /** Returns the key for a purpose, AES-256-GCM. */
  getKey(purpose: RoomKeyPurpose): Promise<CryptoKey> {
    let key = this.#keys.get(purpose)
    if (key === undefined) {
      key = deriveEpochKey(this.#base, purpose, this.roomId)
      this.#keys.set(purpose, key)
    }
    return key
  }

  /** Derives the key for the codes of reactions to one message, HMAC-SHA-256. It is not kept: messages are many. */
  deriveReactionKey(participantId: string, messageId: string): Promise<CryptoKey> {
    return deriveHmacKey(this.#base, `reaction ${participantId} ${messageId}`, this.roomId)
  }

  /** Derives 32 bytes for a purpose. */
  deriveBytes(purpose: 'wrap-mix' | 'check'): Promise<Uint8Array<ArrayBuffer>> {
    return deriveEpochBytes(this.#base, purpose, this.roomId)
  }
}
