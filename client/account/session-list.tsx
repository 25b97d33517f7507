import { createSignal, For, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import type { Session } from '../../protocol/account.ts'
import { formatInstant } from '../i18n/local-time.ts'
import type { AccountApi } from '../net/account-api.ts'
import { announce } from '../ui/announcer.tsx'
import { FailureText } from '../ui/failure-text.tsx'
import { type Failure, failureFor } from '../ui/form-submission.ts'
import { sayDevice } from './say-device.ts'

const t = accountTexts.settings.sessions

/** The account's sessions, with buttons that end them. */
export function SessionList(props: { api: AccountApi }) {
  const [sessions, setSessions] = createSignal<Session[]>([])
  const [failure, setFailure] = createSignal<Failure | null>(null)
  let list!: HTMLUListElement
  const others = () => sessions().filter(({ current }) => !current)

  async function loadSessions() {
    const { value, refusal } = await props.api.fetchSessions()
    setFailure(refusal ? failureFor(refusal) : null)
    if (value) setSessions(value.sessions)
  }
  void loadSessions()

  async function endSession({ sessionId, device }: Session) {
    const { refusal } = await props.api.endSession(sessionId)
    if (refusal && refusal.code !== 'session-not-found') return setFailure(failureFor(refusal))
    announce(t.ended(sayDevice(device, t)), true)
    await loadSessions()
    list.focus()
  }
  async function endOtherSessions() {
    const { refusal } = await props.api.endOtherSessions()
    if (refusal) return setFailure(failureFor(refusal))
    announce(t.endedOthers, true)
    await loadSessions()
    list.focus()
  }

  return (
    <>
      {/* The button that was pressed is removed: the list takes the focus. */}
      <ul ref={list} class="settings-list" tabindex="-1" aria-label={t.list}>
        <For each={sessions()}>
          {(session) => (
            <li>
              <span>
                {sayDevice(session.device, t)}
                <small>{session.current ? t.here : t.seen(formatInstant(session.seenAt, Date.now()))}</small>
              </span>
              <Show when={!session.current}>
                <button
                  type="button"
                  class="button button-line"
                  aria-label={t.endNamed(sayDevice(session.device, t))}
                  onClick={() => endSession(session)}
                >
                  {t.end}
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <FailureText failure={failure()} />
      <Show when={others().length > 0} fallback={<p>{t.alone}</p>}>
        <button type="button" class="button button-line" onClick={endOtherSessions}>
          {t.endOthers}
        </button>
      </Show>
    </>
  )
}
