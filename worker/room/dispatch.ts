import { CLOSE } from '../../protocol/close.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import {
  type AdmissionAnswer,
  type MessageAnswer,
  type RelayToRoom,
  type RelayToRoomAnswer,
  STORED,
} from '../relay-protocol/calls.ts'
import { closeQuietly, refusalFrame, serialiseEvent } from '../sockets/send.ts'
import { acceptMessage, broadcastTyping } from './post-message.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
import type { Participants } from './state/participants.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import { endsAt, phaseAt, type RoomParticipant, type RoomState } from './state/room-state.ts'
import type { RoomStore } from './storage/store.ts'

/** Something that came in: a frame over a socket of the room's own, what a relay passes on, or a request. */
export type Incoming =
  | { socket: WebSocket; frame: string | ArrayBuffer }
  | { call: RelayToRoom; answer: (answer: RelayToRoomAnswer) => void; fail: (error: unknown) => void }
  | { asked: QueuedRequest; fail: (error: unknown) => void }

/** A request that is dealt with together with everything else that comes in at once. */
export interface QueuedRequest {
  /** Does what is asked. @param live null where there is no room (any more) */
  run: (live: RoomState | null, now: number) => void
  /** Gives the answer, once everyone was told what happened. */
  respond: () => void
}

/** Things that came in at once above which typing is dropped: there are messages to deal with. */
const BUSY_ABOVE = 64

/** Characters in one answer to a relay, above which no more are welcomed: a quarter of what the platform lets through. */
const RELAY_ANSWER_MAX = 4_194_304

const INVALID: MessageAnswer = refused('invalid-event')

/** Deals with what comes in. One for a room's object. */
export class Dispatcher {
  readonly #store: RoomStore
  readonly #participants: Participants
  readonly #presence: PresenceTracker
  readonly #limited: boolean

  constructor(store: RoomStore, seats: Participants, attendance: PresenceTracker, limited: boolean) {
    this.#store = store
    this.#participants = seats
    this.#presence = attendance
    this.#limited = limited
  }

  /**
   * Takes all of it, in order, in one synchronous stretch: that makes it one transaction.
   * @param live null where there is no room any more
   * @returns what each of them is to be told alone, once everyone was told what happened
   */
  dispatchBatch(live: RoomState | null, batch: readonly Incoming[], now: number): (() => void)[] {
    const isOpen = live !== null && phaseAt(live, now) === 'open'
    const isBusy = batch.length > BUSY_ABOVE
    const answers: (() => void)[] = []
    for (const heard of batch) {
      try {
        const answer = this.#dispatchOne(live, isOpen, heard, isBusy, now)
        if (answer) answers.push(answer)
      } catch (error) {
        // One of them must not take the others with it.
        log('message-dispatch-failed', error)
        if ('fail' in heard) heard.fail(error)
      }
    }
    return answers
  }

