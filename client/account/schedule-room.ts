import { ok } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { KeyStore } from '../browser/key-store.ts'
import { readOwnName } from '../browser/own-name.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import type { KeysNotKept } from '../room/keys/make-first-epoch.ts'
import { type PlannedRoom, planRotatingRoom } from './plan-rotating-room.ts'

/** A room that was planned. */
interface ScheduledRoom {
  room: AccountRoom
  /** Where it is encrypted. */
  rotating: Pick<PlannedRoom, 'link' | 'isKept'> | null
}

/**
 * Schedules a room. For one that its server can't read the keys are made here.
 * @param store where this browser keeps the keys of rooms whose keys rotate
 */
export async function scheduleRoom(
  api: AccountApi,
  plan: Plan,
  store: KeyStore,
): Promise<Reply<ScheduledRoom> | KeysNotKept> {
  if (plan.encryption === 'e2ee') {
    const planned = await planRotatingRoom(plan, { api, store, name: readOwnName() })
    return planned.ok ? ok({ room: planned.value.room, rotating: planned.value }) : planned
  }
  const reply = await api.scheduleRoom(plan)
  return reply.ok ? ok({ room: reply.value, rotating: null }) : reply
}
