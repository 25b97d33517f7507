import { deriveBytes, hkdf, importLinkKey, type Purpose } from './hkdf.ts'

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
  static async open(roomId: string, linkKey: string): Promise<Keyring> {
    return new Keyring(roomId, await importLinkKey(linkKey))
  }

  /** The key for a sender's messages, AES-256-GCM. */
  messageKey(participantId: string): Promise<CryptoKey> {
    let key = this.#messageKeys.get(participantId)
    if (key === undefined) {
      key = this.#deriveKey(`message ${participantId}`)
      this.#messageKeys.set(participantId, key)
    }
    return key
  }

  /** The key for what this tab keeps of the room: drafts. */
  storageKey(): Promise<CryptoKey> {
    this.#storageKey ??= this.#deriveKey('tab-storage')
    return this.#storageKey
  }

  /** Bytes for the safety words. */
  safetyBytes(): Promise<Uint8Array<ArrayBuffer>> {
    return deriveBytes(this.#base, hkdf('safety-words', this.roomId))
  }

  #deriveKey(purpose: Purpose): Promise<CryptoKey> {
    const algorithm = { name: 'AES-GCM', length: 256 }
    const parameters = hkdf(purpose, this.roomId)
    return crypto.subtle.deriveKey(parameters, this.#base, algorithm, false, ['encrypt', 'decrypt'])
  }
}
