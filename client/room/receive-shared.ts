import { takeShared } from '../browser/ask-carrier.ts'

/** Where what was shared goes: the box, and the files beside it. */
interface MessageBox {
  write(text: string): void
  attach(files: readonly File[]): void
}

/**
 * Puts what was shared into the message box, for whoever made this room to send: what another program wrote is looked at before it is said.
 */
export async function receiveShared(roomId: string, { write, attach }: MessageBox): Promise<void> {
  const shared = await takeShared(roomId)
  if (!shared) return
  if (shared.text) write(shared.text)
  if (shared.pictures.length > 0) attach(shared.pictures)
}
