import type { JSX } from 'solid-js'
import { filesTexts } from '#i18n/files.ts'
import { announce } from '../../ui/announcer.tsx'
import type { RoomModel } from '../room-model.ts'
import { serverNow } from '../server-now.ts'
import { AttachmentTray } from './attachment-tray.tsx'
import { type Attachments, makeAttachments } from './attachments.ts'
import { findFileLimit } from './file-limit.ts'

/** What the message box has to do with the files beside it. */
export interface FilesBeside extends Attachments {
  Tray(): JSX.Element
  /** Takes files, or says why it doesn't. */
  attach(files: readonly File[]): void
}

/** Makes what takes the files that somebody picks, drops or pastes. */
export function makeFilesBeside(room: RoomModel): FilesBeside {
  const attachments = makeAttachments(room)

  return {
    ...attachments,
    Tray: () => <AttachmentTray attachments={attachments} />,
    attach(files) {
      const limit = findFileLimit(room.state, room.door() !== undefined, serverNow(room))
      if (limit) return announce(filesTexts.limits[limit], true)
      const tooLarge = attachments.addFiles(files)
      if (tooLarge.length > 0) announce(filesTexts.tooLarge(tooLarge), true)
      else announce(filesTexts.attached(files.length))
    },
  }
}
