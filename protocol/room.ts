import * as z from 'zod'
import { CAPACITY, LIFETIME, PASSWORD, ROOM_ID_LENGTH } from './limits.ts'

/** The year 2100: anything later is a mistake in units. */
const CENTURY_END = 4_102_444_800_000

/** The id of a room, which stands in its address. */
export const RoomId = z
  .string()
  .regex(new RegExp(`^[A-Za-z0-9_-]{${ROOM_ID_LENGTH}}$`))
  .brand<'RoomId'>()
export type RoomId = z.output<typeof RoomId>

export const Expiry = z.enum(['fixed', 'sliding'])
export type Expiry = z.infer<typeof Expiry>
export const Encryption = z.enum(['none', 'e2ee'])
export type Encryption = z.infer<typeof Encryption>
export const DestroyBy = z.enum(['anyone', 'host'])
export type DestroyBy = z.infer<typeof DestroyBy>

export const Capacity = z.number().int().min(CAPACITY.min).max(CAPACITY.max).nullable()
export const RoomPassword = z.string().min(PASSWORD.min).max(PASSWORD.max).nullish()
export const Admission = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'Use the base64url SHA-256 of the admission secret (43 characters).')
  .nullish()
/** An instant, Unix milliseconds; the end of the century catches nonsense before it is calculated with. */
export const Instant = z.number().int().positive().max(CENTURY_END)

/** Body of `POST /api/rooms`. Defaults as in the contract; `destroyBy` depends on the capacity. */
export const RoomOptions = z
  .strictObject({
    capacity: Capacity.default(CAPACITY.default),
    lifetime: z.number().int().min(LIFETIME.min).max(LIFETIME.max).default(LIFETIME.default),
    expiry: Expiry.default('fixed'),
    password: RoomPassword,
    encryption: Encryption.default('none'),
    admission: Admission,
    destroyBy: DestroyBy.optional(),
  })
  .transform((options) => ({
    ...options,
    destroyBy: options.destroyBy ?? (options.capacity === 2 ? ('anyone' as const) : ('host' as const)),
  }))
export type RoomOptions = z.output<typeof RoomOptions>

/** Body of `PATCH /api/rooms/:id`. `closesAt` is the new end, in Unix milliseconds. */
export const RoomPatch = z
  .strictObject({
    locked: z.boolean().optional(),
    closesAt: Instant.optional(),
  })
  .refine((patch) => patch.locked !== undefined || patch.closesAt !== undefined, {
    message: 'Give locked, closesAt or both.',
  })
export type RoomPatch = z.infer<typeof RoomPatch>

/** The room as anyone with the invite link may see it; times are Unix milliseconds, `lifetime` is in seconds. */
export const Room = z.object({
  roomId: z.string(),
  state: z.enum(['scheduled', 'open', 'closed']),
  title: z.string().nullable(),
  capacity: z.number().nullable(),
  present: z.number(),
  seats: z.number(),
  passwordRequired: z.boolean(),
  admissionRequired: z.boolean(),
  encryption: Encryption,
  expiry: Expiry,
  lifetime: z.number(),
  destroyBy: DestroyBy,
  locked: z.boolean(),
  createdAt: z.number(),
  opensAt: z.number(),
  expiresAt: z.number(),
  serverTime: z.number(),
  /** Of a facilitator's room only: when it closes, and for how many seconds from then on its facilitator can read it. */
  closesAt: z.number().optional(),
  retainFor: z.number().optional(),
})
export type Room = z.infer<typeof Room>
