import { createEffect, createMemo, onCleanup, untrack } from 'solid-js'
import type { RoomModel } from '../room-model.ts'
import { rotatingOf } from './rotating-cipher.ts'

/** Milliseconds between two rotations that nobody asked for. */
export const AUTOMATIC_ROTATION_EVERY = 10_000

/**
 * Rotates the keys without being asked: where somebody was removed without a rotation, by a host's page; and in a room for
 * two, once both have spoken, by the page of who came first: then the invite link closes, so that what lies in a mail
 * opens nothing any more. And unlocks the room where a rotation of this browser locked it and was cut off.
 */
export function createAutomaticRotation(
  room: Pick<RoomModel, 'state' | 'cipher' | 'door' | 'runCommand'>,
): void {
  const { state } = room
  const manages = () => state.me !== null && state.me.role !== 'participant'
  const isRemovalDue = createMemo(() => manages() && state.room?.rotationDue === true)
  const isClosingDue = createMemo(() => isLinkToClose(room))
  const isManager = createMemo(manages)
  let rotatedAt = Number.NEGATIVE_INFINITY

  createEffect(() => {
    if (!isRemovalDue() && !isClosingDue()) return
    const wait = Math.max(0, rotatedAt + AUTOMATIC_ROTATION_EVERY - performance.now())
    const timer = setTimeout(rotate, wait)
    onCleanup(() => clearTimeout(timer))
  })

  // Looked at once, as this page is loaded: what it locks itself from then on, it unlocks itself. Should another tab rotate
  // just now, it goes on without the lock.
  createEffect(() => {
    if (isManager() && rotatingOf(untrack(room.cipher))?.keys.hasLocked) void unlock()
  })

  async function unlock() {
    const commands = await import('./rotation-commands.ts').catch(() => null)
    await commands?.unlockAfterRotation(room)
  }

  async function rotate() {
    rotatedAt = performance.now()
    // Where it can't be loaded, or is refused, a change of the room or the next visit tries again.
    const commands = await import('./rotation-commands.ts').catch(() => null)
    if (commands === null) return
    if (untrack(isRemovalDue)) await commands.completeRemoval(room)
    else if (untrack(isClosingDue)) await commands.closeLinkForTwo(room)
  }
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
