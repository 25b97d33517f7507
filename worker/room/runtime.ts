import { STOPS_WAITING } from '../../protocol/close.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { Batcher } from '../broadcast/batcher.ts'
import type { DisconnectCause } from '../broadcast/connection.ts'
import { reportCounters } from '../counters.ts'
import type { Bindings } from '../env.ts'
import { log, logThrown, writeLine } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import type { RelayName } from '../relay-protocol/placement.ts'
import type { Credentials } from './credentials.ts'
import { dispatchBatch, type Incoming } from './dispatch.ts'
import { RoomLifecycle } from './lifecycle.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
import type { RoomState } from './state/room-state.ts'
import { RoomStore } from './storage/room-store.ts'
import type { RoomRow } from './storage/rows.ts'

/**
 * Sockets up to which a room is small: handling a message costs less there than opening a batch that nothing else joins.
 */
const SMALL_ROOM = 4

/** Something that is done in a room, synchronously. */
type Step<T> = (state: RoomState, now: number) => Result<T>

/**
 * Runs a room: one step after another, each followed by a broadcast of what happened. Everything that enters checks first
 * whether the room has ended. A step never awaits between its checks and its writes, so that nothing can interrupt it.
 */
export class RoomRuntime {
  readonly #lifecycle: RoomLifecycle
  readonly #batcher: Batcher<Incoming>
  readonly #env: Bindings

