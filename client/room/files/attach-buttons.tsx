import { attachTexts } from '#i18n/attach.ts'
import { Icon } from '../../ui/icon.tsx'
import type { FilesBeside } from './attach-files.tsx'

const t = attachTexts

/** Whether this browser records. */
const CAN_RECORD = 'MediaRecorder' in globalThis

/** The buttons with which one picks files, or records a voice: they come a moment after the box to which they belong. */
export function AttachButtons(props: {
  /** Has something done by what takes files for the next message. */
  withFiles: (run: (beside: FilesBeside) => unknown) => void
}) {
  let picker!: HTMLInputElement

  /** @param press a pointer that came down, or a click */
  function record(press: MouseEvent) {
    // It may be let go before what records is loaded.
    const released = new Promise<Event>((resolve) => {
      for (const end of ['pointerup', 'pointercancel']) addEventListener(end, resolve, { once: true })
    })
    props.withFiles((beside) => beside.record(press, released))
  }

  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={() => {
          const picked = [...(picker.files ?? [])]
          props.withFiles((beside) => beside.attach(picked))
          // The same file can be picked again.
          picker.value = ''
          picker.closest('form')?.querySelector('textarea')?.focus()
        }}
      />
      <button
        type="button"
        class="button button-quiet button-icon composer-send"
        aria-label={t.attach}
        title={t.attach}
        onClick={() => picker.click()}
      >
        <Icon path="M19 11.5l-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3 3 0 0 1 4.3 4.3l-7.6 7.6a1.5 1.5 0 0 1-2.1-2.1l6.8-6.8" />
      </button>
      {CAN_RECORD && (
        <button
          type="button"
          class="button button-quiet button-icon composer-send composer-record"
          aria-label={t.record}
          title={t.record}
          onPointerDown={record}
          onClick={record}
        >
          <Icon path="M9.5 6a2.5 2.5 0 0 1 5 0v5a2.5 2.5 0 0 1-5 0zM6 11a6 6 0 0 0 12 0M12 17v3.5" />
        </button>
      )}
    </>
  )
}
