import { createSignal, Show } from 'solid-js'
import { toolWords } from '../../i18n/en/room-tools.ts'
import type { RoomModel } from '../room-model.ts'

const say = toolWords.safety

/** Five words to read to one another: the same ones mean the same link. They cost a moment, so they come when asked for. */
export function SafetyWords(props: { room: RoomModel }) {
  const [shown, setShown] = createSignal('')
  async function show() {
    setShown(say.busy)
    setShown(
      await props.room.safetyWords().then(
        (words) => words.join(' · '),
        () => say.failed,
      ),
    )
  }
  return (
    <div class="safety">
      <p class="menu-words">{say.text}</p>
      <Show
        when={shown()}
        fallback={
          <button type="button" class="button button-line menu-wide" onClick={show}>
            {say.show}
          </button>
        }
      >
        <p class="safety-words" role="status">
          {shown()}
        </p>
      </Show>
    </div>
  )
}
