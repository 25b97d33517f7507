import { CLOSE } from '../../protocol/close.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import type { EventQueue } from '../broadcast/event-queue.ts'
import { BroadcastThrottle } from '../broadcast/throttle.ts'
import type { SocketCloser } from './close-sockets.ts'
import type { SocketOpener } from './open-socket.ts'
import type { Relays } from './relays/relays.ts'
import type { IdleTimes } from './state/idle-times.ts'
import type { MessageIndex } from './state/message-index.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { Participants } from './state/participants.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'

/** What is sent, and to whom. */
export interface EventFlusherOptions {
  events: EventQueue
  messages: Pick<MessageIndex, 'lastSeq'>
  participants: Participants
  connections: ConnectionRegistry<RoomParticipant>
  relays: Relays
  presence: PresenceTracker
  socketCloser: SocketCloser
  idleTimes: IdleTimes
  sockets: SocketOpener
  /** Has the batcher end a batch, because something was enqueued while events were sent. */
  finishBatch: () => void
}

/** Sends everyone what happened and was not sent yet. */
export class EventFlusher {
  readonly #options: EventFlusherOptions
  readonly #throttle = new BroadcastThrottle(() => this.flushEvents())
  #isStopped = false

  constructor(options: EventFlusherOptions) {
    this.#options = options
  }

  /**
   * Welcomes new sockets and sends everyone what is queued; those who read too slowly are sent away to resume.
   * @param isUrgent whether also what could wait is sent now
   */
  flushEvents(isUrgent = false): void {
    if (this.#isStopped) return
    const { events, connections, relays, socketCloser, idleTimes, sockets, finishBatch } = this.#options
    const now = Date.now()
    idleTimes.writeIdle()
    sockets.sendWelcomes(now)
    if (!isUrgent && this.#throttle.shouldDefer(events, connections.size, now)) return
    const batch = events.takeEvents()
    if (batch.length === 0) return relays.resumeDelivery()
    this.#throttle.recordBroadcast(now)
    connections.broadcastEvents(batch, this.#options.participants.byId, this.#newestCursor())
    relays.broadcastEvents(batch)
    socketCloser.closeSlowSockets(now)
    if (!events.isEmpty) finishBatch()
  }

  /** Sends everyone why the room is over for them, and closes all sockets. The facilitator may still read what was said. */
  sendEnd(reason: EndReason): void {
    const { events, participants, connections, relays, presence } = this.#options
    events.enqueueEvent({ event: 'chat.destroy', data: { isDestroyed: true, reason } })
    const batch = events.takeEvents()
    connections.broadcastEvents(batch, participants.byId, this.#newestCursor())
    connections.closeAllConnections(CLOSE.gone, 'the room is gone')
    relays.sendEnd(batch, participants.seatsByRelay.keys())
    presence.clearPresent()
  }

  /** Sends nothing from now on: the room is over. */
  stop(): void {
    this.#isStopped = true
  }

  #newestCursor() {
    const { events, messages } = this.#options
    return { seq: messages.lastSeq, tick: events.tick }
  }
}
