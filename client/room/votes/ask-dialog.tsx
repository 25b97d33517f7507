import { createMemo, createSignal, createUniqueId, Show } from 'solid-js'
import { votesTexts } from '#i18n/votes.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TimesForm } from '../disappearing/times-form.tsx'
import type { RoomModel } from '../room-model.ts'
import { serverNow } from '../server-now.ts'
import { findSpeechLimit } from '../speaking.ts'
import { sayBlock } from '../speech-limit-line.tsx'
import { PollForm } from './poll-form.tsx'
import { QuestionForm } from './question-form.tsx'
import { QuestionList } from './question-list.tsx'

const t = votesTexts

/** What stands in the dialog: what there is to choose from, or what was chosen. */
type Step = 'title' | 'ask' | 'makePoll' | 'disappear' | 'questions'

/** What else can be said than a text that stays; and for hosts, what was asked. */
export function AskDialog(props: {
  room: RoomModel
  /** What stands in the message box. */
  draft: string
  onDraft: (text: string) => void
  /** Whether files lie beside the box. */
  hasFiles: boolean
  onClose: () => void
}) {
  const [step, setStep] = createSignal<Step>('title')
  const { state } = props.room
  const manages = () => (state.me?.role ?? 'participant') !== 'participant'
  const hasQuestions = () => state.messages.some(({ kind }) => kind === 'question')
  const id = createUniqueId()
  const limit = createMemo(() => findSpeechLimit(state, serverNow(props.room)))
  /** Why nothing can be sent now: it is said before somebody writes a whole poll. */
  const block = () => sayBlock(limit())
  // Who has to wait for some seconds may write meanwhile.
  const isOff = (next: Step) => next !== 'questions' && block() !== null && limit()?.is !== 'slow'
  const choice = (next: Step) => (
    <button
      type="button"
      class="button button-line menu-wide"
      aria-disabled={isOff(next)}
      aria-describedby={block() ? id : undefined}
      onClick={() => !isOff(next) && setStep(next)}
    >
      {t[next]}
    </button>
  )
  return (
    <Dialog title={t[step()]} class="ask" onClose={() => props.onClose()}>
      {(close) => (
        <>
          <CloseButton onClose={close} />
          <Show when={step() !== 'questions' && block()}>
            {(reason) => (
              <p class="field-hint" id={id}>
                {reason()}
              </p>
            )}
          </Show>
          <Show when={step() === 'title'}>
            <div class="ask-choices">
              {choice('ask')}
              {choice('makePoll')}
              {choice('disappear')}
              <Show when={manages() && (hasQuestions() || !state.complete)}>{choice('questions')}</Show>
            </div>
          </Show>
          <Show when={step() === 'ask'}>
            <QuestionForm
              room={props.room}
              draft={props.draft}
              block={block()}
              onDraft={props.onDraft}
              onClose={close}
            />
          </Show>
          <Show when={step() === 'makePoll'}>
            <PollForm room={props.room} block={block()} onClose={close} />
          </Show>
          <Show when={step() === 'disappear'}>
            <TimesForm room={props.room} hasFiles={props.hasFiles} onClose={close} />
          </Show>
          <Show when={step() === 'questions'}>
            <QuestionList room={props.room} />
          </Show>
        </>
      )}
    </Dialog>
  )
}
