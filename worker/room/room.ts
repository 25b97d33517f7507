import { DurableObject } from 'cloudflare:workers'
import { nanoid } from 'nanoid'
import { FRAME_RATE, HISTORY } from '../../protocol/limits.ts'
import type { HistoryQuery, Message, MessageRequest } from '../../protocol/message.ts'
import type { JoinRequest, Participant, ParticipantList } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Room as PublicRoom, RoomOptions, RoomPatch } from '../../protocol/room.ts'
import type { AccountRoom, OwnRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import type { Bindings } from '../env.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import type { Region } from '../relay-protocol/placement.ts'
import { type HostToken, hashSecret, makeSecret } from '../secrets/secret.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import { closeQuietly, disconnectCauseOf } from '../sockets/send.ts'
import { answerUpgrade, readUpgradeRequest } from '../sockets/upgrade-request.ts'
import { connectSeated, connectSocket } from './connect.ts'
import type { Credentials } from './credentials.ts'
import { EntryCheck, type PasswordVerdict, type UnverifiedPassword } from './entry-check.ts'
import {
  belongsTo,
  changePlan,
  closeRoomAt,
  type FacilitatorRoomState,
  toAccountRoom,
} from './facilitator-room.ts'
import { type JoinResult, type JoinServices, type TakenSeat, takeOrFindSeat } from './join.ts'
import { listParticipants, seatFacts } from './list-participants.ts'
import { patchRoom } from './patch.ts'
import {
  acceptMessage,
  broadcastTyping,
  broadcastUpdate,
  checkRate,
  type StoredMessage,
} from './post-message.ts'
import { readHistory, readStored } from './read-history.ts'
import { checkSeat, isAway } from './rules/entry.ts'
import { mayDestroy, mayManage, mayRemove } from './rules/permissions.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
import { RoomRuntime } from './runtime.ts'
import { isFacilitator } from './state/facilitator-seat.ts'
import { isHost, type Participants } from './state/participants.ts'
import {
  endsAt,
  phaseAt,
  type RoomParticipant,
  type RoomState,
  shownRole,
  toPublicParticipant,
  toPublicRoom,
} from './state/room-state.ts'
import { openRow, type RoomRow, scheduledRow } from './storage/rows.ts'
import type { RoomStore } from './storage/store.ts'

/** Every phase in which there is a room. */
const ANY_PHASE: readonly Phase[] = ['scheduled', 'open', 'closed']
const BEFORE_CLOSING: readonly Phase[] = ['scheduled', 'open']

/**
 * What a call takes: a seat while the room is open; the right to read, which its facilitator has besides; or any power
 * over the room, which its host has without a seat, too.
 */
export type Standing = 'seat' | 'reading' | 'power'

const NOT_A_PARTICIPANT = refused('not-a-participant')
const BUSY = refused({ code: 'busy', retryAfter: 2 })

/**
 * One room: it orders, stores, tells and ends. The class only says what each call does; the engine sees to when, and in
 * which phases.
 */
export class Room extends DurableObject<Bindings> {
  readonly #runtime: RoomRuntime
  readonly #store: RoomStore
  readonly #participants: Participants
  readonly #joinServices: JoinServices
  readonly #limited: boolean

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#limited = env.RATE_LIMITS !== 'off'
    this.#runtime = new RoomRuntime(ctx, env, this.#limited)
    this.#store = this.#runtime.store
    this.#participants = this.#runtime.participants
    this.#joinServices = {
      participants: this.#participants,
      presence: this.#runtime.presence,
      entryCheck: new EntryCheck(this.#store, this.#limited),
    }
  }

  /** Makes the room. Its id is fresh; `options` were checked by their schema. */
  createRoom(roomId: string, options: RoomOptions): { room: PublicRoom; hostToken: HostToken } {
    const now = Date.now()
    const hostToken = makeSecret<'host'>()
    const row = openRow(roomId, options, hashSecret(hostToken), now)
    this.#rememberPassword(row, options.password)
    return { room: toPublicRoom(this.#runtime.createRoom(row), now), hostToken }
  }

  /** Makes a room for an account. Its id is fresh; the account has checked the plan. */
  createPlanned(roomId: string, accountId: string, plan: Schedule): AccountRoom {
    const now = Date.now()
    const row = scheduledRow(roomId, accountId, plan, now)
    this.#rememberPassword(row, plan.password)
    return toAccountRoom(this.#runtime.createRoom(row) as FacilitatorRoomState, now)
  }

  /** The room as its facilitator sees it. */
  describeRoom(accountId: string): Promise<Result<AccountRoom>> {
    return this.#asFacilitator(accountId, (live, now) => ok(toAccountRoom(live, now)))
  }

  /** The same, with the hash of its link's secret. */
  describeOwnRoom(accountId: string): Promise<Result<OwnRoom>> {
    return this.#asFacilitator(accountId, (live, now) =>
      ok({ ...toAccountRoom(live, now), admission: live.row.admission }),
    )
  }

  /** Makes the changes a facilitator asks for, and tells everyone. */
  changePlan(accountId: string, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    return this.#asFacilitator(accountId, (live, now): Result<AccountRoom> => {
      const { capacity } = live.row
      const issues = changePlan(this.#store, live, patch, now)
      if (issues.length > 0) return refused({ code: 'invalid-request', issues })
      this.#rememberPassword(live.row, patch.password)
      if (capacity === null && live.row.capacity !== null) this.#joinServices.presence.startIdleTracking(live)
      return ok(this.#announceChange(live, now))
    })
  }

  /**
   * Sessions of the account have ended. Doing so twice is doing it once.
   * @param isRevoked by another password: then the seats that were taken with them, and before, are dead
   */
  endSessions(accountId: string, ended: string[], isRevoked: boolean): Promise<Result<void>> {
    return this.#asFacilitator(accountId, (live, now): Result<void> => {
      this.#participants.facilitator.endSessions(live, ended, isRevoked, now)
      return ok()
    })
  }

  /** Closes an open room now: to be read by its facilitator for as long as it was to be kept. */
  closeRoom(accountId: string): Promise<Result<AccountRoom>> {
    return this.#asFacilitator(accountId, (live, now): Result<AccountRoom> => {
      if (phaseAt(live, now) === 'scheduled') return refused('room-not-open')
      closeRoomAt(this.#store, live, now)
      this.#announceChange(live, now)
      this.#runtime.ifAlive(now)
      // As it is once everyone was sent out.
      return ok(toAccountRoom(live, now))
    })
  }

  /** Ends the account's room, in whatever phase; answers once nothing of it is left, also where there was nothing. */
  async deleteRoom(accountId: string): Promise<void> {
    const now = Date.now()
    const live = this.#runtime.ifAlive(now)
    if (live && belongsTo(live, accountId)) this.#runtime.endRoom(live, 'destroyed', now)
    await this.#runtime.waitUntilDeleted()
  }

  /** A page of everything that was said, for the facilitator: the oldest above `after`. */
  readTranscript(
    accountId: string,
    after: number,
  ): Promise<Result<{ room: AccountRoom; messages: Message[] }>> {
    return this.#asFacilitator(accountId, (live, now) => {
      const { max: limit, characters } = HISTORY
      const page = this.#store.messages.readHistory(live.row.roomId, { after, limit, characters })
      return ok({ room: toAccountRoom(live, now), messages: page.map(({ message }) => message) })
    })
  }

  /** The room as anyone with the link may see it. */
  getPublicRoom(): Promise<Result<PublicRoom>> {
    return this.#runtime.runStep((live, now) => ok(toPublicRoom(live, now)), ANY_PHASE)
  }

  /**
   * Whether the room's page lets this visitor in: with a seat already, or where there is one to take, or to wait for
   * the opening. Takes none.
   */
  checkPageEntry(who: Credentials): Promise<Result<void>> {
    return this.#runtime.runStep((live, now) => {
      const known = this.#participants.findIncludingRemoved(live, who)
      if (known?.removed) return refused('removed')
      if (known || isFacilitator(live, who)) return ok()
      const refusal = checkSeat(this.#participants.occupancy(live, now), { isHost: isHost(live, who) })
      return refusal ? refused(refusal) : ok()
    }, BEFORE_CLOSING)
  }

  /** Whether somebody may make a call that takes this much, whatever they would ask. Changes nothing. */
  checkStanding(who: Credentials, standing: Standing): Promise<Result<void>> {
    return this.#runtime.runStep((live, now): Result<void> => {
      const phase = phaseAt(live, now)
      const power = standing === 'seat' ? null : this.#participants.effectiveRoleOf(live, who)
      if (phase !== 'open' && power !== 'facilitator') return refused(refusalIn(phase))
      const isEnough = standing === 'power' ? power !== null : power === 'facilitator'
      return isEnough || this.#participants.findParticipant(live, who) ? ok() : NOT_A_PARTICIPANT
    }, ANY_PHASE)
  }

  /** Takes a seat, or finds the one that the token holds. @param region where the newcomer is */
  joinRoom(who: Credentials, request: JoinRequest, region: Region = 'any'): Promise<Result<JoinResult>> {
    return this.#asSeated(who, request, region, (live, { participant: member, token }, now) =>
      ok({ ...toPublicParticipant(member), room: toPublicRoom(live, now), token }),
    )
  }

  /** Takes another alias, where nobody has it. */
  renameParticipant(who: Credentials, alias: string): Promise<Result<Participant>> {
    return this.#asParticipant(who, (live, member, now): Result<Participant> => {
      const refusal =
        (this.#limited ? checkRate(member, 'renames', now) : null) ??
        this.#participants.renameParticipant(live, member, alias)
      return refusal ? refused(refusal) : ok(toPublicParticipant(member))
    })
  }

  /** Gives the seat and the alias back. Returns the room as it is then. */
  leaveRoom(who: Credentials): Promise<Result<PublicRoom>> {
    return this.#asParticipant(who, (live, member, now) => {
      this.#participants.leaveSeat(live, member)
      return ok(toPublicRoom(live, now))
    })
  }

  /** Whole seconds left. */
  getTimeLeft(who: Credentials): Promise<Result<{ ttl: number }>> {
    return this.#asParticipant(who, (live, _, now) => ok({ ttl: Math.ceil((endsAt(live) - now) / 1000) }))
  }

  /** A page of history: for participants while the room is open, for its facilitator as long as it is kept. */
  readHistory(
    who: Credentials,
    query: HistoryQuery,
  ): Promise<Result<{ messages: Message[]; lastSeq: number }>> {
    return this.#runtime.runStep((live, now): Result<{ messages: Message[]; lastSeq: number }> => {
      const phase = phaseAt(live, now)
      const power = this.#participants.effectiveRoleOf(live, who)
      if (phase !== 'open' && power !== 'facilitator') return refused(refusalIn(phase))
      const member = this.#participants.findParticipant(live, who)
      if (power !== 'facilitator' && !member) return NOT_A_PARTICIPANT
      return readHistory(this.#store.messages, live, query, {
        who: member ?? live,
        now,
        limited: this.#limited,
      })
    }, ANY_PHASE)
  }

  /** Stores and tells a message that came over HTTP. */
  postMessage(who: Credentials, request: MessageRequest): Promise<Result<StoredMessage>> {
    return this.#asParticipant(who, (live, member, now) => {
      const { sender, text, id = nanoid() } = request
      const rename = () =>
        sender === undefined ? null : this.#participants.renameParticipant(live, member, sender, 'sender')
      const answer = acceptMessage(this.#store, live, member, { id, text }, now, {
        limited: this.#limited,
        rename,
      })
      if (answer.refusal || answer.value.fresh) return answer
      return readStored(answer.value, { who: member, now, limited: this.#limited })
    })
  }

  /** Tells the others that a participant is typing; what a frame over a socket may do so often, a call may. */
  announceTyping(who: Credentials): Promise<Result<void>> {
    return this.#asParticipant(who, (live, member, now): Result<void> => {
      member.frames ??= new TokenBucket(FRAME_RATE, now)
      const refusal = this.#limited ? refuseForNow(member.frames.takeToken(now)) : null
      if (refusal) return refused(refusal)
      broadcastTyping(live, member, now)
      return ok()
    })
  }

  /** Ends the room now; answers once nothing of it is left. */
  async destroyRoom(who: Credentials): Promise<Result<void>> {
    const answer = await this.#runtime.runStep((live, now): Result<void> => {
      const power = this.#participants.effectiveRoleOf(live, who)
      const phase = phaseAt(live, now)
      // What a facilitator keeps is no longer the participants' to destroy.
      if (phase !== 'open' && power !== 'facilitator') return refused(refusalIn(phase))
      if (power === null) return NOT_A_PARTICIPANT
      if (!mayDestroy(power, live.row.destroyBy)) return refused('not-allowed')
      this.#runtime.endRoom(live, 'destroyed', now)
      return ok()
    }, ANY_PHASE)
    await this.#runtime.waitUntilDeleted()
    return answer
  }

  /** Who has a seat, and since when those are away who have no connection. */
  listParticipants(who: Credentials): Promise<Result<ParticipantList>> {
    return this.#runtime.runStep((live, now): Result<ParticipantList> => {
      if (this.#participants.effectiveRoleOf(live, who) === null) return NOT_A_PARTICIPANT
      return ok(listParticipants(live, now))
    })
  }

  /**
   * Removes a participant, who may not come back with that token.
   * @param onlyAway frees the seat of somebody who is away instead, and of nobody else: they may come back
   */
  removeParticipant(who: Credentials, participantId: string, onlyAway = false): Promise<Result<void>> {
    return this.#runtime.runStep((live, now): Result<void> => {
      const power = this.#participants.effectiveRoleOf(live, who)
      if (power === null) return refused('not-a-participant')
      if (!mayManage(power)) return refused('not-allowed')
      const member = live.participants.get(participantId)
      if (!member || member.removed) return refused('participant-not-found')
      if (!mayRemove(shownRole(member), onlyAway)) return refused('not-allowed')
      if (onlyAway && !isAway(seatFacts(live, member, now), now)) return refused('not-away')
      if (onlyAway) this.#participants.leaveSeat(live, member)
      else this.#participants.removeForGood(live, member)
      return ok()
    })
  }

  /** Locks or unlocks the door, or sets another end. */
  changeSettings(who: Credentials, patch: RoomPatch): Promise<Result<PublicRoom>> {
    return this.#runtime.runStep((live, now): Result<PublicRoom> => {
      const slow = () =>
        this.#limited
          ? checkRate(this.#participants.findParticipant(live, who) ?? live, 'patches', now)
          : null
      const refusal = patchRoom(
        this.#store,
        live,
        this.#participants.effectiveRoleOf(live, who),
        patch,
        now,
        slow,
      )
      if (refusal) return refused(refusal)
      if (patch.closesAt !== undefined) this.#runtime.scheduleAlarm(live, now)
      broadcastUpdate(live, now)
      return ok(toPublicRoom(live, now))
    }, BEFORE_CLOSING)
  }

  /** Answers an upgrade to a WebSocket. The Worker has checked its `Origin`. */
  override async fetch(request: Request): Promise<Response> {
    const upgrade = readUpgradeRequest(request)
    const { joinIntent, token } = upgrade
    const { presence: attendance } = this.#joinServices
    const opened = await (joinIntent === null
      ? this.#asParticipant({ token }, (live, member, now) =>
          connectSocket(this.ctx, attendance, live, member, upgrade, now),
        )
      : this.#asSeated(
          { token, source: joinIntent.source },
          joinIntent.request,
          joinIntent.region,
          (live, seated, now) => connectSeated(this.ctx, this.#joinServices, live, { upgrade, seated, now }),
        ))
    return answerUpgrade(opened)
  }

  /** Whether somebody sits at this relay: a token that names another is made up, or of a seat that is free again. */
  checkRelay(relay: string): Promise<Result<void>> {
    return this.#runtime.runStep((live) => (live.seatsByRelay.get(relay) ? ok() : NOT_A_PARTICIPANT))
  }

  /** Takes what a relay passes on. */
  receiveRelayBatch(call: RelayToRoom): Promise<RelayToRoomAnswer> {
    return this.#runtime.handleRelayBatch(call)
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#runtime.receiveFrame(socket, frame)
  }

  override webSocketClose(socket: WebSocket, code: number, _: string, wasClean: boolean): void {
    this.#runtime.socketClosed(socket, disconnectCauseOf(code, wasClean))
    closeQuietly(socket, 1000, '')
  }

  override webSocketError(socket: WebSocket): void {
    this.#runtime.socketClosed(socket, 'cut')
  }

  override alarm(): Promise<void> {
    return this.#runtime.runAlarm()
  }

  /** Does one step for the account the room belongs to, in every phase; to any other there is no such room. */
  #asFacilitator<T>(
    accountId: string,
    step: (live: FacilitatorRoomState, now: number) => Result<T>,
  ): Promise<Result<T>> {
    return this.#runtime.runStep(
      (live, now) => (belongsTo(live, accountId) ? step(live, now) : refused('room-not-found')),
      ANY_PHASE,
    )
  }

  /** After its facilitator changed the room: tells everyone, and minds the new times. */
  #announceChange(live: FacilitatorRoomState, now: number): AccountRoom {
    this.#runtime.scheduleAlarm(live, now)
    broadcastUpdate(live, now)
    return toAccountRoom(live, now)
  }

  /**
   * Does one step for somebody who takes a seat, or finds it. A password that has to be verified is verified outside of
   * the step, since that takes a while and others go on meanwhile; then everything is asked anew.
   */
  async #asSeated<T>(
    who: Credentials,
    request: JoinRequest,
    region: Region,
    step: (live: RoomState, seated: TakenSeat, now: number) => Result<T>,
  ): Promise<Result<T>> {
    const ask = async (verdict: PasswordVerdict | null): Promise<Result<T> | UnverifiedPassword> => {
      let unverified: UnverifiedPassword[] = []
      const answer = await this.#runtime.queueStep((live, now): Result<T> => {
        const { value, refusal } = takeOrFindSeat(this.#joinServices, live, who, request, {
          region,
          verdict,
          now,
        })
        if (refusal) return refused(refusal)
        if ('participant' in value) return step(live, value, now)
        unverified = [value.unverified]
        return BUSY
      })
      return unverified[0] ?? answer
    }
    const first = await ask(null)
    if (!('hash' in first)) return first
    const { entryCheck: door } = this.#joinServices
    const asked = await door.runExclusively(async () => {
      // Somebody may have given the right one meanwhile, or this asker too many wrong ones.
      let answer = await ask(null)
      while ('hash' in answer) answer = await ask(door.verifyPassword(answer))
      return answer
    })
    return asked?.done ?? BUSY
  }

  /** Whoever sets a password has just said what the right one is. */
  #rememberPassword({ password: hash }: RoomRow, password: string | null | undefined): void {
    if (hash !== null && password) this.#joinServices.entryCheck.rememberPassword(hash, password)
  }

  /** Does one step for a participant of an open room, together with what else comes at once. */
  #asParticipant<T>(
    who: Credentials,
    step: (live: RoomState, member: RoomParticipant, now: number) => Result<T>,
  ): Promise<Result<T>> {
    return this.#runtime.queueStep((live, now) => {
      const member = this.#participants.findParticipant(live, who)
      return member ? step(live, member, now) : NOT_A_PARTICIPANT
    })
  }
}
