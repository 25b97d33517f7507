import { DurableObject } from 'cloudflare:workers'
import { CLOSE, REPLACED } from '../../protocol/close.ts'
import { RELAY_CHECK_EVERY } from '../../protocol/limits.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import {
  type Connection,
  type ConnectionOwner,
  ConnectionRegistry,
  type SocketRates,
} from '../broadcast/connections.ts'
import type { Bindings } from '../env.ts'
import { type LogLine, log, writeLine } from '../log.ts'
import { parseToken } from '../secrets/token.ts'
import { acceptSocket } from '../sockets/accept.ts'
import { readAttachment } from '../sockets/attachment.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import { closeQuietly, disconnect, howGone, refusalFrame } from '../sockets/send.ts'
import { type RelayAssignment, readUpgradeRequest } from '../sockets/upgrade-request.ts'
import { RETRY_MS } from '../storage/retry.ts'
import type { AdmitAnswer, Departure, FromRoom, RelayAnswer, SaidAnswer } from './calls.ts'
import { type Duty, once, release, sitterOf } from './duty.ts'
import { Meanwhile } from './meanwhile.ts'
import { Paces } from './paces.ts'
import { Up } from './uplink.ts'

/** How and since when somebody is gone. */
type Going = Omit<Departure, 'participantId'>

/** What a socket is closed with. */
interface Closing {
  code: 4408 | 4413 | 4429
  reason?: string
}

/** Milliseconds after which a relay where nobody is any more forgets its room. */
const EMPTY_FOR = 60_000
/** Milliseconds by which an alarm may be late before it is set again: a write each time. */
const ALARM_STEP = 1_000

/**
 * A shard of a very large room: it holds sockets, asks the room about each seat, passes on what people send, and tells
 * its sockets what the room says. The room orders, stores and ends. A client can't tell the difference.
 */
