import type { Role } from '../../../protocol/participant.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import { checkWait } from '../../broadcast/token-bucket.ts'
import { type Circumstances, refusalOf } from './permissions.ts'

/** Somebody who wants to speak, as the rules see them. */
interface Speaker {
  role: Role
  /** Until when they are muted, Unix milliseconds; null where they are not. */
  mutedUntil: number | null
}

const ALLOWED = ok()

/**
 * Checks whether somebody may speak, be shown as typing, edit what they said or take another name now. Being muted runs out by itself.
 * @param now Unix milliseconds
 */
export function checkSpeech(
  what: 'speak' | 'edit' | 'rename',
  { role, mutedUntil }: Speaker,
  { capacity, destroyBy, quiet, schedule }: Circumstances,
  now: number,
): Result<void> {
  const isMuted = mutedUntil !== null && now < mutedUntil
  // A message of somebody who may speak in any room makes no objects here.
  if (!isMuted && !quiet) return ALLOWED
  const code = refusalOf(what, role, { capacity, destroyBy, quiet, schedule, isMuted })
  return code === null ? ALLOWED : refused(code)
}

/**
 * Checks whether a participant of a room that is slowed down waited for long enough. Hosts and facilitators need not.
 * @param spokeAt when they spoke last, Unix milliseconds; null where that is longer ago than anybody has to wait
 * @param slow seconds between two messages of one participant
 * @returns `slow-down` with the seconds that are left
 */
export function checkPace(role: Role, spokeAt: number | null, slow: number, now: number): Result<void> {
  if (slow === 0 || spokeAt === null || role !== 'participant') return ALLOWED
  // Where the clock was set back, nobody waits for longer than the room says.
  return checkWait(Math.min(slow * 1000, spokeAt + slow * 1000 - now))
}
