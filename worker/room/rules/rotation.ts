import type { EpochRequest } from '../../../protocol/epochs.ts'
import { EPOCHS_MAX, ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { Role } from '../../../protocol/participant.ts'
import { type Issue, ok, type Result, refused } from '../../../protocol/refusal.ts'

/** A seat that a rotation would take away, as the rules see it. */
export interface RemovedSeat {
  /** The role that everyone sees. */
  role: Role
  /** Whether it is a seat of the facilitator, held by a session or not. */
  isFacilitators: boolean
  /** Whether a host may free the seat. */
  isAway: boolean
}

/**
 * Whether somebody may remove this participant with a rotation: hosts and facilitators, as without one. In a room for two
 * either may free the seat of the other who is away. A seat of the facilitator only the facilitator takes away, where no
 * session holds it: its device comes later, and has to find it.
 */
export function mayRemoveByRotation(role: Role, seat: RemovedSeat, capacity: number | null): boolean {
  if (seat.isFacilitators) return role === 'facilitator' && seat.role === 'participant'
  const isManaged = role !== 'participant' && seat.role === 'participant'
  return isManaged || (capacity === 2 && seat.isAway)
}

/** What a rotation is checked against. */
export interface RotationContext {
  /** The current epoch. */
  epoch: number
  /** Everybody who has a seat once those are gone whom the rotation removes. */
  members: readonly string[]
}

/**
 * Checks whether a rotation is the next one, and has a wrap or null for each seat. Above 200 seats the keys stay: then the
 * admission alone changes, and the request names the current epoch.
 */
export function checkRotation(request: EpochRequest, { epoch, members }: RotationContext): Result<void> {
  const isAdmissionOnly = members.length > ROTATION_SEATS_MAX
  if (request.epoch !== (isAdmissionOnly ? epoch : epoch + 1)) return refused({ code: 'stale-epoch', epoch })
  if (isAdmissionOnly) return ok()
  if (request.epoch > EPOCHS_MAX) return refused('too-many-epochs')
  const wrapped = Object.keys(request.wraps)
  if (wrapped.length !== members.length || members.some((member) => !Object.hasOwn(request.wraps, member)))
    return refused({ code: 'members-changed', participantIds: [...members] })
  const issues = [...findUnknown('cards', request, members), ...findLinkIssues(request)]
  return issues.length > 0 ? refused({ code: 'invalid-request', issues }) : ok()
}

function findUnknown(field: 'cards', request: EpochRequest, members: readonly string[]): Issue[] {
  return Object.keys(request[field] ?? {})
    .filter((participantId) => !members.includes(participantId))
    .map((participantId) => ({
      path: `${field}.${participantId}`,
      message: 'Nobody with a seat has this id.',
    }))
}

/** An invite without a link opens nothing, and a password without one protects nothing. */
function findLinkIssues({ admission, invite, password }: EpochRequest): Issue[] {
  if (admission !== null) return []
  const issues: Issue[] = []
  if (invite !== null) issues.push({ path: 'invite', message: 'Without admission there is no invite.' })
  if (password) issues.push({ path: 'password', message: 'Without admission there is no password.' })
  return issues
}
