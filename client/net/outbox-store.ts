import type { RefusalCode } from '../../protocol/refusal.ts'

/** A message that the room has not confirmed yet. */
export interface OutboxEntry {
  /** The id it is sent and resent under, so that it arrives once. */
  id: string
  text: string
  /** Unix milliseconds by this device's clock. */
  typedAt: number
  state: 'waiting' | 'sending' | 'failed'
  /** Why it failed for good. */
  failure?: RefusalCode
}

/** Where an outbox is kept across a reload. Each call may be asynchronous: an encrypting store has to wait for its key. */
export interface OutboxStore {
  loadEntries(): readonly OutboxEntry[] | Promise<readonly OutboxEntry[]>
  saveEntries(entries: readonly OutboxEntry[]): void | Promise<void>
  clearEntries(): void | Promise<void>
}

/** What is used of `sessionStorage`. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (roomId: string) => `private-chat.outbox.${roomId}`

/**
 * Keeps an outbox in the tab's `sessionStorage`: it survives a reload and ends with the tab.
 *
 * It is bound to the participant, because ids are unique for each: under another seat the same messages could arrive
 * twice. Duplicating a tab copies its `sessionStorage`; both tabs then send the same ids as the same participant,
 * the room stores each once, and from then on the two copies go their own ways.
 * @param storage where to keep it; without one, or where it is full or forbidden, nothing is kept and all else works
 */
export function makeOutboxStore(
  roomId: string,
  participantId: string,
  storage: StorageLike | undefined,
): OutboxStore {
  const key = keyOf(roomId)
  return {
    loadEntries() {
      try {
        const kept = JSON.parse(storage?.getItem(key) ?? 'null')
        return kept?.participantId === participantId ? kept.entries : []
      } catch {
        return []
      }
    },
    saveEntries(entries) {
      try {
        if (entries.length === 0) storage?.removeItem(key)
        else storage?.setItem(key, JSON.stringify({ participantId, entries }))
      } catch {
        // Full or forbidden: the page still holds the entries.
      }
    },
    clearEntries: () => clearOutboxStore(roomId, storage),
  }
}

/** Forgets what any participant of this tab kept for a room. */
export function clearOutboxStore(roomId: string, storage: StorageLike | undefined): void {
  try {
    storage?.removeItem(keyOf(roomId))
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
