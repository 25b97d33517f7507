import type { TranscriptFile } from '../../protocol/answers.ts'
import { Keyring } from '../crypto/keyring.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import type { MessageFile } from '../crypto/message-file.ts'
import { makeDecryptMessages } from '../room/decrypt-messages.ts'
import { makeLinkCipher } from '../room/link-cipher.ts'
import type { RoomMessage } from '../room/room-state.ts'

/** Messages decrypted at once. */
const SLICE = 200

/** Texts for a message of a transcript that is not as its sender wrote it. */
export interface FaultTexts {
  /** In the place of a message that can't be decrypted, or whose envelope came before. */
  unreadable: string
  /** For a message that came without encryption. */
  plain: (text: string) => string
}

/** A transcript as it would be of a readable room. */
export interface OpenedTranscript {
  transcript: TranscriptFile
  /** Messages that are marked. */
  marked: number
  /** The files of the room, and what opens them; absent where no envelope has any. */
  files?: readonly { seq: number; file: MessageFile }[]
}

/**
 * Decrypts the messages of an encrypted room's transcript with the key of its invite link, as the room's page does. A message
 * that can't be decrypted, whose envelope came before, or that never was encrypted, is marked in every format.
 * @returns the transcript as it would be of a readable room, and how many messages are marked
 */
export async function decryptTranscript(
  { room, messages }: TranscriptFile,
  linkKey: LinkKey,
  texts: FaultTexts,
): Promise<OpenedTranscript> {
  const decryptMessages = makeDecryptMessages(makeLinkCipher(await Keyring.fromLinkKey(room.roomId, linkKey)))
  const decrypted: RoomMessage[] = messages.map((message) => ({ ...message }))
  for (let start = 0; start < decrypted.length; start += SLICE) {
    await decryptMessages(decrypted.slice(start, start + SLICE))
  }
  const marked = decrypted.filter((message) => message.opened !== undefined)
  for (const message of marked) {
    message.text = message.opened === 'plain' ? texts.plain(message.text) : texts.unreadable
  }
  return { transcript: { room, messages: decrypted }, marked: marked.length }
}
