import { For, Show } from 'solid-js'
import { disappearingTexts } from '#i18n/disappearing.ts'
import { Icon } from '../../ui/icon.tsx'
import type { RoomModel } from '../room-model.ts'
import { CLOCK } from './clock-icon.ts'

const t = disappearingTexts

/** Above the message box: what was chosen for the next messages, and a way to take it away. */
export function ChosenTimes(props: { room: RoomModel; onFocus: () => void }) {
  function takeAway(field: 'expires' | 'burn') {
    const rest = { ...props.room.times(), [field]: undefined }
    props.room.chooseTimes(rest.expires || rest.burn ? rest : null)
    props.onFocus()
  }

  return (
    <p class="chosen-times">
      <For each={['expires', 'burn'] as const}>
        {(field) => (
          <Show when={props.room.times()?.[field]}>
            {(seconds) => (
              <span class="chosen-time">
                <Icon path={CLOCK} size={14} />
                {t.chosen[field](seconds())}
                <button
                  type="button"
                  class="button button-quiet button-icon"
                  aria-label={t.remove[field]}
                  title={t.remove[field]}
                  onClick={() => takeAway(field)}
                >
                  <Icon path="M6 6l12 12M18 6L6 18" size={16} />
                </button>
              </span>
            )}
          </Show>
        )}
      </For>
    </p>
  )
}
