import * as z from 'zod'
import { RETAIN_FOR, TITLE_MAX } from './limits.ts'
import { lineSchema } from './line-schema.ts'
import {
  Admission,
  Capacity,
  checkKeyOptions,
  DestroyBy,
  Encryption,
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
    ...KeyOptions,
  })
  .superRefine(checkKeyOptions)
  .refine(({ opensAt, closesAt }) => opensAt === undefined || opensAt < closesAt, {
    path: ['closesAt'],
    message: 'A room closes after it opens.',
  })
export type Schedule = z.output<typeof Schedule>

/** Body of `PATCH /api/account/rooms/:id`: any of these. `password: null` takes the password away. */
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
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), {
    message: 'Give at least one field to change.',
  })
export type SchedulePatch = z.output<typeof SchedulePatch>

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
 * can check whether a key belongs to it. In no list and no transcript.
 */
export const OwnRoom = AccountRoom.extend({ admission: z.string().nullable() })
export type OwnRoom = z.infer<typeof OwnRoom>

/** Query of `GET /api/account/rooms/:id/transcript`. */
export const TranscriptQuery = z.object({ format: z.enum(['json', 'csv', 'markdown']).default('json') })
export type TranscriptFormat = z.output<typeof TranscriptQuery>['format']
