import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { Batcher } from '../broadcast/batcher.ts'
import type { DisconnectCause } from '../broadcast/connections.ts'
import { BroadcastThrottle } from '../broadcast/throttle.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import { isCreated } from '../storage/migrations.ts'
import { RETRY_MS } from '../storage/retry.ts'
import { welcome } from './connect.ts'
import { dismiss, erase, finish } from './erase.ts'
import { Ear, type Heard } from './hear.ts'
import { endReason, type Phase, refusalIn } from './rules/phase.ts'
import { emptyState, loadState, type RoomServices } from './state/load-state.ts'
import { Participants } from './state/participants.ts'
import { PresenceEvents } from './state/presence-events.ts'
import { PresenceTracker } from './state/presence-tracker.ts'
import { nextAlarm, phaseAt, type RoomState } from './state/room-state.ts'
import type { RoomRow } from './storage/rows.ts'
import { RoomStore } from './storage/store.ts'

/** Sockets to which a message costs less than a turn that is opened for nothing. */
const SMALL_CROWD = 4

/**
 * What keeps a room going: it wakes it, does one step after another in it, tells what happened, and ends it. Every entry
 * checks the end first, and none awaits between its checks and its writes: each is one step that nothing can interrupt.
 */
export class Engine {
  readonly #ctx: DurableObjectState
  readonly #platform: RoomServices
  readonly #presence = new PresenceEvents(() => this.#tell())
  readonly #patience = new BroadcastThrottle(() => this.#tell())
  readonly #ear: Ear
  readonly #turn: Batcher<Heard>
  readonly store: RoomStore
  readonly seats: Participants
  readonly attendance: PresenceTracker
  #live: RoomState | null
  /** Under way while the room is being deleted. */
  #erasing: Promise<void> | null = null
  /** Whether everyone was sent out of a room that closed, since it woke. */
  #isClosed = false

  /** @param limited false for load tests: then nobody is asked to slow down */
  constructor(ctx: DurableObjectState, env: Bindings, limited: boolean) {
    this.#ctx = ctx
    this.store = new RoomStore(ctx.storage.sql)
    this.#platform = {
      ctx,
      env,
      limited,
      store: this.store,
      deserted: (relay, isStill) => this.#deserted(relay, isStill),
    }
    this.attendance = new PresenceTracker(this.store, this.#presence, () => this.#tellLeaves())
    this.seats = new Participants(this.store, this.#presence, this.attendance, placesOf(env))
    this.#ear = new Ear(this.store, this.seats, this.attendance, limited)
    this.#turn = new Batcher({
      handle: (batch) => this.#hear(batch),
      step: () => ctx.storage.sync(),
      isSmall: () => (this.#live?.connections.size ?? 0) <= SMALL_CROWD,
    })
    const now = Date.now()
    this.#live = loadState(this.#platform, now)
    const live = this.#live
    // Where sockets were lost with the object, those they were of are still on the pages of everyone at a relay.
    if (live && live.connections.size === 0 && live.present.size > 0) this.#presence.enqueueList(live)
    // It ended, and the object stopped before everything was deleted.
    if (live?.row.ended) this.end(live, live.row.ended, now)
  }

