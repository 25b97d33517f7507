import type { Participant } from '../../protocol/participant.ts'
import type { RoomState } from './room-state.ts'

/**
 * Whom a host can remove: everyone who is named, and in a crowd, where the room doesn't name everybody, whoever said
 * something, the last to speak first.
 * @param removed those who were removed from here: what they said stays
 */
export function removable(
  { participants, present, messages, me }: Pick<RoomState, 'participants' | 'present' | 'messages' | 'me'>,
  removed: ReadonlySet<string>,
): Participant[] {
  const all = new Map(participants.map((guest) => [guest.participantId, guest]))
  if (present > participants.length) {
    for (const { participantId, sender } of messages.slice().reverse())
      if (!all.has(participantId) && !removed.has(participantId))
        all.set(participantId, { participantId, alias: sender, role: 'participant' })
  }
  return [...all.values()].filter(({ participantId }) => participantId !== me?.participantId)
}
