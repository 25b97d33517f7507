import * as z from 'zod'
import { Cursor, toCursor } from './cursor.ts'
import { MessageFiles } from './files.ts'
import { BURN, EXPIRES, HISTORY, MESSAGE_ID_MAX, POLL_OPTION_MAX, POLL_OPTIONS } from './limits.ts'
import { lineSchema } from './line-schema.ts'
import { ChangeMarks } from './message-update.ts'
import { Alias } from './participant.ts'
import { Tally } from './reactions.ts'
import { cleanPollOption } from './text.ts'

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

/** A message that the others vote on. */
const MessageKind = z.enum(['question', 'poll'])

/** What only some messages have: what they answer, how long they stay, their files, and how the others may vote. What goes together is the room's rule. */
export const MessageDetails = {
  /** The `seq` of the message that it answers. In an encrypted room it is in the envelope. */
  replyTo: z.number().int().min(1).optional(),
  /** Seconds after which its text is deleted. */
  expires: z.number().int().min(EXPIRES.min).max(EXPIRES.max).optional(),
  /** That it is read once: the seconds for which each of the others sees it, once they have revealed it. */
  burn: z.number().int().min(BURN.min).max(BURN.max).optional(),
  /** Files of the sender's own that are complete. From then on they belong to the message. */
  files: MessageFiles.optional(),
  /** Whether a participant has one reaction only: another takes its place. */
  choice: z.literal('one').optional(),
  /** In an encrypted room it is in the envelope, and so are the options. */
  kind: MessageKind.optional(),
  /** The options of a poll. The reaction `0` is a vote for the first. */
  options: z
    .array(lineSchema(POLL_OPTION_MAX, cleanPollOption))
    .min(POLL_OPTIONS.min, `A poll has ${POLL_OPTIONS.min} to ${POLL_OPTIONS.max} options.`)
    .max(POLL_OPTIONS.max, `A poll has ${POLL_OPTIONS.min} to ${POLL_OPTIONS.max} options.`)
    .optional(),
}

/** Body of `POST /api/rooms/:id/messages`. */
export const MessageRequest = z.strictObject({
  text: MessageText,
  /** Sent again with the same one, the message is stored once. */
  id: MessageId.optional(),
  /** Renames the participant first. */
  sender: Alias.optional(),
  ...MessageDetails,
})
export type MessageRequest = z.infer<typeof MessageRequest>

/** Body of `PATCH /api/rooms/:id/messages/:seq`. */
export const EditRequest = z.strictObject({
  text: MessageText,
  /** How often the message will have been edited: so that of two edits at once one is refused. */
  edit: z.number().int().min(1).optional(),
})
export type EditRequest = z.infer<typeof EditRequest>

/** Answer to `POST /api/rooms/:id/messages/:seq/reveal`: the text, and until when it is shown, Unix milliseconds. */
export const RevealedText = z.object({ text: z.string(), until: z.number() })
export type RevealedText = z.infer<typeof RevealedText>

/** A stored message; `timestamp` is Unix milliseconds. */
export const Message = z.object({
  /** The sender's own. */
  id: z.string(),
  /** Its number in the room, from 1 on and without a gap. */
  seq: z.number(),
  roomId: z.string(),
  participantId: z.string(),
  /** The alias of its participant. */
  sender: z.string(),
  /** In an encrypted room an envelope. */
  text: z.string(),
  timestamp: z.number(),
  /** The `seq` of the message that it answers. */
  replyTo: z.number().optional(),
  /** Seconds after which its text is deleted. */
  expires: z.number().optional(),
  /** Then `text` is empty but for its author, and for who has revealed it. */
  burn: z.number().optional(),
  /** For its author, of one that is read once: how many have revealed it, of how many. */
  read: z.number().optional(),
  of: z.number().optional(),
  /** The ids of its files. */
  files: z.array(z.string()).optional(),
  choice: z.literal('one').optional(),
  kind: MessageKind.optional(),
  options: z.array(z.string()).optional(),
  /** The `rev` of its last change; absent where nothing was changed. */
  rev: z.number().optional(),
  reactions: Tally.optional(),
  /** The reactions of whoever reads it. */
  mine: z.array(z.string()).optional(),
  /** Whether it takes no more reactions; absent where it does. */
  closed: z.literal(true).optional(),
  ...ChangeMarks,
})
export type Message = z.infer<typeof Message>

/** What a message has that the others vote on. */
export type VoteDetails = Pick<Message, 'choice' | 'kind' | 'options'>

/** How long a message stays, and whether it is read once: seconds. Beside the envelope, since the room has to know. */
export type MessageTimes = Pick<Message, 'expires' | 'burn'>

/** What a message says beside its text. */
export type MessageDetails = VoteDetails & Pick<Message, 'replyTo'>

/** Query of `GET /api/rooms/:id/messages`. */
export const HistoryQuery = z
  .object({
    /** Asks for the oldest messages with a higher `seq`. */
    after: Cursor.optional(),
    /** Asks for the newest messages with a lower `seq`. */
    before: Cursor.optional(),
    /** How many messages the page has at most; 100 by default. */
    limit: Cursor.pipe(z.number().min(1).max(HISTORY.max)).optional(),
    /** Asks for the messages with a higher `rev`, the one that was changed first at the front. */
    changedSince: Cursor.optional(),
  })
  .refine(
    ({ after, before, changedSince }) =>
      changedSince === undefined || (after === undefined && before === undefined),
    { path: ['changedSince'], message: 'Ask by `changedSince` or by `after` and `before`.' },
  )
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** Query of `GET /api/rooms/:id/realtime` and `GET /api/rooms/:id/events`. */
export const ResumeQuery = z.object({
  /** The highest `seq` that the client has. */
  after: Cursor.optional(),
  /** The highest epoch whose key the client has. */
  epoch: Cursor.optional(),
  /** The highest `rev` that the client was told. */
  rev: Cursor.optional(),
})

const LAST_EVENT_ID = /^(\d{1,16})(?:\.(\d{1,16})?(?:\.(\d{1,16})?[\d.]*)?)?$/

/**
 * Header of `GET /api/rooms/:id/events`: the newest `seq` that its client has received, behind a dot the newest `rev`, and behind
 * another the newest epoch of its welcome. Without `rev` nothing had been changed. What follows another dot is another cursor's.
 */
export const LastEventId = z
  .string()
  .regex(LAST_EVENT_ID, 'Last-Event-ID: use an id of this stream.')
  .transform((id) => {
    const [, seq = '0', rev = '0', epoch] = LAST_EVENT_ID.exec(id) ?? []
    return { seq: toCursor(seq), rev: toCursor(rev), ...(epoch && { epoch: toCursor(epoch) }) }
  })
  .optional()
