import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import { reactionsTexts } from '#i18n/reactions.ts'
import type { Reactors } from '../../../protocol/reactions.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomState } from '../room-state.ts'

const t = reactionsTexts

/** Who gave which reaction to a message, for who points at one. */
interface AskedReactors {
  /** The code that is pointed at; null for none. Reactive. */
  asked(): string | null
  /** Names who gave it; undefined until it is known. Reactive. */
  names(code: string): string | undefined
  ask(code: string): void
  forget(): void
}

/**
 * Asks the room who reacted to a message, where somebody wants to know, and again when that changes before their eyes.
 * @param rev the newest change of the message: what was fetched before is not asked for again
 */
export function createReactors(
  room: Pick<RoomModel, 'runCommand' | 'state'>,
  seq: Accessor<number>,
  rev: Accessor<number>,
): AskedReactors {
  const [asked, setAsked] = createSignal<string | null>(null)
  const [fetched, setFetched] = createSignal<{ rev: number; reactions: Reactors['reactions'] }>()

  async function fetchReactors(rev: number) {
    const { value } = await room.runCommand((api, id) =>
      api.call('GET /api/rooms/:id/messages/:seq/reactions', { param: { id, seq: String(seq()) } }),
    )
    if (value) setFetched({ rev, reactions: value.reactions })
  }

  createEffect(
    on([asked, rev], ([code, rev]) => {
      if (code !== null && fetched()?.rev !== rev) void fetchReactors(rev)
    }),
  )

  return {
    asked,
    names(code) {
      const ids = fetched()?.reactions[code]
      return ids && nameReactors(ids, room.state)
    },
    ask: setAsked,
    forget: () => setAsked(null),
  }
}

/** Names participants by their ids, oneself last. */
export function nameReactors(
  ids: readonly string[],
  { me, participants, messages }: Pick<RoomState, 'me' | 'participants' | 'messages'>,
): string {
  const others = ids.filter((id) => id !== me?.participantId)
  const names = others.map(
    (id) =>
      participants.find(({ participantId }) => participantId === id)?.alias ??
      messages.findLast(({ participantId }) => participantId === id)?.sender ??
      t.somebody,
  )
  return t.who(others.length < ids.length ? [...names, t.you] : names)
}
