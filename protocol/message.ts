import * as z from 'zod'
import { Cursor } from './cursor.ts'
import { HISTORY, MESSAGE_ID_MAX } from './limits.ts'
import { Alias } from './participant.ts'

/** The id that a client gives its message. No two messages of one participant have the same. */
export const MessageId = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z0-9_-]{1,${MESSAGE_ID_MAX}}$`),
    `Use 1 to ${MESSAGE_ID_MAX} of A-Z, a-z, 0-9, _ and -.`,
  )
  .brand<'MessageId'>()
export type MessageId = z.output<typeof MessageId>

/** Text as it is stored: a lone surrogate has no UTF-8 and would come back as another text. Length is a rule of the room's. */
export const MessageText = z
  .string()
  .min(1, 'Write something first.')
  .transform((text) => text.toWellFormed())

/** Body of `POST /api/rooms/:id/messages`. */
export const MessageRequest = z.strictObject({
  text: MessageText,
  id: MessageId.optional(),
  sender: Alias.optional(),
})
export type MessageRequest = z.infer<typeof MessageRequest>

/** A stored message; `timestamp` is Unix milliseconds. */
export const Message = z.object({
  id: z.string(),
  seq: z.number(),
  roomId: z.string(),
  participantId: z.string(),
  sender: z.string(),
  text: z.string(),
  timestamp: z.number(),
})
export type Message = z.infer<typeof Message>

/** Query of `GET /api/rooms/:id/messages`. */
export const HistoryQuery = z.object({
  after: Cursor.optional(),
  before: Cursor.optional(),
  limit: Cursor.pipe(z.number().min(1).max(HISTORY.max)).optional(),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** Query of `GET /api/rooms/:id/realtime` and `GET /api/rooms/:id/events`. */
export const ResumeQuery = z.object({
  after: Cursor.optional(),
  /** The highest epoch whose key the client has. */
  epoch: Cursor.optional(),
})

/** Header of `GET /api/rooms/:id/events`: the newest `seq` that its client has received; what follows a dot is another cursor's. */
export const LastEventId = z
  .string()
  .regex(/^\d{1,16}(\.[\d.]*)?$/, 'Last-Event-ID: use an id of this stream.')
  .transform((id) => Math.min(Number.parseInt(id, 10), Number.MAX_SAFE_INTEGER))
  .optional()
