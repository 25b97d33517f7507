import { deviceTexts } from '#i18n/device.ts'
import { Switch } from '../../ui/switch.tsx'
import { choosePreferences, devicePreferences } from './device-preferences.ts'

const t = deviceTexts

/** Who is told that one types, and whether one is told that others do. */
export function TypingChoices() {
  return (
    <>
      <Switch
        label={t.sendTyping}
        hint={t.sendTypingHint}
        on={devicePreferences().sendTyping}
        onSwitch={(sendTyping) => choosePreferences({ sendTyping })}
      />
      <Switch
        label={t.showTyping}
        hint={t.showTypingHint}
        on={devicePreferences().showTyping}
        onSwitch={(showTyping) => choosePreferences({ showTyping })}
      />
    </>
  )
}
