import { deriveReactionCodes, type ReactionChoice } from '../../crypto/reaction-code.ts'
import { rotatingOf } from '../keys/rotating-cipher.ts'
import type { RoomCipher } from '../room-cipher.ts'
import type { RoomMessage } from '../room-state.ts'

/** The emoji that are offered, fully qualified. Their order is that of their names. */
export const EMOJI = [
  ...['👍', '👎', '❤️', '😂', '😊', '😮', '😢', '😡', '🎉', '🙏', '👏', '🔥'],
  ...['👀', '🤔', '💯', '✅', '❌', '⭐', '🚀', '💡', '👋', '💪', '🤝', '☕'],
] as const

/** The words that are offered, by ids that no translation changes. */
export const WORDS = ['yes', 'no', 'thanks', 'agreed', 'later', 'done', 'on-it', 'plus-one'] as const

/** What one can react with, the same for every client: a code says nothing, so a client knows only those that it tries. */
const CHOICES: readonly ReactionChoice[] = [
  ...EMOJI.map((emoji): ReactionChoice => `emoji:${emoji}`),
  ...WORDS.map((word): ReactionChoice => `word:${word}`),
]

/** What of a message its codes follow from. */
export type CodedMessage = Pick<RoomMessage, 'participantId' | 'id' | 'epoch' | 'edit' | 'claim'>

/**
 * Returns the keys that the codes of reactions to a message follow from: those of the epoch in which it was first said. Its envelope
 * says which, unless that is of an edit, or is not shown, as of a message that is read once. Then it is the server's word.
 * @returns undefined where this client has no such keys
 */
export function findReactionKeys({ claim, edit, epoch }: CodedMessage, cipher: RoomCipher) {
  const sealed = edit === undefined ? claim?.epoch : undefined
  return rotatingOf(cipher)?.keys.keyring.getEpoch(sealed ?? epoch ?? 0)
}

/**
 * Returns the code of each reaction to a message. In a room without encryption it can be read: `e-1f44d`, `w-yes`.
 * @returns null where this client has no key of the epoch in which the message was first said
 */
export async function findCodes(
  message: CodedMessage,
  cipher: RoomCipher | null,
): Promise<ReadonlyMap<ReactionChoice, string> | null> {
  if (cipher === null) return new Map(CHOICES.map((choice) => [choice, plainCode(choice)]))
  const keys = findReactionKeys(message, cipher)
  return keys ? deriveReactionCodes(keys, message, CHOICES) : null
}

function plainCode(choice: ReactionChoice): string {
  const [kind, value = ''] = choice.split(':')
  if (kind === 'word') return `w-${value}`
  return `e-${Array.from(value, (point) => point.codePointAt(0)?.toString(16)).join('-')}`
}
