import * as z from 'zod'

/** What makes a message disappear by itself: the option that it was sent with. */
const DeletedBy = z.enum(['expires', 'burn'])

/** What a message says of its own changes; absent where its text is as it was first said. Times are Unix milliseconds. */
export const ChangeMarks = {
  /** How often it was edited. In a room with `keys: 2` it is bound to the envelope. */
  edit: z.number().optional(),
  editedAt: z.number().optional(),
  /** In a room with `keys: 2` the epoch in which it was first said. */
  epoch: z.number().optional(),
  /** When it was taken back, or disappeared: then `text` is empty. */
  deletedAt: z.number().optional(),
  /** Whether a host or facilitator took it back, and not its author. */
  byHost: z.literal(true).optional(),
  /** What made it disappear; absent where somebody took it back. */
  deletedBy: DeletedBy.optional(),
}

/** The text of a message as it is now, after it was edited, taken back or disappeared. */
export const MessageUpdate = z.object({ seq: z.number(), rev: z.number(), text: z.string(), ...ChangeMarks })
export type MessageUpdate = z.infer<typeof MessageUpdate>
