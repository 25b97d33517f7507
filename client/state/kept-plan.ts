import type { Drawer } from '../net/outbox-store.ts'
import { type DraftRoom, newDraft } from './draft-room.ts'
import { fromLocalInput } from './local-time.ts'
import { tabDrawer } from './tab-drawer.ts'

const KEY = 'private-chat.plan'

/** Keeps what the form for a new room holds in this tab, so that another page or a log-in loses nothing; but no password. */
export function keepPlan(draft: DraftRoom, drawer: Drawer | undefined = tabDrawer()): void {
  try {
    drawer?.setItem(KEY, JSON.stringify({ ...draft, password: '' }))
  } catch {
    // Full or forbidden: the page still holds it.
  }
}

/** The form as it was left, or an empty one. Times that have passed meanwhile are chosen anew. */
export function recallPlan(now: number, drawer: Drawer | undefined = tabDrawer()): DraftRoom {
  const empty = newDraft(now)
  try {
    const kept: Partial<DraftRoom> = JSON.parse(drawer?.getItem(KEY) ?? '{}')
    const draft = { ...empty, ...kept }
    const isPast = (fromLocalInput(draft.closesAt) ?? now) <= now
    return isPast ? { ...draft, opensAt: empty.opensAt, closesAt: empty.closesAt } : draft
  } catch {
    return empty
  }
}

/** Forgets it: whoever logs out leaves nothing. */
export function forgetPlan(drawer: Drawer | undefined = tabDrawer()): void {
  try {
    drawer?.removeItem(KEY)
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
