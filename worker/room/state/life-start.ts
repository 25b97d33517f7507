import { hasStarted, startsBySpeaking, startTime } from '../rules/start.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { RoomUpdates } from './room-updates.ts'
import type { RoomSettings } from './settings.ts'

/** What the start of a life depends on, and what follows from it. */
interface LifeStartOptions {
  settings: RoomSettings
  participants: Participants
  present: ReadonlySet<RoomParticipant>
  updates: RoomUpdates
  /** Sets the alarm to when something is to be done next. */
  scheduleAlarm: (now: number) => void
}

/** Begins the life of a room that waits for a second participant, once. In any other room it does nothing. */
export class LifeStart {
  readonly #options: LifeStartOptions

  constructor(options: LifeStartOptions) {
    this.#options = options
  }

  /** From when on the life has begun, Unix milliseconds; null while nobody is here for it, and once it has begun. */
  get dueAt(): number | null {
    const { settings, present } = this.#options
    return settings.isWaiting ? startTime(this.#firstSeat(), present) : null
  }

  /** Begins the life where somebody came and stayed. */
  startIfDue(now: number): void {
    const { settings, present } = this.#options
    if (settings.isWaiting && hasStarted(this.#firstSeat(), present, now)) this.#begin(now)
  }

  /** Begins the life where somebody speaks who is not whoever sat first. Called before the message is stored. */
  startBySpeaking(participant: RoomParticipant, now: number): void {
    if (this.#options.settings.isWaiting && startsBySpeaking(this.#firstSeat(), participant)) this.#begin(now)
  }

  #begin(now: number): void {
    const { settings, updates, scheduleAlarm } = this.#options
    settings.beginLife(now)
    scheduleAlarm(now)
    updates.enqueueUpdate(now)
  }

  #firstSeat(): number | null {
    return this.#options.participants.findFirstSeated()?.seatNumber ?? null
  }
}
