import { toBase64Url } from './base64url.ts'

/** Removed participants whom a wrap or an invite names: with more, a rotation for 200 would have little room for cards. */
export const REMOVED_IDS_MAX = 16

/**
 * Characters of a participant id that stand for it: 72 bits, so that nobody makes a key in the life of a room whose id begins
 * as another's does, to be removed in their place.
 */
const START_LENGTH = 12

/** The 9 bytes of a start are all zero where nobody is named. */
const NOBODY = 'A'.repeat(START_LENGTH)

/** Bytes that name removed participants, always as many: so a length says nothing. */
export const REMOVED_IDS_BYTES = REMOVED_IDS_MAX * (START_LENGTH / 4) * 3

/** Shortens the id of a removed participant to what pages remember of it. */
export function shortenRemovedId(participantId: string): string {
  return participantId.slice(0, START_LENGTH)
}

/**
 * Splits what was decrypted into the keys before and the removed participants after them; these may be missing.
 * @param sizes bytes that the keys may have
 * @returns the shortened ids, in the order in which they were removed; null where the length is another
 */
export function splitRemovedIds(
  bytes: Uint8Array<ArrayBuffer> | null,
  sizes: readonly number[],
): { keys: Uint8Array<ArrayBuffer>; removedIds: string[] } | null {
  const length = bytes?.byteLength ?? 0
  const size = sizes.find((one) => length === one || length === one + REMOVED_IDS_BYTES)
  if (!bytes || size === undefined) return null
  const starts = toBase64Url(bytes.subarray(size)).match(/.{12}/g) ?? []
  return { keys: bytes.slice(0, size), removedIds: starts.filter((start) => start !== NOBODY) }
}
