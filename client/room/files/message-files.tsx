import { createEffect, For, Show } from 'solid-js'
import { filesTexts } from '#i18n/files.ts'
import { voiceTexts } from '#i18n/voice.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import { MessageText } from '../messages/message-text.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { VoiceFile } from '../voice/voice-file.tsx'
import { PictureFile } from './picture-file.tsx'
import { filesOf } from './room-files.ts'
import { SavedFile } from './saved-file.tsx'

const t = filesTexts

/** A message with files: its text, where it has one, and each file below it. */
export function MessageFiles(props: {
  room: RoomModel
  message: RoomMessage
  mine: boolean
  onUnfold: () => void
}) {
  const said = () => props.message.attached
  /** Ids of files of which the message says nothing: a page of ours didn't send them. */
  const unsaid = () => (said() ? [] : (props.message.files ?? []))
  const isShown = () => !isBlank(props.message.text) || props.message.opened !== undefined

  createEffect(() => {
    const { seq, files = [] } = props.message
    filesOf(props.room).noteMessage(seq, [...files, ...(said() ?? []).map(({ id }) => id)])
  })

  return (
    <div class="files">
      <Show when={isShown()}>
        <MessageText text={props.message.text} opened={props.message.opened} onUnfold={props.onUnfold} />
      </Show>
      <For each={said()}>
        {(file) => (
          <Show
            when={file.width && file.height}
            fallback={
              <Show when={file.duration} fallback={<SavedFile room={props.room} file={file} />}>
                <VoiceFile
                  room={props.room}
                  file={file}
                  label={props.mine ? voiceTexts.own : voiceTexts.from(props.message.sender)}
                />
              </Show>
            }
          >
            <PictureFile
              room={props.room}
              file={file}
              alt={props.mine ? t.ownPicture : t.pictureFrom(props.message.sender)}
            />
          </Show>
        )}
      </For>
      <For each={unsaid()}>{(id) => <SavedFile room={props.room} file={id} />}</For>
      <Show when={said()?.length === 0}>
        <p class="file-about">{t.unreadable}</p>
      </Show>
    </div>
  )
}
