import { fromBase64Url } from './base64url.ts'
import { REMOVED_IDS_BYTES, REMOVED_IDS_MAX, shortenRemovedId } from './removed-ids.ts'

/**
 * Encodes whom pages must not wrap for again.
 * @param participantIds in the order in which they were removed: of more than `REMOVED_IDS_MAX` the newest are encoded
 * @returns `REMOVED_IDS_BYTES` bytes
 */
export function encodeRemovedIds(participantIds: readonly string[]): Uint8Array<ArrayBuffer> {
  const starts = new Set(participantIds.map(shortenRemovedId))
  // The server names ids: one that is no id must not shift the others.
  const named = [...starts].filter((start) => /^[\w-]{12}$/.test(start)).slice(-REMOVED_IDS_MAX)
  const bytes = new Uint8Array(REMOVED_IDS_BYTES)
  bytes.set(fromBase64Url(named.join('')) ?? [])
  return bytes
}
