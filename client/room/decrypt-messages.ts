import { hasNothingToDecrypt } from './has-nothing-to-decrypt.ts'
import type { RoomCipher } from './room-cipher.ts'
import type { RoomMessage } from './room-state.ts'

/** Messages that are decrypted at once: between two slices the page does what else is due. */
const SLICE = 8

/** Decrypts messages in place, and resolves when all are done. Until then each says that it is `opening`. */
type DecryptMessages = (messages: readonly RoomMessage[]) => Promise<void>

/**
 * Makes the function that every message of an encrypted room passes once, on its way in. A message that can't be decrypted
 * is marked as that and keeps its place. An envelope is bound to its room, its sender and its id, so it can't be decrypted
 * elsewhere. The server could show it again under the same sender and id: a second place in the order is noticed here.
 */
export function makeDecryptMessages(cipher: Pick<RoomCipher, 'decryptMessage'>): DecryptMessages {
  /** The first `seq` of each sender's message id. */
  const firstSeqs = new Map<string, number>()

  /** Records the place of a message, in the order of arrival. Returns whether the same message has another place, too. */
  function isRepeated({ participantId, id, seq }: RoomMessage): boolean {
    const address = `${participantId} ${id}`
    const first = firstSeqs.get(address) ?? seq
    firstSeqs.set(address, first)
    return first !== seq
  }

  async function decryptOne(message: RoomMessage, repeated: boolean) {
    const { is, text, name, claim, kind, options, replyTo, attached } = await cipher.decryptMessage(
      message,
      message.text,
    )
    message.opened = repeated ? 'unreadable' : is === 'text' ? undefined : is
    message.text = repeated ? '' : text
    message.claim = claim
    // What the server says of it, who can't have read it, counts as nothing.
    message.kind = repeated ? undefined : kind
    message.options = options
    message.replyTo = replyTo
    message.attached = repeated ? undefined : attached
    message.files = message.attached?.map(({ id }) => id)
    message.repeated = repeated
    if (!name) return
    message.animal = message.sender
    message.sender = name
  }

  return async (messages) => {
    const encrypted = messages.filter((message) => !hasNothingToDecrypt(message))
    const waiting = encrypted.map((message) => {
      message.opened = 'opening'
      return { message, repeated: isRepeated(message) }
    })
    for (let start = 0; start < waiting.length; start += SLICE) {
      const slice = waiting.slice(start, start + SLICE)
      await Promise.all(slice.map(({ message, repeated }) => decryptOne(message, repeated)))
    }
  }
}
