import { ACCOUNT_CALLS } from './account-calls.ts'
import { ApiDescription, HealthAnswer } from './answers.ts'
import type { Access, Call, Calls } from './call.ts'
import { CONNECTION_CALLS } from './connection-calls.ts'
import { FILE_CALLS } from './file-calls.ts'
import { KEY_CALLS } from './key-calls.ts'
import { MESSAGE_CALLS } from './message-calls.ts'
import { PARTICIPANT_CALLS } from './participant-calls.ts'
import { PLAN_CALLS } from './plan-calls.ts'
import type { RefusalCode } from './refusal.ts'
import { ROOM_CALLS } from './room-calls.ts'

const SERVER_CALLS: Calls = {
  'GET /api/health': {
    id: 'checkHealth',
    topic: 'Server',
    summary: 'Says that the server is well.',
    access: 'anyone',
    answers: { 200: HealthAnswer },
    refusals: [],
  },
  'GET /api/openapi.json': {
    id: 'fetchDescription',
    topic: 'Server',
    summary: 'Returns this description.',
    access: 'anyone',
    answers: { 200: ApiDescription },
    refusals: ['not-found'],
  },
}

/**
 * Every call of the API, except its other names in query form. The description at `/api/openapi.json` is made of it, and the tests
 * hold each answer that they receive against it. The Worker doesn't load it: a test compares it with the routes.
 */
export const CALLS: Calls = {
  ...ROOM_CALLS,
  ...PARTICIPANT_CALLS,
  ...MESSAGE_CALLS,
  ...FILE_CALLS,
  ...KEY_CALLS,
  ...CONNECTION_CALLS,
  ...ACCOUNT_CALLS,
  ...PLAN_CALLS,
  ...SERVER_CALLS,
}

/** What everybody is refused with who is not who the call is for. */
const BY_ACCESS: Record<Access, readonly RefusalCode[]> = {
  anyone: [],
  visitor: [],
  seat: ['not-a-participant', 'waiting', 'room-not-open', 'room-closed'],
  reading: ['not-a-participant', 'waiting', 'room-not-open', 'room-closed'],
  managing: ['not-a-participant', 'waiting', 'room-not-open', 'room-closed'],
  account: ['not-signed-in', 'too-many-requests'],
}

/** Parameters of a path whose form is checked. Another id is not found, and no reason to refuse a request for its form. */
const CHECKED_PARAMETER = /:(seq|code|index)\b/

/**
 * Returns every code that a call may be refused with: its own, and those that follow from who may make it, its address and what it
 * takes. `method-not-allowed` is not among them: it is of an address, and of no call.
 * @param route its method and path
 */
export function refusalsOf(route: string, call: Call): ReadonlySet<RefusalCode> {
  const { access, body, query, refusals } = call
  const isOfRoom = route.includes('/rooms/:id')
  const takesJson = body !== undefined && body !== 'octets'
  const opens = call.topic === 'Connections'
  return new Set<RefusalCode>([
    ...refusals,
    ...BY_ACCESS[access],
    ...(takesJson || query || CHECKED_PARAMETER.test(route) ? (['invalid-request'] as const) : []),
    ...(takesJson ? (['body-too-large'] as const) : []),
    ...(isOfRoom ? (['room-not-found', 'too-many-requests'] as const) : []),
    ...(opens || !route.startsWith('GET ') ? (['wrong-origin'] as const) : []),
    ...(call.topic === 'Server' ? [] : (['busy'] as const)),
    'internal',
  ])
}
