import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import type { Room } from '../../../protocol/room.ts'
import { makeAccountApi } from '../../net/account-api.ts'
import { makeVisitorApi } from '../../net/visitor-api.ts'
import { Lazy } from '../../ui/lazy.tsx'
import { createDeviceEffects } from '../device/create-device-effects.ts'
import type { RoomModel } from '../room-model.ts'
import { type Prompt, promptOf } from '../room-stage.ts'
import { EntryRefused } from './entry-refused.tsx'
import { FullPrompt } from './full-prompt.tsx'
import { GreetingPrompt } from './greeting-prompt.tsx'
import { InviteLinkPrompt } from './invite-link-prompt.tsx'
import { NamePrompt } from './name-prompt.tsx'
import { OpeningPrompt } from './opening-prompt.tsx'
import { PasswordPrompt } from './password-prompt.tsx'

/** The page before joining: it asks for something, or shows why there is no way in. */
export function PreJoin(props: { room: RoomModel; roomId: string }) {
  // Nothing was said here that could be read.
  createDeviceEffects(props.room, () => false)
  const prompt = createMemo(() => promptOf(props.room.stage()))
  const at = <P extends Prompt['is']>(is: P) => {
    const now = prompt()
    return now?.is === is ? (now as Extract<Prompt, { is: P }>) : undefined
  }
  const refused = ():
    | RefusalCode
    | 'unreachable'
    | 'cookies-blocked'
    | 'no-key'
    | 'seat-lost'
    | undefined => {
    if (props.room.stage().is === 'over') return 'seat-lost'
    return at('refused')?.code
  }
  /** Refusals of which nothing but a sentence is shown. */
  const plainlyRefused = () => {
    const code = refused()
    return code === 'wrong-link' || code === 'room-full' || code === 'room-not-open' ? undefined : code
  }
  // Whoever is asked for something comes in next: what the room keeps is said here, where nothing has asked yet.
  const [room, setRoom] = createSignal<Room>()
  createEffect(async () => {
    if (at('password') || at('name')) setRoom((await makeVisitorApi().fetchRoom(props.roomId)).value)
  })
  // Whoever comes to a room of their own is greeted as its facilitator. Nobody else learns anything by asking.
  const [isOwn, setIsOwn] = createSignal(false)
  const mayBeOwn = createMemo(() => at('greeting') !== undefined || refused() === 'room-not-open')
  createEffect(async () => {
    if (mayBeOwn()) setIsOwn((await makeAccountApi().fetchOwnRoom(props.roomId)).value !== undefined)
  })
  return (
    <>
      <Show when={at('password')}>
        {(prompt) => (
          <PasswordPrompt
            prompt={prompt()}
            room={room()}
            onEnter={(password) => props.room.answerPrompt({ password })}
          />
        )}
      </Show>
      <Show when={at('name')}>
        {(prompt) => (
          <NamePrompt
            prompt={prompt()}
            room={room()}
            onEnter={(alias) => props.room.answerPrompt({ alias })}
          />
        )}
      </Show>
      <Show when={at('invite-link') || refused() === 'wrong-link'}>
        <InviteLinkPrompt />
      </Show>
      <Show when={at('greeting')}>
        {(prompt) => (
          <GreetingPrompt
            room={prompt().room}
            isOwn={isOwn()}
            onEnter={(alias) => props.room.answerPrompt({ alias, greeted: true })}
          />
        )}
      </Show>
      <Show when={at('door')?.room}>
        {(knocked) => (
          <Lazy load={() => import('./door-prompt.tsx')} failed={null}>
            {({ DoorPrompt }) => <DoorPrompt room={props.room} knocked={knocked()} />}
          </Lazy>
        )}
      </Show>
      <Show when={refused() === 'room-full'}>
        <FullPrompt roomId={props.roomId} onAgain={() => props.room.answerPrompt()} />
      </Show>
      <Show when={refused() === 'room-not-open'}>
        <OpeningPrompt roomId={props.roomId} isOwn={isOwn()} onOpen={() => props.room.answerPrompt()} />
      </Show>
      <Show when={plainlyRefused()}>
        {(code) => (
          <EntryRefused
            code={code()}
            retryAt={at('refused')?.retryAt}
            onAgain={() => props.room.answerPrompt()}
          />
        )}
      </Show>
    </>
  )
}
