import * as z from 'zod'
import { AdmissionText, Invite, KeysVersion } from './epochs.ts'
import { isDoorClosed } from './is-door-closed.ts'
import { CAPACITY, CENTURY_END, LIFETIME, PASSWORD, ROOM_ID_LENGTH, SLOW_MAX, WAIT_FOR } from './limits.ts'

/** The id of a room, which stands in its address. */
export const RoomId = z
  .string()
  .regex(new RegExp(`^[A-Za-z0-9_-]{${ROOM_ID_LENGTH}}$`))
  .brand<'RoomId'>()
export type RoomId = z.output<typeof RoomId>

/** When a room ends: at one time, or so long after the newest message. */
export const Expiry = z.enum(['fixed', 'sliding'])
export type Expiry = z.infer<typeof Expiry>
/** Whether the server stores texts, or envelopes that it can't open. */
export const Encryption = z.enum(['none', 'e2ee'])
export type Encryption = z.infer<typeof Encryption>
/** Who may destroy a room: anyone with a seat, or its hosts. */
export const DestroyBy = z.enum(['anyone', 'host'])
export type DestroyBy = z.infer<typeof DestroyBy>

/** When a room's life begins: at once, or when a second participant is here. */
export const Starts = z.enum(['now', 'second'])
export type Starts = z.infer<typeof Starts>
/** Whether whoever has the invite link comes in, or waits at the door until a host lets them in. */
export const Door = z.enum(['open', 'knock'])
export type Door = z.infer<typeof Door>
/** What somebody who comes later may read: everything, or what is said from then on. */
export const HistoryRule = z.enum(['all', 'from-join'])
export type HistoryRule = z.infer<typeof HistoryRule>

/** How many seats a room has; null for no limit. */
export const Capacity = z.number().int().min(CAPACITY.min).max(CAPACITY.max).nullable()
/** What joining takes besides the invite link; null for nothing. */
export const RoomPassword = z.string().min(PASSWORD.min).max(PASSWORD.max).nullish()
/** The hash of the secret that joining takes, which follows from the invite link; null for none. */
export const Admission = AdmissionText.nullish()
/** An instant, Unix milliseconds; the end of the century catches nonsense before it is calculated with. */
export const Instant = z.number().int().positive().max(CENTURY_END)

/** What a room is created with where its keys are of version 2, here and in a facilitator's plan. */
export const KeyOptions = {
  keys: KeysVersion.default(1),
  /** Only with `keys: 2`. */
  invite: Invite.optional(),
  /** Only with `keys: 2`. The invite is bound to the room's id: so the page that makes both chooses the id. */
  roomId: RoomId.optional(),
}

/** What a room is created with that decides who comes in and what they see, here and in a facilitator's plan. */
export const DoorOptions = {
  door: Door.default('open'),
  history: HistoryRule.default('all'),
  /** Whether files may be sent. */
  files: z.boolean().default(true),
}

interface KeyFields {
  keys: KeysVersion
  door: Door
  history: HistoryRule
  encryption: Encryption
  admission?: string | null | undefined
  invite?: string | undefined
  roomId?: string | undefined
}

/** Finds the fields that don't go with the version of a room's keys. */
export function checkKeyOptions(options: KeyFields, context: z.core.$RefinementCtx): void {
  const refuse = (field: keyof KeyFields, message: string) =>
    context.issues.push({ code: 'custom', input: options[field], path: [field], message })
  if (options.keys === 1) {
    for (const field of ['invite', 'roomId'] as const)
      if (options[field] !== undefined) refuse(field, 'Only a room with keys: 2 takes this.')
    return
  }
  if (options.encryption !== 'e2ee') refuse('keys', 'Keys of version 2 need encryption: "e2ee".')
  if (!options.admission) refuse('admission', 'A room with keys: 2 needs the hash of its admission secret.')
  if (options.invite !== undefined && isDoorClosed(options))
    refuse('invite', 'Whoever comes waits at the door and gets a wrap: there is no invite.')
}

