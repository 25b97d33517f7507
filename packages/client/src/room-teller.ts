import type { RoomCipher } from '../../../client/room/room-cipher.ts'
import type { RoomState } from '../../../client/room/room-state.ts'
import type { RoomEvent as WireEvent } from '../../../protocol/room-events.ts'
import { makeChangeWatch } from './change-watch.ts'
import { makeEventHub } from './event-hub.ts'
import { type EventOrder, makeEventOrder } from './event-order.ts'
import type { OverReason, RoomEvents, SessionStatus } from './events.ts'
import { toMessage } from './open-message.ts'
import { translateEvent } from './translate-event.ts'

/** Tells whoever listens what happens in a room: each thing once, in its order, and the end last. */
export class RoomTeller {
  readonly hub = makeEventHub()
  readonly #state: RoomState
  readonly #order: EventOrder
  readonly #watchChanges: () => void
  #status: SessionStatus = 'reconnecting'
  #isDestroyTold = false

  constructor(state: RoomState, cipher: () => RoomCipher | null) {
    this.#state = state
    this.#order = makeEventOrder({
      latest: state,
      onMessage: (message) =>
        this.hub.emit({ event: 'chat.message', data: toMessage(message, state.me?.participantId) }),
      onEvent: this.hub.emit,
    })
    this.#watchChanges = makeChangeWatch({ latest: state, cipher, onEvent: this.#order.add })
  }

  get status(): SessionStatus {
    return this.#status
  }

  /** The newest `seq` that was told; 0 before the first. */
  get told(): number {
    return this.#order.told
  }

  /** Tells that the session stands elsewhere, where it does. */
  setStatus(status: SessionStatus, reason?: OverReason): void {
    if (this.#status === status) return
    this.#status = status
    this.#order.add({ event: 'status', data: { status, ...(reason && { reason }) } })
  }

  /** Tells what came over the wire. Messages are told once they are open. */
  tellEvent(event: WireEvent): void {
    if (event.event === 'chat.destroy') return this.tellDestroyed(event.data.reason)
    const told = translateEvent(event, this.#state)
    if (told) this.#order.add(told)
  }

  /** Tells it once: the room may say it, or the answer to a call, or a close that says no more. */
  tellDestroyed(reason: RoomEvents['chat.destroy']['reason']): void {
    if (!this.#isDestroyTold) this.#order.add({ event: 'chat.destroy', data: { reason } })
    this.#isDestroyTold = true
  }

  /** Tells what has changed in the state, and the messages that are open now. */
  tellChanges(): void {
    this.#watchChanges()
    this.#order.drain()
  }

  /** Tells the messages that are open now. */
  tellOpened(): void {
    this.#order.drain()
  }

  /** Tells that the session is over. No more is told after it. */
  tellEnd(reason: OverReason): void {
    this.setStatus('over', reason)
    this.#order.drain()
    this.hub.end()
  }
}
