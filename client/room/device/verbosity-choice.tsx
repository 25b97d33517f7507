import { createSignal } from 'solid-js'
import { readingTexts } from '#i18n/reading.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { loadVerbosity, saveVerbosity, type Verbosity } from '../messages/verbosity.ts'

const CHOICES = (['all', 'messages', 'none'] as const).map((value) => ({
  value,
  label: readingTexts.choices[value],
}))

/** How much of the room a screen reader reads out by itself, on this device. */
export function VerbosityChoice() {
  const [chosen, setChosen] = createSignal<Verbosity>(loadVerbosity())
  return (
    <RadioGroup
      label={readingTexts.title}
      value={chosen()}
      choices={CHOICES}
      onChoose={(verbosity) => {
        saveVerbosity(verbosity)
        setChosen(verbosity)
      }}
      more={<p class="field-hint">{readingTexts.hint}</p>}
    />
  )
}
