import * as z from 'zod'
import { Cursor } from './cursor.ts'
import { Card, ChosenParticipantId, Invite } from './epochs.ts'
import { RETAIN_FOR, TITLE_MAX } from './limits.ts'
import { lineSchema } from './line-schema.ts'
import {
  Admission,
  Capacity,
  checkKeyOptions,
  DestroyBy,
  Door,
  DoorOptions,
  Encryption,
  HistoryRule,
  Instant,
  KeyOptions,
  Room,
  RoomPassword,
} from './room.ts'
import { cleanTitle } from './text.ts'

/** A room's title: cleaned, 1 to 120 characters. */
export const Title = lineSchema(TITLE_MAX, cleanTitle)

const RetainFor = z.number().int().min(RETAIN_FOR.min).max(RETAIN_FOR.max)

/** Body of `POST /api/account/rooms`. Without `opensAt` the room opens at once. */
export const Schedule = z
  .strictObject({
    title: Title,
    opensAt: Instant.optional(),
    closesAt: Instant,
    retainFor: RetainFor.default(RETAIN_FOR.default),
    capacity: Capacity.default(null),
    password: RoomPassword,
    encryption: Encryption.default('none'),
    admission: Admission,
    destroyBy: DestroyBy.default('host'),
    ...DoorOptions,
    ...KeyOptions,
  })
  .superRefine(checkKeyOptions)
  .refine(({ opensAt, closesAt }) => opensAt === undefined || opensAt < closesAt, {
    path: ['closesAt'],
    message: 'A room closes after it opens.',
  })
export type Schedule = z.output<typeof Schedule>

/**
 * Body of `PATCH /api/account/rooms/:id`: any of these. `password: null` takes the password away. `participantId` and `card`
 * make a seat for the browser that plans, before it comes.
 */
export const SchedulePatch = z
  .strictObject({
    title: Title.optional(),
    opensAt: Instant.optional(),
    closesAt: Instant.optional(),
    retainFor: RetainFor.optional(),
    capacity: Capacity.optional(),
    password: RoomPassword,
    encryption: Encryption.optional(),
    admission: Admission,
    destroyBy: DestroyBy.optional(),
    locked: z.boolean().optional(),
    door: Door.optional(),
    /** In a room whose keys are of version 2, where the door opens: nobody who comes in reads without an invite. */
    invite: Invite.optional(),
    history: HistoryRule.optional(),
    files: z.boolean().optional(),
    /** In a room whose keys are of version 2, together: the id that follows from the browser's public key, and its card. */
    participantId: ChosenParticipantId.optional(),
    card: Card.optional(),
  })
  .refine(({ participantId, card }) => (participantId === undefined) === (card === undefined), {
    path: ['card'],
    message: 'Give participantId and card together.',
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), {
    message: 'Give at least one field to change.',
  })
export type SchedulePatch = z.output<typeof SchedulePatch>

/** The settings among these. */
export type PlanPatch = Omit<SchedulePatch, 'participantId' | 'card' | 'invite'>

/** A scheduled room as its facilitator sees it; `messages` is a count. */
export const AccountRoom = Room.extend({
  title: z.string(),
  closesAt: z.number(),
  retainFor: z.number(),
  messages: z.number(),
})
export type AccountRoom = z.infer<typeof AccountRoom>

/**
 * The same, asked for alone: with the hash by which the room knows the secret of its invite link, so that its facilitator
 * can check whether a key belongs to it, and while there is an invite link with the invite of a room whose keys are of
 * version 2. In no list and no transcript.
 */
export const OwnRoom = AccountRoom.extend({ admission: z.string().nullable(), invite: z.string().optional() })
export type OwnRoom = z.infer<typeof OwnRoom>

/** Query of `GET /api/account/rooms/:id/epochs`: the epochs above `after`, with the wraps of this seat of the facilitator. */
export const OwnEpochsQuery = z.object({ participantId: ChosenParticipantId, after: Cursor.default(0) })

/** Query of `GET /api/account/rooms/:id/transcript`. */
export const TranscriptQuery = z.object({ format: z.enum(['json', 'csv', 'markdown']).default('json') })
export type TranscriptFormat = z.output<typeof TranscriptQuery>['format']
