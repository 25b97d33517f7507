import type { ClientEvent } from '../../protocol/client-events.ts'
import { FRAME_MAX_BYTES } from '../../protocol/connection-limits.ts'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import type { MessageDetails, MessageTimes } from '../../protocol/message.ts'
import { type RefusalCode, thenOf } from '../../protocol/refusal.ts'
import { byteLength } from '../../protocol/text.ts'
import { makeMessageId } from './message-id.ts'
import type { OutboxEntry, OutboxStore, SendFailure } from './outbox-store.ts'
import { realTimers, type Timers } from './timers.ts'

/** Milliseconds, and tries. */
export const OUTBOX = {
  /** After `slow-down` and the like, unless the room names a longer time: its bucket gains ten messages in a second. */
  slowDown: 1_000,
  /** After which an unanswered message is sent again, under the same id. */
  unanswered: 10_000,
  /** Refusals that may pass by themselves, after which the message fails all the same: it may be its own fault. */
  tries: 5,
} as const

/** What the outbox sends by, and what it reports to. */
export interface OutboxOptions {
  /** Sends over the open socket; false where there is none. */
  sendEvent(event: ClientEvent): boolean
  /** Called at every change; entries are never changed in place. */
  onChange(entries: readonly OutboxEntry[]): void
  store?: OutboxStore
  timers?: Timers
  /** Unix milliseconds. */
  wallNow?(): number
  makeId?(): string
}

/** What a message has besides its text. */
type OutboxDetails = MessageDetails & MessageTimes & Pick<OutboxEntry, 'isUploading'>

/** What was typed and the room has not confirmed yet. Nothing leaves it silently. */
export interface Outbox {
  /** Puts a message at the end and returns its id, a new one unless `id` is passed. One that no room can take fails at once. */
  enqueueMessage(text: string, id?: string, details?: OutboxDetails): string
  /** The room has welcomed this client: what waits is sent, in order. Call `confirmDelivery` with what the welcome holds first. */
  resumeSending(): void
  /** The socket is gone: what was on its way waits again. */
  pauseSending(): void
  /** The room has broadcast these ids of this participant: they have arrived. */
  confirmDelivery(ids: readonly string[]): void
  /** The room refuses a message; without an id it is the one on its way. @param retryAfter seconds until it is worth trying again */
  handleRefusal(id: string | undefined, code: RefusalCode, retryAfter?: number): void
  /**
   * Replaces the text of a message that waits or was refused: it was encrypted with keys that are not current any more, or does not
   * name its files yet.
   */
  replaceText(id: string, text: string, files?: string[]): void
  /** Has a message wait for its file, which is on its way; `replaceText` with the ids of its files lets it go. */
  holdMessage(id: string): void
  /** What a message waits for has failed. */
  failMessage(id: string, failure: SendFailure): void
  /** Sends a failed one again. */
  retryMessage(id: string): void
  discardMessage(id: string): void
  /** Stops and forgets everything, in the store too: the room is over. */
  discardAll(): void
  /** Stops; what is stored stays for the next load of this page. */
  stopSending(): void
}

/**
 * What was typed, until the room broadcasts it: once, and in order. Only one message is on its way at a time, because a
 * room that refuses the third and takes the fourth would reverse their order.
 */
