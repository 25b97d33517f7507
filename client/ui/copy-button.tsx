import { createSignal, onCleanup, Show } from 'solid-js'
import { copyTexts } from '#i18n/copy.ts'
import { copyText } from '../browser/copy-text.ts'
import { announce } from './announcer.tsx'
import { Icon } from './icon.tsx'

/** Milliseconds for which the button says that it has copied. */
const CONFIRM_FOR = 2_000

/** Copies a text and says so for two seconds. The button's accessible name stays the same. */
export function CopyButton(props: {
  label: string
  text: string
  /** What is announced once it is copied. */
  announcement: string
  class?: string
  /** Shows the icon alone. */
  bare?: boolean
  /** The key that does the same. */
  keys?: string
}) {
  const [done, setDone] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  async function copy() {
    const copied = await copyText(props.text)
    announce(copied ? props.announcement : copyTexts.notCopied, !copied)
    setDone(copied)
    clearTimeout(timer)
    timer = setTimeout(() => setDone(false), CONFIRM_FOR)
  }

  return (
    <button
      type="button"
      class={`button ${props.class ?? ''}`}
      aria-label={props.label}
      aria-keyshortcuts={props.keys}
      title={props.bare ? props.label + (props.keys ? ` (${props.keys})` : '') : undefined}
      onClick={copy}
    >
      <Icon name={done() ? 'check' : 'copy'} size={props.bare ? 18 : 20} />
      <Show when={!props.bare}>
        <span class="copy-label" translate="no">
          {done() ? copyTexts.copied : props.label}
        </span>
      </Show>
    </button>
  )
}
