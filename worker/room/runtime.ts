import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { Batcher } from '../broadcast/batcher.ts'
import type { DisconnectCause } from '../broadcast/connection.ts'
import { BroadcastThrottle } from '../broadcast/throttle.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import { isCreated } from '../storage/migrations.ts'
import { RETRY_MS } from '../storage/retry.ts'
import { sendWelcomes } from './connect.ts'
import { Dispatcher, type Incoming } from './dispatch.ts'
import { deleteStorage, disconnectAll, markEnded } from './end-room.ts'
import { endReason, type Phase, refusalIn } from './rules/phase.ts'
import { emptyState, loadState, type RoomServices } from './state/load-state.ts'
import { Participants } from './state/participants.ts'
import { PresenceEvents } from './state/presence-events.ts'
import { PresenceTracker } from './state/presence-tracker.ts'
import { nextAlarm, phaseAt, type RoomState } from './state/room-state.ts'
import type { RoomRow } from './storage/rows.ts'
import { RoomStore } from './storage/store.ts'

/** Sockets to which a message costs less than a turn that is opened for nothing. */
const SMALL_ROOM = 4

/**
 * What keeps a room going: it wakes it, does one step after another in it, tells what happened, and ends it. Every entry
 * checks the end first, and none awaits between its checks and its writes: each is one step that nothing can interrupt.
 */
export class RoomRuntime {
  readonly #ctx: DurableObjectState
  readonly #services: RoomServices
  readonly #presenceEvents = new PresenceEvents(() => this.#flushEvents())
  readonly #throttle = new BroadcastThrottle(() => this.#flushEvents())
  readonly #dispatcher: Dispatcher
  readonly #batcher: Batcher<Incoming>
  readonly store: RoomStore
  readonly participants: Participants
  readonly presence: PresenceTracker
  #state: RoomState | null
  /** Under way while the room is being deleted. */
  #deleting: Promise<void> | null = null
  /** Whether everyone was sent out of a room that closed, since it woke. */
  #isClosed = false

  /** @param limited false for load tests: then nobody is asked to slow down */
  constructor(ctx: DurableObjectState, env: Bindings, limited: boolean) {
    this.#ctx = ctx
    this.store = new RoomStore(ctx.storage.sql)
    this.#services = {
      ctx,
      env,
      limited,
      store: this.store,
      deserted: (relay, isStill) => this.#removeAbsent(relay, isStill),
    }
    this.presence = new PresenceTracker(this.store, this.#presenceEvents, () => this.#flushLeaves())
    this.participants = new Participants(this.store, this.#presenceEvents, this.presence, seatsPerObject(env))
    this.#dispatcher = new Dispatcher(this.store, this.participants, this.presence, limited)
    this.#batcher = new Batcher({
      handle: (batch) => this.#dispatchBatch(batch),
      step: () => ctx.storage.sync(),
      isSmall: () => (this.#state?.connections.size ?? 0) <= SMALL_ROOM,
    })
    const now = Date.now()
    this.#state = loadState(this.#services, now)
    const live = this.#state
    // Where sockets were lost with the object, those they were of are still on the pages of everyone at a relay.
    if (live && live.connections.size === 0 && live.present.size > 0) this.#presenceEvents.enqueueList(live)
    // It ended, and the object stopped before everything was deleted.
    if (live?.row.ended) this.endRoom(live, live.row.ended, now)
  }

