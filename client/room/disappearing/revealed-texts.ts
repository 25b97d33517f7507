import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import { realTimers, type Timers } from '../../net/timers.ts'
import { onePerRoom } from '../one-per-room.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { serverNow } from '../server-now.ts'

/** A text that is shown for a while. */
export interface RevealedText extends Pick<RoomMessage, 'text' | 'opened'> {
  is: 'shown'
  /** Unix milliseconds by the server's clock. */
  until: number
}

/** The messages of others that are read once, as this page has revealed them. */
export interface RevealedTexts {
  /** Undefined where it was not revealed here; `read` where its time has run out. Reactive. */
  textOf(seq: number): RevealedText | { is: 'read' } | undefined
  /** Asks for a text, whose time runs from the first answer on. @returns why it did not come; null where it did */
  revealText(message: RoomMessage): Promise<RefusalCode | null>
}

/** Returns what was revealed in a room: once for the whole page, so that a message that is scrolled away goes, too. */
export const revealedTextsOf = onePerRoom(createRevealedTexts)

/**
 * The texts stand here and not among the messages: nothing that reads those, such as quotes, the search and what is
 * copied, can show them.
 */
export function createRevealedTexts(room: RoomModel, timers: Timers = realTimers): RevealedTexts {
  const { state } = room
  const [texts, setTexts] = createSignal<ReadonlyMap<number, RevealedText | { is: 'read' }>>(new Map())
  const record = (seq: number, text: RevealedText | { is: 'read' }) =>
    setTexts(new Map(texts()).set(seq, text))

  // With each second and each correction of the clock, so that a device that slept shows nothing longer.
  createEffect(() => {
    const now = serverNow(room)
    if (now === 0) return
    for (const [seq, text] of texts()) {
      if (text.is !== 'shown') continue
      if (text.until <= now || state.updates[seq]?.deletedAt !== undefined) record(seq, { is: 'read' })
      else onCleanup(timers.after(text.until - now, () => record(seq, { is: 'read' })))
    }
  })
  createEffect(() => room.stage().is === 'over' && setTexts(new Map()))

  /** Whether the same message stands elsewhere, too: then the server shows it again. */
  const isRepeated = ({ seq, id, participantId }: RoomMessage) =>
    state.messages.some((one) => one.id === id && one.participantId === participantId && one.seq !== seq)

  return {
    textOf: (seq) => texts().get(seq),
    async revealText(message) {
      const { seq } = message
      const { value, refusal } = await room.runCommand((api, id) =>
        api.call('POST /api/rooms/:id/messages/:seq/reveal', { param: { id, seq: String(seq) } }),
      )
      if (!value) return refusal.code as RefusalCode
      const cipher = room.cipher()
      const { is, text } = cipher
        ? await cipher.decryptMessage(message, value.text)
        : { is: 'text' as const, text: value.text }
      if (room.stage().is === 'over') return null
      const isOpen = is !== 'unreadable' && !isRepeated(message)
      const shown = isOpen
        ? { text, opened: is === 'plain' ? is : undefined }
        : { text: '', opened: 'unreadable' as const }
      record(seq, { is: 'shown', until: value.until, ...shown })
      return null
    },
  }
}
