import { Show } from 'solid-js'
import { filesTexts } from '#i18n/files.ts'
import { formatSize } from '../../i18n/format-size.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Pending } from '../room-state.ts'
import { FILE_ICON } from './file-icon.ts'

const t = filesTexts

/** The file of a message that is not sent yet: how far it is, or why it got no further. */
export function PendingFile(props: { pending: Pending }) {
  const upload = () => props.pending.upload
  const details = () => upload()?.details ?? props.pending.attached?.[0]
  const progress = () => upload()?.progress()
  const isFailed = () => props.pending.state === 'failed'
  const how = () => {
    const is = progress()?.is
    if (is === 'paused') return t.paused
    return is === 'waiting' ? t.waiting : ''
  }
  return (
    <div class="files files-pending">
      <Show when={details()}>
        {(file) => (
          <div class="file">
            <Icon path={FILE_ICON} />
            <p class="file-name">
              <bdi>{file().name}</bdi>
            </p>
            <p class="file-about">
              {formatSize(file().size)} {!isFailed() && how()}
            </p>
          </div>
        )}
      </Show>
      <Show when={!isFailed() && upload()}>
        {(upload) => (
          <div class="file-progress">
            <progress
              max={upload().details.size || 1}
              value={upload().progress().sent}
              aria-label={t.sending(upload().details.name)}
            />
            <Show when={upload().progress().is !== 'sent'}>
              <button type="button" class="button button-quiet" onClick={() => upload().stop()}>
                {t.cancel}
              </button>
            </Show>
          </div>
        )}
      </Show>
      <Show when={isFailed() && props.pending.failure}>
        {(failure) => <p class="file-about file-failed">{t.failures[failure()] ?? t.failed}</p>}
      </Show>
    </div>
  )
}
