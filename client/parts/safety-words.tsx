import { createSignal, Show } from 'solid-js'
import type { RoomModel } from '../state/room-model.ts'
import { toolWords } from '../words/en/room-tools.ts'

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
