import { PARTICIPANTS_LISTED_MAX } from '../../protocol/limits.ts'
import type { ParticipantList } from '../../protocol/participant.ts'
import { type RoomParticipant, toPublicParticipant } from './state/participant.ts'
import type { Participants } from './state/participants.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'

/**
 * Lists who has a seat. Those who are away come first, in the order of joining: in a room of thousands not everybody fits,
 * and no other list shows who is away.
 */
export function listParticipants(
  participants: Participants,
  presence: PresenceTracker,
  now: number,
): ParticipantList {
  const away: RoomParticipant[] = []
  const present: RoomParticipant[] = []
  let seats = 0
  for (const participant of participants.byId.values()) {
    if (participant.isRemoved) continue
    seats += 1
    const list = presence.isPresent(participant) ? present : away
    if (list.length < PARTICIPANTS_LISTED_MAX) list.push(participant)
  }
  const listed = [...away, ...present].slice(0, PARTICIPANTS_LISTED_MAX).map((participant) => {
    const { isConnected: connected, idleSince } = presence.seatUseOf(participant, now)
    return { ...toPublicParticipant(participant), connected, ...(connected ? {} : { awaySince: idleSince }) }
  })
  return { participants: listed, more: seats - listed.length }
}
