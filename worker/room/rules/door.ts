import { isDoorClosed } from '../../../protocol/is-door-closed.ts'
import { type Issue, ok, type Result, refused } from '../../../protocol/refusal.ts'
import type { Room } from '../../../protocol/room.ts'

/** What decides who comes in by the door. */
export type DoorRules = Pick<Room, 'door' | 'history' | 'keys'>

/** What a change of the door does with the invite of a room of version 2. */
export interface InviteChange {
  before: DoorRules
  after: DoorRules
  /** The invite as it is stored; null where there is none. */
  invite: string | null
  /** The invite that comes with the change. */
  given: string | undefined
  /** Whether anybody can join: without an invite link no invite opens anything. */
  hasLink: boolean
  /** Whether the change asks for an open door. */
  isOpening: boolean
}

/**
 * Decides which invite a room has after a change. Whoever waits is given a wrap, so that a closed door leaves no invite; and
 * nobody could read who comes in by an open one without it.
 * @returns the invite to be stored, or null for none
 */
export function resolveInvite({
  before,
  after,
  invite,
  given,
  hasLink,
  isOpening,
}: InviteChange): Result<string | null> {
  const isClosed = isDoorClosed(after)
  const mayHaveInvite = after.keys === 2 && !isClosed && hasLink
  if (given !== undefined) {
    if (mayHaveInvite && isOpening) return ok(given)
    return refuseInvite(
      'Only the opening of the door takes this, with keys: 2, all of the history, and an invite link.',
    )
  }
  if (!mayHaveInvite) return ok(isClosed ? null : invite)
  if (isDoorClosed(before))
    return refuseInvite('Who comes in by an open door needs an invite: send it together.')
  return ok(invite)
}

/** @returns what is wrong with the invite and the way back of a rotation of a room whose door is closed */
export function findClosedDoorIssues(
  rotation: { invite: string | null; back?: string | undefined },
  rules: DoorRules,
): Issue[] {
  const issues: Issue[] = []
  if (isDoorClosed(rules) && rotation.invite !== null)
    issues.push({
      path: 'invite',
      message: 'Whoever comes waits at the door and gets a wrap: there is no invite.',
    })
  if (rules.history === 'from-join' && rotation.back !== undefined)
    issues.push({ path: 'back', message: 'Newcomers may read nothing older: there is no way back.' })
  return issues
}

function refuseInvite(message: string): Result<never> {
  return refused({ code: 'invalid-request', issues: [{ path: 'invite', message }] })
}
