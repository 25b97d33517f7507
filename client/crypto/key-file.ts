import { EPOCHS_MAX } from '../../protocol/key-limits.ts'
import { ROOM_ID_LENGTH } from '../../protocol/limits.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { type RoomKey, readRoomKey } from './room-key.ts'

/** The version of the keys in a file: those of rooms whose keys rotate. */
const VERSION = 2

/** The keys of a room, by epoch. */
export interface RoomKeys {
  roomId: string
  keys: ReadonlyMap<number, RoomKey>
}

/**
 * Writes the keys of a room as a file, with which any browser opens its transcript. Whoever has the file reads everything
 * of these epochs that the server hands out.
 * @returns `{"version": 2, "roomId": …, "keys": {"1": "<32 bytes in base64url>", …}}`
 */
export function formatKeyFile({ roomId, keys }: RoomKeys): string {
  const encoded = Object.fromEntries([...keys].map(([epoch, key]) => [epoch, toBase64Url(key)]))
  return `${JSON.stringify({ version: VERSION, roomId, keys: encoded }, null, 2)}\n`
}

/** Reads a key file; null where it is none, or anything in it is not as `formatKeyFile` writes it. */
export function parseKeyFile(text: string): RoomKeys | null {
  const fields = parseObject(text)
  if (fields === null || Object.keys(fields).sort().join() !== 'keys,roomId,version') return null
  const { version, roomId, keys } = fields
  if (version !== VERSION || !isRoomId(roomId) || !isObject(keys)) return null
  const read = new Map<number, RoomKey>()
  for (const [epoch, encoded] of Object.entries(keys)) {
    const key = typeof encoded === 'string' ? readRoomKey(fromBase64Url(encoded)) : null
    if (key === null || !isEpoch(epoch)) return null
    read.set(Number(epoch), key)
  }
  return read.size > 0 ? { roomId, keys: read } : null
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRoomId(value: unknown): value is string {
  return typeof value === 'string' && value.length === ROOM_ID_LENGTH && /^[\w-]+$/.test(value)
}

function isEpoch(text: string): boolean {
  return /^[1-9]\d{0,3}$/.test(text) && Number(text) <= EPOCHS_MAX
}
