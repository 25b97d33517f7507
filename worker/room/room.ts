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
import { hashSecret, makeSecret } from '../secrets/token.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import { closeQuietly, howGone } from '../sockets/send.ts'
import { readUpgradeRequest } from '../sockets/upgrade-request.ts'
import { connect, connectSeated } from './connect.ts'
import type { Credentials } from './credentials.ts'
import { Door, type Unverified, type Verdict } from './door.ts'
import { Engine } from './engine.ts'
import {
  belongsTo,
  changePlan,
  closeRoomAt,
  type FacilitatorRoomState,
  toAccountRoom,
} from './facilitator-room.ts'
import { type Desk, type Joined, join, type Seated } from './join.ts'
import { listParticipants, seatFacts } from './list-participants.ts'
import { patchRoom } from './patch.ts'
import { readHistory, readStored } from './read-history.ts'
import { checkSeat, isAway } from './rules/entry.ts'
import { mayDestroy, mayManage, mayRemove } from './rules/permissions.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
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
import { accept, type Stored, slowDown, tellTyping, tellUpdate } from './talk.ts'

/** Every phase in which there is a room. */
const ALWAYS: readonly Phase[] = ['scheduled', 'open', 'closed']
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
  readonly #engine: Engine
  readonly #store: RoomStore
  readonly #seats: Participants
  readonly #desk: Desk
  readonly #limited: boolean

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#limited = env.RATE_LIMITS !== 'off'
    this.#engine = new Engine(ctx, env, this.#limited)
    this.#store = this.#engine.store
    this.#seats = this.#engine.seats
    this.#desk = {
      seats: this.#seats,
      attendance: this.#engine.attendance,
      door: new Door(this.#store, this.#limited),
    }
  }

  /** Makes the room. Its id is fresh; `options` were checked by their schema. */
  create(roomId: string, options: RoomOptions): { room: PublicRoom; hostToken: string } {
    const now = Date.now()
    const hostToken = makeSecret()
    const row = openRow(roomId, options, hashSecret(hostToken), now)
    this.#learn(row, options.password)
    return { room: toPublicRoom(this.#engine.begin(row), now), hostToken }
  }

  /** Makes a room for an account. Its id is fresh; the account has checked the plan. */
  plan(roomId: string, accountId: string, plan: Schedule): AccountRoom {
    const now = Date.now()
    const row = scheduledRow(roomId, accountId, plan, now)
    this.#learn(row, plan.password)
    return toAccountRoom(this.#engine.begin(row) as FacilitatorRoomState, now)
  }

  /** The room as its facilitator sees it. */
  describe(accountId: string): Promise<Result<AccountRoom>> {
    return this.#asOwner(accountId, (live, now) => ok(toAccountRoom(live, now)))
  }

  /** The same, with the hash of its link's secret. */
  describeOwn(accountId: string): Promise<Result<OwnRoom>> {
    return this.#asOwner(accountId, (live, now) =>
      ok({ ...toAccountRoom(live, now), admission: live.row.admission }),
    )
  }

  /** Makes the changes a facilitator asks for, and tells everyone. */
  replan(accountId: string, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    return this.#asOwner(accountId, (live, now): Result<AccountRoom> => {
      const { capacity } = live.row
      const issues = changePlan(this.#store, live, patch, now)
      if (issues.length > 0) return refused({ code: 'invalid-request', issues })
      this.#learn(live.row, patch.password)
      if (capacity === null && live.row.capacity !== null) this.#desk.attendance.startIdleTracking(live)
      return ok(this.#changed(live, now))
    })
  }

  /**
   * Sessions of the account have ended. Doing so twice is doing it once.
   * @param isRevoked by another password: then the seats that were taken with them, and before, are dead
   */
  endSessions(accountId: string, ended: string[], isRevoked: boolean): Promise<Result<void>> {
    return this.#asOwner(accountId, (live, now): Result<void> => {
      this.#seats.facilitator.endSessions(live, ended, isRevoked, now)
      return ok()
    })
  }

  /** Closes an open room now: to be read by its facilitator for as long as it was to be kept. */
  closeNow(accountId: string): Promise<Result<AccountRoom>> {
    return this.#asOwner(accountId, (live, now): Result<AccountRoom> => {
      if (phaseAt(live, now) === 'scheduled') return refused('room-not-open')
      closeRoomAt(this.#store, live, now)
      this.#changed(live, now)
      this.#engine.current(now)
      // As it is once everyone was sent out.
      return ok(toAccountRoom(live, now))
    })
  }

  /** Ends the account's room, in whatever phase; answers once nothing of it is left, also where there was nothing. */
  async forget(accountId: string): Promise<void> {
    const now = Date.now()
    const live = this.#engine.current(now)
    if (live && belongsTo(live, accountId)) this.#engine.end(live, 'destroyed', now)
    await this.#engine.erased()
  }

  /** A page of everything that was said, for the facilitator: the oldest above `after`. */
  transcript(accountId: string, after: number): Promise<Result<{ room: AccountRoom; messages: Message[] }>> {
    return this.#asOwner(accountId, (live, now) => {
      const { max: limit, characters } = HISTORY
      const page = this.#store.messages.readHistory(live.row.roomId, { after, limit, characters })
      return ok({ room: toAccountRoom(live, now), messages: page.map(({ message }) => message) })
    })
  }

  /** The room as anyone with the link may see it. */
  look(): Promise<Result<PublicRoom>> {
    return this.#engine.enter((live, now) => ok(toPublicRoom(live, now)), ALWAYS)
  }

  /**
   * Whether the room's page lets this visitor in: with a seat already, or where there is one to take, or to wait for
   * the opening. Takes none.
   */
  gate(who: Credentials): Promise<Result<void>> {
    return this.#engine.enter((live, now) => {
      const known = this.#seats.findIncludingRemoved(live, who)
      if (known?.removed) return refused('removed')
      if (known || isFacilitator(live, who)) return ok()
      const refusal = checkSeat(this.#seats.occupancy(live, now), { isHost: isHost(live, who) })
      return refusal ? refused(refusal) : ok()
    }, BEFORE_CLOSING)
  }

  /** Whether somebody may make a call that takes this much, whatever they would ask. Changes nothing. */
  checkStanding(who: Credentials, standing: Standing): Promise<Result<void>> {
    return this.#engine.enter((live, now): Result<void> => {
      const phase = phaseAt(live, now)
      const power = standing === 'seat' ? null : this.#seats.effectiveRoleOf(live, who)
      if (phase !== 'open' && power !== 'facilitator') return refused(refusalIn(phase))
      const isEnough = standing === 'power' ? power !== null : power === 'facilitator'
      return isEnough || this.#seats.findParticipant(live, who) ? ok() : NOT_A_PARTICIPANT
    }, ALWAYS)
  }

  /** Takes a seat, or finds the one that the token holds. @param region where the newcomer is */
  join(who: Credentials, request: JoinRequest, region: Region = 'any'): Promise<Result<Joined>> {
    return this.#asSeated(who, request, region, (live, { member, token }, now) =>
      ok({ ...toPublicParticipant(member), room: toPublicRoom(live, now), token }),
    )
  }

  /** Takes another alias, where nobody has it. */
  rename(who: Credentials, alias: string): Promise<Result<Participant>> {
    return this.#asMember(who, (live, member, now): Result<Participant> => {
      const refusal =
        (this.#limited ? slowDown(member, 'renames', now) : null) ??
        this.#seats.renameParticipant(live, member, alias)
      return refusal ? refused(refusal) : ok(toPublicParticipant(member))
    })
  }

  /** Gives the seat and the alias back. Returns the room as it is then. */
  leave(who: Credentials): Promise<Result<PublicRoom>> {
    return this.#asMember(who, (live, member, now) => {
      this.#seats.leaveSeat(live, member)
      return ok(toPublicRoom(live, now))
    })
  }

  /** Whole seconds left. */
  ttl(who: Credentials): Promise<Result<{ ttl: number }>> {
    return this.#asMember(who, (live, _, now) => ok({ ttl: Math.ceil((endsAt(live) - now) / 1000) }))
  }

  /** A page of history: for participants while the room is open, for its facilitator as long as it is kept. */
  history(who: Credentials, query: HistoryQuery): Promise<Result<{ messages: Message[]; lastSeq: number }>> {
    return this.#engine.enter((live, now): Result<{ messages: Message[]; lastSeq: number }> => {
      const phase = phaseAt(live, now)
      const power = this.#seats.effectiveRoleOf(live, who)
      if (phase !== 'open' && power !== 'facilitator') return refused(refusalIn(phase))
      const member = this.#seats.findParticipant(live, who)
      if (power !== 'facilitator' && !member) return NOT_A_PARTICIPANT
      return readHistory(this.#store.messages, live, query, {
        who: member ?? live,
        now,
        limited: this.#limited,
      })
    }, ALWAYS)
  }

  /** Stores and tells a message that came over HTTP. */
  post(who: Credentials, request: MessageRequest): Promise<Result<Stored>> {
    return this.#asMember(who, (live, member, now) => {
      const { sender, text, id = nanoid() } = request
      const rename = () =>
        sender === undefined ? null : this.#seats.renameParticipant(live, member, sender, 'sender')
      const answer = accept(this.#store, live, member, { id, text }, now, { limited: this.#limited, rename })
      if (answer.refusal || answer.value.fresh) return answer
      return readStored(answer.value, { who: member, now, limited: this.#limited })
    })
  }

  /** Tells the others that a participant is typing; what a frame over a socket may do so often, a call may. */
  type(who: Credentials): Promise<Result<void>> {
    return this.#asMember(who, (live, member, now): Result<void> => {
      member.frames ??= new TokenBucket(FRAME_RATE, now)
      const refusal = this.#limited ? refuseForNow(member.frames.takeToken(now)) : null
      if (refusal) return refused(refusal)
      tellTyping(live, member, now)
      return ok()
    })
  }

  /** Ends the room now; answers once nothing of it is left. */
  async destroy(who: Credentials): Promise<Result<void>> {
    const answer = await this.#engine.enter((live, now): Result<void> => {
      const power = this.#seats.effectiveRoleOf(live, who)
      const phase = phaseAt(live, now)
      // What a facilitator keeps is no longer the participants' to destroy.
      if (phase !== 'open' && power !== 'facilitator') return refused(refusalIn(phase))
      if (power === null) return NOT_A_PARTICIPANT
      if (!mayDestroy(power, live.row.destroyBy)) return refused('not-allowed')
      this.#engine.end(live, 'destroyed', now)
      return ok()
    }, ALWAYS)
    await this.#engine.erased()
    return answer
  }

  /** Who has a seat, and since when those are away who have no connection. */
  participants(who: Credentials): Promise<Result<ParticipantList>> {
    return this.#engine.enter((live, now): Result<ParticipantList> => {
      if (this.#seats.effectiveRoleOf(live, who) === null) return NOT_A_PARTICIPANT
      return ok(listParticipants(live, now))
    })
  }

  /**
   * Removes a participant, who may not come back with that token.
   * @param onlyAway frees the seat of somebody who is away instead, and of nobody else: they may come back
   */
  remove(who: Credentials, participantId: string, onlyAway = false): Promise<Result<void>> {
    return this.#engine.enter((live, now): Result<void> => {
      const power = this.#seats.effectiveRoleOf(live, who)
      if (power === null) return refused('not-a-participant')
      if (!mayManage(power)) return refused('not-allowed')
      const member = live.participants.get(participantId)
      if (!member || member.removed) return refused('participant-not-found')
      if (!mayRemove(shownRole(member), onlyAway)) return refused('not-allowed')
      if (onlyAway && !isAway(seatFacts(live, member, now), now)) return refused('not-away')
      if (onlyAway) this.#seats.leaveSeat(live, member)
      else this.#seats.removeForGood(live, member)
      return ok()
    })
  }

  /** Locks or unlocks the door, or sets another end. */
  patch(who: Credentials, patch: RoomPatch): Promise<Result<PublicRoom>> {
    return this.#engine.enter((live, now): Result<PublicRoom> => {
      const slow = () =>
        this.#limited ? slowDown(this.#seats.findParticipant(live, who) ?? live, 'patches', now) : null
      const refusal = patchRoom(this.#store, live, this.#seats.effectiveRoleOf(live, who), patch, now, slow)
      if (refusal) return refused(refusal)
      if (patch.closesAt !== undefined) this.#engine.mind(live, now)
      tellUpdate(live, now)
      return ok(toPublicRoom(live, now))
    }, BEFORE_CLOSING)
  }

  /** Takes the upgrade to a WebSocket. The Worker has checked the `Origin`; a refusal is the body of any other answer. */
  override async fetch(request: Request): Promise<Response> {
    const upgrade = readUpgradeRequest(request)
    const { joinIntent, token } = upgrade
    const { attendance } = this.#desk
    const { value, refusal } = await (joinIntent === null
      ? this.#asMember({ token }, (live, member, now) =>
          connect(this.ctx, attendance, live, member, upgrade, now),
        )
      : this.#asSeated(
          { token, source: joinIntent.source },
          joinIntent.request,
          joinIntent.region,
          (live, seated, now) => connectSeated(this.ctx, this.#desk, live, { upgrade, seated, now }),
        ))
    return value ?? Response.json(refusal)
  }

  /** Whether somebody sits at this relay: a token that names another is made up, or of a seat that is free again. */
  findRelay(relay: string): Promise<Result<void>> {
    return this.#engine.enter((live) => (live.seatsByRelay.get(relay) ? ok() : NOT_A_PARTICIPANT))
  }

  /** Takes what a relay passes on. */
  receiveRelayBatch(call: RelayToRoom): Promise<RelayToRoomAnswer> {
    return this.#engine.pass(call)
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#engine.hear(socket, frame)
  }

  override webSocketClose(socket: WebSocket, code: number, _: string, wasClean: boolean): void {
    this.#engine.dropped(socket, howGone(code, wasClean))
    closeQuietly(socket, 1000, '')
  }

  override webSocketError(socket: WebSocket): void {
    this.#engine.dropped(socket, 'cut')
  }

  override alarm(): Promise<void> {
    return this.#engine.alarm()
  }

  /** Does one step for the account the room belongs to, in every phase; to any other there is no such room. */
  #asOwner<T>(
    accountId: string,
    step: (live: FacilitatorRoomState, now: number) => Result<T>,
  ): Promise<Result<T>> {
    return this.#engine.enter(
      (live, now) => (belongsTo(live, accountId) ? step(live, now) : refused('room-not-found')),
      ALWAYS,
    )
  }

  /** After its facilitator changed the room: tells everyone, and minds the new times. */
  #changed(live: FacilitatorRoomState, now: number): AccountRoom {
    this.#engine.mind(live, now)
    tellUpdate(live, now)
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
    step: (live: RoomState, seated: Seated, now: number) => Result<T>,
  ): Promise<Result<T>> {
    const ask = async (verdict: Verdict | null): Promise<Result<T> | Unverified> => {
      let unverified: Unverified[] = []
      const answer = await this.#engine.gather((live, now): Result<T> => {
        const { value, refusal } = join(this.#desk, live, who, request, { region, verdict, now })
        if (refusal) return refused(refusal)
        if ('member' in value) return step(live, value, now)
        unverified = [value.unverified]
        return BUSY
      })
      return unverified[0] ?? answer
    }
    const first = await ask(null)
    if (!('hash' in first)) return first
    const { door } = this.#desk
    const asked = await door.inTurn(async () => {
      // Somebody may have given the right one meanwhile, or this asker too many wrong ones.
      let answer = await ask(null)
      while ('hash' in answer) answer = await ask(door.verify(answer))
      return answer
    })
    return asked?.done ?? BUSY
  }

  /** Whoever sets a password has just said what the right one is. */
  #learn({ password: hash }: RoomRow, password: string | null | undefined): void {
    if (hash !== null && password) this.#desk.door.learn(hash, password)
  }

  /** Does one step for a participant of an open room, together with what else comes at once. */
  #asMember<T>(
    who: Credentials,
    step: (live: RoomState, member: RoomParticipant, now: number) => Result<T>,
  ): Promise<Result<T>> {
    return this.#engine.gather((live, now) => {
      const member = this.#seats.findParticipant(live, who)
      return member ? step(live, member, now) : NOT_A_PARTICIPANT
    })
  }
}
