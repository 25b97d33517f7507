import { createSignal, createUniqueId, type JSX, onMount, Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { isBlank } from '../../protocol/blank-text.ts'
import { announce } from '../ui/announcer.tsx'
import { Icon } from '../ui/icon.tsx'
import { Lazy } from '../ui/lazy.tsx'
import { messageActions } from './actions/load-actions.ts'
import type { FilesBeside } from './files/attach-files.tsx'
import type { RoomModel } from './room-model.ts'

const t = roomTexts

/** What an Enter that chooses a character of an input method looks like where `isComposing` is not set yet. */
const COMPOSING = 229

/** Bytes left from which on they are counted before one's eyes. */
const NEAR = 1_000

/** A browser that doesn't let a box grow with its text by itself. */
const GROW = !CSS.supports('field-sizing', 'content')

/** Where one writes. Enter sends, Shift+Enter breaks the line; what is sent is the room's to deliver. */
export function Composer(props: {
  room: RoomModel
  text: string
  onText: (text: string) => void
  /** Something was typed. */
  onTyping: () => void
  /** The room is over: nothing more can be written. */
  ending: boolean
  /** Id of what else is to be known before one writes. */
  about: string
  /** Opens what else can be said than a text: a question, or a poll; absent where nothing else can. */
  onAsk: (() => void) | undefined
  /** The buttons that put files beside the box; nothing where none can be sent. */
  attachButtons: JSX.Element
  /** What goes with the next message; absent until something was taken. */
  files: FilesBeside | undefined
}) {
  const id = createUniqueId()
  const [composing, setComposing] = createSignal(false)
  /** Why nothing can be sent now, though it can be written. */
  const [blocked, setBlocked] = createSignal<string | null>(null)
  const isLimited = () => {
    const { me, room } = props.room.state
    return me?.role === 'participant' && (me.muted || room?.quiet || room?.slow)
  }
  // Without a message there is nothing to answer, and nothing to edit.
  const actions = () =>
    props.room.state.messages.length > 0 || props.room.times() ? messageActions(props.room) : undefined
  const composition = () => actions()?.compositionOf(props.room)
  let box!: HTMLTextAreaElement

  // A character takes six bytes at most, so that most texts need not be measured.
  const left = () => {
    const most = props.room.maxBytes() - (props.files?.textCost() ?? 0)
    return most - (props.text.length * 6 > most - NEAR ? props.room.measureText(props.text) : 0)
  }
  const over = () => left() < 0
  const hasFiles = () => (props.files?.list().length ?? 0) > 0
  // What is edited gets no files: they wait.
  const empty = () => isBlank(props.text) && (!hasFiles() || composition()?.target()?.is === 'edit')

  // Opening the keyboard of a phone unasked would cover half the room.
  onMount(() => matchMedia('(pointer: fine)').matches && box.focus({ preventScroll: true }))

  function write(text: string) {
    props.onText(text)
    if (!GROW) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }

  function send(event: Event) {
    event.preventDefault()
    box.focus()
    if (empty() || over() || props.ending) return
    const reason = blocked()
    if (reason) return announce(reason)
    const isEdit = composition()?.target()?.is === 'edit'
    if ((isEdit || !hasFiles()) && composition()?.send(props.text)) return
    if (hasFiles()) props.files?.send(isBlank(props.text) ? '' : props.text, composition()?.takeAnswered())
    else props.room.sendMessage(props.text)
    write('')
  }

  function key(event: KeyboardEvent) {
    if (event.isComposing || event.keyCode === COMPOSING || composing()) return
    if (event.key === 'Enter' && !event.shiftKey) return send(event)
    const isTargeted = composition()?.target() != null
    if (event.key === 'Escape' && isTargeted) composition()?.cancel()
    else if (event.key === 'ArrowUp' && props.text === '') composition()?.editLast()
    else return
    event.preventDefault()
  }

  return (
    <form class="composer" onSubmit={send}>
      <Show when={left() <= NEAR}>
        <div class="composer-limit">
          <Show when={over()}>
            <p class="field-error" id={`${id}-wrong`} role="alert">
              {t.tooLong}
            </p>
          </Show>
          <p class="composer-left">{t.bytesLeft(left())}</p>
        </div>
      </Show>
      <Show when={isLimited()}>
        <Lazy load={() => import('./speech-limit-line.tsx')} failed={null}>
          {({ SpeechLimitLine }) => (
            <SpeechLimitLine room={props.room} id={`${id}-limit`} onBlock={setBlocked} />
          )}
        </Lazy>
      </Show>
      <Show when={props.files}>{(files) => files().Tray()}</Show>
      <Show when={actions()} keyed>
        {({ ComposerTarget }) => (
          <ComposerTarget
            room={props.room}
            id={`${id}-target`}
            text={props.text}
            onText={write}
            onFocus={() => box.focus()}
          />
        )}
      </Show>
      <div class="composer-box" hidden={props.files?.isRecording()}>
        <Show when={props.onAsk}>
          <button
            type="button"
            class="button button-quiet button-icon composer-send"
            aria-label={t.ask}
            title={t.ask}
            onClick={() => props.onAsk?.()}
          >
            <Icon path="M12 5v14M5 12h14" />
          </button>
        </Show>
        {props.attachButtons}
        <label class="visually-hidden" for={id}>
          {t.message}
        </label>
        <textarea
          ref={box}
          id={id}
          class="composer-text"
          rows="1"
          // Emptied, it would keep the direction of what was written before.
          dir={props.text ? 'auto' : undefined}
          placeholder={t.placeholder}
          autocomplete="off"
          enterkeyhint="send"
          readonly={props.ending}
          value={props.text}
          aria-invalid={over() ? 'true' : undefined}
          aria-describedby={over() ? `${id}-wrong` : `${id}-target ${id}-limit ${props.about}`}
          onInput={(event) => {
            write(event.currentTarget.value)
            if (props.text !== '') props.onTyping()
          }}
          onKeyDown={key}
          onCompositionStart={() => setComposing(true)}
          // Some browsers end the composition first and then report the Enter that ended it.
          onCompositionEnd={() => setTimeout(() => setComposing(false))}
        />
        <button
          type="submit"
          class="button button-main button-icon composer-send"
          aria-label={t.send}
          // Beside the label it is read out as the description.
          title={blocked() ?? t.send}
          aria-disabled={empty() || over() || blocked() !== null}
          // Keeps the focus in the box, and with it the keyboard of a phone open.
          onPointerDown={(event) => event.preventDefault()}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}
