import { createSignal, For, Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { transcriptTexts } from '#i18n/transcript.ts'
import type { TranscriptFile } from '../../protocol/answers.ts'
import type { AccountRoom, TranscriptFormat } from '../../protocol/schedule.ts'
import { FORMATS } from '../../protocol/transcript.ts'
import { saveFile } from '../browser/save-file.ts'
import { transcriptAddress } from '../net/account-api.ts'
import { announce } from '../ui/announcer.tsx'
import { FailureText } from '../ui/failure-text.tsx'
import { type Failure, failureFor, sentenceFor } from '../ui/form-submission.ts'
import type { Dashboard } from './create-dashboard.ts'
import { downloadSignedIn } from './download-signed-in.ts'
import { SaveWithFiles } from './save-with-files.tsx'
import type { TranscriptView } from './transcript-view.tsx'

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

  const [shown, setShown] = createSignal<{ View: typeof TranscriptView; transcript: TranscriptFile }>()
  let readButton!: HTMLButtonElement

  /** Has the transcript opened. Returns it; undefined where that failed, which is said. */
  async function openTranscript() {
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
    return value
  }

  async function readTranscript() {
    const [opened, view] = await Promise.all([
      openTranscript(),
      import('./transcript-view.tsx').catch(() => null),
    ])
    if (!opened) return
    if (view) setShown({ View: view.TranscriptView, transcript: opened.transcript })
    announce(
      !view ? sentenceFor({ code: 'unreachable' }) : opened.marked > 0 ? t.marked(opened.marked) : '',
      true,
    )
  }

  async function makeTranscript(format: TranscriptFormat) {
    const opened = await openTranscript()
    if (!opened) return
    const { transcript, marked } = opened
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
        <button
          ref={readButton}
          type="button"
          class="button button-quiet"
          aria-disabled={busy()}
          onClick={readTranscript}
        >
          {transcriptTexts.read}
        </button>
        <Show when={isEncrypted() && props.room.keys === 2}>
          <SaveWithFiles dashboard={props.dashboard} room={props.room} />
        </Show>
      </div>
      <Show when={isEncrypted()}>
        <p class="field-hint">{t.madeHere}</p>
      </Show>
      <FailureText failure={failure()} />
      <Show when={shown()} keyed>
        {({ View, transcript }) => (
          <View
            transcript={transcript}
            onClose={() => {
              setShown(undefined)
              readButton.focus()
            }}
          />
        )}
      </Show>
    </Show>
  )
}
