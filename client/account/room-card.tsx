import { Show } from 'solid-js'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { saveFile } from '../browser/save-file.ts'
import { roomsWords } from '../i18n/en/account-rooms.ts'
import { retentionWords } from '../i18n/en/retention.ts'
import { sayEnd, sayInstant, zoneName } from '../i18n/local-time.ts'
import { retentionOf } from '../room/retention.ts'
import { announce } from '../ui/announcer.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { calendarFile } from './calendar-file.ts'
import type { Dashboard } from './create-dashboard.ts'
import { KeyForm } from './key-form.tsx'
import { TranscriptDownloads } from './transcript-downloads.tsx'

const say = roomsWords

/** What may be done with a room that asks for more first. */
export type RoomAction = 'edit' | 'again' | 'end' | 'remove'

/** One room: how it is, how to bring others in, and what may be done with it. */
export function RoomCard(props: {
  dashboard: Dashboard
  room: AccountRoom
  /** What is to be done with it, after asking. */
  onAsk: (what: RoomAction) => void
}) {
  const room = () => props.room
  const key = () => props.dashboard.keyOf(room().roomId)
  const hasLink = () => room().encryption === 'none' || key() !== null
  const link = () => `${location.origin}/room/${room().roomId}${key() ? `#${key()}` : ''}`
  const now = () => room().serverTime
  const from = () => sayInstant(room().opensAt, now())
  const span = () => say.span(from(), sayEnd(room().opensAt, room().closesAt, now()))
  const keptUntil = () => room().closesAt + room().retainFor * 1_000

  const when = () =>
    room().state === 'scheduled'
      ? span()
      : room().state === 'open'
        ? say.closes(sayInstant(room().closesAt, now()))
        : `${say.closed(sayInstant(room().closesAt, now()))}, ${say.keptUntil(sayInstant(keptUntil(), now()))}`
  const facts = () =>
    [
      room().state === 'open' ? say.present(room().present) : '',
      room().state === 'scheduled' ? '' : say.messages(room().messages),
      room().capacity === null ? '' : say.upTo(room().capacity ?? 0),
      room().encryption === 'e2ee' ? say.encrypted : say.readable,
      room().passwordRequired ? say.withPassword : '',
      room().locked && room().state === 'open' ? say.locked : '',
    ].filter((fact) => fact !== '')

  function saveCalendar() {
    const { roomId, title, opensAt, closesAt } = room()
    const entry = { id: roomId, title, url: link(), text: say.calendarText(link()) }
    const file = calendarFile({ ...entry, from: opensAt, to: closesAt, now: Date.now() })
    saveFile(title, 'ics', 'text/calendar;charset=utf-8', [file])
    if (key()) announce(say.key.saved, true)
  }
  const kept = () => {
    const retention = retentionOf(room())
    return retention && retentionWords.kept(retention)
  }
  const invitation = () =>
    say.invitation(room().title, span(), zoneName(room().opensAt), link(), room().passwordRequired, kept())
  /** The whole link as a file: this browser may forget the key, and nobody else has it. */
  function saveInvitation() {
    saveFile(room().title, 'txt', 'text/plain;charset=utf-8', [`${invitation()}\n\n${say.key.inFile}\n`])
    announce(say.key.saved, true)
  }
  const keyForm = () => <KeyForm dashboard={props.dashboard} room={room()} />
  const titleId = `room-${props.room.roomId}`

  return (
    <article class="card" aria-labelledby={titleId}>
      <h3 id={titleId} class="card-title">
        {room().title}
      </h3>
      <p class="card-when">{when()}</p>
      <p class="card-facts">{facts().join(' · ')}</p>
      <Show when={room().state !== 'closed'}>
        <Show when={hasLink()} fallback={keyForm()}>
          <div class="card-ways">
            <Show when={room().state === 'open'}>
              <a class="button button-main" href={link()}>
                {say.enter}
              </a>
            </Show>
            <CopyButton class="button-line" label={say.copyLink} text={link()} said={say.linkCopied} />
            <CopyButton
              class="button-line"
              label={say.copyInvitation}
              text={invitation()}
              said={say.invitationCopied}
            />
          </div>
        </Show>
      </Show>
      <Show when={room().state === 'closed'}>
        <TranscriptDownloads dashboard={props.dashboard} room={room()} linkKey={key()} />
        <Show when={!hasLink()}>{keyForm()}</Show>
      </Show>
      <details class="card-more">
        <summary class="options-summary" aria-label={say.moreOf(room().title)}>
          <span class="options-word">{say.more}</span>
        </summary>
        <div class="card-ways">
          <Show when={room().state === 'open'}>
            <TranscriptDownloads dashboard={props.dashboard} room={room()} linkKey={key()} />
          </Show>
          <button type="button" class="button button-line" onClick={() => props.onAsk('edit')}>
            {say.edit}
          </button>
          <button type="button" class="button button-line" onClick={() => props.onAsk('again')}>
            {say.sameAgain}
          </button>
          <Show when={room().state !== 'closed' && hasLink()}>
            <button type="button" class="button button-line" onClick={saveCalendar}>
              {say.calendar}
            </button>
          </Show>
          <Show when={key() !== null}>
            <button type="button" class="button button-line" onClick={saveInvitation}>
              {say.key.save}
            </button>
          </Show>
          <Show when={room().state === 'open'}>
            <button type="button" class="button button-warn" onClick={() => props.onAsk('end')}>
              {say.endNow}
            </button>
          </Show>
          <button type="button" class="button button-warn" onClick={() => props.onAsk('remove')}>
            {say.remove}
          </button>
        </div>
        <Show when={key() !== null}>
          <p class="field-hint">{say.key.saveHint}</p>
        </Show>
      </details>
    </article>
  )
}
