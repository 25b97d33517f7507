import { createSignal, onMount, Show } from 'solid-js'
import { messageToolsTexts } from '#i18n/message-tools.ts'
import { announce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { compositionOf } from './composition.ts'
import { isEditable } from './editable.ts'
import { EDIT, REACT, REPLY, TAKE_BACK } from './icons.ts'
import { followFinger } from './swipe.ts'
import { textChangesOf } from './text-changes.ts'

const t = messageToolsTexts

/** What one can do with a message: answer it, react to it; edit one's own, and take it back. */
export function MessageTools(props: { room: RoomModel; message: RoomMessage }) {
  const { state } = props.room
  const composition = compositionOf(props.room)
  // Loaded once somebody asks for it.
  const [picker, setPicker] = createSignal<typeof import('./reaction-picker.tsx')>()
  const [dialog, setDialog] = createSignal<typeof import('./take-back-dialog.tsx')>()
  const me = () => state.me?.participantId
  const isMine = () => props.message.participantId === me()
  const manages = () => (state.me?.role ?? 'participant') !== 'participant'
  // A vote is a reaction, too: where a message is voted on, another would take its place.
  const mayReact = () => {
    const { kind, choice, closed, seq } = props.message
    return kind === undefined && choice === undefined && !(state.changes[seq]?.closed ?? closed)
  }
  let tools!: HTMLDivElement
  let reactButton: HTMLButtonElement | undefined

  const sayFailure = () => announce(t.notLoaded, true)
  const reply = () => composition.startReply(props.message.seq)

  onMount(() => {
    const message = tools.closest('article')
    if (!message) return
    // So that a tap shows the tools.
    message.tabIndex = -1
    // It goes with the message, as its tools do.
    message.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch') followFinger(message, event, reply)
    })
  })

  function takeBack() {
    const { seq } = props.message
    if (!isMine()) {
      import('./take-back-dialog.tsx').then(setDialog, sayFailure)
      return
    }
    textChangesOf(props.room).takeBack(seq)
    // The button goes with the message. A touch does not get the keyboard of a phone.
    if (matchMedia('(pointer: fine)').matches) document.querySelector('textarea')?.focus()
  }

  const tool = (
    label: string,
    keys: string,
    path: string,
    use: (event: { currentTarget: HTMLButtonElement }) => void,
  ) => (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      onClick={use}
    >
      <Icon path={path} size={18} points={path === REPLY} />
    </button>
  )

  return (
    <div class="message-more" ref={tools}>
      {tool(t.reply, 'R', REPLY, reply)}
      <Show when={mayReact()}>
        {tool(t.react, 'L', REACT, ({ currentTarget }) => {
          reactButton = currentTarget
          import('./reaction-picker.tsx').then((loaded) => setPicker(() => loaded), sayFailure)
        })}
      </Show>
      <Show when={isEditable(props.message, me())}>
        {tool(t.edit, 'E', EDIT, () => composition.startEdit(props.message))}
      </Show>
      <Show when={isMine() || manages()}>{tool(t.takeBack, 'Delete', TAKE_BACK, takeBack)}</Show>
      <Show when={picker()} keyed>
        {({ ReactionPicker }) => (
          <ReactionPicker
            room={props.room}
            message={props.message}
            button={reactButton}
            onClose={() => setPicker(undefined)}
          />
        )}
      </Show>
      <Show when={dialog()} keyed>
        {({ TakeBackDialog }) => (
          <TakeBackDialog room={props.room} message={props.message} onClose={() => setDialog(undefined)} />
        )}
      </Show>
    </div>
  )
}
