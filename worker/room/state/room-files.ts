import { CHUNK_COUNTED_LEAST, FILE_SEND_RATE } from '../../../protocol/file-limits.ts'
import type { FileId, FileRequest } from '../../../protocol/files.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../../broadcast/token-bucket.ts'
import { makeFileId } from '../../ids.ts'
import {
  checkChunk,
  checkFileSending,
  checkNewFile,
  type FileFacts,
  forgottenAt,
  isComplete,
  isNameable,
  isReadable,
} from '../rules/files.ts'
import type { FileStore } from '../storage/file-store.ts'
import { type RoomParticipant, shownRole } from './participant.ts'
import type { RoomSettings } from './settings.ts'

/** What files depend on. */
interface RoomFilesOptions {
  store: FileStore
  settings: RoomSettings
  /** Counts who is present. */
  presence: { readonly count: number }
  /** False for load tests: then nobody is asked to slow down. */
  isRateLimited: boolean
}

/** A file in memory. */
interface RoomFile extends FileFacts {
  readonly number: number
  readonly fileId: FileId
  readonly stored: Set<number>
}

/** A chunk that somebody sends. */
export interface SentChunk {
  fileId: FileId
  index: number
  octets: ArrayBuffer
}

/** One result for all that is well, so that a message without files allocates none. */
const ALLOWED: Result<void> = ok()

/**
 * The files of a room. Memory holds what there is of each file, and never its octets: a chunk goes from a call to storage, and
 * from storage to an answer, in one step. Storage is read once, and only where a file was ever announced.
 */
export class RoomFiles {
  readonly #options: RoomFilesOptions
  /** The files by their id, in the order of announcing; null until storage was asked. */
  #byId: Map<FileId, RoomFile> | null = null
  /** Before this time no file is to be forgotten, Unix milliseconds. */
  #nextForgottenAt = Number.POSITIVE_INFINITY

  constructor(options: RoomFilesOptions) {
    this.#options = options
  }

  /** Before this time no file is to be forgotten, Unix milliseconds; infinity where none is in sight. */
  get nextForgottenAt(): number {
    this.#loadedFiles()
    return this.#nextForgottenAt
  }

  /** Announces a file: reserves room for it. Counts towards nothing until its chunks come. */
  announceFile(participant: RoomParticipant, request: FileRequest, now: number): Result<FileId> {
    const { store } = this.#options
    const checked = this.#checkSending(participant, now)
    if (!checked.ok) return checked
    const { participantId } = participant
    const files = this.#loadedFiles()
    const usage = { files: files.size, octets: 0, uploads: 0 }
    let last = 0
    for (const file of files.values()) {
      usage.octets += file.size
      if (file.participantId === participantId && !isComplete(file)) usage.uploads += 1
      last = file.number
    }
    const checkedFile = checkNewFile(request, usage)
    if (!checkedFile.ok) return checkedFile
    const { size, chunks } = request
    const row = { number: last + 1, fileId: makeFileId(), participantId, size, chunks, seq: null }
    store.addFile({ ...row, createdAt: now })
    this.#addToMemory(files, { ...row, stored: new Set(), octets: 0, progressAt: now })
    return ok(row.fileId)
  }

  /**
   * Checks whether a chunk that came is to be stored. Its octets count towards the limit of its sender, whatever becomes of it.
   * @returns whether it is stored already
   */
  checkSent(participant: RoomParticipant, chunk: SentChunk, now: number): Result<{ isStored: boolean }> {
    participant.fileOctetsSent ??= new TokenBucket(FILE_SEND_RATE, now)
    if (this.#options.isRateLimited) {
      const counted = Math.max(CHUNK_COUNTED_LEAST, chunk.octets.byteLength)
      const wait = participant.fileOctetsSent.takeToken(now, counted)
      const checkedRate = checkWait(wait)
      if (!checkedRate.ok) return checkedRate
    }
    const found = this.#findUnstored(participant, chunk, now)
    return found.ok ? ok({ isStored: found.value === null }) : found
  }

