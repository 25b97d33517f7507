import { For, Show, untrack } from 'solid-js'
import { deviceTexts } from '#i18n/device.ts'
import { findTexts } from '#i18n/find.ts'
import { roomTimeTexts } from '#i18n/room-time.ts'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { Seat } from '../../../protocol/participant.ts'
import type { Room } from '../../../protocol/room.ts'
import { LanguageBox } from '../../app/language-box.tsx'
import { joinSentences } from '../../i18n/index.ts'
import { announce } from '../../ui/announcer.tsx'
import { CloseButton } from '../../ui/close-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { Icon } from '../../ui/icon.tsx'
import { Switch } from '../../ui/switch.tsx'
import { encryptionText } from '../encryption-badge.tsx'
import { mayRotate } from '../may-rotate.ts'
import { RoleBadge } from '../messages/sender.tsx'
import { findRemovable, findUnnamedSpeakers } from '../removable-people.ts'
import { claimHost, lockRoom } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import type { NamedParticipant } from '../room-state.ts'
import { PersonName, sayName } from '../shown-names.tsx'
import { AwaySeats } from './away-seats.tsx'
import { BuildLine } from './build-line.tsx'
import { DoorSwitch } from './door-switch.tsx'
import { mayMoveEnd } from './end-choices.ts'
import { mayClaimHost } from './may-claim-host.ts'
import { LinkActions } from './new-link-dialog.tsx'
import { ParticipantSafetyWords } from './participant-safety-words.tsx'
import { RenameForm } from './rename-form.tsx'
import { SafetyWords } from './safety-words.tsx'
import { sayHistoryRule } from './say-history-rule.ts'
import { Section } from './section.tsx'

const t = roomToolsTexts

/** A lens. */
const FIND = 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l4.5 4.5'

