import { createEffect, createSignal, on } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { preJoinTexts } from '#i18n/pre-join.ts'
import { uiTexts } from '#i18n/ui.ts'
import { PASSWORD } from '../../../protocol/limits.ts'
import type { Room } from '../../../protocol/room.ts'
import { createCountdown } from '../../ui/create-countdown.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Submit } from '../../ui/submit.tsx'
import type { Prompt } from '../room-stage.ts'
import { RETENTION_NOTE, RetentionNote } from './retention-note.tsx'

/** Asks for the room's password. An error goes when somebody tries again, so that a screen reader reads the next one, too. */
export function PasswordPrompt(props: {
  prompt: Extract<Prompt, { is: 'password' }>
  room: Room | undefined
  onEnter: (password: string) => void
}) {
  const [password, setPassword] = createSignal('')
  const [checking, setChecking] = createSignal(false)
  const [missing, setMissing] = createSignal(false)
  let box: HTMLInputElement | undefined

  createEffect(
    on(
      () => props.prompt,
      () => {
        setChecking(false)
        box?.select()
      },
      { defer: true },
    ),
  )
  const wait = createCountdown()
  createEffect(() => {
    const { retryAfter } = props.prompt
    if (retryAfter !== null) wait.start(Math.max(1, retryAfter))
  })

  const error = () => {
    if (checking()) return null
    if (missing()) return preJoinTexts.passwordMissing
    const { retryAfter, wrong } = props.prompt
    if (retryAfter !== null) return wait.left() > 0 ? uiTexts.tooManyAttempts(retryAfter) : null
    return wrong ? preJoinTexts.passwordWrong : null
  }

  function submit(event: Event) {
    event.preventDefault()
    setMissing(password() === '')
    if (missing()) return box?.focus()
    if (checking() || wait.left() > 0) return
    setChecking(true)
    props.onEnter(password())
  }

  return (
    <NoticePage title={preJoinTexts.passwordTitle} text={preJoinTexts.passwordText}>
      <form class="page-form" onSubmit={submit}>
        <RetentionNote room={props.room} />
        <PasswordField
          label={commonTexts.password}
          kind="shared"
          maxlength={PASSWORD.max}
          describedBy={RETENTION_NOTE}
          value={password()}
          onInput={(typed) => {
            setMissing(false)
            setPassword(typed)
          }}
          error={error()}
          inputRef={(input) => {
            box = input
          }}
        />
        <Submit
          label={preJoinTexts.enter}
          class="button-main"
          submission={{ busy: checking, wait: wait.left, failure: () => null }}
        />
      </form>
    </NoticePage>
  )
}
