import { createEffect, createMemo, createSignal, Show, untrack } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { Lazy } from '../ui/lazy.tsx'
import type { OpenedRoom } from './open-room.ts'
import { retentionOf } from './retention.ts'
import { promptOf } from './room-stage.ts'
import { RoomView } from './room-view.tsx'

/** A room, at every stage of a visitor: before joining, inside, and when it is over. */
export function RoomPage({ opened: { roomId, linkKey, room } }: { opened: OpenedRoom }) {
  document.title = roomTexts.page
  const [gone, setGone] = createSignal(false)
  // Stored with the corrected address until the warning was read, so that a reload before joining doesn't lose it.
  const [isWarningDue, setWarningDue] = createSignal(history.state?.isKeyShown === true)
  function closeWarning() {
    setWarningDue(false)
    history.replaceState(null, '')
  }
  const over = () => {
    const stage = room.stage()
    return stage.is === 'over' ? stage.why : undefined
  }
  const isLive = () => room.stage().is === 'live' || room.stage().is === 'leaving'
  const isOutside = () => !inside() && (over() ?? 'seat-lost') === 'seat-lost'
  const isPrompted = () => isOutside() && (over() ?? promptOf(room.stage())) !== null
  // Until the prompts are here, or can't be loaded, the page stays as it was: it is never blank.
  const [isPromptReady, setPromptReady] = createSignal(false)
  const loadPrompts = () => import('./pre-join/pre-join.tsx').finally(() => setPromptReady(true))
  // Why it burns, where it does: being removed or leaving ends it for one person only.
  const burns = () => {
    const why = over()
    return why === 'destroyed' || why === 'expired' || why === 'ended' ? why : null
  }
  // Someone who was inside sees the words go; what never was live has nothing to burn.
  const inside = createMemo((was: boolean) => isLive() || (was && burns() !== null), false)

  // Replaced, not followed: going back must not lead here again. And nothing of the room stays on the page until then,
  // which offline would be the browser's own page of an error.
  function leaveFor(address: string) {
    setGone(true)
    // Beside the folder of this page: in a frame of another site no lobby is there.
    const go = () => location.replace(`..${address}`)
    if (navigator.onLine) go()
    else addEventListener('online', go)
  }
  // A facilitator who opens the whole invite link has its key here again, for the transcript.
  const isOwn = createMemo(() => isLive() && room.cipher()?.keyring && room.state.me?.role === 'facilitator')
  createEffect(() => {
    if (linkKey && isOwn())
      import('./own-link-key.ts').then(
        (own) => own.storeLinkKey(roomId, linkKey),
        () => {},
      )
  })
  // What is kept for a facilitator is not gone: the lobby says who can read it, and until when.
  function ended() {
    const retention = over() === 'destroyed' ? null : retentionOf(room.state.room)
    if (retention === null) return '/?destroyed=true'
    return `/?ended=true&until=${retention.until}&readable=${retention.isReadable}`
  }
  createEffect(() => {
    const why = over()
    if (why === 'removed') leaveFor('/?error=removed')
    else if (why === 'turned-away') leaveFor('/?error=turned-away')
    else if (why === 'gave-up') leaveFor('/')
    else if (why === 'left') leaveFor(room.state.me?.role === 'facilitator' ? '/rooms' : '/?left=true')
    else if (burns() && !inside()) leaveFor(untrack(ended))
  })

  return (
    <Show when={!gone()} fallback={!navigator.onLine && sentence(roomTexts.away)}>
      <Show when={isOutside() && !(isPrompted() && isPromptReady())}>{sentence(roomTexts.entering)}</Show>
      <Show when={inside()}>
        <RoomView room={room} ending={burns()} onGone={() => leaveFor(ended())} />
      </Show>
      <Show when={isWarningDue() && isLive() && room.cipher()}>
        <Lazy load={() => import('./shown-key-dialog.tsx')} failed={null}>
          {({ ShownKeyDialog }) => <ShownKeyDialog room={room} onClose={closeWarning} />}
        </Lazy>
      </Show>
      <Show when={isPrompted()}>
        {/* The prompts are loaded when one is needed. Where they can't be, nothing else could. */}
        <Lazy load={loadPrompts} failed={sentence(roomTexts.unloaded)}>
          {({ PreJoin }) => <PreJoin room={room} roomId={roomId} />}
        </Lazy>
      </Show>
    </Show>
  )
}

const sentence = (text: string) => <p class="entering">{text}</p>
