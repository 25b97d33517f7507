import { isNewerText } from '../../../client/room/actions/renew-texts.ts'
import { findMessage } from '../../../client/room/message-order.ts'
import type { RoomCipher } from '../../../client/room/room-cipher.ts'
import type { RoomState } from '../../../client/room/room-state.ts'
import type { RoomEvent } from './events.ts'
import { toMessage } from './open-message.ts'
import { openReactions } from './reactions.ts'

interface ChangeWatchOptions {
  latest: RoomState
  cipher(): RoomCipher | null
  onEvent(event: RoomEvent): void
}

/** Makes what looks at the state after each change, and tells which messages have another text or other reactions. */
export function makeChangeWatch({ latest, cipher, onEvent }: ChangeWatchOptions): () => void {
  let { updates, changes } = latest
  /** Messages whose new text is not in its place yet: it has to be opened first. */
  const due = new Set<number>()

  function noteUpdates() {
    for (const [seq, update] of Object.entries(latest.updates))
      if (updates[Number(seq)] !== update) due.add(Number(seq))
    updates = latest.updates
  }

  function tellUpdates() {
    for (const seq of due) {
      const update = latest.updates[seq]
      const message = findMessage(latest, seq)
      if (message && update && (isNewerText(update, message) || message.opened === 'opening')) continue
      due.delete(seq)
      if (message) onEvent({ event: 'chat.update', data: toMessage(message, latest.me?.participantId) })
    }
  }

  function tellReactions() {
    const before = changes
    changes = latest.changes
    for (const [key, change] of Object.entries(changes)) {
      const seq = Number(key)
      const message = before[seq] !== change && findMessage(latest, seq)
      if (!message) continue
      const closed = change.closed === true
      void openReactions(message, change, cipher()).then((reactions) =>
        onEvent({ event: 'chat.reactions', data: { seq, reactions, closed } }),
      )
    }
  }

  return () => {
    if (latest.updates !== updates) noteUpdates()
    if (due.size > 0) tellUpdates()
    if (latest.changes !== changes) tellReactions()
  }
}
