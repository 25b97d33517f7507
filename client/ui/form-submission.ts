import { createSignal } from 'solid-js'
import { uiTexts } from '#i18n/ui.ts'
import type { Timers } from '../net/timers.ts'
import { createCountdown } from './create-countdown.ts'

/** What a call answers: a value, or why it was refused. */
export type Answer = { value: unknown; refusal?: never } | { value?: never; refusal: AnsweredRefusal }

/** The value that a call answers. */
export type ValueOf<A extends Answer> = A extends { value: infer T; refusal?: never } ? T : never

/** What a form reads of a refusal. */
interface AnsweredRefusal {
  code: string
  /** Whole seconds until it is worth trying again. */
  retryAfter?: number
  /** What is wrong with which field. */
  issues?: readonly { path: string }[]
  /** What names a fault in the server's log. */
  incident?: string
}

/** What is wrong with each field, by its name: sentences. */
export type FieldErrors = Partial<Record<string, string>>

/** Why something was not done, for a person. */
export interface Failure {
  text: string
  isLoggedOut: boolean
}

/** How a form shows what was refused. */
interface SubmissionTexts {
  /** Sentences for fields that the server refused, by the field's name. The server's own are English, and never shown. */
  errors?: Record<string, string>
  /** The field that a refusal is shown beside, by the refusal's code; the others are shown by the button. */
  fieldFor?: Partial<Record<string, string>>
  /** Sentences for refusals, by code, where the usual ones don't fit. */
  sentences?: Record<string, string>
}

export type FormSubmission = ReturnType<typeof createFormSubmission>

/** Returns the sentence for a refusal, with the incident where there is one. @param sentences by code, where the usual ones don't fit */
export function sentenceFor(refusal: AnsweredRefusal, sentences: Record<string, string> = {}): string {
  if (refusal.code === 'too-many-attempts') return uiTexts.tooManyAttempts(refusal.retryAfter ?? 0)
  const sentence = sentences[refusal.code] ?? uiTexts.refusals[refusal.code] ?? uiTexts.refused
  return refusal.incident ? sentence + uiTexts.incident + refusal.incident : sentence
}

/** Returns a refusal as a failure. A sentence of the form's own says itself what a logged-out person can do. */
export function failureFor(refusal: AnsweredRefusal, sentences: Record<string, string> = {}): Failure {
  const isLoggedOut = refusal.code === 'not-signed-in' && sentences[refusal.code] === undefined
  return { text: sentenceFor(refusal, sentences), isLoggedOut }
}

/**
 * Submits what a form holds, once at a time. It says what is wrong beside each field and in general; where it was refused
 * for some seconds, it counts them down and submits nothing meanwhile.
 */
export function createFormSubmission(texts: SubmissionTexts = {}, timers?: Timers) {
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createSignal<FieldErrors>({})
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const wait = createCountdown(timers)

  function showRefusal(refusal: AnsweredRefusal) {
    const field = texts.fieldFor?.[refusal.code]
    const found: Record<string, string> = {}
    if (refusal.code === 'invalid-request') {
      for (const { path } of refusal.issues ?? [])
        found[path] ??= texts.errors?.[path] ?? uiTexts.fieldRefused
    } else if (field !== undefined) found[field] = sentenceFor(refusal, texts.sentences)
    setErrors(found)
    // An error beside a field that the form doesn't have would be seen by nobody.
    if (Object.keys(found).some((path) => texts.errors?.[path] !== undefined || path === field)) return
    const [text] = Object.values(found)
    setFailure(text === undefined ? failureFor(refusal, texts.sentences) : { text, isLoggedOut: false })
  }

  function clear() {
    setErrors({})
    setFailure(null)
  }

  /**
   * Calls the server, unless the page has found something wrong, a call is under way, or the form has to wait.
   * @param options.form where the first field with an error gets the focus
   * @param options.found what the page itself has found wrong
   * @returns the value in an object; null where there is none, and the form then says why
   */
  async function submit<A extends Answer>(
    call: () => Promise<A>,
    { form, found = {} }: { form?: HTMLElement; found?: FieldErrors } = {},
  ): Promise<{ value: ValueOf<A> } | null> {
    if (busy() || wait.left() > 0) return null
    if (Object.values(found).some((error) => error !== undefined)) {
      setErrors(found)
      focusError(form)
      return null
    }
    setBusy(true)
    clear()
    const { value, refusal }: Answer = await call()
    setBusy(false)
    if (refusal === undefined) return { value: value as ValueOf<A> }
    // The network says when to try again, too, but it may be back at any time.
    if (refusal.code !== 'unreachable' && refusal.retryAfter) wait.start(refusal.retryAfter, clear)
    showRefusal(refusal)
    focusError(form)
    return null
  }

  /** The value of a field changed: what was wrong with it may be right now. */
  const clearError = (field: string) => setErrors((now) => ({ ...now, [field]: undefined }))

  return {
    /** Whether a call is under way. */
    busy,
    /** Seconds until the form can be submitted again; 0 where it can. */
    wait: wait.left,
    /** What is wrong beside each field. */
    errors,
    clearError,
    /** Why the form was refused, where that belongs to no field. */
    failure,
    setFailure,
    submit,
  }
}

/** Puts the focus on the first field of a form that has an error, once the page shows it. */
function focusError(form: HTMLElement | undefined): void {
  queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
