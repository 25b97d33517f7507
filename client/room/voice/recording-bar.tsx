import { onCleanup, onMount } from 'solid-js'
import { voiceTexts } from '#i18n/voice.ts'
import { formatLength, RECORDING_MAX } from './recording.ts'

const t = voiceTexts

/** A recording that runs, where one writes otherwise: how long and how loud it is, and how it ends. */
export function RecordingBar(props: {
  /** Milliseconds. */
  elapsed: number
  /** 0 to 1. */
  level: number
  onStop: () => void
  onCancel: () => void
}) {
  let stop!: HTMLButtonElement

  onMount(() => stop.focus({ preventScroll: true }))

  // Where it is held the focus is nowhere yet. In a dialog the key closes the dialog.
  const key = (event: KeyboardEvent) => {
    const isElsewhere = event.target instanceof Element && event.target.closest('dialog') !== null
    if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) props.onCancel()
  }
  addEventListener('keydown', key)
  onCleanup(() => removeEventListener('keydown', key))

  return (
    <fieldset
      class="composer-box recording"
      aria-label={t.recording}
      // The key that began it may still be down.
      onKeyDown={(event) => event.repeat && event.preventDefault()}
    >
      <span class="recording-level" style={{ '--level': props.level.toFixed(2) }} />
      <p class="recording-length">
        {formatLength(props.elapsed)}{' '}
        <span class="recording-most">{t.most(formatLength(RECORDING_MAX))}</span>
      </p>
      <button type="button" class="button button-quiet" onClick={() => props.onCancel()}>
        {t.cancel}
      </button>
      <button ref={stop} type="button" class="button button-main" onClick={() => props.onStop()}>
        {t.stop}
      </button>
    </fieldset>
  )
}