  #dispatchOne(
    live: RoomState | null,
    isOpen: boolean,
    heard: Incoming,
    isBusy: boolean,
    now: number,
  ): (() => void) | null {
    if ('asked' in heard) {
      heard.asked.run(live, now)
      return heard.asked.respond
    }
    if (live === null || !isOpen) return refuseEnded(heard, live ? phaseAt(live, now) : 'gone')
    if ('socket' in heard) return this.#dispatchFrame(live, heard.socket, heard.frame, isBusy, now)
    const answer = this.#dispatchRelayBatch(live, heard.call, isBusy, now)
    return () => heard.answer(answer)
  }

  #dispatchFrame(
    live: RoomState,
    socket: WebSocket,
    frame: string | ArrayBuffer,
    isBusy: boolean,
    now: number,
  ): (() => void) | null {
    const connection = live.connections.findConnection(socket)
    if (!connection) return () => closeQuietly(socket, CLOSE.notAParticipant, 'not a participant')
    const { owner: member } = connection
    const received = live.connections.receiveFrame(connection, frame, now, live.lastSeq)
    if (received.kind === 'handled') return null
    if (received.kind === 'misbehaved') {
      const { code } = received
      // A participant that floods is banned with all its sockets.
      const closing = code === CLOSE.flooding ? [...member.sockets] : [socket]
      for (const each of closing) this.#presence.socketClosed(live, each, now)
      // After the answers to what it sent before.
      return () => {
        for (const each of closing) live.connections.closeMisbehavingSocket(each, code)
      }
    }
    if (received.kind === 'typing') {
      if (!isBusy) broadcastTyping(live, member, now)
      return null
    }
    const answer =
      received.kind === 'invalid' ? INVALID : this.#postMessage(live, member, received.message, now)
    const id = received.kind === 'invalid' ? received.id : received.message.id
    const said = answer.ok ? answer.value.repeated : refusalFrame(answer.refusal, id)
    if (said === null) return null
    // Before the next one is dealt with: very many may have come at once.
    live.connections.chargeCharacters(member, said.length)
    return () => {
      live.connections.sendDirectFrame(socket, said)
      if (
        live.connections.findConnection(socket) !== connection ||
        !live.connections.isTooFarBehind(connection, now)
      )
        return
      live.connections.closeMisbehavingSocket(socket, CLOSE.tooSlow)
      this.#presence.socketClosed(live, socket, now)
    }
  }

  #dispatchRelayBatch(live: RoomState, call: RelayToRoom, isBusy: boolean, now: number): RelayToRoomAnswer {
    const { relay, present, departures: left, typing } = call
    const sitting = (participantId: string) => {
      const member = live.participants.get(participantId)
      return member && !member.removed && member.relay === relay ? member : null
    }
    // Where nobody has a seat there is nobody to look for: a made-up token can name any relay.
    if (present && live.seatsByRelay.get(relay)) this.#presence.reconcile(live, relay, new Set(present), now)
    const said = call.messages.map(({ participantId, ...message }): MessageAnswer => {
      const member = sitting(participantId)
      return member ? this.#postMessage(live, member, message, now) : refused('not-a-participant')
    })
    // Whoever left had said it before.
    for (const { participantId, ...departure } of left) {
      const member = sitting(participantId)
      if (member) this.#presence.disconnected(live, member, departure, now)
    }
    for (const participantId of isBusy ? [] : typing) {
      const member = sitting(participantId)
      if (member) broadcastTyping(live, member, now)
    }
    let size = said.reduce((sum, answer) => sum + (answer.value?.repeated?.length ?? 0), 0)
    const admitted = call.admissions.map(
      ({ token, afterSeq: after, includeToken, spareCharacters: spare }, index): AdmissionAnswer => {
        // One at least gets in with a call with which nothing is said.
        if ((index > 0 || said.length > 0) && size > RELAY_ANSWER_MAX) return 'later'
        const member = this.#participants.findParticipant(live, { token })
        if (member?.relay !== relay) return refused('not-a-participant')
        this.#presence.connected(live, member, now)
        const told = includeToken ? token : undefined
        const { frame, mark } = live.welcomeCache.makeWelcome(
          this.#store,
          live,
          { participant: member, after, token: told, spare },
          now,
        )
        this.#presence.recordWelcome(live)
        size += frame.length
        return ok({ participantId: member.participantId, welcome: frame, cursor: mark })
      },
    )
    return ok({
      messages: said,
      admissions: admitted,
      lastSeq: live.lastSeq,
      wakeId: live.events.wakeId,
      endsAt: endsAt(live),
    })
  }

  #postMessage(
    live: RoomState,
    member: RoomParticipant,
    said: { id: string; text: string },
    now: number,
  ): MessageAnswer {
    try {
      const accepted = acceptMessage(this.#store, live, member, said, now, { limited: this.#limited })
      if (!accepted.ok) return accepted
      const { fresh, message } = accepted.value
      if (fresh) return STORED
      return ok({ repeated: serialiseEvent({ event: 'chat.message', data: message }) })
    } catch (error) {
      log('message-post-failed', error)
      return refused('internal')
    }
  }
}

/** What anyone is told where the room is not open (any more). */
function refuseEnded(heard: Exclude<Incoming, { asked: QueuedRequest }>, phase: Phase): () => void {
  if ('call' in heard) return () => heard.answer(refused(refusalIn(phase)))
  return () => closeQuietly(heard.socket, CLOSE.gone, 'the room is gone')
}
