import { tabStorage } from '../browser/session-storage.ts'
import { fromLocalInput } from '../i18n/local-time.ts'
import type { StorageLike } from '../net/outbox-store.ts'
import { emptyRoomForm, type RoomForm } from './room-form.ts'

const KEY = 'private-chat.plan'

interface Kept {
  draft: RoomForm
  /** When it was kept, Unix milliseconds: an end that nobody chose is chosen anew. */
  since: number
  /** Whose it is; empty until that is known. */
  accountId: string
}

/** Keeps what the form for a new room holds in this tab, so that another page or a log-in loses nothing; but no password. */
export function keepPlan(
  draft: RoomForm,
  accountId: string,
  now: number,
  drawer: StorageLike | undefined = tabStorage(),
): void {
  const kept: Kept = { draft: { ...draft, password: '' }, since: now, accountId }
  try {
    drawer?.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Full or forbidden: the page still holds it.
  }
}

/** The form as it was left, or an empty one. Times are chosen anew that nobody chose, or that have passed meanwhile. */
export function recallPlan(now: number, drawer: StorageLike | undefined = tabStorage()): RoomForm {
  const empty = emptyRoomForm(now)
  const kept = recall(drawer)
  if (kept === null) return empty
  const draft = { ...empty, ...kept.draft }
  const times = [draft.opensAt, draft.closesAt].filter((time) => time !== '')
  const isPast = times.some((time) => (fromLocalInput(time) ?? now) <= now)
  const isDefault = draft.closesAt === emptyRoomForm(kept.since).closesAt
  if (isPast) return { ...draft, opensAt: empty.opensAt, closesAt: empty.closesAt }
  return isDefault && draft.opensAt === '' ? { ...draft, closesAt: empty.closesAt } : draft
}

/** Forgets it where it is somebody else's. Gives whether it was. */
export function forgetPlanOfOther(
  accountId: string,
  drawer: StorageLike | undefined = tabStorage(),
): boolean {
  const kept = recall(drawer)
  const isOther = kept !== null && kept.accountId !== '' && kept.accountId !== accountId
  if (isOther) forgetPlan(drawer)
  return isOther
}

/** Forgets it: whoever logs out leaves nothing. */
export function forgetPlan(drawer: StorageLike | undefined = tabStorage()): void {
  try {
    drawer?.removeItem(KEY)
  } catch {
    // Forbidden: then nothing was kept either.
  }
}

function recall(drawer: StorageLike | undefined): Kept | null {
  try {
    return JSON.parse(drawer?.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}
