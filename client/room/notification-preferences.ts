import { deviceStorage } from '../browser/browser-storage.ts'

/** How a person wants to be notified of messages while the page is hidden. Both are off until switched on here. */
type NotificationKind = 'sound' | 'notify'

const keyOf = (sign: NotificationKind) => `private-chat.${sign}`

/** Whether a sign is wanted, by what was chosen last on this device. */
export function isNotificationOn(sign: NotificationKind): boolean {
  return deviceStorage.readItem(keyOf(sign)) === 'on'
}

/** Remembers the choice. */
export function storeNotificationChoice(sign: NotificationKind, on: boolean): void {
  deviceStorage.writeItem(keyOf(sign), on ? 'on' : 'off')
}

/** Whether the browser allows notifications: `none` where it has none, as on most phones. */
export function notificationPermission(): NotificationPermission | 'none' {
  return 'Notification' in window ? Notification.permission : 'none'
}
