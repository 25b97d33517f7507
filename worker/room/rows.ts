import type { RoomOptions } from '../../protocol/room.ts'
import type { Schedule } from '../../protocol/schedule.ts'
import { hashPassword } from '../secrets/password.ts'
import { hashSecret, makeSecret } from '../secrets/token.ts'
import type { RoomRow } from './store.ts'

/** The row of a room that a stranger makes. @param hostToken the hash of its host's token */
export function openRow(roomId: string, options: RoomOptions, hostToken: string, now: number): RoomRow {
  const { password, admission, capacity, lifetime, expiry, encryption, destroyBy } = options
  return {
    ...{ roomId, capacity, lifetime, expiry, encryption, destroyBy, hostToken },
    password: password ? hashPassword(password) : null,
    admission: admission ?? null,
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
    admission: plan.admission ?? null,
    destroyBy: plan.destroyBy,
    // Nobody is its host: the secret is forgotten here.
    hostToken: hashSecret(makeSecret()),
    locked: false,
    createdAt: now,
    endsAt: plan.closesAt,
    endsSetAt: now,
    ended: null,
    schedule: { accountId, title: plan.title, opensAt, retainFor: plan.retainFor },
  }
}
