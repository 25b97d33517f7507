import { createSignal, Match, Switch } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { Participant, Seat } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import { announce } from '../ui/announcer.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { isLeavingCostly } from './leaving.ts'
import { sayAwaySince } from './menu/away-seats.tsx'
import { CloseLinkDialog, NewLinkDialog } from './menu/new-link-dialog.tsx'
import { RemoveDialog } from './menu/remove-dialog.tsx'
import { RoomMenu } from './menu/room-menu.tsx'
import { freeSeat } from './room-commands.ts'
import type { RoomModel } from './room-model.ts'
import { ShareDialog } from './share/share-dialog.tsx'

const t = roomToolsTexts

/** Participants that this page has removed. */
const removed = new Set<string>()

/** What can be opened from the room's own buttons. */
export type Tool = 'menu' | 'share' | 'destroy' | 'leave' | 'new-link' | 'close-link'

/** What opens over a room: its menu, the invitation, and the questions that come before what can't be undone. */
export function RoomTools(props: { room: RoomModel; tool: Tool; drafting: boolean; onClose: () => void }) {
  const [tool, setTool] = createSignal<Tool>(props.tool)
  const [toRemove, setToRemove] = createSignal<Participant>()
  const [away, setAway] = createSignal<Seat>()
  const destroying = () =>
    props.room.state.room?.retainFor ? `${t.destroy.text} ${t.destroy.transcript}` : t.destroy.text
  function leaving() {
    const { state } = props.room
    const { pending, room, me } = state
    const unsent = pending.length > 0 ? t.leave.waiting(pending.length) : props.drafting ? t.leave.draft : ''
    const cost = isLeavingCostly(state) ? (me?.role === 'host' ? t.leave.host : t.leave.locked) : ''
    return [unsent, cost, room?.locked ? '' : t.leave.seat].join(' ').trim()
  }
  return (
    <Switch>
      <Match when={toRemove()}>
        {(participant) => (
          <RemoveDialog
            room={props.room}
            participant={participant()}
            onRemoved={() => removed.add(participant().participantId)}
            onClose={props.onClose}
          />
        )}
      </Match>
      <Match when={away()}>
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
      </Match>
      <Match when={tool() === 'menu'}>
        <RoomMenu
          room={props.room}
          removed={removed}
          onShare={() => setTool('share')}
          onNewLink={() => setTool('new-link')}
          onCloseLink={() => setTool('close-link')}
          onRemove={setToRemove}
          onFree={setAway}
          onClose={props.onClose}
        />
      </Match>
      <Match when={tool() === 'share'}>
        <ShareDialog room={props.room} onClose={props.onClose} />
      </Match>
      <Match when={tool() === 'new-link'}>
        <NewLinkDialog room={props.room} onDone={() => setTool('share')} onClose={props.onClose} />
      </Match>
      <Match when={tool() === 'close-link'}>
        <CloseLinkDialog room={props.room} onClose={props.onClose} />
      </Match>
      <Match when={tool() === 'destroy'}>
        <ConfirmDialog
          title={t.destroy.title}
          text={destroying()}
          confirmLabel={t.destroy.confirmLabel}
          cancelLabel={t.keep}
          sentences={t.refusals}
          onConfirm={() => props.room.destroyRoom()}
          onClose={props.onClose}
        />
      </Match>
      <Match when={tool() === 'leave'}>
        <ConfirmDialog
          title={t.leave.title}
          text={leaving()}
          confirmLabel={t.leave.confirmLabel}
          cancelLabel={t.stay}
          onConfirm={async () => ok(await props.room.leaveRoom())}
          onClose={props.onClose}
        />
      </Match>
    </Switch>
  )
}
