/**
 * What is inside an envelope: version, kind, length, body, padding. Text is the only kind today. A reader that meets a kind
 * or a version it doesn't know says so instead of guessing.
 */

const VERSION = 1
const HEADER_BYTES = 4
const KINDS = ['text'] as const

/** What a payload carries. Replies, reactions and files will be further kinds. */
export type PayloadKind = (typeof KINDS)[number]

/**
 * Bytes that a payload is padded to, so that the length of an envelope says little about the length of a text. The largest
 * is what fits an envelope of 16,384 characters of base64url after nonce (12) and tag (16).
 */
export const PAYLOAD_SIZES = [128, 512, 2_048, 6_144, 12_256] as const

/** Bytes of UTF-8 that fit the largest payload: the limit of a message in an encrypted room. */
export const PAYLOAD_BODY_MAX = PAYLOAD_SIZES[4] - HEADER_BYTES

/**
 * Packs a body into a payload.
 * @throws RangeError above `PAYLOAD_BODY_MAX` bytes: the page doesn't let it come to that
 */
export function packPayload(kind: PayloadKind, body: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(body)
  const size = PAYLOAD_SIZES.find((candidate) => bytes.byteLength + HEADER_BYTES <= candidate)
  if (size === undefined) throw new RangeError('this text is too long for an envelope')
  const payload = new Uint8Array(size)
  payload[0] = VERSION
  payload[1] = KINDS.indexOf(kind) + 1
  new DataView(payload.buffer).setUint16(2, bytes.byteLength)
  payload.set(bytes, HEADER_BYTES)
  return payload
}

/** Unpacks a payload; null where its version or kind is a later one, or `packPayload` did not make it. */
export function unpackPayload(payload: Uint8Array<ArrayBuffer>): { kind: PayloadKind; body: string } | null {
  const kind = KINDS[(payload[1] ?? 0) - 1]
  if (payload.byteLength < HEADER_BYTES || payload[0] !== VERSION || kind === undefined) return null
  const length = new DataView(payload.buffer, payload.byteOffset).getUint16(2)
  const body = payload.subarray(HEADER_BYTES, HEADER_BYTES + length)
  if (body.byteLength !== length) return null
  try {
    return { kind, body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body) }
  } catch {
    return null
  }
}
