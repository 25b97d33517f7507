import { Show } from 'solid-js'
import { filesTexts } from '#i18n/files.ts'
import type { FetchedFile } from './fetch-file.ts'

const t = filesTexts

/** How far a file is on its way here, or why it can't be had. */
export function FetchProgress(props: {
  fetched: FetchedFile
  name: string
  /** Octets; undefined where nobody says. */
  size: number | undefined
}) {
  const coming = () => {
    const state = props.fetched.state()
    return state.is === 'coming' ? state : undefined
  }
  const failure = () => {
    const state = props.fetched.state()
    return state.is === 'failed' ? state.failure : undefined
  }
  return (
    <>
      <Show when={coming()}>
        {(state) => (
          <div class="file-progress" aria-live="off">
            <progress
              max={props.size || 1}
              value={props.size === undefined ? undefined : state().received}
              aria-label={t.fetching(props.name)}
            />
            <Show when={state().isPaused}>
              <p class="file-about">{t.paused}</p>
            </Show>
          </div>
        )}
      </Show>
      <Show when={failure()}>
        {(failure) => (
          <div class="file-progress">
            <p class="file-about file-failed" role="alert">
              {t.notFetched[failure()]}
            </p>
            <Show when={failure() !== 'gone'}>
              <button type="button" class="button button-line" onClick={() => void props.fetched.fetch()}>
                {t.again}
              </button>
            </Show>
          </div>
        )}
      </Show>
    </>
  )
}
