import { createEffect, createSignal, on } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { preJoinTexts } from '#i18n/pre-join.ts'
import { PASSWORD } from '../../../protocol/limits.ts'
import type { Room } from '../../../protocol/room.ts'
import { createCountdown } from '../../ui/create-countdown.ts'
import { Field } from '../../ui/field.tsx'
import { NoticePage } from '../../ui/notice-page.tsx'
import { ShowPasswordButton } from '../../ui/show-password-button.tsx'
import { WaitLine } from '../../ui/wait-line.tsx'
import type { Stage } from '../room-state.ts'
import { RETENTION_NOTE, RetentionNote } from './retention-note.tsx'

/** Asks for the room's password. What was wrong goes when one tries again, so that the next answer is heard anew. */
export function PasswordPrompt(props: {
  stage: Extract<Stage, { is: 'asking' }>
  room: Room | undefined
  onEnter: (password: string) => void
}) {
  const [password, setPassword] = createSignal('')
  const [checking, setChecking] = createSignal(false)
  const [shown, setShown] = createSignal(false)
  const [missing, setMissing] = createSignal(false)
  let box: HTMLInputElement | undefined

  createEffect(
    on(
      () => props.stage,
      () => {
        setChecking(false)
        box?.select()
      },
      { defer: true },
    ),
  )
  const wait = createCountdown()
  createEffect(() => {
    const { retryAfter } = props.stage
    if (retryAfter !== null) wait.start(Math.max(1, retryAfter))
  })

  const wrong = () => {
    if (checking()) return null
    if (missing()) return preJoinTexts.passwordMissing
    const { retryAfter, wrong } = props.stage
    if (retryAfter !== null) return wait.left() > 0 ? preJoinTexts.tooMany(retryAfter) : null
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
      <form class="gate-form" onSubmit={submit}>
        <RetentionNote room={props.room} />
        <Field
          about={RETENTION_NOTE}
          label={commonTexts.password}
          type={shown() ? 'text' : 'password'}
          maxlength={PASSWORD.max}
          value={password()}
          onInput={(typed) => {
            setMissing(false)
            setPassword(typed)
          }}
          wrong={wrong()}
          box={(element) => {
            box = element
          }}
        >
          <ShowPasswordButton shown={shown()} onToggle={() => setShown(!shown())} />
        </Field>
        <WaitLine left={wait.left()} />
        <button type="submit" class="button button-main" aria-disabled={checking() || wait.left() > 0}>
          {preJoinTexts.enter}
        </button>
      </form>
    </NoticePage>
  )
}
