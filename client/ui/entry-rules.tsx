import { entryRulesTexts } from '#i18n/entry-rules.ts'
import type { DestroyBy, Door, HistoryRule, Starts } from '../../protocol/room.ts'
import { RadioGroup } from './radio-group.tsx'

const t = entryRulesTexts

/** Who comes in, what they see of what was said before, who may end the room, when its time begins, and whether files can be sent. */
export interface EntryRules {
  door: Door
  history: HistoryRule
  destroyBy: DestroyBy
  starts: Starts
  files: boolean
}

/** The rules of a room that most people leave as they are. What is not given, or can't be changed any more, is not shown. */
export function EntryRuleFields(props: {
  rules: Partial<EntryRules>
  set: (change: Partial<EntryRules>) => void
}) {
  const choices = <T extends string>(labels: Record<T, string>) =>
    (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }))
  const group = <Field extends Exclude<keyof EntryRules, 'files'>>(field: Field) => {
    const texts = t[field]
    const value = () => props.rules[field] as EntryRules[Field]
    return (
      <RadioGroup
        label={texts.label}
        value={value()}
        choices={choices(texts.choices as Record<EntryRules[Field], string>)}
        onChoose={(chosen) => props.set({ [field]: chosen })}
      >
        {() => <p class="field-hint">{(texts.hints as Record<string, string>)[value()]}</p>}
      </RadioGroup>
    )
  }
  return (
    <>
      {props.rules.door && group('door')}
      {props.rules.history && group('history')}
      {props.rules.destroyBy && group('destroyBy')}
      {props.rules.starts && group('starts')}
      {props.rules.files !== undefined && (
        <RadioGroup
          label={t.files.label}
          value={props.rules.files ? 'on' : 'off'}
          choices={choices(t.files.choices)}
          onChoose={(chosen) => props.set({ files: chosen === 'on' })}
        >
          {() => <p class="field-hint">{props.rules.files ? t.files.hints.on : t.files.hints.off}</p>}
        </RadioGroup>
      )}
    </>
  )
}
