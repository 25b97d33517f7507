import type { JSX } from 'solid-js'
import { disappearingTexts } from '#i18n/disappearing.ts'
import { filesTexts } from '#i18n/files.ts'
import { announce } from '../../ui/announcer.tsx'
import type { RoomModel } from '../room-model.ts'
import { serverNow } from '../server-now.ts'
import { createVoiceRecorder, type VoiceRecorder } from '../voice/voice-recorder.tsx'
import { AttachmentTray } from './attachment-tray.tsx'
import { type Attachments, makeAttachments } from './attachments.ts'
import { findFileLimit } from './file-limit.ts'

/** What the message box has to do with the files beside it. */
export interface FilesBeside extends Attachments, Pick<VoiceRecorder, 'isRecording'> {
  /** The files, and in the place of the box a recording that runs. */
  Tray(): JSX.Element
  /** Takes files, or says why it doesn't. */
  attach(files: readonly File[]): void
  /** Records a voice, or says why it doesn't. @param press of the button @param released when a pointer was let go */
  record(press: MouseEvent, released: Promise<Event>): Promise<void>
}

/** Makes what takes the files that somebody picks, drops or pastes, and what they record. */
export function createFilesBeside(room: RoomModel): FilesBeside {
  const attachments = makeAttachments(room)
  const { Bar, isRecording, record } = createVoiceRecorder(room, attachments.addRecording)

  /** Says why no file can be sent now. @returns whether one can */
  function mayAttach(): boolean {
    const limit = findFileLimit(room.state, room.door() !== undefined, serverNow(room))
    if (limit) announce(filesTexts.limits[limit], true)
    return !limit
  }

  return {
    ...attachments,
    Tray: () => (
      <>
        <AttachmentTray attachments={attachments} />
        <Bar />
      </>
    ),
    isRecording,
    async record(press, released) {
      if (mayAttach()) await record(press, released)
    },
    attach(files) {
      if (!mayAttach()) return
      if (room.times()?.burn) return announce(disappearingTexts.filesOnce, true)
      const tooLarge = attachments.addFiles(files)
      if (tooLarge.length > 0) announce(filesTexts.tooLarge(tooLarge), true)
      else announce(filesTexts.attached(files.length))
    },
  }
}