  /**
   * Stores a chunk of a file of one's own. One that is stored already stays as it is, whatever comes: so it may be sent again where
   * an answer was lost, and nobody changes what a message names.
   */
  storeChunk(participant: RoomParticipant, chunk: SentChunk, now: number): Result<void> {
    const found = this.#findUnstored(participant, chunk, now)
    if (!found.ok) return found
    const file = found.value
    if (file === null) return ok()
    const { index, octets } = chunk
    if (!this.#options.store.addChunk(file.number, index, octets, now)) return refused('storage-full')
    file.stored.add(index)
    file.octets += octets.byteLength
    file.progressAt = now
    return ok()
  }

  /**
   * Returns the octets of a chunk to somebody who may read its file.
   * @param reader null for somebody without a seat, who may read everything
   */
  readChunk(
    { fileId, index }: Pick<SentChunk, 'fileId' | 'index'>,
    reader: { participantId: ParticipantId; fromSeq: number } | null,
  ): Result<ArrayBuffer> {
    const file = this.#loadedFiles().get(fileId)
    if (!file || !isReadable(file, reader?.participantId ?? null, reader?.fromSeq ?? 0))
      return refused('file-not-found')
    // Beyond its own chunks the keys of the next file's begin.
    const octets = file.stored.has(index) ? this.#options.store.readChunk(file.number, index) : null
    return octets === null ? refused('file-not-found') : ok(octets)
  }

  /** Checks whether a participant may name these files in a message now. */
  checkNamed(
    participant: RoomParticipant,
    fileIds: readonly FileId[] | undefined,
    now: number,
  ): Result<void> {
    if (fileIds === undefined) return ALLOWED
    const checked = this.#checkSending(participant, now)
    if (!checked.ok) return checked
    const files = this.#loadedFiles()
    const areNameable = fileIds.every((fileId) => {
      const file = files.get(fileId)
      return file !== undefined && isNameable(file, participant.participantId)
    })
    return areNameable ? ALLOWED : refused('file-not-found')
  }

  /** Gives files that were checked to the message that names them, before it is stored. */
  nameFiles(fileIds: readonly FileId[] | undefined, seq: number): void {
    for (const fileId of fileIds ?? []) {
      const file = this.#loadedFiles().get(fileId)
      if (file === undefined) continue
      this.#options.store.setSeq(file.number, seq)
      file.seq = seq
    }
  }

  /** Deletes the files of a message that is gone. */
  deleteFilesOf(seq: number): void {
    for (const file of this.#loadedFiles().values()) if (file.seq === seq) this.#deleteFile(file)
  }

  /** Deletes the files of somebody who leaves that no message names: nobody else may name them, or take their id and read them. */
  forgetFilesOf(participantId: ParticipantId): void {
    for (const file of this.#loadedFiles().values())
      if (file.seq === null && file.participantId === participantId) this.#deleteFile(file)
  }

  /** Deletes the files that no message has named in time. */
  forgetUnnamedFiles(now: number): void {
    if (now < this.nextForgottenAt) return
    this.#nextForgottenAt = Number.POSITIVE_INFINITY
    for (const file of this.#loadedFiles().values()) {
      const at = forgottenAt(file)
      if (at === null) continue
      if (at <= now) this.#deleteFile(file)
      else this.#nextForgottenAt = Math.min(this.#nextForgottenAt, at)
    }
  }

  /** Finds the file to which a chunk is to be added; null where it has it already. */
  #findUnstored(
    participant: RoomParticipant,
    { fileId, index, octets }: SentChunk,
    now: number,
  ): Result<RoomFile | null> {
    const file = this.#loadedFiles().get(fileId)
    if (file?.participantId !== participant.participantId) return refused('file-not-found')
    if (file.stored.has(index)) return ok(null)
    const checked = this.#checkSending(participant, now)
    if (!checked.ok) return checked
    const checkedChunk = checkChunk(file, index, octets.byteLength)
    return checkedChunk.ok ? ok(file) : checkedChunk
  }

  #checkSending(participant: RoomParticipant, now: number): Result<void> {
    const { settings, presence } = this.#options
    const sender = { role: shownRole(participant), mutedUntil: participant.mutedUntil }
    return checkFileSending(sender, settings.row, presence.count, now)
  }

  #deleteFile({ number, fileId }: RoomFile): void {
    this.#options.store.deleteFile(number)
    this.#byId?.delete(fileId)
  }

  #loadedFiles(): Map<FileId, RoomFile> {
    if (this.#byId !== null) return this.#byId
    const { store } = this.#options
    const files = new Map<FileId, RoomFile>()
    const byNumber = new Map<number, RoomFile>()
    for (const { createdAt, ...row } of store.loadFiles()) {
      const file = { ...row, stored: new Set<number>(), octets: 0, progressAt: createdAt }
      byNumber.set(file.number, file)
    }
    for (const { number, index, octets, storedAt } of store.loadChunks()) {
      const file = byNumber.get(number)
      if (file === undefined) continue
      file.stored.add(index)
      file.octets += octets
      file.progressAt = Math.max(file.progressAt, storedAt)
    }
    for (const file of byNumber.values()) this.#addToMemory(files, file)
    this.#byId = files
    return files
  }

  #addToMemory(files: Map<FileId, RoomFile>, file: RoomFile): void {
    files.set(file.fileId, file)
    this.#nextForgottenAt = Math.min(this.#nextForgottenAt, forgottenAt(file) ?? Number.POSITIVE_INFINITY)
  }
}
