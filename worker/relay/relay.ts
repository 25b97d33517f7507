import { DurableObject } from 'cloudflare:workers'
import { CLOSE, REPLACED } from '../../protocol/close.ts'
import { RELAY_CHECK_EVERY } from '../../protocol/limits.ts'
import { type Refusal, refused } from '../../protocol/refusal.ts'
import type { Connection, ConnectionOwner } from '../broadcast/connection.ts'
import { ConnectionRegistry } from '../broadcast/connections.ts'
import type { SocketRates } from '../broadcast/socket-rate-limits.ts'
import type { Bindings } from '../env.ts'
import { type LogLine, log, writeLine } from '../log.ts'
import type {
  AdmissionAnswer,
  Departure,
  MessageAnswer,
  RoomToRelay,
  RoomToRelayAnswer,
} from '../relay-protocol/calls.ts'
import { parseToken } from '../secrets/token.ts'
import { acceptSocket } from '../sockets/accept.ts'
import { readAttachment } from '../sockets/attachment.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import { closeQuietly, disconnectCauseOf, disconnectSocket, refusalFrame } from '../sockets/send.ts'
import { type RelayAssignment, readUpgradeRequest, writeUpgradeRefusal } from '../sockets/upgrade-request.ts'
import { RETRY_MS } from '../storage/retry.ts'
import { AdmissionBuffer } from './admission-buffer.ts'
import { RateLimitMemory } from './rate-limit-memory.ts'
import { participantOf, type RelayState, releaseAnswers, runAfterSeq } from './relay-state.ts'
import { RoomLink } from './room-link.ts'

/** How and since when somebody is gone. */
type LeaveDetails = Omit<Departure, 'participantId'>

/** What a socket is closed with. */
interface Closing {
  code: 4408 | 4413 | 4429
  reason?: string
}

/** Milliseconds after which a relay where nobody is any more forgets its room. */
const EMPTY_MS = 60_000
/** Milliseconds by which an alarm may be late before it is set again: a write each time. */
const ALARM_STEP_MS = 1_000

/**
 * A shard of a very large room: it holds sockets, asks the room about each seat, passes on what people send, and tells
 * its sockets what the room says. The room orders, stores and ends. A client can't tell the difference.
 */
