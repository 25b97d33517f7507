import { Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { formatInstantInZone } from '../i18n/local-time.ts'
import { announce } from '../ui/announcer.tsx'
import type { Dashboard } from './create-dashboard.ts'
import { EditDialog } from './edit-dialog.tsx'
import { PasswordConfirmDialog } from './password-confirm-dialog.tsx'

const { ask, done, failed, messages } = accountRoomsTexts

/**
 * The dialog about one room. It stands apart from the list: there a room may move from one state to the next while it
 * is open, and what is typed must not go with it.
 */
export function RoomActionDialog(props: {
  dashboard: Dashboard
  what: 'edit' | 'end' | 'remove'
  room: AccountRoom
  onClose: () => void
  /** The room is not where it was: the focus needs another place. */
  onMoved: () => void
}) {
  const { room } = props
  const kept = () => {
    const now = props.dashboard.now()
    return ask.until(formatInstantInZone(now + room.retainFor * 1_000, now))
  }
  function moved(text: string) {
    props.onMoved()
    announce(text, true)
  }
  return (
    <>
      <Show when={props.what === 'edit'}>
        <EditDialog dashboard={props.dashboard} room={room} onClose={props.onClose} />
      </Show>
      <Show when={props.what === 'end'}>
        <PasswordConfirmDialog
          title={ask.end(room.title)}
          text={room.retainFor === 0 ? ask.endTextGone : ask.endText(kept())}
          yes={ask.endYes}
          no={ask.no}
          codes={failed}
          onYes={() => props.dashboard.end(room)}
          onDone={() => moved(done.ended(room.title))}
          onClose={props.onClose}
        />
      </Show>
      <Show when={props.what === 'remove'}>
        <PasswordConfirmDialog
          title={ask.remove(room.title)}
          text={ask.removeText(messages(room.messages))}
          yes={ask.removeYes}
          no={ask.no}
          codes={failed}
          onYes={() => props.dashboard.remove(room.roomId)}
          onDone={() => moved(done.removed(room.title))}
          onClose={props.onClose}
        />
      </Show>
    </>
  )
}
