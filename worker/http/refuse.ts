import type { Context, TypedResponse } from 'hono'
import { type Issue, type Refusal, type RefusalCode, SENTENCE, STATUS } from '../../protocol/refusal.ts'

/** The body of every failure. */
export interface Failure {
  error: { code: RefusalCode; message: string; issues?: Issue[] }
}

type FailureStatus = (typeof STATUS)[RefusalCode]

/** Says no over HTTP. The one place that picks a status. */
export function refuse(
  c: Context,
  refusal: Refusal,
): Response & TypedResponse<Failure, FailureStatus, 'json'> {
  const { code } = refusal
  const error: Failure['error'] = { code, message: SENTENCE[code] }
  if ('issues' in refusal) error.issues = refusal.issues
  if ('retryAfter' in refusal) c.header('Retry-After', String(refusal.retryAfter))
  if ('allow' in refusal) c.header('Allow', refusal.allow.join(', '))
  return c.json({ error }, STATUS[code])
}
