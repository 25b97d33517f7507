import { votesTexts } from '#i18n/votes.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import { ok } from '../../../protocol/refusal.ts'
import { createFormSubmission } from '../../ui/form-submission.ts'
import type { RoomModel } from '../room-model.ts'
import { AskForm } from './ask-form.tsx'

const t = votesTexts

/** Asks what stands in the message box as a question. What is written here stands there, too: closing this loses nothing. */
export function QuestionForm(props: {
  room: RoomModel
  draft: string
  /** Why nothing can be sent now; null where it can. */
  block: string | null
  onDraft: (text: string) => void
  onClose: () => void
}) {
  const submission = createFormSubmission()

  async function ask(form: HTMLFormElement) {
    const text = props.draft
    const isLong = props.room.measureText(text) > props.room.maxBytes()
    const fault = isBlank(text) ? t.noQuestion : isLong ? t.tooLong : props.block
    const found = fault === null ? {} : { question: fault }
    const sent = await submission.submit(
      async () => ok(props.room.sendMessage(text, { kind: 'question', choice: 'one', burn: undefined })),
      { form, found },
    )
    if (!sent) return
    props.onDraft('')
    props.onClose()
  }

  return (
    <AskForm
      submission={submission}
      question={props.draft}
      hint={t.askHint}
      onQuestion={props.onDraft}
      onSend={ask}
      onClose={props.onClose}
    />
  )
}
