import type { RoomModel } from '../room-model.ts'

/** Milliseconds between two times that this page lets in by itself: each is a rotation of the keys. */
export const ADMIT_EVERY = 10_000

/** Milliseconds that the page of each further host waits for those before it: only one should rotate the keys. */
const HOST_STEP = 3_000

/**
 * Returns who is to be let in without being asked: the door is open, and they wait only because newcomers read nothing older, so
 * that a host has to make the next key. By their ids.
 */
export function findDueAdmissions({
  state,
  getPublicKey,
}: Pick<RoomModel, 'state' | 'getPublicKey'>): string[] {
  if (state.room?.door !== 'open') return []
  return state.waiting.map(({ participantId }) => participantId).filter((id) => getPublicKey?.(id))
}

/** Returns the milliseconds that this host leaves to those before them: only one should rotate the keys. */
export function admissionDelay({ participants, me }: RoomModel['state']): number {
  const hosts = participants.filter(({ role }) => role !== 'participant')
  const place = hosts.findIndex(({ participantId }) => participantId === me?.participantId)
  return Math.max(0, place) * HOST_STEP
}
