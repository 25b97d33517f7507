import type { Message } from '../../protocol/message.ts'
import type { Room } from '../../protocol/room.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'

/** A room for tests: created at 1,000,000 ms, for ten minutes. */
export function exampleRoom(differing: Partial<Room> = {}): Room {
  return {
    roomId: 'V1StGXR8_Z5jdHi6B-myT',
    state: 'open',
    title: null,
    capacity: 2,
    present: 1,
    seats: 1,
    passwordRequired: false,
    admissionRequired: false,
    encryption: 'none',
    expiry: 'fixed',
    lifetime: 600,
    destroyBy: 'anyone',
    locked: false,
    starts: 'now',
    startedAt: 1_000_000,
    door: 'open',
    history: 'all',
    files: true,
    quiet: false,
    slow: 0,
    pinned: null,
    keys: 1,
    createdAt: 1_000_000,
    opensAt: 1_000_000,
    expiresAt: 1_600_000,
    serverTime: 1_000_000,
    ...differing,
  }
}

/** Message number `seq`, said by `participantId` at 1,000,000 + `seq` ms under the id `m<seq>`. */
export function exampleMessage(seq: number, participantId = 'other'): Message {
  return {
    id: `m${seq}`,
    seq,
    roomId: 'V1StGXR8_Z5jdHi6B-myT',
    participantId,
    sender: participantId,
    text: `text ${seq}`,
    timestamp: 1_000_000 + seq,
  }
}

/** Messages number `from` to `to`. */
export function exampleMessages(from: number, to: number): Message[] {
  return Array.from({ length: to - from + 1 }, (_, index) => exampleMessage(from + index))
}

/** A welcome for the participant `me`, alone in the room. */
export function exampleWelcome(
  messages: Message[],
  lastSeq = messages.at(-1)?.seq ?? 0,
  room = exampleRoom(),
): RoomEvent {
  const me = { participantId: 'me', alias: 'me', role: 'participant' } as const
  return {
    event: 'room.welcome',
    data: { ...me, room, participants: [me], messages, lastSeq, protocol: 1 },
  }
}
