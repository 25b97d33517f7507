import type { KeysVersion } from '../../protocol/epochs.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { KeyStore } from '../browser/key-store.ts'
import { readOwnName } from '../browser/own-name.ts'
import { deriveAdmissionSecret, hashAdmissionSecret } from '../crypto/admission.ts'
import { type LinkKey, makeLinkKey } from '../crypto/link-key.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { type PlannedRoom, planRotatingRoom } from './plan-rotating-room.ts'

/** The version of the keys of encrypted rooms that are planned here. */
const PLANNED_KEYS: KeysVersion = 2

/** A room that was planned, and the key of its invite link. */
interface ScheduledRoom {
  room: AccountRoom
  /** Where keys are of version 1. */
  linkKey: LinkKey | null
  /** Where keys rotate. */
  rotating: Pick<PlannedRoom, 'link' | 'isKept'> | null
}

/**
 * Schedules a room. For one that its server can't read a link key is made here, and only the hash of the secret that
 * proves it is sent.
 * @param store where this browser keeps the keys of rooms whose keys rotate
 * @returns the room, and the key that its invite link ends with, where there is one
 */
export async function scheduleRoom(
  api: AccountApi,
  plan: Plan,
  store: KeyStore,
): Promise<Reply<ScheduledRoom>> {
  if (plan.encryption === 'e2ee' && PLANNED_KEYS === 2) {
    const planned = await planRotatingRoom(plan, { api, store, name: readOwnName() })
    return planned.ok ? ok({ room: planned.value.room, linkKey: null, rotating: planned.value }) : planned
  }
  let linkKey: LinkKey | null = null
  let admission: string | undefined
  if (plan.encryption === 'e2ee') {
    try {
      linkKey = makeLinkKey()
      admission = await hashAdmissionSecret(await deriveAdmissionSecret(linkKey))
    } catch {
      // A browser has no cryptography for a page that came over plain http.
      return refused('internal')
    }
  }
  const reply = await api.scheduleRoom({ ...plan, admission })
  return reply.ok ? ok({ room: reply.value, linkKey, rotating: null }) : reply
}
