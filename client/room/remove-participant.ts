import type { Outcome, RoomModel } from './room-model.ts'

/**
 * Removes somebody. Where the door is to be locked, too, that comes first: until there is another link, the same one lets
 * in again whoever was removed, and there must be no instant for it. Who is gone already is gone.
 * @returns why it did not work, or null; where the door could not be locked nobody was removed
 */
export async function removeParticipant(
  room: Pick<RoomModel, 'lock' | 'remove'>,
  participantId: string,
  lockFirst: boolean,
): Promise<Outcome> {
  const notLocked = lockFirst ? await room.lock(true) : null
  if (notLocked !== null) return notLocked
  const code = await room.remove(participantId)
  return code === 'participant-not-found' ? null : code
}
