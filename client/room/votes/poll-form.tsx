import { createSignal, For, Show, type Signal } from 'solid-js'
import { votesTexts } from '#i18n/votes.ts'
import { POLL_OPTIONS } from '../../../protocol/limits.ts'
import { ok } from '../../../protocol/refusal.ts'
import { createBeforeUnloadGuard } from '../../browser/before-unload-guard.ts'
import { createFormSubmission, type FieldErrors } from '../../ui/form-submission.ts'
import { Icon } from '../../ui/icon.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { RoomModel } from '../room-model.ts'
import { wholeText } from '../whole-text.ts'
import { AskForm } from './ask-form.tsx'
import { checkPoll, EMPTY_POLL, type PollDraft } from './check-poll.ts'
import { readPollDraft } from './read-poll-draft.ts'

const t = votesTexts

/** What was written and not sent, for who closes the form and opens it again. */
const drafts = new WeakMap<RoomModel, Signal<PollDraft>>()

/** Returns what was written in this room, also before a reload, as soon as that is read. */
function draftOf(room: RoomModel): Signal<PollDraft> {
  const kept = drafts.get(room)
  if (kept) return kept
  const draft = createSignal(EMPTY_POLL)
  drafts.set(room, draft)
  const [written, setDraft] = draft
  // What was typed while it was being read is newer.
  void room.loadPoll().then((json) => written() === EMPTY_POLL && setDraft(readPollDraft(json)))
  return draft
}

/** Makes a poll: a question, and two to ten choices. */
export function PollForm(props: {
  room: RoomModel
  /** Why nothing can be sent now; null where it can. */
  block: string | null
  onClose: () => void
}) {
  const [draft, setDraft] = draftOf(props.room)
  function write(poll: PollDraft) {
    setDraft(poll)
    void props.room.savePoll(poll === EMPTY_POLL ? '' : JSON.stringify(poll))
  }
  const submission = createFormSubmission()
  const inputs: HTMLInputElement[] = []
  createBeforeUnloadGuard(
    () => draft() !== EMPTY_POLL,
    () => true,
  )

  const change = (part: Partial<PollDraft>) => write({ ...draft(), ...part })

  function changeChoice(at: number, text: string) {
    submission.clearError(`choice-${at}`)
    change({ choices: draft().choices.with(at, text) })
  }

  /** Shows other rows, and puts the focus on one. What was wrong with a row may belong to another now. */
  function changeRows(choices: readonly string[], focused: number) {
    for (const at of draft().choices.keys()) submission.clearError(`choice-${at}`)
    change({ choices })
    queueMicrotask(() => inputs[focused]?.focus())
  }

  function findErrors() {
    const { room } = props
    const fits = (text: string, options: readonly string[]) =>
      room.measureText(wholeText({ text, options: [...options] })) <= room.maxBytes()
    const { options, faults } = checkPoll(draft(), fits)
    const found: FieldErrors = props.block === null ? {} : { question: props.block }
    if (faults.question) found.question = faults.question === 'empty' ? t.noQuestion : t.tooLong
    for (const [at, fault] of faults.choices) found[`choice-${at}`] = t.choiceFaults[fault]
    return { options, found }
  }

  async function send(form: HTMLFormElement) {
    const { options, found } = findErrors()
    const { question, hasSeveral } = draft()
    const choice = hasSeveral ? undefined : ('one' as const)
    const sent = await submission.submit(
      async () => ok(props.room.sendMessage(question, { kind: 'poll', options, choice, burn: undefined })),
      { form, found },
    )
    if (!sent) return
    write(EMPTY_POLL)
    props.onClose()
  }

  return (
    <AskForm
      submission={submission}
      question={draft().question}
      onQuestion={(question) => change({ question })}
      onSend={send}
      onClose={props.onClose}
    >
      <fieldset class="ask-rows">
        <legend class="visually-hidden">{t.choices}</legend>
        {/* By their places: a row stays the same while its text changes. */}
        <For each={[...draft().choices.keys()]}>
          {(at) => (
            <div class="ask-row">
              <TextField
                label={t.choice(at + 1)}
                isProse
                value={draft().choices[at] ?? ''}
                error={submission.errors()[`choice-${at}`] ?? null}
                inputRef={(input) => {
                  inputs[at] = input
                }}
                onInput={(text) => changeChoice(at, text)}
              >
                <Show when={draft().choices.length > POLL_OPTIONS.min}>
                  <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label={t.removeChoice(at + 1)}
                    title={t.removeChoice(at + 1)}
                    onClick={() => changeRows(draft().choices.toSpliced(at, 1), Math.max(0, at - 1))}
                  >
                    <Icon path="M6 6l12 12M18 6L6 18" size={18} />
                  </button>
                </Show>
              </TextField>
            </div>
          )}
        </For>
      </fieldset>
      <Show when={draft().choices.length < POLL_OPTIONS.max}>
        <button
          type="button"
          class="button button-line menu-wide"
          onClick={() => changeRows([...draft().choices, ''], draft().choices.length)}
        >
          {t.addChoice}
        </button>
      </Show>
      <RadioGroup
        label={t.perPerson}
        value={draft().hasSeveral ? 1 : 0}
        choices={[
          { value: 0, label: t.oneChoice },
          { value: 1, label: t.severalChoices },
        ]}
        onChoose={(value) => change({ hasSeveral: value === 1 })}
      />
    </AskForm>
  )
}
