import { createSignal, Show } from 'solid-js'
import { votesTexts } from '#i18n/votes.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { RoomModel } from '../room-model.ts'
import { PollForm } from './poll-form.tsx'
import { QuestionForm } from './question-form.tsx'
import { QuestionList } from './question-list.tsx'

const t = votesTexts

/** What stands in the dialog: what there is to choose from, or what was chosen. */
type Step = 'title' | 'ask' | 'makePoll' | 'questions'

/** What else can be said than a text; and for hosts, what was asked. */
export function AskDialog(props: {
  room: RoomModel
  /** What stands in the message box. */
  draft: string
  onDraft: (text: string) => void
  onClose: () => void
}) {
  const [step, setStep] = createSignal<Step>('title')
  const { state } = props.room
  const manages = () => (state.me?.role ?? 'participant') !== 'participant'
  const hasQuestions = () => state.messages.some(({ kind }) => kind === 'question')
  const choice = (next: Step) => (
    <button type="button" class="button button-line menu-wide" onClick={() => setStep(next)}>
      {t[next]}
    </button>
  )
  return (
    <Dialog title={t[step()]} class="ask" onClose={() => props.onClose()}>
      {(close) => (
        <>
          <CloseButton onClose={close} />
          <Show when={step() === 'title'}>
            <div class="ask-choices">
              {choice('ask')}
              {choice('makePoll')}
              <Show when={manages() && (hasQuestions() || !state.complete)}>{choice('questions')}</Show>
            </div>
          </Show>
          <Show when={step() === 'ask'}>
            <QuestionForm room={props.room} draft={props.draft} onDraft={props.onDraft} onClose={close} />
          </Show>
          <Show when={step() === 'makePoll'}>
            <PollForm room={props.room} onClose={close} />
          </Show>
          <Show when={step() === 'questions'}>
            <QuestionList room={props.room} />
          </Show>
        </>
      )}
    </Dialog>
  )
}
