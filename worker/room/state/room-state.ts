import type { Participant, Role } from '../../../protocol/participant.ts'
import type { Room } from '../../../protocol/room.ts'
import type { SocketRates } from '../../broadcast/connection.ts'
import type { ConnectionRegistry } from '../../broadcast/connections.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import type { TokenBucket } from '../../broadcast/token-bucket.ts'
import type { Relays } from '../relays/relays.ts'
import { endTime, nextChange, type Phase, phaseOf } from '../rules/phase.ts'
import { readTokens } from '../rules/seat-tokens.ts'
import type { ParticipantRow, RoomRow } from '../storage/rows.ts'
import type { AliasIndex } from './alias-index.ts'
import type { MessageIndex } from './message-index.ts'
import type { WelcomeCache } from './welcome-cache.ts'

/** A participant in memory: the row, and what is forgotten when the object sleeps. */
export interface RoomParticipant extends ParticipantRow, SocketRates {
  /** Open sockets at the room itself: tabs and devices. Presence counts participants, not these. */
  sockets: Set<WebSocket>
  messages: TokenBucket | null
  renames: TokenBucket | null
  patches: TokenBucket | null
  /** Characters of history. */
  history: TokenBucket | null
  /** Whether it had a connection, as far as the object knows. */
  wasHere: boolean
  /** When it was last told to be typing, Unix milliseconds. */
  typedAt: number
}

/** How often somebody may do what is limited; null until it was done. */
export type RateLimits = Pick<
  RoomParticipant,
  keyof SocketRates | 'messages' | 'renames' | 'patches' | 'history'
>

/** A socket that waits for its welcome. */
export interface PendingWelcome {
  socket: WebSocket
  participant: RoomParticipant
  /** The highest `seq` that the client has. */
  after: number | undefined
  /** The token that its welcome says, where it says one. */
  token: string | undefined
}

/** What a waking object knows of its room without asking storage again. */
export interface RoomState {
  row: RoomRow
  /** Everyone with a seat, and those removed, who may not come back; in the order of joining. */
  participants: Map<string, RoomParticipant>
  /** Who has which alias: everyone with a seat, and those removed who have spoken under theirs. */
  aliases: AliasIndex<RoomParticipant>
  /**
   * Members who are present, here or at a relay, in the order of coming: those with a connection, and those whose last one
   * has just closed and who may be back in a moment. It is what the others were told.
   */
  present: Set<RoomParticipant>
  /** Those of them who have no connection, the longest first, and since when; Unix milliseconds. */
  leaving: Map<RoomParticipant, number>
  /** Seats at each relay by its name, and at the room itself by `''`. */
  seatsByRelay: Map<string, number>
  /** The sockets at the room itself. */
  connections: ConnectionRegistry<RoomParticipant>
  /** The relays, at which everyone else's are. */
  relays: Relays
  /** What has happened and was not told yet. */
  events: EventQueue
  /** Sockets that opened in this turn: they are welcomed at its end, and know then what happened in it. */
  pendingWelcomes: PendingWelcome[]
  welcomeCache: WelcomeCache
  messageIndex: MessageIndex
  /** Seats taken: members that were not removed. The facilitator takes none from the others. */
  seats: number
  /** The row of whoever joined last. */
  lastSeatNumber: number
  lastSeq: number
  lastMessageAt: number | null
  /** The end that everyone was last told of. */
  announcedEnd: number
  /** How those paced themselves whose seats were given back last: the next seats go on from there. */
  freedRateLimits: RateLimits[]
  /** For the changes of those who manage the room and have no seat in it. */
  patches: TokenBucket | null
  /** Ids of the facilitator's sessions that have ended of late. */
  endedSessions: Set<string>
  /** For the facilitator who reads what was said and has no seat. */
  history: TokenBucket | null
  /** Typing that was told in a large room within the last second. */
  typing: { since: number; count: number }
}

/** A member for a row read from storage or just made. */
export function toRoomParticipant(row: ParticipantRow): RoomParticipant {
  return {
    ...row,
    sockets: new Set(),
    frames: null,
    upgrades: null,
    directCharacters: null,
    messages: null,
    renames: null,
    patches: null,
    history: null,
    // At a relay it may have been here before `idleSince`: who was is not to lose the seat sooner for that.
    wasHere: row.idleSince === null || row.relay !== null,
    typedAt: 0,
  }
}

