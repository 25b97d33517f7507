import { createResource, createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { reactionsTexts } from '#i18n/reactions.ts'
import { readingDirection } from '../../browser/reading-direction.ts'
import { announce } from '../../ui/announcer.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { currentChange } from '../votes/current-change.ts'
import { votesOf } from '../votes/room-votes.ts'
import { noteReaction } from './reacted-here.ts'
import { findReactionCodes, REACTIONS, type Reaction } from './reaction-choices.ts'

const t = reactionsTexts

/** Emoji in a row. */
const ROW = 6

/** Pixels between the picker and what it belongs to, and the edge of the window. */
const GAP = 8

/** How far a key goes in the list. */
function stepOf(key: string): number {
  const sideways = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  const rows = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  return readingDirection() * sideways + rows * ROW
}

/** What one can react with: emoji and words. A choice, Escape or a click elsewhere closes it, and the focus goes back. */
export function ReactionPicker(props: {
  room: RoomModel
  message: RoomMessage
  button: HTMLElement | undefined
  onClose: () => void
}) {
  const id = createUniqueId()
  const [at, setAt] = createSignal(0)
  const [codes] = createResource(() => findReactionCodes(props.message, props.room.cipher()))
  const isMine = (reaction: Reaction) =>
    currentChange(props.message, props.room.state.changes).mine.includes(codes()?.get(reaction) ?? '')
  const buttons: HTMLButtonElement[] = []
  let picker!: HTMLDivElement

  onMount(() => {
    picker.showPopover()
    place()
    // Somebody zooms, or turns the phone.
    addEventListener('resize', place)
    onCleanup(() => removeEventListener('resize', place))
    buttons[0]?.focus()
  })

  /** Beside the button, and wholly in the window. */
  function place() {
    const from = props.button?.getBoundingClientRect() ?? new DOMRect()
    const { width, height } = picker.getBoundingClientRect()
    const isAbove = from.top - height - GAP > 0
    const start = readingDirection() === 1 ? from.left : from.right - width
    const left = Math.max(GAP, Math.min(start, innerWidth - width - GAP))
    const top = isAbove ? from.top - height - GAP : from.bottom + GAP
    picker.style.left = `${left}px`
    picker.style.top = `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`
  }

  function choose(reaction: Reaction) {
    const code = codes()?.get(reaction)
    if (codes.loading) return
    if (code === undefined) announce(t.notLoaded, true)
    else {
      noteReaction(props.message.seq)
      votesOf(props.room).vote(props.message, code, !isMine(reaction))
    }
    picker.hidePopover()
  }

  function key(event: KeyboardEvent) {
    const step = stepOf(event.key)
    if (step === 0) return
    event.preventDefault()
    const next = at() + step
    if (next < 0 || next >= REACTIONS.length) return
    setAt(next)
    buttons[next]?.focus()
  }

  return (
    <div
      ref={picker}
      class="picker"
      popover="auto"
      role="dialog"
      aria-label={t.title}
      onKeyDown={key}
      onToggle={(event) => {
        if ((event as ToggleEvent).newState !== 'closed') return
        props.button?.focus({ preventScroll: true })
        props.onClose()
      }}
    >
      <div class="picker-choices" id={id}>
        <For each={REACTIONS}>
          {(reaction, index) => (
            <button
              ref={(button) => {
                buttons[index()] = button
              }}
              type="button"
              class="button button-quiet picker-choice"
              classList={{ 'picker-word': reaction.choice.startsWith('word:') }}
              tabindex={index() === at() ? 0 : -1}
              aria-label={reaction.name}
              aria-pressed={isMine(reaction)}
              title={reaction.name}
              onFocus={() => setAt(index())}
              onClick={() => choose(reaction)}
            >
              {reaction.shown}
            </button>
          )}
        </For>
      </div>
      <Show when={props.room.cipher()}>
        <p class="field-hint">{t.asServerCounts}</p>
      </Show>
    </div>
  )
}
