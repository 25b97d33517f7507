import { FRAME_RATE } from '../../protocol/limits.ts'
import { Bucket } from '../sockets/bucket.ts'
import { Flow } from '../sockets/flow.ts'
import { readSeat } from '../sockets/seat.ts'
import { type Live, type Member, memberOf, seatMember } from './live.ts'
import { endOf } from './phase.ts'
import type { RoomRow, Store } from './store.ts'

/** A room nobody is in yet. */
export function emptyLive(row: RoomRow): Live {
  return {
    row,
    members: new Map(),
    aliases: new Map(),
    sockets: new Map(),
    flow: new Flow(),
    seats: 0,
    present: 0,
    lastSeq: 0,
    lastMessageAt: null,
    toldEnd: row.endsAt,
  }
}

/**
 * What the object knows after waking: from storage, and from the sockets that slept through. Null where no room was
 * created here; then nothing was written either.
 */
export function wake(ctx: DurableObjectState, store: Store, now: number): Live | null {
  const row = store.room()
  if (row === null) return null
  const live = emptyLive(row)
  for (const participant of store.participants()) seatMember(live, memberOf(participant))
  const newest = store.newest()
  live.lastSeq = newest.seq
  live.lastMessageAt = newest.timestamp
  live.toldEnd = endOf(row, newest.timestamp)
  for (const socket of ctx.getWebSockets()) {
    const member = live.members.get(readSeat(socket)?.participantId ?? '')
    if (member && !member.removed && socket.readyState === 1) addSocket(live, socket, member, now)
  }
  for (const member of live.members.values()) {
    // Its connection was lost with the object, which so never saw it close: its minute starts now.
    if (member.connections > 0 || member.idleSince !== null || member.spoke) continue
    store.setIdleSince(member.participantId, now)
    member.idleSince = now
  }
  return live
}

/** Notes an open socket of a member. Gives whether it is the first one, that is, whether the member is present only now. */
export function addSocket(live: Live, socket: WebSocket, member: Member, now: number): boolean {
  const frames = new Bucket(FRAME_RATE, now)
  live.sockets.set(socket, { member, frames, heard: live.flow.heardAll(), heardAt: now })
  member.connections += 1
  if (member.connections > 1) return false
  live.present += 1
  return true
}

/** Forgets a socket. Gives its member where that was the last one, that is, where the member is no longer present. */
export function dropSocket(live: Live, socket: WebSocket): Member | null {
  const entry = live.sockets.get(socket)
  if (entry === undefined) return null
  live.sockets.delete(socket)
  entry.member.connections -= 1
  if (entry.member.connections > 0) return null
  live.present -= 1
  return entry.member
}
