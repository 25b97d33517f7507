import { Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { retentionTexts } from '#i18n/retention.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { saveFile } from '../browser/save-file.ts'
import { formatRoomPath } from '../crypto/format-room-path.ts'
import { formatEnd, formatInstant, formatZone } from '../i18n/local-time.ts'
import { retentionOf } from '../room/retention.ts'
import { announce } from '../ui/announcer.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { sentenceFor } from '../ui/form-submission.ts'
import { calendarFile } from './calendar-file.ts'
import type { Dashboard } from './create-dashboard.ts'
import { KeyForm } from './key-form.tsx'
import { TranscriptDownloads } from './transcript-downloads.tsx'

const t = accountRoomsTexts

/** What can be done with a room that asks for something first. */
export type RoomAction = 'edit' | 'again' | 'end' | 'remove'

/** One room: its state, the ways to invite others, and what can be done with it. */
export function RoomCard(props: {
  dashboard: Dashboard
  room: AccountRoom
  /** Starts what asks for more first. */
  onAction: (action: RoomAction) => void
}) {
  const room = () => props.room
  const hasKeys = () => props.dashboard.hasKeys(room())
  const path = () => props.dashboard.findInvitePath(room())
  const hasLink = () => path() !== null
  const pagePath = () => path() ?? formatRoomPath(room().roomId, null)
  const inviteLink = () => location.origin + pagePath()
  /** Whether the invite link contains a key. */
  const hasKeyInLink = () => room().encryption === 'e2ee' && hasLink()
  const now = () => room().serverTime
  const from = () => formatInstant(room().opensAt, now())
  const span = () => t.span(from(), formatEnd(room().opensAt, room().closesAt, now()))
  const keptUntil = () => room().closesAt + room().retainFor * 1_000

  const when = () =>
    room().state === 'scheduled'
      ? span()
      : room().state === 'open'
        ? t.closes(formatInstant(room().closesAt, now()))
        : t.closedAndKept(
            t.closed(formatInstant(room().closesAt, now())),
            t.keptUntil(formatInstant(keptUntil(), now())),
          )
  const facts = () =>
    [
      room().state === 'open' ? t.present(room().present) : '',
      room().state === 'scheduled' ? '' : t.messages(room().messages),
      room().capacity === null ? '' : t.upTo(room().capacity ?? 0),
      room().encryption === 'e2ee' ? t.encrypted : t.readable,
      room().passwordRequired ? t.withPassword : '',
      room().locked && room().state === 'open' ? t.locked : '',
    ].filter((fact) => fact !== '')

  function saveCalendar() {
    const { roomId, title, opensAt, closesAt } = room()
    const entry = { id: roomId, title, url: inviteLink(), text: t.calendarText(inviteLink()) }
    const file = calendarFile({ ...entry, from: opensAt, to: closesAt, now: Date.now() })
    saveFile(title, 'ics', 'text/calendar;charset=utf-8', [file])
    if (hasKeyInLink()) announce(t.key.saved, true)
  }
  const retentionText = () => {
    const retention = retentionOf(room())
    return retention && retentionTexts.kept(retention)
  }
  const invitation = () =>
    t.invitation({
      title: room().title,
      span: span(),
      zone: formatZone(room().opensAt),
      inviteLink: inviteLink(),
      hasPassword: room().passwordRequired,
      retention: retentionText(),
    })
  /** Saves the invite link as a file: this browser may lose the key, and nobody else has it. */
  function saveInvitation() {
    saveFile(room().title, 'txt', 'text/plain;charset=utf-8', [`${invitation()}\n\n${t.key.inFile}\n`])
    announce(t.key.saved, true)
  }
  /** Saves the keys of all epochs: with them any browser opens the transcript. */
  async function saveKeyFile() {
    const made = await props.dashboard.makeKeyFile(room())
    if (!made.ok) return announce(sentenceFor(made.refusal), true)
    saveFile(`${room().title}.keys`, 'json', 'application/json', [made.value])
    announce(t.key.fileSaved, true)
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
        <Show when={hasKeys()} fallback={keyForm()}>
          <div class="card-actions">
            <Show when={room().state === 'open'}>
              <a class="button button-main" href={inviteLink()}>
                {t.enter}
              </a>
            </Show>
            <Show when={hasLink()}>
              <CopyButton
                class="button-line"
                label={t.copyLink}
                text={inviteLink()}
                announcement={t.linkCopied}
              />
              <CopyButton
                class="button-line"
                label={t.copyInvitation}
                text={invitation()}
                announcement={t.invitationCopied}
              />
            </Show>
          </div>
        </Show>
      </Show>
      <Show when={room().state === 'closed'}>
        <TranscriptDownloads dashboard={props.dashboard} room={room()} />
        <Show when={!hasKeys()}>{keyForm()}</Show>
      </Show>
      <details class="card-more">
        <summary class="options-summary" aria-label={t.moreOf(room().title)}>
          <span class="options-label">{t.more}</span>
        </summary>
        <div class="card-actions">
          <Show when={room().state === 'open'}>
            <TranscriptDownloads dashboard={props.dashboard} room={room()} />
          </Show>
          <button type="button" class="button button-line" onClick={() => props.onAction('edit')}>
            {t.edit}
          </button>
          <button type="button" class="button button-line" onClick={() => props.onAction('again')}>
            {t.sameAgain}
          </button>
          <Show when={room().state !== 'closed' && hasLink()}>
            <button type="button" class="button button-line" onClick={saveCalendar}>
              {t.calendar}
            </button>
          </Show>
          <Show when={hasKeyInLink()}>
            <button type="button" class="button button-line" onClick={saveInvitation}>
              {t.key.save}
            </button>
          </Show>
          <Show when={room().keys === 2 && hasKeys()}>
            <button type="button" class="button button-line" onClick={() => void saveKeyFile()}>
              {t.key.saveFile}
            </button>
          </Show>
          <Show when={room().state === 'open'}>
            <button type="button" class="button button-warn" onClick={() => props.onAction('end')}>
              {t.endNow}
            </button>
          </Show>
          <button type="button" class="button button-warn" onClick={() => props.onAction('remove')}>
            {t.remove}
          </button>
        </div>
        <Show when={hasKeyInLink()}>
          <p class="field-hint">{t.key.saveHint}</p>
        </Show>
      </details>
    </article>
  )
}
