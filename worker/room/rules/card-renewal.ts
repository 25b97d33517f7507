/** A card that was encrypted with the room key of the epoch that it names. */
const ROOM_CARD = /^c2\.([1-9]\d{0,3})\./

/**
 * Whether a card takes the place of one that newcomers can't open any more: of none, because that went with its link, or of one
 * of an earlier epoch. The server reads no card: any other may have another name in it.
 * @param current the card of now; null where there is none
 * @param epoch the current one
 */
export function isCardRenewal(current: string | null, card: string, epoch: number): boolean {
  return epochOf(card) === epoch && (current === null || epochOf(current) < epoch)
}

/** @returns the epoch that a card names; infinity where it names none */
function epochOf(card: string): number {
  return Number(ROOM_CARD.exec(card)?.[1] ?? Number.POSITIVE_INFINITY)
}
