import { DurableObject } from 'cloudflare:workers'
import { CLOSE } from '../../protocol/close.ts'
import { RELAY_CHECK_EVERY } from '../../protocol/connection-limits.ts'
import { refused } from '../../protocol/refusal.ts'
import type { ConnectionOwner } from '../broadcast/connection.ts'
import { ConnectionRegistry } from '../broadcast/connections.ts'
import { SocketRateLimits } from '../broadcast/socket-rate-limits.ts'
import { counters, reportCounters } from '../counters.ts'
import type { Bindings } from '../env.ts'
import { log, logThrown, writeLine } from '../log.ts'
import type { LogLine } from '../log-line.ts'
import type { RoomToRelay, RoomToRelayAnswer } from '../relay-protocol/calls.ts'
import { closeQuietly, disconnectCauseOf } from '../sockets/send.ts'
import { answerUpgrade, type RelayAssignment, readUpgradeRequest } from '../sockets/upgrade-request.ts'
import { scheduleRetry } from '../storage/alarm-retry.ts'
import { roomStubById } from '../stubs/room.ts'
import { RelayService } from './relay-service.ts'

/** What a relay is doing. */
type RelayState =
  /** It serves no room: nobody was ever admitted here, or the room is over. Nothing is stored. */
  | { status: 'unassigned' }
  /** It asks the room about the first who come. Nothing is stored until the room has admitted one of them. */
  | { status: 'starting'; service: RelayService }
  | { status: 'serving'; service: RelayService }
  /** Nobody is connected. It reports that to the room, and deletes itself at the answer unless somebody has come by then. */
  | { status: 'shutting-down'; service: RelayService }

const UNASSIGNED: RelayState = { status: 'unassigned' }

/** Milliseconds after which a relay without a connection deletes itself. */
const EMPTY_MS = 60_000
/** Milliseconds by which the alarm may be off before it is set again, because each time is a write. */
const ALARM_STEP_MS = 1_000
/** Where a relay stores its assignment, which is all that it stores of its room. */
const ASSIGNMENT_KEY = 'assignment'

/**
 * A shard of a very large room: it holds sockets, asks the room to admit each of them, passes on what clients send, and
 * delivers what the room broadcasts. The room orders, stores and ends. A client sees no difference.
 */
