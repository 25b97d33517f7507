import { deriveReactionCodes, type ReactionChoice } from '../../crypto/reaction-code.ts'
import { type CodedMessage, findReactionKeys } from '../actions/reaction-codes.ts'
import type { RoomCipher } from '../room-cipher.ts'
import type { RoomMessage } from '../room-state.ts'

/**
 * Returns the codes under which the room counts the choices of a message, in their order: the first has `0`, and in an
 * encrypted room what follows from the key of the epoch in which the message was said.
 * @returns null where this page has no such key
 */
export async function findChoiceCodes(
  message: CodedMessage & Pick<RoomMessage, 'options'>,
  cipher: RoomCipher | null,
): Promise<readonly string[] | null> {
  const numbers = message.options ? message.options.map((_, at) => at) : [0]
  if (cipher === null) return numbers.map(String)
  const keys = findReactionKeys(message, cipher)
  if (!keys) return null
  const choices = numbers.map((at): ReactionChoice => `option:${at}`)
  const codes = await deriveReactionCodes(keys, message, choices)
  return choices.map((choice) => codes.get(choice) ?? '')
}
