import type { Participant } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import { aliasKey } from '../../protocol/text.ts'
import type { Bucket } from '../sockets/bucket.ts'
import type { Flow, Heard } from '../sockets/flow.ts'
import { endOf } from './phase.ts'
import type { ParticipantRow, RoomRow } from './store.ts'

/** A participant in memory: the row, and what is forgotten when the object sleeps. */
export interface Member extends ParticipantRow {
  /** Open sockets: tabs and devices. Presence counts participants, not these. */
  connections: number
  messages: Bucket | null
  /** When it was last told to be typing, Unix milliseconds. */
  typedAt: number
}

/** An open socket: whose it is, how often it may speak, and how far it has heard. */
export interface Connection {
  member: Member
  frames: Bucket
  heard: Heard
}

/** What a waking object knows of its room without asking storage again. */
export interface Live {
  row: RoomRow
  /** Everyone with a seat, and those removed, who may not come back; in the order of joining. */
  members: Map<string, Member>
  /** Who has which alias, by `aliasKey`. */
  aliases: Map<string, string>
  /** The open sockets, and whose they are. */
  sockets: Map<WebSocket, Connection>
  /** How far each of them is. */
  flow: Flow
  /** Seats taken: members that were not removed. */
  seats: number
  /** Members with a connection. */
  present: number
  lastSeq: number
  lastMessageAt: number | null
  /** The end that everyone was last told of. */
  toldEnd: number
}

/** A member for a row read from storage or just made. */
export function memberOf(row: ParticipantRow): Member {
  return { ...row, connections: 0, messages: null, typedAt: 0 }
}

/** Puts a member in its place in every index. */
export function seatMember(live: Live, member: Member): void {
  live.members.set(member.participantId, member)
  if (member.removed) return
  live.aliases.set(aliasKey(member.alias), member.participantId)
  live.seats += 1
}

/** Takes a member's seat and alias away; the sockets are somebody else's business. */
export function unseatMember(live: Live, member: Member): void {
  live.members.delete(member.participantId)
  live.aliases.delete(aliasKey(member.alias))
  live.seats -= 1
}

/** When the room ends, as of now. */
export function endsAt(live: Live): number {
  return endOf(live.row, live.lastMessageAt)
}

/** A participant as everyone may see it. */
export function publicMember({ participantId, alias, role }: Member): Participant {
  return { participantId, alias, role }
}

/** The room as anyone with the link may see it. */
export function publicRoom(live: Live, now: number): Room {
  const { row } = live
  return {
    roomId: row.roomId,
    state: 'open',
    title: null,
    capacity: row.capacity,
    present: live.present,
    seats: live.seats,
    passwordRequired: row.password !== null,
    admissionRequired: row.admission !== null,
    encryption: row.encryption,
    expiry: row.expiry,
    lifetime: row.lifetime,
    destroyBy: row.destroyBy,
    locked: row.locked,
    createdAt: row.createdAt,
    opensAt: row.createdAt,
    expiresAt: endsAt(live),
    serverTime: now,
  }
}
