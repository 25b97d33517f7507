import { tabStorage } from '../browser/browser-storage.ts'

/** It goes with the rest that the tab stores of a room (storage-expiry.ts), should nobody come for it. */
const keyOf = (roomId: string) => `private-chat.shared.${roomId}`

/** Notes that something that was shared waits for a room of this tab: what it is, the service worker alone has. */
export function markShared(roomId: string): void {
  tabStorage.writeItem(keyOf(roomId), 'true')
}

/** Returns whether something waits. */
export function isMarkedShared(roomId: string): boolean {
  return tabStorage.readItem(keyOf(roomId)) !== null
}

/** Notes that it was asked for: it is given once. */
export function unmarkShared(roomId: string): void {
  tabStorage.writeItem(keyOf(roomId), null)
}
