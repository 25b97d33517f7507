import type { EpochLink } from '../../../client/crypto/epoch-link.ts'
import type { LinkKey } from '../../../client/crypto/link-key.ts'
import { readRoomAddress } from '../../../client/crypto/room-address.ts'
import { ROOM_ID_LENGTH } from '../../../protocol/limits.ts'
import { done, type Outcome, refuse } from './refusal.ts'

/** What an invite link says. */
export interface LinkParts {
  /** Such as `https://chat.example`. */
  server: string
  roomId: string
  /** The key of a room of version 1; null where there is none. */
  linkKey: LinkKey | null
  /** What opens the invite of a room of version 2; null where there is none. */
  epochLink: EpochLink | null
}

/** Reads the address of a server: of a longer one, where it is. */
export function readServer(text: string): Outcome<string> {
  const url = URL.parse(String(text).trim())
  return url && /^https?:$/.test(url.protocol) ? done(url.origin) : refuse('bad-server')
}

/** Reads an invite link. One with a damaged key is refused: without it a room would be taken for one without encryption. */
export function readLink(text: string): Outcome<LinkParts> {
  const url = URL.parse(String(text).trim())
  if (!url || !/^https?:$/.test(url.protocol)) return refuse('bad-link')
  const { roomId, linkKey, epochLink = null } = readRoomAddress(url.pathname, url.hash)
  const isRoom = url.pathname.startsWith('/room/') && roomId.length === ROOM_ID_LENGTH
  const isDamaged = url.hash.length > 1 && linkKey === null && epochLink === null
  if (!isRoom || isDamaged) return refuse('bad-link')
  return done({ server: url.origin, roomId, linkKey, epochLink })
}
