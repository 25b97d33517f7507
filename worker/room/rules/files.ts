import {
  FILE_CHUNK,
  FILE_MAX_BYTES,
  FILE_UNNAMED_MS,
  FILES_MAX,
  FILES_MAX_BYTES,
  UPLOADS_MAX,
} from '../../../protocol/file-limits.ts'
import type { FileRequest } from '../../../protocol/files.ts'
import { PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import type { ParticipantId, Role } from '../../../protocol/participant.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import { type Circumstances, refusalOf } from './permissions.ts'

/** A file as the rules see it. */
export interface FileFacts {
  /** Who sends it, or sent it. */
  participantId: ParticipantId
  /** Octets that were announced, without what encryption adds. */
  size: number
  /** How many chunks it is to have. */
  chunks: number
  /** The chunks that are stored, by their index. */
  stored: ReadonlySet<number>
  /** Octets of these. */
  octets: number
  /** When the last of them came, or the file was announced; Unix milliseconds. */
  progressAt: number
  /** The message that it belongs to; null while no message names it. */
  seq: number | null
}

/** Somebody who wants to send a file. */
interface FileSender {
  role: Role
  /** Until when they are muted, Unix milliseconds; null where they are not. */
  mutedUntil: number | null
}

/** What is stored in a room already, or announced. */
export interface FileUsage {
  /** Files of the room, and their octets as announced. */
  files: number
  octets: number
  /** Files of the sender that are not complete. */
  uploads: number
}

/**
 * Checks whether somebody may send files now: announce one, send its chunks and name it in a message.
 * @param present how many are present
 * @param now Unix milliseconds
 */
export function checkFileSending(
  { role, mutedUntil }: FileSender,
  room: Circumstances & { files: boolean },
  present: number,
  now: number,
): Result<void> {
  if (!room.files) return refused('files-off')
  const { capacity, destroyBy, quiet, schedule } = room
  const isMuted = mutedUntil !== null && now < mutedUntil
  const isCrowded = present > PRESENCE_LISTED_MAX
  const code = refusalOf('sendFile', role, { capacity, destroyBy, quiet, schedule, isMuted, isCrowded })
  return code === null ? ok() : refused(code)
}

/** Checks whether a file may be announced: its own size, and what the room and its sender have already. */
export function checkNewFile({ size, chunks }: FileRequest, usage: FileUsage): Result<void> {
  if (size > FILE_MAX_BYTES) return refused('file-too-large')
  if (size > chunks * (FILE_CHUNK.plain + FILE_CHUNK.added))
    return refused({
      code: 'invalid-request',
      issues: [{ path: 'chunks', message: `A chunk holds ${FILE_CHUNK.plain} octets at most.` }],
    })
  if (usage.uploads >= UPLOADS_MAX) return refused('too-many-uploads')
  const isFull = usage.files >= FILES_MAX || usage.octets + size > FILES_MAX_BYTES
  return isFull ? refused('storage-full') : ok()
}

/** Checks whether a chunk that is not stored yet fits into its file. @param octets how many it has */
export function checkChunk(file: FileFacts, index: number, octets: number): Result<void> {
  if (index >= file.chunks) return refused('file-not-found')
  if (octets === 0)
    return refused({
      code: 'invalid-request',
      issues: [{ path: '', message: 'A chunk has 1 octet at least.' }],
    })
  const isTooLarge =
    octets > FILE_CHUNK.plain + FILE_CHUNK.added ||
    file.octets + octets > file.size + file.chunks * FILE_CHUNK.added
  return isTooLarge ? refused('file-too-large') : ok()
}

/** Whether every chunk of a file is stored. */
export function isComplete({ stored, chunks }: FileFacts): boolean {
  return stored.size === chunks
}

/** Whether a participant may name a file in a message: their own, complete, and of no other message. */
export function isNameable(file: FileFacts, participantId: ParticipantId): boolean {
  return file.participantId === participantId && file.seq === null && isComplete(file)
}

/**
 * Whether somebody may read a file: whoever may read its message. One that no message names is for its sender alone.
 * @param participantId null for somebody without a seat
 * @param fromSeq messages up to this one are not found
 */
export function isReadable(file: FileFacts, participantId: ParticipantId | null, fromSeq: number): boolean {
  return file.seq === null ? file.participantId === participantId : file.seq > fromSeq
}

/** Returns when a file is to be forgotten, Unix milliseconds; null where it belongs to a message, and goes with it. */
export function forgottenAt({ seq, progressAt }: FileFacts): number | null {
  return seq === null ? progressAt + FILE_UNNAMED_MS : null
}
