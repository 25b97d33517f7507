import * as z from 'zod'
import { Epoch } from './epochs.ts'
import { Message } from './message.ts'
import { MessageUpdate } from './message-update.ts'
import { Participant, Role, WaitingParticipant } from './participant.ts'
import { MessageChange, ReaderChange } from './reactions.ts'
import { Room } from './room.ts'

const Presence = Participant.extend({
  present: z.number(),
  /** The host who let them in, removed them or changed their role; absent where nobody did. */
  by: z.string().optional(),
})

/** Why a room ended: by a person, by time, or by its schedule. */
export const EndReason = z.enum(['destroyed', 'expired', 'ended'])
export type EndReason = z.infer<typeof EndReason>

/** What a room sends over the socket, and nothing else. A frame holds one of these, or an array, oldest first. */
export const RoomEvent = z.discriminatedUnion('event', [
  /** The first event of every connection: how the room is, and what was missed. */
  z.object({
    event: z.literal('room.welcome'),
    data: z.object({
      participantId: z.string(),
      alias: z.string(),
      role: Role,
      room: Room,
      participants: z.array(Participant),
      messages: z.array(Message),
      lastSeq: z.number(),
      protocol: z.number(),
      /** For a client that took its seat with this socket: a client that came with a cookie gets no token. */
      token: z.string().optional(),
      /** With keys of version 2: the epochs above the one that the socket's address names, the oldest first. */
      epochs: z.array(Epoch).optional(),
      /** For hosts and facilitators: who waits at the door, the first at the front; absent where nobody does. */
      waiting: z.array(WaitingParticipant).optional(),
      /** The newest change that everyone was told; absent where nothing was changed, unless the address names a `rev`: then 0. */
      rev: z.number().optional(),
      /** What was changed above the `rev` that the socket's address names, oldest first; absent where it names none. */
      changes: z.array(ReaderChange).optional(),
      /** In place of `changes`, where there are too many: the client reads anew what it shows. */
      changesFrom: z.literal('start').optional(),
    }),
  }),
  /** For somebody who waits at the door, and nothing else until they are let in. */
  z.object({
    event: z.literal('door.waiting'),
    /** With the token, for a client that knocked with this socket. */
    data: z.object({ room: Room, token: z.string().optional() }),
  }),
  /** For hosts and facilitators: somebody waits at the door. */
  z.object({ event: z.literal('door.knock'), data: WaitingParticipant }),
  /** For hosts and facilitators: somebody does not wait any more. */
  z.object({ event: z.literal('door.gone'), data: z.object({ participantId: z.string() }) }),
  /** Somebody said something. Its sender receives it, too. */
  z.object({ event: z.literal('chat.message'), data: Message }),
  /** The text of a message is another, or is gone. */
  z.object({ event: z.literal('chat.update'), data: MessageUpdate }),
  /** For the author of a message that is read once. */
  z.object({
    event: z.literal('chat.read'),
    data: z.object({ seq: z.number(), read: z.number(), of: z.number() }),
  }),
  /** The tally of a message. */
  z.object({ event: z.literal('chat.reactions'), data: MessageChange }),
  /** Somebody types. */
  z.object({ event: z.literal('chat.typing'), data: z.object({ participantId: z.string() }) }),
  /** Somebody opened their first connection. */
  z.object({ event: z.literal('presence.join'), data: Presence }),
  /** Somebody closed their last connection, or is no participant any more. */
  z.object({ event: z.literal('presence.leave'), data: Presence }),
  /** Something about a participant changed: alias, role, hand, or whether they may speak. */
  z.object({ event: z.literal('presence.update'), data: Presence }),
  /** How many are present, where there are too many to name. */
  z.object({
    event: z.literal('presence.count'),
    /** With everyone present, where there are few enough again to be named. */
    data: z.object({ present: z.number(), participants: z.array(Participant).optional() }),
  }),
  /** Anything about the room changed. */
  z.object({ event: z.literal('room.update'), data: Room }),
  /** The keys were rotated, by this participant. Whoever was given the new one asks for it. */
  z.object({
    event: z.literal('room.epoch'),
    data: z.object({
      epoch: z.number(),
      by: z.string(),
      invitable: z.boolean(),
      /** Those who have a seat and were not given the new key; absent where there is nobody. */
      notGiven: z.array(z.object({ participantId: z.string(), alias: z.string() })).optional(),
    }),
  }),
  /** The room is over, or closes. */
  z.object({
    event: z.literal('chat.destroy'),
    data: z.object({ isDestroyed: z.literal(true), reason: EndReason }),
  }),
  /** What this connection sent is refused. */
  z.object({
    event: z.literal('error'),
    data: z.object({
      code: z.string(),
      message: z.string(),
      id: z.string().optional(),
      /** Of a refused reaction: the message, and the code. */
      seq: z.number().optional(),
      reaction: z.string().optional(),
      retryAfter: z.number().optional(),
      epoch: z.number().optional(),
      /** Of `internal`: what names the fault in the server's log. */
      incident: z.string().optional(),
    }),
  }),
])
export type RoomEvent = z.infer<typeof RoomEvent>
