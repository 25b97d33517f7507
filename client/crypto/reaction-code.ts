import { toBase64Url } from './base64url.ts'
import type { EpochKeys } from './epoch-keys.ts'

/** Bytes of a reaction's code: so few that a code is short, and so many that no two of a message are the same by chance. */
const CODE_BYTES = 9

/**
 * What a reaction says: an emoji in its fully qualified form, one of the words that every page knows, or an option of a poll, from
 * 0. A vote for a question is `option:0`.
 */
export type ReactionChoice = `emoji:${string}` | `word:${string}` | `option:${number}`

/** The message that is reacted to. */
export interface ReactionTarget {
  /** Who said it. */
  participantId: string
  id: string
}

/**
 * Derives the codes under which the room counts the reactions to a message. They differ from message to message, so that the
 * server learns of a choice only that two participants made the same one.
 * @param keys those of the epoch in which the message was first said
 * @returns the code of each choice
 */
export async function deriveReactionCodes(
  keys: EpochKeys,
  { participantId, id }: ReactionTarget,
  choices: readonly ReactionChoice[],
): Promise<Map<ReactionChoice, string>> {
  const key = await keys.deriveReactionKey(participantId, id)
  const codes = await Promise.all(
    choices.map(async (choice) => [choice, await deriveCode(key, choice)] as const),
  )
  return new Map(codes)
}

async function deriveCode(key: CryptoKey, choice: ReactionChoice): Promise<string> {
  const tag = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(choice))
  return toBase64Url(new Uint8Array(tag, 0, CODE_BYTES))
}
