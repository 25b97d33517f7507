import type { NamedParticipant, RoomState } from './room-state.ts'

type Leaving = Pick<RoomState, 'room' | 'me' | 'present' | 'participants'>

/** Whether somebody else becomes host when this participant leaves: the last host of a room that is nobody's but theirs. In a room for two there is no choice. */
export function isHandingOver({ room, me, present, participants }: Leaving): boolean {
  if (me?.role !== 'host' || present < 2 || room?.capacity === 2 || room?.closesAt) return false
  return participants.every(
    ({ role, participantId }) => role !== 'host' || participantId === me.participantId,
  )
}

/** Returns those present whom a host who leaves can name as the next, the longest here first. */
export function findHeirs({ me, participants }: Pick<RoomState, 'me' | 'participants'>): NamedParticipant[] {
  return participants.filter(
    ({ participantId, role }) => participantId !== me?.participantId && role === 'participant',
  )
}

/** Whether leaving is asked about: a host hands the room over, and a participant can't come back into a locked room. */
export function isLeavingCostly(state: Leaving): boolean {
  return (state.me?.role === 'participant' && state.room?.locked === true) || isHandingOver(state)
}
