import type { Outbox } from '../../../client/net/outbox.ts'
import type { SendDetails } from '../../../client/room/room-model.ts'
import type { PendingEntry, RoomMessage, RoomState } from '../../../client/room/room-state.ts'
import type { Message } from './message.ts'
import { toMessage } from './open-message.ts'
import { type ClientRefusalCode, done, type Outcome, refuse } from './refusal.ts'

/** A message that somebody waits for to be stored. */
interface Send {
  text: string
  details: SendDetails
  /** As the room has stored it; it may still be opening. */
  stored: RoomMessage | null
  /** Whether it was in the outbox. */
  isQueued: boolean
  answer: Promise<Outcome<Message>>
  resolve(outcome: Outcome<Message>): void
}

/** What was sent, until whoever sent it knows what became of it. */
export interface Sends {
  /** @param outbox null at the door, where there may be no key yet: `moveTo` follows */
  add(outbox: Outbox | null, id: string, text: string, details: SendDetails): Promise<Outcome<Message>>
  /** Puts what is not stored into another outbox, in its order. */
  moveTo(outbox: Outbox): void
  /** Takes what is in the outbox now. */
  takePending(outbox: Outbox | undefined, entries: readonly PendingEntry[]): void
  /** The room has stored a message. */
  noteStored(message: RoomMessage): void
  /** Answers for what is stored and open. */
  settle(): void
  /** Answers for all that is not stored; what is stored is answered by `settle` once it is open. */
  refuseUnstored(code: ClientRefusalCode): void
}

/** Makes the answers to what is sent. */
export function makeSends(latest: RoomState): Sends {
  const sends = new Map<string, Send>()

  function answerWith(id: string, outcome: Outcome<Message>) {
    sends.get(id)?.resolve(outcome)
    sends.delete(id)
  }

  /** What is in the outbox no more and was not refused is stored: it may have come in a page of history. */
  function findStored(id: string): RoomMessage | null {
    const me = latest.me?.participantId
    const isIt = (message: RoomMessage) => message.id === id && message.participantId === me
    return latest.messages.findLast(isIt) ?? latest.ahead.findLast(isIt) ?? null
  }

  return {
    add(outbox, id, text, details) {
      const known = sends.get(id)
      if (known) return known.answer
      const { promise: answer, resolve } = Promise.withResolvers<Outcome<Message>>()
      sends.set(id, { text, details, stored: null, isQueued: false, answer, resolve })
      outbox?.enqueueMessage(text, id, details)
      return answer
    },
    moveTo(outbox) {
      for (const [id, send] of sends) {
        send.isQueued = false
        outbox.enqueueMessage(send.text, id, send.details)
      }
    },
    takePending(outbox, entries) {
      const waiting = new Set(entries.map(({ id }) => id))
      for (const { id, state, failure } of entries) {
        const send = sends.get(id)
        if (!send) continue
        send.isQueued = true
        if (state !== 'failed') continue
        answerWith(id, refuse(failure ?? 'internal'))
        // The outbox is in the middle of a change.
        queueMicrotask(() => outbox?.discardMessage(id))
      }
      for (const [id, send] of sends) if (send.isQueued && !waiting.has(id)) send.stored ??= findStored(id)
    },
    noteStored(message) {
      const send = message.participantId === latest.me?.participantId && sends.get(message.id)
      if (send) send.stored = message
    },
    settle() {
      for (const [id, { stored }] of sends)
        if (stored && stored.opened !== 'opening')
          answerWith(id, done(toMessage(stored, latest.me?.participantId)))
    },
    refuseUnstored(code) {
      for (const [id, { stored }] of sends) if (stored === null) answerWith(id, refuse(code))
    },
  }
}
