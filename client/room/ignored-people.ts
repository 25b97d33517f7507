import type { SafeStorage } from '../net/safe-storage.ts'

const keyOf = (roomId: string) => `private-chat.ignored.${roomId}`

/** Returns the ids of those who are ignored in this tab. */
export function loadIgnored(roomId: string, storage: SafeStorage): readonly string[] {
  return storage.readItem(keyOf(roomId))?.split(' ') ?? []
}

/** Stores whom this tab ignores, so that a reload doesn't show them again; deletes it where that is nobody. */
export function saveIgnored(roomId: string, participantIds: readonly string[], storage: SafeStorage): void {
  storage.writeItem(keyOf(roomId), participantIds.join(' ') || null)
}
