import { Show } from 'solid-js'
import { filesTexts } from '#i18n/files.ts'
import { saveBlob } from '../../browser/save-file.ts'
import type { MessageFile } from '../../crypto/message-file.ts'
import { formatSize } from '../../i18n/format-size.ts'
import { Icon } from '../../ui/icon.tsx'
import type { RoomModel } from '../room-model.ts'
import { createFetch } from './fetch-file.ts'
import { FetchProgress } from './fetch-progress.tsx'
import { FILE_ICON } from './file-icon.ts'

const t = filesTexts

/** A file that can be saved and is never shown: its name, its size, and the way to it. */
export function SavedFile(props: { room: RoomModel; file: MessageFile | string }) {
  const fetched = createFetch(props.room, props.file)
  const known = () => (typeof props.file === 'string' ? undefined : props.file)
  const name = () => known()?.name ?? t.unnamed

  async function save() {
    const blob = await fetched.fetch()
    // Without a type of its own, also where it was sent from here.
    if (blob) saveBlob(name(), blob.slice(0, blob.size, 'application/octet-stream'))
  }

  return (
    <div class="file-box">
      <div class="file">
        <Icon path={FILE_ICON} />
        <p class="file-name">
          <bdi>{name()}</bdi>
        </p>
        <Show when={known()}>{(file) => <p class="file-about">{formatSize(file().size)}</p>}</Show>
        <button
          type="button"
          class="button button-line file-save"
          aria-label={t.saveFile(name())}
          onClick={save}
        >
          {t.save}
        </button>
      </div>
      <FetchProgress fetched={fetched} name={name()} size={known()?.size} />
    </div>
  )
}
