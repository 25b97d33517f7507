import { createSignal, Show } from 'solid-js'
import { deviceTexts } from '#i18n/device.ts'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { choosePreferences, devicePreferences } from './device-preferences.ts'
import { EXIT_ADDRESS, parseExitAddress } from './exit-address.ts'

const t = deviceTexts

/** Whether Esc, pressed twice, leaves at once, and to which page. The last address that is one counts. */
export function ExitChoice() {
  const isOn = () => devicePreferences().exitAddress !== ''
  const [typed, setTyped] = createSignal(devicePreferences().exitAddress || EXIT_ADDRESS)

  function write(text: string) {
    setTyped(text)
    const exitAddress = parseExitAddress(text)
    if (exitAddress) choosePreferences({ exitAddress })
  }

  return (
    <>
      <Switch
        label={t.exitOn}
        hint={t.exitHint}
        on={isOn()}
        onSwitch={(on) =>
          choosePreferences({ exitAddress: on ? (parseExitAddress(typed()) ?? EXIT_ADDRESS) : '' })
        }
      />
      <Show when={isOn()}>
        <TextField
          label={t.exitAddress}
          dir="ltr"
          hint={t.exitAddressHint}
          value={typed()}
          error={parseExitAddress(typed()) ? null : t.exitAddressWrong}
          onInput={write}
        />
      </Show>
    </>
  )
}
