import { createEffect, createSignal } from 'solid-js'
import { messageActionsTexts } from '#i18n/message-actions.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import { findMessage } from '../message-order.ts'
import { onePerRoom } from '../one-per-room.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { isEditable } from './editable.ts'
import { textChangesOf } from './text-changes.ts'

/** What is being written, where it is more than a message of its own. */
export type Target =
  | { is: 'reply'; seq: number }
  | {
      is: 'edit'
      seq: number
      /** How often the message will have been edited. */
      edit: number
      /** What was being written before, and gets its place back. */
      kept: { text: string; answers: number | null }
    }

/** The message box. */
interface Box {
  text(): string
  write(text: string): void
  focus(): void
  /** Says something once. */
  say(text: string): void
}

/** What the message box is used for. */
export interface Composition {
  /** Reactive; null where a message of its own is written. */
  target(): Target | null
  /** Whether the message of the target was taken back. */
  isGone(): boolean
  /** Takes the message box. */
  attach(box: Box): void
  startReply(seq: number): void
  /** @param text what is to be edited, where it is not the message as it stands */
  startEdit(message: RoomMessage, text?: string): void
  /** Edits one's own last message, where there is one. */
  editLast(): void
  /** Writes a message of its own again. What was written stays, and after an edit what was there before it. */
  cancel(): void
  /** Returns what is answered, for files that answer it; from then on a message of its own is written. */
  takeAnswered(): number | undefined
  /** Sends what was written to the target. Returns whether there is one. */
  send(text: string): boolean
}

/** Returns what the message box of a room is used for. */
export const compositionOf = onePerRoom(createComposition)

function createComposition(room: RoomModel): Composition {
  const { state } = room
  const changes = textChangesOf(room)
  const [target, setTarget] = createSignal<Target | null>(null)
  const [box, setBox] = createSignal<Box>()
  const isGone = () => {
    const now = target()
    return now !== null && state.updates[now.seq]?.deletedAt !== undefined
  }

  function answer(seq: number | null) {
    setTarget(seq === null ? null : { is: 'reply', seq })
  }

  function cancel() {
    const now = target()
    if (now?.is !== 'edit') return answer(null)
    box()?.write(now.kept.text)
    answer(now.kept.answers)
  }

  function startEdit(message: RoomMessage, text = message.text) {
    if (target()?.is === 'edit') cancel()
    const now = target()
    const kept = { text: box()?.text() ?? '', answers: now?.seq ?? null }
    setTarget({ is: 'edit', seq: message.seq, edit: (message.edit ?? 0) + 1, kept })
    box()?.write(text)
    box()?.focus()
  }

  // An edit that failed is written again where nothing else is; otherwise it waits beside its message.
  createEffect(() => {
    const failed = changes.findFailedEdit()
    const message = failed && findMessage(state, failed.seq)
    if (!message || message.deletedAt !== undefined || target() || !isBlank(box()?.text() ?? 'x')) return
    changes.dropChange(message.seq)
    startEdit(message, failed.text)
    box()?.say(messageActionsTexts.sayFailure(failed))
  })
  createEffect(() => room.stage().is === 'over' && setTarget(null))

  return {
    target,
    isGone,
    attach: (next) => setBox(next),
    startReply(seq) {
      if (target()?.is === 'edit') cancel()
      answer(seq)
      box()?.focus()
    },
    startEdit,
    editLast() {
      const last = state.messages.findLast((message) => isEditable(message, state.me?.participantId))
      if (last && target() === null) startEdit(last)
    },
    cancel,
    takeAnswered() {
      const now = target()
      const answered = now?.is === 'reply' && !isGone() ? now.seq : undefined
      if (now?.is === 'reply') answer(null)
      return answered
    },
    send(text) {
      const now = target()
      if (now === null) return false
      // Nothing to be seen is no text, also where files lie beside the box.
      if (now.is === 'edit' && isBlank(text)) return true
      const message = findMessage(state, now.seq)
      if (isGone()) room.sendMessage(text)
      else if (now.is === 'reply') room.sendMessage(text, { replyTo: now.seq })
      else if (text !== message?.text)
        changes.editMessage({ seq: now.seq, edit: now.edit, text: text.toWellFormed() })
      if (now.is === 'reply') box()?.write('')
      if (now.is === 'reply') answer(null)
      else cancel()
      return true
    },
  }
}
