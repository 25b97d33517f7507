import { createEffect, createSignal, on, Show } from 'solid-js'
import { uiTexts } from '#i18n/ui.ts'
import { FailureText } from './failure-text.tsx'
import type { FormSubmission } from './form-submission.ts'

/** The end of a form: why it was refused, how long it has to wait, and the button that submits it. */
export function Submit(props: {
  label: string
  /** Further classes of the button. */
  class: string
  submission: Pick<FormSubmission, 'busy' | 'wait' | 'failure'>
  /** Whether the page holds what was typed and nothing else does: then logging in opens another tab. */
  keepsPage?: boolean
  /** A button before the other one that leaves everything as it is. */
  cancel?: { label: string; onCancel: () => void }
}) {
  const { busy, wait, failure } = props.submission
  const button = () => (
    <button type="submit" class={`button ${props.class}`} aria-disabled={busy() || wait() > 0}>
      {busy() ? uiTexts.busy : props.label}
    </button>
  )
  return (
    <>
      <FailureText failure={failure()} keepsPage={props.keepsPage} />
      <WaitText left={wait()} />
      <Show when={props.cancel} fallback={button()}>
        {(cancel) => (
          <div class="dialog-actions">
            <button type="button" class="button button-line" onClick={() => cancel().onCancel()}>
              {cancel().label}
            </button>
            {button()}
          </div>
        )}
      </Show>
    </>
  )
}

/**
 * How long a form waits. The figures are for the eye alone: the error says for how long, and the end of the wait is said
 * once, so that a screen reader reads two sentences and not sixty.
 */
function WaitText(props: {
  /** Seconds; 0 where nothing is waited for. */
  left: number
}) {
  const [isOver, setOver] = createSignal(false)
  createEffect(
    on(
      () => props.left > 0,
      (isWaiting, wasWaiting) => setOver(!isWaiting && wasWaiting === true),
    ),
  )
  return (
    <>
      <p class="submit-wait" hidden={props.left === 0} aria-hidden="true">
        {uiTexts.canSubmitIn(props.left)}
      </p>
      <p class="visually-hidden" role="status">
        {isOver() ? uiTexts.canSubmit : ''}
      </p>
    </>
  )
}
