import { Show } from 'solid-js'
import { deviceTexts } from '#i18n/device.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../menu/section.tsx'
import { AwayChoices } from './away-choices.tsx'
import { EnterChoice } from './enter-choice.tsx'
import { ExitChoice } from './exit-choice.tsx'
import { TypingChoices } from './typing-choices.tsx'
import { VerbosityChoice } from './verbosity-choice.tsx'

const t = deviceTexts

/** What somebody chooses on their device for every room, a row each. It is kept by `device-preferences.ts`. */
export function DeviceDialog(props: { onClose: () => void }) {
  return (
    <Dialog title={t.title} text={t.text} class="menu" onClose={props.onClose}>
      {(close) => (
        <>
          <CloseButton onClose={close} />
          <Section title={t.away}>
            <AwayChoices />
          </Section>
          <Section title={t.typing}>
            <TypingChoices />
            {/* Elsewhere there is no keyboard on the screen. */}
            <Show when={matchMedia('(any-pointer: coarse)').matches}>
              <EnterChoice />
            </Show>
          </Section>
          <div class="menu-part">
            <VerbosityChoice />
          </div>
          {/* In a frame the page around it would stay. */}
          <Show when={parent === window}>
            <Section title={t.exit}>
              <ExitChoice />
            </Section>
          </Show>
        </>
      )}
    </Dialog>
  )
}
