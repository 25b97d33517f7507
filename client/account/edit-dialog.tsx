import { createSignal } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { uiTexts } from '#i18n/ui.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { announce } from '../ui/announcer.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import type { Dashboard } from './create-dashboard.ts'
import { createRoomSubmission, errorTexts, RoomFields } from './room-fields.tsx'
import { findFormErrors, type RoomForm, toPatch, toRoomForm } from './room-form.ts'

const t = accountRoomsTexts.form

/** Changes a room. A change to an open one reaches everybody in it at once. */
export function EditDialog(props: { dashboard: Dashboard; room: AccountRoom; onClose: () => void }) {
  // Only what differs from the form as it was opened is sent: what somebody else changes meanwhile stays.
  const was = toRoomForm(props.room)
  const opened = props.room
  const [draft, setDraft] = createSignal<RoomForm>(was)
  const submission = createRoomSubmission()

  function change(change: Partial<RoomForm>) {
    if ('title' in change) submission.clearError('title')
    setDraft((now) => ({ ...now, ...change }))
  }

  async function save(form: HTMLFormElement, close: () => void) {
    const found = errorTexts(findFormErrors(draft(), props.dashboard.now(), was))
    const patch = toPatch(draft(), was)
    if (Object.keys(found).length === 0 && Object.keys(patch).length === 0) return close()
    const call = () => props.dashboard.changeRoom(opened, patch)
    const done = await submission.submit(call, { form, found })
    if (!done) return
    close()
    announce(accountRoomsTexts.done.changed(done.value.title), true)
  }

  return (
    <Dialog title={t.editTitle} class="edit" onClose={props.onClose}>
      {(close) => (
        <DialogForm
          submitLabel={t.save}
          cancelLabel={uiTexts.cancel}
          tone="button-main"
          submission={submission}
          onSubmit={(form) => void save(form, close)}
          onCancel={close}
        >
          <RoomFields
            form={draft()}
            set={change}
            errors={submission.errors()}
            room={opened}
            dashboard={props.dashboard}
          />
        </DialogForm>
      )}
    </Dialog>
  )
}
