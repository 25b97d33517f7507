import type { Context, TypedResponse } from 'hono'
import { type Issue, type Refusal, type RefusalCode, STATUS } from '../../protocol/refusal.ts'
import { SENTENCE } from '../../protocol/refusal-sentence.ts'

/** The body of every failure. */
export interface FailureBody {
  error: { code: RefusalCode; message: string; issues?: Issue[] }
}

/** What each request was refused with, for whoever counts it afterwards. */
const refusals = new WeakMap<Request, RefusalCode>()

/** What a request was refused with; undefined where it was not. */
export function refusalCodeOf(c: Context): RefusalCode | undefined {
  return refusals.get(c.req.raw)
}

type FailureStatus = (typeof STATUS)[RefusalCode]

/** Says no over HTTP. The one place that picks a status. */
export function refuseRequest(
  c: Context,
  refusal: Refusal,
): Response & TypedResponse<FailureBody, FailureStatus, 'json'> {
  const { code } = refusal
  refusals.set(c.req.raw, code)
  const error: FailureBody['error'] = { code, message: SENTENCE[code] }
  if ('issues' in refusal) error.issues = refusal.issues
  if ('retryAfter' in refusal) c.header('Retry-After', String(refusal.retryAfter))
  if ('allow' in refusal) c.header('Allow', refusal.allow.join(', '))
  return c.json({ error }, STATUS[code])
}
