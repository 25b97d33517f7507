import type { JSX } from 'solid-js'
import { votesTexts } from '#i18n/votes.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import type { FormSubmission } from '../../ui/form-submission.ts'
import { TextArea } from './text-area.tsx'

const t = votesTexts

/** The form of a question that others answer, by itself or with choices below it. */
export function AskForm(props: {
  submission: FormSubmission
  question: string
  hint?: string
  onQuestion: (text: string) => void
  onSend: (form: HTMLFormElement) => void
  onClose: () => void
  children?: JSX.Element
}) {
  return (
    <DialogForm
      submitLabel={t.send}
      cancelLabel={t.cancel}
      tone="button-main"
      submission={props.submission}
      onSubmit={props.onSend}
      onCancel={props.onClose}
    >
      <TextArea
        label={t.yourQuestion}
        hint={props.hint}
        value={props.question}
        error={props.submission.errors().question}
        onInput={(text) => {
          props.submission.clearError('question')
          props.onQuestion(text)
        }}
      />
      {props.children}
    </DialogForm>
  )
}
