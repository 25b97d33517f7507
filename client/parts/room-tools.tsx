import { createSignal, Match, Switch } from 'solid-js'
import type { Participant, Seat } from '../../protocol/participant.ts'
import { leavesNoHost } from '../state/leaves-no-host.ts'
import type { RoomModel } from '../state/room-model.ts'
import { toolWords } from '../words/en/room-tools.ts'
import { announce } from './announcer.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { sayAwaySince } from './away-seats.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RoomMenu } from './room-menu.tsx'
import { ShareDialog } from './share-dialog.tsx'

const say = toolWords

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
    props.room.state.room?.retainFor ? `${say.destroy.text} ${say.destroy.transcript}` : say.destroy.text
  function leaving() {
    const { pending } = props.room.state
    const unsent =
      pending.length > 0 ? say.leave.waiting(pending.length) : props.drafting ? say.leave.draft : ''
    return [unsent, leavesNoHost(props.room.state) ? say.leave.host : '', say.leave.seat].join(' ').trim()
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
          <AskDialog
            title={say.away.ask(seat().alias)}
            text={`${seat().alias}: ${sayAwaySince(seat())}. ${say.away.text}`}
            yes={say.away.yes}
            no={say.away.no}
            onYes={async () => {
              const code = await props.room.freeSeat(seat().participantId)
              if (code !== null && code !== 'participant-not-found') return code
              announce(say.away.done(seat().alias), true)
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
        <AskDialog
          title={say.destroy.title}
          text={destroying()}
          yes={say.destroy.yes}
          no={say.no}
          onYes={() => props.room.destroy()}
          onClose={props.onClose}
        />
      </Match>
      <Match when={tool() === 'leave'}>
        <AskDialog
          title={say.leave.title}
          text={leaving()}
          yes={say.leave.yes}
          no={say.stay}
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
