import type { EndReason } from '../../protocol/room-events.ts'
import { log } from '../log.ts'
import { isCreated } from '../storage/migrations.ts'
import { RETRY_MS } from '../storage/retry.ts'
import type { Relays } from './relays/relays.ts'
import { loadState } from './state/load-state.ts'
import { RoomState, type RoomStateOptions } from './state/room-state.ts'
import type { RoomRow } from './storage/rows.ts'

/** What is in a room's object. */
type Content = { is: 'nothing' } | { is: 'room'; state: RoomState } | { is: 'deleting'; done: Promise<void> }

const NOTHING: Content = { is: 'nothing' }

/** The life of a room in its object: it is made or loaded, checked at every entry, closed, and ended. */
export class RoomLifecycle {
  readonly #options: RoomStateOptions
  #content: Content = NOTHING

  constructor(options: RoomStateOptions) {
    this.#options = options
  }

  /** The room; null where there is none (any more). */
  get state(): RoomState | null {
    return this.#content.is === 'room' ? this.#content.state : null
  }

  /** Makes the room of a fresh id. */
  createRoom(row: RoomRow): RoomState {
    if (this.#content.is !== 'nothing') throw new Error('this id is in use')
    this.#options.store.createRoom(row)
    const state = new RoomState(this.#options, row)
    this.#content = { is: 'room', state }
    state.scheduleAlarm(row.createdAt)
    return state
  }

  /** Loads the room after waking, where there is one. */
  loadRoom(now: number): void {
    const state = loadState(this.#options, now)
    if (state === null) return
    this.#content = { is: 'room', state }
    // Where sockets were lost with the object, their participants are still on the pages of everyone at a relay.
    if (state.connections.size === 0 && state.presence.count > 0) state.presence.events.enqueueList()
    // It ended, and the object stopped before everything was deleted.
    if (state.settings.row.ended) this.endRoom(state, state.settings.row.ended, now)
  }

  /**
   * Checks whether the room has ended or closed by now, and who is gone without a word. Called at every entry, because an
   * alarm can be late, or never come.
   * @returns the room, or null where there is none (any more)
   */
  checkEnd(now: number): RoomState | null {
    const { state } = this
    if (state === null) return null
    const phase = state.settings.phaseAt(now)
    if (phase === 'gone') this.endRoom(state, state.settings.endReason, now)
    else if (phase === 'closed' && state.presence.count > 0) state.closeIfDue(now)
    else if (phase === 'open') {
      state.socketCloser.closeDeadConnections(now)
      state.presence.announceDueLeaves(now)
      state.seats.freeUnusedSeats(now)
    }
    return this.state
  }

  /**
   * Ends the room, in one synchronous stretch: that it ended is stored, so that no crash can bring it back; the alarm is
   * set to now, so that a crash before the deletion is made good; everyone receives why; every socket is closed. Memory
   * goes before storage here on purpose: a write that fails must not let a room live on.
   */
  endRoom(state: RoomState, reason: EndReason, now: number): void {
    const { storage } = this.#options.ctx
    this.#content = NOTHING
    state.stop()
    state.settings.markEnded(reason)
    void storage.setAlarm(now)
    state.traffic.flusher.sendEnd(reason)
    const done = this.#deleteStorage(state.relays)
      .catch(async (error) => {
        log('room-delete-failed', error)
        await storage.setAlarm(Date.now() + RETRY_MS)
      })
      .finally(() => {
        this.#content = NOTHING
      })
    this.#content = { is: 'deleting', done }
  }

  /** Closes the room when its time is up, and otherwise sets the alarm again. A failure is tried again, for ever. */
  async runAlarm(checkEnd: (now: number) => RoomState | null): Promise<void> {
    const { storage } = this.#options.ctx
    try {
      const now = Date.now()
      const state = checkEnd(now)
      // A room that slept through its closing doesn't know who is at its relays.
      state?.closeIfDue(now)
      if (state) await storage.setAlarm(state.settings.nextAlarmAfter(now))
      else if (this.#content.is === 'deleting') await this.#content.done
      else if (isCreated(storage.sql)) await this.#deleteStorage(null)
    } catch (error) {
      log('room-alarm-failed', error)
      await storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  /** Resolves once nothing is left of a room that ended. */
  async waitUntilDeleted(): Promise<void> {
    if (this.#content.is === 'deleting') await this.#content.done
  }

  /** Resolves once every relay knows that the room is over, or can't learn it, and nothing is left of a room that ended. */
  async waitUntilOver(): Promise<void> {
    if (this.#content.is === 'deleting') await this.#content.done
    else await this.state?.relays.waitUntilEnded()
  }

  /**
   * Deletes everything, the alarm with it. `deleteAll()` runs alone and outside any transaction, so what was written before
   * is waited for first, and so are the relays, which only the room's memory knows.
   * @param relays null where the room is not in memory any more
   */
  async #deleteStorage(relays: Relays | null): Promise<void> {
    const { storage } = this.#options.ctx
    await storage.sync()
    await relays?.waitUntilEnded()
    await storage.deleteAll()
  }
}
