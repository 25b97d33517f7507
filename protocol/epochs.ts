import * as z from 'zod'
import { Cursor } from './cursor.ts'
import {
  CARD_MAX,
  EPOCHS_MAX,
  INVITE_MAX,
  PARTICIPANT_ID_LENGTH,
  ROTATION_SEATS_MAX,
  WRAP_MAX,
} from './key-limits.ts'

/**
 * Version of the keys of an encrypted room, for good: 1 where one link key opens everything, 2 where each epoch has a key.
 * docs/protocol.md describes both.
 */
export const KeysVersion = z.union([z.literal(1), z.literal(2)])
export type KeysVersion = z.infer<typeof KeysVersion>

/** The hash by which a room recognises the admission secret of its invite link. */
export const AdmissionText = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'Use the base64url SHA-256 of the admission secret (43 characters).')

/** The id that a participant's page derives from its public key, in a room of version 2. */
export const ChosenParticipantId = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z0-9_-]{${PARTICIPANT_ID_LENGTH}}$`),
    `Use the first ${PARTICIPANT_ID_LENGTH} characters of the hash of your public key.`,
  )
  .brand<'ParticipantId'>()

/** A participant's card: name and public key, encrypted. The server can't read it. */
export const Card = z.string().min(1).max(CARD_MAX)

/** The room key of an epoch, encrypted with the invite link. The server can't read it. */
export const Invite = z.string().min(1).max(INVITE_MAX)

/** The room key of the next epoch, encrypted for one participant. The server can't read it. */
export const Wrap = z.string().min(1).max(WRAP_MAX)

/** A participant's public key, from which their id follows. */
export const PublicKey = z.string().min(1).max(128)

/** Body of `POST /api/rooms/:id/epochs`. */
export const EpochRequest = z.strictObject({
  /** The next epoch; the current one where there are more seats than keys rotate for. */
  epoch: z
    .number()
    .int()
    .min(1)
    .max(EPOCHS_MAX + 1),
  /** Null closes the invite link: nobody else can join. */
  admission: AdmissionText.nullable(),
  invite: Invite.nullable(),
  /** What proves the password of the new invite link. Null takes the password away. */
  password: z.string().min(1).max(128).nullish(),
  /** One for each seat that is left. Null where its participant is not given the key. */
  wraps: z.record(ChosenParticipantId, Wrap.nullable()),
  /** Cards encrypted with the new key, for participants who are away. */
  cards: z.record(ChosenParticipantId, Card).optional(),
  /** The current room key, encrypted with the next. */
  back: z.string().min(1).max(WRAP_MAX).optional(),
  /** What pages compare, to notice that two of them were given different keys. */
  check: z.string().min(1).max(128),
  /** The public key of who rotates: somebody who was away may come back when that one is gone. */
  key: PublicKey.optional(),
  /** Participants who lose their seats with the same step. */
  remove: z.array(ChosenParticipantId).max(ROTATION_SEATS_MAX).optional(),
})
export type EpochRequest = z.infer<typeof EpochRequest>

/** Query of `GET /api/rooms/:id/epochs`. */
export const EpochsQuery = z.object({ after: Cursor.default(0) })

/** An epoch as one participant is given it. */
export const Epoch = z.object({
  epoch: z.number(),
  /** Who rotated the keys; to a newcomer whom somebody let in during that epoch, who did that. */
  by: z.string(),
  /** When, Unix milliseconds. */
  at: z.number(),
  /** Null where this participant was not given the key, or had no seat yet. */
  wrap: z.string().nullable(),
  back: z.string().nullable(),
  /** Null in the first epoch, which no rotation began. */
  check: z.string().nullable(),
  /** The public key of `by`; null where they sent none. Their id follows from it. */
  key: z.string().nullable(),
})
export type Epoch = z.infer<typeof Epoch>

/** The answer to `GET /api/rooms/:id/epochs`: the oldest above `after`, as many as one answer holds. */
export const EpochList = z.object({ epochs: z.array(Epoch) })
export type EpochList = z.infer<typeof EpochList>
