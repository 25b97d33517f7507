import { createMemo, createSignal, For, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { isBlank } from '../../protocol/blank-text.ts'
import type { Seat } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import { joinSentences } from '../i18n/index.ts'
import { announce } from '../ui/announcer.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DeviceDialog } from './device/device-dialog.tsx'
import { FindDialog } from './find/find-dialog.tsx'
import { findHeirs, isHandingOver, isLeavingCostly } from './leaving.ts'
import { sayAwaySince } from './menu/away-seats.tsx'
import { CloseLinkDialog, NewLinkDialog } from './menu/new-link-dialog.tsx'
import { PersonDialog } from './menu/person-dialog.tsx'
import { RemoveDialog } from './menu/remove-dialog.tsx'
import { RoomMenu } from './menu/room-menu.tsx'
import { RulesDialog } from './menu/rules-dialog.tsx'
import { TimeDialog } from './menu/time-dialog.tsx'
import { freeSeat } from './room-commands.ts'
import type { RoomModel } from './room-model.ts'
import type { NamedParticipant } from './room-state.ts'
import { ShareDialog } from './share/share-dialog.tsx'
import { sayName } from './shown-names.tsx'
import { AskDialog } from './votes/ask-dialog.tsx'

const t = roomToolsTexts

/** Participants that this page has removed. */
const removed = new Set<string>()

/** What can be opened from the room's own buttons. */
export type Tool =
  | 'menu'
  | 'person'
  | 'share'
  | 'time'
  | 'destroy'
  | 'leave'
  | 'new-link'
  | 'close-link'
  | 'ask'
  | 'find'

/** What is open: a tool, or what the menu leads to. */
type Opened =
  | { is: Exclude<Tool, 'person'> | 'rules' | 'device' }
  | { is: 'person'; participant: NamedParticipant }
  | { is: 'remove'; participant: NamedParticipant }
  | { is: 'free'; seat: Seat }

/** What opens over a room: its menu, the invitation, and the questions that come before what can't be undone. */
export function RoomTools(props: {
  room: RoomModel
  tool: Tool
  /** Whom the tool is about. */
  person?: NamedParticipant | undefined
  /** What stands in the message box. */
  draft: string
  onDraft: (text: string) => void
  /** Whether files lie beside the box. */
  hasFiles: boolean
  onClose: () => void
}) {
  const first = (): Opened => {
    if (props.tool !== 'person') return { is: props.tool }
    return props.person ? { is: 'person', participant: props.person } : { is: 'menu' }
  }
  const [opened, setOpened] = createSignal<Opened>(first())
  const at = <O extends Opened['is']>(is: O) => {
    const now = opened()
    return now.is === is ? (now as Extract<Opened, { is: O }>) : undefined
  }
  const destroying = () =>
    joinSentences([t.destroy.text, !!props.room.state.room?.retainFor && t.destroy.transcript])
  const heirs = createMemo(() => (isHandingOver(props.room.state) ? findHeirs(props.room.state) : []))
  const [heir, setHeir] = createSignal('')
  // The longest here, unless another was chosen who is still here.
  const chosenHeir = () =>
    (heirs().find(({ participantId }) => participantId === heir()) ?? heirs()[0])?.participantId
  function leaving() {
    const { state } = props.room
    const { pending, room } = state
    const unsent =
      pending.length > 0 ? t.leave.waiting(pending.length) : !isBlank(props.draft) ? t.leave.draft : ''
    const handing = heirs().length > 0 ? t.leave.handOver : t.leave.longest
    const cost = isHandingOver(state) ? handing : isLeavingCostly(state) ? t.leave.locked : ''
    return joinSentences([unsent, cost, !room?.locked && t.leave.seat])
  }
  return (
    <>
      <Show when={at('remove')?.participant}>
        {(participant) => (
          <RemoveDialog
            room={props.room}
            participant={participant()}
            onRemoved={() => removed.add(participant().participantId)}
            onClose={props.onClose}
          />
        )}
      </Show>
      <Show when={at('person')?.participant}>
        {(participant) => (
          <PersonDialog
            room={props.room}
            person={participant()}
            onRemove={() => setOpened({ is: 'remove', participant: participant() })}
            onClose={props.onClose}
          />
        )}
      </Show>
      <Show when={at('rules')}>
        <RulesDialog room={props.room} onClose={props.onClose} />
      </Show>
      <Show when={at('device')}>
        <DeviceDialog onClose={props.onClose} />
      </Show>
      <Show when={at('free')?.seat}>
        {(seat) => (
          <ConfirmDialog
            title={t.away.ask(seat().alias)}
            text={joinSentences([t.away.about(seat().alias, sayAwaySince(seat())), t.away.text])}
            confirmLabel={t.away.confirmLabel}
            cancelLabel={t.away.cancelLabel}
            sentences={t.refusals}
            onConfirm={() => freeSeat(props.room, seat().participantId)}
            onDone={() => announce(t.away.done(seat().alias), true)}
            onClose={props.onClose}
          />
        )}
      </Show>
      <Show when={at('menu')}>
        <RoomMenu
          room={props.room}
          removed={removed}
          onShare={() => setOpened({ is: 'share' })}
          onMoveEnd={() => setOpened({ is: 'time' })}
          onNewLink={() => setOpened({ is: 'new-link' })}
          onCloseLink={() => setOpened({ is: 'close-link' })}
          onFind={() => setOpened({ is: 'find' })}
          onRules={() => setOpened({ is: 'rules' })}
          onDevice={() => setOpened({ is: 'device' })}
          onPerson={(participant) => setOpened({ is: 'person', participant })}
          onRemove={(participant) => setOpened({ is: 'remove', participant })}
          onFree={(seat) => setOpened({ is: 'free', seat })}
          onClose={props.onClose}
        />
      </Show>
      <Show when={at('share')}>
        <ShareDialog room={props.room} onClose={props.onClose} />
      </Show>
      <Show when={at('ask')}>
        <AskDialog
          room={props.room}
          draft={props.draft}
          onDraft={props.onDraft}
          hasFiles={props.hasFiles}
          onClose={props.onClose}
        />
      </Show>
      <Show when={at('find')}>
        <FindDialog room={props.room} onClose={props.onClose} />
      </Show>
      <Show when={at('time')}>
        <TimeDialog room={props.room} onClose={props.onClose} />
      </Show>
      <Show when={at('new-link')}>
        <NewLinkDialog room={props.room} onDone={() => setOpened({ is: 'share' })} onClose={props.onClose} />
      </Show>
      <Show when={at('close-link')}>
        <CloseLinkDialog room={props.room} onClose={props.onClose} />
      </Show>
      <Show when={at('destroy')}>
        <ConfirmDialog
          title={t.destroy.title}
          text={destroying()}
          confirmLabel={t.destroy.confirmLabel}
          cancelLabel={t.keep}
          sentences={t.refusals}
          onConfirm={() => props.room.destroyRoom()}
          onClose={props.onClose}
        />
      </Show>
      <Show when={at('leave')}>
        <ConfirmDialog
          title={t.leave.title}
          text={leaving()}
          confirmLabel={t.leave.confirmLabel}
          cancelLabel={t.stay}
          onConfirm={async () => ok(await props.room.leaveRoom(chosenHeir()))}
          onClose={props.onClose}
        >
          <Show when={heirs().length > 0}>
            <label class="field">
              <span class="field-label">{t.leave.heir}</span>
              <select class="input" onChange={(event) => setHeir(event.currentTarget.value)}>
                <For each={heirs()}>
                  {(person) => (
                    <option value={person.participantId} selected={person.participantId === chosenHeir()}>
                      {sayName({ ...person, name: person.alias })}
                    </option>
                  )}
                </For>
              </select>
            </label>
          </Show>
        </ConfirmDialog>
      </Show>
    </>
  )
}
