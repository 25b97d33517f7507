import type { Role } from '../../../protocol/participant.ts'
import type { DestroyBy, Encryption, Expiry, RoomOptions } from '../../../protocol/room.ts'
import type { EndReason } from '../../../protocol/room-events.ts'
import type { Schedule } from '../../../protocol/schedule.ts'
import { hashPassword, type PasswordHash } from '../../secrets/password.ts'
import {
  type AdmissionHash,
  claimHash,
  type HostTokenHash,
  hashSecret,
  makeSecret,
} from '../../secrets/secret.ts'

/** What a facilitator's room has and a stranger's has not. */
export interface ScheduleRow {
  accountId: string
  title: string
  opensAt: number
  /** Seconds. */
  retainFor: number
}

/** The room's own row; times in Unix milliseconds, `lifetime` in seconds, secrets as hashes. */
export interface RoomRow {
  roomId: string
  capacity: number | null
  lifetime: number
  expiry: Expiry
  password: PasswordHash | null
  encryption: Encryption
  admission: AdmissionHash | null
  destroyBy: DestroyBy
  hostToken: HostTokenHash
  locked: boolean
  createdAt: number
  endsAt: number
  endsSetAt: number
  /** Set in the moment of ending, so that a crash before everything is deleted can't bring the room back. */
  ended: EndReason | null
  schedule: ScheduleRow | null
}

/** A participant's row. */
export interface ParticipantRow {
  /** The row's number, in the order of joining. */
  n: number
  participantId: string
  alias: string
  role: Role
  /** Hash of the token's secret; of a facilitator, who has one on each device, those of all, with a space between. */
  token: string
  spoke: boolean
  /** Whether it has spoken under the alias it has. */
  spokeAs: boolean
  /** When the last connection closed, or when it joined; null while connected. */
  idleSince: number | null
  /** Whether it closed by its own side, and was not cut. */
  hasClosed: boolean
  removed: boolean
  /** The relay it sits at; null at the room itself. */
  relay: string | null
}

/** A row as SQLite gives it: it knows no booleans. */
export type Columns<Row> = { [Key in keyof Row]: Row[Key] extends boolean ? number : Row[Key] }

/** The row of a room that a stranger makes. @param hostToken the hash of its host's token */
export function openRow(
  roomId: string,
  options: RoomOptions,
  hostToken: HostTokenHash,
  now: number,
): RoomRow {
  const { password, admission, capacity, lifetime, expiry, encryption, destroyBy } = options
  return {
    ...{ roomId, capacity, lifetime, expiry, encryption, destroyBy, hostToken },
    password: password ? hashPassword(password) : null,
    admission: admission ? claimHash(admission) : null,
    locked: false,
    createdAt: now,
    endsAt: now + lifetime * 1000,
    endsSetAt: now,
    ended: null,
    schedule: null,
  }
}

/** The row of a room that a facilitator plans. */
export function scheduledRow(roomId: string, accountId: string, plan: Schedule, now: number): RoomRow {
  const opensAt = plan.opensAt ?? now
  return {
    roomId,
    capacity: plan.capacity,
    lifetime: Math.ceil((plan.closesAt - opensAt) / 1000),
    expiry: 'fixed',
    password: plan.password ? hashPassword(plan.password) : null,
    encryption: plan.encryption,
    admission: plan.admission ? claimHash(plan.admission) : null,
    destroyBy: plan.destroyBy,
    // Nobody is its host: the secret is forgotten here.
    hostToken: hashSecret(makeSecret<'host'>()),
    locked: false,
    createdAt: now,
    endsAt: plan.closesAt,
    endsSetAt: now,
    ended: null,
    schedule: { accountId, title: plan.title, opensAt, retainFor: plan.retainFor },
  }
}
