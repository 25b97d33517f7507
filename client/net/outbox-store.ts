import type { MessageDetails, MessageTimes } from '../../protocol/message.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import type { SafeStorage } from './safe-storage.ts'

/**
 * Why a message failed: the room refuses it; or its file is not in this page any more, was stopped by its sender, or can't be read
 * from their disk.
 */
export type SendFailure = RefusalCode | 'file-gone' | 'file-stopped' | 'file-unreadable'

/** A message that the room has not confirmed yet, and what it says beside its text. */
export interface OutboxEntry extends MessageDetails, MessageTimes {
  /** The id it is sent and resent under, so that it arrives once. */
  id: string
  text: string
  /** Unix milliseconds by this device's clock. */
  typedAt: number
  state: 'waiting' | 'sending' | 'failed'
  /** Why it failed for good. */
  failure?: SendFailure | undefined
  /** Ids of its files. */
  files?: string[]
  /** Whether its file is not in the room yet: it waits for that, and those behind it wait, too. */
  isUploading?: boolean
}

/** Where an outbox is stored across a reload. */
export interface OutboxStore {
  loadEntries(): readonly OutboxEntry[]
  saveEntries(entries: readonly OutboxEntry[]): void
}

const keyOf = (roomId: string) => `private-chat.outbox.${roomId}`

/**
 * Keeps an outbox in the tab's `sessionStorage`: it survives a reload and ends with the tab.
 *
 * It is bound to the participant, because ids are unique for each: under another seat the same messages could arrive
 * twice. Duplicating a tab copies its `sessionStorage`; both tabs then send the same ids as the same participant,
 * the room stores each once, and from then on the two copies go their own ways.
 */
export function makeOutboxStore(roomId: string, participantId: string, storage: SafeStorage): OutboxStore {
  const key = keyOf(roomId)
  return {
    loadEntries() {
      try {
        const kept = JSON.parse(storage.readItem(key) ?? 'null')
        return kept?.participantId === participantId ? kept.entries : []
      } catch {
        return []
      }
    },
    saveEntries(entries) {
      storage.writeItem(key, entries.length > 0 ? JSON.stringify({ participantId, entries }) : null)
    },
  }
}

/** Forgets what any participant of this tab kept for a room. */
export function clearOutboxStore(roomId: string, storage: SafeStorage): void {
  storage.writeItem(keyOf(roomId), null)
}
