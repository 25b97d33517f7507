import type { RefusalCode } from '../../protocol/refusal.ts'
import { FILE_DETAILS_MAX, readEnvelopeEpoch } from '../crypto/epoch-envelope.ts'
import { makeMessageId } from '../net/message-id.ts'
import { makeOutbox, type Outbox, type OutboxOptions } from '../net/outbox.ts'
import type { OutboxEntry } from '../net/outbox-store.ts'
import { rotatingOf } from './keys/rotating-cipher.ts'
import type { RoomCipher } from './room-cipher.ts'
import type { SendDetails } from './room-model.ts'
import type { PendingEntry } from './room-state.ts'
import type { Upload } from './room-upload.ts'
import { wholeText } from './whole-text.ts'

interface EncryptedOutboxOptions extends Omit<OutboxOptions, 'onChange'> {
  cipher: RoomCipher
  participantId: string
  /** Called on every change, with the texts as they were typed. */
  onChange(entries: readonly PendingEntry[]): void
}

/** An outbox whose messages may have a file. */
interface EncryptedOutbox extends Outbox {
  enqueueMessage(text: string, id?: string, details?: SendDetails): string
}

/**
 * Makes an outbox that holds, stores and sends envelopes only. Each text is encrypted once, so that what is sent again is the
 * same to the byte. The typed texts are kept in memory, to be shown; after a reload the envelopes are decrypted.
 */
export function makeEncryptedOutbox(options: EncryptedOutboxOptions): EncryptedOutbox {
  const { cipher, participantId, makeId = makeMessageId, wallNow = Date.now } = options
  const texts = new Map<
    string,
    Pick<PendingEntry, 'text' | 'opened' | 'kind' | 'options' | 'replyTo' | 'upload' | 'attached'>
  >()
  let encrypted: readonly OutboxEntry[] = []
  /** Entries being encrypted, for a millisecond, and those that no envelope can hold. */
  let unencrypted: readonly PendingEntry[] = []
  let encryption = Promise.resolve()
  let stopped = false

  function show() {
    const readable = encrypted.flatMap((entry) => {
      const text = texts.get(entry.id)
      return text ? [{ ...entry, ...text }] : []
    })
    options.onChange([...readable, ...unencrypted])
  }

  async function decryptEntry({ id, text }: OutboxEntry) {
    const message = await cipher.decryptMessage({ participantId, id }, text)
    if (stopped) return
    const { is, text: typed, kind, options, replyTo, attached } = message
    texts.set(
      id,
      is === 'text' ? { text: typed, kind, options, replyTo, attached } : { text: '', opened: 'unreadable' },
    )
    show()
  }

  const outbox = makeOutbox({
    ...options,
    onChange(entries) {
      for (const { id } of encrypted) if (!entries.some((entry) => entry.id === id)) forgetText(id)
      for (const entry of entries) {
        if (!texts.has(entry.id) && !encrypted.some(({ id }) => id === entry.id)) void decryptEntry(entry)
      }
      encrypted = entries
      show()
    },
  })

  function forgetText(id: string) {
    texts.get(id)?.upload?.stop()
    texts.delete(id)
  }

  /** Replaces the entry with the same id. */
  function replaceEntry(entry: PendingEntry) {
    unencrypted = [...unencrypted.filter(({ id }) => id !== entry.id), entry]
    show()
  }

  async function encryptAndAdd(entry: PendingEntry) {
    const { id, text, choice, expires, burn, upload } = entry
    const envelope = await cipher.encryptMessage({ participantId, id }, text, entry).catch(() => null)
    if (stopped) return
    if (envelope === null) return replaceEntry({ ...entry, state: 'failed' })
    unencrypted = unencrypted.filter((one) => one.id !== id)
    outbox.enqueueMessage(envelope, id, { choice, expires, burn, ...(upload && { isUploading: true }) })
    if (upload) void sendFile(id, upload)
  }

  /** Sends the file of a message, which then names it. */
  async function sendFile(id: string, upload: Upload) {
    outbox.holdMessage(id)
    const sent = await upload.send()
    const said = texts.get(id)
    if (stopped || !said) return
    if (!sent.ok) return outbox.failMessage(id, sent.failure)
    const named = { ...said, attached: [sent.file] }
    texts.set(id, named)
    const envelope = await cipher.encryptMessage({ participantId, id }, said.text, named).catch(() => null)
    if (stopped) return
    if (envelope === null) outbox.failMessage(id, 'message-too-long')
    else outbox.replaceText(id, envelope, [sent.file.id])
  }

  /** Encrypts a message with the keys that the room has now; it keeps its id. Where these keys don't come, it fails like others. */
  async function encryptAnew({ id, text: envelope }: OutboxEntry, code: RefusalCode) {
    const { text, opened, ...details } = texts.get(id) ?? {}
    const rotating = rotatingOf(cipher)
    await rotating?.catchUp()
    // This page may have rotated itself, while the message was on its way.
    const isStale = rotating && (readEnvelopeEpoch(envelope) ?? 0) < rotating.keys.epoch
    if (text === undefined || opened === 'unreadable' || !isStale) return outbox.handleRefusal(id, code)
    const renewed = await cipher.encryptMessage({ participantId, id }, text, details)
    if (!stopped) outbox.replaceText(id, renewed)
  }

  // One after the other, so that none overtakes another on the way to the outbox.
  function encryptNext(entry: PendingEntry) {
    encryption = encryption.then(() => encryptAndAdd(entry))
  }

  function stop() {
    stopped = true
    for (const { upload } of texts.values()) upload?.stop()
    outbox.stopSending()
  }

  return {
    ...outbox,
    enqueueMessage(typed, id = makeId(), details: SendDetails = {}) {
      if (stopped) return id
      const text = typed.toWellFormed()
      const entry: PendingEntry = { id, text, typedAt: wallNow(), state: 'waiting', ...details }
      const { kind, options, replyTo, upload } = details
      const most = cipher.textMax - (upload ? FILE_DETAILS_MAX : 0)
      const fits = cipher.measureText(wholeText(entry)) <= most
      unencrypted = [
        ...unencrypted,
        fits ? entry : { ...entry, state: 'failed', failure: 'message-too-long' },
      ]
      show()
      if (!fits) return id
      texts.set(id, { text, kind, options, replyTo, upload })
      encryptNext(entry)
      return id
    },
    handleRefusal(id, code, retryAfter) {
      const refused = encrypted.find((entry) =>
        id === undefined ? entry.state === 'sending' : entry.id === id,
      )
      if (code === 'stale-epoch' && refused) void encryptAnew(refused, code)
      else outbox.handleRefusal(id, code, retryAfter)
    },
    retryMessage(id) {
      const entry = unencrypted.find((one) => one.id === id)
      const refused = encrypted.find((one) => one.id === id)
      const upload = texts.get(id)?.upload
      // The room forgets a file that no message named in time.
      if (upload && (refused?.isUploading || refused?.failure === 'file-not-found'))
        return void sendFile(id, upload)
      if (!entry) return outbox.retryMessage(id)
      if (entry.failure || entry.state !== 'failed') return
      const again: PendingEntry = { ...entry, state: 'waiting' }
      replaceEntry(again)
      encryptNext(again)
    },
    discardMessage(id) {
      unencrypted = unencrypted.filter((entry) => entry.id !== id || entry.state !== 'failed')
      outbox.discardMessage(id)
      show()
    },
    discardAll() {
      stopped = true
      for (const id of texts.keys()) forgetText(id)
      unencrypted = []
      outbox.discardAll()
    },
    stopSending: stop,
  }
}
