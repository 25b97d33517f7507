import { CLOSE } from '../../protocol/close.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import type { EventQueue } from '../broadcast/event-queue.ts'
import { BroadcastThrottle } from '../broadcast/throttle.ts'
import type { MessageEditor } from './change-messages.ts'
import type { SocketCloser } from './close-sockets.ts'
import type { DoorSockets } from './door-sockets.ts'
import type { SocketOpener } from './open-socket.ts'
import type { Relays } from './relays/relays.ts'
import type { IdleTimes } from './state/idle-times.ts'
import type { MessageIndex } from './state/message-index.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { Participants } from './state/participants.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import type { RoomChanges } from './state/room-changes.ts'

/** What is sent, and through what. */
export interface EventFlusherOptions {
  events: EventQueue
  messages: Pick<MessageIndex, 'lastSeq'>
  participants: Participants
  connections: ConnectionRegistry<RoomParticipant>
  relays: Relays
  presence: PresenceTracker
  socketCloser: SocketCloser
  doorSockets: DoorSockets
  idleTimes: IdleTimes
  changes: RoomChanges
  editor: MessageEditor
  sockets: SocketOpener
  /** Has the batcher end a batch. Called where something was enqueued while events were sent. */
  finishBatch: () => void
}

/** Broadcasts what happened and was not broadcast yet. */
export class EventFlusher {
  readonly #options: EventFlusherOptions
  readonly #throttle = new BroadcastThrottle(() => this.flushEvents())
  #isStopped = false

  constructor(options: EventFlusherOptions) {
    this.#options = options
  }

  /**
   * Welcomes new sockets, broadcasts what is queued, and closes sockets that are too far behind.
   * @param isUrgent whether events that may wait are sent now, too
   */
  flushEvents(isUrgent = false): void {
    if (this.#isStopped) return
    const { events, connections, relays, socketCloser, idleTimes, changes, editor, sockets, finishBatch } =
      this.#options
    const now = Date.now()
    idleTimes.writeIdle()
    // A timer may have come here: what is read now must not be what was to be gone before.
    editor.deleteDueMessages(now)
    changes.enqueueDueChanges(now)
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

  /** Sends everyone why the room has closed or ended, and closes all sockets, here and at relays. */
  sendEnd(reason: EndReason): void {
    const { events, participants, connections, relays, presence, doorSockets } = this.#options
    events.enqueueEvent({ event: 'chat.destroy', data: { isDestroyed: true, reason } })
    const batch = events.takeEvents()
    connections.broadcastEvents(batch, participants.byId, this.#newestCursor())
    connections.closeAllConnections(CLOSE.gone, 'the room is gone')
    doorSockets.sendEnd(reason)
    relays.sendEnd(batch, participants.seatsByRelay.keys())
    presence.clearPresent()
  }

  /** Sends nothing any more: the room has ended. */
  stop(): void {
    this.#isStopped = true
  }

  #newestCursor() {
    const { events, messages } = this.#options
    return { seq: messages.lastSeq, tick: events.tick }
  }
}
