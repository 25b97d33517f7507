import { createSignal, onCleanup, Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { fileName } from '../../protocol/file-name.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { saveBlob } from '../browser/save-file.ts'
import { makeFileApi } from '../net/file-api.ts'
import { realTimers } from '../net/timers.ts'
import { announce } from '../ui/announcer.tsx'
import { FailureText } from '../ui/failure-text.tsx'
import { type Failure, failureFor } from '../ui/form-submission.ts'
import type { Dashboard } from './create-dashboard.ts'
import type { ArchiveProgress } from './make-archive.ts'

const { archive: t, opening, odd, refusals } = accountRoomsTexts

/** Saves the transcript and all files of a room as one archive, which is made here with the keys that are stored here. */
export function SaveWithFiles(props: { dashboard: Dashboard; room: AccountRoom }) {
  /** What stops the one that is being made. */
  const [running, setRunning] = createSignal<AbortController | null>(null)
  const [progress, setProgress] = createSignal<ArchiveProgress | null>(null)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  let saveButton!: HTMLButtonElement
  let stopButton: HTMLButtonElement | undefined
  onCleanup(() => running()?.abort())

  async function save() {
    if (running()) return
    const stopping = new AbortController()
    setRunning(stopping)
    setFailure(null)
    announce(opening, true)
    const said = await makeAndSave(stopping.signal).catch(() => t.failed)
    // Who stopped it was told, and may have begun anew.
    if (!stopping.signal.aborted) end(said)
  }

  /** @returns what is said at the end */
  async function makeAndSave(signal: AbortSignal): Promise<string> {
    const { roomId, title } = props.room
    const { value: opened, refusal } = await props.dashboard.openTranscript(props.room, odd)
    if (signal.aborted) return ''
    if (refusal) {
      setFailure(failureFor(refusal, refusals))
      return ''
    }
    if (!opened.files?.length) return t.none
    announce(t.loading, true)
    const { makeArchive } = await import('./make-archive.ts')
    const made = await makeArchive(opened, {
      fetchChunk: makeFileApi(roomId).fetchChunk,
      timers: realTimers,
      signal,
      onProgress: (now) => signal.aborted || setProgress(now),
      nameMissing: t.missing,
    })
    if (made === null) return ''
    saveBlob(fileName(title, 'zip'), made.blob)
    return made.missing > 0 ? t.incomplete(made.missing) : t.saved
  }

  function end(said: string) {
    if (document.activeElement === stopButton) saveButton.focus()
    setRunning(null)
    setProgress(null)
    announce(said, true)
  }

  return (
    <>
      <button
        ref={saveButton}
        type="button"
        class="button button-quiet"
        aria-disabled={running() !== null}
        onClick={save}
      >
        {t.save}
      </button>
      <Show when={running()}>
        {(stopping) => (
          <div class="archive-progress" aria-live="off">
            <progress max={progress()?.size || 1} value={progress()?.received ?? 0} aria-label={t.progress} />
            <button
              ref={stopButton}
              type="button"
              class="button button-quiet"
              onClick={() => {
                stopping().abort()
                end(t.stopped)
              }}
            >
              {t.stop}
            </button>
            <Show when={progress()?.isPaused}>
              <p class="field-hint">{t.paused}</p>
            </Show>
          </div>
        )}
      </Show>
      <FailureText failure={failure()} />
    </>
  )
}
