import { decryptBytes, encryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import { deriveCheck } from './epoch-check.ts'
import {
  type DecryptedContent,
  decryptContent,
  type EpochMessageAddress,
  encryptContent,
  type MessageContent,
  readEnvelopeEpoch,
} from './epoch-envelope.ts'
import { EpochKeys } from './epoch-keys.ts'
import { importRoomKey, type RoomKey } from './room-key.ts'

/** What an envelope holds, or why nothing of it can be shown. */
export type DecryptedEnvelope =
  | DecryptedContent
  /** This page has not been given the key of its epoch. */
  | { is: 'no-key'; epoch: number }
  /** It was never encrypted. */
  | { is: 'plain'; text: string }

/**
 * The keys of all epochs of a room that a participant can open. It encrypts with the highest and never with a lower one,
 * whatever the server says, and takes one key for an epoch and never another.
 */
export class EpochKeyring {
  readonly roomId: string
  readonly #epochs = new Map<number, { keys: EpochKeys; check: string }>()
  #current: EpochKeys | null = null

  constructor(roomId: string) {
    this.roomId = roomId
  }

  /** The keys of the highest epoch; null as long as there are none. */
  get current(): EpochKeys | null {
    return this.#current
  }

  /**
   * Adds the key of an epoch, in any order.
   * @param key the room key, or what `importRoomKey` made of it
   * @returns the check of the epoch; null where this keyring has another key for it, which stays
   */
  async addEpoch(epoch: number, key: RoomKey | CryptoKey): Promise<string | null> {
    const base = key instanceof Uint8Array ? await importRoomKey(key) : key
    const keys = new EpochKeys({ roomId: this.roomId, epoch }, base)
    const check = await deriveCheck(keys)
    // Nothing is awaited from here on: of two keys that are added at once, one is the first.
    const held = this.#epochs.get(epoch)
    if (held) return held.check === check ? check : null
    this.#epochs.set(epoch, { keys, check })
    if (epoch > (this.#current?.epoch ?? 0)) this.#current = keys
    return check
  }

  /** Returns the keys of an epoch; undefined where this page has not been given them. */
  getEpoch(epoch: number): EpochKeys | undefined {
    return this.#epochs.get(epoch)?.keys
  }

  /** Returns the check of an epoch, to compare with what the room stores. */
  getCheck(epoch: number): string | undefined {
    return this.#epochs.get(epoch)?.check
  }

  /** Encrypts a message with the keys of the highest epoch. @throws RangeError where its text is above `EPOCH_TEXT_MAX` */
  encryptMessage(address: EpochMessageAddress, content: MessageContent): Promise<string> {
    return encryptContent(this.#requireCurrent(), address, content)
  }

  /** Decrypts an envelope with the keys of the epoch that it says it is of. Never throws. */
  async decryptMessage(address: EpochMessageAddress, envelope: string): Promise<DecryptedEnvelope> {
    const epoch = readEnvelopeEpoch(envelope)
    // An envelope of another version has no place in this room, and is no text to be read either.
    if (epoch === null)
      return /^e\d+\./.test(envelope) ? { is: 'unreadable' } : { is: 'plain', text: envelope }
    const keys = this.getEpoch(epoch)
    return keys ? decryptContent(keys, address, envelope) : { is: 'no-key', epoch }
  }

  /**
   * Encrypts a text that this tab stores of the room, with the keys of the highest epoch.
   * @param name what the text is, such as `draft`
   */
  async encryptStoredText(name: string, text: string): Promise<string> {
    const keys = this.#requireCurrent()
    const data = encodeStoredTextData(keys, name)
    const encrypted = await encryptBytes(
      await keys.getKey('tab-storage'),
      data,
      new TextEncoder().encode(text),
    )
    return `${keys.epoch}.${encrypted}`
  }

  /** Decrypts a stored text; null where the name is another, it was changed, or there is no key for it. */
  async decryptStoredText(name: string, stored: string): Promise<string | null> {
    const [, epoch, encrypted = ''] = /^(\d+)\.(.*)$/.exec(stored) ?? []
    const keys = this.getEpoch(Number(epoch))
    if (!keys) return null
    const data = encodeStoredTextData(keys, name)
    const bytes = await decryptBytes(await keys.getKey('tab-storage'), data, encrypted)
    return bytes && new TextDecoder().decode(bytes)
  }

  #requireCurrent(): EpochKeys {
    if (this.#current === null) throw new Error('this keyring has no key yet')
    return this.#current
  }
}

function encodeStoredTextData({ roomId, epoch }: EpochKeys, name: string): Uint8Array<ArrayBuffer> {
  return encodeLines('kept', roomId, epoch, name)
}
