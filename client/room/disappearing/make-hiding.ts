import type { Message } from '../../../protocol/message.ts'
import type { Timers } from '../../net/timers.ts'
import { changeText } from '../actions/take-updates.ts'
import { findMessage, replaceMessage } from '../message-order.ts'
import type { RoomMessage, RoomState } from '../room-state.ts'

/** Milliseconds after which the clock is looked at again at the latest: it may have been put right, or the device slept. */
export const LOOK_AGAIN = 1_000

/** What it looks at, and what it changes. */
export interface HidingOptions {
  mutate(run: (latest: RoomState) => void): void
  timers: Timers
  /** The server's time, Unix milliseconds; null before it is known. */
  serverNow(): number | null
  isStopped(): boolean
}

/** What has messages go when their time is over, whatever the room says, and whether it can be reached. */
export interface Hiding {
  /** Takes messages as they come, whether they are shown or not; those that stay don't matter. */
  watchMessages(messages: readonly RoomMessage[]): void
}

/** Returns when a message disappears by its `expires`, Unix milliseconds by the server's clock; `null` where it stays. */
export function findDueAt({ timestamp, expires }: Pick<Message, 'timestamp' | 'expires'>): number | null {
  return expires === undefined ? null : timestamp + expires * 1_000
}

/** Makes what hides messages that disappear: as the room would tell it, so that all that follows its word follows this. */
export function makeHiding(options: HidingOptions): Hiding {
  const { mutate, timers, serverNow, isStopped } = options
  let waiting: { message: RoomMessage; dueAt: number }[] = []
  let cancelTimer = () => {}

  function hideDue() {
    cancelTimer()
    if (isStopped()) return
    const now = serverNow()
    const due = now === null ? [] : waiting.filter(({ dueAt }) => dueAt <= now)
    if (due.length > 0) {
      waiting = waiting.filter((one) => !due.includes(one))
      mutate((latest) => {
        for (const { message, dueAt } of due) hide(latest, message, dueAt)
      })
    }
    if (waiting.length === 0) return
    const next = waiting.reduce((first, { dueAt }) => Math.min(first, dueAt), Number.POSITIVE_INFINITY)
    cancelTimer = timers.after(Math.min(LOOK_AGAIN, next - (now ?? 0)), hideDue)
  }

  return {
    watchMessages(messages) {
      for (const message of messages) {
        const dueAt = findDueAt(message)
        if (dueAt !== null && message.deletedAt === undefined) waiting.push({ message, dueAt })
      }
      hideDue()
    },
  }
}

const known = new WeakMap<HidingOptions, Hiding>()

/** Has messages go when their time is over, as one session takes them. @param options one object a session */
export function hideWhenDue(options: HidingOptions, messages: readonly RoomMessage[]): void {
  const hiding = known.get(options) ?? makeHiding(options)
  known.set(options, hiding)
  hiding.watchMessages(messages)
}

function hide(latest: RoomState, message: RoomMessage, deletedAt: number) {
  const { seq } = message
  const update = { seq, rev: 0, text: '', deletedAt, deletedBy: 'expires' as const }
  if (latest.updates[seq]?.deletedAt === undefined) latest.updates = { ...latest.updates, [seq]: update }
  const here = findMessage(latest, seq)
  if (here && here.deletedAt === undefined) replaceMessage(latest, changeText(here, update))
  // It may be on its way to the page, or be held by a search.
  const nothing = { text: '', options: undefined, attached: undefined, kind: undefined }
  Object.assign(message, nothing, { deletedAt, deletedBy: 'expires' })
}
