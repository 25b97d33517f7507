import { createSignal, Match, Switch } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { Participant, Seat } from '../../protocol/participant.ts'
import { announce } from '../ui/announcer.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { leavesNoHost } from './leaves-no-host.ts'
import { sayAwaySince } from './menu/away-seats.tsx'
import { RemoveDialog } from './menu/remove-dialog.tsx'
import { RoomMenu } from './menu/room-menu.tsx'
import type { RoomModel } from './room-model.ts'
import { ShareDialog } from './share/share-dialog.tsx'

const t = roomToolsTexts

/** Participants that this page has removed. */
const removed = new Set<string>()

/** What can be opened from the room's own buttons. */
export type Tool = 'menu' | 'share' | 'destroy' | 'leave'

/** What opens over a room: its menu, the invitation, and the questions that come before what can't be undone. */
export function RoomTools(props: { room: RoomModel; tool: Tool; drafting: boolean; onClose: () => void }) {
  const [tool, setTool] = createSignal<Tool>(props.tool)
  const [guest, setGuest] = createSignal<Participant>()
  const [away, setAway] = createSignal<Seat>()
  const destroying = () =>
    props.room.state.room?.retainFor ? `${t.destroy.text} ${t.destroy.transcript}` : t.destroy.text
  function leaving() {
    const { pending } = props.room.state
    const unsent = pending.length > 0 ? t.leave.waiting(pending.length) : props.drafting ? t.leave.draft : ''
    return [unsent, leavesNoHost(props.room.state) ? t.leave.host : '', t.leave.seat].join(' ').trim()
  }
  return (
    <Switch>
      <Match when={guest()}>
        {(guest) => (
          <RemoveDialog
            room={props.room}
            participant={guest()}
            onRemoved={() => removed.add(guest().participantId)}
            onClose={props.onClose}
          />
        )}
      </Match>
      <Match when={away()}>
        {(seat) => (
          <ConfirmDialog
            title={t.away.ask(seat().alias)}
            text={`${seat().alias}: ${sayAwaySince(seat())}. ${t.away.text}`}
            yes={t.away.yes}
            no={t.away.no}
            onYes={async () => {
              const code = await props.room.freeSeat(seat().participantId)
              if (code !== null && code !== 'participant-not-found') return code
              announce(t.away.done(seat().alias), true)
              return null
            }}
            onClose={props.onClose}
          />
        )}
      </Match>
      <Match when={tool() === 'menu'}>
        <RoomMenu
          room={props.room}
          removed={removed}
          onShare={() => setTool('share')}
          onRemove={setGuest}
          onFree={setAway}
          onClose={props.onClose}
        />
      </Match>
      <Match when={tool() === 'share'}>
        <ShareDialog room={props.room} onClose={props.onClose} />
      </Match>
      <Match when={tool() === 'destroy'}>
        <ConfirmDialog
          title={t.destroy.title}
          text={destroying()}
          yes={t.destroy.yes}
          no={t.no}
          onYes={() => props.room.destroy()}
          onClose={props.onClose}
        />
      </Match>
      <Match when={tool() === 'leave'}>
        <ConfirmDialog
          title={t.leave.title}
          text={leaving()}
          yes={t.leave.yes}
          no={t.stay}
          onYes={async () => {
            await props.room.leave()
            return null
          }}
          onClose={props.onClose}
        />
      </Match>
    </Switch>
  )
}