export class Relay extends DurableObject<Bindings> {
  readonly #connections: ConnectionRegistry<ConnectionOwner>
  /** Sockets that misbehaved, and are closed once they heard what they said before. */
  readonly #closing = new WeakSet<WebSocket>()
  #state: RelayState | null = null
  /** When the alarm is due; 0 where that is not known. */
  #alarmAt = 0

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#connections = new ConnectionRegistry(ctx, env.RATE_LIMITS !== 'off')
    const sockets = ctx.getWebSockets()
    // Made-up relays ask nothing of storage either.
    const assignment = ctx.storage.kv.get<RelayAssignment>('assignment')
    if (assignment === undefined) {
      for (const socket of sockets) closeQuietly(socket, CLOSE.gone, 'the room is gone')
      return
    }
    const state = this.#startServing(assignment, true)
    const now = Date.now()
    for (const socket of sockets) {
      const attachment = readAttachment(socket)
      state.deliveredSeq = Math.max(state.deliveredSeq, attachment?.deliveredSeq ?? 0)
      if (attachment && socket.readyState === 1)
        this.#connections.restoreConnection(
          socket,
          participantOf(state, attachment.participantId),
          attachment,
          now,
        )
    }
    this.#storeDeliveredSeq(state)
  }

  /** Writes a line into the log for the Worker, whose own lines would carry its requests' addresses. */
  writeLine(line: LogLine): void {
    writeLine(line)
  }

  /** Takes the upgrade to a WebSocket. The Worker read from the token that it belongs here; the room checks it. */
  override async fetch(request: Request): Promise<Response> {
    const { token, afterSeq: after, assignment, includeToken, protocol } = readUpgradeRequest(request)
    const state = this.#state ?? (assignment && this.#startServing(assignment, false))
    if (state === null) return writeUpgradeRefusal({ code: 'not-a-participant' })
    const now = Date.now()
    this.#closeDeadConnections(state, now)
    // Whoever it says it is: it counts for something only once the room has checked it.
    const participantId = parseToken(token)?.participantId ?? ''
    const rates = state.participants.get(participantId) ?? state.rateLimits.findRates(participantId)
    const slow = this.#refuseUpgrade(participantId, rates, now)
    if (slow) return writeUpgradeRefusal(slow)
    return new Promise((resolve) => {
      state.roomLink.requestAdmission({
        token,
        afterSeq: after,
        includeToken,
        spareCharacters: this.#connections.getSpareCharacters(rates, now),
        answer: (answer) => resolve(this.#admitParticipant(state, protocol, answer)),
      })
    })
  }

  /** Hears from the room, and tells everyone here. */
  async receiveBatch(batch: RoomToRelay): Promise<RoomToRelayAnswer> {
    const state = this.#state
    if (state === null) {
      if (batch.isLast) await this.ctx.storage.deleteAll()
      return { missingAfter: null, isEmpty: true }
    }
    const now = Date.now()
    this.#closeDeadConnections(state, now)
    if (this.#connections.size > 0 && batch.afterSeq > state.deliveredSeq)
      return { missingAfter: state.deliveredSeq, isEmpty: false }
    this.#noteRoomWake(state, batch.wakeId)
    const events = batch.events.filter(({ seq, tick }) =>
      seq > 0 ? seq > state.deliveredSeq : tick > state.deliveredTick,
    )
    if (state.roomLink.isAdmitting) state.admissionBuffer.addEvents(events)
    state.deliveredSeq = Math.max(
      state.deliveredSeq,
      batch.afterSeq,
      events.findLast(({ seq }) => seq > 0)?.seq ?? 0,
    )
    state.deliveredTick = Math.max(state.deliveredTick, events.findLast(({ seq }) => seq === 0)?.tick ?? 0)
    this.#connections.broadcastEvents(events, state.participants, {
      seq: state.deliveredSeq,
      tick: state.deliveredTick,
    })
    this.#storeDeliveredSeq(state)
    releaseAnswers(state)
    for (const { participantId, code } of batch.disconnections) {
      if (state.roomLink.isAdmitting) state.admissionBuffer.addDisconnected(participantId)
      for (const socket of [...(state.participants.get(participantId)?.sockets ?? [])]) {
        this.#removeConnection(state, socket, { lastSeenAt: now, cause: 'cut' }, now)
        disconnectSocket(socket, code)
      }
      // The room knows.
      state.roomLink.cancelLeave(participantId)
    }
    for (const socket of this.#connections.takeSlowSockets())
      this.#closeMisbehaving(state, socket, { code: CLOSE.tooSlow }, now)
    if (batch.isLast) await this.#deleteState()
    return { missingAfter: null, isEmpty: isEmpty(this.#connections, state) }
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    const state = this.#state
    if (state === null) return closeQuietly(socket, CLOSE.gone, 'the room is gone')
    const connection = this.#connections.findConnection(socket)
    if (connection === undefined) return closeQuietly(socket, CLOSE.notAParticipant, 'not a participant')
    if (this.#closing.has(socket)) return
    const { participantId, sockets } = connection.owner
    const now = Date.now()
    const received = this.#connections.receiveFrame(connection, frame, now, state.deliveredSeq)
    this.#closeDeadConnections(state, now)
    if (received.kind === 'handled') return
    if (received.kind === 'misbehaved') {
      const { code } = received
      // A participant that floods is banned with all its sockets.
      const closing = code === CLOSE.flooding ? [...sockets] : [socket]
      for (const each of closing) this.#closing.add(each)
      // After what it sent before.
      const shut = () => {
        for (const each of closing) this.#closeMisbehaving(state, each, { code }, Date.now())
      }
      return state.roomLink.runAfterAnswers((lastSeq) => runAfterSeq(state, lastSeq, shut))
    }
    if (received.kind === 'typing') return state.roomLink.reportTyping(participantId)
    if (received.kind === 'invalid') {
      const { id } = received
      const refuse = () =>
        this.#answerSocket(state, socket, connection, refusalFrame({ code: 'invalid-event' }, id))
      // Whatever it sent before is answered before.
      return state.roomLink.runAfterAnswers((lastSeq) => runAfterSeq(state, lastSeq, refuse))
    }
    const { id, text } = received.message
    const answer = (answer: MessageAnswer, lastSeq: number) => {
      const frame = answer.ok ? answer.value.repeated : refusalFrame(answer.refusal, id)
      if (frame === null) return
      runAfterSeq(state, lastSeq, () => this.#answerSocket(state, socket, connection, frame))
    }
    if (!state.roomLink.sendMessage({ participantId, id, text, answer })) {
      answer(refused({ code: 'slow-down', retryAfter: 1 }), 0)
    }
  }

  override webSocketClose(socket: WebSocket, code: number, _: string, wasClean: boolean): void {
    const now = Date.now()
    if (this.#state)
      this.#removeConnection(
        this.#state,
        socket,
        { lastSeenAt: now, cause: disconnectCauseOf(code, wasClean) },
        now,
      )
    closeQuietly(socket, 1000, '')
  }

  override webSocketError(socket: WebSocket): void {
    const now = Date.now()
    if (this.#state) this.#removeConnection(this.#state, socket, { lastSeenAt: now, cause: 'cut' }, now)
  }

  /** The backstop of every ending: asks the room whether it still is, and who sits here that it doesn't know of. */
  override async alarm(): Promise<void> {
    try {
      const state = this.#state
      if (state === null) return await this.ctx.storage.deleteAll()
      if (isEmpty(this.#connections, state) && state.roomLink.isPresenceReported)
        return await this.#deleteState()
      // Until the room has answered: it may count people who were lost with an earlier waking of this relay.
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
      this.#alarmAt = 0
      state.isShuttingDown = true
      state.roomLink.reportPresence()
    } catch (error) {
      log('relay-alarm-failed', error)
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  #startServing(assignment: RelayAssignment, isStored: boolean): RelayState {
    const state: RelayState = {
      assignment,
      isStored,
      isShuttingDown: false,
      participants: new Map(),
      rateLimits: new RateLimitMemory(),
      deliveredSeq: 0,
      deliveredTick: 0,
      wakeId: '',
      admissionBuffer: new AdmissionBuffer(),
      heldAnswers: [],
      roomLink: new RoomLink({
        relay: assignment.relay,
        listPresent: () => [...state.participants.keys()],
        callRoom: (batch) =>
          this.env.ROOMS.get(this.env.ROOMS.idFromString(assignment.room)).receiveRelayBatch(batch),
        step: () => this.ctx.storage.sync(),
        onRoomWake: (wakeId) => this.#noteRoomWake(state, wakeId),
        onAnswered: (endsAt) => this.#roomAnswered(state, endsAt),
        onRoomOver: () => this.#endRelay(state),
      }),
    }
    this.#state = state
    return state
  }

  /** Lets somebody in whose seat the room has checked, or says what the room said. */
  #admitParticipant(
    state: RelayState,
    protocol: string | null,
    answer: Exclude<AdmissionAnswer, 'later'>,
  ): Response {
    if (!answer.ok) return writeUpgradeRefusal(answer.refusal)
    const now = Date.now()
    const { participantId, welcome, cursor } = answer.value
    // The word of a removal, or of the end, may overtake the answer.
    if (this.#state !== state || state.admissionBuffer.isDisconnected(participantId))
      return writeUpgradeRefusal({ code: 'not-a-participant' })
    if (!state.isStored) this.ctx.storage.kv.put('assignment', state.assignment)
    state.isStored = true
    const participant = participantOf(state, participantId)
    // Many may have asked at once, each of whom seemed to be the only one.
    const slow = this.#refuseUpgrade(participantId, participant, now)
    if (slow) {
      if (participant.sockets.size === 0)
        this.#removeParticipant(state, participant, { lastSeenAt: now, cause: 'cut' }, now)
      return writeUpgradeRefusal(slow)
    }
    if (this.#connections.isAtConnectionLimit(participant)) {
      const quietest = this.#connections.findQuietestSocket(participant)
      if (quietest) this.#closeMisbehaving(state, quietest, { code: CLOSE.flooding, reason: REPLACED }, now)
    }
    // Whoever comes first brings along where the room stands.
    if (this.#connections.size === 0) state.deliveredSeq = Math.max(state.deliveredSeq, cursor.seq)
    const { response, socket } = acceptSocket(this.ctx, participantId, protocol)
    this.#connections.addConnection(socket, participant, now)
    state.roomLink.cancelLeave(participantId)
    this.#connections.sendWelcome(socket, welcome, cursor)
    this.#connections.sendMissedEvents(socket, state.admissionBuffer.listMissedEvents(participantId, cursor))
    this.#storeDeliveredSeq(state)
    return response
  }

  /** The room woke anew: what it says from now on has other ticks. */
  #noteRoomWake(state: RelayState, wakeId: string): void {
    if (state.wakeId === wakeId) return
    state.wakeId = wakeId
    state.deliveredTick = 0
    state.admissionBuffer.dropTickedEvents()
    this.#connections.resetCursorTicks()
  }

  /** Answers one socket alone; one that is too far behind for that has to come back. */
  #answerSocket(
    state: RelayState,
    socket: WebSocket,
    connection: Connection<ConnectionOwner>,
    frame: string,
  ): void {
    if (this.#connections.findConnection(socket) !== connection) return
    this.#connections.chargeCharacters(connection.owner, frame.length)
    this.#connections.sendDirectFrame(socket, frame)
    const now = Date.now()
    if (this.#connections.isTooFarBehind(connection, now))
      this.#closeMisbehaving(state, socket, { code: CLOSE.tooSlow }, now)
  }

  /** After every word from the room: minds its end, and asks again in a while. */
  #roomAnswered(state: RelayState, endsAt: number): void {
    state.admissionBuffer.clear()
    if (this.#state !== state || !state.isStored) return
    const isGoing = state.isShuttingDown && isEmpty(this.#connections, state)
    state.isShuttingDown = false
    if (isGoing) return this.#endRelay(state)
    const now = Date.now()
    const wait = Math.max(ALARM_STEP_MS, Math.min(endsAt - now, RELAY_CHECK_EVERY))
    if (this.#alarmAt <= now || this.#alarmAt > now + wait + ALARM_STEP_MS) this.#setAlarm(now + wait)
  }

  #setAlarm(at: number): void {
    this.#alarmAt = at
    void this.ctx.storage.setAlarm(at)
  }

  /** Forgets a socket, and tells the room where that was somebody's last one. */
  #removeConnection(state: RelayState, socket: WebSocket, departure: LeaveDetails, now: number): void {
    const participant = this.#connections.removeConnection(socket)
    this.#storeDeliveredSeq(state)
    if (participant) this.#removeParticipant(state, participant, departure, now)
  }

  /** Forgets somebody who has no socket any more, and tells the room. */
  #removeParticipant(
    state: RelayState,
    participant: ConnectionOwner,
    departure: LeaveDetails,
    now: number,
  ): void {
    const { participantId } = participant
    state.participants.delete(participantId)
    state.rateLimits.keepRates(participantId, participant, now)
    state.roomLink.reportLeave({ participantId, ...departure })
    if (this.#connections.size === 0) this.#setAlarm(now + EMPTY_MS)
  }

  /** Closes dead lines. Called whenever something happens here. */
  #closeDeadConnections(state: RelayState, now: number): void {
    for (const { socket, lastSeenAt: since } of this.#connections.takeDeadConnections(now)) {
      this.#removeConnection(state, socket, { lastSeenAt: since, cause: 'dead' }, now)
      closeQuietly(socket, 1000, '')
    }
  }

  /** Why somebody may open no socket now, or null. */
  #refuseUpgrade(participantId: string, rates: SocketRates | null, now: number): Refusal | null {
    return refuseForNow(this.#connections.getUpgradeWait(participantId, rates, now))
  }

  #closeMisbehaving(state: RelayState, socket: WebSocket, { code, reason }: Closing, now: number): void {
    this.#removeConnection(state, socket, { lastSeenAt: now, cause: 'cut' }, now)
    this.#connections.closeMisbehavingSocket(socket, code, reason)
  }

  /**
   * One socket remembers in its attachment which message all of them have: that costs no write, and lives exactly as
   * long as it is needed, through sleep and until the last of them closes.
   */
  #storeDeliveredSeq(state: RelayState): void {
    this.#connections.storeDeliveredSeq(state.deliveredSeq)
  }

  #endRelay(state: RelayState): void {
    if (this.#state === state) void this.#deleteState().catch((error) => log('relay-not-ended', error))
  }

  /** There is no room any more, or nobody here: closes every socket, and deletes what was stored. */
  async #deleteState(): Promise<void> {
    this.#connections.closeAllConnections(CLOSE.gone, 'the room is gone')
    this.#state = null
    this.#alarmAt = 0
    await this.ctx.storage.deleteAll()
  }
}

/** Whether nobody is here, and nobody about to come. */
function isEmpty(crowd: ConnectionRegistry<ConnectionOwner>, state: RelayState): boolean {
  return crowd.size === 0 && !state.roomLink.isAdmitting
}
