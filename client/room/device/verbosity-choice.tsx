import { readingTexts } from '#i18n/reading.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { choosePreferences, devicePreferences, VERBOSITIES } from './device-preferences.ts'

const CHOICES = VERBOSITIES.map((value) => ({
  value,
  label: readingTexts.choices[value],
}))

/** How much of the room a screen reader reads out by itself. */
export function VerbosityChoice() {
  return (
    <RadioGroup
      label={readingTexts.title}
      value={devicePreferences().verbosity}
      choices={CHOICES}
      onChoose={(verbosity) => choosePreferences({ verbosity })}
      more={<p class="field-hint">{readingTexts.hint}</p>}
    />
  )
}