/** What is not needed all the time: more time, the invitation, the choices of this device, and what a host may do. */
export function RoomMenu(props: {
  room: RoomModel
  onShare: () => void
  onMoveEnd: () => void
  onNewLink: () => void
  onCloseLink: () => void
  /** Those who were removed from here: what they wrote stays. */
  removed: ReadonlySet<string>
  onRules: () => void
  onFind: () => void
  onDevice: () => void
  onPerson: (participant: NamedParticipant) => void
  onRemove: (participant: NamedParticipant) => void
  onFree: (seat: Seat) => void
  onClose: () => void
}) {
  const { state } = props.room
  const manages = () => state.me?.role !== 'participant'
  // As of now: in a lively room the rows would change under the finger.
  const speakers = untrack(() => findUnnamedSpeakers(state))
  const removables = () => findRemovable(state, speakers, props.removed)
  // One dialog closes, and returns the focus to what opened it, before the next one opens.
  let next = () => props.onClose()
  const then = (close: () => void, step: () => void) => {
    next = step
    close()
  }

  async function lock(locked: boolean) {
    const { refusal } = await lockRoom(props.room, locked)
    if (refusal) announce(sentenceFor(refusal, t.refusals), true)
  }

  async function claim() {
    const { refusal } = await claimHost(props.room)
    announce(refusal ? sentenceFor(refusal, t.refusals) : t.nowHost, true)
  }

  return (
    <Dialog title={t.menu} class="menu" onClose={() => next()}>
      {(close) => (
        <>
          <CloseButton onClose={close} />
          {/* On a phone there is no room for it in the bar. */}
          <Show when={state.room?.title}>{(title) => <p class="menu-room">{title()}</p>}</Show>
          <Show when={state.room}>
            {(room) => (
              <div class="menu-row">
                <p class="menu-words">
                  {room().expiry === 'sliding' ? t.endsSliding(room().lifetime) : ends(room())}
                </p>
                <Show when={state.me && mayMoveEnd(room(), state.me.role)}>
                  <button
                    type="button"
                    class="button button-line"
                    onClick={() => then(close, props.onMoveEnd)}
                  >
                    {roomTimeTexts.open}
                  </button>
                </Show>
              </div>
            )}
          </Show>
          <button
            type="button"
            class="button button-line menu-wide"
            onClick={() => then(close, props.onFind)}
          >
            <Icon path={FIND} />
            {findTexts.title}
          </button>
          <Show when={props.room.door() !== null}>
            <button
              type="button"
              class="button button-line menu-wide"
              onClick={() => then(close, props.onShare)}
            >
              <Icon name="qr" />
              {t.shareLink}
            </button>
          </Show>
          <Show when={props.room.door() !== undefined && mayRotate(state)}>
            <LinkActions
              room={props.room}
              onNewLink={() => then(close, props.onNewLink)}
              onCloseLink={() => then(close, props.onCloseLink)}
            />
          </Show>
          <Show when={mayClaimHost(state)}>
            <div class="menu-row">
              <p class="menu-words">{t.noHost}</p>
              <button type="button" class="button button-line" onClick={() => void claim()}>
                {t.becomeHost}
              </button>
            </div>
          </Show>
          <Show when={manages()}>
            <Switch label={t.lock} hint={t.lockHint} on={state.room?.locked ?? false} onSwitch={lock} />
            <DoorSwitch room={props.room} />
            <button
              type="button"
              class="button button-line menu-wide"
              onClick={() => then(close, props.onRules)}
            >
              {t.rules.open}
            </button>
            <Show when={removables().length > 0}>
              <Section title={t.removablesTitle}>
                {/* biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list. */}
                <ul class="menu-participants" role="list" aria-label={t.removables}>
                  <For each={removables()}>
                    {(participant) => (
                      <li class="menu-row">
                        <button
                          type="button"
                          class="menu-words menu-person person-open"
                          aria-haspopup="dialog"
                          onClick={() => then(close, () => props.onPerson(participant))}
                        >
                          <PersonName person={{ ...participant, name: participant.alias }} />{' '}
                          <RoleBadge role={participant.role} />
                        </button>
                        <button
                          type="button"
                          class="button button-quiet"
                          aria-label={t.removeOne(sayName({ ...participant, name: participant.alias }))}
                          onClick={() => then(close, () => props.onRemove(participant))}
                        >
                          {t.remove.confirmLabel}
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </Section>
            </Show>
            {/* Where there is no limit nobody needs another's seat. */}
            <Show when={state.room?.capacity !== null}>
              <AwaySeats room={props.room} onFree={(seat) => then(close, () => props.onFree(seat))} />
            </Show>
          </Show>
          <div class="menu-part">
            <RenameForm room={props.room} />
          </div>
          <Show when={props.room.cipher()?.keyring}>
            <Section title={t.safety.title}>
              <SafetyWords room={props.room} />
            </Section>
          </Show>
          <Show when={state.room?.keys === 2 && props.room.getPublicKey}>
            <Section title={t.safety.title}>
              <ParticipantSafetyWords room={props.room} />
            </Section>
          </Show>
          <div class="menu-part">
            <p class="menu-words">
              {joinSentences([encryptionText(props.room), sayHistoryRule(state.room)])}
            </p>
            <BuildLine />
          </div>
          <Show when={state.room?.jurisdiction === 'eu'}>
            <p class="menu-part menu-words">{t.keptInEu}</p>
          </Show>
          <button
            type="button"
            class="button button-line menu-wide"
            onClick={() => then(close, props.onDevice)}
          >
            {deviceTexts.title}
          </button>
          <LanguageBox />
          <a class="menu-words" href="/privacy" target="_blank" rel="noopener">
            {t.privacy}
          </a>
        </>
      )}
    </Dialog>
  )
}

function ends({ closesAt, expiresAt }: Room): string {
  return (closesAt === undefined ? t.ends : t.closes)(roomTimeTexts.sayTime(expiresAt))
}
