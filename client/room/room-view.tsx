import { createEffect, createMemo, createSignal, getOwner, on, runWithOwner, Show, untrack } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { isBlank } from '../../protocol/blank-text.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { createBeforeUnloadGuard } from '../browser/before-unload-guard.ts'
import { inviteAddress } from '../browser/invite-address.ts'
import { Announcer, announce } from '../ui/announcer.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Fuse } from '../ui/fuse.tsx'
import { Icon } from '../ui/icon.tsx'
import { Lazy } from '../ui/lazy.tsx'
import { Composer } from './composer.tsx'
import { createComposerDraft } from './create-composer-draft.ts'
import type { FilesBeside } from './files/attach-files.tsx'
import { mayRotate } from './may-rotate.ts'
import { MessageList } from './messages/message-list.tsx'
import { People } from './people.tsx'
import { RetentionLine } from './retention-line.tsx'
import { RoomHeader } from './room-header.tsx'
import type { RoomModel } from './room-model.ts'
import type { NamedParticipant } from './room-state.ts'
import type { RoomTools, Tool } from './room-tools.tsx'
import { InviteLink } from './share/invite-link.tsx'
import { createUnread } from './unread.ts'

const t = roomTexts

/** Milliseconds left from which on the fuse is seen to burn. */
const LAST_MINUTE = 60_000
/** Milliseconds left from which on the end is got ready. */
const NEAR_END = 75_000
/** Milliseconds between two ticks of `left()`: burning, the line glides to where it will be at the next one. */
const TICK = 1_000

