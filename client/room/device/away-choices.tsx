import { createSignal, Show } from 'solid-js'
import { deviceTexts } from '#i18n/device.ts'
import { Switch } from '../../ui/switch.tsx'
import { chime } from '../chime.ts'
import { choosePreferences, devicePreferences } from './device-preferences.ts'
import { notificationPermission } from './notification-permission.ts'

const t = deviceTexts

/** What happens while somebody looks elsewhere. Nothing is asked of the browser before it is wanted. */
export function AwayChoices() {
  const [allowed, setAllowed] = createSignal(notificationPermission())

  async function switchNotify(on: boolean) {
    if (on) setAllowed(await Notification.requestPermission())
    choosePreferences({ notify: on && allowed() === 'granted' })
  }

  return (
    <>
      <Switch
        label={t.sound}
        hint={t.soundHint}
        on={devicePreferences().sound}
        onSwitch={(sound) => {
          choosePreferences({ sound })
          // The sound is played as a sample; and a browser lets a page sound only once it was touched.
          if (sound) void chime()
        }}
      />
      {/* In a frame of another site no browser shows any, whatever is allowed. */}
      <Show when={allowed() !== 'none' && parent === window}>
        <Switch
          label={t.notify}
          hint={allowed() === 'denied' ? t.notifyDenied : t.notifyHint}
          on={devicePreferences().notify && allowed() === 'granted'}
          disabled={allowed() === 'denied'}
          onSwitch={(on) => void switchNotify(on)}
        />
      </Show>
      {/* The page around a frame would be as readable as before, and has the focus most of the time. */}
      <Show when={parent === window}>
        <Switch
          label={t.blur}
          hint={t.blurHint}
          on={devicePreferences().blur}
          onSwitch={(blur) => choosePreferences({ blur })}
        />
      </Show>
    </>
  )
}
