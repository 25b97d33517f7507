import { createSignal } from 'solid-js'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { roomsWords } from '../i18n/en/account-rooms.ts'
import { announce } from '../ui/announcer.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import type { Dashboard } from './create-dashboard.ts'
import { RoomFields } from './room-fields.tsx'
import { findFormErrors, patchOf, type RoomForm, toRoomForm } from './room-form.ts'

const say = roomsWords.form

/** Changes a room that is there. What is changed in a running one reaches everybody in it at once. */
export function EditDialog(props: { dashboard: Dashboard; room: AccountRoom; onClose: () => void }) {
  // As it was when it was opened: what others change meanwhile is not undone by what was not touched here.
  const was = toRoomForm(props.room)
  const opened = props.room
  const [draft, setDraft] = createSignal<RoomForm>(was)
  const { busy, wait, wrongs, setWrongs, retyped, failure, send } = createFormSubmission({
    fields: {},
    beside: { 'title-taken': 'title' },
    codes: roomsWords.failed,
  })

  function change(change: Partial<RoomForm>) {
    if ('title' in change) retyped('title')
    setDraft((now) => ({ ...now, ...change }))
  }

  async function save(form: HTMLFormElement, close: () => void) {
    const wrong = Object.entries(findFormErrors(draft(), props.dashboard.now(), was))
    if (wrong.length > 0) {
      setWrongs(Object.fromEntries(wrong.map(([field, name]) => [field, say.wrong[name ?? '']])))
      return focusWrong(form)
    }
    const patch = patchOf(draft(), was)
    if (Object.keys(patch).length === 0) return close()
    const done = await send(() => props.dashboard.change(opened.roomId, patch))
    if (!done) return focusWrong(form)
    close()
    announce(roomsWords.done.changed(done.value.title), true)
  }

  return (
    <Dialog title={say.editTitle} class="edit" onClose={props.onClose}>
      {(close) => (
        <DialogForm
          yes={say.save}
          no={say.cancel}
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
