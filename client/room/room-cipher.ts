import type { MessageDetails } from '../../protocol/message.ts'
import type { SeenMessage } from '../crypto/epoch-envelope.ts'
import type { Keyring } from '../crypto/keyring.ts'
import type { MessageFile } from '../crypto/message-file.ts'

/** Which message it is, and whose. */
export interface MessageAddress {
  participantId: string
  id: string
  /** How often it was edited; absent where it was not. */
  edit?: number | undefined
}

/** What an envelope says of when it was encrypted, for the others to compare with where the message stands. */
export interface OrderClaim {
  epoch: number
  /** The newest message that its sender had seen; null where there was none. */
  seen: SeenMessage | null
}

/** What is in an envelope besides the text and what every message says. */
export interface SaidDetails extends MessageDetails {
  /** The files of the message, as its sender describes them; empty where what is said of them is of no use. */
  attached?: readonly MessageFile[] | undefined
}

/** What a message says once it is decrypted. */
export interface DecryptedText extends Omit<SaidDetails, 'choice'> {
  /** `plain` where it was never encrypted; `unreadable` where it doesn't open: then `text` is empty. */
  is: 'text' | 'plain' | 'unreadable'
  text: string
  /** What its sender called themselves, where the envelope says so. */
  name?: string | null
  /** Absent where the envelope says nothing of it. */
  claim?: OrderClaim
}

/** How the messages of an encrypted room are encrypted, whatever the version of its keys. */
export interface RoomCipher {
  /** What `measureText` may return at most for a text that fits a message. */
  readonly textMax: number
  measureText(text: string): number
  /** @param details what else is in the envelope; a link key's has no place for it */
  encryptMessage(address: MessageAddress, text: string, details?: SaidDetails): Promise<string>
  /** Never throws. */
  decryptMessage(address: MessageAddress, envelope: string): Promise<DecryptedText>
  /** @param name what the text is, such as `draft` */
  encryptStoredText(name: string, text: string): Promise<string>
  decryptStoredText(name: string, stored: string): Promise<string | null>
  /** The keyring of a room whose one link key opens everything; absent where keys rotate. */
  readonly keyring?: Keyring
}
