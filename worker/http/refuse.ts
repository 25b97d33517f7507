import type { Context, TypedResponse } from 'hono'
import { type Issue, type Refusal, type RefusalCode, STATUS } from '../../protocol/refusal.ts'
import { sentenceOf } from '../../protocol/refusal-sentence.ts'
import type { SettingError } from '../setting-error.ts'

/** The body of every failure. */
export interface FailureBody {
  error: {
    code: RefusalCode
    message: string
    issues?: Issue[]
    epoch?: number
    participantIds?: string[]
    incident?: string
  }
}

/** What each request was refused with, for middleware that counts refusals. */
const refusals = new WeakMap<Request, RefusalCode>()

/** Returns the code of the refusal that a request was answered with; undefined where it was not refused. */
export function refusalCodeOf(c: Context): RefusalCode | undefined {
  return refusals.get(c.req.raw)
}

type FailureStatus = (typeof STATUS)[RefusalCode]

/**
 * Answers a request with a refusal. This is the only place that turns a refusal into HTTP: the status and the sentence of
 * its code, and a header for each piece of evidence that has one.
 */
export function refuseRequest(
  c: Context,
  refusal: Refusal,
): Response & TypedResponse<FailureBody, FailureStatus, 'json'> {
  const { code } = refusal
  refusals.set(c.req.raw, code)
  const error: FailureBody['error'] = { code, message: sentenceOf(refusal) }
  if ('issues' in refusal) error.issues = refusal.issues
  if ('epoch' in refusal) error.epoch = refusal.epoch
  if ('participantIds' in refusal) error.participantIds = refusal.participantIds
  if ('incident' in refusal) error.incident = refusal.incident
  if ('retryAfter' in refusal) c.header('Retry-After', String(refusal.retryAfter))
  if ('allow' in refusal) c.header('Allow', refusal.allow.join(', '))
  return c.json({ error }, STATUS[code])
}

/**
 * Answers a request to a deployment that has a wrong setting: whoever runs it reads here what to do. Nothing is logged, because no
 * object may be made that could write the line.
 */
export function refuseSetting(c: Context, { message }: SettingError): Response {
  return c.json<FailureBody>({ error: { code: 'internal', message } }, STATUS.internal)
}
