import { createSignal } from 'solid-js'
import { keepShared } from '../browser/ask-carrier.ts'
import { markShared } from '../room/shared-mark.ts'
import type { SharedMessage } from '../service-worker/shared-message.ts'

const [firstMessage, setFirstMessage] = createSignal<SharedMessage | null>(null)

/**
 * What was shared to the app, not discarded, and not yet handed over to a room. It is in the memory of this page, and in no
 * storage. Reactive.
 */
export { firstMessage, setFirstMessage }

/**
 * Has the service worker keep the first message for the page of a room. The lobby keeps it, too, until it is handed over.
 * @param roomId of a room that is about to be made: without its first message it must not be
 * @returns whether it is kept, or there is none
 */
export async function keepFirstMessage(roomId: string, keep = keepShared): Promise<boolean> {
  const first = firstMessage()
  return first === null || (await keep(roomId, first))
}

/** Has the page of a room ask the service worker for the first message. From here on the lobby has it no longer. */
export function handOverFirstMessage(roomId: string): void {
  if (firstMessage() === null) return
  markShared(roomId)
  setFirstMessage(null)
}
