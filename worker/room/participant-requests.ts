import { FRAME_RATE } from '../../protocol/connection-limits.ts'
import type { HistoryQuery, MessageRequest } from '../../protocol/message.ts'
import {
  type JoinRequest,
  type Participant,
  type ParticipantPatch,
  WAITING,
} from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'
import { makeMessageId } from '../ids.ts'
import type { Region } from '../relay-protocol/placement.ts'
import { proveToken, type UpgradeRequest } from '../sockets/upgrade-request.ts'
import type { Credentials } from './credentials.ts'
import type { EntryCheck, PasswordVerdict, UnverifiedPassword } from './entry-check.ts'
import type { JoinResult } from './find-seat.ts'
import type { StoredMessage } from './post-message.ts'
import { type History, readHistory, readStoredMessage } from './read-history.ts'
import { isCardRenewal } from './rules/card-renewal.ts'
import { ANY_PHASE, checkOpen } from './rules/phase.ts'
import { checkRate } from './rules/rates.ts'
import { checkSpeech } from './rules/speaking.ts'
import type { RoomRuntime } from './runtime.ts'
import type { FoundVisitor } from './state/door.ts'
import { type RoomParticipant, shownRole, toPublicParticipant } from './state/participant.ts'
import type { RoomState } from './state/room-state.ts'
import type { TakenSeat } from './state/seats.ts'
import { toPublicVisitor } from './state/waiting-list.ts'

/** Somebody who takes a seat, or has one already. */
interface Joiner {
  who: Credentials
  request: JoinRequest
  region: Region
}

/** What became of an attempt to run a step for somebody with a seat, where nothing refused it. */
type SeatAttempt<T> =
  | { kind: 'done'; answer: T }
  /** A password has to be verified first: which, and by whom. */
  | { kind: 'unverified'; password: UnverifiedPassword; entryCheck: EntryCheck }

