import { PARTICIPANTS_LISTED_MAX } from '../../protocol/limits.ts'
import type { ParticipantList } from '../../protocol/participant.ts'
import type { SeatFacts } from './rules/entry.ts'
import { type RoomParticipant, type RoomState, toPublicParticipant } from './state/room-state.ts'

/** A seat as the rules of admission see it. Somebody of whom nothing is known yet is away since now, at the earliest. */
export function seatFacts(live: RoomState, member: RoomParticipant, now: number): SeatFacts {
  const { spoke, hasClosed, idleSince } = member
  return { spoke, hasClosed, connected: live.present.has(member), idleSince: idleSince ?? now }
}

/**
 * Who has a seat. Those who are away come first, in the order of joining: they are whom nobody sees otherwise, and in a
 * room of thousands not everybody fits.
 */
export function listParticipants(live: RoomState, now: number): ParticipantList {
  const away: RoomParticipant[] = []
  const here: RoomParticipant[] = []
  let seats = 0
  for (const member of live.participants.values()) {
    if (member.removed) continue
    seats += 1
    const list = live.present.has(member) ? here : away
    if (list.length < PARTICIPANTS_LISTED_MAX) list.push(member)
  }
  const participants = [...away, ...here].slice(0, PARTICIPANTS_LISTED_MAX).map((member) => {
    const { connected, idleSince } = seatFacts(live, member, now)
    return { ...toPublicParticipant(member), connected, ...(connected ? {} : { awaySince: idleSince }) }
  })
  return { participants, more: seats - participants.length }
}
