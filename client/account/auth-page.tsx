import type { JSX } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { cookiesWork } from '../browser/cookies-work.ts'
import type { FormSubmission } from '../ui/form-submission.ts'
import { NoticePage } from '../ui/notice-page.tsx'
import { Submit } from '../ui/submit.tsx'

/** A page that lets somebody in: its fields, its button, and anchors to the other such pages. */
export function AuthPage(props: {
  title: string
  text: string
  submitLabel: string
  submission: FormSubmission
  onSubmit: (form: HTMLFormElement) => void
  otherPages: readonly { text: string; label: string; href: string }[]
  children: JSX.Element
}) {
  function submit(form: HTMLFormElement) {
    // A person who is let in is known by a cookie: without one they would be asked again, and a new account would be lost.
    if (cookiesWork()) return props.onSubmit(form)
    props.submission.setFailure({ text: accountTexts.cookiesBlocked, isLoggedOut: false })
  }
  return (
    <NoticePage title={props.title} text={props.text}>
      <form
        class="page-form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          submit(event.currentTarget)
        }}
      >
        {props.children}
        <Submit label={props.submitLabel} class="button-main" submission={props.submission} />
        <div class="auth-other-pages">
          {props.otherPages.map(({ text, label, href }) => (
            <p>
              {text} <a href={href}>{label}</a>
            </p>
          ))}
        </div>
      </form>
    </NoticePage>
  )
}
