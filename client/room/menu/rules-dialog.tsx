import { createSignal, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { RoomPatch } from '../../../protocol/room.ts'
import { announce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Switch } from '../../ui/switch.tsx'
import { changeRoom } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'

const t = roomToolsTexts.rules

/** Seconds between two messages of one participant that a host can choose. */
const PACES = [0, 10, 30, 60, 300]

/** For hosts: who may speak, how often, and whether files can be sent. Each change has effect at once. */
export function RulesDialog(props: { room: RoomModel; onClose: () => void }) {
  const { state } = props.room
  const slow = () => state.room?.slow ?? 0
  const [chosen, setChosen] = createSignal(slow())
  // Another program may have set one that isn't offered here.
  const paces = [...new Set([...PACES, slow()])].sort((one, other) => one - other)

  async function change(patch: RoomPatch) {
    const { refusal } = await changeRoom(props.room, patch)
    if (refusal) announce(sentenceFor(refusal, roomToolsTexts.refusals), true)
  }
  async function slowDown(seconds: number) {
    setChosen(seconds)
    await change({ slow: seconds })
    setChosen(slow())
  }

  return (
    <Dialog title={t.open} onClose={props.onClose}>
      {(close) => (
        <div class="dialog-form">
          <Switch
            label={t.quiet}
            hint={t.quietHint}
            on={state.room?.quiet ?? false}
            onSwitch={(quiet) => void change({ quiet })}
          />
          <Show when={props.room.door() !== undefined}>
            <Switch
              label={t.files}
              hint={t.filesHint}
              on={state.room?.files ?? false}
              onSwitch={(files) => void change({ files })}
            />
          </Show>
          <RadioGroup
            label={t.slow}
            value={chosen()}
            choices={paces.map((value) => ({ value, label: value === 0 ? t.off : t.seconds(value) }))}
            onChoose={(seconds) => void slowDown(seconds)}
          />
          <button type="button" class="button button-main" onClick={close}>
            {t.done}
          </button>
        </div>
      )}
    </Dialog>
  )
}
