import { createEffect, on, onCleanup } from 'solid-js'
import { presenceTexts } from '#i18n/presence.ts'
import { announce, isAnnouncing } from '../ui/announcer.tsx'
import type { RoomState } from './room-state.ts'
import { sayName } from './shown-names.tsx'

const t = presenceTexts

/** Participants up to which each is announced to come and go: among more it would never be silent. */
const SMALL = 8

/** Milliseconds in which somebody may be back: a page that is reloaded, or a line that was cut, is no news. */
const SETTLED = 2_000

/**
 * Announces who came and who left, in a small room. A participant who is alone with one other sees it, too: nobody should
 * go on writing to somebody who is gone.
 */
export function createPresenceAnnouncer(state: RoomState): void {
  /** Those known to be here, by id; null while not everybody is listed. */
  let known: ReadonlyMap<string, string> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function others(): Map<string, string> | null {
    const { participants, present, me } = state
    const isWhole = participants.some(({ participantId }) => participantId === me?.participantId)
    if (!isWhole || participants.length < present || present > SMALL) return null
    const rest = participants.filter(({ participantId }) => participantId !== me?.participantId)
    return new Map(rest.map((person) => [person.participantId, sayName({ ...person, name: person.alias })]))
  }

  function announceChange() {
    // Only one sentence can be read out at a time, and this one can wait.
    if (isAnnouncing()) {
      timer = setTimeout(announceChange, SETTLED)
      return
    }
    const now = others()
    const before = known
    known = now
    if (!now || !before) return
    const namesOf = (some: ReadonlyMap<string, string>, not: ReadonlyMap<string, string>) =>
      [...some].flatMap(([id, alias]) => (not.has(id) ? [] : [alias]))
    const came = namesOf(now, before)
    const left = namesOf(before, now)
    const sentences = [
      came.length > 0 && t.came(came),
      left.length > 0 && t.left(left),
      now.size === 0 && left.length > 0 && t.alone,
    ].filter(Boolean)
    if (sentences.length > 0) announce(sentences.join(' '), now.size < 2)
  }

  createEffect(
    on([() => state.participants, () => state.present], () => {
      clearTimeout(timer)
      if (known) timer = setTimeout(announceChange, SETTLED)
      else known = others()
    }),
  )
  onCleanup(() => clearTimeout(timer))
}
