import { ok, type Result } from '../../../protocol/refusal.ts'
import type { RoomPatch } from '../../../protocol/room.ts'
import type { EndReason } from '../../../protocol/room-events.ts'
import type { PlanPatch } from '../../../protocol/schedule.ts'
import { hashPassword } from '../../secrets/password.ts'
import { claimHash } from '../../secrets/secret.ts'
import { type DoorRules, resolveInvite } from '../rules/door.ts'
import { endReason, endTime, nextChange, type Phase, phaseOf } from '../rules/phase.ts'
import type { RoomStore } from '../storage/room-store.ts'
import type { KeysRow, RoomRow } from '../storage/rows.ts'
import type { MessageIndex } from './message-index.ts'

/** Settings to be changed; a field that is undefined stays as it is. `closesAt` sets the end. */
export type SettingsChanges = PlanPatch & Pick<RoomPatch, 'quiet' | 'slow' | 'pinned'> & { keys?: KeysRow }

/**
 * The settings of a room, and what follows from them: when it ends, and which phase it is in. Host and facilitator change
 * them in one way, `changeSettings`.
 */
export class RoomSettings {
  readonly #store: RoomStore
  readonly #messages: Pick<MessageIndex, 'lastMessageAt'>
  #row: Readonly<RoomRow>

  constructor(store: RoomStore, row: RoomRow, messages: Pick<MessageIndex, 'lastMessageAt'>) {
    this.#store = store
    this.#row = row
    this.#messages = messages
  }

  /** The room's row. A change of settings replaces it. */
  get row(): Readonly<RoomRow> {
    return this.#row
  }

  /** What decides who comes in by the door. */
  get doorRules(): DoorRules {
    const { door, history, keys } = this.#row
    return { door, history, keys: keys === null ? 1 : 2 }
  }

  /** When the room ends, as of now; Unix milliseconds. */
  get endsAt(): number {
    return endTime(this.#row, this.#messages.lastMessageAt)
  }

  /** Whether its life has not begun: it waits for a second participant. */
  get isWaiting(): boolean {
    return this.#row.startedAt === null
  }

  /** Why the room ends when its time is up. */
  get endReason(): EndReason {
    return endReason(this.#row)
  }

  /** @returns the phase at `now` */
  phaseAt(now: number): Phase {
    return phaseOf(this.#row, this.#messages.lastMessageAt, now)
  }

  /** @returns when the alarm is due, Unix milliseconds */
  nextAlarmAfter(now: number): number {
    return nextChange(this.#row, this.#messages.lastMessageAt, now)
  }

  /** Makes all of these changes, in storage first. The caller has checked the rules. */
  changeSettings(changes: SettingsChanges, now: number): void {
    const { title, opensAt, retainFor, closesAt, password, admission, ...rest } = changes
    const { schedule } = this.#row
    const row: RoomRow = {
      ...this.#row,
      ...withoutUndefined(rest),
      schedule: schedule && { ...schedule, ...withoutUndefined({ title, opensAt, retainFor }) },
    }
    if (admission !== undefined) row.admissionHash = admission === null ? null : claimHash(admission)
    if (password !== undefined) row.passwordHash = password === null ? null : hashPassword(password)
    if (closesAt !== undefined) {
      row.endsAt = closesAt
      row.endsSetAt = now
    }
    this.#store.setSettings(row)
    this.#row = row
  }

  /**
   * Decides what a change of the door does with the invite of a room whose keys are of version 2.
   * @param invite the one that comes with the change
   * @returns the keys to be changed with the rest; nothing where they stay
   */
  resolveKeys(changes: SettingsChanges, invite: string | undefined): Result<Pick<SettingsChanges, 'keys'>> {
    const { keys, admissionHash } = this.#row
    const before = this.doorRules
    const { door = before.door, history = before.history } = changes
    const resolved = resolveInvite({
      before,
      after: { ...before, door, history },
      invite: keys?.invite ?? null,
      given: invite,
      hasLink: admissionHash !== null,
      isOpening: changes.door === 'open',
    })
    if (!resolved.ok) return resolved
    if (keys === null || keys.invite === resolved.value) return ok({})
    return ok({ keys: { ...keys, invite: resolved.value } })
  }

  /** Records that the host token gives nobody the role any more. */
  voidHostToken(): void {
    this.#store.setHostTokenVoid()
    this.#row = { ...this.#row, isHostTokenVoid: true }
  }

  /** Begins the life of a room that waited for a second participant, in storage first. It lasts for its `lifetime`. */
  beginLife(now: number): void {
    const row = {
      ...this.#row,
      startedAt: now,
      endsAt: now + this.#row.lifetime * 1000,
      endsSetAt: now,
    }
    this.#store.setSettings(row)
    this.#row = row
  }

  /** Records why the room ended. From then on it is only to be deleted. */
  markEnded(reason: EndReason): void {
    this.#store.setEnded(reason)
    this.#row = { ...this.#row, ended: reason }
  }
}

function withoutUndefined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
