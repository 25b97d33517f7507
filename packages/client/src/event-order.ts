import { findMessage, lastSeq } from '../../../client/room/message-order.ts'
import type { RoomMessage, RoomState } from '../../../client/room/room-state.ts'
import type { RoomEvent } from './events.ts'

interface EventOrderOptions {
  latest: RoomState
  /** A message can be handed out. */
  onMessage(message: RoomMessage): void
  onEvent(event: RoomEvent): void
}

/** Hands out what happens in the order in which it happened, although messages open a moment after they come. */
export interface EventOrder {
  /** The newest `seq` that was handed out; 0 before the first. */
  readonly told: number
  /** Something happened after the messages that are here. */
  add(event: RoomEvent): void
  /** More may be open now. */
  drain(): void
}

/** Makes the order of a room's events. */
export function makeEventOrder({ latest, onMessage, onEvent }: EventOrderOptions): EventOrder {
  /** Events, and the `seq` of the message that each comes after. */
  let waiting: { event: RoomEvent; afterSeq: number }[] = []
  /** The newest message that was handed out; null before the first. */
  let told: number | null = null

  function drain() {
    for (;;) {
      const [first] = latest.messages
      if (told === null && first) told = first.seq - 1
      const [head] = waiting
      if (head && head.afterSeq <= (told ?? 0)) {
        waiting = waiting.slice(1)
        onEvent(head.event)
        continue
      }
      const next = told === null ? undefined : findMessage(latest, told + 1)
      if (!next || next.seq > lastSeq(latest) || next.opened === 'opening') return
      told = next.seq
      onMessage(next)
    }
  }

  return {
    get told() {
      return told ?? 0
    },
    add(event) {
      waiting.push({ event, afterSeq: lastSeq(latest) })
      drain()
    },
    drain,
  }
}
