import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { AWAY_SEAT_MS } from '../../../protocol/limits.ts'
import type { Seat } from '../../../protocol/participant.ts'
import { makeDateFormat } from '../../i18n/index.ts'
import { findSeatsToFree } from '../removable-people.ts'
import { fetchParticipants } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import { PersonName } from '../shown-names.tsx'

const t = roomToolsTexts.away
const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })
const formatDayAndTime = makeDateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
})

/** Since when somebody is away, in words: with the day where that is another one than today's. */
export function sayAwaySince({ awaySince = 0 }: Seat): string {
  const isToday = new Date(awaySince).toDateString() === new Date().toDateString()
  return t.since((isToday ? formatTime : formatDayAndTime)(awaySince))
}

/** For a host: who has a seat in this room and is not here. After a minute such a seat can be freed. */
export function AwaySeats(props: { room: RoomModel; onFree: (seat: Seat) => void }) {
  const [seats, setSeats] = createSignal<Seat[]>([])
  let asking = false
  async function ask() {
    if (asking) return
    asking = true
    const { present } = props.room.state
    const { value } = await fetchParticipants(props.room)
    asking = false
    if (value) setSeats(findSeatsToFree(value.participants))
    // Somebody came or went meanwhile.
    if (value && present !== props.room.state.present) void ask()
  }
  createEffect(on(() => props.room.state.present, ask))
  // By the server's clock, as `awaySince` is.
  const now = () => (props.room.state.room?.expiresAt ?? 0) - (props.room.timeLeft() ?? 0)
  return (
    <Show when={seats().length > 0}>
      <section class="menu-part">
        <h3 class="menu-title">{t.title}</h3>
        {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
        <ul class="menu-participants" role="list" aria-label={t.list}>
          <For each={seats()}>
            {(seat) => (
              <li class="menu-row">
                <span class="menu-words menu-person">
                  <PersonName person={{ ...seat, name: seat.alias }} />{' '}
                  <span class="menu-since">{sayAwaySince(seat)}</span>
                </span>
                <Show
                  when={now() - (seat.awaySince ?? 0) >= AWAY_SEAT_MS}
                  fallback={<span class="menu-since">{t.soon}</span>}
                >
                  <button
                    type="button"
                    class="button button-quiet"
                    aria-label={t.freeOne(seat.alias)}
                    onClick={() => props.onFree(seat)}
                  >
                    {t.confirmLabel}
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
