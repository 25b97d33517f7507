import { isLinkKey } from '../secrets/hkdf.ts'

/** What a whole link holds. */
export interface Invitation {
  roomId: string
  key: string
}

// Up to a character that can't belong to the key any more: one too many is a damaged key, and not a key with a tail.
const LINK = /\/room\/([A-Za-z0-9_-]{21})\/?(?:\?[^\s#]*)?#([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/

/**
 * Finds the link of an encrypted room in what somebody pasted, whatever stands around it, also where a mail program
 * broke it into lines.
 * @returns null where there is none, or its key is not whole
 */
export function parseInvite(text: string): Invitation | null {
  const [, roomId, key] = LINK.exec(text) ?? LINK.exec(text.replace(/\s+/g, '')) ?? []
  return roomId && key && isLinkKey(key) ? { roomId, key } : null
}
