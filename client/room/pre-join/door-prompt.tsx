import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { doorPromptTexts } from '#i18n/door-prompt.ts'
import { preJoinTexts } from '#i18n/pre-join.ts'
import { isDoorClosed } from '../../../protocol/is-door-closed.ts'
import type { Room } from '../../../protocol/room.ts'
import { makeVisitorApi } from '../../net/visitor-api.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import type { RoomModel } from '../room-model.ts'
import { createLost } from './create-lost.ts'

const t = doorPromptTexts

/** Milliseconds between two looks at the room: no event tells who waits how it is. */
const LOOK_EVERY = 20_000

/** Waits at the door with somebody who has knocked. They go in by their connection; this says how things stand. */
export function DoorPrompt(props: { room: RoomModel; knocked: Room }) {
  const api = makeVisitorApi()
  const [room, setRoom] = createSignal(props.knocked)
  const isLost = createLost(() => props.room.connectionStatus())

  async function look() {
    if (document.hidden) return
    const { value } = await api.fetchRoom(props.knocked.roomId)
    if (value) setRoom(value)
  }
  const timer = setInterval(() => void look(), LOOK_EVERY)
  const seen = () => void look()
  document.addEventListener('visibilitychange', seen)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  // Whoever waited comes in like anybody else once the door is open.
  createEffect(() => {
    if (!isDoorClosed(room())) props.room.answerPrompt({ greeted: true })
  })

  return (
    <NoticePage title={t.title} text={room().door === 'knock' ? t.text : t.byItself}>
      <div class="wait">
        <p class="notice-page-text" role="status">
          {isLost() ? t.offline : room().present === 0 ? t.nobody : ''}
        </p>
        <Show when={room().history === 'from-join'}>
          <p class="notice-page-text">{preJoinTexts.fromJoin}</p>
        </Show>
      </div>
      <button type="button" class="button button-line" onClick={() => void props.room.leaveRoom()}>
        {t.stop}
      </button>
    </NoticePage>
  )
}
