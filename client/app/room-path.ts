/** A room's page, with a slash behind it or without, or with the `#` of its invite link and what follows in the path (docs/protocol.md). */
const ROOM_PATH = /^\/room\/[\w-]{21}\/?(?:%(?:25)*23.*)?$/i

/** Returns whether a path is that of a room's page. */
export function isRoomPath(pathname: string): boolean {
  return ROOM_PATH.test(pathname)
}
