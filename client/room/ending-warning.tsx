import { createEffect, on, Show } from 'solid-js'
import { roomEndTexts } from '#i18n/room-end.ts'
import { announce } from '../ui/announcer.tsx'
import { MoreTime } from './menu/more-time.tsx'
import type { RoomModel } from './room-model.ts'

/** Milliseconds left from which on it is said that there are minutes, and then seconds. */
const MINUTE = 60_000
const SECONDS = 10_000

/** Seconds left at which it is read out. */
const WARNED_AT = Object.keys(roomEndTexts.secondsLeft).map(Number)

/** The last minute in words, where one is writing; at three moments of it a sentence is read out. */
export function EndingWarning(props: { room: RoomModel }) {
  const warning = () => {
    const left = props.room.timeLeft()
    const { room } = props.room.state
    if (left === null || !room || left > MINUTE) return null
    if (left <= SECONDS) return roomEndTexts.lastSeconds
    // A room that never has more than a minute need not say so all the time.
    return room.expiresAt - room.createdAt > MINUTE && room.lifetime * 1_000 > MINUTE
      ? roomEndTexts.lastMinute
      : null
  }
  createEffect(
    on(
      () => Math.ceil((props.room.timeLeft() ?? Number.POSITIVE_INFINITY) / 1000),
      (now, before = now) => {
        // The smallest one crossed: after a laptop slept, only where things stand now is worth saying.
        const seconds = WARNED_AT.find((seconds) => before > seconds && now <= seconds && now > 0)
        if (seconds) announce(roomEndTexts.secondsLeft[seconds] ?? '')
        return now
      },
    ),
  )
  return (
    <Show when={warning()}>
      <div class="banner-text ending-warning">
        <p>
          {warning()} {props.room.state.room?.expiry === 'sliding' && roomEndTexts.keepAlive}
        </p>
        <MoreTime room={props.room} class="button-quiet button-warn" />
      </div>
    </Show>
  )
}
