import type { Transcript } from '../net/account-api.ts'
import { Keyring } from '../secrets/keyring.ts'
import { open } from '../secrets/seal.ts'

/** Messages opened at once. */
const AT_ONCE = 200

/**
 * Opens the messages of an encrypted room's transcript with the key of its link.
 * @param instead what stands in the place of a message that doesn't open
 * @returns the transcript as it would be of a readable room, and how many messages did not open
 */
export async function openTranscript(
  { room, messages }: Transcript,
  key: string,
  instead: string,
): Promise<{ transcript: Transcript; unopened: number }> {
  const keyring = await Keyring.open(room.roomId, key)
  const opened: Transcript['messages'] = []
  let unopened = 0
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    const some = messages.slice(from, from + AT_ONCE)
    const texts = await Promise.all(some.map((message) => open(keyring, message, message.text)))
    for (const [index, message] of some.entries()) {
      const text = texts[index]
      if (text?.is === 'text') opened.push({ ...message, text: text.text })
      else {
        unopened += 1
        opened.push({ ...message, text: instead })
      }
    }
  }
  return { transcript: { room, messages: opened }, unopened }
}
