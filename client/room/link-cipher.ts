import { byteLength } from '../../protocol/text.ts'
import { decryptMessage, encryptMessage } from '../crypto/envelope.ts'
import type { Keyring } from '../crypto/keyring.ts'
import { PAYLOAD_BODY_MAX } from '../crypto/payload.ts'
import { decryptStoredText, encryptStoredText } from '../crypto/stored-text.ts'
import type { RoomCipher } from './room-cipher.ts'

/** Makes the cipher of a room whose one link key opens everything: keys of version 1. */
export function makeLinkCipher(keyring: Keyring): RoomCipher {
  return {
    keyring,
    textMax: PAYLOAD_BODY_MAX,
    measureText: byteLength,
    encryptMessage: (address, text) => encryptMessage(keyring, address, text),
    async decryptMessage(address, envelope) {
      const message = await decryptMessage(keyring, address, envelope)
      return message.is === 'unreadable' ? { is: 'unreadable', text: '' } : message
    },
    encryptStoredText: (name, text) => encryptStoredText(keyring, name, text),
    decryptStoredText: (name, stored) => decryptStoredText(keyring, name, stored),
  }
}