  /** Makes the room of a fresh id. */
  createRoom(row: RoomRow): RoomState {
    if (this.#state !== null || this.#deleting !== null) throw new Error('this id is in use')
    this.store.createRoom(row)
    this.#state = emptyState(this.#services, row)
    void this.#ctx.storage.setAlarm(nextAlarm(this.#state, row.createdAt))
    return this.#state
  }

  /**
   * Does one step in the room `during` these phases, at once, or says that there is none once nothing of it is left.
   * What happened is told at once, too.
   */
  async runStep<T>(
    step: (live: RoomState, now: number) => Result<T>,
    during: readonly Phase[] = ['open'],
  ): Promise<Result<T>> {
    const now = Date.now()
    const live = this.ifAlive(now)
    if (live === null) return this.#refuseGone()
    try {
      return runInPhase(live, during, now, step)
    } finally {
      this.#flushEvents()
    }
  }

  /** Does one step together with everything else that this turn of the event loop brings: one transaction, one frame. */
  queueStep<T>(step: (live: RoomState, now: number) => Result<T>): Promise<Result<T>> {
    return new Promise((resolve, fail) => {
      let answer: Result<T> | null = null
      const asked = {
        run: (live: RoomState | null, now: number) => {
          if (live) answer = runInPhase(live, ['open'], now, step)
        },
        respond: () => resolve(answer ?? this.#refuseGone()),
      }
      this.#batcher.addItem({ asked, fail })
    })
  }

  /** Takes what a relay passes on. */
  async handleRelayBatch(call: RelayToRoom): Promise<RelayToRoomAnswer> {
    const answer = await new Promise<RelayToRoomAnswer>((answer, fail) =>
      this.#batcher.addItem({ call, answer, fail }),
    )
    if (!answer.ok) {
      // Why it is over is told first: a relay that hears of it by this answer closes its sockets without a word.
      if (this.#state) this.#closeRoom(this.#state, Date.now())
      await (this.#deleting ?? this.#state?.relays.waitUntilEnded())
    }
    return answer
  }

  /** Takes a frame of a socket. */
  receiveFrame(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#batcher.addItem({ socket, frame })
  }

  /** A socket closed, from the other end or by an error; what it sent before is dealt with first. */
  socketClosed(socket: WebSocket, how: DisconnectCause): void {
    const now = Date.now()
    const live = this.ifAlive(now)
    if (live === null) return
    this.presence.socketClosed(live, socket, now, how)
    this.#batcher.finishBatch()
  }

  /** The room, or null where there is none (any more), once what came before has been dealt with. */
  ifAlive(now: number): RoomState | null {
    this.#batcher.flushItems()
    return this.#checkEnd(now)
  }

  /** The same at this very moment: the end is checked here, at every entry, and who is gone without a word. */
  #checkEnd(now: number): RoomState | null {
    const live = this.#state
    const phase = live && phaseAt(live, now)
    if (live && phase === 'gone') this.endRoom(live, endReason(live.row), now)
    if (live && phase === 'closed' && live.present.size > 0) this.#closeRoom(live, now)
    if (live && phase === 'open') {
      this.presence.closeDeadConnections(live, now)
      this.participants.freeUnusedSeats(live, now)
    }
    return this.#state
  }

  /** Minds the alarm: the next one, after something about the room's times changed. */
  scheduleAlarm(live: RoomState, now: number): void {
    void this.#ctx.storage.setAlarm(nextAlarm(live, now))
  }

  /** Closes or ends the room when its time is up, and otherwise comes back when it will be. A failure is tried again, for ever. */
  async runAlarm(): Promise<void> {
    try {
      const now = Date.now()
      const live = this.ifAlive(now)
      // A room that slept through its closing doesn't know who is at its relays.
      if (live) this.#closeRoom(live, now)
      if (live) await this.#ctx.storage.setAlarm(nextAlarm(live, now))
      else if (this.#deleting) await this.#deleting
      else if (isCreated(this.#ctx.storage.sql)) await deleteStorage(this.#ctx.storage, null)
    } catch (error) {
      log('room-alarm-failed', error)
      await this.#ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  /** Ends the room: for everyone at once, then for storage. A deletion that fails is made good by the alarm. */
  endRoom(live: RoomState, reason: EndReason, now: number): void {
    this.#state = null
    this.#presenceEvents.stop()
    this.presence.stop()
    markEnded(this.#ctx.storage, this.store, live, reason, now)
    this.#deleting = deleteStorage(this.#ctx.storage, live.relays)
      .catch(async (error) => {
        log('room-delete-failed', error)
        await this.#ctx.storage.setAlarm(Date.now() + RETRY_MS)
      })
      .finally(() => {
        this.#deleting = null
      })
  }

  /** Resolves once nothing is left of a room that ended. */
  async waitUntilDeleted(): Promise<void> {
    await this.#deleting
  }

  /** Counts everybody out whom a relay has lost, together with what else comes at once: with it somebody may be back. */
  #removeAbsent(relay: string, isStill: () => boolean): void {
    const counted = this.queueStep((live, now): Result<void> => {
      if (isStill()) this.presence.reconcile(live, relay, new Set(), now)
      return ok()
    })
    counted.catch((error) => log('lost-relay-not-cleared', error))
  }

  /** Tells of those who left and did not come back. */
  #flushLeaves(): void {
    this.ifAlive(Date.now())
    this.#flushEvents()
  }

  /** What everybody hears who asks for a room that is gone: once nothing of it is left. */
  async #refuseGone(): Promise<Result<never>> {
    await this.#deleting
    return refused('room-not-found')
  }

  /** Deals with what came in during one turn: stored together, told together, and then answered. */
  #dispatchBatch(batch: Incoming[]): void {
    const now = Date.now()
    const { connections: crowd } = this.#state ?? {}
    // A line over which something comes is not dead, however long it was silent.
    if (crowd?.isDeadCheckDue(now))
      for (const heard of batch) if ('socket' in heard) crowd.recordAlive(heard.socket, now)
    const answers = this.#dispatcher.dispatchBatch(this.#checkEnd(now), batch, now)
    // Whoever is answered over a socket has heard before what happened before.
    this.#flushEvents(answers.length > 0 && batch.some((heard) => 'socket' in heard))
    for (const answer of answers) answer()
    this.#flushEvents()
  }

  /**
   * Tells everyone what happened and was not told yet; those who read too slowly are sent away to resume.
   * @param isDue whether also what could wait is told now
   */
  #flushEvents(isDue = false): void {
    const live = this.#state
    if (live === null) return
    const now = Date.now()
    this.presence.writeIdle()
    sendWelcomes(this.store, this.presence, live, now)
    if (!isDue && this.#throttle.shouldDefer(live.events, live.connections.size, now)) return
    const batch = live.events.takeEvents()
    if (batch.length === 0) return live.relays.resumeDelivery()
    this.#throttle.recordBroadcast(now)
    live.connections.broadcastEvents(batch, live.participants, { seq: live.lastSeq, tick: live.events.tick })
    live.relays.broadcastEvents(batch)
    this.presence.closeSlowSockets(live, now)
    if (!live.events.isEmpty) this.#batcher.finishBatch()
  }

  /** Sends everyone out of a room that closed; what was said stays for its facilitator. Done once, however often asked. */
  #closeRoom(live: RoomState, now: number): void {
    if (this.#isClosed || phaseAt(live, now) !== 'closed') return
    this.#isClosed = true
    this.#presenceEvents.stop()
    this.presence.stop()
    disconnectAll(live, 'ended')
  }
}

/** Seats at a room and at each of its relays, where the settings say so. */
function seatsPerObject(env: Bindings): number | undefined {
  const places = Number(env.RELAY_ABOVE ?? Number.NaN)
  return Number.isInteger(places) && places >= 0 ? places : undefined
}

/** Does a step where the room is in one of these phases. */
function runInPhase<T>(
  live: RoomState,
  during: readonly Phase[],
  now: number,
  step: (live: RoomState, now: number) => Result<T>,
): Result<T> {
  const phase = phaseAt(live, now)
  return during.includes(phase) ? step(live, now) : refused(refusalIn(phase))
}
