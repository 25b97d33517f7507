import { FILE_READ_RATE } from '../../protocol/file-limits.ts'
import type { FileAnswer, FileId, FileRequest } from '../../protocol/files.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'
import { type ChunkTurn, ChunkTurns } from './chunk-turns.ts'
import type { Credentials } from './credentials.ts'
import { ANY_PHASE, checkOpen } from './rules/phase.ts'
import type { RoomRuntime } from './runtime.ts'
import type { SentChunk } from './state/room-files.ts'

/** Of a chunk that is stored already. */
const NO_TURN: ChunkTurn = { wait: 0, end: () => {} }

/** The calls about files. The object's memory holds the chunks that wait for their turn, and of each file what there is of it. */
export class FileRequests {
  readonly #runtime: RoomRuntime
  readonly #turns = new ChunkTurns()

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
      state.alarm.scheduleFileEnd(now)
      return ok({ fileId: announced.value })
    })
  }

  /**
   * Stores a chunk of a file of one's own, in its turn. Everything is checked before it waits, so that nobody has the room hold
   * what it won't store, and again then.
   */
  async storeChunk(who: Credentials, chunk: SentChunk): Promise<Result<void>> {
    const taken = await this.#takeTurn(who, chunk)
    if (!taken.ok) return taken
    const { wait, end } = taken.value
    try {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      return await this.#runtime.runStepFor(who, (state, now): Result<void> => {
        const participant = state.participants.findParticipant(who)
        return participant ? state.files.storeChunk(participant, chunk, now) : refused('not-a-participant')
      })
    } finally {
      end()
    }
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

  #takeTurn(who: Credentials, chunk: SentChunk): Promise<Result<ChunkTurn>> {
    return this.#runtime.runStepFor(who, (state, now): Result<ChunkTurn> => {
      const participant = state.participants.findParticipant(who)
      if (participant === null) return refused('not-a-participant')
      const checked = state.files.checkSent(participant, chunk, now)
      if (!checked.ok) return checked
      if (checked.value.isStored) return ok(NO_TURN)
      const { participantId } = participant
      const sent = { participantId, octets: chunk.octets.byteLength }
      return this.#turns.takeTurn(sent, state.messages.lastMessageAt, now)
    })
  }
}