export function makeOutbox(options: OutboxOptions): Outbox {
  const { store, timers = realTimers, wallNow = Date.now, makeId = makeMessageId } = options
  let entries: readonly OutboxEntry[] = []
  let stage: 'paused' | 'sending' | 'stopped' = 'paused'
  let tries = 0
  let cancelTimer = () => {}

  function changeEntries(next: readonly OutboxEntry[]) {
    entries = next
    // What is stored then is for the next load of this page.
    if (stage !== 'stopped') store?.saveEntries(entries)
    options.onChange(entries)
    sendNext()
  }

  function patchEntry(id: string, patch: Partial<OutboxEntry>) {
    changeEntries(entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)))
  }

  /** Sends the first that waits, unless one is on its way or has to be sent again. */
  function sendNext() {
    if (stage !== 'sending' || entries.some((entry) => entry.state === 'sending')) return
    const next = entries.find((entry) => entry.state === 'waiting')
    if (!next || next.isUploading || !options.sendEvent(toEvent(next))) return
    cancelTimer = timers.after(OUTBOX.unanswered, () => patchEntry(next.id, { state: 'waiting' }))
    patchEntry(next.id, { state: 'sending' })
  }

  function removeEntries(ids: readonly string[]) {
    if (!entries.some((entry) => ids.includes(entry.id))) return
    tries = 0
    if (entries.some((entry) => entry.state === 'sending' && ids.includes(entry.id))) cancelTimer()
    changeEntries(entries.filter((entry) => !ids.includes(entry.id)))
  }

  function stopSending() {
    stage = 'stopped'
    cancelTimer()
  }

  // What was being sent when the page was left may have arrived or not: the same id makes sending it again harmless.
  const stored = (store?.loadEntries() ?? []).map((entry): OutboxEntry => {
    // No file is stored in the browser.
    if (entry.isUploading) return { ...entry, state: 'failed', failure: 'file-gone' }
    return entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry
  })
  if (stored.length > 0) changeEntries(stored)

  return {
    enqueueMessage(text, id = makeId(), details = {}) {
      const entry: OutboxEntry = {
        id,
        text: text.toWellFormed(),
        typedAt: wallNow(),
        state: 'waiting',
        ...details,
      }
      const failed = { state: 'failed', failure: 'message-too-long' } as const
      if (stage !== 'stopped') changeEntries([...entries, isTooLong(entry) ? { ...entry, ...failed } : entry])
      return id
    },
    resumeSending() {
      if (stage !== 'stopped') stage = 'sending'
      sendNext()
    },
    pauseSending() {
      if (stage !== 'stopped') stage = 'paused'
      cancelTimer()
      const sending = entries.find((entry) => entry.state === 'sending')
      if (sending) patchEntry(sending.id, { state: 'waiting' })
    },
    confirmDelivery: removeEntries,
    handleRefusal(id, code, retryAfter = 0) {
      const entry = entries.find((entry) => (id === undefined ? entry.state === 'sending' : entry.id === id))
      if (!entry || entry.state === 'failed') return
      if (code !== 'slow-down') tries++
      if (thenOf(code) === 'retry' && tries < OUTBOX.tries) {
        if (entry.state !== 'sending') return
        // It stays "sending", so that nothing overtakes it.
        cancelTimer()
        const delay = Math.max(OUTBOX.slowDown, retryAfter * 1_000)
        cancelTimer = timers.after(delay, () => patchEntry(entry.id, { state: 'waiting' }))
        return
      }
      tries = 0
      if (entry.state === 'sending') cancelTimer()
      patchEntry(entry.id, { state: 'failed', failure: code })
    },
    replaceText(id, text, files) {
      const entry = entries.find((entry) => entry.id === id)
      if (entry === undefined || entry.state === 'failed') return
      if (entry.state === 'sending') cancelTimer()
      patchEntry(id, { text, state: 'waiting', ...(files && { files, isUploading: false }) })
    },
    holdMessage: (id) => patchEntry(id, { state: 'waiting', failure: undefined, isUploading: true }),
    failMessage: (id, failure) => patchEntry(id, { state: 'failed', failure }),
    retryMessage(id) {
      const entry = entries.find((entry) => entry.id === id)
      if (entry?.state !== 'failed' || entry.failure === 'file-gone' || isTooLong(entry)) return
      patchEntry(id, { state: 'waiting', failure: undefined })
    },
    discardMessage: (id) => removeEntries([id]),
    discardAll() {
      stopSending()
      entries = []
      store?.saveEntries(entries)
      options.onChange(entries)
    },
    stopSending,
  }
}

function toEvent({
  id,
  text,
  replyTo,
  expires,
  burn,
  files,
  choice,
  kind,
  options,
}: OutboxEntry): ClientEvent {
  return { event: 'chat.message', data: { id, text, replyTo, expires, burn, files, choice, kind, options } }
}

/** A text of control characters grows sixfold in JSON, so that a short one can still be too long for a frame. */
function isTooLong(entry: OutboxEntry): boolean {
  return (
    byteLength(entry.text) > MESSAGE_MAX_BYTES || byteLength(JSON.stringify(toEvent(entry))) > FRAME_MAX_BYTES
  )
}