/** Body of `POST /api/rooms`. All of it is optional. */
export const RoomOptions = z
  .strictObject({
    capacity: Capacity.default(CAPACITY.default),
    /** Seconds that the room lives; with `expiry: "sliding"`, from its newest message on. */
    lifetime: z.number().int().min(LIFETIME.min).max(LIFETIME.max).default(LIFETIME.default),
    expiry: Expiry.default('fixed'),
    password: RoomPassword,
    encryption: Encryption.default('none'),
    admission: Admission,
    /** By default `anyone` in a room for two, and `host` in any other. */
    destroyBy: DestroyBy.optional(),
    starts: Starts.default('now'),
    /** Seconds for which the room waits for a second participant, with `starts: "second"`. */
    waitFor: z.number().int().min(WAIT_FOR.min).max(WAIT_FOR.max).default(WAIT_FOR.default),
    ...DoorOptions,
    ...KeyOptions,
  })
  .superRefine(checkKeyOptions)
  .transform((options) => ({
    ...options,
    destroyBy: options.destroyBy ?? (options.capacity === 2 ? ('anyone' as const) : ('host' as const)),
  }))
export type RoomOptions = z.output<typeof RoomOptions>

/** Body of `PATCH /api/rooms/:id`: any of these. */
export const RoomPatch = z
  .strictObject({
    /** Whether nobody else can come in. */
    locked: z.boolean().optional(),
    /** The new end, Unix milliseconds. */
    closesAt: Instant.optional(),
    door: Door.optional(),
    /** With `door: "open"` in a room whose keys are of version 2: nobody comes in without an invite. */
    invite: Invite.optional(),
    /** Whether files may be sent. */
    files: z.boolean().optional(),
    /** Whether only hosts and facilitators may speak. */
    quiet: z.boolean().optional(),
    /** Seconds between two messages of one participant. */
    slow: z.number().int().min(0).max(SLOW_MAX).optional(),
    /** The `seq` of the message that stands on top; null for none. */
    pinned: z.number().int().min(1).nullish(),
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), {
    message: 'Give at least one field to change.',
  })
export type RoomPatch = z.infer<typeof RoomPatch>

/** The room as anyone with the invite link may see it; times are Unix milliseconds, `lifetime` is in seconds. */
export const Room = z.object({
  roomId: z.string(),
  state: z.enum(['scheduled', 'open', 'closed']),
  /** Null except in a facilitator's room. */
  title: z.string().nullable(),
  /** How many seats it has; null for no limit. */
  capacity: z.number().nullable(),
  /** Participants with a live connection. */
  present: z.number(),
  /** Those who joined, except the facilitator. */
  seats: z.number(),
  passwordRequired: z.boolean(),
  /** Whether joining takes the secret that follows from the invite link. */
  admissionRequired: z.boolean(),
  encryption: Encryption,
  expiry: Expiry,
  /** Seconds. */
  lifetime: z.number(),
  destroyBy: DestroyBy,
  /** Whether nobody else can come in. */
  locked: z.boolean(),
  starts: Starts,
  /** When its life began; null while it waits for a second participant. */
  startedAt: z.number().nullable(),
  door: Door,
  history: HistoryRule,
  /** Whether files may be sent. */
  files: z.boolean(),
  /** Whether only hosts and facilitators may speak. */
  quiet: z.boolean(),
  /** Seconds between two messages of one participant. */
  slow: z.number(),
  /** The `seq` of the message that stands on top. */
  pinned: z.number().nullable(),
  /** The version of the keys of an encrypted room. */
  keys: KeysVersion,
  /** The current epoch. This and the next two only with keys of version 2. */
  epoch: z.number().optional(),
  /** Whether there is an invite link. */
  invitable: z.boolean().optional(),
  /** Whether somebody was removed since the last rotation. */
  rotationDue: z.boolean().optional(),
  createdAt: z.number(),
  opensAt: z.number(),
  /** When it ends; while it waits for a second participant, when the waiting does. */
  expiresAt: z.number(),
  /** The time by the server's clock. */
  serverTime: z.number(),
  /** Where everything that is stored of it is kept, where the deployment has chosen that: the European Union. */
  jurisdiction: z.enum(['eu']).optional(),
  /** Of a facilitator's room only: when it closes. */
  closesAt: z.number().optional(),
  /** Of a facilitator's room only: for how many seconds from then on its facilitator can read it. */
  retainFor: z.number().optional(),
})
export type Room = z.infer<typeof Room>
