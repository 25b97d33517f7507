import '../../styles/account.css'
import { type JSX, Show } from 'solid-js'
import { accountWords } from '../../words/en/account.ts'
import { Gate } from '../gate.tsx'

/** A page at the way in: its fields, its button, and the ways to the others. */
export function Entrance(props: {
  title: string
  text: string
  button: string
  busy: boolean
  failure: string | null
  onSend: (form: HTMLFormElement) => void
  ways: readonly { text: string; way: string; href: string }[]
  children: JSX.Element
}) {
  return (
    <Gate title={props.title} text={props.text}>
      <form
        class="gate-form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          props.onSend(event.currentTarget)
        }}
      >
        {props.children}
        <Show when={props.failure}>
          <p class="field-wrong" role="alert">
            {props.failure}
          </p>
        </Show>
        <button type="submit" class="button button-main" aria-disabled={props.busy}>
          {props.busy ? accountWords.busy : props.button}
        </button>
        <div class="entrance-ways">
          {props.ways.map(({ text, way, href }) => (
            <p>
              {text} <a href={href}>{way}</a>
            </p>
          ))}
        </div>
      </form>
    </Gate>
  )
}