export class Relay extends DurableObject<Bindings> {
  readonly #crowd: ConnectionRegistry<ConnectionOwner>
  /** Sockets that misbehaved, and are closed once they heard what they said before. */
  readonly #closing = new WeakSet<WebSocket>()
  #duty: Duty | null = null
  /** When the alarm is due; 0 where that is not known. */
  #alarmAt = 0

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#crowd = new ConnectionRegistry(ctx, env.RATE_LIMITS !== 'off')
    const sockets = ctx.getWebSockets()
    // Made-up relays ask nothing of storage either.
    const assignment = ctx.storage.kv.get<RelayAssignment>('post')
    if (assignment === undefined) {
      for (const socket of sockets) closeQuietly(socket, CLOSE.gone, 'the room is gone')
      return
    }
    const duty = this.#serve(assignment, true)
    const now = Date.now()
    for (const socket of sockets) {
      const attachment = readAttachment(socket)
      duty.told = Math.max(duty.told, attachment?.deliveredSeq ?? 0)
      if (attachment && socket.readyState === 1)
        this.#crowd.restoreConnection(socket, sitterOf(duty, attachment.participantId), attachment, now)
    }
    this.#carry(duty)
  }

  /** Writes a line into the log for the Worker, whose own lines would carry its requests' addresses. */
  writeLine(line: LogLine): void {
    writeLine(line)
  }

  /** Takes the upgrade to a WebSocket. The Worker read from the token that it belongs here; the room checks it. */
  override async fetch(request: Request): Promise<Response> {
    const { token, after, assignment, includeToken, protocol } = readUpgradeRequest(request)
    const duty = this.#duty ?? (assignment && this.#serve(assignment, false))
    if (duty === null) return Response.json({ code: 'not-a-participant' } satisfies Refusal)
    const now = Date.now()
    this.#tidy(duty, now)
    // Whoever it says it is: it counts for something only once the room has checked it.
    const participantId = parseToken(token)?.participantId ?? ''
    const rates = duty.sitters.get(participantId) ?? duty.paces.find(participantId)
    const slow = this.#slowDown(participantId, rates, now)
    if (slow) return Response.json(slow)
    return new Promise((resolve) => {
      duty.up.admit({
        token,
        after,
        isTold: includeToken,
        spare: this.#crowd.spareCharacters(rates, now),
        answer: (answer) => resolve(this.#admitted(duty, protocol, answer)),
      })
    })
  }

  /** Hears from the room, and tells everyone here. */
  async tell(batch: FromRoom): Promise<RelayAnswer> {
    const duty = this.#duty
    if (duty === null) {
      if (batch.over) await this.ctx.storage.deleteAll()
      return { behind: null, deserted: true }
    }
    const now = Date.now()
    this.#tidy(duty, now)
    if (this.#crowd.size > 0 && batch.after > duty.told) return { behind: duty.told, deserted: false }
    this.#meet(duty, batch.born)
    const events = batch.events.filter(({ seq, tick }) => (seq > 0 ? seq > duty.told : tick > duty.tick))
    if (duty.up.isAdmitting) duty.meanwhile.hear(events)
    duty.told = Math.max(duty.told, batch.after, events.findLast(({ seq }) => seq > 0)?.seq ?? 0)
    duty.tick = Math.max(duty.tick, events.findLast(({ seq }) => seq === 0)?.tick ?? 0)
    this.#crowd.broadcastEvents(events, duty.sitters, { seq: duty.told, tick: duty.tick })
    this.#carry(duty)
    release(duty)
    for (const { participantId, code } of batch.drops) {
      if (duty.up.isAdmitting) duty.meanwhile.drop(participantId)
      for (const socket of [...(duty.sitters.get(participantId)?.sockets ?? [])]) {
        this.#drop(duty, socket, { since: now, how: 'cut' }, now)
        disconnect(socket, code)
      }
      // The room knows.
      duty.up.stay(participantId)
    }
    for (const socket of this.#crowd.takeSlowSockets()) this.#shut(duty, socket, { code: CLOSE.tooSlow }, now)
    if (batch.over) await this.#end()
    return { behind: null, deserted: isDeserted(this.#crowd, duty) }
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    const duty = this.#duty
    if (duty === null) return closeQuietly(socket, CLOSE.gone, 'the room is gone')
    const connection = this.#crowd.findConnection(socket)
    if (connection === undefined) return closeQuietly(socket, CLOSE.notAParticipant, 'not a participant')
    if (this.#closing.has(socket)) return
    const { participantId, sockets } = connection.owner
    const now = Date.now()
    const heard = this.#crowd.receiveFrame(socket, connection, frame, now, duty.told)
    this.#tidy(duty, now)
    if (heard === null) return
    if (typeof heard === 'number') {
      // Who floods is kept off, with all sockets.
      const closing = heard === CLOSE.flooding ? [...sockets] : [socket]
      for (const each of closing) this.#closing.add(each)
      // After what it sent before.
      const shut = () => {
        for (const each of closing) this.#shut(duty, each, { code: heard }, Date.now())
      }
      return duty.up.after((lastSeq) => once(duty, lastSeq, shut))
    }
    if (heard.event === 'chat.typing') return duty.up.type(participantId)
    if (heard.event === 'invalid') {
      const say = () =>
        this.#answer(duty, socket, connection, { refusal: { code: 'invalid-event' } }, heard.id)
      // Whatever it sent before is answered before.
      return duty.up.after((lastSeq) => once(duty, lastSeq, say))
    }
    const { id, text } = heard.data
    const answer = (answer: SaidAnswer, lastSeq: number) => {
      if (answer === null) return
      once(duty, lastSeq, () => this.#answer(duty, socket, connection, answer, id))
    }
    if (!duty.up.say({ participantId, id, text, answer })) {
      answer({ refusal: { code: 'slow-down', retryAfter: 1 } }, 0)
    }
  }

  override webSocketClose(socket: WebSocket, code: number, _: string, wasClean: boolean): void {
    const now = Date.now()
    if (this.#duty) this.#drop(this.#duty, socket, { since: now, how: howGone(code, wasClean) }, now)
    closeQuietly(socket, 1000, '')
  }

  override webSocketError(socket: WebSocket): void {
    const now = Date.now()
    if (this.#duty) this.#drop(this.#duty, socket, { since: now, how: 'cut' }, now)
  }

  /** The backstop of every ending: asks the room whether it still is, and who sits here that it doesn't know of. */
  override async alarm(): Promise<void> {
    try {
      const duty = this.#duty
      if (duty === null) return await this.ctx.storage.deleteAll()
      if (isDeserted(this.#crowd, duty) && duty.up.isTold) return await this.#end()
      // Until the room has answered: it may count people who were lost with an earlier waking of this relay.
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
      this.#alarmAt = 0
      duty.isGoing = true
      duty.up.roll()
    } catch (error) {
      log('relay-alarm-failed', error)
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  #serve(assignment: RelayAssignment, isStored: boolean): Duty {
    const duty: Duty = {
      post: assignment,
      isStored,
      isGoing: false,
      sitters: new Map(),
      paces: new Paces(),
      told: 0,
      tick: 0,
      born: '',
      meanwhile: new Meanwhile(),
      held: [],
      up: new Up({
        relay: assignment.relay,
        present: () => [...duty.sitters.keys()],
        call: (batch) => this.env.ROOMS.get(this.env.ROOMS.idFromString(assignment.room)).pass(batch),
        step: () => this.ctx.storage.sync(),
        met: (born) => this.#meet(duty, born),
        reached: (endsAt) => this.#reached(duty, endsAt),
        over: () => this.#quit(duty),
      }),
    }
    this.#duty = duty
    return duty
  }

  /** Lets somebody in whose seat the room has checked, or says what the room said. */
  #admitted(duty: Duty, protocol: string | null, answer: Exclude<AdmitAnswer, 'later'>): Response {
    if ('refusal' in answer) return Response.json(answer.refusal)
    const now = Date.now()
    const { participantId, welcome, mark } = answer
    // The word of a removal, or of the end, may overtake the answer.
    if (this.#duty !== duty || duty.meanwhile.hasDropped(participantId))
      return Response.json({ code: 'not-a-participant' } satisfies Refusal)
    if (!duty.isStored) this.ctx.storage.kv.put('post', duty.post)
    duty.isStored = true
    const sitter = sitterOf(duty, participantId)
    // Many may have asked at once, each of whom seemed to be the only one.
    const slow = this.#slowDown(participantId, sitter, now)
    if (slow) {
      if (sitter.sockets.size === 0) this.#leave(duty, sitter, { since: now, how: 'cut' }, now)
      return Response.json(slow)
    }
    if (this.#crowd.hasAllConnections(sitter)) {
      const quietest = this.#crowd.findQuietestSocket(sitter)
      if (quietest) this.#shut(duty, quietest, { code: CLOSE.flooding, reason: REPLACED }, now)
    }
    // Whoever comes first brings along where the room stands.
    if (this.#crowd.size === 0) duty.told = Math.max(duty.told, mark.seq)
    const { response, socket } = acceptSocket(this.ctx, participantId, protocol)
    this.#crowd.addConnection(socket, sitter, now)
    duty.up.stay(participantId)
    this.#crowd.sendWelcome(socket, welcome, mark)
    this.#crowd.sendMissedEvents(socket, duty.meanwhile.newsFor(participantId, mark))
    this.#carry(duty)
    return response
  }

  /** The room woke anew: what it says from now on has other ticks. */
  #meet(duty: Duty, born: string): void {
    if (duty.born === born) return
    duty.born = born
    duty.tick = 0
    duty.meanwhile.forgetTicks()
    this.#crowd.resetTicks()
  }

  /** Answers one socket alone; one that is too far behind for that has to come back. */
  #answer(
    duty: Duty,
    socket: WebSocket,
    connection: Connection<ConnectionOwner>,
    answer: { refusal: Refusal } | { frame: string },
    id: string | undefined,
  ): void {
    if (this.#crowd.findConnection(socket) !== connection) return
    const frame = 'frame' in answer ? answer.frame : refusalFrame(answer.refusal, id)
    this.#crowd.chargeCharacters(connection.owner, frame.length)
    this.#crowd.sendDirectFrame(socket, frame)
    const now = Date.now()
    if (this.#crowd.isOverdue(socket, connection, now)) this.#shut(duty, socket, { code: CLOSE.tooSlow }, now)
  }

  /** After every word from the room: minds its end, and asks again in a while. */
  #reached(duty: Duty, endsAt: number): void {
    duty.meanwhile.end()
    if (this.#duty !== duty || !duty.isStored) return
    const isGoing = duty.isGoing && isDeserted(this.#crowd, duty)
    duty.isGoing = false
    if (isGoing) return this.#quit(duty)
    const now = Date.now()
    const wait = Math.max(ALARM_STEP, Math.min(endsAt - now, RELAY_CHECK_EVERY))
    if (this.#alarmAt <= now || this.#alarmAt > now + wait + ALARM_STEP) this.#setAlarm(now + wait)
  }

  #setAlarm(at: number): void {
    this.#alarmAt = at
    void this.ctx.storage.setAlarm(at)
  }

  /** Forgets a socket, and tells the room where that was somebody's last one. */
  #drop(duty: Duty, socket: WebSocket, departure: Going, now: number): void {
    const sitter = this.#crowd.removeConnection(socket)
    this.#carry(duty)
    if (sitter) this.#leave(duty, sitter, departure, now)
  }

  /** Forgets somebody who has no socket any more, and tells the room. */
  #leave(duty: Duty, sitter: ConnectionOwner, departure: Going, now: number): void {
    const { participantId } = sitter
    duty.sitters.delete(participantId)
    duty.paces.keep(participantId, sitter, now)
    duty.up.leave({ participantId, ...departure })
    if (this.#crowd.size === 0) this.#setAlarm(now + EMPTY_FOR)
  }

  /** Closes dead lines. Called whenever something happens here. */
  #tidy(duty: Duty, now: number): void {
    for (const { socket, since } of this.#crowd.takeDeadConnections(now)) {
      this.#drop(duty, socket, { since, how: 'dead' }, now)
      closeQuietly(socket, 1000, '')
    }
  }

  /** Why somebody may open no socket now, or null. */
  #slowDown(participantId: string, rates: SocketRates | null, now: number): Refusal | null {
    return refuseForNow(this.#crowd.waitToOpen(participantId, rates, now))
  }

  #shut(duty: Duty, socket: WebSocket, { code, reason }: Closing, now: number): void {
    this.#drop(duty, socket, { since: now, how: 'cut' }, now)
    this.#crowd.closeMisbehaving(socket, code, reason)
  }

  /**
   * One socket remembers in its attachment which message all of them have: that costs no write, and lives exactly as
   * long as it is needed, through sleep and until the last of them closes.
   */
  #carry(duty: Duty): void {
    this.#crowd.storeDeliveredSeq(duty.told)
  }

  #quit(duty: Duty): void {
    if (this.#duty === duty) void this.#end().catch((error) => log('relay-not-ended', error))
  }

  /** There is no room any more, or nobody here: closes every socket, and deletes what was stored. */
  async #end(): Promise<void> {
    this.#crowd.closeAllConnections(CLOSE.gone, 'the room is gone')
    this.#duty = null
    this.#alarmAt = 0
    await this.ctx.storage.deleteAll()
  }
}

/** Whether nobody is here, and nobody about to come. */
function isDeserted(crowd: ConnectionRegistry<ConnectionOwner>, duty: Duty): boolean {
  return crowd.size === 0 && !duty.up.isAdmitting
}
