import { Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { formatInstantInZone } from '../i18n/local-time.ts'
import { announce } from '../ui/announcer.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import type { Dashboard } from './create-dashboard.ts'
import { EditDialog } from './edit-dialog.tsx'

const { confirm, done, refusals } = accountRoomsTexts

/**
 * The dialog for an action on one room. It is apart from the list, in which a room may move from one state to the next while
 * the dialog is open: what is typed must not go with it.
 */
export function RoomActionDialog(props: {
  dashboard: Dashboard
  action: 'edit' | 'end' | 'remove'
  room: AccountRoom
  onClose: () => void
  /** The room moved in the list or left it: the focus needs another place. */
  onMoved: () => void
}) {
  const { room } = props
  const kept = () => {
    const now = props.dashboard.now()
    return formatInstantInZone(now + room.retainFor * 1_000, now)
  }
  function announceMoved(text: string) {
    props.onMoved()
    announce(text, true)
  }
  return (
    <>
      <Show when={props.action === 'edit'}>
        <EditDialog dashboard={props.dashboard} room={room} onClose={props.onClose} />
      </Show>
      <Show when={props.action === 'end'}>
        <ConfirmDialog
          title={confirm.end(room.title)}
          text={room.retainFor === 0 ? confirm.endTextGone : confirm.endText(kept())}
          confirmLabel={confirm.endLabel}
          cancelLabel={confirm.cancelLabel}
          sentences={refusals}
          onConfirm={() => props.dashboard.closeRoom(room)}
          onDone={() => announceMoved(done.ended(room.title))}
          onClose={props.onClose}
        />
      </Show>
      <Show when={props.action === 'remove'}>
        <ConfirmDialog
          title={confirm.remove(room.title)}
          text={confirm.removeText(room.messages)}
          confirmLabel={confirm.removeLabel}
          cancelLabel={confirm.cancelLabel}
          sentences={refusals}
          onConfirm={() => props.dashboard.deleteRoom(room.roomId)}
          onDone={() => announceMoved(done.removed(room.title))}
          onClose={props.onClose}
        />
      </Show>
    </>
  )
}
