import { createMemo, createResource, createUniqueId, For, Show } from 'solid-js'
import { reactionsTexts } from '#i18n/reactions.ts'
import { REACTORS_NAMED_MAX } from '../../../protocol/limits.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { currentChange } from '../votes/current-change.ts'
import { votesOf } from '../votes/room-votes.ts'
import { type CountedReaction, countReactions } from './count-reactions.ts'
import { findReactionCodes } from './reaction-choices.ts'
import { createReactors } from './reactors.ts'

const t = reactionsTexts

/** Milliseconds after which a finger that stays asks who it was. */
const LONG_PRESS = 500

/** Under a message: how often each reaction was given, each a button that gives it or takes it back. */
export function Reactions(props: { room: RoomModel; message: RoomMessage }) {
  const { state } = props.room
  const id = createUniqueId()
  const votes = votesOf(props.room)
  const [codes] = createResource(
    () => props.message,
    (message) => findReactionCodes(message, props.room.cipher()),
  )
  const change = () => currentChange(props.message, state.changes)
  const pending = () => votes.pendingOf(props.message.seq)
  const counted = createMemo(() => countReactions(change(), codes() ?? new Map(), pending()))
  const failure = () => pending().find(({ state }) => state === 'failed')?.failure
  const isNamed = () => (state.room?.capacity ?? REACTORS_NAMED_MAX + 1) <= REACTORS_NAMED_MAX
  const reactors = createReactors(
    props.room,
    () => props.message.seq,
    () => change().rev,
  )
  let press: ReturnType<typeof setTimeout> | undefined
  let wasLong = false

  const toggle = ({ code, isMine }: CountedReaction) => {
    if (!wasLong) votes.vote(props.message, code, !isMine)
    wasLong = false
  }
  const ask = (code: string) => isNamed() && reactors.ask(code)

  return (
    <Show when={codes() !== undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
      <div class="reactions" translate="no" role="group" aria-label={t.reactions}>
        {/* By their codes: a button stays the same while it is counted. */}
        <For each={counted().given.map(({ code }) => code)}>
          {(code) => {
            const one = () => counted().given.find((each) => each.code === code)
            const isAsked = () => reactors.asked() === code && reactors.names(code)
            return (
              <Show when={one()}>
                {(one) => (
                  <span class="reaction-place">
                    <button
                      type="button"
                      class="button reaction"
                      aria-label={t.counted(one().reaction.shown, one().count, one().isMine)}
                      aria-pressed={one().isMine}
                      aria-describedby={isAsked() ? id : undefined}
                      disabled={change().closed === true}
                      onClick={() => toggle(one())}
                      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && ask(code)}
                      onPointerLeave={() => {
                        clearTimeout(press)
                        reactors.forget()
                      }}
                      onPointerDown={({ pointerType }) => {
                        wasLong = false
                        if (pointerType !== 'touch') return
                        press = setTimeout(() => {
                          wasLong = true
                          ask(code)
                        }, LONG_PRESS)
                      }}
                      onPointerUp={() => clearTimeout(press)}
                      onFocus={() => ask(code)}
                      onBlur={() => reactors.forget()}
                    >
                      <span>{one().reaction.shown}</span>
                      <span class="reaction-count">{one().count}</span>
                    </button>
                    <Show when={isAsked()}>
                      <span class="reaction-who" role="tooltip" id={id}>
                        {reactors.names(code)}
                      </span>
                    </Show>
                  </span>
                )}
              </Show>
            )
          }}
        </For>
        <Show when={counted().others > 0}>
          <span class="reaction-others">{t.others(counted().others)}</span>
        </Show>
        <Show when={failure()}>{(code) => <p role="alert">{t.failures[code()] ?? t.failed}</p>}</Show>
      </div>
    </Show>
  )
}
