import type { AccountId } from '../../../protocol/account.ts'
import type { RoomId, RoomOptions } from '../../../protocol/room.ts'
import type { Schedule } from '../../../protocol/schedule.ts'
import { hashPassword } from '../../secrets/password.ts'
import { claimHash, type HostTokenHash, hashSecret, makeSecret } from '../../secrets/secret.ts'
import type { KeysRow, RoomRow } from '../storage/rows.ts'

/**
 * @returns the row of a room that somebody without an account makes, and which opens at once; `now` in Unix milliseconds
 */
export function makeOpenRoomRow(
  roomId: RoomId,
  options: RoomOptions,
  hostTokenHash: HostTokenHash,
  now: number,
): RoomRow {
  const { password, admission, capacity, lifetime, expiry, encryption, destroyBy, starts } = options
  const isWaiting = starts === 'second'
  return {
    roomId,
    capacity,
    lifetime,
    expiry,
    encryption,
    destroyBy,
    hostTokenHash,
    isHostTokenVoid: false,
    passwordHash: password ? hashPassword(password) : null,
    admissionHash: admission ? claimHash(admission) : null,
    locked: false,
    starts,
    startedAt: isWaiting ? null : now,
    ...makeDoorColumns(options),
    createdAt: now,
    endsAt: now + (isWaiting ? options.waitFor : lifetime) * 1000,
    endsSetAt: now,
    ended: null,
    schedule: null,
    keys: makeKeysRow(options),
  }
}

/** @returns the row of a room that a facilitator plans; `now` in Unix milliseconds */
export function makePlannedRoomRow(
  roomId: RoomId,
  accountId: AccountId,
  plan: Schedule,
  now: number,
): RoomRow {
  const opensAt = plan.opensAt ?? now
  return {
    roomId,
    capacity: plan.capacity,
    lifetime: Math.ceil((plan.closesAt - opensAt) / 1000),
    expiry: 'fixed',
    passwordHash: plan.password ? hashPassword(plan.password) : null,
    encryption: plan.encryption,
    admissionHash: plan.admission ? claimHash(plan.admission) : null,
    destroyBy: plan.destroyBy,
    // The room has no host: nobody ever learns this secret.
    hostTokenHash: hashSecret(makeSecret<'host'>()),
    isHostTokenVoid: false,
    locked: false,
    starts: 'now',
    startedAt: opensAt,
    ...makeDoorColumns(plan),
    createdAt: now,
    endsAt: plan.closesAt,
    endsSetAt: now,
    ended: null,
    schedule: { accountId, title: plan.title, opensAt, retainFor: plan.retainFor },
    keys: makeKeysRow(plan),
  }
}

/** @returns what decides who comes in and what they see; nobody has changed anything yet */
function makeDoorColumns({ door, history, files }: Pick<RoomOptions, 'door' | 'history' | 'files'>) {
  return { door, history, files, quiet: false, slow: 0, pinned: null }
}

/** @returns the first epoch of a room whose keys are of version 2, otherwise null */
function makeKeysRow({ keys, invite }: Pick<RoomOptions, 'keys' | 'invite'>): KeysRow | null {
  return keys === 2 ? { epoch: 1, invite: invite ?? null, rotationDue: false } : null
}
