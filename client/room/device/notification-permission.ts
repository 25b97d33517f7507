/** Whether the browser allows notifications: `none` where it has none, as on most phones. */
export function notificationPermission(): NotificationPermission | 'none' {
  return 'Notification' in window ? Notification.permission : 'none'
}
