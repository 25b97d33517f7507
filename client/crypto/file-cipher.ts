import { FILE_CHUNK } from '../../protocol/file-limits.ts'
import { decryptOctets, encryptOctets } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { padSize } from './pad-size.ts'

/** Bytes of the key of a file: 256 random bits. */
const FILE_KEY_BYTES = 32

/** Where a chunk belongs: bound to what is encrypted, so that the server can't exchange chunks, or leave the last ones out. */
export interface ChunkAddress {
  roomId: string
  fileId: string
  /** From 0. */
  index: number
  /** How many chunks the file has. */
  chunks: number
}

/** Makes the key of a file, as an envelope has it: base64url. Each file has its own, in whatever epoch its message is said. */
export function makeFileKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(FILE_KEY_BYTES)))
}

/** Imports the key of a file; null where the text is none. */
export async function importFileKey(text: string): Promise<CryptoKey | null> {
  const bytes = fromBase64Url(text)
  if (bytes?.byteLength !== FILE_KEY_BYTES) return null
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Returns how many chunks a file of so many octets has. Padding adds none; an empty file has one, of padding. */
export function countChunks(size: number): number {
  return Math.max(1, Math.ceil(size / FILE_CHUNK.plain))
}

/** Encrypts a chunk: 512 KiB of a file, or the end of it, which is padded first. @param size octets of the whole file */
export async function encryptChunk(
  key: CryptoKey,
  address: ChunkAddress,
  plain: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = Math.min(FILE_CHUNK.plain, padSize(size) - address.index * FILE_CHUNK.plain)
  const padded = new Uint8Array(length)
  padded.set(plain)
  return encryptOctets(key, encodeChunkData(address), padded)
}

/**
 * Decrypts a chunk and takes the padding away.
 * @param size octets of the whole file
 * @returns null where it doesn't open, or is not as long as it has to be
 */
export async function decryptChunk(
  key: CryptoKey,
  address: ChunkAddress,
  octets: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const padded = await decryptOctets(key, encodeChunkData(address), octets)
  const length = Math.min(FILE_CHUNK.plain, size - address.index * FILE_CHUNK.plain)
  return padded && padded.byteLength >= length ? padded.subarray(0, length) : null
}

function encodeChunkData({ roomId, fileId, index, chunks }: ChunkAddress): Uint8Array<ArrayBuffer> {
  return encodeLines('file', roomId, fileId, index, chunks)
}