export class Relay extends DurableObject<Bindings> {
  readonly #connections: ConnectionRegistry<ConnectionOwner>
  #state: RelayState = UNASSIGNED
  /** When the alarm is due, Unix milliseconds; 0 where that is not known. */
  #alarmAt = 0

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    const limits = new SocketRateLimits(ctx.storage.kv, env.RATE_LIMITS !== 'off')
    this.#connections = new ConnectionRegistry(ctx, limits)
    const sockets = ctx.getWebSockets()
    // Reading creates no table: a relay that only a made-up token names leaves nothing behind.
    const assignment = ctx.storage.kv.get<RelayAssignment>(ASSIGNMENT_KEY)
    if (assignment === undefined) {
      for (const socket of sockets) closeQuietly(socket, CLOSE.gone, 'the room is gone')
      return
    }
    const service = this.#createService(assignment)
    this.#state = { status: 'serving', service }
    service.restoreConnections(sockets, Date.now())
  }

  /** Writes a log line for the Worker, whose own lines would carry the addresses of its requests. */
  writeLine(line: LogLine): void {
    writeLine(line)
  }

  /** Answers an upgrade to a WebSocket. The Worker sends it here because its token names this relay; the room checks the token. */
  override async fetch(request: Request): Promise<Response> {
    const upgrade = readUpgradeRequest(request)
    const { assignment } = upgrade
    if (this.#state.status === 'unassigned' && assignment !== null)
      this.#state = { status: 'starting', service: this.#createService(assignment) }
    if (this.#state.status === 'unassigned') return answerUpgrade(refused('not-a-participant'))
    return answerUpgrade(await this.#state.service.openSocket(upgrade))
  }

  /** Delivers what the room sends. Called by the room. */
  async receiveBatch(batch: RoomToRelay): Promise<RoomToRelayAnswer> {
    const answer =
      this.#state.status === 'unassigned'
        ? { missingAfter: null, isEmpty: true }
        : this.#state.service.deliverBatch(batch)
    // A batch that the relay can't deliver yet comes again, with what is missing.
    if (batch.isLast && answer.missingAfter === null) await this.#deleteRelay()
    return answer
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    if (this.#state.status === 'unassigned') closeQuietly(socket, CLOSE.gone, 'the room is gone')
    else this.#runHandler(this.#state.service, (service) => service.receiveFrame(socket, frame))
  }

  override webSocketClose(socket: WebSocket, code: number, _: string, wasClean: boolean): void {
    if (this.#state.status !== 'unassigned')
      this.#runHandler(this.#state.service, (service) =>
        service.socketClosed(socket, disconnectCauseOf(code, wasClean)),
      )
    closeQuietly(socket, 1000, '')
  }

  override webSocketError(socket: WebSocket): void {
    if (this.#state.status !== 'unassigned')
      this.#runHandler(this.#state.service, (service) => service.socketClosed(socket, 'cut'))
  }

  /**
   * Asks the room whether it still exists and reports who is connected here, in case a call of either side was lost. A
   * relay where nobody is connected deletes itself once the room knows that.
   */
  override async alarm(): Promise<void> {
    reportCounters(this.env, Date.now(), writeLine)
    try {
      if (this.#state.status === 'unassigned') return await this.ctx.storage.deleteAll()
      const { service } = this.#state
      if (service.isEmpty && service.isPresenceReported) return await this.#deleteRelay()
      // In case the room does not answer.
      await scheduleRetry(this.ctx.storage)
      this.#alarmAt = 0
      if (service.isEmpty) this.#state = { status: 'shutting-down', service }
      service.reportPresence()
    } catch (error) {
      log('relay-alarm-failed', error)
      await scheduleRetry(this.ctx.storage)
    }
  }

  /** Runs what a socket's event does. */
  #runHandler(service: RelayService, run: (service: RelayService) => void): void {
    logThrown('socket-handler-failed', () => run(service))
  }

  #createService(assignment: RelayAssignment): RelayService {
    const isServing = () => this.#state.status !== 'unassigned' && this.#state.service === service
    const service: RelayService = new RelayService({
      ctx: this.ctx,
      connections: this.#connections,
      relay: assignment.relay,
      callRoom: (call) => roomStubById(this.env, assignment.room).receiveRelayBatch(call),
      isServing,
      onAdmitted: () => this.#storeAssignment(assignment),
      onAnswered: (endsAt) => isServing() && this.#recordAnswer(service, endsAt),
      onRoomOver: () => isServing() && this.#deleteRelaySoon(),
      onEmpty: (now) => this.#setAlarm(now + EMPTY_MS),
    })
    return service
  }

  /** Stores which room the relay serves, once that is certain: the room has admitted somebody. */
  #storeAssignment(assignment: RelayAssignment): void {
    if (this.#state.status !== 'starting') return
    this.ctx.storage.kv.put(ASSIGNMENT_KEY, assignment)
    this.#state = { status: 'serving', service: this.#state.service }
    counters.count('relays')
    reportCounters(this.env, Date.now(), writeLine)
  }

  /** After an answer of the room: sets the alarm to the room's end, or earlier to ask again. */
  #recordAnswer(service: RelayService, endsAt: number): void {
    if (this.#state.status === 'starting') return
    if (this.#state.status === 'shutting-down' && service.isEmpty) return this.#deleteRelaySoon()
    this.#state = { status: 'serving', service }
    const now = Date.now()
    const wait = Math.max(ALARM_STEP_MS, Math.min(endsAt - now, RELAY_CHECK_EVERY))
    if (this.#alarmAt <= now || this.#alarmAt > now + wait + ALARM_STEP_MS) this.#setAlarm(now + wait)
  }

  #setAlarm(at: number): void {
    this.#alarmAt = at
    void this.ctx.storage.setAlarm(at)
  }

  #deleteRelaySoon(): void {
    this.#deleteRelay().catch((error) => log('relay-deletion-failed', error))
  }

  /** Closes every socket and deletes everything: the room is over, or nobody is connected here. */
  async #deleteRelay(): Promise<void> {
    this.#connections.closeAllConnections(CLOSE.gone, 'the room is gone')
    this.#state = UNASSIGNED
    this.#alarmAt = 0
    await this.ctx.storage.deleteAll()
  }
}
