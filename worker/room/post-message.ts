import {
  MESSAGE_RATE,
  MESSAGES_MAX,
  PATCH_RATE,
  PRESENCE_LISTED_MAX,
  RENAME_RATE,
  SLIDE_TOLD_EVERY,
  TYPING_EVERY,
  TYPING_NAMED_MAX,
} from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { ok, type Refusal, type Result, refused } from '../../protocol/refusal.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import { refuseText } from '../sockets/parse-frame.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import { endsAt, type RoomParticipant, type RoomState, toPublicRoom } from './state/room-state.ts'
import type { RoomStore } from './storage/store.ts'

/** A stored message; `fresh` is false where it was stored before under the same id. */
export interface StoredMessage {
  message: Message
  fresh: boolean
}

/**
 * The heart of the room: a message gets its number, is stored, and is told, in one synchronous stretch. The platform
 * holds frames and answers back until what was written is durable, so whoever hears of a message finds it again.
 * @param options `limited` is false for load tests: then nobody is asked to slow down. `rename` gives the member
 *   another alias first; it is asked last, so that a message that is refused or stored already renames nobody.
 */
export function acceptMessage(
  store: RoomStore,
  live: RoomState,
  member: RoomParticipant,
  said: { id: string; text: string },
  now: number,
  options: { limited: boolean; rename?: (() => Refusal | null) | undefined },
): Result<StoredMessage> {
  // Whoever sends again what is stored is answered with it, whatever else would be refused.
  const stored = live.messageIndex.findMessage(member.participantId, said.id)
  if (stored) return ok({ message: stored, fresh: false })
  const refusal =
    (live.lastSeq >= MESSAGES_MAX ? { code: 'storage-full' as const } : null) ??
    refuseText(said.text, live.row.encryption) ??
    (options.limited ? checkRate(member, 'messages', now) : null) ??
    options.rename?.()
  if (refusal) return refused(refusal)

  const message: Message = {
    id: said.id,
    seq: live.lastSeq + 1,
    roomId: live.row.roomId,
    participantId: member.participantId,
    sender: member.alias,
    text: said.text,
    timestamp: now,
  }
  // The message last: a write that fails before it leaves no message that was stored and never told.
  if (!member.spokeAs) store.setSpoke(member.n)
  member.spoke = true
  member.spokeAs = true
  live.messageIndex.addMessage(message)
  live.lastSeq = message.seq
  live.lastMessageAt = now
  const json = JSON.stringify(message)
  live.events.enqueueMessage(message.seq, json)
  live.welcomeCache.addMessage(json)
  // Clients move the end of a sliding room with each message by themselves; this is for those that don't.
  if (endsAt(live) - live.announcedEnd >= SLIDE_TOLD_EVERY) broadcastUpdate(live, now)
  return ok({ message, fresh: true })
}

/** Tells everyone that something about the room changed. */
export function broadcastUpdate(live: RoomState, now: number): void {
  live.announcedEnd = endsAt(live)
  live.events.enqueueEvent({ event: 'room.update', data: toPublicRoom(live, now) })
}

/**
 * Tells the others that a member is typing: once a second at most, and in a large room no more than a few names a
 * second. Nobody can read more of them, and they are the first thing to be dropped.
 */
export function broadcastTyping(live: RoomState, member: RoomParticipant, now: number): void {
  if (now - member.typedAt < TYPING_EVERY) return
  member.typedAt = now
  if (live.present.size > PRESENCE_LISTED_MAX) {
    if (now - live.typing.since >= TYPING_EVERY) live.typing = { since: now, count: 0 }
    live.typing.count += 1
    if (live.typing.count > TYPING_NAMED_MAX) return
  }
  const { participantId } = member
  live.events.enqueueEvent({ event: 'chat.typing', data: { participantId } }, participantId)
}

/** What may be done so often, each counted for itself. */
const RATES = { messages: MESSAGE_RATE, renames: RENAME_RATE, patches: PATCH_RATE } as const

/**
 * Asks whoever does something too often to slow down. Counted in memory only and still exact: an object sleeps after ten
 * quiet seconds at the earliest, and by then every bucket is full again.
 * @param who a member, or the room where somebody without a seat changes it
 */
export function checkRate<What extends keyof typeof RATES>(
  who: { [what in What]: TokenBucket | null },
  what: What,
  now: number,
): Refusal | null {
  who[what] ??= new TokenBucket(RATES[what], now)
  return refuseForNow(who[what].takeToken(now))
}
