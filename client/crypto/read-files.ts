import { FILE_MAX_BYTES, MESSAGE_FILES_MAX } from '../../protocol/file-limits.ts'
import { safeFileName } from '../../protocol/safe-file-name.ts'
import { countChunks } from './file-cipher.ts'
import { FILE_FIELDS, type MessageFile } from './message-file.ts'

/** The type of a file that says nothing else. */
const UNKNOWN = 'application/octet-stream'

/**
 * Reads what an envelope says of files, which whoever has the room key may have made up.
 * @returns the files that are as they should be; none where there are too many, or it is no list
 */
export function readFiles(value: unknown): readonly MessageFile[] {
  if (!Array.isArray(value) || value.length > MESSAGE_FILES_MAX) return []
  return value.flatMap((one: unknown) => readFile(one) ?? [])
}

function readFile(value: unknown): MessageFile | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, key, name, type, size, chunks, ...rest }: Partial<Record<string, unknown>> = { ...value }
  if (!isText(id, /^[\w-]{21}$/) || !isText(key, /^[\w-]{43}$/)) return null
  if (typeof name !== 'string' || !isWhole(size, 0, FILE_MAX_BYTES) || chunks !== countChunks(size))
    return null
  const file: MessageFile = {
    id,
    key,
    name: safeFileName(name),
    type: isText(type, /^[a-z]{1,20}\/[a-z0-9.+-]{1,80}$/) ? type : UNKNOWN,
    size,
    chunks,
  }
  const { width, height, preview, duration, wave } = rest
  if (isWhole(width, 1, FILE_FIELDS.side) && isWhole(height, 1, FILE_FIELDS.side))
    Object.assign(file, { width, height })
  if (isBase64(preview, FILE_FIELDS.preview)) file.preview = preview
  if (isWhole(duration, 0, FILE_FIELDS.duration)) file.duration = duration
  if (isBase64(wave, FILE_FIELDS.wave)) file.wave = wave
  return file
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}

function isBase64(value: unknown, most: number): value is string {
  return isText(value, /^[\w-]+$/) && value.length <= most
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
}
