import { takenBackTexts } from '#i18n/taken-back.ts'
import { uiTexts } from '#i18n/ui.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { sayName } from '../shown-names.tsx'
import { sendTakeBack } from './text-changes.ts'

const t = takenBackTexts.ask

/** For hosts: asks before another's message is taken back. */
export function TakeBackDialog(props: { room: RoomModel; message: RoomMessage; onClose: () => void }) {
  const name = () => sayName({ ...props.message, name: props.message.sender })
  return (
    <ConfirmDialog
      title={t.title}
      text={t.text(name())}
      confirmLabel={t.confirm}
      cancelLabel={uiTexts.cancel}
      onConfirm={() => sendTakeBack(props.room, props.message.seq)}
      // The button that opened it went with the message. A touch does not get the keyboard of a phone.
      onDone={() => matchMedia('(pointer: fine)').matches && document.querySelector('textarea')?.focus()}
      onClose={props.onClose}
    />
  )
}
