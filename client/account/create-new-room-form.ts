import { createEffect, createSignal, untrack } from 'solid-js'
import type { Dashboard } from './create-dashboard.ts'
import { emptyRoomForm, type RoomForm } from './room-form.ts'
import { clearRoomFormOfOther, loadRoomForm, storeRoomForm } from './stored-room-form.ts'

export type NewRoomFormState = ReturnType<typeof createNewRoomForm>

/**
 * What the form for a new room holds: what was left in this tab, and what is typed from then on.
 * @returns the form, and a function that changes some of its fields
 */
export function createNewRoomForm({
  accountId,
  now,
  clockSkew,
}: Pick<Dashboard, 'accountId' | 'now' | 'clockSkew'>) {
  const first = loadRoomForm(Date.now())
  const [form, setForm] = createSignal(first)
  createEffect(() => {
    if (accountId() !== '' && clearRoomFormOfOther(accountId())) setForm(emptyRoomForm(now()))
  })
  // An end that nobody chose is an hour from now by the right clock, once that is known.
  createEffect(() => {
    const { opensAt, closesAt } = untrack(form)
    if (clockSkew() !== 0 && opensAt === '' && closesAt === first.closesAt)
      setForm((before) => ({ ...before, closesAt: emptyRoomForm(now()).closesAt }))
  })
  function changeForm(change: Partial<RoomForm>) {
    const changed = setForm((before) => ({ ...before, ...change }))
    storeRoomForm({ form: changed, storedAt: Date.now(), accountId: untrack(accountId) })
  }
  return [form, changeForm] as const
}
