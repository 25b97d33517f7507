/**
 * Returns associated data of version 2: each part on a line of its own, and no line break at the end. No part can hold one,
 * so no two lists have the same bytes. Numbers are decimal, without leading zeros.
 */
export function encodeLines(...parts: readonly (string | number)[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(parts.join('\n'))
}
