import type { ParticipantId } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { KeyStore } from '../browser/key-store.ts'
import type { EpochLink } from '../crypto/epoch-link.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { endOfKeys } from '../room/keys/end-of-keys.ts'
import { type KeysNotKept, makeFirstEpoch } from '../room/keys/make-first-epoch.ts'
import { makeOwnCard } from '../room/keys/member-cards.ts'

/** A room that was planned, and what this browser has of it. */
export interface PlannedRoom {
  room: AccountRoom
  link: EpochLink
  /** Whether this browser keeps the keys; otherwise they are there as long as the page is, in the link. */
  isKept: boolean
}

interface PlanOptions {
  api: Pick<AccountApi, 'scheduleRoom' | 'changeRoom'>
  store: KeyStore
  /** What the facilitator is called; empty where this browser knows no name. */
  name: string
}

/**
 * Schedules a room whose keys rotate. This browser makes the first key and its own pair, keeps both, and sends its card after
 * the plan: so every rotation wraps the next key for it before it ever comes, and the transcript opens here.
 */
export async function planRotatingRoom(
  { password, ...plan }: Plan,
  { api, store, name }: PlanOptions,
): Promise<Reply<PlannedRoom> | KeysNotKept> {
  const first = await makeFirstEpoch(store, password, plan, plan.closesAt)
  if (!first.ok) return first
  const { keys, link, fields } = first.value
  const planned = await api.scheduleRoom({ ...plan, ...fields })
  if (planned.refusal) {
    await keys.forget()
    return planned
  }
  keys.recordEnd(endOfKeys(planned.value, 'facilitator'))
  await keys.save()
  // Where this is lost, the seat is made when this browser joins. Until then nothing is wrapped for it.
  const { participantId, keeps } = keys
  const card = await makeOwnCard(keys, name || null)
  const seated = await api.changeRoom(fields.roomId, { participantId: participantId as ParticipantId, card })
  return ok({ room: seated.value ?? planned.value, link, isKept: keeps })
}
