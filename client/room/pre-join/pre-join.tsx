import { createEffect, createMemo, createSignal, Match, Switch } from 'solid-js'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import type { Room } from '../../../protocol/room.ts'
import { makeAccountApi } from '../../net/account-api.ts'
import { makeVisitorApi } from '../../net/visitor-api.ts'
import type { RoomModel } from '../room-model.ts'
import type { Stage } from '../room-state.ts'
import { EntryRefused } from './entry-refused.tsx'
import { FullPrompt } from './full-prompt.tsx'
import { GreetingPrompt } from './greeting-prompt.tsx'
import { InviteLinkPrompt } from './invite-link-prompt.tsx'
import { NamePrompt } from './name-prompt.tsx'
import { OpeningPrompt } from './opening-prompt.tsx'
import { PasswordPrompt } from './password-prompt.tsx'

/** Where a visitor stands who is not inside: asked for something, or told why there is no way in. */
export function PreJoin(props: { room: RoomModel; roomId: string }) {
  const at = <S extends Stage['is']>(is: S) => {
    const stage = props.room.stage()
    return stage.is === is ? (stage as Extract<Stage, { is: S }>) : undefined
  }
  const refused = (): RefusalCode | 'unreachable' | 'cookies-blocked' | 'seat-lost' | undefined => {
    if (at('over')) return 'seat-lost'
    return at('refused')?.code
  }
  // Whoever is asked for something comes in next: what the room keeps is said here, where nothing has asked yet.
  const [room, setRoom] = createSignal<Room>()
  createEffect(async () => {
    if (at('asking') || at('naming')) setRoom((await makeVisitorApi().fetchRoom(props.roomId)).value)
  })
  // Whoever comes to a room of their own is greeted as its facilitator. Nobody else learns anything by asking.
  const [isOwn, setIsOwn] = createSignal(false)
  const mayBeOwn = createMemo(() => at('greeting') !== undefined || refused() === 'room-not-open')
  createEffect(async () => {
    if (mayBeOwn()) setIsOwn((await makeAccountApi().fetchOwnRoom(props.roomId)).value !== undefined)
  })
  return (
    <Switch>
      <Match when={at('asking')}>
        {(stage) => (
          <PasswordPrompt
            stage={stage()}
            room={room()}
            onEnter={(password) => props.room.enter({ password })}
          />
        )}
      </Match>
      <Match when={at('naming')}>
        {(stage) => (
          <NamePrompt stage={stage()} room={room()} onEnter={(alias) => props.room.enter({ alias })} />
        )}
      </Match>
      <Match when={at('incomplete') || refused() === 'wrong-link'}>
        <InviteLinkPrompt />
      </Match>
      <Match when={at('greeting')}>
        {(stage) => (
          <GreetingPrompt
            room={stage().room}
            isOwn={isOwn()}
            onEnter={(alias) => props.room.enter({ alias, greeted: true })}
          />
        )}
      </Match>
      <Match when={refused() === 'room-full'}>
        <FullPrompt roomId={props.roomId} onAgain={() => props.room.enter()} />
      </Match>
      <Match when={refused() === 'room-not-open'}>
        <OpeningPrompt roomId={props.roomId} isOwn={isOwn()} onOpen={() => props.room.enter()} />
      </Match>
      <Match when={refused()}>
        {(code) => (
          <EntryRefused code={code()} retryAt={at('refused')?.retryAt} onAgain={() => props.room.enter()} />
        )}
      </Match>
    </Switch>
  )
}
