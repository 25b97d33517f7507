import type { EditRequest, Message, RevealedText } from '../../protocol/message.ts'
import { type Result, refused } from '../../protocol/refusal.ts'
import type { Credentials } from './credentials.ts'
import { readWithinRate } from './read-history.ts'
import { checkAction } from './rules/permissions.ts'
import type { RoomRuntime } from './runtime.ts'

/** The calls that change what was said. */
export class ChangeRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  /** Replaces the text of a message: for its author. */
  editMessage(who: Credentials, seq: number, request: EditRequest): Promise<Result<Message>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<Message> => {
      const participant = state.participants.findParticipant(who)
      if (participant === null) return refused('not-a-participant')
      const edited = state.traffic.editor.editMessage(participant, seq, request, now)
      if (edited.ok) state.changeReader.addChanges([edited.value], participant)
      return edited
    })
  }

  /** Reveals the text of a message that is read once. It counts as reading. */
  revealText(who: Credentials, seq: number): Promise<Result<RevealedText>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<RevealedText> => {
      const { participants, burns, isRateLimited } = state
      const participant = participants.findParticipant(who)
      if (participant === null) return refused('not-a-participant')
      const read = readWithinRate({ rates: participant, now, isRateLimited }, () => {
        const revealed = burns.revealText(participant, seq, now)
        return { value: revealed, characters: revealed.value?.text.length ?? 0 }
      })
      return read.ok ? read.value : read
    })
  }

  /** Takes a message back: for its author, hosts and facilitators. */
  takeBackMessage(who: Credentials, seq: number): Promise<Result<void>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<void> => {
      const { settings, roles, participants, traffic } = state
      const role = roles.effectiveRoleOf(who)
      if (role === null) return refused('not-a-participant')
      const participant = participants.findParticipant(who)
      const request = {
        seq,
        participant,
        rates: participant ?? state.seatlessRates,
      }
      const mayTakeBack = () => checkAction('takeBack', role, settings.phaseAt(now), settings.row)
      return traffic.editor.takeBackMessage(request, mayTakeBack, now)
    })
  }
}