/** The calls of participants, and of visitors who become participants. */
export class ParticipantRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  joinRoom(who: Credentials, request: JoinRequest, region: Region): Promise<Result<JoinResult>> {
    return this.#runWithSeat({ who, request, region }, ({ view }, found, now): Result<JoinResult> => {
      const room = view.toPublicRoom(now)
      const { token } = found
      // Whoever waits is given no invite: they get a wrap when they are let in.
      if ('visitor' in found) return ok({ ...toPublicVisitor(found.visitor), role: WAITING, room, token })
      return ok({ ...toPublicParticipant(found.participant), room, ...view.toJoinKeys(), token })
    })
  }

  /** Opens a socket for somebody who has a seat, or waits at the door, or comes with it. */
  openSocket(upgrade: UpgradeRequest): Promise<Result<Response>> {
    const { joinIntent, token } = upgrade
    if (joinIntent === null)
      return this.#runtime.queueStep(({ participants, door, doorSockets, traffic }, now) => {
        const participant = participants.findParticipant({ token })
        if (participant) return traffic.sockets.openSocket(participant, upgrade, now)
        const visitor = door.findVisitor({ token })
        return visitor ? doorSockets.openSocket(visitor, upgrade, now) : refused('not-a-participant')
      })
    const { request, region, source } = joinIntent
    return this.#runWithSeat({ who: { token, source }, request, region }, (state, found, now) => {
      if ('participant' in found) return state.traffic.sockets.openSocketForSeat(upgrade, found, now)
      const { visitor, token } = found
      const opened = state.doorSockets.openSocket(visitor, proveToken(upgrade, token), now)
      // The token would have come with the first event: without it nobody can wait on.
      if (!opened.ok && token !== null) state.door.releaseVisitor(visitor)
      return opened
    })
  }

  /** Sets the alias and the card of a participant, and raises or lowers their hand. Makes all of the changes, or none. */
  changeParticipant(who: Credentials, { alias, card, hand }: ParticipantPatch): Promise<Result<Participant>> {
    return this.#runAsParticipant(who, (state, participant, now): Result<Participant> => {
      const { keys } = state.settings.row
      if (card !== undefined && keys === null)
        return refused({
          code: 'invalid-request',
          issues: [{ path: 'card', message: 'Only a room with keys: 2 takes this.' }],
        })
      const speaker = { role: shownRole(participant), mutedUntil: participant.mutedUntil }
      // A name may be in the card.
      const isNewCard =
        card !== undefined && keys !== null && !isCardRenewal(participant.card, card, keys.epoch)
      const isRename = alias !== undefined || isNewCard
      const mayRename = isRename ? checkSpeech('rename', speaker, state.settings.row, now) : ok()
      if (!mayRename.ok) return mayRename
      const checked = state.isRateLimited ? checkRate(participant, 'renames', now) : ok()
      if (!checked.ok) return checked
      const renamed = alias === undefined ? ok() : state.seats.renameParticipant(participant, alias)
      if (!renamed.ok) return renamed
      if (card !== undefined) state.seats.setCard(participant, card)
      if (hand !== undefined && state.participants.setHand(participant, hand, now))
        state.presence.announceManaged(participant, { isRole: false })
      return ok(toPublicParticipant(participant))
    })
  }

  getTimeLeft(who: Credentials): Promise<Result<{ ttl: number }>> {
    return this.#runAsParticipant(who, ({ settings }, _, now) =>
      ok({ ttl: Math.ceil((settings.endsAt - now) / 1000) }),
    )
  }

  /** Returns a page of history: to participants while the room is open, to its facilitator for as long as it is kept. */
  readHistory(who: Credentials, query: HistoryQuery): Promise<Result<History>> {
    return this.#runtime.runStepFor(
      who,
      (state, now): Result<History> => {
        const { settings, roles, participants, messages, store, isRateLimited } = state
        const isFacilitator = roles.isFacilitator(who)
        const checkedPhase = checkOpen(settings.phaseAt(now), isFacilitator)
        if (!checkedPhase.ok) return checkedPhase
        const participant = participants.findParticipant(who)
        if (!isFacilitator && !participant) return refused('not-a-participant')
        const fromSeq = isFacilitator || !participant ? 0 : participant.fromSeq
        const source = {
          store: store.messages,
          changeReader: state.changeReader,
          burns: state.burns,
          participant: participant && {
            participantId: participant.participantId,
            seatedSeq: participant.seatedSeq,
            fromSeq,
          },
          roomId: settings.row.roomId,
          lastSeq: messages.lastSeq,
        }
        const rates = participant ?? state.seatlessRates
        return readHistory(source, query, { rates, fromSeq, now, isRateLimited })
      },
      ANY_PHASE,
    )
  }

  postMessage(who: Credentials, request: MessageRequest): Promise<Result<StoredMessage>> {
    return this.#runAsParticipant(who, (state, participant, now) => {
      const { sender, id = makeMessageId(), ...content } = request
      const rename =
        sender === undefined ? undefined : () => state.seats.renameParticipant(participant, sender, 'sender')
      const accepted = state.traffic.poster.acceptMessage(participant, { ...content, id }, now, rename)
      if (!accepted.ok || accepted.value.isNew) return accepted
      const { isRateLimited } = state
      return readStoredMessage(accepted.value, { rates: participant, now, isRateLimited })
    })
  }

  /** Announces that a participant is typing. It counts towards the rate limit of frames, as over a socket. */
  announceTyping(who: Credentials): Promise<Result<void>> {
    return this.#runAsParticipant(who, (state, participant, now): Result<void> => {
      participant.frames ??= new TokenBucket(FRAME_RATE, now)
      const checked = state.isRateLimited ? checkWait(participant.frames.takeToken(now)) : ok()
      if (checked.ok) state.traffic.typing.enqueueTyping(participant, now)
      return checked
    })
  }

  /** Runs a step for a participant of an open room, in one batch with everything else that comes in at once. */
  #runAsParticipant<T>(
    who: Credentials,
    step: (state: RoomState, participant: RoomParticipant, now: number) => Result<T>,
  ): Promise<Result<T>> {
    return this.#runtime.queueStepFor(who, (state, now) => {
      const participant = state.participants.findParticipant(who)
      return participant ? step(state, participant, now) : refused('not-a-participant')
    })
  }

  /**
   * Runs a step for somebody who takes a seat, or finds it. A password that has to be verified is verified outside of the
   * step, because that takes a while and others go on meanwhile. Then everything is checked again.
   */
  async #runWithSeat<T>(
    joiner: Joiner,
    step: (state: RoomState, found: TakenSeat | FoundVisitor, now: number) => Result<T>,
  ): Promise<Result<T>> {
    const first = await this.#trySeat(joiner, null, step)
    if (!first.ok) return first
    if (first.value.kind === 'done') return ok(first.value.answer)
    const { entryCheck } = first.value
    return entryCheck.runExclusively(async () => {
      // Meanwhile somebody else may have entered with the right password, or this source tried too many wrong ones.
      let verdict: PasswordVerdict | null = null
      for (;;) {
        const next = await this.#trySeat(joiner, verdict, step)
        if (!next.ok) return next
        if (next.value.kind === 'done') return ok(next.value.answer)
        verdict = entryCheck.verifyPassword(next.value.password)
      }
    })
  }

  /** Runs a step for somebody who takes a seat, or finds it, unless a password has to be verified first. */
  #trySeat<T>(
    joiner: Joiner,
    verdict: PasswordVerdict | null,
    step: (state: RoomState, found: TakenSeat | FoundVisitor, now: number) => Result<T>,
  ): Promise<Result<SeatAttempt<T>>> {
    return this.#runtime.queueStep((state, now): Result<SeatAttempt<T>> => {
      const found = state.seatFinder.findOrTakeSeat({ ...joiner, verdict, now })
      if (!found.ok) return found
      if (found.value.kind === 'unverified') return ok({ ...found.value, entryCheck: state.entryCheck })
      const result = step(state, found.value.kind === 'seat' ? found.value.seat : found.value, now)
      return result.ok ? ok({ kind: 'done', answer: result.value }) : result
    })
  }
}
