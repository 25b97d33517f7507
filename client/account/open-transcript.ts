import { Keyring } from '../crypto/keyring.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import type { Transcript } from '../net/account-api.ts'
import { makeDecryptMessages } from '../room/decrypt-messages.ts'
import type { RoomMessage } from '../room/room-state.ts'

/** Messages opened at once. */
const AT_ONCE = 200

/** What stands in a transcript for a message that is not as its sender wrote it. */
export interface OddWords {
  /** In the place of one that doesn't open, or of which the envelope came before. */
  unreadable: string
  /** For one that came without encryption. */
  plain: (text: string) => string
}

/**
 * Opens the messages of an encrypted room's transcript with the key of its link, as the room's page does: one that
 * doesn't open, that came before or that was never sealed is marked, in every format.
 * @returns the transcript as it would be of a readable room, and how many messages are marked
 */
export async function openTranscript(
  { room, messages }: Transcript,
  linkKey: LinkKey,
  words: OddWords,
): Promise<{ transcript: Transcript; marked: number }> {
  const openMessages = makeDecryptMessages(await Keyring.fromLinkKey(room.roomId, linkKey))
  const opened: RoomMessage[] = messages.map((message) => ({ ...message }))
  for (let from = 0; from < opened.length; from += AT_ONCE) {
    await openMessages(opened.slice(from, from + AT_ONCE))
  }
  const odd = opened.filter((message) => message.opened !== undefined)
  for (const message of odd) {
    message.text = message.opened === 'plain' ? words.plain(message.text) : words.unreadable
  }
  return { transcript: { room, messages: opened }, marked: odd.length }
}
