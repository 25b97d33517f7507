import { createMemo, For, Show, untrack } from 'solid-js'
import { votesTexts } from '#i18n/votes.ts'
import { announce } from '../../ui/announcer.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { Icon } from '../../ui/icon.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { createChoiceCodes } from './choice-codes.ts'
import { countVotes } from './count-votes.ts'
import { currentChange } from './current-change.ts'
import { orderQuestions } from './order-questions.ts'
import { votesOf } from './room-votes.ts'

const t = votesTexts

/** For hosts: what was asked, the open ones first and by votes. Each is ticked off once it is answered. */
export function QuestionList(props: { room: RoomModel }) {
  const { state } = props.room
  // In the order of when this was opened: in a lively room the rows would move under the finger. New ones come last.
  const questions = createMemo<RoomMessage[]>(
    (shown) => {
      const isNew = (one: RoomMessage) => one.kind === 'question' && !shown.includes(one)
      return [...shown, ...state.messages.filter(isNew)]
    },
    untrack(() => orderQuestions(state)),
  )
  return (
    <>
      <Show when={questions().length > 0} fallback={<p class="dialog-text">{t.noQuestions}</p>}>
        {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
        <ul class="question-list" role="list" aria-label={t.questions}>
          <For each={questions()}>{(message) => <QuestionRow room={props.room} message={message} />}</For>
        </ul>
      </Show>
      <Show when={!state.complete}>
        <button type="button" class="button button-line menu-wide" onClick={() => props.room.loadOlder()}>
          {t.earlier}
        </button>
      </Show>
    </>
  )
}

function QuestionRow(props: { room: RoomModel; message: RoomMessage }) {
  const codes = createChoiceCodes(props.room, props.message)
  const counted = () => countVotes(currentChange(props.message, props.room.state.changes), codes() ?? [], [])

  async function tick() {
    const { refusal } = await votesOf(props.room).closeVote(props.message.seq, !counted().isClosed)
    if (refusal) announce(sentenceFor(refusal), true)
  }

  return (
    <li class="question-row" classList={{ 'question-done': counted().isClosed }}>
      <p class="question-words">
        <bdi>{props.message.text}</bdi>
        <span class="field-hint" translate="no">
          {t.votes(counted().total)} · <bdi>{props.message.sender}</bdi>
        </span>
      </p>
      <button
        type="button"
        class="button button-line"
        aria-label={t.answeredOne(props.message.text)}
        aria-pressed={counted().isClosed}
        onClick={tick}
      >
        <Icon name="check" size={18} />
        {t.answered}
      </button>
    </li>
  )
}
