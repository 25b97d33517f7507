import { type EpochLink, parseEpochLink } from './epoch-link.ts'
import { type LinkKey, parseLinkKey } from './link-key.ts'

/** What the address of a room's page says. */
interface RoomAddress {
  roomId: string
  /** Null where there is none of version 1, or not a whole one. */
  linkKey: LinkKey | null
  /** What a link of version 2 holds; absent where it is none. */
  epochLink?: EpochLink
  /** The address as it should be: the path, and the key after it. */
  path: string
  /** Whether the key stood in the path, because something wrote `%23` for the `#`: the server was sent it then. */
  isKeyShown: boolean
}

// Up to a character that can't belong to a key: an invite link is copied with the full stop that ends the sentence. One character
// too many is a damaged key.
const KEY = /^[#!/]*((?:2p?)?[\w-]{43})(?![\w-])/

// Each program on the way may have written `%25` for the `%` of the one before.
const ENCODED_HASH = /%(?:25)*23/gi

/** The page stands in `/room/`, and in `/embed/room/` where another site frames it. */
const PATH = /^(.*\/room\/)([^/]*)\/?(.*)/

/**
 * Reads the address of a room's page, however mail programs and people have written what follows the room's id.
 * @param pathname the path of a room's page
 */
export function readRoomAddress(pathname: string, hash: string): RoomAddress {
  const [, folder, roomId = '', inPath] = PATH.exec(pathname.replace(ENCODED_HASH, '/#')) ?? []
  const key = KEY.exec(inPath || hash.replace(ENCODED_HASH, '#'))?.[1]
  const epochLink = key ? parseEpochLink(key) : null
  return {
    roomId,
    linkKey: key ? parseLinkKey(key) : null,
    ...(epochLink && { epochLink }),
    // What is no key stays as it is: a person may see what is missing.
    path: `${folder}${roomId}${key ? `#${key}` : hash}`,
    isKeyShown: !!(inPath && key),
  }
}
