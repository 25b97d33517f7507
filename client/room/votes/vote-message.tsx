import { createMemo, createUniqueId, For, onMount, Show } from 'solid-js'
import { votesTexts } from '#i18n/votes.ts'
import { announce } from '../../ui/announcer.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { Icon } from '../../ui/icon.tsx'
import { keepFocus } from '../../ui/keep-focus.ts'
import { MessageText } from '../messages/message-text.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { createChoiceCodes } from './choice-codes.ts'
import { type CountedChoice, type CountedVote, countVotes } from './count-votes.ts'
import { currentChange } from './current-change.ts'
import { votesOf } from './room-votes.ts'

const t = votesTexts

/** Points up: this one matters. */
const VOTE_UP = 'M12 19V6M6 12l6-6 6 6'

interface VoteProps {
  message: RoomMessage
  onUnfold: () => void
}

/** A message that the others vote on: a question, or a poll. */
export function VoteMessage(props: VoteProps & { room: RoomModel }) {
  const votes = votesOf(props.room)
  const codes = createChoiceCodes(props.room, props.message)
  const counted = createMemo(() =>
    countVotes(
      currentChange(props.message, props.room.state.changes),
      codes() ?? [],
      votes.pendingOf(props.message.seq),
    ),
  )
  /** Why one's own vote is not counted. */
  const failure = () => {
    const { failure } = counted()
    if (codes() === null) return t.notLoaded
    return failure && (t.failures[failure] ?? t.failed)
  }
  const vote = (code: string, on: boolean) => votes.vote(props.message, code, on)
  return (
    <Show
      when={props.message.kind === 'poll'}
      fallback={
        <Question
          message={props.message}
          onUnfold={props.onUnfold}
          choice={counted().choices[0]}
          counted={counted()}
          failure={failure()}
          vote={vote}
        />
      }
    >
      <Poll
        room={props.room}
        message={props.message}
        onUnfold={props.onUnfold}
        counted={counted()}
        failure={failure()}
        vote={vote}
      />
    </Show>
  )
}

interface CountedProps extends VoteProps {
  counted: CountedVote
  /** Why one's own vote is not counted. */
  failure: string | undefined
  vote: (code: string, on: boolean) => void
}

/** Something that others vote up, and a host ticks off. */
function Question(props: CountedProps & { choice: CountedChoice | undefined }) {
  return (
    <div class="vote">
      <p class="vote-kind" translate="no">
        <span class="badge">{props.counted.isClosed ? t.answered : t.question}</span>
      </p>
      <MessageText text={props.message.text} onUnfold={props.onUnfold} />
      <Show when={props.choice}>
        {(choice) => (
          <button
            type="button"
            class="button button-line vote-up"
            translate="no"
            aria-label={t.voteUp(choice().count)}
            aria-pressed={choice().isMine}
            disabled={props.counted.isClosed}
            onClick={() => props.vote(choice().code, !choice().isMine)}
          >
            <Icon path={VOTE_UP} size={18} />
            {choice().count}
          </button>
        )}
      </Show>
      <VoteState isWaiting={props.counted.isWaiting} failure={props.failure} />
    </div>
  )
}

/** A question with choices. What is chosen counts at once. */
function Poll(props: CountedProps & { room: RoomModel }) {
  const name = createUniqueId()
  const { room, message } = props
  let poll!: HTMLDivElement
  let choices!: HTMLFieldSetElement
  // The buttons below it go once they are pressed.
  onMount(() => keepFocus(poll, () => choices.querySelector<HTMLElement>('input:enabled') ?? choices))
  const isOne = message.choice === 'one'
  const isOpen = () => !props.counted.isClosed
  const own = () => props.counted.choices.filter(({ isMine }) => isMine)
  const mayClose = () =>
    message.participantId === room.state.me?.participantId || room.state.me?.role !== 'participant'

  async function close() {
    const { refusal } = await votesOf(room).closeVote(message.seq, true)
    announce(refusal ? sentenceFor(refusal) : t.closed, refusal !== undefined)
  }

  return (
    <div ref={poll} class="vote poll">
      <p class="vote-kind" translate="no">
        <span class="badge">{isOpen() ? t.poll : t.pollClosed}</span>
      </p>
      <fieldset ref={choices} class="poll-choices" tabindex="-1" aria-describedby={`${name}-about`}>
        <legend>
          <MessageText text={message.text} onUnfold={props.onUnfold} />
        </legend>
        <For each={message.options}>
          {(option, at) => {
            const choice = () => props.counted.choices[at()]
            return (
              <label class="poll-choice" classList={{ 'poll-mine': choice()?.isMine === true }}>
                <input
                  type={isOne ? 'radio' : 'checkbox'}
                  name={name}
                  checked={choice()?.isMine === true}
                  disabled={!isOpen() || !choice()}
                  onChange={(event) => props.vote(choice()?.code ?? '', event.currentTarget.checked)}
                />
                <bdi class="poll-option">{option}</bdi>
                <span class="poll-count" translate="no">
                  {t.votes(choice()?.count ?? 0)}
                </span>
                <span
                  class="poll-bar"
                  aria-hidden="true"
                  style={{ '--part': `${(choice()?.count ?? 0) / Math.max(1, props.counted.total)}` }}
                />
              </label>
            )
          }}
        </For>
      </fieldset>
      <p class="vote-about" translate="no" id={`${name}-about`}>
        <span class="poll-total">{t.total(props.counted.total, !isOpen())}</span>{' '}
        <Show when={isOpen() && !isOne}>{t.several} </Show>
        <Show when={room.cipher()}>{t.asServerCounts}</Show>
      </p>
      <VoteState isWaiting={props.counted.isWaiting} failure={props.failure} />
      <Show when={isOpen()}>
        <div class="poll-actions">
          {/* Radio buttons can't be left without a choice once one is made. */}
          <Show when={isOne && own()[0]}>
            {(choice) => (
              <button
                type="button"
                class="button button-quiet"
                onClick={() => props.vote(choice().code, false)}
              >
                {t.takeBack}
              </button>
            )}
          </Show>
          <Show when={mayClose()}>
            <button type="button" class="button button-quiet" onClick={close}>
              {t.closePoll}
            </button>
          </Show>
        </div>
      </Show>
    </div>
  )
}

/** How one's own vote fares; nothing where it is counted. */
function VoteState(props: { isWaiting: boolean; failure: string | undefined }) {
  return (
    <>
      <Show when={props.isWaiting}>
        <p class="vote-state vote-waits" aria-live="off">
          {t.waiting}
        </p>
      </Show>
      <Show when={props.failure}>
        <p class="vote-state" role="alert">
          {props.failure}
        </p>
      </Show>
    </>
  )
}
