import { findCodes } from '../../../client/room/actions/reaction-codes.ts'
import type { RoomCipher } from '../../../client/room/room-cipher.ts'
import type { RoomMessage } from '../../../client/room/room-state.ts'
import { findChoiceCodes } from '../../../client/room/votes/find-choice-codes.ts'
import type { ReaderChange } from '../../../protocol/reactions.ts'
import type { Reaction } from './message.ts'

/** Returns what the room counts under each code that means something to this client. */
async function findChoices(
  message: RoomMessage,
  cipher: RoomCipher | null,
): Promise<Map<string, string | number>> {
  const choices = new Map<string, string | number>()
  for (const [choice, code] of (await findCodes(message, cipher)) ?? []) choices.set(code, nameOf(choice))
  if (message.kind)
    for (const [place, code] of ((await findChoiceCodes(message, cipher)) ?? []).entries())
      choices.set(code, place)
  return choices
}

/** Returns how the reactions of a message stand, with what each code means. */
export async function openReactions(
  message: RoomMessage,
  { reactions, mine = [] }: Pick<ReaderChange, 'reactions' | 'mine'>,
  cipher: RoomCipher | null,
): Promise<Reaction[]> {
  const choices = await findChoices(message, cipher)
  return Object.entries(reactions).map(([code, count]) => ({
    choice: choices.get(code) ?? null,
    count,
    mine: mine.includes(code),
  }))
}

/**
 * Returns the code of a choice.
 * @param choice an emoji or the id of a word that the page offers, too, such as `yes`; or the place of an option
 * @returns null where it is none, or this participant has no key of the epoch in which the message was said
 */
export async function findCode(
  message: RoomMessage,
  choice: string | number,
  cipher: RoomCipher | null,
): Promise<string | null> {
  if (typeof choice === 'number') return (await findChoiceCodes(message, cipher))?.[choice] ?? null
  for (const [known, code] of (await findCodes(message, cipher)) ?? [])
    if (nameOf(known) === choice) return code
  return null
}

/** `emoji:👍` is `👍`, and `word:yes` is `yes`. */
function nameOf(choice: string): string {
  return choice.slice(choice.indexOf(':') + 1)
}
