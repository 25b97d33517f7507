import { createSignal, For, Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom, TranscriptFormat } from '../../protocol/schedule.ts'
import { FORMATS } from '../../protocol/transcript.ts'
import { saveFile } from '../browser/save-file.ts'
import { transcriptAddress } from '../net/account-api.ts'
import { announce } from '../ui/announcer.tsx'
import { FailureText } from '../ui/failure-text.tsx'
import { type Failure, failureFor } from '../ui/form-submission.ts'
import type { Dashboard } from './create-dashboard.ts'
import { downloadSignedIn } from './download-signed-in.ts'
import { SaveWithFiles } from './save-with-files.tsx'

const t = accountRoomsTexts
const ALL: readonly TranscriptFormat[] = ['json', 'csv', 'markdown']

/** The transcript as a file: from the server, or, for an encrypted room, made here with the keys that are stored here. */
export function TranscriptDownloads(props: { dashboard: Dashboard; room: AccountRoom }) {
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | null>(null)

  const download = (event: MouseEvent & { currentTarget: HTMLAnchorElement }) =>
    void downloadSignedIn(
      event,
      () => props.dashboard.checkSession(),
      (refusal) => setFailure(refusal && failureFor(refusal)),
    )

  const isEncrypted = () => props.room.encryption === 'e2ee'

  async function makeTranscript(format: TranscriptFormat) {
    if (busy()) return
    setBusy(true)
    setFailure(null)
    announce(t.opening, true)
    const { value, refusal } = await props.dashboard.openTranscript(props.room, t.odd)
    setBusy(false)
    if (refusal) {
      // The announcement is out of date, and would hide the failure.
      announce('')
      setFailure(failureFor(refusal, t.refusals))
      return
    }
    const { transcript, marked } = value
    const { extension, type, head, message, tail } = FORMATS[format]
    const pieces = [head(transcript.room), ...transcript.messages.map(message), tail()]
    saveFile(props.room.title, extension, type, pieces)
    announce(marked > 0 ? t.marked(marked) : t.saved, true)
  }

  return (
    <Show when={props.dashboard.hasKeys(props.room)}>
      <div class="card-transcript">
        <span class="card-label">{t.transcript}</span>
        <For each={ALL}>
          {(format) => (
            <Show
              when={isEncrypted()}
              fallback={
                <a
                  class="button button-quiet"
                  href={transcriptAddress(props.room.roomId, format)}
                  download=""
                  onClick={download}
                  aria-label={t.transcriptAs(t.formats[format])}
                >
                  {t.formats[format]}
                </a>
              }
            >
              <button
                type="button"
                class="button button-quiet"
                aria-label={t.transcriptAs(t.formats[format])}
                aria-disabled={busy()}
                onClick={() => makeTranscript(format)}
              >
                {t.formats[format]}
              </button>
            </Show>
          )}
        </For>
        <Show when={isEncrypted() && props.room.keys === 2}>
          <SaveWithFiles dashboard={props.dashboard} room={props.room} />
        </Show>
      </div>
      <Show when={isEncrypted()}>
        <p class="field-hint">{t.madeHere}</p>
      </Show>
      <FailureText failure={failure()} />
    </Show>
  )
}