  constructor(ctx: DurableObjectState, env: Bindings) {
    this.#env = env
    this.#batcher = new Batcher({
      handle: (batch) => logThrown('batch-failed', () => this.#dispatchBatch(batch)),
      step: () => ctx.storage.sync(),
      isSmall: () => (this.#lifecycle.state?.connections.size ?? 0) <= SMALL_ROOM,
    })
    this.#lifecycle = new RoomLifecycle({
      ctx,
      env,
      store: new RoomStore(ctx.storage.sql),
      isRateLimited: env.RATE_LIMITS !== 'off',
      finishBatch: () => this.#batcher.finishBatch(),
      onLeaveDue: () => this.ifAlive(Date.now())?.traffic.flusher.flushEvents(),
      onRelayEmpty: (relay, isStillEmpty) => this.#clearLostRelay(relay, isStillEmpty),
    })
    this.#lifecycle.loadRoom(Date.now())
  }

  /** Makes the room, where there is none with this id. */
  createRoom(row: RoomRow): Result<RoomState> {
    this.ifAlive(row.createdAt)
    const created = this.#lifecycle.createRoom(row)
    this.#reportCounters(row.createdAt)
    return created
  }

  /**
   * Runs one step in the room at once, and then broadcasts what happened.
   * @param during the phases in which the step may run; in any other it is refused
   * @returns the step's result. Where there is no room, a refusal, once nothing is left of a room that ended.
   */
  async runStep<T>(step: Step<T>, during: readonly Phase[] = ['open']): Promise<Result<T>> {
    const now = Date.now()
    const state = this.ifAlive(now)
    if (state === null) return this.#refuseGone()
    try {
      return logThrown('step-failed', () => runInPhase(state, during, now, step))
    } finally {
      this.#flushEvents()
    }
  }

  /**
   * Runs one step in an open room, in one batch with everything else that comes in at once: one transaction, one frame.
   */
  queueStep<T>(step: Step<T>): Promise<Result<T>> {
    return new Promise((resolve, fail) => {
      let result: Result<T> | null = null
      this.#batcher.addItem({
        kind: 'request',
        run: (state, now) => {
          if (state) result = runInPhase(state, ['open'], now, step)
        },
        respond: () => resolve(result ?? this.#refuseGone()),
        fail,
      })
    })
  }

  /** The same as `runStep`, for somebody who is told where they wait at the door. */
  runStepFor<T>(who: Credentials, step: Step<T>, during?: readonly Phase[]): Promise<Result<T>> {
    return this.runStep(makeStepFor(who, step), during)
  }

  /** The same as `queueStep`, for somebody who is told where they wait at the door. */
  queueStepFor<T>(who: Credentials, step: Step<T>): Promise<Result<T>> {
    return this.queueStep(makeStepFor(who, step))
  }

  /** Handles what a relay passes on, in the next batch. */
  async handleRelayBatch(call: RelayToRoom): Promise<RelayToRoomAnswer> {
    const answer = await new Promise<RelayToRoomAnswer>((answer, fail) =>
      this.#batcher.addItem({ kind: 'relay-batch', call, answer, fail }),
    )
    if (!answer.ok) {
      // Each relay must be sent why the room is over before it reads this answer, which only says that it is.
      this.#lifecycle.state?.closeIfDue(Date.now())
      await this.#lifecycle.waitUntilOver()
    }
    return answer
  }

  /** Handles a frame of one of the room's own sockets, in the next batch. */
  receiveFrame(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#batcher.addItem({ kind: 'frame', socket, frame })
  }

  /** Handles that a socket was closed, by its other end or by an error, after everything that it sent before. */
  handleSocketClose(socket: WebSocket, cause: DisconnectCause, code?: number): void {
    const now = Date.now()
    const state = this.ifAlive(now)
    if (state === null) return
    state.presence.removeSocket(socket, now, cause)
    const visitor = state.doorSockets.removeSocket(socket, now)
    if (visitor !== null && code === STOPS_WAITING) state.door.releaseVisitor(visitor)
    this.#batcher.finishBatch()
  }

  /** Handles what came in before, and checks the end. @returns the room, or null where there is none (any more) */
  ifAlive(now: number): RoomState | null {
    this.#batcher.flushItems()
    return this.#lifecycle.checkEnd(now)
  }

  /** Ends the room. Storage is deleted afterwards: `waitUntilDeleted` resolves once it is. */
  endRoom(state: RoomState, reason: EndReason, now: number): void {
    this.#lifecycle.endRoom(state, reason, now)
  }

  /** Resolves once nothing is left of a room that ended. */
  waitUntilDeleted(): Promise<void> {
    return this.#lifecycle.waitUntilDeleted()
  }

  /** Closes or ends the room when its time is up, or begins its life, and sets the alarm again. */
  async runAlarm(): Promise<void> {
    await this.#lifecycle.runAlarm((now) => this.ifAlive(now))
    this.#reportCounters(Date.now())
  }

  /**
   * Records that nobody is connected at a relay that has lost everybody. This waits for the next batch, in which the relay
   * may report that somebody is back.
   */
  #clearLostRelay(relay: RelayName, isStillEmpty: () => boolean): void {
    const cleared = this.queueStep((state, now): Result<void> => {
      if (isStillEmpty()) state.presence.reconcileRelay(relay, new Set(), now)
      return ok()
    })
    cleared.catch((error) => log('lost-relay-not-cleared', error))
  }

  /** @returns the refusal of a call to a room that is gone, once nothing of it is left */
  async #refuseGone(): Promise<Result<never>> {
    await this.#lifecycle.waitUntilDeleted()
    return refused('room-not-found')
  }

  /** Handles a batch: it is stored together, broadcast together, and then each sender is answered. */
  #dispatchBatch(batch: Incoming[]): void {
    const now = Date.now()
    const { connections, doorSockets } = this.#lifecycle.state ?? {}
    // A connection that has just sent something is alive, however long it was silent before.
    if (connections?.isDeadCheckDue(now))
      for (const incoming of batch)
        if (incoming.kind === 'frame') connections.recordAlive(incoming.socket, now)
    if (doorSockets?.isDeadCheckDue(now))
      for (const incoming of batch)
        if (incoming.kind === 'frame') doorSockets.recordAlive(incoming.socket, now)
    const answers = dispatchBatch(this.#lifecycle.checkEnd(now), batch, now)
    // An answer to a frame is sent at once, so what happened before it must not be held back.
    this.#flushEvents(answers.length > 0 && batch.some(({ kind }) => kind === 'frame'))
    for (const answer of answers) answer()
    this.#flushEvents()
  }

  #flushEvents(isUrgent = false): void {
    const { state } = this.#lifecycle
    const now = Date.now()
    state?.traffic.flusher.flushEvents(isUrgent)
    state?.alarm.scheduleEarlierAlarm(now)
    this.#reportCounters(now)
  }

  #reportCounters(now: number): void {
    reportCounters(this.#env, now, writeLine)
  }
}

/** @returns the step, which refuses somebody who waits at the door for that, and not as one who is no participant */
function makeStepFor<T>(who: Credentials, step: Step<T>): Step<T> {
  return (state, now) => {
    const result = step(state, now)
    const isStranger = result.refusal?.code === 'not-a-participant'
    return isStranger && state.door.findVisitor(who) ? refused('waiting') : result
  }
}

/** Runs a step if the room is in one of these phases, and refuses it otherwise. */
function runInPhase<T>(state: RoomState, during: readonly Phase[], now: number, step: Step<T>): Result<T> {
  const phase = state.settings.phaseAt(now)
  return during.includes(phase) ? step(state, now) : refused(refusalIn(phase))
}
