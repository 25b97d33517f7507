import { reactionsTexts } from '#i18n/reactions.ts'
import type { ReactionChoice } from '../../crypto/reaction-code.ts'
import type { RoomCipher } from '../room-cipher.ts'
import { EMOJI, findCodes, WORDS } from './reaction-codes.ts'

/** Something that one can react with. */
export interface Reaction {
  choice: ReactionChoice
  /** The emoji, or the word in the reader's language. */
  shown: string
  /** What it is called. */
  name: string
}

/** What one can react with, as a reader is shown it. */
export const REACTIONS: readonly Reaction[] = [
  ...EMOJI.map(
    (emoji, at): Reaction => ({
      choice: `emoji:${emoji}`,
      shown: emoji,
      name: reactionsTexts.names[at] ?? emoji,
    }),
  ),
  ...WORDS.map((id): Reaction => {
    const word = reactionsTexts.words[id]
    return { choice: `word:${id}`, shown: word, name: word }
  }),
]

/** Returns the code of each reaction to a message; null where this page has no key of the epoch in which it was first said. */
export async function findReactionCodes(
  message: Parameters<typeof findCodes>[0],
  cipher: RoomCipher | null,
): Promise<ReadonlyMap<Reaction, string> | null> {
  const codes = await findCodes(message, cipher)
  return codes && new Map(REACTIONS.map((reaction) => [reaction, codes.get(reaction.choice) ?? '']))
}
