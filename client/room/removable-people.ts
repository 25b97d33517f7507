import type { Seat } from '../../protocol/participant.ts'
import type { NamedParticipant, RoomState } from './room-state.ts'

/** Those who said something and are not named, the last to speak first: a large room doesn't name everybody. */
export function findUnnamedSpeakers(
  state: Pick<RoomState, 'participants' | 'present' | 'messages' | 'me'>,
): NamedParticipant[] {
  const { participants, present, messages, me } = state
  if (present <= participants.length) return []
  const named = new Set([...participants.map(({ participantId }) => participantId), me?.participantId])
  const speakers = new Map<string, NamedParticipant>()
  for (const { participantId, sender, animal } of messages.slice().reverse())
    if (!named.has(participantId) && !speakers.has(participantId))
      speakers.set(participantId, { participantId, alias: sender, animal, role: 'participant' })
  return [...speakers.values()]
}

/**
 * Whom a host can remove: all named participants who are no hosts, and, in front of a list in which they would be lost, some speakers.
 * @param removed those who were removed from here: what they said stays, and in a large room no event reports that they left
 */
export function findRemovable(
  { participants, me }: Pick<RoomState, 'participants' | 'me'>,
  speakers: readonly NamedParticipant[],
  removed: ReadonlySet<string>,
): NamedParticipant[] {
  const gone = new Set([...removed, me?.participantId])
  return [...speakers, ...participants].filter(
    ({ participantId, role }) => role === 'participant' && !gone.has(participantId),
  )
}

/** Whose seats a host may free, once they were away for long enough: a facilitator takes none from the others. */
export function findSeatsToFree(seats: readonly Seat[]): Seat[] {
  return seats.filter(({ connected, role }) => !connected && role !== 'facilitator')
}
