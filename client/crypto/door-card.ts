import { AT_THE_DOOR, type Card, decryptCard, encryptCard } from './card.ts'
import { EpochKeys } from './epoch-keys.ts'
import type { DoorKey } from './invite.ts'

/**
 * Encrypts the card of somebody who stands at the door: who is about to join, and who waits to be let in, has no room key
 * yet, and those inside have the door key. It is bound to the link and so to its epoch, whose number nobody knows at the
 * door. @throws RangeError where the name is far too long
 */
export async function encryptDoorCard(doorKey: DoorKey, roomId: string, card: Card): Promise<string> {
  return encryptCard(await EpochKeys.fromKey({ roomId, epoch: AT_THE_DOOR }, doorKey), card)
}

/**
 * Decrypts a card that was encrypted at the door.
 * @param participantId under which the server lists it
 * @returns null where the id does not follow from its key, or the room, the link or a bit is another
 */
export async function decryptDoorCard(
  doorKey: DoorKey,
  roomId: string,
  { participantId, card }: { participantId: string; card: string },
): Promise<Card | null> {
  return decryptCard(await EpochKeys.fromKey({ roomId, epoch: AT_THE_DOOR }, doorKey), participantId, card)
}
