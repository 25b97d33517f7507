import { createEffect, createSignal } from 'solid-js'
import type { Reply } from '../../net/http.ts'
import { realTimers } from '../../net/timers.ts'
import { findMessage, replaceMessage } from '../message-order.ts'
import { onePerRoom } from '../one-per-room.ts'
import type { RoomModel } from '../room-model.ts'
import { makeChangeQueue, type Pending } from './change-queue.ts'
import { type GivenEdit, makeEditSender } from './send-edit.ts'
import { changeText } from './take-updates.ts'

/** An edit, or that a message is taken back. */
export type TextChange = GivenEdit | { is: 'take-back'; seq: number }

/** The edits of this participant, and what they take back, until the room has stored it. */
export interface TextChanges {
  /** That of a message; reactive. */
  pendingOf(seq: number): Pending<TextChange> | undefined
  /** An edit that the room did not take, with its text; reactive. */
  findFailedEdit(): Pending<GivenEdit> | undefined
  /** Whether an edit is not stored yet; reactive. */
  hasEdits(): boolean
  editMessage(edit: Omit<GivenEdit, 'is'>): void
  takeBack(seq: number): void
  /** Forgets one that failed. */
  dropChange(seq: number): void
}

/** Returns the changes of a room: one queue for the whole page. */
export const textChangesOf = onePerRoom(createTextChanges)

/** Returns the text that a message will have once the room has stored an edit of it; undefined where none waits. */
export function pendingText(room: RoomModel, seq: number): string | undefined {
  const change = textChangesOf(room).pendingOf(seq)
  return change?.is === 'edit' && change.state === 'waiting' ? change.text : undefined
}

function createTextChanges(room: RoomModel): TextChanges {
  const [pending, setPending] = createSignal<readonly Pending<TextChange>[]>([])
  const sendEdit = makeEditSender(room)
  const queue = makeChangeQueue<TextChange>({
    sendChange: (change) => (change.is === 'edit' ? sendEdit(change) : sendTakeBack(room, change.seq)),
    isReplaced: (other, change) => other.seq === change.seq,
    onChange: setPending,
    settle: 0,
    timers: realTimers,
  })

  createEffect(() => room.connectionStatus() === 'open' && queue.resumeSending())
  createEffect(() => room.stage().is === 'over' && queue.stopSending())

  return {
    pendingOf: (seq) => pending().find((change) => change.seq === seq),
    findFailedEdit: () =>
      pending().find(
        (change): change is Pending<GivenEdit> => change.is === 'edit' && change.state === 'failed',
      ),
    hasEdits: () => pending().some(({ is }) => is === 'edit'),
    editMessage: (edit) => queue.giveChange({ is: 'edit', ...edit }),
    takeBack: (seq) => queue.giveChange({ is: 'take-back', seq }),
    dropChange: (seq) => queue.dropChanges((change) => change.seq === seq),
  }
}

/** Takes a message back: one's own, or for hosts another's. */
export function sendTakeBack(room: Pick<RoomModel, 'runCommand'>, seq: number): Promise<Reply<unknown>> {
  return room.runCommand(
    (api, id) => api.call('DELETE /api/rooms/:id/messages/:seq', { param: { id, seq: String(seq) } }),
    (latest) => {
      const message = findMessage(latest, seq)
      if (!message) return
      const isOwn = message.participantId === latest.me?.participantId
      const update = {
        seq,
        rev: 0,
        text: '',
        deletedAt: Date.now(),
        ...(!isOwn && { byHost: true as const }),
      }
      latest.updates = { ...latest.updates, [seq]: update }
      replaceMessage(latest, changeText(message, update))
    },
  )
}
