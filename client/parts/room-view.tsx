import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import type { RoomModel } from '../state/create-room.ts'
import { roomWords } from '../words/en/room.ts'
import { Announcer } from './announcer.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { Composer } from './composer.tsx'
import { CopyButton } from './copy-button.tsx'
import { Countdown } from './countdown.tsx'
import { Ending } from './ending.tsx'
import { Fuse } from './fuse.tsx'
import { Icon } from './icon.tsx'
import { Invite } from './invite.tsx'
import { LinkBanner } from './link-banner.tsx'
import { People } from './people.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { Transcript } from './transcript.tsx'
import { TypingLine } from './typing-line.tsx'

const say = roomWords

/** Milliseconds left from which on the fuse is seen to burn. */
const LAST_MINUTE = 60_000
/** Milliseconds between two ticks of `left()`: burning, the line glides to where it will be at the next one. */
const TICK = 1_000

/** The room from within, until it has burned down. */
export function RoomView(props: { room: RoomModel; ending: string | null; onGone: () => void }) {
  const state = props.room.state
  const [asking, setAsking] = createSignal(false)

  const alone = createMemo(
    () => !props.ending && state.present <= 1 && state.messages.length === 0 && state.pending.length === 0,
  )
  // The invitation goes when somebody comes; a focus that was in it must not fall off the page.
  createEffect(
    on(
      alone,
      () =>
        document.activeElement === document.body &&
        document.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true }),
      { defer: true },
    ),
  )

  const burning = () => (props.room.left() ?? LAST_MINUTE + 1) <= LAST_MINUTE
  const whole = () => {
    const { room } = state
    if (!room) return 1
    return room.expiry === 'sliding'
      ? room.lifetime * 1000
      : room.expiresAt - Math.max(room.createdAt, room.opensAt)
  }
  const part = () => {
    const left = props.room.left()
    if (props.ending) return 0
    return left === null ? 1 : (left - (burning() ? TICK : 0)) / whole()
  }
  const mayDestroy = () => state.room?.destroyBy === 'anyone' || state.me?.role !== 'participant'

  return (
    <>
      <Fuse part={part()} burning={burning()} />
      <div class="room" classList={{ 'room-burning': burning(), 'room-ending': props.ending !== null }}>
        <h1 class="unseen">{say.heading}</h1>
        <header class="room-top">
          <Countdown left={props.ending ? 0 : props.room.left()} />
          <div class="room-ways">
            <ThemeSwitch />
            <button
              type="button"
              class="button button-quiet room-leave"
              aria-label={say.leave}
              title={say.leave}
              onClick={() => void props.room.leave()}
            >
              <Icon name="leave" />
              <span>{say.leave}</span>
            </button>
            <Show when={mayDestroy()}>
              <button type="button" class="button button-line button-warn" onClick={() => setAsking(true)}>
                <Icon name="flame" />
                {say.destroy}
              </button>
            </Show>
          </div>
        </header>

        <aside class="people">
          <People state={state} />
          <Show when={!alone()}>
            <CopyButton
              class="button-line people-copy"
              label={say.copyLink}
              text={location.href}
              said={say.linkCopied}
            />
          </Show>
        </aside>

        <main class="room-main">
          <div class="room-stage">
            <Transcript room={props.room} ending={props.ending !== null} />
            <Show when={alone() && state.room}>{(room) => <Invite room={room()} />}</Show>
            <Show when={props.ending}>{(why) => <Ending why={why()} onDone={props.onGone} />}</Show>
          </div>
          <div class="room-foot">
            <LinkBanner room={props.room} />
            <TypingLine room={props.room} />
            <Composer room={props.room} />
          </div>
        </main>
        <Announcer />
      </div>
      <Show when={asking() && !props.ending}>
        <AskDialog onYes={() => props.room.destroy()} onClose={() => setAsking(false)} />
      </Show>
    </>
  )
}
