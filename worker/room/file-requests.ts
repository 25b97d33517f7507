import type { FileAnswer, FileId, FileRequest } from '../../protocol/files.ts'
import { FILE_READ_RATE } from '../../protocol/limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'
import type { Credentials } from './credentials.ts'
import { ANY_PHASE, checkOpen } from './rules/phase.ts'
import type { RoomRuntime } from './runtime.ts'
import type { SentChunk } from './state/room-files.ts'

/**
 * The calls about files. Chunks are handled at once and not gathered, so that the object's memory holds each for as long as its call
 * takes.
 */
export class FileRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  /** Announces a file of so many octets and chunks. It goes again unless a message names it in time. */
  announceFile(who: Credentials, request: FileRequest): Promise<Result<FileAnswer>> {
    return this.#runtime.runStepFor(who, (state, now): Result<FileAnswer> => {
      const participant = state.participants.findParticipant(who)
      if (participant === null) return refused('not-a-participant')
      const announced = state.files.announceFile(participant, request, now)
      if (!announced.ok) return announced
      state.scheduleFileEnd(now)
      return ok({ fileId: announced.value })
    })
  }

  /** Stores a chunk of a file of one's own. */
  storeChunk(who: Credentials, chunk: SentChunk): Promise<Result<void>> {
    return this.#runtime.runStepFor(who, (state, now): Result<void> => {
      const participant = state.participants.findParticipant(who)
      return participant ? state.files.storeChunk(participant, chunk, now) : refused('not-a-participant')
    })
  }

  /**
   * Returns the octets of a chunk: to participants while the room is open, to its facilitator for as long as it is kept. They are
   * read whatever their size, but the next ones have to wait until the limit has made up for them.
   */
  readChunk(who: Credentials, fileId: FileId, index: number): Promise<Result<ArrayBuffer>> {
    return this.#runtime.runStepFor(
      who,
      (state, now): Result<ArrayBuffer> => {
        const { settings, roles, participants, files, isRateLimited } = state
        const isFacilitator = roles.isFacilitator(who)
        const checkedPhase = checkOpen(settings.phaseAt(now), isFacilitator)
        if (!checkedPhase.ok) return checkedPhase
        const participant = participants.findParticipant(who)
        if (!isFacilitator && !participant) return refused('not-a-participant')
        const rates = participant ?? state.seatlessRates
        rates.fileOctetsRead ??= new TokenBucket(FILE_READ_RATE, now)
        const checked = isRateLimited ? checkWait(rates.fileOctetsRead.getWait(now)) : ok()
        if (!checked.ok) return checked
        const fromSeq = isFacilitator || !participant ? 0 : participant.fromSeq
        const reader = participant && { participantId: participant.participantId, fromSeq }
        const read = files.readChunk({ fileId, index }, reader)
        if (read.ok) rates.fileOctetsRead.spendTokens(now, read.value.byteLength)
        return read
      },
      ANY_PHASE,
    )
  }
}
