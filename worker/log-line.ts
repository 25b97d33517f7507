import { customAlphabet } from 'nanoid'
import * as z from 'zod'
import { STATUS } from '../protocol/refusal.ts'
import { SettingError } from './setting-error.ts'

/**
 * The faults that are logged, and how bad each is: after a `warn` the same is tried again by itself or comes to nothing; an
 * `error` is for a person. docs/operating.md says of each what it means.
 */
export const FAULTS = {
  'request-failed': 'error',
  'object-overloaded': 'warn',
  'download-failed': 'error',
  'message-post-failed': 'error',
  'reaction-failed': 'error',
  'message-dispatch-failed': 'error',
  'step-failed': 'error',
  'batch-failed': 'error',
  'socket-handler-failed': 'error',
  'welcome-failed': 'error',
  'idle-times-not-stored': 'warn',
  'missed-messages-not-read': 'warn',
  'lost-relay-not-cleared': 'warn',
  'room-relay-call-failed': 'warn',
  'relay-room-call-failed': 'warn',
  'relays-end-failed': 'warn',
  'room-alarm-failed': 'error',
  'room-delete-failed': 'error',
  'relay-alarm-failed': 'error',
  'relay-deletion-failed': 'error',
  'account-alarm-failed': 'error',
  'account-deletion-failed': 'error',
  'ended-sessions-not-reported': 'warn',
  'embed-origins-wrong': 'error',
} as const satisfies Record<string, 'warn' | 'error'>

export type Fault = keyof typeof FAULTS
const faults = Object.keys(FAULTS) as [Fault, ...Fault[]]

/** Without letters and digits that look alike: an incident is read to somebody on the telephone. */
const INCIDENT_SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'
/** Signs of an incident: 49 bits, so that among a million of them no two are the same. */
const INCIDENT_LENGTH = 10
const makeIncident = customAlphabet(INCIDENT_SIGNS, INCIDENT_LENGTH)
const Incident = z.string().regex(new RegExp(`^[${INCIDENT_SIGNS}]{${INCIDENT_LENGTH}}$`))

/** What a class of errors is called. */
const KIND = /^[A-Z][A-Za-z]{0,59}$/

/** Characters that are kept of the place where an error was thrown. */
const PLACE_MAX = 120
/** Characters that are kept of what is wrong with a setting: two sentences. */
const SETTING_MAX = 300

/** What is logged of a fault: no text, no name, no token, no password, no address and no room id. */
export const FaultLine = z.strictObject({
  level: z.enum(['warn', 'error']),
  event: z.enum(faults),
  /** Names this fault. A 500 answer has it, too. */
  incident: Incident,
  /** The class of the error. Its message is not logged, because that may repeat what somebody wrote. */
  kind: z.string().regex(KIND).optional(),
  /** Where in this code it was thrown. */
  at: z.string().max(PLACE_MAX).optional(),
  /** What is wrong with a setting of the deployment, and how to mend it. */
  setting: z.string().max(SETTING_MAX).optional(),
})
export type FaultLine = z.infer<typeof FaultLine>

const Count = z.number().int().min(0)

/** What is counted, without any content. */
export const Counts = z.strictObject({
  /** For how many seconds: since the line before. */
  seconds: Count,
  /** Rooms that were made, planned ones among them. */
  roomsOpened: Count,
  /** Rooms that ended, however they did. */
  roomsEnded: Count,
  /** Messages that were stored. */
  messages: Count,
  /** Relays that began to serve a room. */
  relays: Count,
  /** Refusals by their code, over HTTP and over sockets. */
  refusals: z.partialRecord(z.enum(Object.keys(STATUS) as [keyof typeof STATUS]), Count),
})
export type Counts = z.infer<typeof Counts>

/** What was counted since the line before. */
export const CountersLine = z.strictObject({
  level: z.literal('info'),
  event: z.literal('counters'),
  ...Counts.shape,
})
export type CountersLine = z.infer<typeof CountersLine>

/** Every line of the log. */
export const LogLine = z.union([FaultLine, CountersLine])
export type LogLine = z.infer<typeof LogLine>

/**
 * Makes the line of a fault. An error that was logged before, also in an object that threw it to the Worker, keeps its incident.
 * @param error what was thrown
 */
export function toFaultLine(event: Fault, error: unknown): FaultLine {
  const incident = incidentOf(error) ?? makeIncident()
  const line: FaultLine = { level: FAULTS[event], event, incident }
  if (!(error instanceof Error)) return line
  // Errors take their own properties with them from object to object.
  Object.assign(error, { incident })
  const { name, message, stack = '' } = error
  // A class is named so; whatever else an error is called, somebody may have written.
  if (KIND.test(name)) line.kind = name
  // Its message holds nothing of a request.
  if (error instanceof SettingError) line.setting = message.slice(0, SETTING_MAX)
  // A frame of the stack names functions and lines of this code. The message before it may hold anything, line breaks too.
  const start = stack.indexOf(message)
  const frame = start < 0 ? undefined : /\n\s+at ([^\n]+)/.exec(stack.slice(start + message.length))?.[1]
  if (frame !== undefined) line.at = frame.slice(0, PLACE_MAX)
  return line
}

/** Returns the incident of an error that was logged before. */
function incidentOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('incident' in error)) return undefined
  return Incident.safeParse(error.incident).data
}
