import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { PageChoices } from '../app/page-choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { Countdown } from './countdown.tsx'
import { EncryptionBadge } from './encryption-badge.tsx'
import { isLeavingCostly } from './leaving.ts'
import type { RoomModel } from './room-model.ts'
import type { Tool } from './room-tools.tsx'

const t = roomTexts

/** The bar at the top of a room: its title, the time left, and the buttons that concern the whole room. */
export function RoomHeader(props: {
  room: RoomModel
  isEnding: boolean
  /** Whether leaving would lose what was typed here. */
  hasUnsent: boolean
  onOpen: (tool: Tool) => void
  menuRef: (button: HTMLButtonElement) => void
}) {
  const { state } = props.room
  const mayDestroy = () => state.room?.destroyBy === 'anyone' || state.me?.role !== 'participant'
  /** While the room waits, its whole life is still to come. */
  const left = () => (state.room?.startedAt === null ? state.room.lifetime * 1_000 : props.room.timeLeft())
  return (
    <header class="room-top">
      <h1 class={state.room?.title ? 'room-title' : 'visually-hidden'}>{state.room?.title ?? t.heading}</h1>
      <Countdown left={props.isEnding ? 0 : left()} waits={state.room?.startedAt === null} />
      <EncryptionBadge room={props.room} />
      <div class="room-actions">
        <PageChoices />
        <button
          type="button"
          class="button button-quiet room-leave"
          aria-label={t.leave}
          title={t.leaveHint}
          onClick={() =>
            void (props.hasUnsent || isLeavingCostly(state) ? props.onOpen('leave') : props.room.leaveRoom())
          }
        >
          <Icon name="leave" points />
          <span>{t.leave}</span>
        </button>
        <button
          ref={props.menuRef}
          type="button"
          class="button button-quiet button-icon"
          aria-label={t.menu}
          aria-haspopup="dialog"
          title={t.menu}
          onClick={() => props.onOpen('menu')}
        >
          <Icon name="more" />
        </button>
        <Show when={mayDestroy()}>
          <button
            type="button"
            class="button button-line button-warn room-destroy"
            aria-label={t.destroy}
            onClick={() => props.onOpen('destroy')}
          >
            <Icon name="flame" />
            <span>{t.destroy}</span>
          </button>
        </Show>
      </div>
    </header>
  )
}
