import type * as z from 'zod'
import { FailureBody } from '../../protocol/answers.ts'
import { COOKIES_OF } from '../../protocol/call.ts'
import { CALLS, refusalsOf } from '../../protocol/calls.ts'
import { type RefusalCode, STATUS } from '../../protocol/refusal.ts'
import { sentenceOf } from '../../protocol/refusal-sentence.ts'
import { RoomEvent } from '../../protocol/room-events.ts'

/** An answer of the API, as far as it is checked. */
interface CheckedAnswer {
  method: string
  /** Path and query. */
  path: string
  status: number
  headers: Headers
  text: string
  /** The `Cookie` header of the request, where it is known. */
  cookie?: string
}

const violations: Error[] = []

/** What was received in breach of the protocol since the last call: a test that received it fails. */
export function takeViolations(): Error[] {
  return violations.splice(0)
}

/** Notes a breach, also where whoever received it swallows the error. */
function violate(what: string, cause?: unknown): Error {
  const error = new Error(what, { cause })
  violations.push(error)
  return error
}

/**
 * Parses what a room sent.
 * @returns the events, oldest first; none for the answer to a `ping`
 * @throws an error where it is anything else than the protocol promises, also a field that it does not name
 */
export function parseFrame(frame: string): RoomEvent[] {
  if (frame === 'pong') return []
  try {
    const parsed: unknown = JSON.parse(frame)
    // An array of one is a frame like any other, an empty one is none.
    if (Array.isArray(parsed) && parsed.length === 0) throw new Error('a frame without an event')
    return (Array.isArray(parsed) ? parsed : [parsed]).map((event) => parseStrictly(RoomEvent, event))
  } catch (error) {
    throw violate(`a frame that the protocol does not know: ${frame.slice(0, 500)}: ${String(error)}`, error)
  }
}

/**
 * Checks an answer by what its route promises, and a refusal by its code.
 * @throws an error where it is anything else, also where it has a field that the protocol does not name
 */
export function checkAnswer({ path: address, ...rest }: CheckedAnswer): void {
  // A page in a frame makes the same calls under another address.
  const path = address.replace(/^\/embed(?=\/api\/rooms\/)/, '')
  const answer = { ...rest, path, isEmbedded: path !== address }
  if (!answer.path.startsWith('/api/') || answer.method === 'HEAD' || answer.status < 200) return
  try {
    if (answer.status >= 400) checkRefusal(answer)
    else checkSuccess(answer)
  } catch (error) {
    const { method, path, status, text } = answer
    const what = `${method} ${path} answers ${status} ${text.slice(0, 500)}: ${String(error)}`
    throw violate(what, error)
  }
}

function checkSuccess({ method, path, status, headers, text, cookie }: CheckedAnswer): void {
  const call = CALLS[nameRoute(method, path)]
  const cookies = call && call.access !== 'visitor' ? COOKIES_OF[call.access] : []
  if (cookie !== undefined && cookies.length > 0 && !cookies.some((name) => cookie.includes(`${name}=`)))
    throw new Error(`a call that takes ${cookies.join(' or ')} is made without`)
  const schema = call?.answers[status]
  if (schema === undefined) throw new Error('the protocol promises no such answer')
  if (schema === null) {
    if (text !== '') throw new Error('an answer with a body that is promised to have none')
    return
  }
  if (isJson(headers)) parseStrictly(schema, JSON.parse(text))
  else if (!call?.media?.includes(headers.get('content-type')?.split(';')[0] ?? ''))
    throw new Error('an answer of a media type that is not promised')
}

