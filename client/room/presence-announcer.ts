import { createEffect, on, onCleanup } from 'solid-js'
import { presenceTexts } from '#i18n/presence.ts'
import { joinSentences } from '../i18n/index.ts'
import { announce, isAnnouncing } from '../ui/announcer.tsx'
import { devicePreferences } from './device/device-preferences.ts'
import { groupPeople } from './group-people.ts'
import { NAMED_IN_LOG_MAX } from './notice-log.ts'
import type { RoomState } from './room-state.ts'
import { sayName } from './shown-names.tsx'

const t = presenceTexts

/** Milliseconds in which somebody may be back: a page that is reloaded, or a line that was cut, is no news. */
const SETTLED = 2_000

/**
 * Announces who came and who left to screen readers, once for all who did so at about the same time. Everybody else sees it in the log.
 * @param listed those who were listed before
 */
export function createPresenceAnnouncer(state: RoomState, listed: RoomState['participants']): void {
  /** Those known to be here, by id; null while not everybody is listed. */
  let known = othersOf(listed, listed.length)
  let timer: ReturnType<typeof setTimeout> | undefined

  function othersOf(participants: RoomState['participants'], present: number): Map<string, string> | null {
    const { me } = state
    const isWhole = participants.some(({ participantId }) => participantId === me?.participantId)
    if (!isWhole || participants.length < present || present > NAMED_IN_LOG_MAX) return null
    const rest = participants.filter(({ participantId }) => participantId !== me?.participantId)
    return new Map(rest.map((person) => [person.participantId, sayName({ ...person, name: person.alias })]))
  }

  function announceChange() {
    // Only one sentence can be read out at a time, and this one can wait.
    if (isAnnouncing()) {
      timer = setTimeout(announceChange, SETTLED)
      return
    }
    const now = othersOf(state.participants, state.present)
    const before = known
    known = now
    if (!now || !before) return
    const namesOf = (some: ReadonlyMap<string, string>, not: ReadonlyMap<string, string>) =>
      [...some].flatMap(([id, alias]) => (not.has(id) ? [] : [alias]))
    const came = namesOf(now, before)
    const left = namesOf(before, now)
    const say = (sentence: typeof t.came, people: string[]) => {
      const { named, others } = groupPeople(people)
      return people.length > 0 && sentence(named, others)
    }
    const sentences = [say(t.came, came), say(t.left, left), now.size === 0 && left.length > 0 && t.alone]
    const text = joinSentences(sentences)
    if (text && devicePreferences().verbosity === 'all') announce(text)
  }

  createEffect(
    on([() => state.participants, () => state.present], () => {
      clearTimeout(timer)
      if (known) timer = setTimeout(announceChange, SETTLED)
      else known = othersOf(state.participants, state.present)
    }),
  )
  onCleanup(() => clearTimeout(timer))
}
