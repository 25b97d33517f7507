import { reactionsTexts } from '#i18n/reactions.ts'
import { deriveReactionCodes, type ReactionChoice } from '../../crypto/reaction-code.ts'
import { rotatingOf } from '../keys/rotating-cipher.ts'
import type { RoomCipher } from '../room-cipher.ts'
import type { RoomMessage } from '../room-state.ts'

/** Something that one can react with. */
export interface Reaction {
  choice: ReactionChoice
  /** The emoji, or the word in the reader's language. */
  shown: string
  /** What it is called. */
  name: string
}

/** The emoji that are offered, fully qualified. Their order is that of their names. */
export const EMOJI = [
  ...['👍', '👎', '❤️', '😂', '😊', '😮', '😢', '😡', '🎉', '🙏', '👏', '🔥'],
  ...['👀', '🤔', '💯', '✅', '❌', '⭐', '🚀', '💡', '👋', '💪', '🤝', '☕'],
] as const

/**
 * What one can react with, the same on every page: a code says nothing, so a page can show only those that it tries. Words have
 * ids that no translation changes.
 */
export const REACTIONS: readonly Reaction[] = [
  ...EMOJI.map(
    (emoji, at): Reaction => ({
      choice: `emoji:${emoji}`,
      shown: emoji,
      name: reactionsTexts.names[at] ?? emoji,
    }),
  ),
  ...Object.entries(reactionsTexts.words).map(
    ([id, word]): Reaction => ({ choice: `word:${id}`, shown: word, name: word }),
  ),
]

/**
 * Returns the code of each reaction to a message. In a room without encryption it can be read: `e-1f44d`, `w-yes`.
 * @returns null where this page has no key of the epoch in which the message was first said
 */
export async function findReactionCodes(
  message: Pick<RoomMessage, 'participantId' | 'id' | 'epoch' | 'claim'>,
  cipher: RoomCipher | null,
): Promise<ReadonlyMap<Reaction, string> | null> {
  if (cipher === null) return new Map(REACTIONS.map((reaction) => [reaction, plainCode(reaction.choice)]))
  const keys = rotatingOf(cipher)?.keys.keyring.getEpoch(message.epoch ?? message.claim?.epoch ?? 0)
  if (!keys) return null
  const choices = REACTIONS.map(({ choice }) => choice)
  const codes = await deriveReactionCodes(keys, message, choices)
  return new Map(REACTIONS.map((reaction) => [reaction, codes.get(reaction.choice) ?? '']))
}

function plainCode(choice: ReactionChoice): string {
  const [kind, value = ''] = choice.split(':')
  if (kind === 'word') return `w-${value}`
  return `e-${Array.from(value, (point) => point.codePointAt(0)?.toString(16)).join('-')}`
}
