import { SCHEDULE_AHEAD_MS } from '../../../protocol/limits.ts'
import type { Issue } from '../../../protocol/refusal.ts'
import type { DestroyBy } from '../../../protocol/room.ts'
import type { PlanPatch } from '../../../protocol/schedule.ts'
import { type Lifetime, latestEnd, type Phase } from './phase.ts'

/** What the rules of a schedule look at; times in Unix milliseconds. */
interface Scheduled {
  phase: Phase
  opensAt: number
  closesAt: number
  /** Seconds. */
  retainFor: number
  destroyBy: DestroyBy
}

/**
 * Checks whether a room may open and close at these times. An opening in the past means that it is open at once.
 * @returns what is wrong with the times; nothing where they are allowed
 */
export function checkTimes(times: { opensAt: number; closesAt: number }, now: number): Issue[] {
  const { opensAt, closesAt } = times
  if (closesAt <= now) return [issue('closesAt', 'Choose a time that is still to come.')]
  if (closesAt > now + SCHEDULE_AHEAD_MS) return [issue('closesAt', 'Choose a time within a year from now.')]
  if (closesAt <= opensAt) return [issue('closesAt', 'A room closes after it opens.')]
  return []
}

/**
 * Returns the fields of a patch that change anything. A form sends all its fields, and those that stay as they are must
 * break no rule.
 * @param changed returns whether a field's value differs from the room's
 */
export function changesOf(
  patch: PlanPatch,
  changed: (field: keyof PlanPatch, value: unknown) => boolean,
): PlanPatch {
  const entries = Object.entries(patch).filter(
    ([field, value]) => value !== undefined && changed(field as keyof PlanPatch, value),
  )
  return Object.fromEntries(entries) as PlanPatch
}

/** Checks whether these changes can be made to a room at `now`. @returns what is wrong with them */
export function checkChanges(room: Scheduled, changes: PlanPatch, now: number): Issue[] {
  const broken = brokenPromises(room, changes)
  if (room.phase === 'closed') {
    const message =
      'This room has closed: its title can still be changed, and how long it is kept be shortened.'
    const fields = Object.keys(changes).filter((field) => field !== 'title' && field !== 'retainFor')
    return [...fields.map((path) => issue(path, message)), ...broken]
  }
  if (broken.length > 0) return broken
  const { opensAt = room.opensAt, closesAt = room.closesAt } = changes
  if (room.phase === 'open') {
    // Opening later would send everyone out again, messages that are stored can't be encrypted afterwards, and whoever came
    // in was told who can read them.
    if (opensAt > now) return [issue('opensAt', 'This room is open already.')]
    const fixed = (['encryption', 'admission', 'history'] as const).filter(
      (field) => changes[field] !== undefined,
    )
    if (fixed.length > 0)
      return fixed.map((path) => issue(path, 'This can be changed before the room opens.'))
  }
  return checkTimes({ opensAt, closesAt }, now)
}

/**
 * Returns the changes that break a promise to participants: for how long their messages are kept, and that they may destroy
 * the room. A room that has not opened yet has promised nothing.
 */
function brokenPromises(room: Scheduled, changes: PlanPatch): Issue[] {
  if (room.phase === 'scheduled') return []
  const issues: Issue[] = []
  if ((changes.retainFor ?? 0) > room.retainFor) {
    const message =
      'Whoever came in was told how long their words are kept: once a room is open, that can only get shorter.'
    issues.push(issue('retainFor', message))
  }
  if (room.phase === 'open' && room.destroyBy === 'anyone' && changes.destroyBy === 'host') {
    const message = 'Whoever came in may destroy this room: once it is open, that can’t be taken away.'
    issues.push(issue('destroyBy', message))
  }
  return issues
}

/**
 * Checks whether a room's end may be moved to `closesAt`: as far as any room lives, or as its schedule allows.
 * @returns what is wrong with it
 */
export function checkNewEnd(room: Lifetime, closesAt: number, now: number): Issue[] {
  if (room.schedule !== null) return checkTimes({ opensAt: room.schedule.opensAt, closesAt }, now)
  if (room.startedAt === null)
    return [issue('closesAt', 'This room’s time begins when somebody joins you: set its end after that.')]
  if (closesAt > now && closesAt <= latestEnd(room, now)) return []
  return [issue('closesAt', 'Choose a time to come: a room lives 24 hours at most, a sliding one from now.')]
}

function issue(path: string, message: string): Issue {
  return { path, message }
}
