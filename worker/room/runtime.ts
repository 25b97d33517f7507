import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { Batcher } from '../broadcast/batcher.ts'
import type { DisconnectCause } from '../broadcast/connection.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import { dispatchBatch, type Incoming } from './dispatch.ts'
import { RoomLifecycle } from './lifecycle.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
import type { RoomState } from './state/room-state.ts'
import { RoomStore } from './storage/room-store.ts'
import type { RoomRow } from './storage/rows.ts'

/** Sockets up to which a message costs less than a batch that is opened for nothing. */
const SMALL_ROOM = 4

/** Something that is done in a room, synchronously. */
export type Step<T> = (state: RoomState, now: number) => Result<T>

/**
 * What keeps a room going: it runs one step after another in it, and sends what happened. Every entry checks the end first,
 * and none awaits between its checks and its writes: each is one step that nothing can interrupt.
 */
export class RoomRuntime {
  readonly #lifecycle: RoomLifecycle
  readonly #batcher: Batcher<Incoming>

  constructor(ctx: DurableObjectState, env: Bindings) {
    this.#batcher = new Batcher({
      handle: (batch) => this.#dispatchBatch(batch),
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

  /** Makes the room of a fresh id. */
  createRoom(row: RoomRow): RoomState {
    return this.#lifecycle.createRoom(row)
  }

  /**
   * Runs one step in the room at once, and sends at once what happened.
   * @param during the phases in which the step may run; in any other it is refused
   * @returns the step's result; where there is no room, a refusal once nothing of it is left
   */
  async runStep<T>(step: Step<T>, during: readonly Phase[] = ['open']): Promise<Result<T>> {
    const now = Date.now()
    const state = this.ifAlive(now)
    if (state === null) return this.#refuseGone()
    try {
      return runInPhase(state, during, now, step)
    } finally {
      this.#flushEvents()
    }
  }

  /** Runs one step in an open room, together with everything else that comes in at once: one transaction, one frame. */
  queueStep<T>(step: Step<T>): Promise<Result<T>> {
    return new Promise((resolve, fail) => {
      let result: Result<T> | null = null
      const request = {
        run: (state: RoomState | null, now: number) => {
          if (state) result = runInPhase(state, ['open'], now, step)
        },
        respond: () => resolve(result ?? this.#refuseGone()),
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
      this.#lifecycle.state?.closeIfDue(Date.now())
      await this.#lifecycle.waitUntilOver()
    }
    return answer
  }

  /** Takes a frame of a socket. */
  receiveFrame(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#batcher.addItem({ socket, frame })
  }

  /** Takes the close of a socket, by its other end or by an error. What it sent before is dealt with first. */
  handleSocketClose(socket: WebSocket, cause: DisconnectCause): void {
    const now = Date.now()
    const state = this.ifAlive(now)
    if (state === null) return
    state.presence.removeSocket(socket, now, cause)
    this.#batcher.finishBatch()
  }

  /** @returns the room, or null where there is none (any more), once what came in before has been dealt with */
  ifAlive(now: number): RoomState | null {
    this.#batcher.flushItems()
    return this.#lifecycle.checkEnd(now)
  }

  /** Ends the room. Storage is deleted afterwards: `waitUntilDeleted` resolves then. */
  endRoom(state: RoomState, reason: EndReason, now: number): void {
    this.#lifecycle.endRoom(state, reason, now)
  }

  /** Resolves once nothing is left of a room that ended. */
  waitUntilDeleted(): Promise<void> {
    return this.#lifecycle.waitUntilDeleted()
  }

  /** Closes or ends the room when its time is up, and otherwise sets the alarm again. */
  runAlarm(): Promise<void> {
    return this.#lifecycle.runAlarm((now) => this.ifAlive(now))
  }

  /** Counts everybody out whom a relay has lost, together with what else comes in at once: with it somebody may be back. */
  #clearLostRelay(relay: string, isStillEmpty: () => boolean): void {
    const cleared = this.queueStep((state, now): Result<void> => {
      if (isStillEmpty()) state.presence.reconcileRelay(relay, new Set(), now)
      return ok()
    })
    cleared.catch((error) => log('lost-relay-not-cleared', error))
  }

  /** Answers everybody who asks for a room that is gone, once nothing of it is left. */
  async #refuseGone(): Promise<Result<never>> {
    await this.#lifecycle.waitUntilDeleted()
    return refused('room-not-found')
  }

  /** Deals with what came in at once: stored together, sent together, and then answered. */
  #dispatchBatch(batch: Incoming[]): void {
    const now = Date.now()
    const connections = this.#lifecycle.state?.connections
    // A connection over which something comes is not dead, however long it was silent.
    if (connections?.isDeadCheckDue(now))
      for (const incoming of batch) if ('socket' in incoming) connections.recordAlive(incoming.socket, now)
    const answers = dispatchBatch(this.#lifecycle.checkEnd(now), batch, now)
    // Somebody who is answered over a socket has received before what happened before.
    this.#flushEvents(answers.length > 0 && batch.some((incoming) => 'socket' in incoming))
    for (const answer of answers) answer()
    this.#flushEvents()
  }

  #flushEvents(isUrgent = false): void {
    this.#lifecycle.state?.traffic.flusher.flushEvents(isUrgent)
  }
}

/** Runs a step where the room is in one of these phases. */
function runInPhase<T>(state: RoomState, during: readonly Phase[], now: number, step: Step<T>): Result<T> {
  const phase = state.settings.phaseAt(now)
  return during.includes(phase) ? step(state, now) : refused(refusalIn(phase))
}
