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

const PAGE = /^\/room\/([\w-]{21})\/?(.*)$/

// Up to what can't belong to a key: links are copied with the full stop that ends the sentence. One too many is a damaged key.
const KEY = /^[#!/]*([\w-]{43})(?![\w-])/

/** How often something may have written `%25` for a `%`, one program after the other. */
const TIMES = 4

/**
 * Reads the address of a room's page, however mail programs and people have written what stands behind the room's id.
 * @returns null where this is no room's page
 */
export function readAddress(pathname: string, hash: string): RoomAddress | null {
  const [, roomId, tail = ''] = PAGE.exec(pathname) ?? []
  const inPath = decode(tail)
  if (!roomId || (tail !== '' && inPath[0] !== '#')) return null
  const key = KEY.exec(inPath || decode(hash))?.[1] ?? null
  // What is no key is left as it stands: somebody may see what is missing.
  return { roomId, key, path: `/room/${roomId}${key ? `#${key}` : hash}`, isKeyShown: !!(inPath && key) }
}

/** Reads percent signs as often as there are any; as it was where they stand for nothing. */
export function decode(text: string): string {
  try {
    for (let time = 0; time < TIMES && text.includes('%'); time += 1) text = decodeURIComponent(text)
  } catch {
    // A lone percent sign: what was read until then counts.
  }
  return text
}
