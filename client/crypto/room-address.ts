/** What the address of a room's page says. */
export interface RoomAddress {
  roomId: string
  /** The key of the link; null where there is none, or not a whole one. */
  key: string | null
  /** The address as it should be: the path, and behind it the key. */
  path: string
  /** Whether the key stood in the path, because something wrote `%23` for the `#`: then the server was sent it. */
  isKeyShown: boolean
}

// Up to what can't belong to a key: links are copied with the full stop that ends the sentence. One too many is a damaged key.
const KEY = /^[#!/]*([\w-]{43})(?![\w-])/

// Each program on the way may have written `%25` for the `%` of the one before.
const ENCODED_HASH = /%(?:25)*23/gi

/**
 * Reads the address of a room's page, however mail programs and people have written what stands behind the room's id.
 * @param pathname one that is a room's page
 */
export function readRoomAddress(pathname: string, hash: string): RoomAddress {
  const [, , roomId = '', ...rest] = pathname.replace(ENCODED_HASH, '/#').split('/')
  const inPath = rest.join('/')
  const key = KEY.exec(inPath || hash.replace(ENCODED_HASH, '#'))?.[1] ?? null
  // What is no key is left as it stands: somebody may see what is missing.
  return { roomId, key, path: `/room/${roomId}${key ? `#${key}` : hash}`, isKeyShown: !!(inPath && key) }
}
