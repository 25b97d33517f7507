import * as z from 'zod'
import { REACTION_CODE_MAX } from './limits.ts'
import { ChangeMarks } from './message-update.ts'

/**
 * The code of a reaction. The room counts codes, and does not know what they mean. `__proto__` is none, because JavaScript
 * can't count under that name.
 */
export const ReactionCode = z
  .string()
  .regex(
    new RegExp(`^(?!__proto__$)[A-Za-z0-9_-]{1,${REACTION_CODE_MAX}}$`),
    `Use 1 to ${REACTION_CODE_MAX} of A-Z, a-z, 0-9, _ and -.`,
  )
export type ReactionCode = z.infer<typeof ReactionCode>

/** How many participants gave each reaction to a message. */
export const Tally = z.record(z.string(), z.number())
export type Tally = z.infer<typeof Tally>

/** Who gave each reaction to a message: the ids of participants, by code. */
export const Reactors = z.object({ reactions: z.record(z.string(), z.array(z.string())) })
export type Reactors = z.infer<typeof Reactors>

/** What has changed about a message. Each change has the next `rev` of the room. */
export const MessageChange = z.object({
  seq: z.number(),
  rev: z.number(),
  reactions: Tally,
  /** Whether the message takes no more reactions; absent where it does. */
  closed: z.literal(true).optional(),
})
export type MessageChange = z.infer<typeof MessageChange>

/**
 * The same for one reader: `mine` are their own reactions, absent where there are none. `text` is there where the message was
 * edited or taken back since the `rev` from which they resume.
 */
export const ReaderChange = MessageChange.extend({
  mine: z.array(z.string()).optional(),
  text: z.string().optional(),
  ...ChangeMarks,
})
export type ReaderChange = z.infer<typeof ReaderChange>
