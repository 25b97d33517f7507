import { deriveBytes } from './derive-bytes.ts'
import { hkdfParameters, importLinkKey, type KeyPurpose } from './hkdf.ts'
import type { LinkKey } from './link-key.ts'

/**
 * The keys of one room, derived by HKDF-SHA-256 (RFC 5869) with the room id as salt: one for each sender (as in SFrame,
 * RFC 9605), so that no two participants share a nonce space; one for the safety words; one for what this tab stores.
 * None can be exported.
 */
export class Keyring {
  readonly roomId: string
  readonly #base: CryptoKey
  readonly #messageKeys = new Map<string, Promise<CryptoKey>>()
  #storageKey: Promise<CryptoKey> | undefined

  private constructor(roomId: string, base: CryptoKey) {
    this.roomId = roomId
    this.#base = base
  }

  /** Makes the keyring of a room from the key in its invite link. */
  static async fromLinkKey(roomId: string, linkKey: LinkKey): Promise<Keyring> {
    return new Keyring(roomId, await importLinkKey(linkKey))
  }

  /** Returns the key of a sender's messages, AES-256-GCM. */
  getMessageKey(participantId: string): Promise<CryptoKey> {
    let key = this.#messageKeys.get(participantId)
    if (key === undefined) {
      key = this.#deriveKey(`message ${participantId}`)
      this.#messageKeys.set(participantId, key)
    }
    return key
  }

  /** Returns the key of what this tab stores of the room, such as a draft; AES-256-GCM. */
  getStorageKey(): Promise<CryptoKey> {
    this.#storageKey ??= this.#deriveKey('tab-storage')
    return this.#storageKey
  }

  /** Derives the bytes that the safety words follow from. */
  deriveSafetyBytes(): Promise<Uint8Array<ArrayBuffer>> {
    return deriveBytes(this.#base, hkdfParameters('safety-words', this.roomId))
  }

  #deriveKey(purpose: KeyPurpose): Promise<CryptoKey> {
    const algorithm = { name: 'AES-GCM', length: 256 }
    const parameters = hkdfParameters(purpose, this.roomId)
    return crypto.subtle.deriveKey(parameters, this.#base, algorithm, false, ['encrypt', 'decrypt'])
  }
}
