import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { counters } from '../counters.ts'
import { log } from '../log.ts'
import { scheduleRetry } from '../storage/alarm-retry.ts'
import { isCreated } from '../storage/migrations.ts'
import type { Relays } from './relays/relays.ts'
import { loadState } from './state/load-state.ts'
import { RoomState, type RoomStateOptions } from './state/room-state.ts'
import type { RoomRow } from './storage/rows.ts'

/** What a room's object holds. */
type Content =
  | { kind: 'nothing' }
  | { kind: 'room'; state: RoomState }
  | { kind: 'deleting'; done: Promise<void> }

const NOTHING: Content = { kind: 'nothing' }

/** The life of a room in its object: it is made or loaded, checked at every call, closed, and ended. */
export class RoomLifecycle {
  readonly #options: RoomStateOptions
  #content: Content = NOTHING

  constructor(options: RoomStateOptions) {
    this.#options = options
  }

  /** The room; null where there is none (any more). */
  get state(): RoomState | null {
    return this.#content.kind === 'room' ? this.#content.state : null
  }

  /** Makes a room. Refuses where there is one with this id: a page may have chosen the id. */
  createRoom(row: RoomRow): Result<RoomState> {
    if (this.#content.kind !== 'nothing') return refused('room-id-taken')
    this.#options.store.createRoom(row)
    const state = new RoomState(this.#options, row)
    this.#content = { kind: 'room', state }
    void state.alarm.scheduleAlarm(row.createdAt)
    counters.count('roomsOpened')
    return ok(state)
  }

  /** Loads the room after waking, where there is one. */
  loadRoom(now: number): void {
    const state = loadState(this.#options, now)
    if (state === null) return
    this.#content = { kind: 'room', state }
    // Where sockets were lost with the object, the pages of those at relays still list their participants.
    if (state.connections.size === 0 && state.presence.count > 0) state.presence.events.enqueueList()
    // The room ended, and the object stopped before everything was deleted.
    if (state.settings.row.ended) this.endRoom(state, state.settings.row.ended, now)
  }

  /**
   * Checks whether the room has ended or closed by now, or its life begins, which connections are dead, which seats are
   * unused, who waits at the door no more, which files no message has named, and which messages are to be gone. Called first by everything
   * that enters the object, because an alarm can be late, or never come.
   * @returns the room, or null where there is none (any more)
   */
  checkEnd(now: number): RoomState | null {
    const { state } = this
    if (state === null) return null
    const phase = state.settings.phaseAt(now)
    if (phase === 'gone') this.endRoom(state, state.settings.endReason, now)
    else if (phase === 'closed' && (state.presence.count > 0 || !state.doorSockets.isEmpty))
      state.closeIfDue(now)
    else if (phase === 'open') {
      state.socketCloser.closeDeadConnections(now)
      state.presence.announceDueLeaves(now)
      state.seats.freeUnusedSeats(now)
      state.doorSockets.closeDeadConnections(now)
      state.door.forgetIdleVisitors(now)
      state.lifeStart.startIfDue(now)
    }
    if (phase !== 'gone') {
      state.files.forgetUnnamedFiles(now)
      state.traffic.editor.deleteDueMessages(now)
    }
    return this.state
  }

  /**
   * Ends the room, in one synchronous stretch. It stores that the room ended, so that no crash can bring it back; sets the
   * alarm to now, which deletes everything should the object stop before it has done so; sends everyone the reason; and
   * closes every socket. Here alone memory is changed before storage: a write that fails must not let a room live on.
   */
  endRoom(state: RoomState, reason: EndReason, now: number): void {
    const { storage } = this.#options.ctx
    this.#content = NOTHING
    state.stop()
    // Where the object stopped before everything was deleted, it has ended before.
    if (!state.settings.row.ended) counters.count('roomsEnded')
    state.settings.markEnded(reason)
    void storage.setAlarm(now)
    state.traffic.flusher.sendEnd(reason)
    const done = this.#deleteStorage(state.relays)
      .catch(async (error) => {
        log('room-delete-failed', error)
        await scheduleRetry(storage)
      })
      .finally(() => {
        this.#content = NOTHING
      })
    this.#content = { kind: 'deleting', done }
  }

  /**
   * Closes or ends the room when its time is up, or begins its life, and sets the alarm again. Where that fails, the alarm comes
   * again, for ever.
   * @param ifAlive returns the room, or null where there is none (any more), as for every other entry
   */
  async runAlarm(ifAlive: (now: number) => RoomState | null): Promise<void> {
    const { storage } = this.#options.ctx
    try {
      const now = Date.now()
      const state = ifAlive(now)
      // An object that slept when its room closed does not know who is at the relays, so it sends the end to all of them.
      state?.closeIfDue(now)
      // Whoever is forgotten now is announced, and that the life of the room began.
      state?.traffic.flusher.flushEvents()
      if (state) await state.alarm.scheduleAlarm(now)
      else if (this.#content.kind === 'deleting') await this.#content.done
      else if (isCreated(storage.sql)) await this.#deleteStorage(null)
    } catch (error) {
      log('room-alarm-failed', error)
      await scheduleRetry(storage)
    }
  }

  /** Resolves once nothing is left of a room that ended. */
  async waitUntilDeleted(): Promise<void> {
    if (this.#content.kind === 'deleting') await this.#content.done
  }

  /**
   * Resolves once every relay knows that the room has closed, or can't be reached; or once nothing is left of a room that
   * ended.
   */
  async waitUntilOver(): Promise<void> {
    if (this.#content.kind === 'deleting') await this.#content.done
    else await this.state?.relays.waitUntilEnded()
  }

  /**
   * Deletes everything, the alarm with it. `deleteAll()` runs alone and outside any transaction, so this waits first for
   * what was written before, and for the relays, which only the room's memory knows.
   * @param relays null where the room is not in memory any more
   */
  async #deleteStorage(relays: Relays | null): Promise<void> {
    const { storage } = this.#options.ctx
    await storage.sync()
    await relays?.waitUntilEnded()
    await storage.deleteAll()
  }
}
