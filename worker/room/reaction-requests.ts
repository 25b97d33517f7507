import type { Reactors } from '../../protocol/reactions.ts'
import { type Result, refused } from '../../protocol/refusal.ts'
import type { ReceivedReaction } from '../sockets/parse-frame.ts'
import type { Credentials } from './credentials.ts'
import { checkAction } from './rules/permissions.ts'
import type { RoomRuntime } from './runtime.ts'

/** The calls about reactions to messages. */
export class ReactionRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  /** Gives a reaction or takes it back. */
  setReaction(who: Credentials, reaction: ReceivedReaction): Promise<Result<void>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<void> => {
      const participant = state.participants.findParticipant(who)
      if (participant === null) return refused('not-a-participant')
      return state.reactions.acceptReaction(participant, reaction, now)
    })
  }

  /** Lists who gave which reaction to a message: for who may read it. */
  listReactors(who: Credentials, seq: number): Promise<Result<Reactors>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<Reactors> => {
      if (state.roles.effectiveRoleOf(who) === null) return refused('not-a-participant')
      const participant = state.participants.findParticipant(who)
      const rates = participant ?? state.seatlessRates
      return state.reactions.listReactors({ seq, participant, rates }, now)
    })
  }

  /** Closes a message to reactions, or opens it again: for its author, hosts and facilitators. */
  setClosed(who: Credentials, seq: number, isClosed: boolean): Promise<Result<void>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<void> => {
      const { settings, roles, participants, reactions } = state
      const role = roles.effectiveRoleOf(who)
      if (role === null) return refused('not-a-participant')
      const participant = participants.findParticipant(who)
      const request = {
        seq,
        isClosed,
        participant,
        rates: participant ?? state.seatlessRates,
      }
      const mayClose = () => checkAction('closeVote', role, settings.phaseAt(now), settings.row)
      return reactions.setClosed(request, mayClose, now)
    })
  }
}