function checkRefusal({ isEmbedded, ...answer }: CheckedAnswer & { isEmbedded: boolean }): void {
  const { method, path, status, headers, text } = answer
  if (!isJson(headers)) throw new Error('a refusal that is not JSON')
  const { code, message, issues, incident } = parseStrictly(FailureBody, JSON.parse(text)).error
  const seconds = headers.get('retry-after')
  const waits = ['slow-down', 'too-many-attempts', 'too-many-requests', 'busy'].includes(code)
  const isOfEmbeds = isEmbedded && (code === 'not-found' || code === 'wrong-origin')
  if (code !== 'method-not-allowed' && !isOfEmbeds && !isPromised(code, method, path))
    throw new Error(`${code} is not among the refusals of this call`)
  if (STATUS[code] !== status) throw new Error(`${code} goes with ${STATUS[code]}`)
  if (message !== sentenceOf({ code, incident })) throw new Error('not the sentence of its code')
  if ((issues === undefined) === (code === 'invalid-request'))
    throw new Error('issues go with invalid-request')
  if ((incident === undefined) === (code === 'internal')) throw new Error('an incident goes with internal')
  if (waits !== /^[1-9]\d*$/.test(seconds ?? '')) throw new Error(`Retry-After is ${seconds}`)
  if (headers.has('allow') !== (code === 'method-not-allowed'))
    throw new Error('Allow goes with a wrong method')
}

/** An address that names its room in the query, as whoever calls it may forget to. */
const QUERY_FORM = /^\/api\/(rooms?(\/ttl)?|messages|realtime)$/

/** Whether what was asked may be refused with a code. What is no call has codes of its own. */
function isPromised(code: RefusalCode, method: string, path: string): boolean {
  if (code === 'invalid-request' && QUERY_FORM.test(path.split('?')[0] ?? '')) return true
  const route = nameRoute(method, path)
  const call = CALLS[route]
  return call ? refusalsOf(route, call).has(code) : code === 'not-found' || code === 'wrong-origin'
}

function isJson(headers: Headers): boolean {
  return headers.get('content-type')?.includes('application/json') ?? false
}

/** The key of a request in `CALLS`, also of one in query form. */
function nameRoute(method: string, path: string): string {
  const url = new URL(path, 'http://any')
  const steps = url.pathname
    .replace(/^\/api\/room(?=(\/ttl|\/create)?$)/, '/api/rooms')
    .split('/')
    .slice(1)
  const isQueryForm = url.searchParams.has('roomId') && (steps.length === 2 || steps[2] === 'ttl')
  if (steps[1] === 'rooms' && steps[2] === 'create') return 'POST /api/rooms'
  if (isQueryForm) {
    const rest = steps[1] === 'rooms' ? steps.slice(2) : steps.slice(1)
    return [`${method} /api/rooms/:id`, ...rest].join('/')
  }
  const fits = (pattern: string) => {
    const parts = pattern.split('/').slice(1)
    return (
      parts.length === steps.length &&
      parts.every((part, index) => (part.startsWith(':') ? steps[index] !== '' : part === steps[index]))
    )
  }
  const patterns = Object.keys(CALLS).flatMap((key) =>
    key.startsWith(`${method} `) ? [key.slice(method.length + 1)] : [],
  )
  return `${method} ${patterns.find(fits) ?? url.pathname}`
}

/** Parses, and throws also where the value has, at any depth, a field that the schema doesn't name, or a broken number. */
function parseStrictly<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.parse(value)
  const breach = findBreach(value, parsed)
  if (breach !== null) throw new Error(`the field ${breach} is not in the protocol`)
  return parsed
}

/** Path of the first field of `value` that was left out of `parsed`, or is a number that is not whole; null where there is none. */
function findBreach(value: unknown, parsed: unknown): string | null {
  if (typeof value !== 'object' || value === null || typeof parsed !== 'object' || parsed === null)
    return null
  const kept = new Map(Object.entries(parsed))
  for (const [key, inner] of Object.entries(value)) {
    if (!kept.has(key) || (typeof inner === 'number' && !Number.isInteger(inner))) return key
    const deeper = findBreach(inner, kept.get(key))
    if (deeper !== null) return `${key}.${deeper}`
  }
  return null
}
