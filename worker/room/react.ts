import { REACTORS_NAMED_MAX } from '../../protocol/limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import type { ReactionCode, Reactors } from '../../protocol/reactions.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import { type MessageAnswer, STORED } from '../relay-protocol/calls.ts'
import type { ReceivedReaction } from '../sockets/parse-frame.ts'
import { checkRate, type RateLimits } from './rules/rates.ts'
import { planReaction, type VoteRules, voteRulesOf } from './rules/reactions.ts'
import { isAuthor, type RoomParticipant } from './state/participant.ts'
import type { RoomChanges } from './state/room-changes.ts'
import type { RoomSettings } from './state/settings.ts'
import type { MessageTally, Tallies } from './state/tallies.ts'
import type { MessageStore } from './storage/message-store.ts'
import type { ReactionStore } from './storage/reaction-store.ts'

/** What reactions depend on, and what they change. */
export interface ReactionsOptions {
  settings: RoomSettings
  messageStore: MessageStore
  reactionStore: ReactionStore
  tallies: Tallies
  changes: RoomChanges
  /** False for load tests: then nobody is asked to slow down. */
  isRateLimited: boolean
}

/** A message that is reacted to: who said it, and how others may react. */
interface Target {
  seq: number
  participantId: string
  rules: VoteRules
}

/** Accepts reactions to messages, and closes and opens them. */
export class Reactions {
  readonly #options: ReactionsOptions
  /** The message that was reacted to last: in a vote it is the same one ten thousand times. */
  #lastTarget: Target | null = null

  constructor(options: ReactionsOptions) {
    this.#options = options
  }

  /** Gives a reaction or takes it back, in one synchronous stretch. What is so already is no error. */
  acceptReaction(
    participant: RoomParticipant,
    { seq, code, on }: ReceivedReaction,
    now: number,
  ): Result<void> {
    const { reactionStore, tallies } = this.#options
    const { participantId, fromSeq } = participant
    const target = this.#findTarget(seq, fromSeq)
    if (target === null) return refused('message-not-found')
    const checkedRate = this.#checkRate(participant, now)
    if (!checkedRate.ok) return checkedRate
    const tally = tallies.getTally(seq)
    const own = reactionStore.readOwn([seq], participantId).map((each) => each.code)
    const { counts, isClosed } = tally
    const planned = planReaction(target.rules, { code, isOn: on, own, counts, isClosed })
    if (!planned.ok) return planned
    const { removed, added } = planned.value
    if (removed.length > 0 || added !== null) this.#changeReactions(tally, participantId, removed, added)
    return ok()
  }

  /**
   * Gives or takes back a reaction that came over a socket, here or at a relay. An error is caught, so that it does not take
   * the rest of the batch with it.
   * @returns what answers its sender: nothing where it is accepted
   */
  answerSocketReaction(participant: RoomParticipant, reaction: ReceivedReaction, now: number): MessageAnswer {
    try {
      const accepted = this.acceptReaction(participant, reaction, now)
      return accepted.ok ? STORED : accepted
    } catch (error) {
      return refused({ code: 'internal', incident: log('reaction-failed', error) })
    }
  }

  /**
   * Closes a message to reactions, or opens it again.
   * @param mayClose decides whether they may, where the message is another's
   */
  setClosed(
    { seq, isClosed, participant, rates }: ClosingRequest,
    mayClose: () => Result<void>,
    now: number,
  ): Result<void> {
    const target = this.#findTarget(seq, participant?.fromSeq ?? 0)
    if (target === null) return refused('message-not-found')
    const checked = participant && isAuthor(participant, target) ? ok() : mayClose()
    if (!checked.ok) return checked
    const checkedRate = this.#checkRate(rates, now)
    if (!checkedRate.ok) return checkedRate
    const { tallies, changes } = this.#options
    const tally = tallies.getTally(seq)
    if (tally.isClosed !== isClosed) changes.recordChange(tally, isClosed)
    return ok()
  }

  /** Lists who gave which reaction to a message, in a room in which people know each other. */
  listReactors({ seq, participant, rates }: ReadingRequest, now: number): Result<Reactors> {
    const { settings, reactionStore } = this.#options
    const { capacity } = settings.row
    if (capacity === null || capacity > REACTORS_NAMED_MAX) return refused('not-allowed')
    if (this.#findTarget(seq, participant?.fromSeq ?? 0) === null) return refused('message-not-found')
    const checkedRate = this.#checkRate(rates, now)
    if (!checkedRate.ok) return checkedRate
    const reactions: Reactors['reactions'] = {}
    for (const { code, voter } of reactionStore.readVoters(seq)) {
      reactions[code] ??= []
      reactions[code].push(voter)
    }
    return ok({ reactions })
  }

  /** Deletes every reaction to a message that was taken back, and what it says of a vote. */
  forgetMessage(seq: number): void {
    const { reactionStore, tallies } = this.#options
    reactionStore.removeAllTo(seq)
    tallies.getTally(seq).counts.clear()
    if (this.#lastTarget?.seq === seq) this.#lastTarget = null
  }

  /** Takes away every reaction of somebody who is removed, also where a message is closed. */
  removeVoter(participantId: ParticipantId): void {
    const { reactionStore, tallies } = this.#options
    for (const { seq, code } of reactionStore.readAllOf(participantId))
      this.#changeReactions(tallies.getTally(seq), participantId, [code], null)
  }

  #changeReactions(
    tally: MessageTally,
    participantId: ParticipantId,
    removed: readonly ReactionCode[],
    added: ReactionCode | null,
  ): void {
    const { reactionStore, tallies, changes } = this.#options
    const { seq, counts } = tally
    try {
      changes.recordChange(tally)
      for (const code of removed) reactionStore.removeReaction(seq, participantId, code)
      if (added !== null) reactionStore.addReaction(seq, participantId, added)
    } catch (error) {
      // What is stored now is counted again before anybody is told.
      tallies.forgetTally(seq)
      throw error
    }
    for (const code of removed) {
      const left = (counts.get(code) ?? 0) - 1
      if (left > 0) counts.set(code, left)
      else counts.delete(code)
    }
    if (added !== null) counts.set(added, (counts.get(added) ?? 0) + 1)
  }

  #checkRate(rates: Pick<RateLimits, 'reactions'>, now: number): Result<void> {
    return this.#options.isRateLimited ? checkRate(rates, 'reactions', now) : ok()
  }

  /** @returns the message; null where there is none above `fromSeq`, or it was taken back */
  #findTarget(seq: number, fromSeq: number): Target | null {
    if (seq <= fromSeq) return null
    if (this.#lastTarget?.seq === seq) return this.#lastTarget
    const { settings, messageStore } = this.#options
    const [message] = messageStore.readMessages(settings.row.roomId, [seq])
    if (message === undefined || message.deletedAt !== undefined) return null
    this.#lastTarget = { seq, participantId: message.participantId, rules: voteRulesOf(message) }
    return this.#lastTarget
  }
}

/** Who asks about which message. */
interface ReadingRequest {
  seq: number
  /** Null where who asks has no seat. */
  participant: RoomParticipant | null
  /** What they did lately. */
  rates: Pick<RateLimits, 'reactions'>
}

/** Who closes or opens which message. */
interface ClosingRequest extends ReadingRequest {
  isClosed: boolean
}
