import { ConnectionRegistry } from '../broadcast/connections.ts'
import { EventQueue } from '../broadcast/event-queue.ts'
import type { Bindings } from '../env.ts'
import { readAttachment } from '../sockets/attachment.ts'
import { hasName, type Live, type Member, memberOf, seatMember } from './live.ts'
import { Messages } from './messages.ts'
import { Names } from './names.ts'
import { endOf, phaseOf } from './phase.ts'
import { Relays, type RelaysOptions } from './relays/relays.ts'
import type { RoomRow } from './rows.ts'
import type { Store } from './store.ts'
import { Welcomes } from './welcome.ts'

/** What the room's object is made of, as the platform gives it. */
export interface Platform {
  ctx: DurableObjectState
  env: Bindings
  store: Store
  /** False for load tests: then nobody floods. */
  limited: boolean
  deserted: RelaysOptions['onEmpty']
}

/** A room nobody is in yet. */
export function emptyLive({ ctx, env, store, limited, deserted }: Platform, row: RoomRow): Live {
  const telling = new EventQueue()
  const members = new Map<string, Member>()
  return {
    row,
    members,
    names: new Names(() => [...members.values()].filter(hasName), row.hostToken),
    present: new Set(),
    leaving: new Map(),
    seated: new Map(),
    crowd: new ConnectionRegistry(ctx, limited),
    relays: new Relays({
      namespace: env.RELAYS,
      roomObjectId: ctx.id.toString(),
      roomId: row.roomId,
      store: store.messages,
      wakeId: telling.wakeId,
      onEmpty: deserted,
    }),
    telling,
    newcomers: [],
    welcomes: new Welcomes(),
    messages: new Messages(store.messages, row),
    seats: 0,
    lastSeat: 0,
    lastSeq: 0,
    lastMessageAt: null,
    toldEnd: row.endsAt,
    paces: [],
    patches: null,
    endedSessions: new Set(),
    history: null,
    typing: { since: 0, count: 0 },
  }
}

/**
 * What the object knows after waking: from storage, and from the sockets that slept through. Null where no room was
 * created here; then nothing was written either.
 */
export function wake(platform: Platform, now: number): Live | null {
  const { ctx, store } = platform
  const row = store.room()
  if (row === null) return null
  const live = emptyLive(platform, row)
  for (const participant of store.participants()) seatMember(live, memberOf(participant))
  const newest = store.messages.newest()
  live.lastSeq = newest.seq
  live.lastMessageAt = newest.timestamp
  live.toldEnd = endOf(row, newest.timestamp)
  const isOpen = phaseOf(row, newest.timestamp, now) === 'open'
  for (const socket of ctx.getWebSockets()) {
    const attachment = readAttachment(socket)
    const member = attachment && live.members.get(attachment.participantId)
    if (!attachment || !member || member.removed || socket.readyState !== 1) continue
    live.crowd.restoreConnection(socket, member, attachment, now)
    live.present.add(member)
  }
  const lost: number[] = []
  for (const member of live.members.values()) {
    const { relay, removed } = member
    // Its relay knows, and says so when it is wrong; until then what was written down counts.
    if (isOpen && relay !== null && !removed && member.idleSince === null) {
      live.present.add(member)
      live.relays.addPresent(relay, newest.seq, true)
    }
    if (live.present.has(member)) member.idleSince = null
    if (member.removed || live.present.has(member) || member.idleSince !== null) continue
    // Its connection was lost with the object, which so never saw it close: its minute starts now. Where there is no limit
    // it is never written down when somebody left.
    if (row.capacity !== null || relay !== null) lost.push(member.n)
    member.idleSince = now
  }
  if (lost.length > 0) store.setIdleSince(lost, now, false)
  return live
}
