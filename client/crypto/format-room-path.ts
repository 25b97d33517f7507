import type { LinkKey } from './link-key.ts'

/** Returns the path of a room's page with the key of its invite link of version 1, where it has one. */
export function formatRoomPath(roomId: string, linkKey: LinkKey | null): string {
  return `/room/${roomId}${linkKey ? `#${linkKey}` : ''}`
}
