import * as z from 'zod'
import { MessageDetails, MessageId, MessageText } from './message.ts'
import { ReactionCode } from './reactions.ts'

/** What a client may send over the socket, and nothing else. */
export const ClientEvent = z.discriminatedUnion('event', [
  /** Says something. Sent again with the same `id`, it is answered with the stored message. */
  z.object({
    event: z.literal('chat.message'),
    data: z.object({ id: MessageId, text: MessageText, ...MessageDetails }),
  }),
  /** Gives a reaction to a message, or takes it back. Only a refusal is answered. */
  z.object({
    event: z.literal('chat.react'),
    data: z.object({ seq: z.number().int().min(1), code: ReactionCode, on: z.boolean() }),
  }),
  /** The highest `seq` this connection has without a hole. */
  z.object({ event: z.literal('chat.ack'), data: z.object({ seq: z.number().int().min(0) }) }),
  /** Tells the others that one types. */
  z.object({ event: z.literal('chat.typing'), data: z.object({}).optional() }),
])
/** An event as a client writes it. */
export type ClientEvent = z.input<typeof ClientEvent>
/** The same once it is parsed. */
export type ParsedClientEvent = z.output<typeof ClientEvent>
