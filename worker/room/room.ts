import { DurableObject } from 'cloudflare:workers'
import { nanoid } from 'nanoid'
import type { EndReason } from '../../protocol/down.ts'
import { HISTORY } from '../../protocol/limits.ts'
import type { HistoryQuery, Message, MessageRequest } from '../../protocol/message.ts'
import type { JoinRequest, Participant } from '../../protocol/participant.ts'
import type { Answer, Refusal } from '../../protocol/refusal.ts'
import type { Room as PublicRoom, RoomOptions, RoomPatch } from '../../protocol/room.ts'
import type { AccountRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import type { FromRelay, RoomAnswer } from '../relay/calls.ts'
import type { Region } from '../relay/place.ts'
import { hashPassword } from '../secrets/password.ts'
import { hashSecret, makeSecret } from '../secrets/token.ts'
import { close } from '../sockets/say.ts'
import { Turn } from '../sockets/turn.ts'
import { isCreated } from '../storage/steps.ts'
import { seat } from './admission.ts'
import { connect, welcome } from './connect.ts'
import type { Credentials } from './credentials.ts'
import { Door } from './door.ts'
import { dismiss, erase, finish } from './erase.ts'
import { Ear, type Heard } from './hear.ts'
import { type Joined, join } from './join.ts'
import { endsAt, type Live, type Member, nextAlarm, phaseAt, publicMember, publicRoom } from './live.ts'
import { accountRoom, change, closeAt, isOwned, type OwnedLive, scheduledRow } from './owner.ts'
import { endReason, type Phase, refuseIn } from './phase.ts'
import { mayDestroy, mayManage, mayPatch } from './powers.ts'
import { Presence } from './presence.ts'
import { checkEnd } from './schedule.ts'
import { isFacilitator, Seats } from './seats.ts'
import { type RoomRow, Store } from './store.ts'
import { accept, type Stored, slowRename, tellUpdate } from './talk.ts'
import { emptyLive, type Platform, wake } from './wake.ts'

/** Every phase in which there is a room. */
const ALWAYS: readonly Phase[] = ['scheduled', 'open', 'closed']
const BEFORE_CLOSING: readonly Phase[] = ['scheduled', 'open']

const NOT_A_PARTICIPANT = { refusal: { code: 'not-a-participant' } } as const

/** Sockets to which a message costs less than a turn that is opened for nothing. */
const SMALL_CROWD = 4

/** Milliseconds after which an alarm that failed is tried again; the platform itself gives up after minutes. */
const ALARM_RETRY_MS = 30_000

/**
 * One room: it orders, stores, tells and ends. The class only wires rules to storage and sockets. Every entry checks
 * the end first, and none awaits between its checks and its writes: each is one step that nothing can interrupt.
 */
export class Room extends DurableObject<Bindings> {
  readonly #platform: Platform
  readonly #store: Store
  readonly #presence = new Presence(() => this.#tell())
  readonly #seats: Seats
  readonly #door: Door
  readonly #ear: Ear
  readonly #turn = new Turn<Heard>({
    handle: (batch) => this.#hear(batch),
    step: () => this.ctx.storage.sync(),
    isSmall: () => (this.#live?.crowd.size ?? 0) <= SMALL_CROWD,
  })
  readonly #limited: boolean
  #live: Live | null
  /** Under way while the room is being deleted. */
  #erasing: Promise<void> | null = null

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#limited = env.RATE_LIMITS !== 'off'
    this.#store = new Store(ctx.storage.sql)
    this.#platform = { ctx, env, store: this.#store, limited: this.#limited }
    this.#seats = new Seats(this.#store, this.#presence, placesOf(env))
    this.#door = new Door(this.#store, this.#limited)
    this.#ear = new Ear(this.#store, this.#seats, this.#limited)
    const now = Date.now()
    this.#live = wake(this.#platform, now)
    // It ended, and the object stopped before everything was deleted.
    if (this.#live?.row.ended) this.#end(this.#live, this.#live.row.ended, now)
  }

  /** Makes the room. Its id is fresh; `options` were checked by their schema. */
  create(roomId: string, options: RoomOptions): { room: PublicRoom; hostToken: string } {
    const now = Date.now()
    const hostToken = makeSecret()
    const row: RoomRow = {
      roomId,
      capacity: options.capacity,
      lifetime: options.lifetime,
      expiry: options.expiry,
      password: options.password ? hashPassword(options.password) : null,
      encryption: options.encryption,
      admission: options.admission ?? null,
      destroyBy: options.destroyBy,
      hostToken: hashSecret(hostToken),
      locked: false,
      createdAt: now,
      endsAt: now + options.lifetime * 1000,
      endsSetAt: now,
      ended: null,
      schedule: null,
    }
    return { room: publicRoom(this.#begin(row), now), hostToken }
  }

  /** Makes a room for an account. Its id is fresh; the account has checked the plan. */
  plan(roomId: string, accountId: string, plan: Schedule): AccountRoom {
    const now = Date.now()
    return accountRoom(this.#begin(scheduledRow(roomId, accountId, plan, now)) as OwnedLive, now)
  }

  /** The room as its facilitator sees it. */
  describe(accountId: string): Promise<Answer<AccountRoom>> {
    return this.#asOwner(accountId, (live, now) => ({ value: accountRoom(live, now) }))
  }

  /** Makes the changes a facilitator asks for, and tells everyone. */
  replan(accountId: string, patch: SchedulePatch): Promise<Answer<AccountRoom>> {
    return this.#asOwner(accountId, (live, now): Answer<AccountRoom> => {
      const issues = change(this.#store, live, patch, now)
      if (issues.length > 0) return { refusal: { code: 'invalid-request', issues } }
      return { value: this.#changed(live, now) }
    })
  }

  /** Closes an open room now: to be read by its facilitator for as long as it was to be kept. */
  closeNow(accountId: string): Promise<Answer<AccountRoom>> {
    return this.#asOwner(accountId, (live, now): Answer<AccountRoom> => {
      if (phaseAt(live, now) === 'scheduled') return { refusal: { code: 'room-not-open' } }
      closeAt(this.#store, live, now)
      const room = this.#changed(live, now)
      this.#current(now)
      return { value: room }
    })
  }

  /** Ends the account's room, in whatever phase; answers once nothing of it is left, also where there was nothing. */
  async forget(accountId: string): Promise<void> {
    const now = Date.now()
    const live = this.#current(now)
    if (live && isOwned(live, accountId)) this.#end(live, 'destroyed', now)
    await this.#erasing
  }

  /** A page of everything that was said, for the facilitator: the oldest above `after`. */
  transcript(accountId: string, after: number): Promise<Answer<{ room: AccountRoom; messages: Message[] }>> {
    return this.#asOwner(accountId, (live, now) => {
      const messages = this.#store.history(live.row.roomId, { after, limit: HISTORY.max })
      return { value: { room: accountRoom(live, now), messages } }
    })
  }

  /** The room as anyone with the link may see it. */
  look(): Promise<Answer<PublicRoom>> {
    return this.#enter((live, now) => ({ value: publicRoom(live, now) }), ALWAYS)
  }

  /**
   * Whether the room's page lets this visitor in: with a seat already, or where there is one to take, or to wait for
   * the opening. Takes none.
   */
  gate(who: Credentials): Promise<Answer<true>> {
    return this.#enter((live, now) => {
      const known = this.#seats.known(live, who)
      if (known?.removed) return { refusal: { code: 'removed' } }
      if (known || isFacilitator(live, who)) return { value: true }
      const refusal = seat(this.#seats.facts(live, now), false)
      return refusal ? { refusal } : { value: true }
    }, BEFORE_CLOSING)
  }

  /** Takes a seat, or finds the one that the token holds. @param region where the newcomer is */
  join(who: Credentials, request: JoinRequest, region: Region = 'any'): Promise<Answer<Joined>> {
    const desk = { seats: this.#seats, door: this.#door }
    return this.#gather((live, now) => join(desk, live, who, request, region, now))
  }

  /** Takes another alias, where nobody has it. */
  rename(who: Credentials, alias: string): Promise<Answer<Participant>> {
    return this.#asMember(who, (live, member, now): Answer<Participant> => {
      const refusal =
        (this.#limited ? slowRename(member, now) : null) ?? this.#seats.rename(live, member, alias)
      return refusal ? { refusal } : { value: publicMember(member) }
    })
  }

  /** Gives the seat and the alias back. */
  leave(who: Credentials): Promise<Answer<true>> {
    return this.#asMember(who, (live, member) => {
      this.#seats.leave(live, member)
      return { value: true }
    })
  }

  /** Whole seconds left. */
  ttl(who: Credentials): Promise<Answer<{ ttl: number }>> {
    return this.#asMember(who, (live, _, now) => ({ value: { ttl: Math.ceil((endsAt(live) - now) / 1000) } }))
  }

  /** A page of history: for participants while the room is open, for its facilitator as long as it is kept. */
  history(who: Credentials, query: HistoryQuery): Promise<Answer<{ messages: Message[]; lastSeq: number }>> {
    return this.#enter((live, now): Answer<{ messages: Message[]; lastSeq: number }> => {
      const phase = phaseAt(live, now)
      const power = this.#seats.power(live, who)
      if (phase !== 'open' && power !== 'facilitator') return { refusal: refuseIn(phase) }
      if (power !== 'facilitator' && !this.#seats.member(live, who)) return NOT_A_PARTICIPANT
      const page = { ...query, limit: query.limit ?? HISTORY.default }
      return { value: { messages: this.#store.history(live.row.roomId, page), lastSeq: live.lastSeq } }
    }, ALWAYS)
  }

  /** Stores and tells a message that came over HTTP. */
  post(who: Credentials, request: MessageRequest): Promise<Answer<Stored>> {
    return this.#asMember(who, (live, member, now) => {
      const { sender, text, id = nanoid() } = request
      const rename = () => (sender === undefined ? null : this.#seats.rename(live, member, sender))
      return accept(this.#store, live, member, { id, text }, now, { limited: this.#limited, rename })
    })
  }

  /** Ends the room now; answers once nothing of it is left. */
  async destroy(who: Credentials): Promise<Answer<true>> {
    const answer = await this.#enter((live, now): Answer<true> => {
      const power = this.#seats.power(live, who)
      const phase = phaseAt(live, now)
      // What a facilitator keeps is no longer the participants' to destroy.
      if (phase !== 'open' && power !== 'facilitator') return { refusal: refuseIn(phase) }
      if (power === null) return NOT_A_PARTICIPANT
      if (!mayDestroy(power, live.row.destroyBy)) return { refusal: { code: 'not-allowed' } }
      this.#end(live, 'destroyed', now)
      return { value: true }
    }, ALWAYS)
    await this.#erasing
    return answer
  }

  /** Removes a participant, who may not come back with that token. */
  remove(who: Credentials, participantId: string): Promise<Answer<true>> {
    return this.#enter((live): Answer<true> => {
      const power = this.#seats.power(live, who)
      if (power === null) return { refusal: { code: 'not-a-participant' } }
      if (!mayManage(power)) return { refusal: { code: 'not-allowed' } }
      const member = live.members.get(participantId)
      if (!member || member.removed) return { refusal: { code: 'participant-not-found' } }
      if (mayManage(member.role)) return { refusal: { code: 'not-allowed' } }
      this.#seats.remove(live, member)
      return { value: true }
    })
  }

  /** Locks or unlocks the door, or sets another end. */
  patch(who: Credentials, patch: RoomPatch): Promise<Answer<PublicRoom>> {
    return this.#enter((live, now): Answer<PublicRoom> => {
      const { row } = live
      const phase = phaseAt(live, now)
      const power = this.#seats.power(live, who)
      if (phase !== 'open' && power !== 'facilitator') return { refusal: refuseIn(phase) }
      if (power === null) return NOT_A_PARTICIPANT
      if (!mayPatch(power, patch, { destroyBy: row.destroyBy, endsAt: endsAt(live) })) {
        return { refusal: { code: 'not-allowed' } }
      }
      const { locked, closesAt } = patch
      const issues = closesAt === undefined ? [] : checkEnd(row, closesAt, now)
      if (issues.length > 0) return { refusal: { code: 'invalid-request', issues } }
      if (locked !== undefined) this.#store.setLocked(locked)
      row.locked = locked ?? row.locked
      if (closesAt !== undefined) {
        this.#store.setEnd(closesAt, now)
        row.endsAt = closesAt
        row.endsSetAt = now
        void this.ctx.storage.setAlarm(closesAt)
      }
      tellUpdate(live, now)
      return { value: publicRoom(live, now) }
    }, BEFORE_CLOSING)
  }

  /** Takes the upgrade to a WebSocket. The Worker has checked the `Origin`; a refusal is the body of any other answer. */
  override async fetch(request: Request): Promise<Response> {
    const who = { token: request.headers.get('x-token') ?? undefined }
    const after = cursorOf(request)
    const { value, refusal } = await this.#gather((live, now): Answer<Response> => {
      const member = this.#seats.member(live, who)
      return member ? connect(this.ctx, this.#seats, live, member, after, now) : NOT_A_PARTICIPANT
    })
    return value ?? Response.json(refusal)
  }

  /** Takes what a relay passes on. Gives null where there is no room (any more). */
  pass(call: FromRelay): Promise<RoomAnswer> {
    return new Promise((answer, fail) => this.#turn.add({ call, answer, fail }))
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#turn.add({ socket, frame })
  }

  override webSocketClose(socket: WebSocket): void {
    this.#dropped(socket)
    close(socket, 1000, '')
  }

  override webSocketError(socket: WebSocket): void {
    this.#dropped(socket)
  }

  /** Closes or ends the room when its time is up, and otherwise comes back when it will be. A failure is tried again, for ever. */
  override async alarm(): Promise<void> {
    try {
      const now = Date.now()
      const live = this.#current(now)
      if (live) await this.ctx.storage.setAlarm(nextAlarm(live, now))
      else if (this.#erasing) await this.#erasing
      else if (isCreated(this.ctx.storage.sql)) await erase(this.ctx.storage, null)
    } catch (error) {
      log('alarm-failed', error)
      await this.ctx.storage.setAlarm(Date.now() + ALARM_RETRY_MS)
    }
  }

  /**
   * Does one step in the room `during` these phases, at once, or says that there is none once nothing of it is left.
   * What happened is told at once, too.
   */
  async #enter<T>(
    step: (live: Live, now: number) => Answer<T>,
    during: readonly Phase[] = ['open'],
  ): Promise<Answer<T>> {
    const now = Date.now()
    const live = this.#current(now)
    if (live === null) return this.#gone()
    try {
      return inPhase(live, during, now, step)
    } finally {
      this.#tell()
    }
  }

  /** Does one step together with everything else that this turn of the event loop brings: one transaction, one frame. */
  #gather<T>(step: (live: Live, now: number) => Answer<T>): Promise<Answer<T>> {
    return new Promise((resolve, fail) => {
      let answer: Answer<T> | null = null
      const request = {
        take: (live: Live | null, now: number) => {
          if (live) answer = inPhase(live, ['open'], now, step)
        },
        answer: () => resolve(answer ?? this.#gone()),
      }
      this.#turn.add({ request, fail })
    })
  }

  /** What everybody hears who asks for a room that is gone: once nothing of it is left. */
  async #gone(): Promise<{ refusal: Refusal }> {
    await this.#erasing
    return { refusal: { code: 'room-not-found' } }
  }

  /** The same for the account the room belongs to, in every phase; to any other there is no such room. */
  #asOwner<T>(accountId: string, step: (live: OwnedLive, now: number) => Answer<T>): Promise<Answer<T>> {
    return this.#enter(
      (live, now) =>
        isOwned(live, accountId)
          ? step(live, now)
          : { refusal: { code: 'room-not-found' } satisfies Refusal },
      ALWAYS,
    )
  }

  /** Makes the room of a fresh id. */
  #begin(row: RoomRow): Live {
    if (this.#live !== null || this.#erasing !== null) throw new Error('this id is in use')
    this.#store.create(row)
    this.#live = emptyLive(this.#platform, row)
    void this.ctx.storage.setAlarm(nextAlarm(this.#live, row.createdAt))
    return this.#live
  }

  /** After its facilitator changed the room: tells everyone, and minds the new times. */
  #changed(live: OwnedLive, now: number): AccountRoom {
    void this.ctx.storage.setAlarm(nextAlarm(live, now))
    tellUpdate(live, now)
    return accountRoom(live, now)
  }

  /** The same for participants only. */
  #asMember<T>(
    who: Credentials,
    step: (live: Live, member: Member, now: number) => Answer<T>,
  ): Promise<Answer<T>> {
    return this.#enter((live, now) => {
      const member = this.#seats.member(live, who)
      return member ? step(live, member, now) : NOT_A_PARTICIPANT
    })
  }

  /** The room, or null where there is none (any more), once what came before has been dealt with. */
  #current(now: number): Live | null {
    this.#turn.flush()
    return this.#alive(now)
  }

  /** The same at this very moment: the end is checked here, at every entry. */
  #alive(now: number): Live | null {
    const live = this.#live
    const phase = live && phaseAt(live, now)
    if (live && phase === 'gone') this.#end(live, endReason(live.row), now)
    if (live && phase === 'closed') this.#close(live)
    return this.#live
  }

  /** Deals with what came in during one turn: stored together, told together, and then answered. */
  #hear(batch: Heard[]): void {
    const now = Date.now()
    const answers = this.#ear.take(this.#alive(now), batch, now)
    this.#tell()
    for (const answer of answers) answer()
    this.#tell()
  }

  /** Tells everyone what happened and was not told yet; those who read too slowly are sent away to resume. */
  #tell(): void {
    const live = this.#live
    if (live === null) return
    this.#seats.flush()
    welcome(this.#store, this.#seats, live, Date.now())
    const batch = live.telling.take()
    if (batch.length === 0) return
    live.crowd.tell(batch, live.members, { seq: live.lastSeq, tick: live.telling.tick })
    live.relays.tell(batch, live.present.size)
    this.#seats.closeSlow(live, Date.now())
    if (!live.telling.isQuiet) this.#turn.end()
  }

  /** A socket closed, from the other end or by an error; what it sent before is dealt with first. */
  #dropped(socket: WebSocket): void {
    const now = Date.now()
    const live = this.#current(now)
    if (live === null) return
    this.#seats.dropped(live, socket, now)
    this.#turn.end()
  }

  /** Sends everyone out of a room that closed; what was said stays for its facilitator. Done once, however often asked. */
  #close(live: Live): void {
    if (live.present.size === 0) return
    this.#presence.stop()
    dismiss(live, 'ended')
  }

  /** Ends the room: for everyone at once, then for storage. A deletion that fails is made good by the alarm. */
  #end(live: Live, reason: EndReason, now: number): void {
    this.#live = null
    this.#presence.stop()
    finish(this.ctx.storage, this.#store, live, reason, now)
    this.#erasing = erase(this.ctx.storage, live.relays)
      .catch(async (error) => {
        log('erase-failed', error)
        await this.ctx.storage.setAlarm(Date.now() + ALARM_RETRY_MS)
      })
      .finally(() => {
        this.#erasing = null
      })
  }
}

/** Seats at a room and at each of its relays, where the settings say so. */
function placesOf(env: Bindings): number | undefined {
  const places = Number(env.RELAY_ABOVE ?? Number.NaN)
  return Number.isInteger(places) && places >= 0 ? places : undefined
}

/** The highest `seq` that the client has, by the request's query; the Worker has checked it. */
function cursorOf({ url }: Request): number | undefined {
  const after = /[?&]after=(\d+)/.exec(url)?.[1]
  return after === undefined ? undefined : Number(after)
}

/** Does a step where the room is in one of these phases. */
function inPhase<T>(
  live: Live,
  during: readonly Phase[],
  now: number,
  step: (live: Live, now: number) => Answer<T>,
): Answer<T> {
  const phase = phaseAt(live, now)
  return during.includes(phase) ? step(live, now) : { refusal: refuseIn(phase) }
}
