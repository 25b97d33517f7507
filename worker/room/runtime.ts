import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { Batcher } from '../broadcast/batcher.ts'
import type { DisconnectCause } from '../broadcast/connection.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import { isCreated } from '../storage/migrations.ts'
import { RETRY_MS } from '../storage/retry.ts'
import { deleteStorage } from './delete-storage.ts'
import { dispatchBatch, type Incoming } from './dispatch.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
import { loadState } from './state/load-state.ts'
import { RoomState, type RoomStateOptions } from './state/room-state.ts'
import { RoomStore } from './storage/room-store.ts'
import type { RoomRow } from './storage/rows.ts'

/** Sockets up to which a message costs less than a batch that is opened for nothing. */
const SMALL_ROOM = 4

/** Something that is done in a room, synchronously. */
export type Step<T> = (state: RoomState, now: number) => Result<T>

/** What is in the object. */
type Content = { is: 'nothing' } | { is: 'room'; state: RoomState } | { is: 'deleting'; done: Promise<void> }

const NOTHING: Content = { is: 'nothing' }

/**
 * What keeps a room going: it loads it, runs one step after another in it, sends what happened, and ends it. Every entry
 * checks the end first, and none awaits between its checks and its writes: each is one step that nothing can interrupt.
 */
export class RoomRuntime {
  readonly #ctx: DurableObjectState
  readonly #options: RoomStateOptions
  readonly #batcher: Batcher<Incoming>
  #content: Content = NOTHING

