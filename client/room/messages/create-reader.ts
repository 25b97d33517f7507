import { createEffect, onCleanup, untrack } from 'solid-js'
import { devicePreferences } from '../device/device-preferences.ts'
import type { RoomMessage, RoomState } from '../room-state.ts'
import { sayName } from '../shown-names.tsx'
import { chooseReadings } from './choose-readings.ts'
import { messagesInWindow } from './message-window.ts'
import { readOut, silence } from './read-out.ts'

/** Milliseconds in which messages count as having come together. */
const TOGETHER = 300

/**
 * Reads messages out that were said after a moment, each of them once.
 * @param since the moment, by the clock of the server, in milliseconds
 */
export function createReader(state: Readonly<RoomState>, since: number): void {
  /** The newest that was read out, or was there before. */
  let readSeq = untrack(() => state.messages.findLast(({ timestamp }) => timestamp <= since)?.seq ?? 0)
  let timer: ReturnType<typeof setTimeout> | undefined

  function read() {
    timer = undefined
    const { messages, me, ignored } = state
    const fresh = messagesInWindow(messages, { first: readSeq + 1, last: null })
    readSeq = fresh.at(-1)?.seq ?? readSeq
    const hearer = {
      ownId: me?.participantId,
      ignored,
      verbosity: untrack(devicePreferences).verbosity,
      nameSender: (message: RoomMessage) => sayName({ ...message, name: message.sender }),
    }
    for (const sentence of chooseReadings(fresh, hearer)) readOut(sentence)
  }

  createEffect(() => {
    const newest = state.messages.at(-1)
    // The room has forgotten them: it is over.
    if (!newest && readSeq > 0) silence()
    if (!newest || newest.seq <= readSeq) return
    if (untrack(devicePreferences).verbosity === 'none') readSeq = newest.seq
    else timer ??= setTimeout(read, TOGETHER)
  })
  onCleanup(() => {
    clearTimeout(timer)
    silence()
  })
}
