import { fromBase64Url, toBase64Url } from './base64url.ts'

/** Bytes of a link's key: 256 random bits. */
const KEY_BYTES = 32

/** What a key is derived for: each purpose has a label of its own, so that no key serves two. */
type Purpose = `message ${string}` | 'admission' | 'safety-words' | 'tab-storage'

/** A new key for a link, base64url (43 characters). It goes behind the `#` and never leaves the browser. */
export function makeLinkKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
}

/** Whether this is a whole key: a damaged link is noticed before anything is joined. */
export function isLinkKey(key: string): boolean {
  return fromBase64Url(key)?.byteLength === KEY_BYTES
}

/**
 * The keys of one room, derived from the key in its link by HKDF-SHA-256 (RFC 5869) with the room id as salt: one for
 * each sender (as in SFrame, RFC 9605), so that no two people ever share a nonce's space; one secret that proves
 * knowledge of the link; one for the safety words; one for what this tab keeps. None can be taken out of the browser.
 */
export class Keyring {
  readonly roomId: string
  readonly #base: CryptoKey
  readonly #messageKeys = new Map<string, Promise<CryptoKey>>()

  private constructor(roomId: string, base: CryptoKey) {
    this.roomId = roomId
    this.#base = base
  }

  /** The keyring of a room. Throws a TypeError for a key that `isLinkKey` refuses. */
  static async open(roomId: string, linkKey: string): Promise<Keyring> {
    const bytes = fromBase64Url(linkKey)
    if (bytes?.byteLength !== KEY_BYTES) throw new TypeError('this is no whole key')
    const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits'])
    return new Keyring(roomId, base)
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

  /** The key for what this tab keeps of the room: drafts and messages that wait. */
  storageKey(): Promise<CryptoKey> {
    return this.#deriveKey('tab-storage')
  }

  /** The secret that a seat costs, base64url. It says nothing of the other keys. */
  async admissionSecret(): Promise<string> {
    return toBase64Url(await this.#deriveBytes('admission', 32))
  }

  /** What the room stores to recognise that secret: the base64url SHA-256 of it. */
  async admission(): Promise<string> {
    const secret = new TextEncoder().encode(await this.admissionSecret())
    return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', secret)))
  }

  /** Bytes for the safety words. */
  safetyBytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#deriveBytes('safety-words', 32)
  }

  #deriveKey(purpose: Purpose): Promise<CryptoKey> {
    const algorithm = { name: 'AES-GCM', length: 256 }
    return crypto.subtle.deriveKey(this.#hkdf(purpose), this.#base, algorithm, false, ['encrypt', 'decrypt'])
  }

  async #deriveBytes(purpose: Purpose, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await crypto.subtle.deriveBits(this.#hkdf(purpose), this.#base, length * 8))
  }

  #hkdf(purpose: Purpose): HkdfParams {
    const encoder = new TextEncoder()
    const info = encoder.encode(`private-chat e1 ${purpose}`)
    return { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(this.roomId), info }
  }
}
