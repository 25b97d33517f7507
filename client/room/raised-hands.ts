import type { NamedParticipant, RoomState } from './room-state.ts'

/** Returns those whose hand is up, whoever raised it first at the front; also those whom a large room does not list. */
export function findRaisedHands({
  me,
  participants,
  unlisted,
}: Pick<RoomState, 'me' | 'participants' | 'unlisted'>): NamedParticipant[] {
  const people = new Map(Object.entries(unlisted))
  for (const person of participants) people.set(person.participantId, person)
  if (me) people.set(me.participantId, me)
  return [...people.values()]
    .filter(({ hand }) => hand !== undefined)
    .sort((one, other) => (one.hand ?? 0) - (other.hand ?? 0))
}