  constructor(ctx: DurableObjectState, env: Bindings) {
    this.#ctx = ctx
    this.#batcher = new Batcher({
      handle: (batch) => this.#dispatchBatch(batch),
      step: () => ctx.storage.sync(),
      isSmall: () => (this.#state?.connections.size ?? 0) <= SMALL_ROOM,
    })
    this.#options = {
      ctx,
      env,
      store: new RoomStore(ctx.storage.sql),
      isRateLimited: env.RATE_LIMITS !== 'off',
      finishBatch: () => this.#batcher.finishBatch(),
      onLeaveDue: () => this.#flushLeaves(),
      onRelayEmpty: (relay, isStill) => this.#clearLostRelay(relay, isStill),
    }
    const now = Date.now()
    const state = loadState(this.#options, now)
    if (state === null) return
    this.#content = { is: 'room', state }
    // Where sockets were lost with the object, their participants are still on the pages of everyone at a relay.
    if (state.connections.size === 0 && state.presence.count > 0) state.presence.enqueueList()
    // It ended, and the object stopped before everything was deleted.
    if (state.settings.row.ended) this.endRoom(state, state.settings.row.ended, now)
  }

  /** The room; null where there is none (any more). */
  get #state(): RoomState | null {
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

  /**
   * Runs one step in the room at once, and sends at once what happened.
   * @param during the phases in which the step may run; in any other it is refused
   * @returns the step's answer; where there is no room, a refusal once nothing of it is left
   */
  async runStep<T>(step: Step<T>, during: readonly Phase[] = ['open']): Promise<Result<T>> {
    const now = Date.now()
    const state = this.ifAlive(now)
    if (state === null) return this.#refuseGone()
    try {
      return runInPhase(state, during, now, step)
    } finally {
      this.#state?.flusher.flushEvents()
    }
  }

  /** Runs one step in an open room, together with everything else that comes in at once: one transaction, one frame. */
  queueStep<T>(step: Step<T>): Promise<Result<T>> {
    return new Promise((resolve, fail) => {
      let answer: Result<T> | null = null
      const request = {
        run: (state: RoomState | null, now: number) => {
          if (state) answer = runInPhase(state, ['open'], now, step)
        },
        respond: () => resolve(answer ?? this.#refuseGone()),
      }
      this.#batcher.addItem({ request, fail })
    })
  }

  /** Takes what a relay passes on. */
  async handleRelayBatch(call: RelayToRoom): Promise<RelayToRoomAnswer> {
    const answer = await new Promise<RelayToRoomAnswer>((answer, fail) =>
      this.#batcher.addItem({ call, answer, fail }),
    )
    if (!answer.ok) {
      // Why it is over is sent first: a relay that learns of it by this answer closes its sockets without a word.
      this.#state?.closeIfDue(Date.now())
      if (this.#content.is === 'deleting') await this.#content.done
      else await this.#state?.relays.waitUntilEnded()
    }
    return answer
  }

  /** Takes a frame of a socket. */
  receiveFrame(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#batcher.addItem({ socket, frame })
  }

  /** A socket closed, from the other end or by an error; what it sent before is dealt with first. */
  socketClosed(socket: WebSocket, cause: DisconnectCause): void {
    const now = Date.now()
    const state = this.ifAlive(now)
    if (state === null) return
    state.presence.socketClosed(socket, now, cause)
    this.#batcher.finishBatch()
  }

  /** @returns the room, or null where there is none (any more), once what came in before has been dealt with */
  ifAlive(now: number): RoomState | null {
    this.#batcher.flushItems()
    return this.#checkEnd(now)
  }

  /** Closes or ends the room when its time is up, and otherwise sets the alarm again. A failure is tried again, for ever. */
  async runAlarm(): Promise<void> {
    const { storage } = this.#ctx
    try {
      const now = Date.now()
      const state = this.ifAlive(now)
      // A room that slept through its closing doesn't know who is at its relays.
      state?.closeIfDue(now)
      if (state) await storage.setAlarm(state.settings.nextAlarmAfter(now))
      else if (this.#content.is === 'deleting') await this.#content.done
      else if (isCreated(storage.sql)) await deleteStorage(storage, null)
    } catch (error) {
      log('room-alarm-failed', error)
      await storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  /**
   * Ends the room, in one synchronous stretch: that it ended is stored, so that no crash can bring it back; the alarm is
   * set to now, so that a crash before the deletion is made good; everyone is told; every socket is closed. Memory goes
   * before storage here, and nowhere else: a write that fails must not let a room live on.
   */
  endRoom(state: RoomState, reason: EndReason, now: number): void {
    this.#content = NOTHING
    state.stop()
    state.settings.markEnded(reason)
    void this.#ctx.storage.setAlarm(now)
    state.flusher.sendEnd(reason)
    const done = deleteStorage(this.#ctx.storage, state.relays)
      .catch(async (error) => {
        log('room-delete-failed', error)
        await this.#ctx.storage.setAlarm(Date.now() + RETRY_MS)
      })
      .finally(() => {
        this.#content = NOTHING
      })
    this.#content = { is: 'deleting', done }
  }

  /** Resolves once nothing is left of a room that ended. */
  async waitUntilDeleted(): Promise<void> {
    if (this.#content.is === 'deleting') await this.#content.done
  }

  /** Checks at this very moment whether the room has ended, and who is gone without a word. */
  #checkEnd(now: number): RoomState | null {
    const state = this.#state
    if (state === null) return null
    const phase = state.settings.phaseAt(now)
    if (phase === 'gone') this.endRoom(state, state.settings.endReason, now)
    else if (phase === 'closed' && state.presence.count > 0) state.closeIfDue(now)
    else if (phase === 'open') {
      state.presence.closeDeadConnections(now)
      state.seats.freeUnusedSeats(now)
    }
    return this.#state
  }

  /** Counts everybody out whom a relay has lost, together with what else comes in at once: with it somebody may be back. */
  #clearLostRelay(relay: string, isStill: () => boolean): void {
    const cleared = this.queueStep((state, now): Result<void> => {
      if (isStill()) state.presence.reconcile(relay, new Set(), now)
      return ok()
    })
    cleared.catch((error) => log('lost-relay-not-cleared', error))
  }

  /** Announces those who left and did not come back. */
  #flushLeaves(): void {
    this.ifAlive(Date.now())?.flusher.flushEvents()
  }

  /** Answers everybody who asks for a room that is gone, once nothing of it is left. */
  async #refuseGone(): Promise<Result<never>> {
    await this.waitUntilDeleted()
    return refused('room-not-found')
  }

  /** Deals with what came in at once: stored together, sent together, and then answered. */
  #dispatchBatch(batch: Incoming[]): void {
    const now = Date.now()
    const connections = this.#state?.connections
    // A connection over which something comes is not dead, however long it was silent.
    if (connections?.isDeadCheckDue(now))
      for (const incoming of batch) if ('socket' in incoming) connections.recordAlive(incoming.socket, now)
    const answers = dispatchBatch(this.#checkEnd(now), batch, now)
    // Somebody who is answered over a socket has received before what happened before.
    this.#state?.flusher.flushEvents(answers.length > 0 && batch.some((incoming) => 'socket' in incoming))
    for (const answer of answers) answer()
    this.#state?.flusher.flushEvents()
  }
}

/** Runs a step where the room is in one of these phases. */
function runInPhase<T>(state: RoomState, during: readonly Phase[], now: number, step: Step<T>): Result<T> {
  const phase = state.settings.phaseAt(now)
  return during.includes(phase) ? step(state, now) : refused(refusalIn(phase))
}
