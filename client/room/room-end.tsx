import { onCleanup, onMount } from 'solid-js'
import { roomEndTexts } from '#i18n/room-end.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import { makeReceipt } from './receipt/make-receipt.ts'
import { passReceipt } from './receipt/pass-receipt.ts'
import type { RoomModel } from './room-model.ts'

/** Milliseconds the words take to burn, and the one sentence to be read. */
const BURN = 2_200
/** The same for those who want nothing to move: long enough to read the sentence. */
const STILL = 1_400

/**
 * The end of a room, felt: the words burn away line by line, the newest first, while the window stays.
 * Then `onDone`, which leaves the page; the receipt is shown by the next one.
 */
export function RoomEnd(props: { room: RoomModel; why: EndReason; onDone: () => void }) {
  onMount(() => {
    const { room } = props.room.state
    // It is there long before the words have burned.
    if (room) void makeReceipt(room, props.why, props.room.lastSaid(), Date.now()).then(passReceipt)
    // Only what can be seen burns visibly, one line after the other.
    const seen = [...document.querySelectorAll<HTMLElement>('.message')].reverse().filter((message) => {
      const { bottom, top } = message.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    for (const [index, message] of seen.entries())
      message.style.setProperty('--i', String(Math.min(index, 14)))
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const timer = setTimeout(() => props.onDone(), still ? STILL : BURN)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <p class="ending" role="alert">
      {roomEndTexts.ending[props.why]}
    </p>
  )
}
