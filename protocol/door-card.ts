/** What a card begins with that was encrypted at the door, with what follows from the invite link: it goes with the link. */
export const DOOR_CARD_PREFIX = 'd2.'

/** Whether a card was encrypted at the door, as it says. */
export function isDoorCard(card: string): boolean {
  return card.startsWith(DOOR_CARD_PREFIX)
}
