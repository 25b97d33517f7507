import { nanoid } from 'nanoid'
import { byteLength } from '../../protocol/text.ts'
import { decryptMessage, encryptMessage } from '../crypto/envelope.ts'
import type { Keyring } from '../crypto/keyring.ts'
import { PAYLOAD_BODY_MAX } from '../crypto/payload.ts'
import { type Entry, makeOutbox, type Outbox, type OutboxOptions } from '../net/outbox.ts'
import type { PendingEntry } from './room-state.ts'

export interface EncryptedOutboxOptions extends Omit<OutboxOptions, 'onChange'> {
  keyring: Keyring
  participantId: string
  /** Tells of every change, with the texts as they were typed. */
  onChange(entries: readonly PendingEntry[]): void
}

/**
 * An outbox that holds, stores and sends envelopes only: each text is sealed once, so that what is resent is the same
 * to the byte. What was typed is kept beside it in memory, for showing; after a reload the envelopes are opened again.
 */
export function makeEncryptedOutbox(options: EncryptedOutboxOptions): Outbox {
  const { keyring, participantId, makeId = nanoid, today = Date.now } = options
  const texts = new Map<string, Pick<PendingEntry, 'text' | 'opened'>>()
  let sealed: readonly Entry[] = []
  /** Those being sealed, for a millisecond, and those that no envelope can hold. */
  let unsealed: readonly PendingEntry[] = []
  let sealing = Promise.resolve()
  let stopped = false

  function show() {
    const opened = sealed.flatMap((entry) => {
      const text = texts.get(entry.id)
      return text ? [{ ...entry, ...text }] : []
    })
    options.onChange([...opened, ...unsealed])
  }

  async function reopen({ id, text }: Entry) {
    const opened = await decryptMessage(keyring, { participantId, id }, text)
    if (stopped) return
    texts.set(id, opened.is === 'text' ? { text: opened.text } : { text: '', opened: 'unreadable' })
    show()
  }

  const outbox = makeOutbox({
    ...options,
    onChange(entries) {
      for (const { id } of sealed) if (!entries.some((entry) => entry.id === id)) texts.delete(id)
      for (const entry of entries) {
        if (!texts.has(entry.id) && !sealed.some(({ id }) => id === entry.id)) void reopen(entry)
      }
      sealed = entries
      show()
    },
  })

  /** Puts an entry in the place of the one before. */
  function put(entry: PendingEntry) {
    unsealed = [...unsealed.filter(({ id }) => id !== entry.id), entry]
    show()
  }

  async function sealAndAdd(entry: PendingEntry) {
    const { id, text } = entry
    const envelope = await encryptMessage(keyring, { participantId, id }, text).catch(() => null)
    if (stopped) return
    if (envelope === null) return put({ ...entry, state: 'failed' })
    unsealed = unsealed.filter((one) => one.id !== id)
    outbox.add(envelope, id)
  }

  // One after the other: they must not overtake one another on their way to the outbox.
  function sealNext(entry: PendingEntry) {
    sealing = sealing.then(() => sealAndAdd(entry))
  }

  function stop() {
    stopped = true
    outbox.stop()
  }

  return {
    ...outbox,
    add(typed) {
      const id = makeId()
      if (stopped) return id
      const text = typed.toWellFormed()
      const entry: PendingEntry = { id, text, typedAt: today(), state: 'waiting' }
      const fits = byteLength(text) <= PAYLOAD_BODY_MAX
      unsealed = [...unsealed, fits ? entry : { ...entry, state: 'failed', failure: 'message-too-long' }]
      show()
      if (!fits) return id
      texts.set(id, { text })
      sealNext(entry)
      return id
    },
    retry(id) {
      const entry = unsealed.find((one) => one.id === id)
      if (!entry) return outbox.retry(id)
      if (entry.failure || entry.state !== 'failed') return
      const again: PendingEntry = { ...entry, state: 'waiting' }
      put(again)
      sealNext(again)
    },
    discard(id) {
      unsealed = unsealed.filter((entry) => entry.id !== id || entry.state !== 'failed')
      outbox.discard(id)
      show()
    },
    clear() {
      stopped = true
      texts.clear()
      unsealed = []
      outbox.clear()
    },
    stop,
  }
}
