import { createSignal } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { Reply, Unreachable } from '../net/api.ts'
import type { Timers } from '../net/timers.ts'
import { createCountdown } from './create-countdown.ts'

/** How a form puts what it was refused. */
export interface SubmissionTexts {
  /** The sentence for what is wrong with a field, by its path. */
  fields?: Record<string, string>
  /** The field that a refusal is said beside, by its code. */
  beside?: Partial<Record<string, string>>
  /** The sentence for a refusal, by its code, where it is another one than anywhere else. */
  codes?: Record<string, string>
}

/** What a refusal is called, for a person. */
export function sentenceOf(refusal: Refusal | Unreachable, codes: Record<string, string> = {}): string {
  if (refusal.code === 'too-many-attempts') return accountTexts.tooMany(refusal.retryAfter)
  return codes[refusal.code] ?? accountTexts.failed[refusal.code] ?? accountTexts.failed.other
}

/** Why something was not done, for a person. */
export interface Failure {
  text: string
  /** Whoever asked is logged out. */
  isLoggedOut: boolean
}

/** A refusal as a failure. */
export function failureOf(refusal: Refusal | Unreachable, codes: Record<string, string> = {}): Failure {
  return { text: sentenceOf(refusal, codes), isLoggedOut: refusal.code === 'not-signed-in' }
}

/**
 * Sends what a form holds: whether it is on its way, what is wrong beside each field, what is wrong in general, and for
 * how many seconds it has to wait, where it was refused for so long; until then it sends nothing.
 */
export function createFormSubmission(words: SubmissionTexts = {}, timers?: Timers) {
  const [busy, setBusy] = createSignal(false)
  const [wrongs, setWrongs] = createSignal<Record<string, string | undefined>>({})
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const wait = createCountdown(timers)

  /** @returns the answer in an object, or null: then it says why */
  async function send<T>(call: () => Promise<Reply<T>>): Promise<{ value: T } | null> {
    if (busy() || wait.left() > 0) return null
    setBusy(true)
    setWrongs({})
    setFailure(null)
    const reply = await call()
    setBusy(false)
    if (!reply.refusal) return { value: reply.value as T }
    const { refusal } = reply
    if (refusal.code !== 'unreachable' && 'retryAfter' in refusal && refusal.retryAfter > 0) {
      wait.start(refusal.retryAfter, () => {
        setWrongs({})
        setFailure(null)
      })
    }
    const beside = words.beside?.[refusal.code]
    const said: Record<string, string> = {}
    if (refusal.code === 'invalid-request') {
      for (const { path, message } of refusal.issues) said[path] ??= words.fields?.[path] ?? message
    } else if (beside !== undefined) said[beside] = sentenceOf(refusal, words.codes)
    const known = Object.keys(said).some((path) => words.fields?.[path] !== undefined || path === beside)
    setWrongs(said)
    if (known) return null
    const [text] = Object.values(said)
    setFailure(text === undefined ? failureOf(refusal, words.codes) : { text, isLoggedOut: false })
    return null
  }
  /** A field is typed in: what was wrong with it may be right now. */
  const retyped = (field: string) => setWrongs((now) => ({ ...now, [field]: undefined }))
  return { busy, wait: wait.left, wrongs, setWrongs, retyped, failure, setFailure, send }
}

/** Puts the focus on the first field of a form that something is wrong with, once the page shows it. */
export function focusWrong(form: HTMLElement): void {
  queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
