import { SLIDE_ANNOUNCED_EVERY } from '../../../protocol/limits.ts'
import type { RoomEvent } from '../../../protocol/room-events.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import type { RoomView } from './room-view.ts'
import type { RoomSettings } from './settings.ts'

/** Announces that something about the room changed. */
export class RoomUpdates {
  readonly #events: EventQueue
  readonly #settings: RoomSettings
  readonly #view: RoomView
  /** The end of the room as it was announced last, Unix milliseconds. */
  #announcedEnd: number

  constructor(events: EventQueue, settings: RoomSettings, view: RoomView) {
    this.#events = events
    this.#settings = settings
    this.#view = view
    this.#announcedEnd = settings.endsAt
  }

  /** Enqueues the room as it is now, for everyone. */
  enqueueUpdate(now: number): void {
    this.#announcedEnd = this.#settings.endsAt
    this.#events.enqueueEvent({ event: 'room.update', data: this.#view.toPublicRoom(now) })
  }

  /** Enqueues that the keys were rotated, for everyone. */
  enqueueEpoch(data: Extract<RoomEvent, { event: 'room.epoch' }>['data']): void {
    this.#events.enqueueEvent({ event: 'room.epoch', data })
  }

  /**
   * Enqueues the room where messages have moved the end of a sliding room far enough. Our own client moves the end with each
   * message by itself; this is for clients that don't.
   */
  enqueueMovedEnd(now: number): void {
    if (this.#settings.endsAt - this.#announcedEnd >= SLIDE_ANNOUNCED_EVERY) this.enqueueUpdate(now)
  }
}
