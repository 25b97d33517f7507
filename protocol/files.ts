import * as z from 'zod'
import { FILE_CHUNKS_MAX, FILE_ID_LENGTH, MESSAGE_FILES_MAX } from './file-limits.ts'

/** The id of a file, which the room makes. It is no secret: what opens a file is in the message that names it. */
export const FileId = z
  .string()
  .regex(new RegExp(`^[A-Za-z0-9_-]{${FILE_ID_LENGTH}}$`), 'This is not the id of a file.')
  .brand<'FileId'>()
export type FileId = z.output<typeof FileId>

/** The files that a message names. */
export const MessageFiles = z
  .array(FileId)
  .min(1, `A message names 1 to ${MESSAGE_FILES_MAX} files.`)
  .max(MESSAGE_FILES_MAX, `A message names 1 to ${MESSAGE_FILES_MAX} files.`)
  .refine((ids) => new Set(ids).size === ids.length, 'Each file is named once.')

/** Body of `POST /api/rooms/:id/files`. How large a file may be is the room's rule. */
export const FileRequest = z.strictObject({
  /** Octets, without what encryption adds to each chunk. */
  size: z.number().int().min(1, 'A file has 1 octet at least.'),
  chunks: z.number().int().min(1).max(FILE_CHUNKS_MAX, `A file has 1 to ${FILE_CHUNKS_MAX} chunks.`),
})
export type FileRequest = z.infer<typeof FileRequest>

/** The answer to `POST /api/rooms/:id/files`. */
export const FileAnswer = z.object({ fileId: z.string() })
export type FileAnswer = z.infer<typeof FileAnswer>
