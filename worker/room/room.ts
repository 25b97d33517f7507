import { DurableObject } from 'cloudflare:workers'
import { nanoid } from 'nanoid'
import { CLOSE } from '../../protocol/close.ts'
import type { EndReason } from '../../protocol/down.ts'
import { CONNECTIONS_MAX, HISTORY } from '../../protocol/limits.ts'
import type { HistoryQuery, Message, MessageRequest } from '../../protocol/message.ts'
import type { JoinRequest, Participant } from '../../protocol/participant.ts'
import type { Answer, Refusal } from '../../protocol/refusal.ts'
import type { Room as PublicRoom, RoomOptions, RoomPatch } from '../../protocol/room.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import { hashPassword } from '../secrets/password.ts'
import { hashSecret, makeSecret } from '../secrets/token.ts'
import { close, say, sayNo } from '../sockets/say.ts'
import { seat } from './admission.ts'
import { connect } from './connect.ts'
import type { Credentials } from './credentials.ts'
import { Door } from './door.ts'
import { erase, finish } from './erase.ts'
import { endsAt, type Live, type Member, publicMember, publicRoom } from './live.ts'
import { isOver, latestEnd } from './phase.ts'
import { mayDestroy, mayManage, mayPatch } from './powers.ts'
import { Presence } from './presence.ts'
import { receive } from './receive.ts'
import { isCreated } from './schema.ts'
import { Seats } from './seats.ts'
import { type RoomRow, Store } from './store.ts'
import { accept, type Stored, tellTyping, tellUpdate } from './talk.ts'
import { emptyLive, wake } from './wake.ts'

/** A participant as it learns of itself on joining; `token` is new, or null where it had a good one. */
export interface Joined extends Participant {
  room: PublicRoom
  token: string | null
}

/** Milliseconds after which an alarm that failed is tried again; the platform itself gives up after minutes. */
const ALARM_RETRY_MS = 30_000

/**
 * One room: it orders, stores, tells and ends. The class only wires rules to storage and sockets. Every entry checks
 * the end first, and none awaits between its checks and its writes: each is one step that nothing can interrupt.
 */
export class Room extends DurableObject<Bindings> {
  readonly #store: Store
  readonly #presence = new Presence()
  readonly #seats: Seats
  readonly #door: Door
  readonly #limited: boolean
  #live: Live | null
  /** Under way while the room is being deleted. */
  #erasing: Promise<void> | null = null

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#limited = env.RATE_LIMITS !== 'off'
    this.#store = new Store(ctx.storage.sql)
    this.#seats = new Seats(this.#store, this.#presence)
    this.#door = new Door(this.#store, this.#limited)
    const now = Date.now()
    this.#live = wake(ctx, this.#store, now)
    // It ended, and the object stopped before everything was deleted.
    if (this.#live?.row.ended) this.#end(this.#live, this.#live.row.ended, now)
  }

