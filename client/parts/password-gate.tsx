import { createEffect, createSignal, on } from 'solid-js'
import { PASSWORD } from '../../protocol/limits.ts'
import type { Room } from '../../protocol/room.ts'
import { createCountdown } from '../state/create-countdown.ts'
import type { Stage } from '../state/room-state.ts'
import { commonWords } from '../words/en/common.ts'
import { doorWords } from '../words/en/door.ts'
import { Field } from './field.tsx'
import { Gate } from './gate.tsx'
import { GATE_NOTE, GateNote } from './gate-note.tsx'
import { PeekButton } from './peek-button.tsx'
import { WaitLine } from './wait-line.tsx'

/** Asks for the room's password. What was wrong goes when one tries again, so that the next answer is heard anew. */
export function PasswordGate(props: {
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
    if (missing()) return doorWords.passwordMissing
    const { retryAfter, wrong } = props.stage
    if (retryAfter !== null) return wait.left() > 0 ? doorWords.tooMany(retryAfter) : null
    return wrong ? doorWords.passwordWrong : null
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
    <Gate title={doorWords.passwordTitle} text={doorWords.passwordText}>
      <form class="gate-form" onSubmit={submit}>
        <GateNote room={props.room} />
        <Field
          about={GATE_NOTE}
          label={commonWords.password}
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
          <PeekButton shown={shown()} onToggle={() => setShown(!shown())} />
        </Field>
        <WaitLine left={wait.left()} />
        <button type="submit" class="button button-main" aria-disabled={checking() || wait.left() > 0}>
          {doorWords.enter}
        </button>
      </form>
    </Gate>
  )
}
