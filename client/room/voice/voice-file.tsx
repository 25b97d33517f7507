import { createEffect, createSignal, Show } from 'solid-js'
import { voiceTexts } from '#i18n/voice.ts'
import type { MessageFile } from '../../crypto/message-file.ts'
import { formatSize } from '../../i18n/format-size.ts'
import { createFetch } from '../files/fetch-file.ts'
import { fetchInView, UNASKED_MAX } from '../files/fetch-in-view.ts'
import { FetchProgress } from '../files/fetch-progress.tsx'
import { SavedFile } from '../files/saved-file.tsx'
import type { RoomModel } from '../room-model.ts'
import { createPlayback } from './playback.ts'
import { VoicePlayer } from './voice-player.tsx'

const t = voiceTexts

/** A voice message among the messages. What says it is one and can't be played is saved like any other file. */
export function VoiceFile(props: { room: RoomModel; file: MessageFile; label: string }) {
  const { room, file } = props
  const fetched = createFetch(room, file)
  const [isNone, setNone] = createSignal(false)
  const playback = createPlayback(file.duration ?? 0, fetched.fetch, () => setNone(true))
  let box!: HTMLDivElement
  fetchInView(() => box, file.size, fetched)
  createEffect(() => room.stage().is === 'over' && playback.pause())

  return (
    <Show
      when={!isNone()}
      fallback={
        <>
          <SavedFile room={room} file={file} />
          <p class="file-about">{t.noRecording}</p>
        </>
      }
    >
      <div ref={box} class="file-box">
        <VoicePlayer label={props.label} wave={file.wave} playback={playback} />
        <Show when={fetched.state().is === 'absent' && file.size > UNASKED_MAX}>
          <p class="file-about">{formatSize(file.size)}</p>
        </Show>
        <FetchProgress fetched={fetched} name={file.name} size={file.size} />
      </div>
    </Show>
  )
}
