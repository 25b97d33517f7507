import { keepShared } from '../browser/ask-carrier.ts'
import { markShared } from '../room/shared-mark.ts'
import type { SharedMessage } from '../service-worker/shared-message.ts'

/** What was shared to the app and not discarded. It is in the memory of this page, and in no storage. */
let first: SharedMessage | null = null

/** Has something go along to the room that is made next; null if nothing is to. */
export function setFirstMessage(shared: SharedMessage | null): void {
  first = shared
}

/** Passes what is to go along to a room that was just made, for its page to take. */
export async function passFirstMessage(roomId: string): Promise<void> {
  if (first === null) return
  await keepShared(roomId, first)
  markShared(roomId)
}
