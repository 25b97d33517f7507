import { tabStorage } from '../browser/browser-storage.ts'
import { fromLocalInput } from '../i18n/local-time.ts'
import type { SafeStorage } from '../net/safe-storage.ts'
import { emptyRoomForm, type RoomForm } from './room-form.ts'

const KEY = 'private-chat.plan'

/** A form as it is stored in the tab. */
interface StoredForm {
  form: RoomForm
  /** When it was stored, Unix milliseconds: an end that nobody chose is chosen again. */
  storedAt: number
  /** Whose form it is; empty until that is known. */
  accountId: string
}

/** Stores the form for a new room in this tab, so that another page or a log-in loses nothing except the password. */
export function storeRoomForm(
  { form, storedAt, accountId }: StoredForm,
  storage: SafeStorage = tabStorage,
): void {
  const stored: StoredForm = { form: { ...form, password: '' }, storedAt, accountId }
  storage.writeItem(KEY, JSON.stringify(stored))
}

/**
 * Returns the form as it was left, or an empty one. Times that nobody chose, or that are past by now, are chosen again.
 * @param now Unix milliseconds
 */
export function loadRoomForm(now: number, storage: SafeStorage = tabStorage): RoomForm {
  const empty = emptyRoomForm(now)
  const stored = readStoredForm(storage)
  if (stored === null) return empty
  const form = { ...empty, ...stored.form }
  const times = [form.opensAt, form.closesAt].filter((time) => time !== '')
  const isPast = times.some((time) => (fromLocalInput(time) ?? now) <= now)
  const hasDefaultEnd = form.closesAt === emptyRoomForm(stored.storedAt).closesAt
  if (isPast) return { ...form, opensAt: empty.opensAt, closesAt: empty.closesAt }
  return hasDefaultEnd && form.opensAt === '' ? { ...form, closesAt: empty.closesAt } : form
}

/** Removes the form where it is another account's. Returns whether it was. */
export function clearRoomFormOfOther(accountId: string, storage: SafeStorage = tabStorage): boolean {
  const stored = readStoredForm(storage)
  const isOther = stored !== null && stored.accountId !== '' && stored.accountId !== accountId
  if (isOther) clearRoomForm(storage)
  return isOther
}

/** Removes the form: a person who logs out leaves nothing. */
export function clearRoomForm(storage: SafeStorage = tabStorage): void {
  storage.writeItem(KEY, null)
}

function readStoredForm(storage: SafeStorage): StoredForm | null {
  try {
    return JSON.parse(storage.readItem(KEY) ?? 'null')
  } catch {
    return null
  }
}
