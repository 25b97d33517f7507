import type { Participant, Role } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import type { ConnectionRegistry, SocketRates } from '../broadcast/connections.ts'
import type { EventQueue } from '../broadcast/event-queue.ts'
import type { TokenBucket } from '../broadcast/token-bucket.ts'
import type { Messages } from './messages.ts'
import type { Names } from './names.ts'
import { endOf, nextChange, type Phase, phaseOf } from './phase.ts'
import type { Relays } from './relays/relays.ts'
import type { ParticipantRow, RoomRow } from './rows.ts'
import { readTokens } from './seat-tokens.ts'
import type { Welcomes } from './welcome.ts'

/** A participant in memory: the row, and what is forgotten when the object sleeps. */
export interface Member extends ParticipantRow, SocketRates {
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
export type Pace = Pick<Member, keyof SocketRates | 'messages' | 'renames' | 'patches' | 'history'>

/** A socket that waits for its welcome. */
export interface Newcomer {
  socket: WebSocket
  member: Member
  /** The highest `seq` that the client has. */
  after: number | undefined
  /** The token that its welcome says, where it says one. */
  told: string | undefined
}

/** What a waking object knows of its room without asking storage again. */
export interface Live {
  row: RoomRow
  /** Everyone with a seat, and those removed, who may not come back; in the order of joining. */
  members: Map<string, Member>
  /** Who has which alias: everyone with a seat, and those removed who have spoken under theirs. */
  names: Names<Member>
  /**
   * Members who are present, here or at a relay, in the order of coming: those with a connection, and those whose last one
   * has just closed and who may be back in a moment. It is what the others were told.
   */
  present: Set<Member>
  /** Those of them who have no connection, the longest first, and since when; Unix milliseconds. */
  leaving: Map<Member, number>
  /** Seats at each relay by its name, and at the room itself by `''`. */
  seated: Map<string, number>
  /** The sockets at the room itself. */
  crowd: ConnectionRegistry<Member>
  /** The relays, at which everyone else's are. */
  relays: Relays
  /** What has happened and was not told yet. */
  telling: EventQueue
  /** Sockets that opened in this turn: they are welcomed at its end, and know then what happened in it. */
  newcomers: Newcomer[]
  welcomes: Welcomes
  messages: Messages
  /** Seats taken: members that were not removed. The facilitator takes none from the others. */
  seats: number
  /** The row of whoever joined last. */
  lastSeat: number
  lastSeq: number
  lastMessageAt: number | null
  /** The end that everyone was last told of. */
  toldEnd: number
  /** How those paced themselves whose seats were given back last: the next seats go on from there. */
  paces: Pace[]
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
export function memberOf(row: ParticipantRow): Member {
  return {
    ...row,
    sockets: new Set(),
    frames: null,
    upgrades: null,
    sent: null,
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
export function seatMember(live: Live, member: Member): void {
  live.members.set(member.participantId, member)
  live.lastSeat = Math.max(live.lastSeat, member.n)
  if (hasName(member)) live.names.add(member)
  if (member.removed) return
  countSeat(live, member, 1)
  if (member.role !== 'facilitator') live.seats += 1
}

/** Whether nobody else may have a member's alias: not while it sits here, and never again once it spoke under it. */
export function hasName({ removed, spokeAs }: Member): boolean {
  return !removed || spokeAs
}

/** Seats whose pace is kept for the next. Who leaves and comes back as often as that waits at the door's brake. */
const PACES_KEPT = 256

/** Takes a member's seat and alias away; the sockets are somebody else's business. */
export function unseatMember(live: Live, member: Member): void {
  const { frames, upgrades, sent, messages, renames, patches, history } = member
  const pace = { frames, upgrades, sent, messages, renames, patches, history }
  if (Object.values(pace).some((bucket) => bucket !== null)) live.paces.push(pace)
  if (live.paces.length > PACES_KEPT) live.paces.shift()
  live.members.delete(member.participantId)
  live.names.drop(member)
  countSeat(live, member, -1)
  if (member.role !== 'facilitator') live.seats -= 1
}

function countSeat(live: Live, { relay }: Member, by: number): void {
  const place = relay ?? ''
  live.seated.set(place, (live.seated.get(place) ?? 0) + by)
}

/** Whether a member has a connection, here or at its relay. */
export function isConnected(live: Live, member: Member): boolean {
  return live.present.has(member) && !live.leaving.has(member)
}

/** When the room ends, as of now. */
export function endsAt(live: Live): number {
  return endOf(live.row, live.lastMessageAt)
}

/** Where the room stands at `now`. */
export function phaseAt(live: Live, now: number): Phase {
  return phaseOf(live.row, live.lastMessageAt, now)
}

/** When the alarm is due. */
export function nextAlarm(live: Live, now: number): number {
  return nextChange(live.row, live.lastMessageAt, now)
}

/** A participant as everyone may see it. */
export function publicMember(member: Member): Participant {
  const { participantId, alias } = member
  return { participantId, alias, role: shownRole(member) }
}

/** The role that everyone sees: a facilitator's seat that no session holds any more is a participant's. */
export function shownRole({ role, token }: Member): Role {
  const isHeld = role !== 'facilitator' || readTokens(token).some(({ sessionId }) => sessionId !== null)
  return isHeld ? role : 'participant'
}

/** The room as anyone with the link may see it. */
export function publicRoom(live: Live, now: number): Room {
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
