import type { JSX } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { FailureText } from '../account/failure-text.tsx'
import type { Failure } from './form-submission.ts'
import { WaitLine } from './wait-line.tsx'

/** The form of a dialog: what it asks, what went wrong, and the two ways out of it. */
export function DialogForm(props: {
  yes: string
  no: string
  /** The class that colours the way on: ember for what can't be undone. */
  tone: 'button-main' | 'button-ember'
  busy: boolean
  /** Seconds until it can be sent again; 0 where it can. */
  wait: number
  failure: Failure | null
  onSend: (form: HTMLFormElement) => void
  onCancel: () => void
  children: JSX.Element
}) {
  return (
    <form
      class="ask-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onSend(event.currentTarget)
      }}
    >
      {props.children}
      <FailureText failure={props.failure} keeps />
      <WaitLine left={props.wait} />
      <div class="dialog-ways">
        <button type="button" class="button button-line" onClick={() => props.onCancel()}>
          {props.no}
        </button>
        <button type="submit" class={`button ${props.tone}`} aria-disabled={props.busy || props.wait > 0}>
          {props.busy ? accountTexts.busy : props.yes}
        </button>
      </div>
    </form>
  )
}
