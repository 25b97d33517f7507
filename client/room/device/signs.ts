import { type Accessor, createEffect, onCleanup, untrack } from 'solid-js'
import { notificationsTexts } from '#i18n/notifications.ts'
import { makeTabTurns } from '../../browser/tab-turns.ts'
import { chime, prepareSound } from '../chime.ts'
import { devicePreferences } from './device-preferences.ts'
import { notificationPermission } from './notification-permission.ts'

/** The sound and the notification of one tab. */
export interface Signs {
  /** Gives those that are wanted, unless another tab of this browser does so. @param isUrgent also soon after the one before */
  giveSign(text: string, isUrgent: boolean): Promise<void>
  /** Takes back what was given: somebody looks. Who has been back is given the next sign at once. */
  withdrawSign(): void
}

/** Milliseconds between two signs, so that a lively room is no alarm clock. */
const QUIET_FOR = 3_000

/**
 * Gives the signs that are wanted on this device, once for all tabs: one sound for all rooms, and one notification for each.
 * Whoever looks at a room in one tab needs no sign of another.
 * @param isAway whether nobody looks at this tab
 */
export function createSigns(isAway: Accessor<boolean>): Signs {
  const tabs = makeTabTurns()
  const room = location.pathname
  const looked = `private-chat.looked-at.${room}`
  let notice: Notification | undefined
  let turns: (() => void)[] = []

  createEffect(() => {
    if (!isAway()) onCleanup(tabs.holdName(looked))
  })

  const giveOnce = (name: string, run: () => void) =>
    turns.push(tabs.takeTurn(`private-chat.${name}`, QUIET_FOR, run))

  function show(text: string) {
    try {
      // One for the room, however many messages: the newer takes the place of the older.
      notice = new Notification(notificationsTexts.notice, { body: text, tag: room, silent: true })
      notice.onclick = () => {
        window.focus()
        notice?.close()
      }
    } catch {
      // Phones show them for installed apps only.
    }
  }

  function withdrawSign() {
    notice?.close()
    for (const giveBack of turns) giveBack()
    turns = []
  }
  onCleanup(withdrawSign)

  return {
    async giveSign(text, isUrgent) {
      const { sound, notify } = untrack(devicePreferences)
      if (await tabs.isHeld(looked)) return
      const kind = isUrgent ? 'urgent' : 'sign'
      if (notify && notificationPermission() === 'granted') giveOnce(`${kind}.${room}`, () => show(text))
      // A tab that may not sound leaves it to another.
      if (sound && (await prepareSound())) giveOnce(kind, () => void chime())
    },
    withdrawSign,
  }
}