/** Puts a member in its place in every index. */
export function addParticipant(live: RoomState, member: RoomParticipant): void {
  live.participants.set(member.participantId, member)
  live.lastSeatNumber = Math.max(live.lastSeatNumber, member.n)
  if (hasName(member)) live.aliases.addOwner(member)
  if (member.removed) return
  countSeat(live, member, 1)
  if (member.role !== 'facilitator') live.seats += 1
}

/** Whether nobody else may have a member's alias: not while it sits here, and never again once it spoke under it. */
export function hasName({ removed, spokeAs }: RoomParticipant): boolean {
  return !removed || spokeAs
}

/** Seats whose pace is kept for the next. Who leaves and comes back as often as that waits at the door's brake. */
const RATE_LIMITS_KEPT = 256

/** Takes a member's seat and alias away; the sockets are somebody else's business. */
export function removeParticipant(live: RoomState, member: RoomParticipant): void {
  const { frames, upgrades, directCharacters, messages, renames, patches, history } = member
  const pace = { frames, upgrades, directCharacters, messages, renames, patches, history }
  if (Object.values(pace).some((bucket) => bucket !== null)) live.freedRateLimits.push(pace)
  if (live.freedRateLimits.length > RATE_LIMITS_KEPT) live.freedRateLimits.shift()
  live.participants.delete(member.participantId)
  live.aliases.removeOwner(member)
  countSeat(live, member, -1)
  if (member.role !== 'facilitator') live.seats -= 1
}

function countSeat(live: RoomState, { relay }: RoomParticipant, by: number): void {
  const place = relay ?? ''
  live.seatsByRelay.set(place, (live.seatsByRelay.get(place) ?? 0) + by)
}

/** Whether a member has a connection, here or at its relay. */
export function isConnected(live: RoomState, member: RoomParticipant): boolean {
  return live.present.has(member) && !live.leaving.has(member)
}

/** When the room ends, as of now. */
export function endsAt(live: RoomState): number {
  return endTime(live.row, live.lastMessageAt)
}

/** Where the room stands at `now`. */
export function phaseAt(live: RoomState, now: number): Phase {
  return phaseOf(live.row, live.lastMessageAt, now)
}

/** When the alarm is due. */
export function nextAlarm(live: RoomState, now: number): number {
  return nextChange(live.row, live.lastMessageAt, now)
}

/** A participant as everyone may see it. */
export function toPublicParticipant(member: RoomParticipant): Participant {
  const { participantId, alias } = member
  return { participantId, alias, role: shownRole(member) }
}

/** The role that everyone sees: a facilitator's seat that no session holds any more is a participant's. */
export function shownRole({ role, token }: RoomParticipant): Role {
  const isHeld = role !== 'facilitator' || readTokens(token).some(({ sessionId }) => sessionId !== null)
  return isHeld ? role : 'participant'
}

/** The room as anyone with the link may see it. */
export function toPublicRoom(live: RoomState, now: number): Room {
  const { row } = live
  const { schedule } = row
  const phase = phaseAt(live, now)
  return {
    roomId: row.roomId,
    state: phase === 'gone' ? 'closed' : phase,
    title: schedule?.title ?? null,
    capacity: row.capacity,
    present: live.present.size,
    seats: live.seats,
    passwordRequired: row.password !== null,
    admissionRequired: row.admission !== null,
    encryption: row.encryption,
    expiry: row.expiry,
    lifetime: schedule ? Math.max(1, Math.ceil((row.endsAt - schedule.opensAt) / 1000)) : row.lifetime,
    destroyBy: row.destroyBy,
    locked: row.locked,
    createdAt: row.createdAt,
    opensAt: schedule?.opensAt ?? row.createdAt,
    expiresAt: endsAt(live),
    serverTime: now,
    ...(schedule ? { closesAt: row.endsAt, retainFor: schedule.retainFor } : {}),
  }
}
