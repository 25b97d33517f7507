import { sharedMessageTexts } from '#i18n/shared-message.ts'
import { takeShared } from '../browser/ask-carrier.ts'
import { unmarkShared } from './shared-mark.ts'

/** Where what was shared goes: the box, and the files beside it. */
interface MessageBox {
  write(text: string): void
  attach(files: readonly File[]): void
  /** Shows and reads out a sentence. */
  say(sentence: string): void
}

/**
 * Puts what was shared into the message box, for whoever made this room to send: what another program wrote is looked at before it is
 * said. Where it did not get here, that is said.
 */
export async function receiveShared(
  roomId: string,
  { write, attach, say }: MessageBox,
  take = takeShared,
): Promise<void> {
  const shared = await take(roomId)
  unmarkShared(roomId)
  if (!shared) return say(sharedMessageTexts.lostOnTheWay)
  if (shared.text) write(shared.text)
  if (shared.pictures.length > 0) attach(shared.pictures)
}
