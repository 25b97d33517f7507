import type { RoomModel } from '../room-model.ts'
import { rotatingOf } from './rotating-cipher.ts'

/** Milliseconds between two rotations that nobody asked for. */
export const AUTOMATIC_ROTATION_EVERY = 10_000

/** What the keys are to be rotated for without being asked. */
export type DueRotation = 'removal' | 'closing' | null

/**
 * Returns what the keys are to be rotated for by this participant: somebody was removed without a rotation, which a host
 * completes; or in a room for two both have spoken, and who came first closes the invite link, so that what lies in a mail
 * opens nothing any more.
 */
export function findDueRotation(room: Pick<RoomModel, 'state' | 'cipher' | 'door'>): DueRotation {
  const { room: known, me } = room.state
  if (me !== null && me.role !== 'participant' && known?.rotationDue === true) return 'removal'
  return isLinkToClose(room) ? 'closing' : null
}

/** Whether the link of a room for two is to be closed by this page. */
export function isLinkToClose({
  state,
  cipher,
  door,
}: Pick<RoomModel, 'state' | 'cipher' | 'door'>): boolean {
  const { room, me, participants, messages } = state
  const rotating = rotatingOf(cipher())
  if (room?.capacity !== 2 || me === null || rotating === undefined || !door()) return false
  // In the order of joining: so one of the two pages does it, and not both.
  const [first, second] = participants
  if (first?.participantId !== me.participantId || second === undefined) return false
  // A link scanner with a real browser never speaks; and who can't keep keys needs the link to come back.
  const haveSpoken = [first, second].every(({ participantId }) =>
    messages.some((message) => message.participantId === participantId),
  )
  // A link that somebody made afterwards stays open, until it has let somebody in.
  if (!haveSpoken || rotating.keys.closedFor === second.participantId) return false
  return rotating.keys.keeps && rotating.cards.findCard(second.participantId)?.keeps === true
}