  /** Makes the room of a fresh id. */
  begin(row: RoomRow): RoomState {
    if (this.#live !== null || this.#erasing !== null) throw new Error('this id is in use')
    this.store.createRoom(row)
    this.#live = emptyState(this.#platform, row)
    void this.#ctx.storage.setAlarm(nextAlarm(this.#live, row.createdAt))
    return this.#live
  }

  /**
   * Does one step in the room `during` these phases, at once, or says that there is none once nothing of it is left.
   * What happened is told at once, too.
   */
  async enter<T>(
    step: (live: RoomState, now: number) => Result<T>,
    during: readonly Phase[] = ['open'],
  ): Promise<Result<T>> {
    const now = Date.now()
    const live = this.current(now)
    if (live === null) return this.#gone()
    try {
      return inPhase(live, during, now, step)
    } finally {
      this.#tell()
    }
  }

  /** Does one step together with everything else that this turn of the event loop brings: one transaction, one frame. */
  gather<T>(step: (live: RoomState, now: number) => Result<T>): Promise<Result<T>> {
    return new Promise((resolve, fail) => {
      let answer: Result<T> | null = null
      const asked = {
        take: (live: RoomState | null, now: number) => {
          if (live) answer = inPhase(live, ['open'], now, step)
        },
        answer: () => resolve(answer ?? this.#gone()),
      }
      this.#turn.addItem({ asked, fail })
    })
  }

  /** Takes what a relay passes on. */
  async pass(call: RelayToRoom): Promise<RelayToRoomAnswer> {
    const answer = await new Promise<RelayToRoomAnswer>((answer, fail) =>
      this.#turn.addItem({ call, answer, fail }),
    )
    if ('over' in answer) {
      // Why it is over is told first: a relay that hears of it by this answer closes its sockets without a word.
      if (this.#live) this.#close(this.#live, Date.now())
      await (this.#erasing ?? this.#live?.relays.waitUntilEnded())
    }
    return answer
  }

  /** Takes a frame of a socket. */
  hear(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#turn.addItem({ socket, frame })
  }

  /** A socket closed, from the other end or by an error; what it sent before is dealt with first. */
  dropped(socket: WebSocket, how: DisconnectCause): void {
    const now = Date.now()
    const live = this.current(now)
    if (live === null) return
    this.attendance.socketClosed(live, socket, now, how)
    this.#turn.finishBatch()
  }

  /** The room, or null where there is none (any more), once what came before has been dealt with. */
  current(now: number): RoomState | null {
    this.#turn.flushItems()
    return this.#alive(now)
  }

  /** The same at this very moment: the end is checked here, at every entry, and who is gone without a word. */
  #alive(now: number): RoomState | null {
    const live = this.#live
    const phase = live && phaseAt(live, now)
    if (live && phase === 'gone') this.end(live, endReason(live.row), now)
    if (live && phase === 'closed' && live.present.size > 0) this.#close(live, now)
    if (live && phase === 'open') {
      this.attendance.closeDeadConnections(live, now)
      this.seats.freeUnusedSeats(live, now)
    }
    return this.#live
  }

  /** Minds the alarm: the next one, after something about the room's times changed. */
  mind(live: RoomState, now: number): void {
    void this.#ctx.storage.setAlarm(nextAlarm(live, now))
  }

  /** Closes or ends the room when its time is up, and otherwise comes back when it will be. A failure is tried again, for ever. */
  async alarm(): Promise<void> {
    try {
      const now = Date.now()
      const live = this.current(now)
      // A room that slept through its closing doesn't know who is at its relays.
      if (live) this.#close(live, now)
      if (live) await this.#ctx.storage.setAlarm(nextAlarm(live, now))
      else if (this.#erasing) await this.#erasing
      else if (isCreated(this.#ctx.storage.sql)) await erase(this.#ctx.storage, null)
    } catch (error) {
      log('alarm-failed', error)
      await this.#ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  /** Ends the room: for everyone at once, then for storage. A deletion that fails is made good by the alarm. */
  end(live: RoomState, reason: EndReason, now: number): void {
    this.#live = null
    this.#presence.stop()
    this.attendance.stop()
    finish(this.#ctx.storage, this.store, live, reason, now)
    this.#erasing = erase(this.#ctx.storage, live.relays)
      .catch(async (error) => {
        log('erase-failed', error)
        await this.#ctx.storage.setAlarm(Date.now() + RETRY_MS)
      })
      .finally(() => {
        this.#erasing = null
      })
  }

  /** Resolves once nothing is left of a room that ended. */
  async erased(): Promise<void> {
    await this.#erasing
  }

  /** Counts everybody out whom a relay has lost, together with what else comes at once: with it somebody may be back. */
  #deserted(relay: string, isStill: () => boolean): void {
    const counted = this.gather((live, now): Result<void> => {
      if (isStill()) this.attendance.reconcile(live, relay, new Set(), now)
      return ok()
    })
    counted.catch((error) => log('not-counted-out', error))
  }

  /** Tells of those who left and did not come back. */
  #tellLeaves(): void {
    this.current(Date.now())
    this.#tell()
  }

  /** What everybody hears who asks for a room that is gone: once nothing of it is left. */
  async #gone(): Promise<Result<never>> {
    await this.#erasing
    return refused('room-not-found')
  }

  /** Deals with what came in during one turn: stored together, told together, and then answered. */
  #hear(batch: Heard[]): void {
    const now = Date.now()
    const { connections: crowd } = this.#live ?? {}
    // A line over which something comes is not dead, however long it was silent.
    if (crowd?.isDeadCheckDue(now))
      for (const heard of batch) if ('socket' in heard) crowd.recordHeard(heard.socket, now)
    const answers = this.#ear.take(this.#alive(now), batch, now)
    // Whoever is answered over a socket has heard before what happened before.
    this.#tell(answers.length > 0 && batch.some((heard) => 'socket' in heard))
    for (const answer of answers) answer()
    this.#tell()
  }

  /**
   * Tells everyone what happened and was not told yet; those who read too slowly are sent away to resume.
   * @param isDue whether also what could wait is told now
   */
  #tell(isDue = false): void {
    const live = this.#live
    if (live === null) return
    const now = Date.now()
    this.attendance.writeIdle()
    welcome(this.store, this.attendance, live, now)
    if (!isDue && this.#patience.shouldDefer(live.events, live.connections.size, now)) return
    const batch = live.events.takeEvents()
    if (batch.length === 0) return live.relays.resumeDelivery()
    this.#patience.recordBroadcast(now)
    live.connections.broadcastEvents(batch, live.participants, { seq: live.lastSeq, tick: live.events.tick })
    live.relays.broadcastEvents(batch)
    this.attendance.closeSlowSockets(live, now)
    if (!live.events.isEmpty) this.#turn.finishBatch()
  }

  /** Sends everyone out of a room that closed; what was said stays for its facilitator. Done once, however often asked. */
  #close(live: RoomState, now: number): void {
    if (this.#isClosed || phaseAt(live, now) !== 'closed') return
    this.#isClosed = true
    this.#presence.stop()
    this.attendance.stop()
    dismiss(live, 'ended')
  }
}

/** Seats at a room and at each of its relays, where the settings say so. */
function placesOf(env: Bindings): number | undefined {
  const places = Number(env.RELAY_ABOVE ?? Number.NaN)
  return Number.isInteger(places) && places >= 0 ? places : undefined
}

/** Does a step where the room is in one of these phases. */
function inPhase<T>(
  live: RoomState,
  during: readonly Phase[],
  now: number,
  step: (live: RoomState, now: number) => Result<T>,
): Result<T> {
  const phase = phaseAt(live, now)
  return during.includes(phase) ? step(live, now) : refused(refusalIn(phase))
}
