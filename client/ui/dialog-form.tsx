import type { JSX } from 'solid-js'
import type { FormSubmission } from './form-submission.ts'
import { Submit } from './submit.tsx'

/** The form of a dialog: its fields, why it was refused, and two buttons: one cancels, the other submits. */
export function DialogForm(props: {
  submitLabel: string
  cancelLabel: string
  /** Colours the button that submits: ember for what can't be undone. */
  tone: 'button-main' | 'button-ember'
  submission: FormSubmission
  onSubmit: (form: HTMLFormElement) => void
  onCancel: () => void
  children?: JSX.Element
}) {
  return (
    <form
      class="dialog-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit(event.currentTarget)
      }}
    >
      {props.children}
      <Submit
        label={props.submitLabel}
        class={props.tone}
        submission={props.submission}
        keepsPage
        cancel={{ label: props.cancelLabel, onCancel: () => props.onCancel() }}
      />
    </form>
  )
}
