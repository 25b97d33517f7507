import { createSignal, For, Show } from 'solid-js'
import { filesTexts } from '#i18n/files.ts'
import { voiceTexts } from '#i18n/voice.ts'
import { formatSize } from '../../i18n/format-size.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Icon } from '../../ui/icon.tsx'
import { createPlayback } from '../voice/playback.ts'
import type { Recording } from '../voice/recording.ts'
import { VoicePlayer } from '../voice/voice-player.tsx'
import type { Attachment, Attachments } from './attachments.ts'
import { FILE_ICON } from './file-icon.ts'

const t = filesTexts

/** The files that go with the next message, above the box in which it is written. */
export function AttachmentTray(props: { attachments: Attachments }) {
  let tray!: HTMLUListElement

  function remove(id: number) {
    props.attachments.remove(id)
    // The button that had the focus is gone.
    const next =
      tray?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('.composer-text')
    next?.focus()
  }

  return (
    <Show when={props.attachments.list().length > 0}>
      <ul ref={tray} class="tray" aria-label={t.tray}>
        <For each={props.attachments.list()}>
          {(attachment) => <TrayItem attachment={attachment} onRemove={() => remove(attachment.id)} />}
        </For>
      </ul>
      <p class="tray-about">{t.limit}</p>
    </Show>
  )
}

function TrayItem(props: { attachment: Attachment; onRemove: () => void }) {
  const picture = () => {
    const looked = props.attachment.looked()
    return looked?.is === 'picture' ? looked : undefined
  }
  const about = () => {
    const looked = props.attachment.looked()
    if (looked?.is === 'file') return looked.isUndrawn ? t.undrawn : ''
    if (looked?.sniffed.isAnimated && !props.attachment.isAsIs()) return t.motionless
    return ''
  }
  return (
    <li class="tray-item">
      <Show
        when={props.attachment.recording}
        keyed
        fallback={
          <>
            <Show
              when={picture()?.address}
              fallback={
                <span class="tray-picture tray-file">
                  <Icon path={FILE_ICON} />
                </span>
              }
            >
              {(address) => <img class="tray-picture" src={address()} alt="" />}
            </Show>
            <div class="tray-words">
              <p class="file-name">
                <bdi>{props.attachment.name}</bdi>
              </p>
              <p class="file-about">
                <Show when={props.attachment.looked()} fallback={t.preparing}>
                  {formatSize(props.attachment.size())}
                </Show>{' '}
                {about()}
              </p>
              <Show when={picture() && props.attachment.mayBeAsIs}>
                <Checkbox
                  label={t.asIs}
                  hint={t.asIsHint}
                  checked={props.attachment.isAsIs()}
                  onChange={props.attachment.setAsIs}
                />
              </Show>
            </div>
          </>
        }
      >
        {(recording) => <RecordedVoice recording={recording} />}
      </Show>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={t.remove(props.attachment.name)}
        title={t.removeShort}
        onClick={() => props.onRemove()}
      >
        <Icon path="M6 6l12 12M18 6L6 18" />
      </button>
    </li>
  )
}

/** What was recorded, to be listened to before it goes. */
function RecordedVoice(props: { recording: Recording }) {
  const { file, duration, wave } = props.recording
  const [isNone, setNone] = createSignal(false)
  const playback = createPlayback(
    duration,
    () => Promise.resolve(file),
    () => setNone(true),
  )
  return (
    <div class="tray-voice">
      <VoicePlayer label={voiceTexts.own} wave={wave} playback={playback} />
      <Show when={isNone()}>
        <p class="file-about">{voiceTexts.unplayed}</p>
      </Show>
    </div>
  )
}
