import { ConnectionRegistry } from '../../broadcast/connections.ts'
import { EventQueue } from '../../broadcast/event-queue.ts'
import type { Bindings } from '../../env.ts'
import { readAttachment } from '../../sockets/attachment.ts'
import { Relays, type RelaysOptions } from '../relays/relays.ts'
import { endTime, phaseOf } from '../rules/phase.ts'
import type { RoomRow } from '../storage/rows.ts'
import type { RoomStore } from '../storage/store.ts'
import { AliasIndex } from './alias-index.ts'
import { MessageIndex } from './message-index.ts'
import {
  addParticipant,
  hasName,
  type RoomParticipant,
  type RoomState,
  toRoomParticipant,
} from './room-state.ts'
import { WelcomeCache } from './welcome-cache.ts'

/** What the room's object is made of, as the platform gives it. */
export interface RoomServices {
  ctx: DurableObjectState
  env: Bindings
  store: RoomStore
  /** False for load tests: then nobody floods. */
  limited: boolean
  deserted: RelaysOptions['onEmpty']
}

/** A room nobody is in yet. */
export function emptyState({ ctx, env, store, limited, deserted }: RoomServices, row: RoomRow): RoomState {
  const telling = new EventQueue()
  const members = new Map<string, RoomParticipant>()
  return {
    row,
    participants: members,
    aliases: new AliasIndex(() => [...members.values()].filter(hasName), row.hostToken),
    present: new Set(),
    leaving: new Map(),
    seatsByRelay: new Map(),
    connections: new ConnectionRegistry(ctx, limited),
    relays: new Relays({
      namespace: env.RELAYS,
      roomObjectId: ctx.id.toString(),
      roomId: row.roomId,
      store: store.messages,
      wakeId: telling.wakeId,
      onEmpty: deserted,
    }),
    events: telling,
    pendingWelcomes: [],
    welcomeCache: new WelcomeCache(),
    messageIndex: new MessageIndex(store.messages, row),
    seats: 0,
    lastSeatNumber: 0,
    lastSeq: 0,
    lastMessageAt: null,
    announcedEnd: row.endsAt,
    freedRateLimits: [],
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
export function loadState(platform: RoomServices, now: number): RoomState | null {
  const { ctx, store } = platform
  const row = store.loadRoom()
  if (row === null) return null
  const live = emptyState(platform, row)
  for (const participant of store.loadParticipants()) addParticipant(live, toRoomParticipant(participant))
  const newest = store.messages.readNewest()
  live.lastSeq = newest.seq
  live.lastMessageAt = newest.timestamp
  live.announcedEnd = endTime(row, newest.timestamp)
  const isOpen = phaseOf(row, newest.timestamp, now) === 'open'
  for (const socket of ctx.getWebSockets()) {
    const attachment = readAttachment(socket)
    const member = attachment && live.participants.get(attachment.participantId)
    if (!attachment || !member || member.removed || socket.readyState !== 1) continue
    live.connections.restoreConnection(socket, member, attachment, now)
    live.present.add(member)
  }
  const lost: number[] = []
  for (const member of live.participants.values()) {
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