  /** Makes the room. Its id is fresh; `options` were checked by their schema. */
  create(roomId: string, options: RoomOptions): { room: PublicRoom; hostToken: string } {
    if (this.#live !== null || this.#erasing !== null) throw new Error('this id is in use')
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
    }
    this.#store.create(row)
    void this.ctx.storage.setAlarm(row.endsAt)
    this.#live = emptyLive(row)
    return { room: publicRoom(this.#live, now), hostToken }
  }

  /** The room as anyone with the link may see it. */
  look(): Promise<Answer<PublicRoom>> {
    return this.#enter((live, now) => ({ value: publicRoom(live, now) }))
  }

  /** Whether the room's page lets this visitor in: with a seat already, or where there is one to take. Takes none. */
  gate(who: Credentials): Promise<Answer<true>> {
    return this.#enter((live, now) => {
      const known = this.#seats.known(live, who)
      if (known?.removed) return { refusal: { code: 'removed' } }
      const refusal = known ? null : seat(this.#seats.facts(live, now), false)
      return refusal ? { refusal } : { value: true }
    })
  }

  /** Takes a seat, or finds the one that the token holds. */
  join(who: Credentials, request: JoinRequest): Promise<Answer<Joined>> {
    return this.#enter((live, now): Answer<Joined> => {
      const known = this.#seats.known(live, who)
      if (known && !known.removed) {
        return { value: { ...publicMember(known), room: publicRoom(live, now), token: null } }
      }
      const { alias } = request
      const refusal =
        this.#door.ask(live.row, { removed: known !== null }, request, now) ??
        seat(this.#seats.facts(live, now), alias !== undefined && this.#seats.isTaken(live, alias, now))
      if (refusal) return { refusal }
      const { member, token } = this.#seats.take(live, who, alias, now)
      return { value: { ...publicMember(member), room: publicRoom(live, now), token } }
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

  /** A page of history. */
  history(who: Credentials, query: HistoryQuery): Promise<Answer<{ messages: Message[]; lastSeq: number }>> {
    return this.#asMember(who, (live) => {
      const page = { ...query, limit: query.limit ?? HISTORY.default }
      return { value: { messages: this.#store.history(live.row.roomId, page), lastSeq: live.lastSeq } }
    })
  }

  /** Stores and tells a message that came over HTTP. */
  post(who: Credentials, request: MessageRequest): Promise<Answer<Stored>> {
    return this.#asMember(who, (live, member, now) => {
      const { sender, text, id = nanoid() } = request
      const rename = () => (sender === undefined ? null : this.#seats.rename(live, member, sender))
      return this.#accept(live, member, { id, text }, now, rename)
    })
  }

  /** Ends the room now; answers once nothing of it is left. */
  async destroy(who: Credentials): Promise<Answer<true>> {
    const answer = await this.#enter((live, now): Answer<true> => {
      const power = this.#seats.power(live, who)
      if (power === null) return { refusal: { code: 'not-a-participant' } }
      if (!mayDestroy(power, live.row.destroyBy)) return { refusal: { code: 'not-allowed' } }
      this.#end(live, 'destroyed', now)
      return { value: true }
    })
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
      const power = this.#seats.power(live, who)
      if (power === null) return { refusal: { code: 'not-a-participant' } }
      if (!mayPatch(power, patch, { destroyBy: row.destroyBy, endsAt: endsAt(live) })) {
        return { refusal: { code: 'not-allowed' } }
      }
      const { locked, closesAt } = patch
      if (closesAt !== undefined && (closesAt <= now || closesAt > latestEnd(row, now))) {
        const message = 'Choose a time to come: a room lives 24 hours at most, a sliding one from now.'
        return { refusal: { code: 'invalid-request', issues: [{ path: 'closesAt', message }] } }
      }
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
    })
  }

  /** Takes the upgrade to a WebSocket. The Worker has checked the `Origin`; a refusal is the body of any other answer. */
  override async fetch(request: Request): Promise<Response> {
    const who = { token: request.headers.get('x-token') ?? undefined }
    const after = new URL(request.url).searchParams.get('after')
    const { value, refusal } = await this.#asMember(who, (live, member, now): Answer<Response> => {
      if (member.connections >= CONNECTIONS_MAX) {
        return { refusal: { code: 'too-many-connections', retryAfter: 10 } }
      }
      const cursor = after === null ? undefined : Number(after)
      const { response, arrived } = connect(this.ctx, this.#store, live, member, cursor, now)
      if (arrived) this.#seats.arrived(live, member)
      return { value: response }
    })
    return value ?? Response.json(refusal)
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    const now = Date.now()
    const live = this.#current(now)
    if (!live) return close(socket, CLOSE.gone, 'the room is gone')
    const entry = live.sockets.get(socket)
    if (!entry) return close(socket, CLOSE.notAParticipant, 'not a participant')
    if (this.#limited && entry.frames.take(now) > 0) return this.#shut(live, socket, CLOSE.flooding, now)
    const received = receive(frame)
    if (received.is === 'too-large') return this.#shut(live, socket, CLOSE.frameTooLarge, now)
    if (received.is === 'garbage') return sayNo(socket, { code: 'invalid-event' }, received.id)
    const { event } = received
    if (event.event === 'chat.typing') return tellTyping(live, entry.member, now)
    if (event.event === 'chat.ack') return live.flow.acknowledge(entry.heard, event.data.seq)
    try {
      const { value, refusal } = this.#accept(live, entry.member, event.data, now)
      if (refusal) sayNo(socket, refusal, event.data.id)
      else if (!value.fresh) say([socket], { event: 'chat.message', data: value.message })
    } catch (error) {
      log('message-failed', error)
      sayNo(socket, { code: 'internal' }, event.data.id)
    }
  }

  override webSocketClose(socket: WebSocket): void {
    close(socket, 1000, '')
    if (this.#live) this.#seats.dropped(this.#live, socket, Date.now())
  }

  override webSocketError(socket: WebSocket): void {
    if (this.#live) this.#seats.dropped(this.#live, socket, Date.now())
  }

  /** Ends the room when its time is up, and otherwise comes back when it will be. A failure is tried again, for ever. */
  override async alarm(): Promise<void> {
    try {
      const live = this.#current(Date.now())
      if (live) await this.ctx.storage.setAlarm(endsAt(live))
      else if (this.#erasing) await this.#erasing
      else if (isCreated(this.ctx.storage.sql)) await erase(this.ctx.storage)
    } catch (error) {
      log('alarm-failed', error)
      await this.ctx.storage.setAlarm(Date.now() + ALARM_RETRY_MS)
    }
  }

  /** Does one step in the room, or says that there is none once nothing of it is left. */
  async #enter<T>(step: (live: Live, now: number) => Answer<T>): Promise<Answer<T>> {
    const now = Date.now()
    const live = this.#current(now)
    if (live) return step(live, now)
    await this.#erasing
    return { refusal: { code: 'room-not-found' } }
  }

  /** The same for participants only. */
  #asMember<T>(
    who: Credentials,
    step: (live: Live, member: Member, now: number) => Answer<T>,
  ): Promise<Answer<T>> {
    return this.#enter((live, now) => {
      const member = this.#seats.member(live, who)
      return member ? step(live, member, now) : { refusal: { code: 'not-a-participant' } satisfies Refusal }
    })
  }

  /** The room, or null where there is none (any more): its end is checked here, at every entry. */
  #current(now: number): Live | null {
    const live = this.#live
    if (live && isOver(live.row, live.lastMessageAt, now)) this.#end(live, 'expired', now)
    return this.#live
  }

  /** Ends the room: for everyone at once, then for storage. A deletion that fails is made good by the alarm. */
  #end(live: Live, reason: EndReason, now: number): void {
    this.#live = null
    this.#presence.stop()
    finish(this.ctx.storage, this.#store, live, reason, now)
    this.#erasing = erase(this.ctx.storage)
      .catch(async (error) => {
        log('erase-failed', error)
        await this.ctx.storage.setAlarm(Date.now() + ALARM_RETRY_MS)
      })
      .finally(() => {
        this.#erasing = null
      })
  }

  #accept(
    live: Live,
    member: Member,
    said: { id: string; text: string },
    now: number,
    rename?: () => Refusal | null,
  ): Answer<Stored> {
    const answer = accept(this.#store, live, member, said, now, { limited: this.#limited, rename })
    this.#seats.closeSlow(live, now)
    return answer
  }

  /** Closes a socket that misbehaved. */
  #shut(live: Live, socket: WebSocket, code: (typeof CLOSE)[keyof typeof CLOSE], now: number): void {
    close(socket, code, code === CLOSE.flooding ? 'flooding' : 'frame too large')
    this.#seats.dropped(live, socket, now)
  }
}
