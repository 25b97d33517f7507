import { joinBytes } from './join-bytes.ts'

const VERSION = 2
/** Version (1 byte), kind (1 byte), length of the body (2 bytes, big-endian). */
const HEADER_BYTES = 4
const KINDS = ['message', 'card'] as const

/** What a padded body carries. */
type BodyKind = (typeof KINDS)[number]

/**
 * Bytes that a message is padded to, so that the length of an envelope says little about the length of a text. The largest is
 * what fits 16,384 characters with the longest prefix, `e2.4096.`, nonce (12) and tag (16).
 */
const MESSAGE_SIZES = [512, 2_048, 6_144, 12_252] as const

const SIZES: Record<BodyKind, readonly number[]> = { message: MESSAGE_SIZES, card: [256, 512] }

/** Bytes of JSON that fit the largest message. */
export const MESSAGE_BODY_MAX = MESSAGE_SIZES[3] - HEADER_BYTES

/**
 * Packs a value as JSON, with a header before it and zeros behind it.
 * @throws RangeError where the largest size doesn't hold it
 */
export function packBody(kind: BodyKind, value: object): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(JSON.stringify(value))
  const size = SIZES[kind].find((candidate) => HEADER_BYTES + body.byteLength <= candidate)
  if (size === undefined) throw new RangeError(`this ${kind} is too long`)
  const header = new Uint8Array([VERSION, KINDS.indexOf(kind) + 1, body.byteLength >> 8, body.byteLength])
  return joinBytes(header, body, new Uint8Array(size - HEADER_BYTES - body.byteLength))
}

/**
 * Unpacks what `packBody` packed.
 * @returns the fields of a JSON object, unchecked; null where it is none, or of another version or kind
 */
export function unpackBody(kind: BodyKind, packed: Uint8Array | null): Record<string, unknown> | null {
  const [version, kindNumber, high = 0, low = 0] = packed ?? []
  if (!packed || version !== VERSION || KINDS[(kindNumber ?? 0) - 1] !== kind) return null
  const end = HEADER_BYTES + high * 256 + low
  if (packed.byteLength < end) return null
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const value: unknown = JSON.parse(decoder.decode(packed.subarray(HEADER_BYTES, end)))
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
