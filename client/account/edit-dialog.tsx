import { createSignal } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { announce } from '../ui/announcer.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import type { Dashboard } from './create-dashboard.ts'
import { RoomFields } from './room-fields.tsx'
import { findFormErrors, patchOf, type RoomForm, toRoomForm } from './room-form.ts'

const t = accountRoomsTexts.form

/** Changes a room that is there. What is changed in a running one reaches everybody in it at once. */
export function EditDialog(props: { dashboard: Dashboard; room: AccountRoom; onClose: () => void }) {
  // As it was when it was opened: what others change meanwhile is not undone by what was not touched here.
  const was = toRoomForm(props.room)
  const opened = props.room
  const [draft, setDraft] = createSignal<RoomForm>(was)
  const { busy, wait, wrongs, setWrongs, retyped, failure, send } = createFormSubmission({
    fields: {},
    beside: { 'title-taken': 'title' },
    codes: accountRoomsTexts.failed,
  })

  function change(change: Partial<RoomForm>) {
    if ('title' in change) retyped('title')
    setDraft((now) => ({ ...now, ...change }))
  }

  async function save(form: HTMLFormElement, close: () => void) {
    const wrong = Object.entries(findFormErrors(draft(), props.dashboard.now(), was))
    if (wrong.length > 0) {
      setWrongs(Object.fromEntries(wrong.map(([field, name]) => [field, t.wrong[name ?? '']])))
      return focusWrong(form)
    }
    const patch = patchOf(draft(), was)
    if (Object.keys(patch).length === 0) return close()
    const done = await send(() => props.dashboard.change(opened.roomId, patch))
    if (!done) return focusWrong(form)
    close()
    announce(accountRoomsTexts.done.changed(done.value.title), true)
  }

  return (
    <Dialog title={t.editTitle} class="edit" onClose={props.onClose}>
      {(close) => (
        <DialogForm
          yes={t.save}
          no={t.cancel}
          tone="button-main"
          busy={busy()}
          wait={wait()}
          failure={failure()}
          onSend={(form) => void save(form, close)}
          onCancel={close}
        >
          <RoomFields
            draft={draft()}
            set={change}
            wrongs={wrongs()}
            room={opened}
            dashboard={props.dashboard}
          />
        </DialogForm>
      )}
    </Dialog>
  )
}
