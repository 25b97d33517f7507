import { deriveBytes, hkdfParameters, importLinkKey, type KeyPurpose } from './hkdf.ts'

/**
 * The keys of one room, derived from the key in its link by HKDF-SHA-256 (RFC 5869) with the room id as salt: one for
 * each sender (as in SFrame, RFC 9605), so that no two people ever share a nonce's space; one for the safety words; one
 * for what this tab keeps. None can be taken out of the browser.
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

  /** The keyring of a room. Throws a TypeError for a key that `isLinkKey` refuses. */
  static async fromLinkKey(roomId: string, linkKey: string): Promise<Keyring> {
    return new Keyring(roomId, await importLinkKey(linkKey))
  }

  /** The key for a sender's messages, AES-256-GCM. */
  getMessageKey(participantId: string): Promise<CryptoKey> {
    let key = this.#messageKeys.get(participantId)
    if (key === undefined) {
      key = this.#deriveKey(`message ${participantId}`)
      this.#messageKeys.set(participantId, key)
    }
    return key
  }

  /** The key for what this tab keeps of the room: drafts. */
  getStorageKey(): Promise<CryptoKey> {
    this.#storageKey ??= this.#deriveKey('tab-storage')
    return this.#storageKey
  }

  /** Bytes for the safety words. */
  deriveSafetyBytes(): Promise<Uint8Array<ArrayBuffer>> {
    return deriveBytes(this.#base, hkdfParameters('safety-words', this.roomId))
  }

  #deriveKey(purpose: KeyPurpose): Promise<CryptoKey> {
    const algorithm = { name: 'AES-GCM', length: 256 }
    const parameters = hkdfParameters(purpose, this.roomId)
    return crypto.subtle.deriveKey(parameters, this.#base, algorithm, false, ['encrypt', 'decrypt'])
  }
}
