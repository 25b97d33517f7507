import { createSignal, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { Switch } from '../../ui/switch.tsx'
import { chime } from '../chime.ts'
import {
  isNotificationOn,
  notificationPermission,
  storeNotificationChoice,
} from '../notification-preferences.ts'

const t = roomToolsTexts

/** How this device announces messages while the page is hidden. Nothing is asked of the browser before it is wanted. */
export function NotificationChoices() {
  const [sound, setSound] = createSignal(isNotificationOn('sound'))
  const [allowed, setAllowed] = createSignal(notificationPermission())
  const [notify, setNotify] = createSignal(isNotificationOn('notify'))

  async function switchNotify(on: boolean) {
    if (on) setAllowed(await Notification.requestPermission())
    const kept = on && allowed() === 'granted'
    storeNotificationChoice('notify', kept)
    setNotify(kept)
  }

  return (
    <>
      <Switch
        label={t.sound}
        hint={t.soundHint}
        on={sound()}
        onSwitch={(on) => {
          storeNotificationChoice('sound', on)
          setSound(on)
          // The sound is played as a sample; and a browser lets a page sound only once it was touched.
          if (on) chime()
        }}
      />
      {/* In a frame of another site no browser shows any, whatever is allowed. */}
      <Show when={allowed() !== 'none' && parent === window}>
        <Switch
          label={t.notify}
          hint={allowed() === 'denied' ? t.notifyDenied : t.notifyHint}
          on={notify() && allowed() === 'granted'}
          disabled={allowed() === 'denied'}
          onSwitch={switchNotify}
        />
      </Show>
    </>
  )
}