/** The room from within, until it has burned down. */
export function RoomView(props: { room: RoomModel; ending: EndReason | null; onGone: () => void }) {
  const state = props.room.state
  const away = createUnread(state)
  const [draft, setDraft] = createComposerDraft(props.room)
  const [opened, setOpened] = createSignal<{
    Tools: typeof RoomTools
    tool: Tool
    person?: NamedParticipant
  }>()
  const [files, setFiles] = createSignal<FilesBeside>()
  const hasFiles = () => (files()?.list().length ?? 0) > 0
  const unsent = () => !isBlank(draft()) || state.pending.length > 0 || hasFiles()
  createBeforeUnloadGuard(
    () => !props.ending && unsent(),
    () => !hasFiles(),
  )
  const owner = getOwner()
  let menu!: HTMLButtonElement

  // What one was writing goes with the words of the others.
  createEffect(() => props.ending && setDraft(''))

  // Loaded when one of them is opened. Where that fails, the two that matter ask in the browser's own way.
  async function open(tool: Tool, person?: NamedParticipant) {
    try {
      const tools = await import('./room-tools.tsx')
      setOpened({ Tools: tools.RoomTools, tool, ...(person && { person }) })
    } catch {
      if (tool === 'leave') confirm(t.sureLeave) && void props.room.leaveRoom()
      else if (tool === 'destroy') {
        const reply = confirm(t.sureDestroy) ? await props.room.destroyRoom() : null
        if (reply?.refusal) announce(t.failed, true)
      } else announce(navigator.onLine ? t.notLoaded : t.offline, true)
    }
  }

  /** Has something done by what takes files for the next message. That is loaded with the first. */
  async function withFiles(run: (beside: FilesBeside) => unknown) {
    if (props.ending) return
    try {
      const { createFilesBeside } = await import('./files/attach-files.tsx')
      const beside = files() ?? runWithOwner(owner, () => createFilesBeside(props.room))
      if (beside) run(setFiles(beside))
    } catch {
      announce(navigator.onLine ? t.notLoaded : t.offline, true)
    }
  }
  const attach = (picked: readonly File[]) => withFiles((beside) => beside.attach(picked))

  // Only an envelope of keys that rotate carries the key of a file.
  const mayAttach = () => !props.ending && props.room.door() !== undefined && !!state.room?.files

  // What the end looks like is there when it comes near; where it can't be had, the end comes without it.
  const [end, setEnd] = createSignal<typeof import('./ending-parts.ts')>()
  const near = createMemo(() => props.ending !== null || (props.room.timeLeft() ?? NEAR_END) < NEAR_END)
  createEffect(() => {
    const over = props.ending !== null
    if (near() && !untrack(end)) import('./ending-parts.ts').then(setEnd, () => over && props.onGone())
  })

  // Where it can't be loaded it is tried again as one looks elsewhere, and as one comes back.
  let beside = false
  const [parts, setParts] = createSignal<typeof import('./room-parts.ts')>()
  createEffect(() => {
    away.hidden()
    if (beside) return
    beside = true
    import('./room-parts.ts').then(
      (loaded) => {
        setParts(loaded)
        runWithOwner(owner, () =>
          loaded.createRoomEffects(props.room, away, { attach, write: setDraft, find: () => open('find') }),
        )
      },
      () => {
        beside = false
      },
    )
  })

  // Until the room has spoken, all that is known of who is here is how many were when the seat was taken. Where no line to
  // it can be had, not even that holds for long.
  const welcomed = () => state.participants.length > 0
  const unheard = createMemo(
    (was: boolean) => !welcomed() && (was || props.room.connectionStatus() === 'waiting'),
    false,
  )
  const nobodyElse = () => {
    if (props.room.connectionStatus() === 'resting') return false
    return welcomed() ? state.present <= 1 : state.present === 0 && !unheard()
  }
  const alone = createMemo(
    () => !props.ending && nobodyElse() && state.messages.length === 0 && state.pending.length === 0,
  )
  // Alone again: no event says whether somebody has a seat and is away.
  createEffect(on(alone, (now, before) => now && before === false && void props.room.refreshRoom()))
  const burning = () => (props.room.timeLeft() ?? LAST_MINUTE + 1) <= LAST_MINUTE
  const whole = () => {
    const { room } = state
    if (!room) return 1
    return room.expiry === 'sliding'
      ? room.lifetime * 1000
      : room.expiresAt - Math.max(room.startedAt ?? room.createdAt, room.opensAt)
  }
  const part = () => {
    const left = props.room.timeLeft()
    if (props.ending) return 0
    if (state.room?.startedAt === null) return 1
    return left === null ? 1 : (left - (burning() ? TICK : 0)) / whole()
  }

  return (
    <>
      <Fuse part={part()} burning={burning()} />
      <p class="printed">{t.printed}</p>
      <div class="room" classList={{ 'room-burning': burning(), 'room-ending': props.ending !== null }}>
        <RoomHeader
          menuRef={(button) => {
            menu = button
          }}
          room={props.room}
          isEnding={props.ending !== null}
          hasUnsent={unsent()}
          onOpen={open}
        />

        <aside class="people" translate="no">
          <Show when={!props.ending && state.waiting.length > 0}>
            <Lazy load={() => import('./door/at-the-door.tsx')} failed={null}>
              {({ AtTheDoor }) => <AtTheDoor room={props.room} />}
            </Lazy>
          </Show>
          <People room={props.room} onOpen={(person) => open('person', person)} />
          <Show when={!alone() && props.room.door() === null && mayRotate(state)}>
            <button type="button" class="button button-line people-copy" onClick={() => open('new-link')}>
              {t.newLink}
            </button>
          </Show>
          <Show when={!alone() && props.room.door() !== null}>
            <CopyButton
              class="button-line people-copy"
              label={t.copyLink}
              text={inviteAddress()}
              announcement={t.linkCopied}
            />
            <button
              type="button"
              class="button button-line people-copy people-code"
              onClick={() => open('share')}
            >
              <Icon name="qr" />
              {t.qrCode}
            </button>
          </Show>
        </aside>

        <main class="room-main">
          <Show when={props.ending === null ? state.room?.pinned : null}>
            {(seq) => (
              <Lazy load={() => import('./messages/pinned-message.tsx')} failed={null}>
                {({ PinnedMessage }) => <PinnedMessage room={props.room} seq={seq()} away={away} />}
              </Lazy>
            )}
          </Show>
          <div class="room-stage">
            <MessageList room={props.room} away={away} ending={props.ending !== null} />
            {/* Who comes into a conversation never sees it. Where it can't be loaded, the invite link alone is shown. */}
            <Show when={alone() && state.room}>
              {(room) => (
                <Lazy load={() => import('./share/invite.tsx')} failed={<InviteLink />}>
                  {({ Invite }) => (
                    <Invite
                      room={room()}
                      isClosed={props.room.door() === null}
                      onNewLink={() => open('new-link')}
                      early={!!room().title && state.me?.role === 'participant'}
                      onShare={() => open('share')}
                    />
                  )}
                </Lazy>
              )}
            </Show>
            <Show when={props.ending === null ? null : end()} keyed>
              {({ RoomEnd }) => (
                <RoomEnd room={props.room} why={props.ending ?? 'expired'} onDone={props.onGone} />
              )}
            </Show>
          </div>
          <div class="room-foot" translate="no">
            {/* It has nothing to say in the first two seconds, and is loaded in them. */}
            <Lazy load={() => import('./room-parts.ts')} failed={null}>
              {({ ConnectionBanner }) => <ConnectionBanner room={props.room} />}
            </Lazy>
            <Show when={props.room.isLoggedOut()}>
              <Lazy
                load={() => import('./logged-out-banner.tsx')}
                failed={<p class="banner-text">{t.loggedOut}</p>}
              >
                {({ LoggedOutBanner }) => <LoggedOutBanner />}
              </Lazy>
            </Show>
            <Show when={!props.ending && end()} keyed>
              {({ EndingWarning }) => <EndingWarning room={props.room} />}
            </Show>
            {/* Its height is always there, so that nothing jumps. */}
            <p class="typing">{parts()?.sayTyping(props.room)}</p>
            <RetentionLine room={state.room} id="retention" />
            <Composer
              room={props.room}
              text={draft()}
              onText={setDraft}
              onTyping={() => parts()?.sendTypingSign(props.room)}
              ending={props.ending !== null}
              about="retention"
              // Where one link key opens everything, no code hides from the server what was chosen.
              onAsk={props.ending || props.room.cipher()?.keyring ? undefined : () => open('ask')}
              attachButtons={
                <Show when={mayAttach() && parts()} keyed>
                  {({ AttachButtons }) => <AttachButtons withFiles={withFiles} />}
                </Show>
              }
              files={props.ending ? undefined : files()}
            />
          </div>
        </main>
        <Announcer />
      </div>
      <Show when={!props.ending && opened()} keyed>
        {({ Tools, tool, person }) => (
          <Tools
            room={props.room}
            tool={tool}
            person={person}
            draft={draft()}
            onDraft={setDraft}
            hasFiles={hasFiles()}
            onClose={() => {
              setOpened(undefined)
              // What opened it may be gone, as the name of somebody who was removed.
              if (document.activeElement === document.body) menu.focus()
            }}
          />
        )}
      </Show>
    </>
  )
}
