import '../styles/account.css'
import { createSignal, type JSX } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { cookiesWork } from '../browser/cookies-work.ts'
import type { Failure } from '../ui/form-submission.ts'
import { NoticePage } from '../ui/notice-page.tsx'
import { WaitLine } from '../ui/wait-line.tsx'
import { FailureText } from './failure-text.tsx'

/** A page at the way in: its fields, its button, and the ways to the others. */
export function AuthPage(props: {
  title: string
  text: string
  button: string
  busy: boolean
  /** Seconds until it can be sent again; 0 where it can. */
  wait: number
  failure: Failure | null
  onSend: (form: HTMLFormElement) => void
  ways: readonly { text: string; way: string; href: string }[]
  children: JSX.Element
}) {
  // Whoever is let in is known by a cookie: without one they would stand here again, and a new account be lost.
  const [blocked, setBlocked] = createSignal(false)
  const failure = () =>
    blocked() ? { text: accountTexts.failed['cookies-blocked'] ?? '', isLoggedOut: false } : props.failure
  return (
    <NoticePage title={props.title} text={props.text}>
      <form
        class="gate-form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          setBlocked(!cookiesWork())
          if (!blocked()) props.onSend(event.currentTarget)
        }}
      >
        {props.children}
        <FailureText failure={failure()} />
        <WaitLine left={props.wait} />
        <button type="submit" class="button button-main" aria-disabled={props.busy || props.wait > 0}>
          {props.busy ? accountTexts.busy : props.button}
        </button>
        <div class="entrance-ways">
          {props.ways.map(({ text, way, href }) => (
            <p>
              {text} <a href={href}>{way}</a>
            </p>
          ))}
        </div>
      </form>
    </NoticePage>
  )
}
