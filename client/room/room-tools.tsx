import { createSignal, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { isBlank } from '../../protocol/blank-text.ts'
import type { Participant, Seat } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import { announce } from '../ui/announcer.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { isLeavingCostly } from './leaving.ts'
import { sayAwaySince } from './menu/away-seats.tsx'
import { CloseLinkDialog, NewLinkDialog } from './menu/new-link-dialog.tsx'
import { RemoveDialog } from './menu/remove-dialog.tsx'
import { RoomMenu } from './menu/room-menu.tsx'
import { TimeDialog } from './menu/time-dialog.tsx'
import { freeSeat } from './room-commands.ts'
import type { RoomModel } from './room-model.ts'
import { ShareDialog } from './share/share-dialog.tsx'
import { AskDialog } from './votes/ask-dialog.tsx'

const t = roomToolsTexts

/** Participants that this page has removed. */
const removed = new Set<string>()

/** What can be opened from the room's own buttons. */
export type Tool = 'menu' | 'share' | 'time' | 'destroy' | 'leave' | 'new-link' | 'close-link' | 'ask'

/** What is open: a tool, or what the menu leads to. */
type Opened = { is: Tool } | { is: 'remove'; participant: Participant } | { is: 'free'; seat: Seat }

/** What opens over a room: its menu, the invitation, and the questions that come before what can't be undone. */
export function RoomTools(props: {
  room: RoomModel
  tool: Tool
  /** What stands in the message box. */
  draft: string
  onDraft: (text: string) => void
  onClose: () => void
}) {
  const [opened, setOpened] = createSignal<Opened>({ is: props.tool })
  const at = <O extends Opened['is']>(is: O) => {
    const now = opened()
    return now.is === is ? (now as Extract<Opened, { is: O }>) : undefined
  }
  const destroying = () =>
    props.room.state.room?.retainFor ? `${t.destroy.text} ${t.destroy.transcript}` : t.destroy.text
  function leaving() {
    const { state } = props.room
    const { pending, room, me } = state
    const unsent =
      pending.length > 0 ? t.leave.waiting(pending.length) : !isBlank(props.draft) ? t.leave.draft : ''
    const cost = isLeavingCostly(state) ? (me?.role === 'host' ? t.leave.host : t.leave.locked) : ''
    return [unsent, cost, room?.locked ? '' : t.leave.seat].join(' ').trim()
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
      <Show when={at('free')?.seat}>
        {(seat) => (
          <ConfirmDialog
            title={t.away.ask(seat().alias)}
            text={`${seat().alias}: ${sayAwaySince(seat())}. ${t.away.text}`}
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
          onRemove={(participant) => setOpened({ is: 'remove', participant })}
          onFree={(seat) => setOpened({ is: 'free', seat })}
          onClose={props.onClose}
        />
      </Show>
      <Show when={at('share')}>
        <ShareDialog room={props.room} onClose={props.onClose} />
      </Show>
      <Show when={at('ask')}>
        <AskDialog room={props.room} draft={props.draft} onDraft={props.onDraft} onClose={props.onClose} />
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
          onConfirm={async () => ok(await props.room.leaveRoom())}
          onClose={props.onClose}
        />
      </Show>
    </>
  )
}
