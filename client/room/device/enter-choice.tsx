import { deviceTexts } from '#i18n/device.ts'
import { Switch } from '../../ui/switch.tsx'
import { choosePreferences, devicePreferences } from './device-preferences.ts'

/** What Enter does on a keyboard on the screen. */
export function EnterChoice() {
  return (
    <Switch
      label={deviceTexts.enterSends}
      hint={deviceTexts.enterSendsHint}
      on={devicePreferences().enterSends}
      onSwitch={(enterSends) => choosePreferences({ enterSends })}
    />
  )
}
